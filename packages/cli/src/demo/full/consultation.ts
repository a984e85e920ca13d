import { many } from '../amounts.ts';
import { actOf, type Done } from '../client.ts';
import { dataOf } from '../read.ts';
import { anyoneAt, cited, type Stage } from '../stage.ts';
import { type Base, conveneBase, type Meeting, rollOf, sealBase, sitOn } from './base.ts';
import type { Seated } from './council.ts';
import { forEachOf } from './crowd.ts';
import { juntasOf, type World } from './federation.ts';

export type Verdict = 'yes' | 'no';

/** A question to all the bases, through all tiers. */
export interface Consulting {
  readonly id: string;
  readonly resolution: number;
  readonly title: string;
  readonly text: string;
  /** Day on which the bases sit. */
  readonly day: number;
  readonly answer: (base: Base) => Verdict | null;
}

/** What one consultation through all tiers took. */
export interface Measured {
  readonly bases: number;
  readonly answers: number;
  readonly seconds: number;
  /** Of that, to receive the answers above, each with its proof, and to close. */
  readonly receiving: number;
}

interface Issued {
  readonly bases: number;
  readonly textHash: string;
  readonly deadline: string;
}

interface Asked {
  readonly base: Base;
  readonly through: readonly string[];
}

/** Every base with the bodies through which it was asked: the federation and its district, or none. */
function allBases(world: World): readonly Asked[] {
  const { federation, districts, organisations } = world;
  return [
    ...districts.flatMap(({ council, juntas }) =>
      juntas.map((base) => ({ base, through: [federation.origin, council.origin] })),
    ),
    ...organisations.map((base) => ({ base, through: [] })),
  ];
}

/** The resolution goes down; each base answers in a sitting of its own; above, every answer is counted on its own proof. */
export async function consultAll(
  stage: Stage,
  world: World,
  asking: Consulting,
): Promise<{ readonly closed: Done; readonly measured: Measured }> {
  const started = performance.now();
  const { assembly } = world;
  const issued = await assembly.presidency.must(
    assembly.name,
    'IssueConsultation',
    { resolution: asking.resolution },
    `${asking.id}/issue`,
  );
  const { index: consultation } = actOf(issued, 'ConsultationIssued');
  const { bases, textHash, deadline } = await dataOf<Issued>(stage, assembly.name, consultation);
  const answering = allBases(world).flatMap((asked) => {
    const verdict = asking.answer(asked.base);
    return verdict === null ? [] : [{ ...asked, verdict }];
  });
  stage.voice.step({
    es: `«${asking.title}» queda EN SUSPENSO y baja por todos los niveles: ${many(bases, 'base preguntada', 'bases preguntadas')} ${cited(actOf(issued, 'ConsultationIssued'))}.`,
    en: `“${asking.title}” is SUSPENDED and goes down through all tiers: ${many(bases, 'base', 'bases')} asked ${cited(actOf(issued, 'ConsultationIssued'))}.`,
  });
  const sittings = await forEachOf(answering, ({ base }) => conveneBase(stage, base, meetingOf(base, asking)));
  await forEachOf(answering, ({ base, verdict }, place) =>
    answerIn(stage, base, sittings[place] ?? 0, asking, {
      verdict,
      textHash,
      consultation: { book: assembly.origin, index: consultation },
    }),
  );
  const from = performance.now();
  const anyone = anyoneAt(stage, assembly.name);
  await forEachOf(answering, ({ base, through }) => {
    const input = { consultation, below: base.origin, ...(through.length === 0 ? {} : { through }) };
    return anyone.must(assembly.name, 'ReceiveAnswer', input, `${asking.id}/answer-${base.name}`);
  });
  const closed = await close(stage, assembly, { consultation, deadline, id: asking.id });
  await tellResult(stage, assembly, closed, asking);
  const [seconds, receiving] = [(performance.now() - started) / 1_000, (performance.now() - from) / 1_000];
  return { closed, measured: { bases, answers: answering.length, seconds, receiving } };
}

const questionOf = ({ text }: Consulting): string => `¿Ratificamos? ${text}`;

function meetingOf(base: Base, asking: Consulting): Meeting {
  const { id, day } = asking;
  const { answers } = base.plan;
  const present = answers === 'second' ? 10 : Math.ceil(rollOf(base) * 0.7);
  const call = answers === 'second' ? 'second' : 'first';
  return { id: `consulta-${id}`, day, call, present, matters: [{ matter: 'consultation', text: questionOf(asking) }] };
}

interface Said {
  readonly verdict: Verdict;
  readonly textHash: string;
  readonly consultation: { readonly book: string; readonly index: number };
}

async function answerIn(
  stage: Stage,
  base: Base,
  sitting: number,
  asking: Consulting,
  { verdict, textHash, consultation }: Said,
): Promise<void> {
  const meeting = meetingOf(base, asking);
  const most = meeting.present - 2;
  const done = await sitOn(stage, base, meeting, sitting, {
    matter: 'consultation',
    title: asking.title,
    text: questionOf(asking),
    proposal: { kind: 'answer', consultation, textHash },
    hands: verdict === 'yes' ? { yes: most, no: 2, abstain: 0 } : { yes: 2, no: most, abstain: 0 },
  });
  await sealBase(stage, base, actOf(done, 'ConsultationAnswered'));
}

async function close(
  stage: Stage,
  { name, presidency }: Seated,
  { consultation, deadline, id }: { readonly consultation: number; readonly deadline: string; readonly id: string },
): Promise<Done> {
  const early = await presidency.ask(name, 'CloseConsultation', { consultation }, `${id}/close-asked-early`);
  if (early.ok) return early;
  stage.voice.refused(
    { es: 'Cerrar la consulta antes de plazo', en: 'Closing the consultation before its time' },
    early.sentences,
  );
  stage.calendar.reach(deadline);
  return presidency.must(name, 'CloseConsultation', { consultation }, `${id}/close-asked`);
}

interface Counted {
  readonly yes: number;
  readonly no: number;
  readonly silent: number;
  readonly outcome: 'ratified' | 'rejected';
}

async function tellResult(stage: Stage, { name }: Seated, closed: Done, { title }: Consulting): Promise<void> {
  const act = actOf(closed, 'ConsultationClosed');
  const { yes, no, silent, outcome } = await dataOf<Counted>(stage, name, act.index);
  const ratified = outcome === 'ratified';
  stage.voice.step({
    es: `«${title}»: ${many(yes, 'base', 'bases')} sí, ${no} no, ${silent} sin responder; hacía falta más de la mitad de todas. ${ratified ? 'RATIFICADO, en vigor' : 'RECHAZADO'} ${cited(act)}.`,
    en: `“${title}”: ${many(yes, 'base', 'bases')} yes, ${no} no, ${silent} silent; more than half of all were needed. ${ratified ? 'RATIFIED, in force' : 'REJECTED'} ${cited(act)}.`,
  });
}

export const everyBase = (world: World): readonly Base[] => [...juntasOf(world), ...world.organisations];
