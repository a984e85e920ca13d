// A base forms a committee of its own, and the committee's book is begun on proof.
import { type Base, foundBody, originOf } from '../../packages/core/test/federation/assembly.ts';
import { formation } from '../../packages/core/test/federation/committees.ts';
import { anyone } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { again } from './founding.ts';
import { actOf, evening, type Playing, sealed, untilAccepted } from './sitting.ts';
import { upperStatute } from './statutes.ts';

export function* committeeFormed(sim: Simulation, base: Base): Playing<void> {
  const name = `comite-${sim.step}`;
  const committee = originOf(name);
  const proposal = formation([base], { committee });
  yield* again(sim, function* () {
    const [done] = yield* evening(sim, base, [{ matter: 'affiliation', proposal }]);
    yield* sealed(sim, base, actOf(done, 'CommitteeFormed'));
  });
  sim.home(committee).skewSeconds = 0;
  foundBody(sim, name, 'committee', upperStatute);
  yield* untilAccepted(sim, () => sim.do(committee, anyone, 'ShowFormation', { parents: [base.origin] }));
  yield 24 * 60 * (1 + sim.chance.below(20));
  const ending = { kind: 'end-committee', committee } as const;
  const [ended] = yield* evening(sim, base, [{ matter: 'recall', proposal: ending }]);
  yield* sealed(sim, base, actOf(ended, 'CommitteeEnded'));
  yield* untilAccepted(sim, () => sim.do(committee, anyone, 'PresentEnd', { other: base.origin }));
}
