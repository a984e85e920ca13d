// What becomes of motions: amended, divided, put aside, withdrawn; sent up and answered; carried out.
import { plusDays } from '../../src/index.ts';
import { type Base, convene, decideByHands, hallOf, indexOf, open, seal, table } from './assembly.ts';
import { anyone, asMember } from './federation.ts';
import { amend, forward, handsOn } from './motions.ts';
import { decideByRollCall, federationOf, sitUpper, type World } from './upper.ts';

export function playMotions(): World {
  const world = federationOf();
  const [base] = world.bases;
  if (base === undefined) throw new Error('a federation has bases');
  const { fed } = world;
  const hall = hallOf(base);
  const sitting = convene(fed, hall);
  open(fed, hall, sitting, base.members.length);
  const motion = table(fed, hall, sitting, { matter: 'ordinary', text: 'Agua para todos. Y luz.' });
  amend(fed, hall, motion, { text: 'Agua. Y luz.', order: 2 });
  const editorial = amend(fed, hall, motion, { text: 'Agua para todas. Y luz.', order: 1, substantive: false });
  fed.must(base.origin, asMember(base.members[6] ?? ''), 'ClaimSubstantive', { motion: editorial });
  handsOn(fed, hall, editorial, { yes: 8 });
  const parts = ['Agua para todas. ', 'Y luz.'];
  const split = fed.must(base.origin, base.presidium, 'SplitMotion', { motion, parts });
  const [first = 0, second = 0] = split.acts.slice(1).map(({ index }) => index);
  fed.must(base.origin, base.secretary, 'MoveProcedure', { sitting, kind: 'refer', motion: second, to: 'Comisión' });
  fed.must(base.origin, base.presidium, 'DecideProcedure', { sitting, hands: { yes: 7, no: 1, abstain: 0 } });
  handsOn(fed, hall, first, { yes: 8 });
  const withdrawn = table(fed, hall, sitting, { matter: 'ordinary', text: 'Se retira.' });
  fed.must(base.origin, base.presidium, 'WithdrawMotion', { motion: withdrawn });
  const tasks = [
    { to: { kind: 'office', office: 'actas' }, what: 'Llevar la carta', due: plusDays(fed.now, 5) } as const,
  ];
  const done = decideByHands(fed, hall, sitting, {
    matter: 'ordinary',
    text: 'Se manda una carta.',
    proposal: { kind: 'resolution', tasks },
    yes: 8,
  });
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  const task = indexOf(done, 'TaskAssigned');
  fed.must(base.origin, base.secretary, 'ReportTask', { task, state: 'in-part', report: 'Falta la respuesta.' });
  answered(world, base);
  return world;
}

/** Sent up, taken up above, carried there, and the answer back in the base's book. */
function answered(world: World, base: Base): void {
  const { fed, upper } = world;
  const forwarded = forward(world, base, 'Agua para todos');
  const from = { book: base.origin, index: forwarded };
  const received = indexOf(fed.must(upper.origin, anyone, 'ReceiveMotion', { from }), 'MotionReceived');
  const sitting = sitUpper(world);
  decideByRollCall(world, sitting, { matter: 'ordinary', text: 'Agua para todos', from: received });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const reasons = 'Se aprobó; dos bases pidieron más plazo.';
  const answer = fed.must(upper.origin, upper.secretary, 'AnswerMotion', { received, reasons });
  seal(fed, upper, indexOf(answer, 'MotionAnswered'));
  fed.must(base.origin, anyone, 'ReceiveMotionAnswer', { forwarded });
}
