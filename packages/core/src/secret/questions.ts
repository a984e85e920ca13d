import { countsSums, marksOf } from '@cabildo/count';
import { type Contest, candidatesIn, contestsIn } from '../election/contests.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';

/** What a ballot asks of one contest. */
export interface SecretQuestion {
  /** The numbers of the candidates who stand, in their order: names stay beside the book, and out of the archive. */
  readonly answers: readonly string[];
  readonly blank: boolean;
  readonly min: number;
  readonly max: number;
}

export interface ContestQuestion extends SecretQuestion, Pick<Contest, 'places'> {
  readonly contest: number;
}

/**
 * A question for each contest of an election; none for any other motion. Whoever marks nobody leaves the ballot blank, as on
 * paper: nobody marked would be a second way of saying it, and sums do not tell how many of those there are.
 */
export function contestQuestions(state: BodyState, motion: number): readonly ContestQuestion[] {
  return contestsIn(state, tableGet(state.motions, motion)).map(({ number, places, method, options }) => {
    const answers = candidatesIn(state, motion, number).flatMap(({ withdrawn }, at) =>
      withdrawn ? [] : [`${at + 1}`],
    );
    const most = marksOf(method, options, places.length) ?? 1;
    return { contest: number, places, answers, blank: true, min: 1, max: Math.max(1, Math.min(most, answers.length)) };
  });
}

/** A contest whose method looks at whole ballots: of a secret box only sums are opened, until there is a mixnet. */
export function rankedRefusal(state: BodyState, motion: number): Refused | null {
  const ranked = contestsIn(state, tableGet(state.motions, motion)).find(({ method }) => !countsSums(method));
  return ranked === undefined
    ? null
    : refuse('ranked-on-paper', 'elections', { needed: 'urn', present: ranked.method });
}

export const sameQuestions = (some: readonly SecretQuestion[], others: readonly SecretQuestion[]): boolean =>
  JSON.stringify(some.map(asked)) === JSON.stringify(others.map(asked));

const asked = ({ answers, blank, min, max }: SecretQuestion) => [answers, blank, min, max];
