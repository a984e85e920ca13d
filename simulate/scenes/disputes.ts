// Two bases say that they bear one name; the assembly above says whose it is, or that it is neither's.
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, type Playing, upperEvening } from './sitting.ts';

export function* disputed(sim: Simulation, { upper, bases }: District): Playing<void> {
  const [one, other] = bases;
  if (one === undefined || other === undefined) return;
  const claims = [one, other].map(({ origin: book }) => ({ book, index: 0 }));
  const recorded = sim.must(upper.origin, upper.secretary, 'RecordDispute', { over: 'name', claims });
  yield 24 * 60 * (1 + sim.chance.below(10));
  const proposal = { kind: 'settle-dispute', dispute: actOf(recorded, 'ClaimDisputed') } as const;
  yield* upperEvening(sim, upper, [{ matter: 'affiliation', proposal }]);
}
