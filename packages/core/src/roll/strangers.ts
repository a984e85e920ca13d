import { isSeatName, seatHeldBy } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import type { Context } from '../decision.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';

export const holderNeeds = (state: BodyState, holder: string): readonly NeedOf<'member'>[] =>
  sitsByDelegates(state) || isSeatName(holder) ? [] : [{ fact: 'member', member: holder }];

/** Offices, seats and counting go to people of this body: on the roll of a base, or holding a seat of a delegate assembly. */
export function strangers({ state, evidence, at }: Context, holders: readonly string[]): Refused | null {
  for (const holder of holders) {
    if (sitsByDelegates(state) || isSeatName(holder)) {
      const { book, seat } = parseSeatKey(holder);
      const held = tableGet(state.seats, holder);
      if (held === undefined || !seatHeldBy(state, book, seat, held.holder, at))
        return refuse('no-such-seat', 'delegates', { needed: holder });
    } else if (findingFor(evidence, { fact: 'member', member: holder }).found === null)
      return refuse('not-on-roll', 'roll', { needed: holder });
  }
  return null;
}
