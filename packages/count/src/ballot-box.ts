import type { Ballots } from './election.ts';
import { LIMB } from './election.ts';
import { type Decimal, power10 } from './exact/decimal.ts';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** All weights together, below which they stay in one array (see `LIMB`). */
const ONE_ARRAY = 1n << 33n;

/** Takes ballots one by one and keeps equal ones together; grows with what comes in, never with what a header promises. */
export class BallotBox {
  private entries = new Int32Array(1024);
  private scores: Int32Array | null = null;
  private used = 0;
  private starts = new Uint32Array(256);
  private weights = new Float64Array(256);
  /** Weights that a number does not hold exactly. */
  private readonly large = new Map<number, bigint>();
  private groups = 0;
  private slots = new Int32Array(512).fill(-1);
  private hashes = new Int32Array(256);
  private scale = 0;
  private blank = 0n;
  private total = 0n;
  private smallTotal = 0;

  /** Files one ballot: the first `length` of the entries, and their scores where it is scored. */
  add(entries: Int32Array, length: number, weight: number, scores: Int32Array | null = null): void {
    this.file(entries, length, scores, this.scale === 0 ? weight : weight * Number(power10(this.scale)), null);
  }

  /** The same with a weight of any size, or with decimals. */
  addWeighted(entries: Int32Array, length: number, weight: Decimal, scores: Int32Array | null = null): void {
    if (weight.digits > this.scale) this.rescale(weight.digits);
    const units = weight.units * power10(this.scale - weight.digits);
    this.file(entries, length, scores, units <= SAFE ? Number(units) : 0, units <= SAFE ? null : units);
  }

  finish(): Ballots {
    const { groups, used } = this;
    const starts = this.starts.slice(0, groups + 1);
    starts[groups] = used;
    const total = this.total + BigInt(this.smallTotal);
    return {
      groups,
      starts,
      entries: this.entries.subarray(0, used),
      scores: this.scores?.subarray(0, used) ?? null,
      limbs: total <= ONE_ARRAY ? [this.weights.slice(0, groups)] : this.limbs(),
      scale: this.scale,
      total,
      blank: this.blank,
    };
  }

  private file(
    entries: Int32Array,
    length: number,
    scores: Int32Array | null,
    small: number,
    large: bigint | null,
  ): void {
    this.count(small, large);
    if (length === 0) {
      this.blank += large ?? BigInt(small);
      return;
    }
    if (scores !== null && this.scores === null) this.scores = new Int32Array(this.entries.length);
    const hash = hashOf(entries, length, scores);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let found = this.slots[slot] as number; found >= 0; found = this.slots[slot] as number) {
      if (this.hashes[found] === hash && this.isSame(found, entries, length, scores)) {
        this.weigh(found, small, large);
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.groups;
    this.open(entries, length, scores, hash, small, large);
  }

  private count(small: number, large: bigint | null): void {
    if (large !== null) this.total += large;
    else this.smallTotal += small;
    if (this.smallTotal > Number.MAX_SAFE_INTEGER / 2) {
      this.total += BigInt(this.smallTotal);
      this.smallTotal = 0;
    }
  }

  private weigh(group: number, small: number, large: bigint | null): void {
    const sum = (this.weights[group] as number) + small;
    if (large === null && this.large.size === 0 && sum <= Number.MAX_SAFE_INTEGER) {
      this.weights[group] = sum;
      return;
    }
    const before = this.large.get(group);
    if (before === undefined && large === null && sum <= Number.MAX_SAFE_INTEGER) {
      this.weights[group] = sum;
      return;
    }
    this.large.set(group, (before ?? BigInt(this.weights[group] as number)) + (large ?? BigInt(small)));
    this.weights[group] = 0;
  }

  private open(
    entries: Int32Array,
    length: number,
    scores: Int32Array | null,
    hash: number,
    small: number,
    large: bigint | null,
  ): void {
    const group = this.groups;
    if (group + 2 > this.starts.length) this.widen();
    while (this.used + length > this.entries.length) this.lengthen();
    for (let at = 0; at < length; at++) this.entries[this.used + at] = entries[at] as number;
    if (scores !== null) this.scores?.set(scores.subarray(0, length), this.used);
    this.starts[group] = this.used;
    this.used += length;
    this.starts[group + 1] = this.used;
    this.hashes[group] = hash;
    this.weights[group] = small;
    if (large !== null) this.large.set(group, large);
    this.groups += 1;
    if (this.groups * 2 > this.slots.length) this.rehash();
  }

  private isSame(group: number, entries: Int32Array, length: number, scores: Int32Array | null): boolean {
    const start = this.starts[group] as number;
    if ((this.starts[group + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) {
      if (this.entries[start + at] !== entries[at]) return false;
      if (scores !== null && this.scores?.[start + at] !== scores[at]) return false;
    }
    return true;
  }

  private widen(): void {
    const size = this.starts.length * 2;
    this.starts = grown(this.starts, new Uint32Array(size));
    this.weights = grown(this.weights, new Float64Array(size));
    this.hashes = grown(this.hashes, new Int32Array(size));
  }

  private lengthen(): void {
    const size = this.entries.length * 2;
    this.entries = grown(this.entries, new Int32Array(size));
    if (this.scores !== null) this.scores = grown(this.scores, new Int32Array(size));
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let group = 0; group < this.groups; group++) {
      let slot = (this.hashes[group] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = group;
    }
    this.slots = slots;
  }

  private rescale(digits: number): void {
    const factor = power10(digits - this.scale);
    this.total = (this.total + BigInt(this.smallTotal)) * factor;
    this.smallTotal = 0;
    this.blank *= factor;
    for (let group = 0; group < this.groups; group++) {
      const units = (this.large.get(group) ?? BigInt(this.weights[group] as number)) * factor;
      this.large.delete(group);
      this.weights[group] = units <= SAFE ? Number(units) : 0;
      if (units > SAFE) this.large.set(group, units);
    }
    this.scale = digits;
  }

  private limbs(): Float64Array[] {
    const limbs: Float64Array[] = [];
    const mask = (1n << LIMB) - 1n;
    for (let group = 0; group < this.groups; group++) {
      let rest = this.large.get(group) ?? BigInt(this.weights[group] as number);
      for (let digit = 0; rest > 0n; digit++, rest >>= LIMB) {
        limbs[digit] ??= new Float64Array(this.groups);
        (limbs[digit] as Float64Array)[group] = Number(rest & mask);
      }
    }
    return limbs;
  }
}

function grown<T extends Int32Array | Uint32Array | Float64Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function hashOf(entries: Int32Array, length: number, scores: Int32Array | null): number {
  let hash = length;
  for (let at = 0; at < length; at++) {
    hash = Math.imul(hash ^ (entries[at] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
    if (scores !== null) hash = Math.imul(hash ^ (scores[at] as number), 0x85ebca6b);
  }
  return hash ^ (hash >>> 13);
}
