import type { Line, Plan, Supply, Vehicle } from '../known/supply-answer.ts';

export interface SendLine {
  readonly lot: number;
  readonly site: number;
  readonly quantity: number;
}

/** What a plan means for sites and no trip under way brings yet. */
export function toSend(supply: Supply, plan: Plan): readonly SendLine[] {
  const onTheWay = new Map<string, number>();
  for (const trip of supply.trips)
    if (trip.plan === plan.plan && trip.ended === null)
      for (const { lot, site, left } of trip.lines)
        onTheWay.set(`${lot}.${site}`, (onTheWay.get(`${lot}.${site}`) ?? 0) + left);
  const meant = new Map<string, Line>();
  for (const line of plan.lines) {
    const key = `${line.lot}.${line.site}`;
    meant.set(key, { ...line, left: line.left + (meant.get(key)?.left ?? 0) });
  }
  return [...meant].flatMap(([key, { lot, site, left }]) => {
    const quantity = left - (onTheWay.get(key) ?? 0);
    return quantity > 0 ? [{ lot, site, quantity }] : [];
  });
}

/** A trip's act holds so many lines. */
export const MOST_LINES = 32;

/** Of the chosen sites, in their order, as much as the vehicle carries; of what its entry does not name there is no bound. */
export function loadFor(
  { carries }: Vehicle,
  lines: readonly SendLine[],
  { sites, itemOf }: { readonly sites: readonly number[]; readonly itemOf: (lot: number) => number | undefined },
): readonly SendLine[] {
  const room = new Map(carries.map(({ item, quantity }) => [item, quantity]));
  const inOrder = sites.flatMap((site) => lines.filter((line) => line.site === site));
  return inOrder
    .flatMap((line) => {
      const item = itemOf(line.lot);
      const left = item === undefined ? undefined : room.get(item);
      const quantity = left === undefined ? line.quantity : Math.min(left, line.quantity);
      if (item !== undefined && left !== undefined) room.set(item, left - quantity);
      return quantity > 0 ? [{ ...line, quantity }] : [];
    })
    .slice(0, MOST_LINES);
}
