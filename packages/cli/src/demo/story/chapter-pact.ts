import { many } from '../amounts.ts';
import { actOf, type Done } from '../client.ts';
import { chairOf, convene, type Evening, hold, sealBoth } from '../hall.ts';
import { dataOf } from '../read.ts';
import { type Assembly, anyoneAt, cited, type Person, type Stage } from '../stage.ts';
import { accredit, castAll, conveneAssembly, openDeviceVote, presidencySeat, seated } from './assembly.ts';
import { accountsItem, keepBooks, rejectReport } from './chapter-accounts.ts';
import type { Cast } from './chapter-founding.ts';
import { must, plainEvening, textHashOf } from './chapter-mandate.ts';
import { firstPact, regular } from './chapter-recall.ts';
import { callMeasures, measureItems } from './measures.ts';

interface Pact {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Day on which the bases sit. */
  readonly answersOn: number;
  readonly closesOn: number;
  /** What each junta says; a junta that is not named stays silent. */
  readonly answer: (junta: Assembly, place: number) => 'yes' | 'no' | null;
}

const first: Pact = {
  id: 'pact-1',
  ...firstPact,
  answersOn: 50,
  closesOn: 62,
  answer: (_junta, place) => (place >= 10 ? null : place < 3 ? 'yes' : 'no'),
};

const second: Pact = {
  id: 'pact-2',
  title: 'Acuerdo con la distribuidora: dos cisternas por semana, con reparto por las juntas',
  text: 'Dos cisternas por semana entran al distrito. Las juntas reparten según la regla votada.',
  answersOn: 69,
  closesOn: 70,
  answer: (_junta, place) => (place % 4 === 3 ? 'no' : 'yes'),
};

/** What the second sitting decided besides. */
interface Decided {
  /** Acts that closed roads. */
  readonly closures: readonly number[];
  readonly books: Awaited<ReturnType<typeof keepBooks>>;
}

/** A pact is suspended until the bases have answered: the first is rejected, a better one ratified. */
export async function chapterPacts(stage: Stage, cast: Cast, sitting: number): Promise<Decided> {
  const { popular, juntas } = cast;
  const { voice } = stage;
  voice.chapter({ es: 'Ningún acuerdo a espaldas de las bases', en: 'No pact behind the bases’ backs' });
  const chair = seated(popular, presidencySeat);
  const asked = await decidePact(stage, cast, chair, sitting, first);
  await chair.must(popular.name, 'CloseSitting', { sitting }, 'assembly/gas/end');
  await settle(stage, cast, chair, first, asked);

  const books = await keepBooks(stage, popular);
  const next = await conveneAssembly(stage, popular, chair, {
    id: 'assembly/second',
    kind: 'extraordinary',
    convenedOn: 63,
    day: 66,
    hour: 18,
    matters: [
      { matter: 'pact', title: 'Acuerdo con la distribuidora', text: second.text },
      ...measureItems,
      accountsItem,
    ],
  });
  await accredit(stage, popular, chair, next, regular(juntas));
  const presidency = seated(popular, presidencySeat);
  await presidency.must(popular.name, 'OpenSitting', { sitting: next, call: 'first' }, 'assembly/second/open');
  const askedAgain = await decidePact(stage, cast, presidency, next, second);
  const closures = await callMeasures(stage, popular, presidency, next);
  await rejectReport(stage, popular, presidency, { ...books, sitting: next });
  await presidency.must(popular.name, 'CloseSitting', { sitting: next }, 'assembly/second/end');
  await settle(stage, cast, presidency, second, askedAgain);
  return { closures, books };
}

async function decidePact(
  stage: Stage,
  { popular }: Cast,
  chair: Person,
  sitting: number,
  pact: Pact,
): Promise<number> {
  const { title, text, id } = pact;
  const proposal = { kind: 'pact', with: 'Distribuidora de gas' };
  const { vote } = await openDeviceVote(popular, chair, id, { sitting, matter: 'pact', title, text, proposal });
  await castAll(popular, vote, (seat) => (seat.endsWith('#2') && seat.includes('alto-lima') ? 'no' : 'yes'));
  const closed = await chair.must(popular.name, 'CloseVote', { vote }, `${id}/close`);
  const resolution = actOf(closed, 'ResolutionAdopted');
  const issued = await chair.must(
    popular.name,
    'IssueConsultation',
    { resolution: resolution.index },
    `${id}/consultation`,
  );
  const consultation = actOf(issued, 'ConsultationIssued');
  stage.voice.step({
    es: `«${title}»: aprobado arriba ${cited(resolution)}, pero EN SUSPENSO: baja a las doce juntas ${cited(consultation)}.`,
    en: `“${title}”: carried above ${cited(resolution)}, but SUSPENDED: it goes down to the twelve councils ${cited(consultation)}.`,
  });
  return consultation.index;
}

async function settle(stage: Stage, cast: Cast, chair: Person, pact: Pact, consultation: number): Promise<void> {
  const { popular, juntas } = cast;
  const asked = { matter: 'consultation', text: questionOf(pact) };
  const answering = juntas.flatMap((junta, place) => {
    const answer = pact.answer(junta, place);
    const present = Math.ceil(junta.roll.length * 0.6);
    const plan = plainEvening(`${junta.name}/${pact.id}`, pact.answersOn, present, [asked], 'first');
    return answer === null ? [] : [{ junta, answer, plan }];
  });
  for (const { junta } of answering) await stage.carry(popular.name, junta.name);
  const called = await Promise.all(
    answering.map(async (one) => ({ ...one, sitting: await convene(stage, chairOf(one.junta), one.plan) })),
  );
  for (const one of called) await answerIn(stage, cast, one, consultation, pact);
  const early = await chair.ask(popular.name, 'CloseConsultation', { consultation }, `${pact.id}/close-early`);
  if (!early.ok)
    stage.voice.refused(
      { es: 'Cerrar la consulta antes de plazo', en: 'Closing the consultation before its time' },
      early.sentences,
    );
  stage.calendar.goTo(pact.closesOn, 12);
  const closed = early.ok
    ? early
    : await chair.must(popular.name, 'CloseConsultation', { consultation }, `${pact.id}/close-consultation`);
  await tellResult(stage, cast, closed, pact);
}

const questionOf = ({ text }: Pact): string => `¿Ratifica la junta el acuerdo? ${text}`;

interface Answering {
  readonly junta: Assembly;
  readonly answer: 'yes' | 'no';
  readonly plan: Evening;
  readonly sitting: number;
}

async function answerIn(
  stage: Stage,
  { popular }: Cast,
  { junta, answer, plan, sitting }: Answering,
  consultation: number,
  pact: Pact,
): Promise<void> {
  const textHash = await textHashOf(stage, popular.name, consultation);
  const { present } = plan;
  const hands = answer === 'yes' ? { yes: present - 3, no: 2, abstain: 1 } : { yes: 3, no: present - 3, abstain: 0 };
  const [done] = await hold(stage, junta, plan, sitting, [
    {
      matter: 'consultation',
      title: pact.title,
      text: questionOf(pact),
      proposal: { kind: 'answer', consultation: { book: popular.origin, index: consultation }, textHash },
      hands,
    },
  ]);
  await sealBoth(stage, junta, actOf(must(done), 'ConsultationAnswered'));
  await stage.carry(junta.name, popular.name);
  const input = { consultation, below: junta.origin };
  await anyoneAt(stage, popular.name).must(popular.name, 'ReceiveAnswer', input, `${pact.id}/answer-${junta.name}`);
}

interface Counted {
  readonly yes: number;
  readonly no: number;
  readonly silent: number;
  readonly outcome: 'ratified' | 'rejected';
}

async function tellResult(stage: Stage, { popular }: Cast, closed: Done, pact: Pact): Promise<void> {
  const act = actOf(closed, 'ConsultationClosed');
  const { yes, no, silent, outcome } = await dataOf<Counted>(stage, popular.name, act.index);
  const ratified = outcome === 'ratified';
  stage.voice.step({
    es: `«${pact.title}»: ${many(yes, 'junta', 'juntas')} sí, ${no} no, ${silent} sin responder; hacía falta más de la mitad de las doce. El acuerdo queda ${ratified ? 'RATIFICADO, en vigor' : 'RECHAZADO'} ${cited(act)}.`,
    en: `“${pact.title}”: ${many(yes, 'council', 'councils')} yes, ${no} no, ${silent} silent; more than half of the twelve were needed. The pact is ${ratified ? 'RATIFIED, in force' : 'REJECTED'} ${cited(act)}.`,
  });
}
