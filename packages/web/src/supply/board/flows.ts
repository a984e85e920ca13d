import type { Supply } from '../known/supply-answer.ts';

/** From where something came in, to whom plans in force mean it. */
export interface Flow {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly meant: number;
  /** Of that, handed over already. */
  readonly handed: number;
}

/** One for each item, depot and site, the largest first. */
export function flowsOf({ plans, lots }: Supply): readonly Flow[] {
  const byLot = new Map(lots.map((lot) => [lot.lot, lot]));
  const all = new Map<string, Flow>();
  for (const { lot, site, quantity, left } of plans.filter(({ holds }) => holds).flatMap(({ lines }) => lines)) {
    const found = byLot.get(lot);
    if (found === undefined) continue;
    const key = `${found.item}.${found.site}.${site}`;
    const before = all.get(key) ?? { item: found.item, from: found.site, to: site, meant: 0, handed: 0 };
    all.set(key, { ...before, meant: before.meant + quantity, handed: before.handed + quantity - left });
  }
  return [...all.values()].sort((a, b) => b.meant - a.meant || a.to - b.to);
}
