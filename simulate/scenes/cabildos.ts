// An open cabildo: neighbours who are on no roll vote on slips, one each, and never more than were counted at the door.
import {
  announcing,
  type Base,
  countHall,
  countHands,
  hallOf,
  indexOf,
  openVote,
  table,
} from '../../packages/core/test/federation/assembly.ts';
import { asMember, asSlip } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { nextEvening, type Playing } from './sitting.ts';

export function* openCabildo(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, members } = base;
  const { chance } = sim;
  const hall = hallOf(base);
  const { startsAt, wait } = nextEvening(sim);
  const notice = announcing('ordinary', 'accounts');
  const convened = sim.must(origin, presidium, 'ConveneSitting', {
    kind: 'cabildo',
    place: 'Cancha',
    startsAt,
    notice,
  });
  const sitting = indexOf(convened, 'SittingConvened');
  yield wait;
  const people = members.length + 2 + chance.below(5);
  countHall(sim, hall, sitting, people);
  const phones = members.slice(0, chance.below(members.length));
  for (const member of phones) sim.do(origin, asMember(member), 'CheckIn', sim.atDoor(origin, sitting));
  const slips = issued(sim, base, sitting, { people, phones: phones.length });
  sim.must(origin, presidium, 'OpenSitting', { sitting, call: 'first' });
  const vote = openVote(sim, hall, table(sim, hall, sitting, { matter: 'ordinary', title: 'El gas' }), 'mixed');
  cast(sim, base, sitting, vote, { slips, phones });
  yield chance.below(6);
  const hands = people - phones.length - slips;
  const no = chance.below(hands + 1);
  countHands(sim, hall, vote, { yes: hands - no, no });
  sim.do(origin, presidium, 'CloseVote', { vote });
  // What is not open to strangers waits for a sitting of the members.
  const accounts = table(sim, hall, sitting, { matter: 'accounts' });
  sim.do(origin, presidium, 'OpenVote', { motion: accounts, method: 'mixed' });
  sim.do(origin, presidium, 'CloseSitting', { sitting });
}

interface There {
  readonly people: number;
  readonly phones: number;
}

/** Tellers and the secretary give them out; one more than people is refused. */
function issued(
  sim: Simulation,
  { origin, tellers, secretary }: Base,
  sitting: number,
  { people, phones }: There,
): number {
  const { chance } = sim;
  const free = people - phones;
  sim.do(origin, tellers[0], 'IssueSlips', { sitting, count: free + 1 });
  const count = 1 + chance.below(Math.min(4, people - phones));
  sim.must(origin, chance.pick([...tellers, secretary]), 'IssueSlips', { sitting, count });
  if (chance.happens(0.5)) sim.do(origin, secretary, 'IssueSlips', { sitting, count: 1, channel: 'card' });
  sim.do(origin, secretary, 'IssueSlips', { sitting, count: free - count + 1 });
  return count;
}

interface Voting {
  readonly slips: number;
  readonly phones: readonly string[];
}

/** Some vote twice, some slips are taken out after they have voted, and somebody has made up a number. */
function cast(
  sim: Simulation,
  { origin, tellers }: Base,
  sitting: number,
  vote: number,
  { slips, phones }: Voting,
): void {
  const { chance } = sim;
  const say = () => chance.pick(['yes', 'yes', 'no', 'abstain'] as const);
  for (let number = 1; number <= slips + 1; number++) {
    sim.do(origin, asSlip(sitting, number), 'CastVote', { vote, choice: say() });
    if (chance.happens(0.2)) sim.do(origin, asSlip(sitting, number), 'CastVote', { vote, choice: say() });
  }
  for (const member of phones) sim.do(origin, asMember(member), 'CastVote', { vote, choice: say() });
  if (!chance.happens(0.5)) return;
  const number = 1 + chance.below(slips);
  const why = chance.pick(['lost', 'taken-twice', 'given-back'] as const);
  const others = chance.happens(0.3) ? [number + 1, number + 2] : [];
  sim.do(origin, chance.pick(tellers), 'VoidSlip', { sitting, number, others, why });
  sim.do(origin, asSlip(sitting, number), 'CastVote', { vote, choice: 'no' });
}
