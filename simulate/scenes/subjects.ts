// What bases and assemblies do, as a table: a new subject is a row more.
import { plusHours, tableEntries, tableGet } from '@cabildo/core';
import { announcing, type Base } from '../../packages/core/test/federation/assembly.ts';
import { sha256 } from '../../packages/core/test/federation/book.ts';
import { anyone } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { accounted } from './accounts.ts';
import { audited, newcomer, rollCounted, weighed } from './bodies.ts';
import { openCabildo } from './cabildos.ts';
import { falls } from './candidates.ts';
import { committeeFormed } from './committees.ts';
import { consulted } from './consultation.ts';
import { debated } from './debates.ts';
import { challenged, conditional, demandList, joined, outsidePact } from './decisions.ts';
import { byBases, byMembers, fromAbove, petitioned, threatened } from './demands.ts';
import { disputed } from './disputes.ts';
import { type District, electOthers, reelect } from './founding.ts';
import { square } from './gatherings.ts';
import { calledOff, dismissed, forgotten, interrupted, records } from './interruptions.ts';
import { lostPhone, newPhone } from './keys.ts';
import { breached } from './mandates.ts';
import { delegationCards, manyWays } from './methods.ts';
import { answered, taken, task } from './motions.ts';
import { cards, headless, presided, stepsDown, vacated } from './offices.ts';
import { passesThrough } from './passages.ts';
import { givenOut } from './queue.ts';
import { flooded } from './recovery.ts';
import { reported } from './reports.ts';
import { actOf, evening, type Playing, sealed, untilAccepted, upperEvening } from './sitting.ts';
import { sharedOut } from './supply.ts';
import { turns } from './turns.ts';

export interface Subject<B> {
  readonly weight: number;
  readonly play: (sim: Simulation, body: B, district: District) => Playing<void>;
}

const words = (sim: Simulation): string => `Asunto ${sim.chance.below(1000)}`;

function* recall(sim: Simulation, base: Base, district: District): Playing<void> {
  const { chance } = sim;
  const { upper } = district;
  // Two first seats preside the assembly above: it would need an election first.
  const presides = [upper.presidium, upper.secretary].some((one) => one.kind === 'seat' && one.below === base.origin);
  const seat = presides ? 2 : 1 + chance.below(2);
  const election = Number(tableGet(sim.book(base.origin).state.seatsAbove, `${upper.origin}#${seat}`)?.at(-1));
  const [done] = yield* evening(sim, base, [
    { matter: 'recall', proposal: { kind: 'recall-delegate', election, seat } },
  ]);
  const recalled = actOf(done, 'DelegateRecalled');
  const input = { below: base.origin, seat };
  if (chance.happens(0.4)) {
    // Shown before the officers have signed it.
    yield 8 * 60;
    sim.do(upper.origin, anyone, 'PresentRecall', input);
  }
  yield* sealed(sim, base, recalled);
  yield* untilAccepted(sim, () => sim.do(upper.origin, anyone, 'PresentRecall', input));
  yield chance.below(20 * 24 * 60);
  yield* electOthers(sim, base, upper);
}

function* forward(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const text = words(sim);
  const proposal = { kind: 'forward', to: upper.origin } as const;
  const [done] = yield* evening(sim, base, [{ matter: 'ordinary', title: text, text, proposal }]);
  const index = yield* sealed(sim, base, actOf(done, 'MotionForwarded'));
  const from = { book: base.origin, index };
  yield* untilAccepted(sim, () => sim.do(upper.origin, anyone, 'ReceiveMotion', { from }));
}

const lastReceived = (sim: Simulation, { upper }: District) =>
  tableEntries(sim.book(upper.origin).state.received).at(-1);

function* mandate(sim: Simulation, base: Base, district: District): Playing<void> {
  const received = lastReceived(sim, district);
  if (received === undefined) return;
  const on = { book: district.upper.origin, index: Number(received[0]) };
  const { textHash } = received[1];
  const instruction = sim.chance.pick(['yes', 'no', 'abstain', 'free', 'split'] as const);
  const divided = instruction === 'split' ? { divided: { yes: 70, no: 30, abstain: 0 } } : {};
  const proposal = { kind: 'mandate', on, textHash, instruction, ...divided } as const;
  const [done] = yield* evening(sim, base, [{ matter: 'mandate', proposal }]);
  yield* sealed(sim, base, actOf(done, instruction === 'split' ? 'MandateDivided' : 'MandateGiven'));
}

/** Entered from paper, sometimes without the quorum; then it is decided once more in a sitting that can. */
function* lateEntry(sim: Simulation, base: Base): Playing<void> {
  const heldAt = sim.now;
  yield 24 * 60 * (1 + sim.chance.below(20));
  const matter = sim.chance.pick(['ordinary', 'pact'] as const);
  const text = words(sim);
  const entered = sim.must(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt,
    place: 'Cancha',
    call: 'first',
    present: 3 + sim.chance.below(6),
    notice: announcing('ordinary', { matter: 'pact', text }),
    decisions: [{ matter, title: 'Olla', text, yes: 3, no: sim.chance.below(3), abstain: 0 }],
    paper: sha256('libro de actas'),
  });
  const act = actOf(entered, 'SittingEnteredLate');
  if (tableGet(sim.book(base.origin).state.irregular, `${act}.1`)?.regularised !== null) return;
  yield* evening(sim, base, [{ matter, title: 'Olla', text, proposal: { kind: 'regularise', act, decision: 1 } }]);
}

function* minutes(sim: Simulation, base: Base): Playing<void> {
  const [done] = yield* evening(sim, base, [{ matter: 'ordinary', text: words(sim) }]);
  const closed = done?.acts.find(({ act }) => act === 'VoteClosed');
  const [sitting] = tableEntries(sim.book(base.origin).state.sittings).at(-1) ?? [];
  if (closed === undefined) return;
  const approved = sim.must(base.origin, base.secretary, 'ApproveMinutes', { sitting: Number(sitting), text: 'Acta' });
  yield* sealed(sim, base, actOf({ ...done, ...approved }, 'MinutesApproved'));
}

// biome-ignore lint/correctness/useYield: one moment
function* enrol(sim: Simulation, base: Base): Playing<void> {
  sim.do(base.origin, base.secretary, 'EnrolMember', { name: 'vecina nueva' });
  if (sim.chance.happens(0.3))
    sim.do(base.origin, base.secretary, 'EnrolMembers', {
      people: [{ name: 'vecina' }, { name: 'vecino', household: 0 }],
    });
  sim.do(base.origin, base.secretary, 'IssueCard', { member: sim.chance.pick(base.members) });
}

export const baseSubjects: Readonly<Record<string, Subject<Base>>> = {
  recall: { weight: 3, play: recall },
  forward: { weight: 2, play: forward },
  mandate: { weight: 2, play: mandate },
  lateEntry: { weight: 1, play: lateEntry },
  minutes: { weight: 2, play: minutes },
  enrol: { weight: 1, play: enrol },
  officers: { weight: 1, play: reelect },
  sharedOut: { weight: 1, play: sharedOut },
  givenOut: { weight: 1, play: givenOut },
  accounted: { weight: 1, play: accounted },
  calledOff: { weight: 1, play: calledOff },
  interrupted: { weight: 1, play: interrupted },
  records: { weight: 1, play: records },
  headless: { weight: 1, play: headless },
  vacated: { weight: 1, play: vacated },
  presided: { weight: 1, play: presided },
  forgotten: { weight: 1, play: forgotten },
  newPhone: { weight: 1, play: newPhone },
  lostPhone: { weight: 1, play: lostPhone },
  manyWays: { weight: 1, play: manyWays },
  taken: { weight: 1, play: taken },
  task: { weight: 1, play: task },
  byMembers: { weight: 1, play: byMembers },
  threatened: { weight: 1, play: threatened },
  petitioned: { weight: 1, play: petitioned },
  joined: { weight: 2, play: joined },
  rollCounted: { weight: 1, play: rollCounted },
  committeeFormed: { weight: 1, play: committeeFormed },
  turns: { weight: 1, play: turns },
  reported: { weight: 2, play: reported },
  dismissed: { weight: 1, play: dismissed },
  flooded: { weight: 2, play: flooded },
  breached: { weight: 2, play: breached },
  openCabildo: { weight: 1, play: openCabildo },
  debated: { weight: 1, play: debated },
};

/** Of the base whose statute counts candidates: the same, and what is elected there. */
export const electingSubjects: Readonly<Record<string, Subject<Base>>> = {
  ...baseSubjects,
  officers: { weight: 4, play: reelect },
  falls: { weight: 5, play: falls },
};

function* pact(sim: Simulation, district: District): Playing<void> {
  const text = words(sim);
  const proposal = { kind: 'pact', with: 'la alcaldía' } as const;
  const [done] = yield* upperEvening(sim, district.upper, [{ matter: 'pact', text, proposal }]);
  sim.play(consulted(sim, district, actOf(done, 'ResolutionAdopted'), text));
}

function* measure(sim: Simulation, district: District): Playing<void> {
  const proposal = { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from: plusHours(sim.now, 1) } as const;
  const [declared] = yield* upperEvening(sim, district.upper, [{ matter: 'measure', proposal }]);
  const index = actOf(declared, 'MeasureDeclared');
  sim.play(passesThrough(sim, district, index));
  yield 24 * 60 * (1 + sim.chance.below(5));
  const exempt = { kind: 'exempt-service', measure: index, service: 'dialysis' } as const;
  yield* upperEvening(sim, district.upper, [{ matter: 'ordinary', proposal: exempt }]);
  const text = words(sim);
  const lifting = { matter: 'lifting', text, proposal: { kind: 'lift', measure: index, how: 'end' } } as const;
  const [lifted] = yield* upperEvening(sim, district.upper, [lifting]);
  sim.play(consulted(sim, district, actOf(lifted, 'ResolutionAdopted'), text));
}

function* forwarded(sim: Simulation, district: District): Playing<void> {
  const received = lastReceived(sim, district);
  const title = received?.[1].title ?? words(sim);
  const from = received === undefined ? {} : { from: Number(received[0]) };
  yield* upperEvening(sim, district.upper, [
    { matter: 'ordinary', title, text: title, ...from },
    { matter: 'ordinary', text: words(sim) },
  ]);
}

export const upperSubjects: Readonly<Record<string, Subject<District>>> = {
  pact: { weight: 2, play: pact },
  measure: { weight: 3, play: measure },
  forwarded: { weight: 1, play: forwarded },
  answered: { weight: 2, play: answered },
  delegationCards: { weight: 1, play: delegationCards },
  cards: { weight: 1, play: cards },
  stepsDown: { weight: 1, play: stepsDown },
  byBases: { weight: 1, play: byBases },
  fromAbove: { weight: 1, play: fromAbove },
  challenged: { weight: 2, play: challenged },
  conditional: { weight: 2, play: conditional },
  outsidePact: { weight: 1, play: outsidePact },
  demandList: { weight: 1, play: demandList },
  audited: { weight: 1, play: audited },
  weighed: { weight: 1, play: weighed },
  newcomer: { weight: 1, play: newcomer },
  square: { weight: 1, play: square },
  disputed: { weight: 1, play: disputed },
};
