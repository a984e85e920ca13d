import { authority, holderOf } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { hasCountedBefore, inRound, stands } from '../sitting/rounds.ts';
import { tableGet } from '../table.ts';
import { balanceAt, itemAt } from './ledger.ts';
import { depotRefusal, supplyRules } from './places.ts';
import type { StockEntry, SupplyState } from './state.ts';

const countsNeed = (site: number, item: number): NeedOf<'stock-counts'> => ({ fact: 'stock-counts', site, item });

/**
 * As many as the statute says count, none seeing another's number. If they differ others count again, as often as with votes;
 * then all numbers stand, and the smallest is the one that can be relied on.
 */
export const countStock: Handler<'CountStock'> = {
  needs: (_ask, { site, item }) => [countsNeed(site, item)],
  decide(context, { site, item, round, found }) {
    const { state, evidence } = context;
    const { supply } = state;
    if (tableGet(supply.items, item) === undefined)
      return refuse('not-found', 'supply', { needed: `ItemNamed ${item}` });
    const refused = depotRefusal(supply, site);
    if (refused !== null) return refused;
    const teller = holderOf(context.actor);
    if (teller === null) return refuse('not-allowed', 'supply.counters', { needed: 'officer | member | delegate' });
    const entries = findingFor(evidence, countsNeed(site, item)).found ?? [];
    const counters = supplyRules(state).counters;
    const before = lastRound(supply, site, item);
    const wrong = roundRefusal(entries, { before, counters, teller, round });
    if (wrong !== null) return wrong;
    const record = { record: 'stock-count', site, item, round, teller, found } as const;
    const all = inRound([...entries, record], round).map((entry) => entry.found);
    if (all.length < counters) return accept([], [record], { waiting: counters - all.length });
    const agreed = all.every((one) => one === found);
    if (!stands(state, round - before, agreed)) return accept([], [record], { agreed, round: round + 1 });
    const data = counted(supply, { site, item, round, counts: all });
    if (data === null) return refuse('too-long-for-an-act', 'design');
    return accept([{ act: 'StockCounted', by: authority(context, 'supply.counters'), data }], [record], { agreed });
  },
};

function lastRound({ sites }: SupplyState, site: number, item: number): number {
  const found = tableGet(sites, site);
  return found === undefined ? 0 : (tableGet(found.counted, item)?.round ?? 0);
}

/** Rounds go on from the last one that stood. Whoever counted in this stock-taking before does not recount. */
function roundRefusal(
  entries: readonly StockEntry[],
  { before, counters, teller, round }: { before: number; counters: number; teller: string; round: number },
): Refused | null {
  const since = entries.filter((entry) => entry.round > before);
  const full = new Set(since.map((entry) => entry.round).filter((one) => inRound(since, one).length >= counters));
  const due = before + full.size + 1;
  if (round !== due) return refuse('wrong-round', 'supply.counters', { needed: due, present: round });
  if (hasCountedBefore(since, teller, round)) return refuse('recount-by-others', 'supply.counters', { present: round });
  return inRound(since, round).some((entry) => entry.teller === teller)
    ? refuse('already-counted', 'supply.counters', { present: round })
    : null;
}

type Taken = Pick<ActData<'StockCounted'>, 'site' | 'item' | 'round' | 'counts'>;

/** What the count says against the book. Missing is taken from the oldest lots; what is too much is a lot of its own. */
export function counted(supply: SupplyState, taken: Taken): ActData<'StockCounted'> | null {
  const { site, item, counts } = taken;
  const recorded = itemAt(supply, item, site);
  const there = Math.min(...counts);
  let left = Math.max(0, recorded - there);
  const missing = (tableGet(supply.lotsOf, item) ?? []).flatMap((lot) => {
    const quantity = Math.min(left, Math.max(0, balanceAt(supply, lot, site)));
    left -= quantity;
    return quantity > 0 ? [{ lot, quantity }] : [];
  });
  if (missing.length > 32) return null;
  const shown = { ...taken, recorded: Math.max(0, recorded), missing };
  return there > recorded ? { ...shown, found: there - recorded } : shown;
}
