import type { Element, Group } from './group.ts';

/** A table of a million powers takes about 300 MB; with it, sums of weights up to 10^12 can be read. */
const MOST_STEPS = 1_048_576n;

/** For each element the exponent between 0 and `most` that makes it of g: baby steps, giant steps. */
export function discreteLogarithms(
  group: Group,
  elements: readonly Element[],
  most: bigint,
): readonly bigint[] | undefined {
  const steps = squareRootAbove(most + 1n);
  if (steps > MOST_STEPS) return undefined;
  const babies = new Map<Element, bigint>();
  let power = group.one;
  for (let step = 0n; step < steps; step++) {
    babies.set(power, step);
    power = group.multiply(power, group.g);
  }
  const giant = group.powerOfG(group.q - steps);
  const found = elements.map((element) => {
    let rest = element;
    for (let step = 0n; step <= steps; step++) {
      const baby = babies.get(rest);
      if (baby !== undefined) return step * steps + baby;
      rest = group.multiply(rest, giant);
    }
    return undefined;
  });
  return found.some((value) => value === undefined || value > most) ? undefined : (found as bigint[]);
}

function squareRootAbove(value: bigint): bigint {
  let root = BigInt(Math.ceil(Math.sqrt(Number(value))));
  while (root * root < value) root += 1n;
  return root;
}
