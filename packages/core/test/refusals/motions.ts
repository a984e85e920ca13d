// Refusals of motions: amendments, parts, withdrawal, how to proceed, motions of the bases.
import { plusDays, type RefusalCode } from '../../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  decideByHands,
  hallOf,
  indexOf,
  type Matter,
  open,
  statuteWith,
  table,
} from '../federation/assembly.ts';
import { asMember } from '../federation/federation.ts';
import { amend, amending, sendUp } from '../federation/motions.ts';
import { decideByRollCall, federationOf, seatActor, sitUpper, type World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

/** A motion before an open sitting of the base. */
function tabled({ fed, base }: Scene, matter: Matter = 'ordinary', text = 'Uno. Dos.') {
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing({ matter, text }) });
  open(fed, hall, sitting, base.members.length);
  return { hall, sitting, motion: table(fed, hall, sitting, { matter, text }) };
}

/** A base's motion that is overdue and before the assembly above, and another ordinary one of the presidium. */
export function overdueAbove(passed: { readonly days: number } = { days: 11 }) {
  const world = federationOf({ upperStatute: statuteWith({ proposing: { days: 10 } }) });
  const { fed, upper, bases } = world;
  const base = bases[0] as Base;
  const from = sendUp(world, base, 'Agua');
  fed.pass(passed);
  const sitting = sitUpper(world);
  const chair = { origin: upper.origin, chair: upper.presidium };
  const delegate = seatActor(fed, upper.origin, `${base.origin}#2`);
  const owed = table(fed, { origin: upper.origin, chair: delegate }, sitting, {
    matter: 'ordinary',
    text: 'Agua',
    from,
  });
  const other = table(fed, chair, sitting, { matter: 'ordinary', text: 'Otra cosa' });
  return { world, base, from, sitting, chair, delegate, owed, other };
}

export const motionScenes = {
  'motion-ended': (scene) => {
    const { fed, origin, base } = scene;
    const { motion } = tabled(scene);
    fed.must(origin, base.presidium, 'WithdrawMotion', { motion });
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'motion-ended');
  },
  'not-amendable': (scene) => {
    const { fed, origin, base } = scene;
    const { hall, motion } = tabled(scene);
    const amendment = amend(fed, hall, motion, { text: 'Tres.' });
    const input = amending(fed, origin, amendment, { text: 'Cuatro.' });
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'not-amendable');
  },
  'nothing-amended': (scene) => {
    const { fed, origin, base } = scene;
    const input = amending(fed, origin, tabled(scene).motion, { text: 'Uno. Dos.' });
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'nothing-amended');
  },
  'amendment-order-taken': (scene) => {
    const { fed, origin, base } = scene;
    const { hall, motion } = tabled(scene);
    amend(fed, hall, motion, { text: 'Tres.', order: 2 });
    const input = amending(fed, origin, motion, { text: 'Cuatro.', order: 2 });
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'amendment-order-taken');
  },
  'amendment-waiting': (scene) => {
    const { fed, origin, base } = scene;
    const { hall, motion } = tabled(scene);
    amend(fed, hall, motion, { text: 'Tres.' });
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'amendment-waiting');
  },
  'already-substantive': (scene) => {
    const { fed, origin, base } = scene;
    const { hall, motion } = tabled(scene);
    const amendment = amend(fed, hall, motion, { text: 'Tres.', substantive: false });
    fed.must(origin, asMember(base.members[6] ?? ''), 'ClaimSubstantive', { motion: amendment });
    fed.refuses(origin, base.presidium, 'ClaimSubstantive', { motion: amendment }, 'already-substantive');
  },
  'debate-closed': (scene) => {
    const { fed, origin, base } = scene;
    const { sitting, motion } = tabled(scene);
    fed.must(origin, base.secretary, 'MoveProcedure', { sitting, kind: 'close-debate', motion });
    fed.must(origin, base.presidium, 'DecideProcedure', { sitting, hands: { yes: 6, no: 2, abstain: 0 } });
    const input = amending(fed, origin, motion, { text: 'Tres.' });
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'debate-closed');
  },
  'not-divisible': (scene) => {
    const { fed, origin, base, upper } = scene;
    const { hall, sitting } = tabled(scene);
    const proposal = { kind: 'forward', to: upper.origin } as const;
    const motion = table(fed, hall, sitting, { matter: 'ordinary', proposal, text: 'Uno. Dos.' });
    fed.refuses(origin, base.presidium, 'SplitMotion', { motion, parts: ['Uno. ', 'Dos.'] }, 'not-divisible');
  },
  'parts-are-not-the-text': (scene) => {
    const { fed, origin, base } = scene;
    const { motion } = tabled(scene);
    for (const parts of [['Uno. '], ['Uno. ', 'Dos'], ['Uno. Dos.']])
      fed.refuses(origin, base.presidium, 'SplitMotion', { motion, parts }, 'parts-are-not-the-text');
  },
  'part-waiting': (scene) => {
    const { fed, origin, base } = scene;
    const { motion } = tabled(scene);
    const split = fed.must(origin, base.presidium, 'SplitMotion', { motion, parts: ['Uno. ', 'Dos.'] });
    const second = split.acts.at(-1)?.index ?? 0;
    fed.refuses(origin, base.presidium, 'OpenVote', { motion: second, method: 'hands' }, 'part-waiting');
  },
  'not-the-mover': (scene) => {
    const { fed, origin, base } = scene;
    const { motion } = tabled(scene);
    fed.refuses(origin, base.secretary, 'WithdrawMotion', { motion }, 'not-the-mover');
  },
  'procedure-pending': (scene) => {
    const { fed, origin, base } = scene;
    const { sitting, motion } = tabled(scene);
    fed.must(origin, base.secretary, 'MoveProcedure', { sitting, kind: 'order' });
    fed.refuses(origin, base.presidium, 'MoveProcedure', { sitting, kind: 'table', motion }, 'procedure-pending');
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'procedure-pending');
  },
  'no-procedure-pending': (scene) => {
    const { fed, origin, base } = scene;
    const { sitting } = tabled(scene);
    fed.refuses(origin, base.presidium, 'DecideProcedure', { sitting, ruling: true }, 'no-procedure-pending');
  },
  'procedure-not-in-statute': () => {
    const world = federationOf({ upperStatute: statuteWith({ precedence: ['order'] }) });
    const { fed, upper } = world;
    const sitting = sitUpper(world);
    const motion = table(fed, { origin: upper.origin, chair: upper.presidium }, sitting, { matter: 'ordinary' });
    const input = { sitting, kind: 'table', motion } as const;
    fed.refuses(upper.origin, upper.presidium, 'MoveProcedure', input, 'procedure-not-in-statute');
    fed.must(upper.origin, upper.presidium, 'MoveProcedure', { sitting, kind: 'order' });
  },
  'procedure-not-about-motion': (scene) => {
    const { fed, origin, base } = scene;
    const { sitting, motion } = tabled(scene);
    const input = { sitting, kind: 'adjourn', motion } as const;
    fed.refuses(origin, base.presidium, 'MoveProcedure', input, 'procedure-not-about-motion');
  },
  'hands-needed': (scene) => {
    const { fed, origin, base } = scene;
    const { sitting, motion } = tabled(scene);
    fed.must(origin, base.secretary, 'MoveProcedure', { sitting, kind: 'table', motion });
    fed.refuses(origin, base.presidium, 'DecideProcedure', { sitting, ruling: true }, 'hands-needed');
  },
  'base-motion-waiting': () => {
    const { world, chair, owed, other, sitting } = overdueAbove();
    const opening = { motion: other, method: 'roll-call' } as const;
    world.fed.refuses(chair.origin, chair.chair, 'OpenVote', opening, 'base-motion-waiting');
    const shelving = { sitting, kind: 'table', motion: owed } as const;
    world.fed.refuses(chair.origin, chair.chair, 'MoveProcedure', shelving, 'base-motion-waiting');
  },
  'already-answered': (scene) => {
    const { fed, upper, base } = scene;
    const received = sendUp(scene, base, 'Agua');
    const input = { received, reasons: 'Falta tiempo.' };
    fed.must(upper.origin, upper.secretary, 'AnswerMotion', input);
    fed.refuses(upper.origin, upper.presidium, 'AnswerMotion', input, 'already-answered');
  },
  'resolution-not-in-force': (scene) => {
    const { fed, upper } = scene;
    const proposal = { kind: 'pact', with: 'la alcaldía' } as const;
    const done = decideByRollCall(scene, sitUpper(scene, 'pact'), { matter: 'pact', proposal });
    const due = plusDays(fed.now, 9);
    const to = { kind: 'office', office: 'actas' } as const;
    const input = { resolution: indexOf(done, 'ResolutionAdopted'), to, what: 'Firmar', due };
    fed.refuses(upper.origin, upper.presidium, 'AssignTask', input, 'resolution-not-in-force');
  },
  'due-in-the-past': (scene) => {
    const { fed, origin, base } = scene;
    const { sitting } = tabled(scene);
    const task = { to: { kind: 'office', office: 'actas' }, what: 'Carta', due: fed.now } as const;
    const input = { sitting, matter: 'ordinary', title: 'Carta', text: 'Carta' } as const;
    const proposal = { kind: 'resolution', tasks: [task] } as const;
    fed.refuses(origin, base.presidium, 'TableMotion', { ...input, proposal }, 'due-in-the-past');
  },
  'task-done': (scene) => {
    const { fed, origin, base } = scene;
    const { hall, sitting } = tabled(scene);
    const to = { kind: 'office', office: 'actas' } as const;
    const proposal = { kind: 'resolution', tasks: [{ to, what: 'Carta', due: plusDays(fed.now, 9) }] } as const;
    const done = decideByHands(fed, hall, sitting, { matter: 'ordinary', proposal, yes: 8 });
    const input = { task: indexOf(done, 'TaskAssigned'), state: 'done', report: 'Se entregó.' } as const;
    fed.must(origin, base.secretary, 'ReportTask', input);
    fed.refuses(origin, base.secretary, 'ReportTask', input, 'task-done');
  },
} satisfies Partial<Readonly<Record<RefusalCode, (scene: Scene) => void>>>;
