// Seats for lists once more, by sorting every quotient or every remainder there is.
import { createHash } from 'node:crypto';
import { add, compare, divide, multiply, type Ratio, ratio, zero } from '../../src/exact/ratio.ts';

export type SeatRule = {
  readonly threshold?: Ratio;
  readonly exclusive?: boolean;
  readonly minimum?: number;
  readonly cap?: number;
};

/** The votes of the lists that pass the threshold; those of the others count for nothing. */
function inside(votes: readonly number[], { threshold = zero, exclusive = false }: SeatRule): number[] {
  const all = votes.reduce((a, b) => a + b, 0);
  const needed = multiply(threshold, ratio(BigInt(all)));
  return votes.flatMap((own, at) => (compare(ratio(BigInt(own)), needed) >= (exclusive ? 1 : 0) ? [at] : []));
}

/** The seats by sorting every quotient there could be; null where the last seat falls on equals. */
export function naiveDivisors(
  votes: readonly number[],
  seats: number,
  divisor: (has: number) => Ratio,
  rule: SeatRule = {},
): number[] | null {
  const { minimum = 0, cap = seats } = rule;
  const lists = inside(votes, rule);
  const left = seats - lists.length * minimum;
  const all = lists.flatMap((at) =>
    Array.from({ length: cap }, (_, has) => ({ at, value: divide(ratio(BigInt(votes[at]!)), divisor(has)) })).slice(
      minimum,
    ),
  );
  const open = all.filter(({ value }) => value.n > 0n).sort((a, b) => compare(b.value, a.value));
  const [last, next] = left > 0 ? [open[left - 1], open[left]] : [];
  if (last !== undefined && next !== undefined && compare(last.value, next.value) === 0) return null;
  const won = open.slice(0, left);
  return votes.map((_, at) => won.filter((row) => row.at === at).length + (lists.includes(at) ? minimum : 0));
}

/** Whole quotas, or the minimum, or the cap; then the largest of what is left over, in turns. */
export function naiveRemainders(
  votes: readonly number[],
  seats: number,
  quotaOf: (votes: number, seats: number) => Ratio,
  rule: SeatRule = {},
): number[] | null {
  const { minimum = 0, cap = seats } = rule;
  const lists = inside(votes, rule);
  const quota = quotaOf(
    lists.reduce((sum, at) => sum + votes[at]!, 0),
    seats,
  );
  const shares = votes.map((number) => divide(ratio(BigInt(number)), quota));
  const has = shares.map(({ n, d }, at) => (lists.includes(at) ? Math.max(minimum, Math.min(Number(n / d), cap)) : 0));
  const rest = shares.map((share, at) => add(share, ratio(BigInt(-has[at]!))));
  let left = seats - has.reduce((a, b) => a + b, 0);
  while (left > 0) {
    const open = lists.filter((at) => has[at]! < cap).sort((a, b) => compare(rest[b]!, rest[a]!));
    if (open.length === 0) return has;
    const [last, next] = [open[left - 1], open[left]];
    if (last !== undefined && next !== undefined && compare(rest[last]!, rest[next]!) === 0) return null;
    for (const at of open.slice(0, left)) has[at]! += 1;
    left -= Math.min(left, open.length);
  }
  return has;
}

/** Draws by SHA-256 with another program's digest: what is above the last whole multiple is drawn again. */
export function naiveDraw(pool: readonly string[], places: number, seed: string): string[] {
  const left = [...pool];
  return Array.from({ length: Math.min(places, pool.length) }, (_, n) => {
    for (let attempt = 0; ; attempt++) {
      const value = BigInt(`0x${createHash('sha256').update(`${seed}\n${n}\n${attempt}`).digest('hex')}`);
      const size = BigInt(left.length);
      if (value / size < 2n ** 256n / size) return left.splice(Number(value % size), 1)[0]!;
    }
  });
}
