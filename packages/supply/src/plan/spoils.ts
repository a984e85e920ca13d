import { add, least, type Ratio, subtract, sum, zero } from '../exact/ratio.ts';
import { shown } from '../exact/show.ts';
import { momentOf } from '../moment.ts';
import { byName } from '../sharing/whole-units.ts';
import type { Text } from '../text.ts';
import type { ItemPlan, Line, Spoil } from './item-plan.ts';
import type { Item, PlanProblem, Stock } from './model.ts';

/** What of a perishable item nobody gets: each depot gives first what runs out first, and what is left spoils. */
export function spoilsOf({ stocks }: PlanProblem, item: Item, lines: readonly Line[]): readonly Spoil[] {
  if (!item.perishable) return [];
  const lots = Map.groupBy(
    stocks.filter((stock) => stock.item === item.id),
    ({ site }) => site,
  );
  return [...lots]
    .sort(([a], [b]) => byName(a, b))
    .flatMap(([site, own]) => {
      const given = sum(
        lines.flatMap(({ from }) => from.filter((one) => one.from === site).map(({ amount }) => amount)),
      );
      return leftOf(own, given);
    });
}

function leftOf(lots: readonly Stock[], given: Ratio): Spoil[] {
  const left = new Map<string, Ratio>();
  let taken = given;
  for (const lot of [...lots].sort(byMoment)) {
    const part = least(taken, lot.amount);
    taken = subtract(taken, part);
    const rest = subtract(lot.amount, part);
    const until = lot.until ?? '';
    if (rest.n > 0n) left.set(until, add(rest, left.get(until) ?? zero));
  }
  const [{ site, item } = { site: '', item: '' }] = lots;
  return [...left].map(([until, amount]) => ({ site, item, amount, until }));
}

const byMoment = (a: Stock, b: Stock): number =>
  (momentOf(a.until ?? '') ?? 0) - (momentOf(b.until ?? '') ?? 0) || byName(a.until ?? '', b.until ?? '');

export function spoilWords({ item }: ItemPlan, { site, amount, until }: Spoil): Text {
  const what = `${shown(amount)} ${item.unit === '' ? item.id : item.unit}`;
  return {
    es: `En ${site} quedan ${what} que nadie recibe y que sirven sólo hasta ${until}.`,
    en: `At ${site} there is ${what} left that nobody gets, good only until ${until}.`,
  };
}
