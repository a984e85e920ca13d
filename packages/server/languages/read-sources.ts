// Everything that the interface says in Spanish: from the words themselves, so that none is forgotten.
import { existsSync, readdirSync } from 'node:fs';
import { cargoes, cargoName } from '@cabildo/book';
import { officeNames, proposalForms } from '@cabildo/core';
import { letterWords } from '../src/app/mail/words.ts';
import { problems } from '../src/app/outcome.ts';
import { httpProblems } from '../src/http/problem.ts';
import { englishSentences } from '../src/pages/sentences/en.ts';
import { spanishSentences } from '../src/pages/sentences/es.ts';
import { en } from '../src/pages/words/en.ts';
import { es } from '../src/pages/words/es.ts';
import { sourcesOf } from './sources-of.ts';

/** A text to be translated. `places` are where it is said: `phone.shell.offline`, `refusals.no-quorum`. */
export interface Source {
  readonly source: string;
  readonly english: string;
  readonly places: readonly string[];
}

const core = new URL('../../core/src/sentences/', import.meta.url);
const web = new URL('../../web/src/', import.meta.url);

export async function readSources(): Promise<readonly Source[]> {
  const found = new Map<string, { english: string; places: string[] }>();
  const add = (source: string, english: string, place: string): void => {
    const known = found.get(source);
    if (known === undefined) found.set(source, { english, places: [place] });
    else if (!known.places.includes(place)) known.places.push(place);
  };
  for (const [place, [spanish, english]] of Object.entries(await roots())) walk(spanish, english, place, add);
  return [...found].map(([source, { english, places }]) => ({ source, english, places }));
}

/** Names of languages in themselves, what a file that people hand in is read by, and pictures. */
const unsaid: ReadonlySet<string> = new Set([
  'phone.shell.name',
  'phone.shell.other',
  'pages.site.other',
  'office.first-steps.roll.columns',
  'office.statute.language',
]);

type Add = (source: string, english: string, place: string) => void;

function walk(spanish: unknown, english: unknown, place: string, add: Add): void {
  if (unsaid.has(place) || place.endsWith('.icon')) return;
  if (typeof spanish === 'string') {
    if (spanish !== '') add(spanish, typeof english === 'string' ? english : '', place);
  } else if (typeof spanish === 'function') {
    const said = sourcesOf(spanish as () => unknown);
    const other = typeof english === 'function' ? sourcesOf(english as () => unknown) : [];
    said.forEach((source, at) => {
      add(source, (said.length === other.length ? other[at] : other[0]) ?? '', place);
    });
  } else if (typeof spanish === 'object' && spanish !== null)
    for (const [name, part] of Object.entries(spanish))
      walk(part, (english as Readonly<Record<string, unknown>> | undefined)?.[name], `${place}.${name}`, add);
}

type Pair = readonly [unknown, unknown];

async function roots(): Promise<Readonly<Record<string, Pair>>> {
  const bilingual = (all: Readonly<Record<string, { readonly es: string; readonly en: string }>>): Pair => [
    Object.fromEntries(Object.entries(all).map(([code, said]) => [code, said.es])),
    Object.fromEntries(Object.entries(all).map(([code, said]) => [code, said.en])),
  ];
  return {
    ...(await clientRoots()),
    pages: [es, en],
    acts: [spanishSentences, englishSentences],
    refusals: await refusals(),
    letters: [letterWords.es, letterWords.en],
    offices: offices(),
    forms: forms(),
    problems: bilingual({ ...httpProblems, ...problems }),
  };
}

const phoneFolders = ['shell', 'member', 'scan', 'voice'];

async function clientRoots(): Promise<Readonly<Record<string, Pair>>> {
  const pair = async (folder: string): Promise<Pair> => {
    const [spanish, english] = await Promise.all(['es', 'en'].map((tag) => import(`${web}${folder}/words-${tag}.ts`)));
    return [spanish.es, english.en];
  };
  const [areas, others] = await Promise.all(['es', 'en'].map((tag) => import(`${web}areas-${tag}.ts`)));
  const [{ addedWords }, { changesWords }] = await Promise.all(
    ['added', 'changes'].map((folder) => import(`${web}${folder}/words.ts`)),
  );
  const found: [string, Pair][] = [];
  for (const name of phoneFolders) found.push([`phone.${name}`, await pair(name)]);
  found.push(['phone.ask-floor', await pair('floor')], ['phone.added', [addedWords.es, addedWords.en]]);
  found.push(['phone.changes', [changesWords.es, changesWords.en]], ['supply.cargoes', cargoNamesIn()]);
  for (const name of Object.keys(areas)) found.push([`phone.${name}`, [areas[name], others[name]]]);
  for (const client of ['office', 'supply']) {
    found.push([`${client}.home`, await pair(client)]);
    const areas = readdirSync(new URL(`${client}/`, web), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of areas)
      if (existsSync(new URL(`${client}/${name}/words-es.ts`, web)))
        found.push([`${client}.${name}`, await pair(`${client}/${name}`)]);
  }
  return Object.fromEntries(found);
}

/** What the forms of proposals say, whatever a statute shows of where a measure stands. */
function forms(): Pair {
  const [spanish, english] = (['es', 'en'] as const).map((language) => {
    const usual = new Map(proposalForms(language).map((form) => [form.kind, JSON.stringify(form)]));
    const found = (['members', 'late', 'coarsened', 'public'] as const).flatMap((shown) =>
      proposalForms(language, shown).flatMap((form) => {
        const { kind } = form;
        if (shown !== 'members' && usual.get(kind) === JSON.stringify(form)) return [];
        return [[shown === 'members' ? kind : `${kind}.${shown}`, saidOf(form)] as const];
      }),
    );
    return Object.fromEntries(found);
  });
  return [spanish, english];
}

/** A form with what people read of it alone. */
const saidOf = (form: unknown): unknown =>
  typeof form === 'object' && form !== null
    ? Object.fromEntries(
        Object.entries(form).flatMap(([name, part]) =>
          typeof part === 'object' || name === 'label' || name === 'note' ? [[name, saidOf(part)] as const] : [],
        ),
      )
    : form;

/** What a safe-conduct lets through, by its name in the pass. */
const cargoNamesIn = (): Pair => {
  const [spanish, english] = (['es', 'en'] as const).map((language) =>
    Object.fromEntries(cargoes.map((cargo) => [cargo, cargoName(cargo, language)])),
  );
  return [spanish, english];
};

/** By the English name as an identifier; of two that Spanish calls the same, both places stand beside the one text. */
const offices = (): Pair =>
  [0, 1].map((language) =>
    Object.fromEntries(officeNames.map((pair) => [pair[1].replaceAll(' ', '-'), pair[language]])),
  ) as unknown as Pair;

/** Pairs of phrases and words, Spanish first; whatever of them is a pair of texts or functions. */
async function refusals(): Promise<Pair> {
  const spanish: Record<string, unknown> = {};
  const english: Record<string, unknown> = {};
  for (const file of readdirSync(core).filter((name) => name.endsWith('.ts') && name !== 'phrase.ts')) {
    const exported: Readonly<Record<string, unknown>> = await import(`${core}${file}`);
    for (const table of Object.values(exported))
      if (typeof table === 'object' && table !== null)
        for (const [code, pair] of Object.entries(table))
          if (Array.isArray(pair) && pair.length === 2) [spanish[code], english[code]] = pair;
  }
  // What `sentence` and `inWords` of the core put around them.
  spanish.sentence = [
    (phrase: string, article: string) => `${phrase} Artículo «${article}».`,
    'hace falta',
    'hacen falta',
  ];
  english.sentence = [
    (phrase: string, article: string) => `${phrase} Article “${article}”.`,
    'is needed',
    'are needed',
  ];
  return [spanish, english];
}
