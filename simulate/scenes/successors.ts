// A body whose book goes on in another one: its officers sign what was taken over, and the assembly above admits it anew.
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, type Playing, sealed, upperEvening } from './sitting.ts';

export function* goesOn(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const below = base.origin;
  const { acts, key } = sim.book(below);
  for (const { act, index } of [...acts])
    if (act === 'AffiliationRequested' || act === 'DelegatesElected') yield* sealed(sim, base, index);
  yield 24 * 60;
  const admission = { kind: 'admit', below, key, title: below, entitlement: 2 } as const;
  const [admitted] = yield* upperEvening(sim, upper, [{ matter: 'affiliation', proposal: admission }]);
  actOf(admitted, 'AffiliationAdmitted');
}
