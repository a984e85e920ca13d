// What becomes of bodies: their rolls are counted and audited; they leave, are excluded, dissolve.
import { type Base, seal, statuteWith } from './assembly.ts';
import { audit, decideAbove, dissolve, leave, orderAudit, showRoll } from './bodies.ts';
import { anyone, indexOf } from './federation.ts';
import { federationOf, type World } from './upper.ts';

/** A roll is counted, audited and weighed. */
function rolls(world: World, base: Base): void {
  const { fed, upper } = world;
  showRoll(fed, base);
  const entitlement = { kind: 'per-members', members: 4 } as const;
  const statute = statuteWith({ entitlement, roll: { waitingDays: 30, sample: { num: 1, den: 2 } } });
  decideAbove(world, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
  audit(world, base, orderAudit(world, base), 2);
  fed.must(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin });
}

export function playBodies(): World {
  const world = federationOf({ bases: 5 });
  const { fed, upper, bases } = world;
  const [, , third, fourth, fifth] = bases;
  if (third === undefined || fourth === undefined || fifth === undefined) throw new Error('there are five bases');
  rolls(world, fifth);
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
