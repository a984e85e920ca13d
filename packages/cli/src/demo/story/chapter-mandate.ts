import { actOf } from '../client.ts';
import {
  assemble,
  chairOf,
  convene,
  decideByHands,
  type Evening,
  evening,
  gather,
  type Named,
  open,
  sealBoth,
  titled,
} from '../hall.ts';
import { dataOf } from '../read.ts';
import { type Assembly, anyoneAt, cited, type Stage } from '../stage.ts';
import type { Cast } from './chapter-founding.ts';

export interface Forwarded {
  /** The motion as the assembly above received it. */
  readonly received: number;
  /** The act of the base that sent it. */
  readonly sent: number;
  readonly title: string;
  readonly text: string;
  readonly textHash: string;
}

const gasMotion = {
  title: 'Gas primero a hospitales y ollas comunes',
  text: 'La primera cisterna que llegue se reparte así: hospitales y postas, ollas comunes, y después las juntas por número de familias.',
} as const;

/** Sittings of the bases: one sends a motion up, others instruct their delegates, on whatever call the hall allows. */
export async function chapterBases(stage: Stage, cast: Cast): Promise<Forwarded> {
  stage.voice.chapter({ es: 'Las bases deciden', en: 'The bases decide' });
  const forwarded = await forwardMotion(stage, cast);
  await secondCall(stage, cast, forwarded);
  await withoutQuorum(stage, cast);
  await giveMandates(stage, cast, forwarded);
  await lateEntry(stage, cast);
  return forwarded;
}

async function forwardMotion(stage: Stage, { popular, junta }: Cast): Promise<Forwarded> {
  const base = junta('junta-16-de-julio');
  const { title, text } = gasMotion;
  const [done] = await evening(stage, base, plainEvening(`${base.name}/gas`, 35, 22, [], 'first'), [
    {
      matter: 'ordinary',
      title,
      text,
      proposal: { kind: 'forward', to: popular.origin },
      hands: { yes: 19, no: 2, abstain: 1 },
    },
  ]);
  const sent = actOf(must(done), 'MotionForwarded');
  await sealBoth(stage, base, sent);
  await stage.carry(base.name, popular.name);
  const from = { book: base.origin, index: sent.index };
  const taken = await anyoneAt(stage, popular.name).must(popular.name, 'ReceiveMotion', { from }, 'receive/gas');
  const received = actOf(taken, 'MotionReceived');
  const textHash = await textHashOf(stage, popular.name, received.index);
  stage.voice.step({
    es: `${base.title}, primera convocatoria, 22 de 30: «${title}», 19 sí, 2 no, 1 abstención. Sube a la Asamblea ${cited(received)}.`,
    en: `${base.title}, first call, 22 of 30: “${title}”, 19 yes, 2 no, 1 abstention. It goes up to the assembly ${cited(received)}.`,
  });
  return { received: received.index, sent: sent.index, title, text, textHash };
}

async function secondCall(stage: Stage, cast: Cast, forwarded: Forwarded): Promise<void> {
  const base = cast.junta('junta-villa-tunari');
  const plan = plainEvening(`${base.name}/mandate`, 37, 8, [mandateItem('yes')], 'second');
  const chair = chairOf(base);
  const sitting = await gather(stage, chair, plan);
  const early = await base.presidency.ask(base.name, 'OpenSitting', { sitting, call: 'first' }, `${plan.id}/first`);
  if (!early.ok)
    stage.voice.refused(
      { es: `${base.title}: 8 de 24, primera convocatoria`, en: `${base.title}: 8 of 24, first call` },
      early.sentences,
    );
  await open(stage, chair, plan, sitting);
  await mandateIn(stage, cast, base, sitting, forwarded, 'yes', 7, plan.id);
  stage.voice.step({
    es: `${base.title}, segunda convocatoria media hora después, con la quinta parte: 8 presentes alcanzan. Mandato: SÍ.`,
    en: `${base.title}, second call half an hour later, with a fifth of the roll: 8 present are enough. Mandate: YES.`,
  });
}

async function withoutQuorum(stage: Stage, { junta }: Cast): Promise<void> {
  const base = junta('junta-german-busch');
  const plan = plainEvening(`${base.name}/irregular`, 39, 3, [mandateItem('yes')], 'second');
  const chair = chairOf(base);
  const sitting = await gather(stage, chair, plan);
  await open(stage, chair, plan, sitting);
  const what = 'Los tres presentes acordaron apoyar la moción del gas.';
  const input = { sitting, what, irregularities: ['quorum-not-met'] };
  await base.presidency.must(base.name, 'RecordIrregularity', input, `${plan.id}/irregular`);
  const motion = {
    sitting,
    matter: 'ordinary',
    title: 'Apoyo a la moción del gas',
    text: what,
    proposal: { kind: 'resolution' },
  };
  const refused = await base.presidency.ask(base.name, 'TableMotion', motion, `${plan.id}/table`);
  await base.presidency.must(base.name, 'CloseSitting', { sitting }, `${plan.id}/end`);
  stage.voice.step({
    es: `${base.title}: 3 de 22 también en segunda convocatoria. La sesión queda escrita como irregular; lo acordado, sin efecto.`,
    en: `${base.title}: 3 of 22 on second call too. The sitting is on record as irregular; what they agreed has no effect.`,
  });
  if (!refused.ok)
    stage.voice.refused({ es: 'Querer votarlo igual', en: 'Trying to vote it all the same' }, refused.sentences);
}

const mandates: readonly (readonly [string, 'yes' | 'no', number])[] = [
  ['junta-ballivian', 'yes', 20],
  ['junta-los-andes', 'no', 18],
  ['junta-alto-lima-1', 'yes', 19],
  ['junta-alto-lima-2', 'yes', 17],
];

async function giveMandates(stage: Stage, cast: Cast, forwarded: Forwarded): Promise<void> {
  const evenings = await Promise.all(
    mandates.map(async ([name, instruction, present]) => {
      const base = cast.junta(name);
      const plan = plainEvening(`${name}/mandate`, 41, present, [mandateItem(instruction)], 'first');
      return { base, instruction, plan, sitting: await convene(stage, chairOf(base), plan) };
    }),
  );
  for (const { base, instruction, plan, sitting } of evenings) {
    const chair = chairOf(base);
    await assemble(stage, chair, plan, sitting);
    await open(stage, chair, plan, sitting);
    await mandateIn(stage, cast, base, sitting, forwarded, instruction, plan.present - 1, plan.id);
  }
  stage.voice.step({
    es: 'Mandatos dados y sellados: Ballivián, Alto Lima 1.ª y 2.ª, Villa Tunari: SÍ. Los Andes: NO. Las demás dejan libre a su delegación.',
    en: 'Mandates given and sealed: Ballivián, Alto Lima 1 and 2, Villa Tunari: YES. Los Andes: NO. The others leave their delegates free.',
  });
}

async function mandateIn(
  stage: Stage,
  { popular }: Cast,
  base: Assembly,
  sitting: number,
  { received, title, textHash }: Forwarded,
  instruction: 'yes' | 'no',
  yes: number,
  id: string,
): Promise<void> {
  await stage.carry(popular.name, base.name);
  const done = await decideByHands(chairOf(base), sitting, `${id}/mandate`, {
    matter: 'mandate',
    title: `Mandato: ${title}`,
    text: mandateText(instruction),
    proposal: { kind: 'mandate', on: { book: popular.origin, index: received }, textHash, instruction },
    hands: { yes, no: 1, abstain: 0 },
  });
  await base.presidency.must(base.name, 'CloseSitting', { sitting }, `${id}/end`);
  await sealBoth(stage, base, actOf(done, 'MandateGiven'));
  await stage.carry(base.name, popular.name);
}

const mandateText = (instruction: 'yes' | 'no'): string =>
  `Nuestros delegados votan ${instruction === 'yes' ? 'SÍ' : 'NO'}.`;

const mandateItem = (instruction: 'yes' | 'no'): Named => ({ matter: 'mandate', text: mandateText(instruction) });

async function lateEntry(stage: Stage, { junta }: Cast): Promise<void> {
  const base = junta('junta-huayna-potosi');
  stage.calendar.goTo(42, 10);
  const heldAt = stage.calendar.time(40, 19);
  const decisions = [
    {
      matter: 'ordinary',
      title: 'Turnos de la olla común',
      text: 'Cada manzano cocina un día, en orden.',
      yes: 15,
      no: 1,
      abstain: 0,
    },
    {
      matter: 'recall',
      title: 'Cambio de delegado',
      text: 'Se cambia al delegado, sin que estuviera en la convocatoria.',
      yes: 14,
      no: 2,
      abstain: 0,
    },
  ];
  const input = { heldAt, place: 'Cancha', call: 'first', present: 16, notice: [], decisions };
  const late = await base.secretary.must(base.name, 'EnterLateSitting', input, `${base.name}/late`);
  stage.voice.step({
    es: `${base.title}: una sesión hecha en papel el día 40 se asienta el 42 con su propia fecha ${cited(actOf(late, 'SittingEnteredLate'))}. Los turnos de la olla valen; el cambio de delegado no estaba en la convocatoria: escrito, sin efecto.`,
    en: `${base.title}: a sitting held on paper on day 40 is entered on day 42 with its own date ${cited(actOf(late, 'SittingEnteredLate'))}. The kitchen’s turns are in force; the change of delegate was not in the notice: written down, no effect.`,
  });
}

/** An evening of a base with the usual notice. */
export function plainEvening(
  id: string,
  day: number,
  present: number,
  matters: readonly Named[],
  call: 'first' | 'second',
): Evening {
  return {
    id,
    kind: 'ordinary',
    day,
    hour: 19,
    convenedOn: day - 2,
    place: 'Sede social',
    present,
    call,
    matters: titled(['ordinary', ...matters], titles),
  };
}

const titles: Readonly<Record<string, string>> = {
  ordinary: 'Asuntos de la junta',
  mandate: 'Mandato a los delegados',
  recall: 'Revocatoria',
  consultation: 'Consulta de la Asamblea Popular',
};

export const textHashOf = async (stage: Stage, body: string, index: number): Promise<string> =>
  (await dataOf<{ textHash: string }>(stage, body, index)).textHash;

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the story expected an answer here');
  return value;
}
