import { canonicalize } from '@cabildo/book';
import { fingerprintOf } from '../../paper/fingerprint.ts';
import type { FreeLot } from './problem.ts';

/** So much of a lot for a site, as `EnterAllocation` takes it. */
export interface Allotted {
  readonly lot: number;
  readonly site: number;
  readonly quantity: number;
}

/** What the plan gives, from which depot; whole units. */
export interface Award {
  readonly item: number;
  readonly depot: number;
  readonly site: number;
  readonly quantity: number;
}

/** A part of a plan holds as many lines as an act (decision 0017). */
const MOST_LINES = 64;

/** Awards out of lots, the one that runs out first first. A plan never gives more than the problem had. */
export function linesOf(awards: readonly Award[], free: readonly FreeLot[]): readonly Allotted[] {
  const left = free.map((one) => ({ ...one }));
  return awards.flatMap(({ item, depot, site, quantity }) => {
    let rest = quantity;
    return left.flatMap((one) => {
      const taken = one.item === item && one.site === depot ? Math.min(rest, one.quantity) : 0;
      rest -= taken;
      one.quantity -= taken;
      return taken === 0 ? [] : [{ lot: one.lot, site, quantity: taken }];
    });
  });
}

export const partsOf = (lines: readonly Allotted[]): readonly (readonly Allotted[])[] =>
  Array.from({ length: Math.ceil(lines.length / MOST_LINES) }, (_, part) =>
    lines.slice(part * MOST_LINES, (part + 1) * MOST_LINES),
  );

/** The hash that a plan names of a part (`partText` of the core): canonical JSON of its lines. */
export const partHash = (lines: readonly Allotted[]): string => fingerprintOf(canonicalize(lines));
