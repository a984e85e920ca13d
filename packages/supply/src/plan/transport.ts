/**
 * Which depot serves whom: the transportation problem, on whole numbers. Each site is served by the cheapest way there is,
 * which may let depots exchange whom they serve (successive shortest paths), so what stands is always the cheapest for those
 * served so far. Where a plan before is known, what costs most is to carry more on a way than it did; of those plans that
 * move the fewest units beyond it, the one stands that opens least on ways it did not have; of those the shortest.
 */
export function cheapestDeliveries(
  stocks: readonly bigint[],
  wanted: readonly bigint[],
  /** By depot and site; no number where the depot does not reach the site. */
  cost: readonly (readonly (number | null)[])[],
  /** What the plan before carried, by depot and site. */
  kept: Amounts | null = null,
  /** How much of each depot's stock runs out at each of the moments, the first first; of equal changes what runs out first is carried. */
  lots: Amounts | null = null,
): Amounts {
  const left = [...stocks];
  const store = { stocks, left, lots };
  const carried = stocks.map(() => wanted.map(() => 0n));
  const prices = new Prices(carried, cost, kept);
  const handOvers = new HandOvers(carried, prices);
  for (const [site, amount] of wanted.entries()) {
    for (let lacking = amount; lacking > 0n; ) {
      const way = cheapestWay({ site, store, handOvers, prices });
      if (way === null) throw new Error('awards that the depots cannot deliver');
      lacking -= send(way, site, { lacking, store, carried, prices });
      handOvers.renew(way.map(({ depot }) => depot));
    }
  }
  return carried;
}

type Amounts = readonly (readonly bigint[])[];

type Store = { readonly stocks: readonly bigint[]; readonly left: bigint[]; readonly lots: Amounts | null };

/** Which of a depot's lots goes next, and how much of it there still is. */
function nextLot({ stocks, left, lots }: Store, depot: number): { readonly turn: number; readonly room: bigint } {
  const rest = left[depot] as bigint;
  if (lots === null) return { turn: 0, room: rest };
  let before = (stocks[depot] as bigint) - rest;
  for (const [turn, amount] of (lots[depot] ?? []).entries()) {
    if (amount > before) return { turn, room: amount - before };
    before -= amount;
  }
  throw new Error('a stock that is more than its lots');
}

/** What a unit more or less costs where something is carried already: how much it changes, and after that how long it is. */
class Prices {
  readonly #carried: Amounts;
  readonly #cost: readonly (readonly (number | null)[])[];
  readonly #kept: Amounts | null;
  /** More than all the new ways that one exchange among depots can open. */
  readonly #beyond: number;

  constructor(carried: Amounts, cost: readonly (readonly (number | null)[])[], kept: Amounts | null) {
    this.#carried = carried;
    this.#cost = cost;
    this.#kept = kept;
    this.#beyond = 2 * cost.length + 3;
  }

  /** Without a plan before they are lengths alone. */
  get dependOnCarried(): boolean {
    return this.#kept !== null;
  }

  length(depot: number, site: number): number | null {
    return this.#cost[depot]?.[site] ?? null;
  }

  changeOfOneMore(depot: number, site: number): number {
    return this.#isWithin(depot, site, 1n) ? 0 : this.#changeBeyond(depot, site);
  }

  changeOfOneLess(depot: number, site: number): number {
    return this.#isWithin(depot, site, 0n) ? 0 : this.#changeBeyond(depot, site);
  }

  /** How many units more cost the same as the first. */
  roomAbove(depot: number, site: number): bigint | null {
    return this.#kept !== null && this.#isWithin(depot, site, 1n) ? this.#apart(depot, site) : null;
  }

  roomBelow(depot: number, site: number): bigint {
    return this.#isWithin(depot, site, 0n) ? this.#amount(depot, site) : -this.#apart(depot, site);
  }

  /** Whether what is carried, and `more`, is no more than it was before; always, where nothing is known of before. */
  #isWithin(depot: number, site: number, more: bigint): boolean {
    return this.#kept === null || this.#apart(depot, site) >= more;
  }

  #apart(depot: number, site: number): bigint {
    return (this.#kept?.[depot]?.[site] ?? 0n) - this.#amount(depot, site);
  }

  #amount(depot: number, site: number): bigint {
    return this.#carried[depot]?.[site] ?? 0n;
  }

  #changeBeyond(depot: number, site: number): number {
    return (this.#kept?.[depot]?.[site] ?? 0n) > 0n ? this.#beyond : this.#beyond + 1;
  }
}

type State = {
  readonly site: number;
  readonly store: Store;
  readonly handOvers: HandOvers;
  readonly prices: Prices;
};

/** From the depot that has something left to the one that serves the site: each hands `site` over to the one before it. */
type Step = { readonly depot: number; readonly site: number };

type Price = { readonly change: number; readonly length: number };

const isLess = (a: Price, b: Price | null): boolean =>
  b === null || a.change < b.change || (a.change === b.change && a.length < b.length);

function cheapestWay({ site, store, handOvers, prices }: State): readonly Step[] | null {
  const { left } = store;
  const best = left.map((_, depot): Price | null => {
    const length = prices.length(depot, site);
    return length === null ? null : { change: prices.changeOfOneMore(depot, site), length };
  });
  const onward: (Step | null)[] = left.map(() => null);
  const handing = handOvers.all();
  // Bellman and Ford: costs of handing over can be negative, circles of them cannot.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, site: handed, change, length } of handing) {
      const known = best[from];
      if (known === null || known === undefined) continue;
      const there = { change: known.change + change, length: known.length + length };
      if (!isLess(there, best[to] ?? null)) continue;
      best[to] = there;
      onward[to] = { depot: from, site: handed };
      changed = true;
    }
  }
  const start = cheapestStart(best, store);
  if (start === null) return null;
  const steps: Step[] = [];
  for (let depot = start; ; ) {
    const next: Step | null = onward[depot] ?? null;
    steps.push({ depot, site: next?.site ?? site });
    if (next === null) return steps;
    depot = next.depot;
  }
}

/** Of those that have something left: who changes least, then whose lot runs out first, then who has the shortest way. */
function cheapestStart(best: readonly (Price | null)[], store: Store): number | null {
  let start: { readonly depot: number; readonly price: Price; readonly turn: number } | null = null;
  for (const [depot, price] of best.entries()) {
    if (price === null || store.left[depot] === 0n) continue;
    const { turn } = nextLot(store, depot);
    const isBefore =
      start === null ||
      price.change < start.price.change ||
      (price.change === start.price.change &&
        (turn < start.turn || (turn === start.turn && price.length < start.price.length)));
    if (isBefore) start = { depot, price, turn };
  }
  return start?.depot ?? null;
}

type HandOver = Price & { readonly from: number; readonly to: number; readonly site: number };

/** For each two depots the site that costs least more when the second serves it instead of the first; of equals the first site. */
class HandOvers {
  readonly #carried: Amounts;
  readonly #prices: Prices;
  readonly #best: (HandOver | null)[][];

  constructor(carried: Amounts, prices: Prices) {
    this.#carried = carried;
    this.#prices = prices;
    this.#best = carried.map(() => carried.map(() => null));
  }

  all(): HandOver[] {
    return this.#best.flatMap((row) => row.filter((one) => one !== null));
  }

  /** After these depots carry other amounts than before: only what they hand over, and what is handed to them, costs otherwise. */
  renew(depots: readonly number[]): void {
    for (const depot of depots) {
      const served = this.#servedBy(depot);
      for (const other of this.#carried.keys()) {
        if (other === depot) continue;
        this.#renewPair(depot, other, served);
        if (this.#prices.dependOnCarried) this.#renewPair(other, depot, this.#servedBy(other));
      }
    }
  }

  #servedBy(depot: number): readonly number[] {
    const row = this.#carried[depot] as readonly bigint[];
    const served: number[] = [];
    for (let site = 0; site < row.length; site++) if ((row[site] as bigint) > 0n) served.push(site);
    return served;
  }

  #renewPair(from: number, to: number, served: readonly number[]): void {
    const prices = this.#prices;
    let best: HandOver | null = null;
    for (const site of served) {
      const there = prices.length(to, site);
      if (there === null) continue;
      const length = there - (prices.length(from, site) ?? 0);
      const change = prices.changeOfOneMore(to, site) - prices.changeOfOneLess(from, site);
      if (best === null || change < best.change || (change === best.change && length < best.length))
        best = { from, to, site, change, length };
    }
    (this.#best[from] as (HandOver | null)[])[to] = best;
  }
}

type Sent = {
  readonly lacking: bigint;
  readonly store: Store;
  readonly carried: bigint[][];
  readonly prices: Prices;
};

function send(way: readonly Step[], site: number, { lacking, store, carried, prices }: Sent): bigint {
  const { left } = store;
  const start = way[0]?.depot as number;
  const { room: inLot } = nextLot(store, start);
  let amount = lacking < inLot ? lacking : inLot;
  for (const [at, step] of way.entries()) {
    const next = way[at + 1];
    const served = next === undefined ? site : step.site;
    const room = prices.roomAbove(step.depot, served);
    if (room !== null && room < amount) amount = room;
    if (next === undefined) continue;
    const held = prices.roomBelow(next.depot, step.site);
    if (held < amount) amount = held;
  }
  left[start] = (left[start] as bigint) - amount;
  for (const [at, { depot, site: served }] of way.entries()) {
    const next = way[at + 1];
    const own = carried[depot] as bigint[];
    const here = next === undefined ? site : served;
    own[here] = (own[here] as bigint) + amount;
    if (next === undefined) continue;
    const other = carried[next.depot] as bigint[];
    other[served] = (other[served] as bigint) - amount;
  }
  return amount;
}
