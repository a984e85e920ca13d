import { Refused } from './refused.ts';

/** So many of a group have to be elected, and no more. */
export type Bound = {
  readonly group: string;
  readonly members: ReadonlySet<number>;
  readonly least: number;
  readonly most: number;
};

/** Who has to be elected and who cannot be, if the bounds are to be kept. */
export type Standing = { readonly guarded: ReadonlySet<number>; readonly doomed: ReadonlySet<number> };

/** Candidates who belong to the same groups are as good as each other for every bound. */
type Kind = { readonly bounds: readonly number[]; readonly members: readonly number[] };

/** What is still needed of a group, and how many of it there is room for. */
type Left = { readonly need: number; readonly room: number };

/** More than this many different situations are more than anybody could follow. */
const MOST_SITUATIONS = 100_000;

/**
 * Parity and origin: whether the seats can still be filled within all bounds together, and whom that decides already. A
 * candidate is guarded who is elected in every way there is left, and doomed who is elected in none (Grey and Fitzgerald; for
 * several bounds together Hill, Voting matters 9, and Otten, Voting matters 13).
 */
export class Constraints {
  private readonly bounds: readonly Bound[];

  constructor(bounds: readonly Bound[]) {
    this.bounds = bounds;
  }

  /** The same with another bound. */
  and(bound: Bound): Constraints {
    return bound.least === 0 && bound.most >= bound.members.size ? this : new Constraints([...this.bounds, bound]);
  }

  get none(): boolean {
    return this.bounds.length === 0;
  }

  /** Whether the seats can be filled from those who stand, beside those elected, within every bound. */
  canFill(elected: readonly number[], standing: readonly number[], seats: number): boolean {
    if (this.none) return true;
    const kinds = this.kindsOf(standing);
    const sizes = kinds.map(({ members }) => members.length);
    const fill = Math.min(seats - elected.length, standing.length);
    return new Search(kinds, this.bounds.length).succeeds(sizes, fill, this.leftAfter(elected));
  }

  standing(elected: readonly number[], standing: readonly number[], seats: number): Standing {
    const [guarded, doomed] = [new Set<number>(), new Set<number>()];
    if (this.none) return { guarded, doomed };
    const kinds = this.kindsOf(standing);
    const sizes = kinds.map(({ members }) => members.length);
    const fill = Math.min(seats - elected.length, standing.length);
    const left = this.leftAfter(elected);
    const search = new Search(kinds, this.bounds.length);
    kinds.forEach(({ bounds, members }, at) => {
      const fewer = sizes.map((size, each) => (each === at ? size - 1 : size));
      if (!search.succeeds(fewer, fill, left)) for (const member of members) guarded.add(member);
      const taken = left.map(({ need, room }, bound) =>
        bounds.includes(bound) ? { need: need - 1, room: room - 1 } : { need, room },
      );
      if (!search.succeeds(fewer, fill - 1, taken)) for (const member of members) doomed.add(member);
    });
    return { guarded, doomed };
  }

  /** Whether the bounds are kept whichever `number` of these are elected; `number` is all of them, or all seats left. */
  allow(
    anyOf: readonly number[],
    number: number,
    hall: { elected: readonly number[]; standing: readonly number[]; seats: number },
  ): boolean {
    if (this.none) return true;
    if (number === anyOf.length) {
      const rest = hall.standing.filter((at) => !anyOf.includes(at));
      return this.canFill([...hall.elected, ...anyOf], rest, hall.seats);
    }
    return this.leftAfter(hall.elected).every(({ need, room }, bound) => {
      const within = anyOf.filter((at) => this.bounds[bound]?.members.has(at)).length;
      return Math.min(number, within) <= room && Math.max(0, number - (anyOf.length - within)) >= need;
    });
  }

  /** The first bound that cannot be kept even alone, and otherwise null: then it is all of them together that cannot. */
  firstImpossible(standing: readonly number[], seats: number): Bound | null {
    return this.bounds.find((bound) => !new Constraints([bound]).canFill([], standing, seats)) ?? null;
  }

  private leftAfter(elected: readonly number[]): Left[] {
    return this.bounds.map(({ members, least, most }) => {
      const has = elected.filter((at) => members.has(at)).length;
      return { need: least - has, room: most - has };
    });
  }

  private kindsOf(standing: readonly number[]): Kind[] {
    const kinds = new Map<string, { bounds: number[]; members: number[] }>();
    for (const at of standing) {
      const bounds = this.bounds.flatMap(({ members }, bound) => (members.has(at) ? [bound] : []));
      const key = bounds.join();
      const known = kinds.get(key);
      if (known === undefined) kinds.set(key, { bounds, members: [at] });
      else known.members.push(at);
    }
    return [...kinds.values()];
  }
}

/** How many of each kind can be elected so that every bound is kept: tried kind by kind, no situation twice. */
class Search {
  private readonly kinds: readonly Kind[];
  /** By kind, the bounds that it or a later one belongs to. */
  private readonly open: readonly (readonly number[])[];
  private situations = 0;

  constructor(kinds: readonly Kind[], bounds: number) {
    this.kinds = kinds;
    const all = Array.from({ length: bounds }, (_, bound) => bound);
    this.open = [...kinds, null].map((_, from) =>
      all.filter((bound) => kinds.slice(from).some((kind) => kind.bounds.includes(bound))),
    );
  }

  succeeds(sizes: readonly number[], fill: number, left: readonly Left[]): boolean {
    return fill >= 0 && this.from(0, { sizes, failed: new Set() }, fill, left);
  }

  private from(
    at: number,
    tried: { sizes: readonly number[]; failed: Set<string> },
    fill: number,
    left: readonly Left[],
  ): boolean {
    const open = this.open[at] as readonly number[];
    const isOpen = (bound: number): boolean => open.includes(bound);
    if (left.some(({ need, room }, bound) => room < 0 || (need > 0 && !isOpen(bound)))) return false;
    if (at === this.kinds.length) return fill === 0;
    const key = [at, fill, ...open.map((bound) => `${left[bound]?.need}/${left[bound]?.room}`)].join();
    if (tried.failed.has(key)) return false;
    this.situations += 1;
    if (this.situations > MOST_SITUATIONS) throw tooTangled();
    const { bounds } = this.kinds[at] as Kind;
    for (let taken = Math.min(tried.sizes[at] as number, fill); taken >= 0; taken--) {
      const rest = left.map(({ need, room }, bound) =>
        bounds.includes(bound) ? { need: need - taken, room: room - taken } : { need, room },
      );
      if (this.from(at + 1, tried, fill - taken, rest)) return true;
    }
    tried.failed.add(key);
    return false;
  }
}

function tooTangled(): Refused {
  return new Refused('constraints-too-many', {
    es: 'Las condiciones de paridad y procedencia se cruzan demasiado para poder revisarlas todas. Hacen falta menos grupos.',
    en: 'The constraints of parity and origin cross each other too often to be checked. Fewer groups are needed.',
  });
}
