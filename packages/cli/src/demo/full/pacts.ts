import { actOf } from '../client.ts';
import { cited, type Stage } from '../stage.ts';
import { adoptPact, closeAbove, delegateOf, openAbove, type Pact, sitAbove } from './assembly.ts';
import type { Base } from './base.ts';
import { consultAll, type Measured, type Verdict } from './consultation.ts';
import { conveneCouncil, type Session } from './council.ts';
import type { World } from './federation.ts';

const first: Pact = {
  id: 'pacto-1',
  title: 'Acta de pacificación firmada en palacio',
  text: 'Se levantan las medidas a cambio de una mesa de diálogo.',
};

const second: Pact = {
  id: 'pacto-2',
  title: 'Gas a los barrios: cisternas cada semana, con reparto por las juntas',
  text: 'Entran cisternas cada semana; las juntas reparten según la regla votada.',
};

/** When the Assembly sits, and when the bases do; it closes when the statute's thirty days are over. */
const pactDays = {
  first: { recorded: 84, sits: 120, bases: 132 },
  second: { sits: 294, bases: 306 },
};

/** Signed behind the bases' backs, put on record by a delegate, sat on against the presidency's will, and rejected below. */
export async function pactBehindBacks(stage: Stage, world: World, mover: string): Promise<Measured> {
  const { assembly } = world;
  const { voice, calendar } = stage;
  voice.chapter({ es: 'El pacto a espaldas de las bases', en: 'The pact behind the bases’ backs' });
  calendar.goTo(pactDays.first.recorded, 10);
  const delegate = await delegateOf(stage, assembly, mover);
  const outside = {
    with: 'el ministerio',
    text: first.text,
    signedBy: 'secretaría ejecutiva',
    signedAt: calendar.time(pactDays.first.recorded - 1, 20),
  };
  const recorded = await delegate.must(assembly.name, 'RecordOutsidePact', outside, 'pacto-1/record');
  voice.step({
    es: `La secretaría ejecutiva firmó en palacio. Un delegado lo asienta ${cited(actOf(recorded, 'OutsidePactRecorded'))}: nada entra en vigor, y la Asamblea debe reunirse.`,
    en: `The executive secretary signed in the palace. A delegate puts it on record ${cited(actOf(recorded, 'OutsidePactRecorded'))}: nothing is in force, and the Assembly has to sit.`,
  });
  const plan: Session = {
    id: 'asamblea-pacto-1',
    kind: 'extraordinary',
    convenedOn: pactDays.first.sits - 5,
    day: pactDays.first.sits,
    matters: [{ matter: 'pact', text: first.text }],
  };
  const sitting = await conveneCouncil(stage, assembly, delegate, plan);
  const off = { sitting, reason: 'Por fuerza mayor' };
  const shut = await assembly.presidency.ask(assembly.name, 'CallOffSitting', off, 'pacto-1/call-off');
  if (shut.ok) throw new Error('the presidency called off what was convened over its head');
  voice.refused(
    { es: 'La presidencia quiere suspender esa sesión', en: 'The presidency wants to call that sitting off' },
    shut.sentences,
  );
  const open = await openAbove(stage, assembly, plan, sitting, delegate);
  const resolution = await adoptPact(assembly, open, first);
  await closeAbove(assembly, open, plan.id);
  const { measured } = await consultAll(stage, world, {
    ...first,
    resolution: resolution.index,
    day: pactDays.first.bases,
    answer: (base) => verdictOf(base, 0.3),
  });
  return measured;
}

/** What was asked for is in it this time: it is in force because the bases say so. */
export async function pactRatified(stage: Stage, world: World): Promise<Measured> {
  stage.voice.chapter({ es: 'Un acuerdo que las bases quieren', en: 'A pact that the bases want' });
  const plan: Session = {
    id: 'asamblea-pacto-2',
    kind: 'extraordinary',
    convenedOn: pactDays.second.sits - 5,
    day: pactDays.second.sits,
    matters: [{ matter: 'pact', text: second.text }],
  };
  const open = await sitAbove(stage, world.assembly, plan);
  const resolution = await adoptPact(world.assembly, open, second);
  await closeAbove(world.assembly, open, plan.id);
  const { measured } = await consultAll(stage, world, {
    ...second,
    resolution: resolution.index,
    day: pactDays.second.bases,
    answer: (base) => verdictOf(base, 0.8),
  });
  return measured;
}

/** So great a part of those who answer say yes. */
const verdictOf = ({ plan }: Base, share: number): Verdict | null => {
  if (plan.answers === 'silent') return null;
  return plan.mood < share ? 'yes' : 'no';
};
