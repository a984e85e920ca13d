// What becomes of bodies: they leave, are excluded, dissolve.
import { seal } from './assembly.ts';
import { decideAbove, dissolve, leave } from './bodies.ts';
import { anyone, indexOf } from './federation.ts';
import { federationOf, type World } from './upper.ts';

export function playBodies(): World {
  const world = federationOf({ bases: 5 });
  const { fed, upper, bases } = world;
  const [, , third, fourth, fifth] = bases;
  if (third === undefined || fourth === undefined || fifth === undefined) throw new Error('there are five bases');
  leave(world, fifth);
  const four = { ...world, bases: bases.slice(0, 4) };
  const proposal = { kind: 'exclude', below: fourth.origin } as const;
  const excluded = decideAbove(four, { matter: 'affiliation', proposal });
  seal(fed, upper, indexOf(excluded, 'AffiliationEnded'));
  fed.must(fourth.origin, anyone, 'PresentEnd', { other: upper.origin });
  dissolve(fed, third);
  fed.must(upper.origin, anyone, 'PresentEnd', { other: third.origin });
  return world;
}
