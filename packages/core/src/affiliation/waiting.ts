import { countsFrom, waitingUnder } from '../roll/waiting.ts';
import type { Affiliate, BodyState } from '../state.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { affiliatedSince, spellAt } from './lineage.ts';

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

type Below = Waiting & Pick<BodyState, 'affiliates'>;

/** Did that body, which was below when that act was written, still wait at that time? One that has come back since is judged as it was. */
export function waitedAt(
  state: Below,
  below: string,
  { act, at }: { readonly act: number; readonly at: Time },
): boolean {
  const affiliate = tableGet(state.affiliates, below);
  const spell = spellAt(state, below, act);
  if (affiliate === undefined || spell === undefined || spell.since !== affiliatedSince(affiliate)) return false;
  return bodyCountsFrom(state, affiliate) > at;
}

/** Bodies directly below when that act was written, each in the book in which it goes on, without those that waited at that time. */
export const countedBelow = (
  state: Below,
  asOf: { readonly act: number; readonly at: Time },
): readonly (readonly [string, Affiliate])[] =>
  tableEntries(state.affiliates).filter(
    ([below, { succeededBy }]) =>
      succeededBy === undefined && spellAt(state, below, asOf.act) !== undefined && !waitedAt(state, below, asOf),
  );
