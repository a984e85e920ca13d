/** What a body’s book says of a secret vote: everything about it that is not in the node’s own tables. */
import {
  type Actor,
  attendanceOver,
  type BodyState,
  type ContestQuestion,
  candidatesIn,
  contestQuestions,
  preparationOf,
  rankedRefusal,
  rolesFor,
  statuteOf,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import { voterOf } from '../my-place.ts';
import type { Sizes } from './steps.ts';

type Preparation = ReturnType<typeof preparationOf>;

export interface MotionInBook extends Pick<Preparation, 'trustees' | 'halves'> {
  readonly title: string;
  readonly textHash: string;
  readonly sitting: number;
  /** Members who count in that sitting, in their order. */
  readonly tellers: readonly string[];
  /** As the statute has them; null where nothing is voted in secret, or this motion no more. */
  readonly sizes: Sizes | null;
  /** Of an election among candidates; none of any other motion. */
  readonly contests: readonly ContestQuestion[];
  /** Of each of them the acts by which its candidates stand, in the order of their numbers. */
  readonly candidates: readonly (readonly number[])[];
}

export function motionInBook(state: BodyState, index: number): MotionInBook | null {
  const motion = tableGet(state.motions, index);
  const sitting = motion === undefined ? undefined : tableGet(state.sittings, motion.sitting);
  if (motion === undefined || sitting === undefined) return null;
  const rules = statuteOf(state)?.secret;
  const impossible = rules === undefined || motion.end !== null || rankedRefusal(state, index) !== null;
  const sizes = impossible ? null : { size: rules.trustees, threshold: rules.threshold };
  const { title, textHash } = motion;
  const { trustees, halves } = preparationOf(state, index);
  const contests = contestQuestions(state, index);
  const candidates = contests.map(({ contest }) => candidatesIn(state, index, contest).map(({ act }) => act));
  const ofSitting = { sitting: motion.sitting, tellers: sitting.tellers };
  return { title, textHash, ...ofSitting, sizes, trustees, halves, contests, candidates };
}

export interface VoteInBook {
  readonly vote: number;
  /** Ballots are taken. */
  readonly isOpen: boolean;
  /** The box was closed, and the vote was not annulled since. */
  readonly isClosed: boolean;
  /** Of the board as it was last written down: base64. */
  readonly head: string;
  readonly page: string;
}

/** The vote that was opened with that election, by the hash of its file. */
export function voteInBook(state: BodyState, election: string): VoteInBook | null {
  for (const [key, { secret, closed }] of tableEntries(state.votes)) {
    if (secret?.election !== election) continue;
    const annulled = closed?.outcome === 'annulled';
    return {
      vote: Number(key),
      isOpen: closed === null && !secret.box.closed,
      isClosed: secret.box.closed && !annulled,
      head: secret.box.head,
      page: secret.page,
    };
  }
  return null;
}

/** Whether the result of that election is in the book. */
export const isResultInBook = (state: BodyState, election: string): boolean =>
  tableEntries(state.votes).some(
    ([, { secret }]) => secret?.election === election && (secret.result !== null || secret.sums !== undefined),
  );

/** The election, by the hash of its file, of which a command would close the box. */
export function electionOfVote(state: BodyState, vote: number): string | null {
  return tableGet(state.votes, vote)?.secret?.election ?? null;
}

/** Who may name trustees and open the vote. */
export function runsVote(state: BodyState, motion: number, actor: Actor, at: Time): boolean {
  const roles = rolesFor({ state, actor, at }, { motion });
  return roles.has('presidium') || roles.has('convener') || roles.has('former-officer');
}

/** Of the tellers of the motion’s sitting, from 1; 0 for everybody else. */
export const tellerNumber = ({ tellers }: MotionInBook, actor: Actor): number =>
  tellers.indexOf(voterOf(actor)?.voter ?? '') + 1;

/** Nothing that was said or waited on the way to the vote is kept longer than the names of those who were there. */
export const isOver = (state: BodyState, motion: number, at: Time): boolean => {
  const found = tableGet(state.motions, motion);
  return found !== undefined && attendanceOver(state, found.sitting, at);
};
