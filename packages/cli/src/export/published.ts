/** Goods as they go to a committee's own table, exact, or as they may be published (DESIGN section 7; decision 0017, What is public). */
import type { BookAct, BookActs } from './book-acts.ts';
import { type Goods, type GoodsMove, goodsIn } from './goods.ts';

export type Exactness = 'exact' | 'public';

export interface Told {
  readonly goods: Goods;
  /** Symbols of what the committee has called sensitive. */
  readonly sensitive: readonly string[];
  /** What the files say of them; null where there is nothing to say. */
  readonly note: string | null;
}

/** By the statute that holds at the end of the book: in whole steps, or left out. Without it nothing sensitive is published. */
export function goodsTold({ acts }: BookActs, exactness: Exactness): Told {
  const goods = goodsIn(acts);
  const steps = new Map(
    goods.items.flatMap((one) => (one.sensitive ? [[one.symbol, one.sensitive.step] as const] : [])),
  );
  const sensitive = [...steps.keys()];
  const names = sensitive.join(', ');
  if (steps.size === 0) return { goods, sensitive, note: null };
  if (exactness === 'exact')
    return {
      goods,
      sensitive,
      note: `Amounts are exact, also of what is sensitive (${names}): not for publication. --public coarsens them.`,
    };
  const shown = shownBy(acts);
  if (shown === 'public') return { goods, sensitive, note: null };
  const counts = goods.counts.filter(({ symbol }) => !steps.has(symbol));
  if (shown === 'coarsened') {
    const note = `Of what is sensitive (${names}) each way from place to place is told in whole steps, rounded down; counts are left out.`;
    return { goods: { ...goods, counts, moves: inWholeSteps(goods.moves, steps) }, sensitive, note };
  }
  const moves = goods.moves.filter(({ symbol }) => !steps.has(symbol));
  return {
    goods: { ...goods, counts, moves },
    sensitive,
    note: `What is sensitive (${names}) is left out: it is for members.`,
  };
}

const shownBy = (acts: readonly BookAct[]): 'members' | 'late' | 'coarsened' | 'public' =>
  acts.findLast((one) => one.act === 'StatuteAdopted')?.data.statute.publicity?.sensitive ?? 'members';

/** What went from one place to another in all, up to each act: whole steps of it, so that many small moves are not told one by one. */
function inWholeSteps(moves: readonly GoodsMove[], steps: ReadonlyMap<string, number>): readonly GoodsMove[] {
  const sums = new Map<string, number>();
  return moves.flatMap((move) => {
    const step = steps.get(move.symbol);
    if (step === undefined) return [move];
    const way = `${move.from}\n${move.to}\n${move.symbol}`;
    const before = sums.get(way) ?? 0;
    const after = before + move.quantity;
    sums.set(way, after);
    const quantity = (Math.floor(after / step) - Math.floor(before / step)) * step;
    return quantity === 0 ? [] : [{ ...move, quantity }];
  });
}
