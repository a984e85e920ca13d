import { add, compare, divide, multiply, type Ratio, subtract, zero } from '../exact/ratio.ts';

/**
 * What somebody gets at each level of a rule, as straight pieces: from `from` on, `base + slope × level`. It never falls,
 * has no jumps, begins at level 0, and is the same for ever after its last piece. Every rule here is such a function for
 * each claimant, and sharing is finding the level at which all together get what there is (Young 1987, parametric rules).
 */
export type LevelFunction = readonly Piece[];
export type Piece = { readonly from: Ratio; readonly base: Ratio; readonly slope: Ratio };

export const constant = (amount: Ratio): LevelFunction => [{ from: zero, base: amount, slope: zero }];

/** Kept from falling below `floor` and from rising above `ceiling`. */
export function clamped(pieces: LevelFunction, floor: Ratio, ceiling: Ratio): LevelFunction {
  const result: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const end = pieces[at + 1]?.from;
    const cuts = [floor, ceiling].flatMap((bound) => crossing(piece, bound, end));
    for (const from of [piece.from, ...cuts]) result.push(bounded({ ...piece, from }, floor, ceiling));
  }
  return result;
}

/** Where a piece, inside itself, passes an amount. */
function crossing({ from, base, slope }: Piece, amount: Ratio, end: Ratio | undefined): Ratio[] {
  if (slope.n === 0n) return [];
  const level = divide(subtract(amount, base), slope);
  const isInside = compare(level, from) > 0 && (end === undefined || compare(level, end) < 0);
  return isInside ? [level] : [];
}

/** The piece as it is just after its beginning. */
function bounded(piece: Piece, floor: Ratio, ceiling: Ratio): Piece {
  const { from, base, slope } = piece;
  const amount = add(base, multiply(slope, from));
  const above = compare(amount, ceiling);
  const below = compare(amount, floor);
  if (above > 0 || (above === 0 && slope.n > 0n)) return { from, base: ceiling, slope: zero };
  if (below < 0) return { from, base: floor, slope: zero };
  return piece;
}
