// What comes between: sittings called off, halls that pause, go home, object, doubt the quorum; motions taken back.
import { plusHours, tableEntries } from '@cabildo/core';
import {
  announcing,
  appoint,
  type Base,
  countHall,
  hallOf,
  indexOf,
  others,
  table,
} from '../../packages/core/test/federation/assembly.ts';
import { anyone, asMember, deviceKey } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { actOf, evening, nextEvening, type Playing } from './sitting.ts';

export function* calledOff(sim: Simulation, { origin, presidium }: Base): Playing<void> {
  const { startsAt } = nextEvening(sim);
  const notice = announcing('ordinary');
  const convened = sim.must(origin, presidium, 'ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  yield sim.chance.below(48 * 60);
  sim.do(origin, presidium, 'CallOffSitting', { sitting: indexOf(convened, 'SittingConvened'), reason: 'Lluvia' });
}

export function* interrupted(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, members } = base;
  const { chance } = sim;
  const { startsAt, wait } = nextEvening(sim);
  const notice = announcing('ordinary', 'accounts');
  const convened = sim.must(origin, presidium, 'ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  const sitting = indexOf(convened, 'SittingConvened');
  yield wait;
  const neighbour = asMember(chance.pick(members));
  countHall(sim, hallOf(base), sitting, members.length);
  for (const member of members) sim.do(origin, asMember(member), 'CheckIn', sim.atDoor(origin, sitting));
  const opened = sim.must(origin, presidium, 'OpenSitting', { sitting, call: 'first' });
  sim.do(origin, presidium, 'ChangeAgenda', { sitting, order: [1, 0] });
  sim.do(origin, presidium, 'TakeItem', { sitting, item: 1 });
  const motion = table(sim, hallOf(base), sitting, { matter: 'ordinary' });
  const act = indexOf(opened, 'SittingOpened');
  sim.do(origin, neighbour, 'RecordObjection', { sitting, act, asksForCount: chance.happens(0.5) });
  sim.do(origin, neighbour, 'WithdrawMotion', { motion });
  sim.do(origin, presidium, 'WithdrawMotion', { motion });
  if (chance.happens(0.4)) sim.do(origin, neighbour, 'ChallengeQuorum', { sitting });
  else {
    sim.do(origin, presidium, 'RecessSitting', { sitting, until: plusHours(sim.now, 1) });
    yield 70;
    const tellers = others(base);
    appoint(sim, hallOf(base), sitting, tellers);
    for (const teller of tellers)
      sim.do(origin, teller, 'CountPresence', { sitting, round: 2, present: members.length });
    sim.do(origin, presidium, 'ResumeSitting', { sitting });
  }
  sim.do(origin, presidium, 'RecordIrregularity', { sitting, what: 'Se fue la luz', irregularities: ['other'] });
  sim.do(origin, presidium, 'CloseSitting', { sitting });
}

export function* records(sim: Simulation, { origin, secretary }: Base): Playing<void> {
  const [motion] = tableEntries(sim.book(origin).state.motions).at(-1) ?? ['0'];
  sim.do(origin, secretary, 'RecordErasure', { index: Number(motion), slot: 'text' });
  yield 60;
  sim.do(origin, secretary, 'AppointWitness', { name: 'Universidad', key: sim.book(origin).key });
}

/** The officers appoint a witness; the assembly sends it away, and the same one cannot come back. */
export function* dismissed(sim: Simulation, base: Base): Playing<void> {
  const { origin, secretary } = base;
  const witness = { name: 'Universidad', key: deviceKey(`testigo ${origin} ${sim.step}`) };
  const act = indexOf(sim.must(origin, secretary, 'AppointWitness', witness), 'WitnessAppointed');
  yield 24 * 60;
  const [done] = yield* evening(sim, base, [
    { matter: 'ordinary', text: 'Otro testigo', proposal: { kind: 'dismiss-witness', witness: act } },
  ]);
  actOf(done, 'WitnessDismissed');
  sim.do(origin, secretary, 'AppointWitness', witness);
}

/** Who was at a sitting whose challenge period is over is deleted; whoever asks. */
export function* forgotten(sim: Simulation, { origin }: Base): Playing<void> {
  yield 60;
  for (const [sitting] of tableEntries(sim.book(origin).state.sittings).slice(0, 8))
    sim.do(origin, anyone, 'EraseAttendance', { sitting: Number(sitting) });
}
