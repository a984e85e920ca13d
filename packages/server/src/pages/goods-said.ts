import { type BodyState, inSteps, type StockShown, stockShown, tableGet } from '@cabildo/core';
import type { Words } from './words/es.ts';

/** An amount as everybody is shown it; null where it is not shown. */
export function goodsSaid(
  shown: StockShown,
  quantity: number,
  { words, number }: { readonly words: Words; number(value: number): string },
): string | null {
  if (shown.kind === 'exact') return number(quantity);
  if (shown.kind !== 'steps') return null;
  const whole = inSteps(quantity, shown.step);
  return whole === 0 && quantity !== 0 ? words.supply.lessThan(number(shown.step)) : words.supply.about(number(whole));
}

interface OfGoods {
  readonly item?: number;
  readonly lot?: number;
  readonly lines?: readonly OfGoods[];
  readonly other?: OfGoods;
}

/** Of the items that an act is about the one of which least is shown. */
export function shownOfAct(state: BodyState, data: unknown): StockShown {
  const all = itemsIn(state, data as OfGoods).map((item) => stockShown(state, item));
  return (
    all.find(({ kind }) => kind === 'members' || kind === 'late') ??
    all.find(({ kind }) => kind === 'steps') ?? { kind: 'exact' }
  );
}

function itemsIn(state: BodyState, { item, lot, lines, other }: OfGoods): readonly number[] {
  const of = item ?? tableGet(state.supply.lots, lot ?? -1)?.item;
  const inside = [...(Array.isArray(lines) ? lines : []), ...(other === undefined ? [] : [other])];
  return [...(of === undefined ? [] : [of]), ...inside.flatMap((one) => itemsIn(state, one))];
}
