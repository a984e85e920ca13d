import type { CountResult, Sums } from '@cabildo/count';
import { ballotFile, count, readElection, withSums } from '@cabildo/count';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { Contest } from './contests.ts';
import type { Candidate } from './state.ts';

export interface Papers {
  /** Canonical BLT: whoever types the same papers in another order makes the same file. Empty if there are none. */
  readonly file: string;
  readonly papers: number;
}

interface On {
  readonly origin: string;
  readonly vote: number;
  readonly contest: Pick<Contest, 'number' | 'places'>;
  readonly candidates: readonly Candidate[];
}

/** A whole BLT file begins with its two numbers; a line of papers ends with 0. */
const isWholeFile = (text: string): boolean => /^\s*\d+[ \t]+[1-9]\d*[ \t]*(\r?\n|$)/.test(text);

/** What a teller typed: lines of papers (`3 2 1 0`: three papers that rank 2 before 1), or a whole BLT file. */
export function readPapers(on: On, typed: string): Found<Papers> {
  const { candidates, contest } = on;
  const whole = isWholeFile(typed);
  const names = candidates.map((_, position) => `"${position + 1}"\n`).join('');
  const seats = contest.places.length;
  const text = whole ? typed : `${candidates.length} ${seats}\n${typed.trim()}\n0\n${names}""\n`;
  const reading = readElection('blt', [bytesOf(text)]);
  if (!reading.ok) {
    const { line, column, text: wrong } = reading.problem;
    const detail = { line: whole ? line : line - 1, column, es: wrong.es, en: wrong.en };
    return refuse('papers-not-readable', 'elections', { present: `${detail.line}:${column}`, detail });
  }
  const { election } = reading;
  const { ballots } = election;
  if (election.candidates.length !== candidates.length)
    return refuse('papers-not-readable', 'elections', {
      needed: candidates.length,
      present: election.candidates.length,
    });
  if (ballots.scale > 0)
    return refuse('papers-not-readable', 'elections', { needed: 1, present: `1/10^${ballots.scale}` });
  const papers = Number(ballots.total);
  const standing = candidates.map(({ holder, withdrawn }, at) => ({ id: `${at + 1}`, name: holder, withdrawn }));
  const title = `${on.origin} ${on.vote}.${contest.number}`;
  const written = ballotFile({ ...election, candidates: standing, seats, title, tieOrder: null }, 'blt', 0);
  return { ok: true, value: { file: written.ok ? inOneOrder(written.text) : '', papers } };
}

/** Ranks that are shared have no order of their own: `3=1` is `1=3`. */
function inOneOrder(file: string): string {
  const weights = new Map<string, number>();
  const lines = file.split('\n');
  const end = lines.indexOf('0');
  const isPaper = (line: string): boolean => /^\d/.test(line);
  const first = lines.findIndex((line, at) => at > 0 && isPaper(line));
  for (const line of lines.slice(first, end)) {
    const [weight = '0', ...ranks] = line.split(' ');
    const marks = ranks
      .map((rank) =>
        rank
          .split('=')
          .sort((a, b) => Number(a) - Number(b))
          .join('='),
      )
      .join(' ');
    weights.set(marks, (weights.get(marks) ?? 0) + Number(weight));
  }
  const papers = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return [...lines.slice(0, first), ...papers.map(([marks, weight]) => `${weight} ${marks}`), ...lines.slice(end)].join(
    '\n',
  );
}

/** Names in a file are not read; letters that are not ASCII stand there alone. */
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => Math.min(letter.codePointAt(0) ?? 63, 127));

export interface CountRule extends Pick<Contest, 'method' | 'options'> {
  readonly seats: number;
  readonly lots: readonly number[];
  /** What was opened of a secret box, which is counted with the papers. */
  readonly box: Sums | null;
}

/**
 * A count is a function of the papers and the rule alone (invariant 8). Of no valid paper it is none: nobody is elected by lots
 * alone, and the vote is annulled and taken again.
 */
export function countOf(file: string, { method, options, seats, lots, box }: CountRule): Found<CountResult> {
  const reading = file === '' ? null : readElection('blt', [bytesOf(file)]);
  if (reading?.ok === false) return notCountable(method, `${reading.problem.line}:${reading.problem.column}`);
  const papers = reading?.election ?? null;
  const election = box === null ? papers : withSums(papers, box);
  if (election === null) return notCountable(method, 'papers: 0');
  const outcome = count(election, { method, options, seats, lots: lots.map(String) });
  if (!outcome.ok) return notCountable(method, outcome.refusal.code);
  const { result } = outcome;
  return result.ballots.valid === '0' ? notCountable(method, 'valid: 0') : { ok: true, value: result };
}

const notCountable = (needed: string, present: string): Refused =>
  refuse('papers-not-countable', 'elections', { needed, present });

/** Of a count that filled a vacancy: who follows that candidate; null if the papers name nobody. */
export function filledBy({ stages }: Pick<CountResult, 'stages'>, left: number): number | null {
  const fills = stages.at(-1)?.details?.fills as Readonly<Record<string, string>> | undefined;
  const winner = fills?.[`${left}`];
  return winner === undefined ? null : Number(winner);
}
