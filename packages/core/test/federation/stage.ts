// Worlds in which people try one thing after the other at one subject: whole steps, in any order, mostly refused.
import type { Try } from './random.ts';
import type { World } from './upper.ts';

export interface Stage {
  readonly given: () => World;
  readonly steps: readonly ((world: World, numbers: Numbers) => void)[];
}

export interface Numbers {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const pick = <T>(list: readonly T[], number: number): T => {
  const found = list[number % list.length];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

/** A step of several commands ends where one of them is refused; what is wrong otherwise is wrong. */
export function play({ steps }: Stage, world: World, [, , what, a, b, c]: Try): void {
  try {
    pick(steps, what)(world, { a, b, c });
  } catch (error) {
    if (!(error instanceof Error) || !/ was refused: |^no [A-Z]\w+ among /.test(error.message)) throw error;
  }
}
