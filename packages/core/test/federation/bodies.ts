// What bodies decide about themselves: to leave, to exclude, to dissolve.
import { type Base, evening, indexOf, seal } from './assembly.ts';
import { anyone, type Done, type Federation } from './federation.ts';
import { decideByRollCall, sitUpper, type World } from './upper.ts';

type Item = Parameters<typeof evening>[2][number];

/** One decision of a base, everybody voting yes. */
export function decideBelow(fed: Federation, base: Base, item: Item): Done {
  const [done] = evening(fed, base, [item]);
  if (done === undefined) throw new Error('it was decided');
  return done;
}

/** One decision of the assembly above, in a sitting of its own. */
export function decideAbove(world: World, item: Item): Done {
  const sitting = sitUpper(world, item);
  const done = decideByRollCall(world, sitting, item);
  world.fed.must(world.upper.origin, world.upper.presidium, 'CloseSitting', { sitting });
  return done;
}

/** The base leaves the assembly above; sealed, and shown there by anyone unless it is kept back. */
export function leave({ fed, upper }: World, base: Base, show = true): void {
  const proposal = { kind: 'leave', above: upper.origin } as const;
  const done = decideBelow(fed, base, { matter: 'affiliation', proposal });
  seal(fed, base, indexOf(done, 'AffiliationEnded'));
  if (show) fed.must(upper.origin, anyone, 'PresentEnd', { other: base.origin });
}

export function dissolve(fed: Federation, base: Base): void {
  const proposal = { kind: 'dissolve', assetsTo: 'la escuela' } as const;
  const done = decideBelow(fed, base, { matter: 'dissolution', proposal });
  seal(fed, base, indexOf(done, 'BodyDissolved'));
}

/** The base counts its roll and seals it; for an audit, what the sample showed. */
export function showRoll(fed: Federation, base: Base, doubleMembers = 0): void {
  const counted = fed.must(base.origin, base.secretary, 'CountRoll', { doubleMembers });
  seal(fed, base, indexOf(counted, 'RollCounted'));
}

/** The assembly above orders an audit, sealed. */
export function orderAudit(world: World, base: Base): number {
  const proposal = { kind: 'order-audit', below: base.origin } as const;
  const order = indexOf(decideAbove(world, { matter: 'affiliation', proposal }), 'RollAuditOrdered');
  seal(world.fed, world.upper, order);
  return order;
}

export function audit({ fed, upper }: World, base: Base, order: number, confirmed: number, sampled = 5): void {
  const input = { order: { book: upper.origin, index: order }, sampled, confirmed };
  seal(fed, base, indexOf(fed.must(base.origin, base.secretary, 'AuditRoll', input), 'RollAudited'));
}
