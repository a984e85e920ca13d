// A base that has grown too large: a part founds itself a book of its own and takes one of its seats above; the rest goes on.
import { tableGet } from '@cabildo/core';
import { type Base, decideByHands, foundBase, hallOf, originOf } from '../../packages/core/test/federation/assembly.ts';
import { anyone } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { again, type District, proven } from './founding.ts';
import { handOver, livingBase } from './officers.ts';
import { actOf, evening, inHall, type Playing, sealed, untilAccepted } from './sitting.ts';
import { baseStatute } from './statutes.ts';

export function* divides(sim: Simulation, { upper, bases }: District): Playing<void> {
  const whole = bases.at(-1) as Base;
  const name = `parte-${sim.step}`;
  let split = 0;
  yield* again(sim, function* () {
    split = yield* divided(sim, whole, { part: originOf(name), above: upper.origin });
  });
  // In the morning: at night only ordinary business is decided.
  yield (((39 - Number(sim.now.slice(11, 13))) % 24) + 1) * 60;
  sim.home(originOf(name)).skewSeconds = 0;
  const part = livingBase(sim, foundBase(sim, name, 8, baseStatute, { book: whole.origin, index: split }));
  handOver(sim, part.origin);
  yield* proven(sim, part, bases.slice(0, 2));
  yield 33 * 24 * 60;
  const asking = { kind: 'request-affiliation', to: upper.origin, toKey: sim.book(upper.origin).key } as const;
  yield* again(sim, function* () {
    const [request] = yield* evening(sim, part, [{ matter: 'affiliation', proposal: asking }]);
    yield* sealed(sim, part, actOf(request, 'AffiliationRequested'));
  });
  const shown = { below: whole.origin, part: part.origin };
  yield* untilAccepted(sim, () => sim.do(upper.origin, anyone, 'ShowSplit', shown));
}

/** Four go; as many as there are on the roll of that evening are told apart. */
function* divided(sim: Simulation, whole: Base, { part, above }: Record<'part' | 'above', string>): Playing<number> {
  const done = yield* inHall(
    sim,
    whole,
    ['dissolution'],
    function* ({ sitting, present: yes }) {
      yield sim.chance.below(20);
      const roll = tableGet(sim.book(whole.origin).state.sittings, sitting)?.roll ?? yes;
      const parts = [
        { body: whole.origin, members: roll - 4 },
        { body: part, members: 4 },
      ];
      const proposal = { kind: 'split', parts, seats: [{ above, seats: [1, 1] }], on: sim.now } as const;
      return decideByHands(sim, hallOf(whole), sitting, { matter: 'dissolution', proposal, yes });
    },
    { full: true },
  );
  return yield* sealed(sim, whole, actOf(done, 'BodySplit'));
}
