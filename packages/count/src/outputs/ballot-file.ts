import { type Election, OVERVOTE, SKIPPED, weightOf } from '../election.ts';
import { power10 } from '../exact/decimal.ts';
import { isTied } from '../ranked.ts';
import type { CountRefusal } from '../result.ts';
import { votesText } from '../tally.ts';
import type { Text } from '../text.ts';

/** Fewer ballots than this are recognised by whoever knows how somebody would rank. */
const PUBLIC_LEAST = 30;

export type BallotFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusal: CountRefusal };

/**
 * The ballots as a file of another format. What everybody may read is refused for a set so small that a ranking gives away who
 * cast it; scrutineers recount from the ballots themselves (`least` 0).
 */
export function ballotFile(election: Election, extension: string, least = PUBLIC_LEAST): BallotFile {
  const { ballots, style } = election;
  if (ballots.total < BigInt(least) * power10(ballots.scale)) {
    return refuse('set-too-small', {
      es: `Son ${votesText(ballots.total, election)} papeletas; con menos de ${least}, un orden poco común señala a quien votó. No se escribe para el público.`,
      en: `There are ${votesText(ballots.total, election)} ballots; with fewer than ${least}, an unusual ranking points to a person. Nothing is written for the public.`,
    });
  }
  if (ballots.groups === 0 && ballots.blank === 0n) {
    return refuse('no-ballots', { es: 'El archivo no trae papeletas.', en: 'The file holds no ballots.' });
  }
  const writer = Object.hasOwn(writers, extension) ? writers[extension] : undefined;
  const holds = writer !== undefined && canHold(election, extension);
  if (writer === undefined || !holds) {
    const kept = style === 'scores' ? '.abif' : '.blt';
    return refuse('cannot-be-written', {
      es: `.${extension} no puede guardar todo lo que dicen estas papeletas; pruebe ${kept}.`,
      en: `.${extension} cannot hold all that these ballots say; try ${kept}.`,
    });
  }
  return { ok: true, text: writer(election) };
}

const refuse = (code: string, text: Text): BallotFile => ({ ok: false, refusal: { code, text } });

type Writer = (election: Election) => string;

const writers: Readonly<Record<string, Writer>> = {
  blt: writeBlt,
  abif: writeAbif,
  soc: writePrefLib,
  soi: writePrefLib,
  toc: writePrefLib,
  toi: writePrefLib,
};

/** Over-votes are a mark of rank tables alone; empty ranks have a sign in BLT; scores in ABIF; seats and withdrawals in BLT. */
function canHold({ ballots, style, candidates }: Election, extension: string): boolean {
  const { entries } = ballots;
  if (entries.includes(OVERVOTE) || (style === 'scores' && extension !== 'abif')) return false;
  if (extension === 'blt') return true;
  return !entries.includes(SKIPPED) && !candidates.some(({ withdrawn }) => withdrawn) && noStrayBrackets(candidates);
}

const noStrayBrackets = (candidates: Election['candidates']): boolean =>
  candidates.every(({ id, name }) => !/[[\]\r\n]/.test(id + name));

/** Each group as its weight and its marks, the heaviest first, so that the order tells nothing of who came when. */
function rows(
  election: Election,
  mark: (entry: number, at: number) => string,
): { weight: string; marks: string; units: bigint }[] {
  const { ballots } = election;
  const all = Array.from({ length: ballots.groups }, (_, group) => {
    const parts: string[] = [];
    for (let at = ballots.starts[group] as number; at < (ballots.starts[group + 1] as number); at++) {
      parts.push(mark(ballots.entries[at] as number, at));
    }
    const units = weightOf(ballots, group);
    return { weight: votesText(units, election), marks: parts.join(''), units };
  });
  if (ballots.blank > 0n) all.push({ weight: votesText(ballots.blank, election), marks: '', units: ballots.blank });
  return all.sort((a, b) => (a.units > b.units ? -1 : a.units < b.units ? 1 : a.marks < b.marks ? -1 : 1));
}

function writeBlt(election: Election): string {
  const { candidates, seats, tieOrder, title } = election;
  const quote = (text: string) => `"${text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/["\\]/g, '\\$&')}"`;
  const out = candidates.flatMap(({ withdrawn }, at) => (withdrawn ? [`-${at + 1}`] : []));
  const sign = (entry: number) => (entry === SKIPPED ? ' -' : `${isTied(entry) ? '=' : ' '}${(entry >> 1) + 1}`);
  const lines = [
    `${candidates.length} ${seats ?? 1}`,
    ...out,
    ...(tieOrder === null ? [] : [`[tie ${tieOrder.map((at) => at + 1).join(' ')}]`]),
    ...rows(election, sign).map(({ weight, marks }) => `${weight}${marks} 0`),
    '0',
    ...candidates.map(({ name }) => quote(name)),
    quote(title),
  ];
  return `${lines.join('\n')}\n`;
}

function writeAbif(election: Election): string {
  const { candidates, ballots } = election;
  const first = new Set(ballots.starts);
  const token = (at: number) => `[${candidates[at]?.id ?? ''}]`;
  const named = candidates.map(({ name }, at) => `=${token(at)}:[${name}]`);
  const sign = (entry: number, at: number) => {
    const between = first.has(at) ? '' : isTied(entry) ? '=' : '>';
    return `${between}${token(entry >> 1)}${ballots.scores === null ? '' : `/${ballots.scores[at]}`}`;
  };
  return `${[...named, ...rows(election, sign).map(({ weight, marks }) => `${weight}:${marks}`)].join('\n')}\n`;
}

function writePrefLib(election: Election): string {
  const { candidates, ballots, title } = election;
  const first = new Set(ballots.starts);
  const sign = (entry: number, at: number) => {
    const next = ballots.entries[at + 1];
    const goesOn = next !== undefined && !first.has(at + 1) && isTied(next);
    const opens = goesOn && !(isTied(entry) && !first.has(at));
    const closes = isTied(entry) && !first.has(at) && !goesOn;
    return `${first.has(at) ? '' : ','}${opens ? '{' : ''}${(entry >> 1) + 1}${closes ? '}' : ''}`;
  };
  const lines = [
    `# TITLE: ${title.replaceAll(/[\r\n]+/g, ' ')}`,
    `# NUMBER ALTERNATIVES: ${candidates.length}`,
    ...candidates.map(({ name }, at) => `# ALTERNATIVE NAME ${at + 1}: ${name}`),
    ...rows(election, sign).map(({ weight, marks }) => `${weight}: ${marks}`),
  ];
  return `${lines.join('\n')}\n`;
}
