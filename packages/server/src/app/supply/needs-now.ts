import { type SupplyState, tableEntries, tableGet, tableValues } from '@cabildo/core';

/**
 * The last need of each site and item, with what has come since it was declared, and what was over-declared there before: it stands
 * beside the next need, and no formula punishes anybody (decision 0017).
 */
export function needsNow(supply: SupplyState) {
  const came = arrivals(supply);
  const over = overDeclared(supply);
  return tableValues(supply.needOf).flatMap((need) => {
    const found = tableGet(supply.needs, need);
    if (found === undefined) return [];
    const { site, item, quantity, until, declaredAt, countersigned, hand, foundOver } = found;
    const key = `${site}.${item}`;
    const since = (came.get(key) ?? []).filter((one) => one.at >= declaredAt);
    return [
      {
        need,
        site,
        item,
        quantity,
        until,
        declaredAt,
        countersigned,
        hand: hand ?? null,
        found: foundOver?.found ?? null,
        came: since.reduce((sum, one) => sum + one.quantity, 0),
        over: (over.get(key) ?? []).filter((one) => one.need !== need),
      },
    ];
  });
}

interface Arrival {
  readonly at: string;
  readonly quantity: number;
}

/** `<site>.<item>` → what was handed over there and was whole. */
function arrivals(supply: SupplyState): ReadonlyMap<string, readonly Arrival[]> {
  const found = new Map<string, Arrival[]>();
  for (const { to, lines, recordedAt } of tableValues(supply.handOvers))
    for (const { item, received, damaged } of lines) {
      const key = `${to}.${item}`;
      found.set(key, [...(found.get(key) ?? []), { at: recordedAt, quantity: received - damaged }]);
    }
  return found;
}

function overDeclared(supply: SupplyState) {
  const all = new Map<string, { need: number; act: number; declared: number; found: number }[]>();
  for (const [index, { site, item, quantity, foundOver }] of tableEntries(supply.needs)) {
    if (foundOver === null) continue;
    const key = `${site}.${item}`;
    const one = { need: Number(index), act: foundOver.act, declared: quantity, found: foundOver.found };
    all.set(key, [...(all.get(key) ?? []), one]);
  }
  return all;
}
