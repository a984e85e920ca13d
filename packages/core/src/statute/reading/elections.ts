import { countsSums } from '@cabildo/count';
import type { ContestRule, VacancyRule } from '../../election/fields.ts';
import { allOf, officeNamed, type Reading } from './say.ts';
import { type Text, text } from './text.ts';

type Names<K extends string> = Readonly<Record<K, Text>>;

export const electionMethodNames: Names<ContestRule['method']> = {
  plurality: text('quien tiene más votos', 'the most votes'),
  'two-round': text('dos vueltas', 'two rounds'),
  approval: text('aprobación: tantas cruces como se quiera', 'approval: as many crosses as one likes'),
  borda: text('puntos por orden (Borda)', 'points by rank (Borda)'),
  irv: text('segunda vuelta instantánea', 'instant run-off'),
  schulze: text('comparación por pares (Schulze)', 'pairs compared (Schulze)'),
  'ranked-pairs': text('comparación por pares (pares ordenados)', 'pairs compared (ranked pairs)'),
  block: text('tantas cruces como puestos', 'as many crosses as places'),
  limited: text('menos cruces que puestos', 'fewer crosses than places'),
  'scottish-stv': text(
    'voto único transferible, con el reparto escocés',
    'single transferable vote, transferred as in Scotland',
  ),
  'meek-stv': text('voto único transferible de Meek', 'single transferable vote by Meek'),
  pav: text('aprobación proporcional', 'proportional approval'),
  phragmen: text('aprobación en proporción (Phragmén)', 'approval in proportion (Phragmén)'),
  'equal-shares': text('aprobación por partes iguales', 'approval by equal shares'),
};

export const vacancyNames: Names<VacancyRule> = {
  election: text('se elige de nuevo', 'there is another election'),
  next: text('entra quien seguía en votos', 'whoever was next by votes follows'),
  countback: text(
    'se cuentan otra vez las papeletas que dieron el puesto a quien se fue',
    'the papers that gave the place to whoever left are counted again',
  ),
  recount: text(
    'se cuentan otra vez todas las papeletas, sin quitar a nadie el puesto',
    'all papers are counted again, and nobody loses a place',
  ),
};

const byList: Reading = () => [
  text(
    'La directiva y los delegados se eligen por lista, como cualquier moción de elección.',
    'Officers and delegates are elected by a list, as any motion of election.',
  ),
];

const elections: Reading = (statute) => {
  const { elections: held } = statute;
  if (held === undefined) return byList(statute);
  const inSecret = statute.rules.some(({ matter, methods }) => matter === 'election' && methods.includes('secret'));
  return [
    ...held.contests.map((contest) => contestReading(contest, inSecret)),
    text(
      `Con menos de ${held.publicFrom ?? 30} papeletas sólo las ven quienes escrutan.`,
      `With fewer than ${held.publicFrom ?? 30} papers only scrutineers see them.`,
    ),
    text(
      'Las papeletas se leen en público y las anotan dos escrutadores por separado; un empate se sortea.',
      'Papers are read out in public and typed by two tellers apart from each other; a tie is decided by lot.',
    ),
  ];
};

const onPaper = text('en papel', 'on paper');

const either = text('en papel o en secreto', 'on paper or in secret');

/** Said where the method is chosen, so that nobody finds out at the vote. */
const onPaperAlone = text(
  'sólo en papel, porque se cuenta mirando cada papeleta entera y de una urna secreta se abren sumas',
  'on paper alone, because it is counted by looking at each paper whole and of a secret box sums are opened',
);

function contestReading({ offices, method, options = [], vacancy }: ContestRule, inSecret: boolean): Text {
  const [how, after] = [electionMethodNames[method], vacancyNames[vacancy]];
  const names = allOf((offices ?? []).map(officeNamed));
  const given = options.map(({ option, value }) => `${option}=${value}`).join(', ');
  const settings = given === '' ? '' : ` (${given})`;
  const [es, en] =
    offices === undefined
      ? ['Los delegados a un organismo de arriba', 'Delegates to a body above']
      : offices.length === 0
        ? ['Ningún cargo', 'No office']
        : [`${offices.length > 1 ? 'Los cargos' : 'El cargo'} ${names.es}`, names.en];
  const several = (offices?.length ?? 2) > 1;
  const where = !inSecret ? onPaper : countsSums(method) ? either : onPaperAlone;
  return text(
    `${es} se ${several ? 'eligen' : 'elige'} entre candidaturas, ${where.es}: ${how.es}${settings}. Si un puesto queda vacío, ${after.es}.`,
    `${en} ${several ? 'are' : 'is'} elected among candidates, ${where.en}: ${how.en}${settings}. If a place falls empty, ${after.en}.`,
  );
}

export const electionArticles = { elections };

export const aboutElections: Readonly<Record<string, Text>> = {
  'elections.contests': text('Lo que llena cada recuento.', 'What each count fills.'),
  'elections.contests[].offices': text(
    'Los cargos: el primero es de quien sale primero. Sin él, los delegados a un organismo de arriba.',
    'The offices: the first one goes to whoever is elected first. Left out: the delegates to a body above.',
  ),
  'elections.contests[].method': text(
    'Cómo se cuenta. En secreto se puede votar donde se marca a una o a varias candidaturas (quien tiene más votos, aprobación, tantas o menos cruces que puestos); lo demás, en papel.',
    'How it is counted. In secret it can be voted where one or several candidates are marked (the most votes, approval, as many or fewer crosses than places); anything else on paper.',
  ),
  'elections.contests[].options': text(
    'Las opciones del método (docs/counting.md). Sin él, las de siempre.',
    'The options of the method (docs/counting.md). Left out: its defaults.',
  ),
  'elections.contests[].options[].option': text('La opción.', 'The option.'),
  'elections.contests[].options[].value': text('Su valor.', 'Its value.'),
  'elections.contests[].vacancy': text('Si el puesto queda vacío.', 'If the place falls empty.'),
  'elections.publicFrom': text(
    'Papeletas desde las que cualquiera puede verlas. Sin él, 30.',
    'Papers from which on everybody may see them. Left out: 30.',
  ),
};
