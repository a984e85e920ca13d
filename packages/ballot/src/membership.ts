/** Whether many elements belong to the group, by far fewer powers than there are elements. */
import type { Element, Group } from './group.ts';
import type { Random } from './machine.ts';

/**
 * Each round throws every element into one of its buckets, by chance, and multiplies what lies in each. Somebody who slips in
 * one that is no member, whatever the others are, passes a round only if it falls into the one bucket, if any, where the others
 * make up for it: once in 64 times. Seventeen rounds are passed once in 2^102 times. Nothing is assumed about the order of what
 * is slipped in, which products with random exponents would need: (p - 1) / q is divisible by 2 and by 3.
 */
const ROUNDS = 17;
const BUCKETS = 64;

/** Below this the buckets have more powers than the elements. */
const MANY = 2_048;

export interface MembershipTest {
  readonly take: (element: Element) => void;
  /** Whether all that were taken are members. */
  readonly holds: () => boolean;
}

export function testMembership(group: Group, random: Random): MembershipTest {
  let few: Element[] | undefined = [];
  const rounds = Array.from({ length: ROUNDS }, () => Array.from({ length: BUCKETS }, () => group.one));
  const throwIn = (element: Element): void => {
    const places = random(ROUNDS);
    for (const [at, buckets] of rounds.entries()) {
      const bucket = (places[at] as number) % BUCKETS;
      buckets[bucket] = group.multiply(buckets[bucket] as Element, element);
    }
  };
  return {
    take(element) {
      if (few === undefined) throwIn(element);
      else if (few.push(element) > MANY) {
        for (const one of few) throwIn(one);
        few = undefined;
      }
    },
    holds: () => (few ?? rounds.flat()).every(group.isMember),
  };
}
