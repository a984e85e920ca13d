import { affiliatesNow } from '../affiliation/lineage.ts';
import { seatsInSitting } from '../authority.ts';
import { sitsByDelegates } from '../body/standing.ts';
import type { RefusalCode } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { quorumNeeded, statuteOf } from '../statute/quorum.ts';
import type { Time } from '../time.ts';
import { beside, type Candidate, step } from './candidate.ts';

/** Everything else depends on the seat, which whoever asks has not named yet. */
const ofWhoAsks: readonly RefusalCode[] = ['not-allowed', 'term-over', 'body-dissolved', 'provisional-over'];

/**
 * Credentials of delegates, checked seat by seat: what opens an assembly of delegates until as many sit as its first call needs,
 * and for whoever comes later beside its work. And a recall, which anyone may show at any time.
 */
export function seats(state: BodyState, index: number, sitting: Sitting, at: Time): readonly Candidate[] {
  const rules = statuteOf(state);
  const [first] = affiliatesNow(state);
  if (!sitsByDelegates(state) || rules === null || first === undefined) return [];
  const seat = { below: first[0], seat: 1 };
  const more = { missing: ['below', 'seat'], told: ofWhoAsks };
  const here = seatsInSitting(state, index, at, 'decision').length;
  const awaited = sitting.opened === null && here < quorumNeeded(rules.calls.first, sitting.roll);
  const accredit = awaited ? step : beside;
  return [accredit('AccreditSeat', { sitting: index, ...seat }, more), beside('PresentRecall', seat, more)];
}
