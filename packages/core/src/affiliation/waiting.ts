import { countsFrom, waitingUnder } from '../roll/waiting.ts';
import type { Affiliate, BodyState } from '../state.ts';
import type { Time } from '../time.ts';
import { affiliatedSince } from './lineage.ts';

type Waiting = Pick<BodyState, 'body' | 'statutes' | 'predecessor'>;

/**
 * From when on a convocation counts the seats of that body: an assembly is not packed the day before it is called (DESIGN section
 * 6, Frozen at convocation). Those who found an assembly wait for nobody; nor do the parents of a committee, or a part of a
 * body, whose seats were here already.
 */
export function bodyCountsFrom(state: Waiting, affiliate: Affiliate): Time {
  const { body, predecessor } = state;
  const joined = affiliate.sinceAt ?? affiliate.at;
  const founds = body === null || body.proven === null || affiliatedSince(affiliate) < body.proven;
  // When it was admitted is in the book before, which has counted it or not.
  const takenOver = predecessor !== null && joined === body?.foundedAt;
  const waits = !founds && !takenOver && body?.charter === undefined && affiliate.partOf === undefined;
  return waits ? countsFrom(waitingUnder(state), joined) : joined;
}
