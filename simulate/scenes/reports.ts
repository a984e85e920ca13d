// Delegates report to those who sent them, and of those who do not the members put it on record.
import { type InputFor, tableEntries, tableGet } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { asMember } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { evening, type Playing, untilAccepted } from './sitting.ts';

export function* reported(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const { origin } = base;
  const to = upper.origin;
  const seat = 1 + sim.chance.below(2);
  const opened = sim.book(to).acts.findLast(({ act }) => act === 'VoteClosed')?.data as { vote: number } | undefined;
  const { elections, seatsAbove } = sim.book(origin).state;
  const election = tableGet(elections, Number(tableGet(seatsAbove, `${to}#${seat}`)?.at(-1)));
  const holder = election?.seats.find((one) => one.seat === seat)?.holder;
  if (opened === undefined || holder === undefined) return;
  if (sim.chance.happens(0.5)) {
    const input: InputFor<'ReportToBase'> = { to, votes: [opened.vote], report: 'Votamos que sí, como se nos mandó.' };
    const made = yield* untilAccepted(sim, () => sim.do(origin, asMember(holder), 'ReportToBase', input), 6);
    if (made && sim.chance.happens(0.5)) yield* judged(sim, base);
    if (sim.chance.happens(0.5)) return;
  }
  // Some have reported, and then it is refused.
  const neighbour = asMember(sim.chance.pick(base.members));
  yield* untilAccepted(sim, () => sim.do(origin, neighbour, 'ShowMissedReport', { to, seat }), 8);
}

/** The assembly says what it holds of the last report that nobody has judged. */
function* judged(sim: Simulation, base: Base): Playing<void> {
  const made = tableEntries(sim.book(base.origin).state.reportsMade).findLast(([, one]) => one.judged === null);
  if (made === undefined) return;
  const proposal = { kind: 'judge-report', report: Number(made[0]) } as const;
  yield* evening(sim, base, [{ matter: 'ordinary', proposal }]);
}
