// What becomes of motions: amended, divided, put aside; sent up and answered; carried out.
import { plusDays, tableEntries } from '@cabildo/core';
import { type Base, hallOf, indexOf, table } from '../../packages/core/test/federation/assembly.ts';
import { anyone, asMember } from '../../packages/core/test/federation/federation.ts';
import { amend, handsOn } from '../../packages/core/test/federation/motions.ts';
import type { Simulation } from '../world.ts';
import type { District } from './founding.ts';
import { actOf, evening, inHall, type Playing, sealed, untilAccepted, upperEvening } from './sitting.ts';

/** A text is amended, divided in two, and one half sent to a commission. */
export function* taken(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, secretary, members } = base;
  const hall = hallOf(base);
  yield* inHall(
    sim,
    base,
    ['accounts'],
    function* ({ sitting, present }) {
      const motion = table(sim, hall, sitting, { matter: 'ordinary', text: 'Agua para todos. Y luz.' });
      amend(sim, hall, motion, { text: 'Agua. Y luz.', order: 2 });
      const editorial = amend(sim, hall, motion, { text: 'Agua para todas. Y luz.', order: 1, substantive: false });
      if (sim.chance.happens(0.6))
        sim.do(origin, asMember(members[6] ?? ''), 'ClaimSubstantive', { motion: editorial });
      handsOn(sim, hall, editorial, { yes: present });
      yield sim.chance.below(30);
      const parts = ['Agua para todas. ', 'Y luz.'];
      const split = sim.must(origin, presidium, 'SplitMotion', { motion, parts });
      const [first = 0, second = 0] = split.acts.slice(1).map(({ index }) => index);
      const kind = sim.chance.pick(['refer', 'table', 'close-debate'] as const);
      const to = kind === 'refer' ? { to: 'Comisión' } : {};
      sim.must(origin, secretary, 'MoveProcedure', { sitting, kind, motion: second, ...to });
      const no = sim.chance.below(present + 1);
      sim.must(origin, presidium, 'DecideProcedure', { sitting, hands: { yes: present - no, no, abstain: 0 } });
      handsOn(sim, hall, first, { yes: present });
    },
    { full: true },
  );
}

/** An office is to do what was resolved; some report late, some not at all. */
export function* task(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, secretary } = base;
  const [done] = yield* evening(sim, base, [{ matter: 'ordinary', text: 'Se manda una carta.' }]);
  const resolution = actOf(done, 'ResolutionAdopted');
  const assigned = sim.must(origin, presidium, 'AssignTask', {
    resolution,
    to: { kind: 'office', office: 'actas' },
    what: 'Llevar la carta',
    due: plusDays(sim.now, 5),
  });
  yield 24 * 60 * sim.chance.below(9);
  const state = sim.chance.pick(['done', 'in-part', 'not-done'] as const);
  sim.do(origin, secretary, 'ReportTask', { task: indexOf(assigned, 'TaskAssigned'), state, report: 'Se llevó.' });
}

/** What a base has sent up is put to the vote, and the base is told. */
export function* answered(sim: Simulation, { upper, bases }: District): Playing<void> {
  const { origin } = upper;
  const [key, received] = tableEntries(sim.book(origin).state.received).at(-1) ?? [];
  if (received === undefined) return;
  const index = Number(key);
  const { title } = received;
  yield* upperEvening(sim, upper, [{ matter: 'ordinary', title, text: title, from: index }]);
  const reasons = 'Dos bases pidieron más plazo.';
  const answer = sim.must(origin, upper.secretary, 'AnswerMotion', { received: index, reasons });
  yield* sealed(sim, upper, actOf(answer, 'MotionAnswered'));
  const { book, index: forwarded } = received.from;
  if (bases.some((base) => base.origin === book))
    yield* untilAccepted(sim, () => sim.do(book, anyone, 'ReceiveMotionAnswer', { forwarded }));
}
