// Ways of voting beside hands, phones and roll call.
import { plusMinutes } from '@cabildo/core';
import {
  appoint,
  type Base,
  countHands,
  dataOf,
  hallOf,
  openVote,
  slate,
  table,
} from '../../packages/core/test/federation/assembly.ts';
import { asMember } from '../../packages/core/test/federation/federation.ts';
import { bothCount, papers } from '../../packages/core/test/federation/story-votes.ts';
import type { Simulation } from '../world.ts';
import { countsCandidates } from './candidates.ts';
import type { District } from './founding.ts';
import { inAssembly, inHall, type Playing } from './sitting.ts';

const cheered = (motion: number, countAsked: boolean) =>
  ({ motion, method: 'acclamation', asked: 3, objections: countAsked ? 1 : 0, countAsked }) as const;

/** Phones, an urn and hands in one vote; then an urn alone would do, or no count at all. */
export function* manyWays(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, members } = base;
  const { chance } = sim;
  const hall = hallOf(base);
  const [, , , , phone = '', paper = ''] = members;
  const channels = [
    [phone, 'phone'],
    [paper, 'paper'],
  ] as const;
  const matters = ['accounts', 'election'] as const;
  yield* inHall(
    sim,
    base,
    matters,
    function* ({ sitting, present }) {
      for (const [member, channel] of channels)
        sim.must(origin, presidium, 'AdmitAtDoor', { sitting, member, channel });
      const mixed = openVote(sim, hall, table(sim, hall, sitting, { matter: 'accounts' }), 'mixed');
      sim.do(origin, asMember(phone), 'CastVote', { vote: mixed, choice: chance.pick(['yes', 'no']) });
      const no = chance.below(3);
      countHands(sim, hall, mixed, { yes: present - 2 - no, no });
      bothCount(sim, hall, mixed, chance.pick([papers(1, 0), papers(0, 1), papers(0, 0, { spoilt: 1 })]));
      yield chance.below(20);
      sim.do(origin, presidium, 'CloseVote', { vote: mixed });
      const urn = openVote(sim, hall, table(sim, hall, sitting, { matter: 'ordinary' }), 'urn');
      bothCount(sim, hall, urn, papers(chance.below(2), 0));
      sim.do(origin, presidium, 'CloseVote', { vote: urn });
      yield 2;
      const stopped = openVote(sim, hall, table(sim, hall, sitting, { matter: 'ordinary' }), 'hands');
      sim.do(origin, presidium, 'AnnulVote', { vote: stopped, reason: 'Se leyó otro texto.' });
      const motion = table(sim, hall, sitting, { matter: 'ordinary', title: 'Saludo' });
      sim.do(origin, presidium, 'RecordAcclamation', cheered(motion, chance.happens(0.2)));
      yield* tied(sim, base, sitting, present);
    },
    { full: true },
  );
}

/** As many for the list as against it: a lot is announced, and drawn when its source has spoken. */
function* tied(sim: Simulation, base: Base, sitting: number, present: number): Playing<void> {
  if (countsCandidates(sim, base)) return;
  const { origin, presidium, members } = base;
  const hall = hallOf(base);
  const [president = '', secretary = ''] = members;
  const proposal = slate(sim, origin, [president, secretary], 12);
  const half = Math.floor((present - 2) / 2);
  const vote = openVote(sim, hall, table(sim, hall, sitting, { matter: 'election', proposal }), 'hands');
  countHands(sim, hall, vote, { yes: half, no: half });
  const closed = sim.must(origin, presidium, 'CloseVote', { vote });
  if (dataOf(closed, 'VoteClosed').outcome !== 'tied') return;
  const at = plusMinutes(sim.now, 15);
  sim.do(origin, presidium, 'AnnounceLot', { vote, source: 'Lotería Nacional, premio mayor', at });
  sim.do(origin, presidium, 'DrawLot', { vote, seed: 'antes de tiempo' });
  yield 30;
  sim.do(origin, presidium, 'DrawLot', { vote, seed: String(sim.chance.below(100_000)) });
}

/** Each delegation raises its card; what two tellers saw is hidden until the close. */
export function* delegationCards(sim: Simulation, { upper, bases }: District): Playing<void> {
  const { origin, presidium, secretary } = upper;
  const hall = { origin, chair: presidium, tellers: [presidium, secretary] } as const;
  yield* inAssembly(sim, upper, [], function* (sitting) {
    appoint(sim, hall, sitting, hall.tellers);
    const vote = openVote(
      sim,
      hall,
      table(sim, hall, sitting, { matter: 'ordinary', title: 'Paro' }),
      'delegation-cards',
    );
    for (const { origin: below } of bases) {
      const raised = sim.chance.pick(['yes', 'yes', 'no', 'abstain'] as const);
      for (const teller of hall.tellers)
        sim.do(origin, teller, 'CountDelegationCard', { vote, below, round: 1, raised });
    }
    yield 5;
    sim.do(origin, presidium, 'CloseVote', { vote });
    const motion = table(sim, hall, sitting, { matter: 'ordinary', title: 'Saludo' });
    sim.do(origin, presidium, 'RecordAcclamation', cheered(motion, false));
  });
}
