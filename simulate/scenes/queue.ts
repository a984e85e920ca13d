// A base gives gas out by lot: cards without names, phones that had no network, a complaint, what was left.

import { plusHours, tableGet } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { indexOf } from '../../packages/core/test/federation/federation.ts';
import { codeOf, issue, serving } from '../../packages/core/test/federation/queue.ts';
import type { Simulation } from '../world.ts';
import type { Playing } from './sitting.ts';

export function* givenOut(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, secretary } = base;
  const place = { fed: sim, base, origin };
  const { out, cards } = sim.book(origin).state.queues;
  const codes = Array.from({ length: 5 }, (_, number) => codeOf(`${origin} ${sim.step} ${number}`));
  issue(place, codes, out + codes.length);
  if (sim.chance.happens(0.5)) sim.must(origin, secretary, 'VoidHouseholdCard', { card: cards.size + 5 });
  const input = { goods: 'Garrafa', portions: 4, drawnFrom: 'Dados', at: plusHours(sim.now, 2) };
  const queue = indexOf(sim.must(origin, presidium, 'AnnounceQueue', input), 'QueueAnnounced');
  yield 3 * 60;
  sim.do(origin, presidium, 'DrawQueue', { queue, seed: `${sim.chance.below(6)} ${sim.chance.below(6)}` });
  for (const code of codes) {
    const phones = 1 + sim.chance.below(2);
    for (let phone = 0; phone < phones; phone++)
      sim.do(origin, secretary, 'ServePortion', serving(queue, code, `${code} ${phone}`, sim.chance.happens(0.6)));
    yield sim.chance.below(20);
  }
  const [first = ''] = codes;
  const { given: _given, ...held } = serving(queue, first, `${first} 0`);
  sim.do(origin, presidium, 'WithdrawServing', { ...held, why: 'brought-back' });
  const made = sim.must(origin, presidium, 'MakeQueueComplaint', { queue, about: 'card' });
  const complaint = indexOf(made, 'QueueComplaintMade');
  sim.do(origin, presidium, 'AnswerQueueComplaint', { complaint, outcome: 'explained' });
  const standing = tableGet(sim.book(origin).state.queues.queues, queue);
  const left = { absent: 0, ranOut: (standing?.cards ?? 0) - (standing?.served ?? 0), other: 0 };
  sim.do(origin, presidium, 'CloseQueue', { queue, left });
}
