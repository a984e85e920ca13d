// Devices of officers: replaced by whoever still has the old one, or lost, and restored with the help of others.
import { tableGet } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { fakeSignature } from '../../packages/core/test/federation/book.ts';
import { replacementText } from '../../packages/core/test/federation/evidence.ts';
import { deviceKey } from '../../packages/core/test/federation/federation.ts';
import { lost, restoring } from '../../packages/core/test/federation/story-keys.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, evening, type Playing, sealed, untilAccepted } from './sitting.ts';

export function* newPhone(sim: Simulation, { origin, presidium }: Base): Playing<void> {
  const office = 'presidencia';
  const held = tableGet(sim.book(origin).state.officers, office);
  if (held === undefined) return;
  const newKey = deviceKey(`${origin} ${sim.step}`);
  const signature = fakeSignature(held.key, replacementText(office, newKey));
  sim.do(origin, presidium, 'ReplaceOfficerKey', { office, newKey, signature });
  yield 10;
}

/** The secretary’s device is gone: the assembly above or the own sitting confirms it, and the presidium signs. */
export function* lostPhone(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const { origin, presidium } = base;
  const report = lost(sim, base, deviceKey(`${origin} ${sim.step}`), sim.chance.happens(0.5));
  yield 24 * 60;
  if (sim.chance.happens(0.5)) {
    const [done] = yield* evening(sim, base, [{ matter: 'election', proposal: { kind: 'confirm-key-loss', report } }]);
    actOf(done, 'OfficerKeyLossConfirmed');
    sim.do(origin, presidium, 'RestoreOfficerKey', restoring(sim, base, report));
    return;
  }
  const confirm = () => sim.do(upper.origin, upper.presidium, 'ConfirmKeyLoss', { below: origin, report });
  if (!(yield* untilAccepted(sim, confirm, 6))) return;
  const confirmed = sim.book(upper.origin).acts.findLast(({ act }) => act === 'OfficerKeyLossConfirmed')?.index ?? 0;
  yield* sealed(sim, upper, confirmed);
  const restored = () => sim.do(origin, presidium, 'RestoreOfficerKey', restoring(sim, base, report, upper.origin));
  yield* untilAccepted(sim, restored, 6);
}
