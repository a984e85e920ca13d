import type { CountResult } from '@cabildo/count';
import { type Difference, holds, same } from '../audit/check.ts';
import type { Act } from '../fold.ts';
import { boxOf } from '../secret/sums.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { candidatesIn } from './contests.ts';
import { papersOf } from './count.ts';
import { isBoxAlone } from './entries.ts';
import { countOf, filledBy, readPapers } from './papers.ts';

/** What lies beside the act: the papers as each teller typed them (one file where they agreed), and all stages. */
export interface BesideElection {
  readonly files: readonly string[];
  /** The attachment, where the auditor has it. */
  readonly result?: string;
}

/**
 * Counts the papers once more, with what the book says of a secret box, and reports where the act, or the result attached to it,
 * says otherwise. That the papers are those that the act committed to is for whoever hands them in; that they are those of this
 * contest is seen here.
 */
export function recountElection(
  state: BodyState,
  { act, index, data }: Pick<Act<'ElectionCounted'>, 'act' | 'index' | 'data'>,
  { files, result: attached }: BesideElection,
): readonly Difference[] {
  const vote = tableGet(state.votes, data.vote);
  const motion = vote?.motion ?? -1;
  const box = vote === undefined ? null : boxOf(state, vote, vote.secret?.sums, data.contest);
  const alone = box !== null && vote !== undefined && isBoxAlone(vote);
  const candidates = candidatesIn(state, motion, data.contest);
  const places = Array.from({ length: data.seats }, (_, at) => ({ seat: at + 1 }));
  const on = { origin: state.origin, vote: data.vote, contest: { number: data.contest, places }, candidates };
  const own = files.map((file) => {
    // Nobody used the urn beside a secret box.
    if (file === '' && box !== null) return file;
    const read = readPapers(on, file);
    return read.ok ? read.value.file : null;
  });
  const options = Object.fromEntries(data.options.map(({ option, value }) => [option, value]));
  const { method, seats, lots } = data;
  const counts = (alone ? [''] : files).map((file) => countOf(file, { method, options, seats, lots, box }));
  const results = counts.flatMap((one) => (one.ok ? [one.value] : []));
  const found = [
    same('count', alone ? 0 : data.agreed ? 1 : 2, files.length),
    ...own.map((file, at) => holds(file === files[at], 'count', 'the papers', 'papers of this contest')),
    same('count', counts.length, results.length),
    ...resultDifferences(data, results),
    attached === undefined ? null : attachmentDifference(attached, results[0]),
  ];
  return found.flatMap((one) => (one === null ? [] : [{ index, act, ...one }]));
}

function resultDifferences(data: Act<'ElectionCounted'>['data'], results: readonly CountResult[]) {
  const [first] = results;
  if (first === undefined) return [];
  const { spoilt: _, ...papers } = data.papers;
  const left = data.vacated?.at(-1);
  if (left !== undefined) {
    const winner = filledBy(first, left);
    const there = data.elected.some(({ number }) => number === winner);
    return [same('count', papers, papersOf(first)), holds(there, 'outcome', data.elected, winner)];
  }
  const outcomes = results.map(({ elected, lotsRequired }) => ({
    elected: elected.map(({ id }) => Number(id)),
    tied: lotsRequired?.tied.map(Number) ?? [],
  }));
  const [one, other] = outcomes;
  const differ = other !== undefined && same('count', one, other) !== null;
  const nothing = { elected: [], tied: [] };
  const says = { elected: data.elected.map(({ number }) => number), tied: data.lotsRequired?.tied ?? [] };
  const expected = differ ? nothing : one !== undefined && one.tied.length > 0 ? { ...one, elected: [] } : one;
  const stages = first.elected.map(({ id, stage }) => [Number(id), stage]);
  return [
    same('count', papers, papersOf(first)),
    same('outcome', says, expected),
    data.elected.length === 0
      ? null
      : same(
          'outcome',
          data.elected.map(({ number, stage }) => [number, stage]),
          stages,
        ),
  ];
}

/** Numbers are compared; the words in which a stage is told may be mended. */
function attachmentDifference(attached: string, result: CountResult | undefined) {
  if (result === undefined) return null;
  return same('count', numbersOf(parsed(attached)), numbersOf(result as unknown as Result));
}

interface Result {
  readonly elected?: readonly { readonly id?: unknown; readonly stage?: unknown }[];
  readonly stages?: readonly object[];
  readonly [name: string]: unknown;
}

const parsed = (text: string): Result => {
  try {
    return (JSON.parse(text) as Result | null) ?? {};
  } catch {
    return {};
  }
};

function numbersOf({ stages, elected, lotsRequired: _, ...rest }: Result): object {
  const told = (stages ?? []).map((stage) => ({ ...stage, explanation: null }));
  return JSON.parse(JSON.stringify({ ...rest, stages: told, elected }));
}
