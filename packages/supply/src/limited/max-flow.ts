/** Which depots reach which group of sites; groups that the same depots reach are one. */
export type Network = {
  readonly depots: number;
  /** By group, the depots that reach it. */
  readonly reach: readonly (readonly number[])[];
};

/** Doubles while all sums are exact in them (below 2^53), otherwise bigints: the same steps, the same cut. */
type Exact = number | bigint;

/**
 * The most that depots can give to groups, in whole numbers, and the cut that proves it. Dinic 1970 on a network of two
 * layers: paths from depots with something left to groups that lack something, shortest first.
 */
export class Flow {
  readonly #reach: readonly (readonly number[])[];
  readonly #served: readonly number[][];
  readonly #carried: Exact[][];
  readonly #backward: number[][];
  readonly left: Exact[];
  readonly lacking: Exact[];
  readonly #zero: Exact;
  #depth: Int32Array;
  #groupDepth: Int32Array;
  #next: Int32Array;
  #groupNext: Int32Array;
  /** Depots from which nothing more can be had, by whatever exchange: found once, true for ever. */
  readonly #exhausted: Uint8Array;

  constructor({ depots, reach }: Network, stocks: readonly bigint[], wanted: readonly bigint[]) {
    const total = [...stocks, ...wanted].reduce((all, amount) => all + amount, 0n);
    const fits = total < 1n << 53n;
    const exact = (amounts: readonly bigint[]): Exact[] => (fits ? amounts.map(Number) : [...amounts]);
    this.#zero = fits ? 0 : 0n;
    this.#reach = reach;
    this.left = exact(stocks);
    this.lacking = exact(wanted);
    this.#served = Array.from({ length: depots }, () => []);
    // For each depot, at which place of the group's own list it stands.
    this.#backward = Array.from({ length: depots }, () => []);
    for (const [group, sources] of reach.entries()) {
      for (const [place, depot] of sources.entries()) {
        this.#served[depot]?.push(group);
        this.#backward[depot]?.push(place);
      }
    }
    this.#carried = reach.map((sources) => sources.map(() => this.#zero));
    this.#exhausted = new Uint8Array(depots);
    this.#depth = new Int32Array(depots);
    this.#groupDepth = new Int32Array(reach.length);
    this.#next = new Int32Array(depots);
    this.#groupNext = new Int32Array(reach.length);
  }

  fill(): void {
    this.#pourEvenly();
    while (this.#layer()) {
      this.#next.fill(0);
      this.#groupNext.fill(0);
      for (let depot = 0; depot < this.left.length; depot++) {
        while (this.#at(this.left, depot) > this.#zero) {
          const sent = this.#send(depot, this.#at(this.left, depot));
          if (sent === this.#zero) break;
          this.left[depot] = minus(this.#at(this.left, depot), sent);
        }
      }
    }
  }

  /** Groups that lack something, and all that is bound up with them: what they and the depots that reach them share. */
  shortSide(): { readonly groups: Uint8Array; readonly depots: Uint8Array } {
    const groups = new Uint8Array(this.#reach.length);
    const depots = new Uint8Array(this.left.length);
    const queue: number[] = [];
    for (const [group, lack] of this.lacking.entries()) if (lack > this.#zero) queue.push(group);
    for (const group of queue) groups[group] = 1;
    for (let group = queue.pop(); group !== undefined; group = queue.pop()) {
      for (const depot of this.#reach[group] as readonly number[]) {
        if (depots[depot] === 1) continue;
        depots[depot] = 1;
        for (const [at, other] of (this.#served[depot] as number[]).entries()) {
          if (groups[other] === 1 || this.#carriedAt(depot, at, other) === this.#zero) continue;
          groups[other] = 1;
          queue.push(other);
        }
      }
    }
    return { groups, depots };
  }

  /** One unit more for a group, if some exchange among the depots makes that possible. */
  addUnit(group: number): boolean {
    // From each depot on the way, at which place it would take over, and what it serves now would be taken over from there.
    const cameFrom = new Map<number, { readonly group: number; readonly place: number; readonly via: number | null }>();
    const queue: number[] = [];
    const look = (wanting: number, via: number | null): void => {
      for (const [place, depot] of this.#sources(wanting).entries()) {
        if (this.#exhausted[depot] === 1 || cameFrom.has(depot)) continue;
        cameFrom.set(depot, { group: wanting, place, via });
        queue.push(depot);
      }
    };
    look(group, null);
    for (let head = 0; head < queue.length; head++) {
      const depot = queue[head] as number;
      if (this.#at(this.left, depot) > this.#zero) return this.#exchange(depot, cameFrom);
      for (const [at, other] of (this.#served[depot] as number[]).entries()) {
        if (this.#carriedAt(depot, at, other) > this.#zero) look(other, depot);
      }
    }
    for (const depot of queue) this.#exhausted[depot] = 1;
    return false;
  }

  /** Follows the way back to the group that wants: each depot serves the next, which lets go of one for the one before. */
  #exchange(
    start: number,
    cameFrom: ReadonlyMap<number, { readonly group: number; readonly place: number; readonly via: number | null }>,
  ): true {
    const one: Exact = typeof this.#zero === 'number' ? 1 : 1n;
    this.left[start] = minus(this.#at(this.left, start), one);
    for (let depot: number | null = start; depot !== null; ) {
      const step = cameFrom.get(depot);
      if (step === undefined) throw new Error('a depot on the way has no way');
      const row = this.#carried[step.group] as Exact[];
      row[step.place] = plus(row[step.place] as Exact, one);
      if (step.via !== null) {
        const held = this.#sources(step.group).indexOf(step.via);
        row[held] = minus(row[held] as Exact, one);
      }
      depot = step.via;
    }
    return true;
  }

  /** A first filling: those whom few depots reach first, from the depot that has most left. */
  #pourEvenly(): void {
    const order = [...this.#reach.keys()].sort((a, b) => this.#sources(a).length - this.#sources(b).length || a - b);
    for (const group of order) {
      const sources = this.#sources(group);
      while (this.#at(this.lacking, group) > this.#zero) {
        let best = -1;
        for (const [place, depot] of sources.entries()) {
          if (best < 0 || this.#at(this.left, depot) > this.#at(this.left, sources[best] as number)) best = place;
        }
        const depot = sources[best];
        if (depot === undefined || this.#at(this.left, depot) === this.#zero) break;
        const sent = lesser(this.#at(this.left, depot), this.#at(this.lacking, group));
        const row = this.#carried[group] as Exact[];
        row[best] = plus(row[best] as Exact, sent);
        this.left[depot] = minus(this.#at(this.left, depot), sent);
        this.lacking[group] = minus(this.#at(this.lacking, group), sent);
      }
    }
  }

  /** How many steps each is from a depot with something left; whether a group that lacks something is among them. */
  #layer(): boolean {
    this.#depth.fill(-1);
    this.#groupDepth.fill(-1);
    const queue: number[] = [];
    for (const [depot, left] of this.left.entries()) {
      if (left === this.#zero) continue;
      this.#depth[depot] = 0;
      queue.push(depot);
    }
    let found = false;
    for (let head = 0; head < queue.length; head++) {
      const depot = queue[head] as number;
      const depth = this.#depth[depot] as number;
      for (const group of this.#served[depot] as number[]) {
        if (this.#groupDepth[group] !== -1) continue;
        this.#groupDepth[group] = depth + 1;
        if (this.#at(this.lacking, group) > this.#zero) found = true;
        if (found) continue;
        const row = this.#carried[group] as Exact[];
        for (const [place, other] of this.#sources(group).entries()) {
          if (this.#depth[other] !== -1 || row[place] === this.#zero) continue;
          this.#depth[other] = depth + 2;
          queue.push(other);
        }
      }
    }
    return found;
  }

  /** Sends as much as it can, up to `most`, on one shortest path from here; from a group on by taking over its other source's part. */
  #send(depot: number, most: Exact): Exact {
    const served = this.#served[depot] as number[];
    for (; (this.#next[depot] as number) < served.length; this.#next[depot] = (this.#next[depot] as number) + 1) {
      const at = this.#next[depot] as number;
      const group = served[at] as number;
      if (this.#groupDepth[group] !== (this.#depth[depot] as number) + 1) continue;
      const sent = this.#sendInto(group, most);
      if (sent === this.#zero) continue;
      const row = this.#carried[group] as Exact[];
      const place = (this.#backward[depot] as number[])[at] as number;
      row[place] = plus(row[place] as Exact, sent);
      return sent;
    }
    return this.#zero;
  }

  #sendInto(group: number, most: Exact): Exact {
    const lack = this.#at(this.lacking, group);
    if (lack > this.#zero) {
      const sent = lesser(lack, most);
      this.lacking[group] = minus(lack, sent);
      return sent;
    }
    const sources = this.#sources(group);
    const row = this.#carried[group] as Exact[];
    const deeper = (this.#groupDepth[group] as number) + 1;
    for (
      ;
      (this.#groupNext[group] as number) < sources.length;
      this.#groupNext[group] = (this.#groupNext[group] as number) + 1
    ) {
      const place = this.#groupNext[group] as number;
      const other = sources[place] as number;
      const carried = row[place] as Exact;
      if (this.#depth[other] !== deeper || carried === this.#zero) continue;
      const sent = this.#send(other, lesser(carried, most));
      if (sent === this.#zero) continue;
      row[place] = minus(row[place] as Exact, sent);
      return sent;
    }
    return this.#zero;
  }

  #carriedAt(depot: number, at: number, group: number): Exact {
    return (this.#carried[group] as Exact[])[(this.#backward[depot] as number[])[at] as number] as Exact;
  }

  #sources(group: number): readonly number[] {
    return this.#reach[group] as readonly number[];
  }

  #at(amounts: readonly Exact[], at: number): Exact {
    return amounts[at] as Exact;
  }
}

// Both operands are always of the same kind, so the one sign serves both.
const plus = (a: Exact, b: Exact): Exact => (a as number) + (b as number);
const minus = (a: Exact, b: Exact): Exact => (a as number) - (b as number);
const lesser = (a: Exact, b: Exact): Exact => (a < b ? a : b);
