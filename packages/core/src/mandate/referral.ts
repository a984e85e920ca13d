import { firstBook } from '../affiliation/lineage.ts';
import type { Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { sameText } from '../motion/text.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableValues } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { mandatesOnMotion } from '../vote/methods.ts';

/** When this text was last referred to the bases, in whichever sitting; null if it was not. */
function referredAt(state: BodyState, index: number): Time | null {
  const motion = tableGet(state.motions, index);
  if (motion === undefined) return null;
  const times = tableValues(state.motions).flatMap(({ end, textHash }) =>
    end?.toBases !== undefined && sameText(motion, textHash) ? [end.toBases] : [],
  );
  return times.toSorted().at(-1) ?? null;
}

/** From when on what was referred may be voted, as far as its days go (`mandates.days`). */
export function votableFrom(state: BodyState, index: number): Time | null {
  const referred = referredAt(state, index);
  return referred === null ? null : plusDays(referred, statuteOf(state)?.mandates.days ?? 0);
}

/** What the bases have said of it, where the statute wants a number of them. */
export const referralNeeds = (state: BodyState, index: number): readonly NeedOf<'mandate'>[] =>
  (statuteOf(state)?.mandates.answers ?? 0) === 0 || referredAt(state, index) === null
    ? []
    : mandatesOnMotion(state, index);

/** No vote on what was referred before so many days have passed and so many bodies have said what they mandate. */
export function referralRefusal({ state, at, evidence }: Context, index: number): Refused | null {
  const from = votableFrom(state, index);
  if (from === null) return null;
  if (at < from) return refuse('bases-have-time', 'mandates.days', { needed: from, present: at });
  const said = new Set(
    referralNeeds(state, index)
      .filter((need) => findingFor(evidence, need).found !== null)
      .map(({ book }) => firstBook(book)),
  );
  const needed = statuteOf(state)?.mandates.answers ?? 0;
  return said.size < needed ? refuse('bases-not-heard', 'mandates.answers', { needed, present: said.size }) : null;
}
