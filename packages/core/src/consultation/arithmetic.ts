import { outcomeOfAnswers, sumTallies } from '@cabildo/count';
import { sealedCount } from '../roll/sealed-count.ts';
import type { BodyState, Consultation } from '../state.ts';
import { tableGet, tableValues } from '../table.ts';
import type { Time } from '../time.ts';

/** How many of so many bases' members are known to belong to another base too. */
interface Overlap {
  readonly bases: number;
  readonly members: number;
}

/**
 * Each base once, whoever belongs to it: a person of two bases has answered in both, and what the statute says of double
 * membership weighs members, which decide nothing here. How far they overlap is told beside the result.
 */
export function resultOf({ answers, bases, rule }: Pick<Consultation, 'answers' | 'bases' | 'rule'>) {
  const all = tableValues(answers);
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = all.length - yes;
  const outcome = outcomeOfAnswers(rule, { yes, no, bases });
  const overlap = overlapIn(all);
  const doubleMembers = overlap === null ? {} : { doubleMembers: overlap };
  return { yes, no, silent: bases - all.length, members: sumTallies(all), ...doubleMembers, outcome };
}

/** Null where none of these bases has said it: that is not an overlap of nobody. */
export function overlapIn(answers: readonly { readonly doubleMembers?: number }[]): Overlap | null {
  const known = answers.flatMap(({ doubleMembers }) => doubleMembers ?? []);
  return known.length === 0 ? null : { bases: known.length, members: known.reduce((sum, one) => sum + one, 0) };
}

/** What the base itself had counted and sealed when the sitting that answers was convened; absent where it had not. */
export const doubleMembersSaid = (state: BodyState, sitting: number) =>
  doubleMembersAt(state, tableGet(state.sittings, sitting)?.convenedAt ?? state.at);

export function doubleMembersAt(state: BodyState, convenedAt: Time): { readonly doubleMembers?: number } {
  const counted = sealedCount(state, convenedAt);
  return counted === null ? {} : { doubleMembers: counted.doubleMembers };
}
