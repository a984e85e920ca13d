import type { Sums } from '@cabildo/count';
import { candidatesIn } from '../election/contests.ts';
import type { BodyState, Vote } from '../state.ts';
import type { ContestQuestion } from './questions.ts';
import type { OpenedSums } from './state.ts';

type ContestSums = OpenedSums['contests'][number];

/** A row of an archive’s result: the blank ballots, and the votes for each answer in its order. */
export const sumsOf = (
  { contest, answers }: Pick<ContestQuestion, 'contest' | 'answers'>,
  [blank = 0, ...votes]: readonly number[],
): ContestSums => ({
  contest,
  blank,
  votes: votes.map((sum, at) => ({ number: Number(answers[at] ?? 0), votes: sum })),
});

/** Whether so many voters can have given these sums: each of them left it blank, or marked as many as the question allows. */
export function isPossibleSum(
  { answers, min, max }: ContestQuestion,
  voters: number,
  sums: ContestSums | undefined,
): boolean {
  if (sums === undefined || sums.blank > voters) return false;
  const { blank, votes } = sums;
  const marked = voters - blank;
  const all = votes.reduce((sum, one) => sum + one.votes, 0);
  const ofThose = votes.map(({ number }) => `${number}`).join() === answers.join();
  return ofThose && votes.every((one) => one.votes <= marked) && marked * min <= all && all <= marked * max;
}

/** What a contest is counted from beside its papers; null where nothing was opened of a box. */
export function boxOf(
  state: BodyState,
  { motion }: Pick<Vote, 'motion'>,
  sums: Pick<OpenedSums, 'voters' | 'contests'> | undefined,
  contest: number,
): Sums | null {
  const opened = sums?.contests.find((one) => one.contest === contest);
  if (sums === undefined || opened === undefined) return null;
  const votes = new Map(opened.votes.map((one) => [one.number, one.votes]));
  const candidates = candidatesIn(state, motion, contest).map(({ holder, withdrawn }, at) => ({
    id: `${at + 1}`,
    name: holder,
    withdrawn,
    votes: votes.get(at + 1) ?? 0,
  }));
  return { ballots: sums.voters, blank: opened.blank, candidates };
}
