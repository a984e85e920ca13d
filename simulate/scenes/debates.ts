// Who speaks: people ask, are called up in the statute's order, interrupt, give their place up; then the debate is closed.
import { type Base, hallOf, table } from '../../packages/core/test/federation/assembly.ts';
import { asMember } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { inHall, type Playing } from './sitting.ts';

export function* debated(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, members } = base;
  const { chance } = sim;
  yield* inHall(
    sim,
    base,
    ['ordinary'],
    function* ({ sitting }) {
      const motion = table(sim, hallOf(base), sitting, { matter: 'ordinary', title: 'El agua' });
      for (const member of members) sim.do(origin, asMember(member), 'CheckIn', sim.atDoor(origin, sitting));
      for (const item of [{ motion }, {}]) {
        const numbers = asked(sim, base, { sitting, ...item });
        const [first] = numbers;
        if (first !== undefined && chance.happens(0.3))
          for (const member of members)
            sim.do(origin, asMember(member), 'WithdrawFromFloor', { sitting, number: first });
        yield* heard(sim, base, { sitting, ...item }, numbers);
        // Who waits is heard first, or at the latest the sitting ends it.
        if (chance.happens(0.7)) sim.do(origin, presidium, 'CloseDebate', { sitting, ...item });
      }
    },
    { full: true },
  );
}

interface Talk {
  readonly sitting: number;
  readonly motion?: number;
}

/** Members for themselves, and somebody without a phone. */
function asked(sim: Simulation, { origin, presidium, members }: Base, talk: Talk): number[] {
  const { chance } = sim;
  const numbers: number[] = [];
  const ask = (actor: Base['presidium'], wish: { label?: string; kind?: 'speech' | 'reply' }) => {
    const decision = sim.do(origin, actor, 'AskForFloor', { ...talk, kind: 'speech', ...wish });
    if (decision.ok) numbers.push(Number(decision.answer.number));
  };
  for (const member of members)
    if (chance.happens(0.4)) ask(asMember(member), { kind: chance.happens(0.2) ? 'reply' : 'speech' });
  ask(presidium, { label: `Fila ${1 + chance.below(9)}` });
  return numbers;
}

/** The presidium does not choose: whoever is not next is refused. A point of order comes between. */
function* heard(
  sim: Simulation,
  { origin, presidium, members }: Base,
  talk: Talk,
  numbers: readonly number[],
): Playing<void> {
  const { chance } = sim;
  const { sitting } = talk;
  const most = chance.below(numbers.length + 1);
  for (let spoken = 0; spoken < most; spoken++) {
    const number = numbers.find((one) => sim.do(origin, presidium, 'GiveFloor', { sitting, number: one }).ok);
    if (number === undefined) return;
    yield 1 + chance.below(4);
    if (chance.happens(0.3)) yield* interrupts(sim, { origin, presidium }, talk, asMember(chance.pick(members)));
    sim.do(origin, presidium, 'EndSpeech', { sitting, number });
  }
}

function* interrupts(
  sim: Simulation,
  { origin, presidium }: Pick<Base, 'origin' | 'presidium'>,
  talk: Talk,
  who: Base['presidium'],
): Playing<void> {
  const { sitting } = talk;
  const order = sim.do(origin, who, 'AskForFloor', { ...talk, kind: 'order' });
  if (!order.ok) return;
  const number = Number(order.answer.number);
  sim.do(origin, presidium, 'GiveFloor', { sitting, number });
  yield 1 + sim.chance.below(2);
  sim.do(origin, who, 'EndSpeech', { sitting, number });
}
