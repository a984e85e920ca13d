// A base binds its delegates to a no on what it sent up itself; in the assembly above one of them votes otherwise, and is marked.
import type { Actor } from '@cabildo/core';
import { type Base, dataOf, indexOf, openVote, table } from '../../packages/core/test/federation/assembly.ts';
import { sha256 } from '../../packages/core/test/federation/book.ts';
import { anyone, type Done } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, evening, inAssembly, type Playing, sealed, untilAccepted } from './sitting.ts';

const day = 24 * 60;

export function* breached(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const text = `Encargo ${sim.step}`;
  const received = yield* sentUp(sim, base, upper.origin, text);
  if (received === null) return;
  const on = { book: upper.origin, index: received };
  const proposal = { kind: 'mandate', on, textHash: sha256(text), instruction: 'no' } as const;
  const [done] = yield* evening(sim, base, [{ matter: 'mandate', proposal }]);
  yield* sealed(sim, base, actOf(done, 'MandateGiven'));
  yield (1 + sim.chance.below(3)) * day;
  yield* inAssembly(sim, upper, [], function* (sitting) {
    const { origin, presidium: chair } = upper;
    const item = { matter: 'ordinary', title: text, text, from: received } as const;
    const vote = openVote(sim, { origin, chair }, table(sim, { origin, chair }, sitting, item), 'roll-call');
    for (const below of upper.bases.map((one) => one.origin)) called(sim, { origin, chair }, vote, below);
    yield 1 + sim.chance.below(60);
    sim.must(origin, chair, 'CloseVote', { vote });
  });
}

/** Whoever is bound may say yes all the same; some do as they were told. */
function called(sim: Simulation, hall: { origin: string; chair: Actor }, vote: number, below: string): void {
  const choices = sim.chance.pick([
    ['yes', 'no'],
    ['no', 'no'],
    ['yes', 'yes'],
    ['abstain', 'no'],
  ] as const);
  for (const [place, choice] of choices.entries())
    sim.do(hall.origin, hall.chair, 'RecordRollCallVote', { vote, below, seat: place + 1, choice });
}

function* sentUp(sim: Simulation, base: Base, to: string, text: string): Playing<number | null> {
  const [done] = yield* evening(sim, base, [
    { matter: 'ordinary', title: text, text, proposal: { kind: 'forward', to } },
  ]);
  const index = yield* sealed(sim, base, actOf(done, 'MotionForwarded'));
  let received: Done | undefined;
  yield* untilAccepted(sim, () => {
    const decision = sim.do(to, anyone, 'ReceiveMotion', { from: { book: base.origin, index } });
    received = decision.done;
    return decision;
  });
  if (received === undefined) return null;
  return dataOf(received, 'MotionReceived').textHash === sha256(text) ? indexOf(received, 'MotionReceived') : null;
}
