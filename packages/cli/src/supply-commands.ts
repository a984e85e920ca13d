/** What a supply committee calculates with, from files, without a node. */
import type { CommandSpec } from './command.ts';

const page = { value: 'OUT', help: { es: 'escribe también una página', en: 'also writes a page' } };

export const supplyShare: CommandSpec = {
  name: 'supply share',
  summary: {
    es: 'Reparte lo que hay entre quienes piden, según una regla votada',
    en: 'Shares out what there is among those who claim it, by a voted rule',
  },
  positionals: [
    {
      name: 'PROBLEM',
      help: {
        es: 'un archivo JSON: {"stock":200,"claims":{"A":100,"B":300}}',
        en: 'a JSON file: {"stock":200,"claims":{"A":100,"B":300}}',
      },
    },
  ],
  options: {
    rule: {
      value: 'RULE',
      help: {
        es: 'leximin, proportional, equal-awards, equal-losses o talmud',
        en: 'leximin, proportional, equal-awards, equal-losses or talmud',
      },
    },
  },
  required: ['rule'],
  notes: {
    es: 'Además puede decir: class (las clases menores primero), weight (pesos votados), floor, ceiling e indivisible (unidades enteras). Las reglas, explicadas: docs/supply.md.',
    en: 'It may also say: class (lower classes first), weight (voted weights), floor, ceiling and indivisible (whole units). The rules explained: docs/supply.md.',
  },
  examples: ['cabildo supply share gas.json --rule leximin', 'cabildo supply share gas.json --rule talmud --json'],
  load: async () => (await import('./commands/supply-share.ts')).supplyShareFile,
};

export const supplyCompare: CommandSpec = {
  name: 'supply compare',
  summary: {
    es: 'Pone las reglas una al lado de otra antes de votar: quién recibe qué, quién gana y quién pierde',
    en: 'Puts the rules side by side before a vote: who gets what, who gains and who loses',
  },
  positionals: [
    {
      name: 'PROBLEM',
      help: {
        es: 'un archivo JSON de «supply share» o de «supply plan»',
        en: 'a JSON file of “supply share” or of “supply plan”',
      },
    },
  ],
  options: {
    against: {
      value: 'RULE',
      help: { es: 'con qué regla se comparan (leximin)', en: 'the rule that all are compared with (leximin)' },
    },
    html: page,
  },
  examples: [
    'cabildo supply compare gas.json --html reglas.html',
    'cabildo supply compare reparto.json --against equal-awards --json',
  ],
  load: async () => (await import('./commands/supply-compare.ts')).supplyCompareFile,
};

export const supplyPlan: CommandSpec = {
  name: 'supply plan',
  summary: {
    es: 'Planea quién recibe qué y desde dónde, con cortes y pasos, y lo explica',
    en: 'Plans who gets what and from where, with closures and passages, and explains it',
  },
  positionals: [
    {
      name: 'PROBLEM',
      help: { es: 'un archivo JSON, como dice docs/supply.md', en: 'a JSON file, as docs/supply.md says' },
    },
  ],
  options: { html: page },
  notes: {
    es: 'Los archivos que el problema nombra (caminos, cortes, el plan anterior) se buscan junto a él. Con el plan anterior cambia lo menos posible y dice qué cambia.',
    en: 'Files that the problem names (roads, closures, the plan before) are looked for beside it. With the plan before, as little as possible changes, and it says what.',
  },
  examples: [
    'cabildo supply plan reparto.json',
    'cabildo supply plan reparto.json --json',
    'cabildo supply plan reparto.json --html reparto.html',
  ],
  load: async () => (await import('./commands/supply-plan.ts')).supplyPlanFile,
};
