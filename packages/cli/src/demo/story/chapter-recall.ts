import { many } from '../amounts.ts';
import { actOf } from '../client.ts';
import { chairOf, convene, type Evening, hold, seal, sealBoth } from '../hall.ts';
import { dataOf, firstAct } from '../read.ts';
import { type Assembly, anyoneAt, cited, type Person, type Stage } from '../stage.ts';
import {
  accredit,
  type Choice,
  castAll,
  conveneAssembly,
  devices,
  giveSeatCard,
  openDeviceVote,
  presidencySeat,
  seated,
  secretarySeat,
} from './assembly.ts';
import type { Cast } from './chapter-founding.ts';
import { type Forwarded, must, plainEvening } from './chapter-mandate.ts';

const recalledSeat = { junta: 'junta-alto-lima-2', seat: 1 } as const;
const disloyalSeat = 'junta-los-andes#1';

/** Announced with this sitting, and put to it in the next chapter. */
export const firstPact = {
  title: 'Acuerdo con la distribuidora: levantar el bloqueo a cambio de una mesa de diálogo',
  text: 'Se levanta el bloqueo de la planta. La empresa instala una mesa de diálogo en treinta días.',
} as const;

/**
 * The base's motion is voted above under mandates. One delegate votes against the mandate and is marked; another is
 * recalled by the base while the vote is open.
 */
export async function chapterRecall(stage: Stage, cast: Cast, forwarded: Forwarded): Promise<number> {
  const { popular, juntas } = cast;
  const { voice } = stage;
  voice.chapter({ es: 'La moción de una base, bajo mandato', en: 'The motion of a base, under mandates' });
  const chair = seated(popular, presidencySeat);
  const recall = await conveneRecall(stage, cast);
  const sitting = await conveneAssembly(stage, popular, chair, {
    id: 'assembly/gas',
    kind: 'ordinary',
    convenedOn: 43,
    day: 46,
    hour: 18,
    matters: [
      { matter: 'ordinary', title: forwarded.title },
      { matter: 'pact', title: 'Acuerdo con la distribuidora', text: firstPact.text },
    ],
  });
  const admitted = await accredit(stage, popular, chair, sitting, regular(juntas));
  await chair.must(popular.name, 'OpenSitting', { sitting, call: 'first' }, 'assembly/gas/open');
  const seats = admitted.filter(({ reply }) => reply.ok).length;
  voice.step({
    es: `${seats} asientos de 24 acreditados; hay quórum.`,
    en: `${seats} of 24 seats accredited; there is a quorum.`,
  });
  const { vote } = await openDeviceVote(popular, chair, 'assembly/gas', {
    sitting,
    matter: 'ordinary',
    title: forwarded.title,
    text: forwarded.text,
    proposal: { kind: 'resolution' },
    from: forwarded.received,
  });
  await castUnderMandates(stage, cast, vote);
  await recallDuringVote(stage, cast, vote, chair, recall);
  await closeAndTell(stage, cast, vote, chair);
  await tellTheBase(stage, cast, forwarded, chair);
  return sitting;
}

/** Ferropetrol's delegates have expired; every other junta sends two. */
export const regular = (juntas: readonly Assembly[]): readonly { readonly junta: Assembly; readonly seats: number }[] =>
  juntas.filter(({ name }) => name !== 'junta-ferropetrol').map((junta) => ({ junta, seats: 2 }));

async function castUnderMandates(stage: Stage, { popular }: Cast, vote: number): Promise<void> {
  const choose = (seat: string): Choice => {
    if (seat === `${recalledSeat.junta}#${recalledSeat.seat}`) return 'no';
    if (seat === disloyalSeat) return 'yes';
    if (seat.startsWith('junta-los-andes')) return 'no';
    return seat.startsWith('junta-german-busch') ? 'abstain' : 'yes';
  };
  const replies = await castAll(popular, vote, choose);
  const marked = [...replies].filter(([, reply]) => reply.ok && reply.answer.againstMandate === true);
  for (const [seat] of marked)
    stage.voice.step({
      es: `${seat} vota contra el mandato de su base: se le avisa y se acepta (el estatuto dice «flag»); si cuenta al cierre, queda marcado en el libro.`,
      en: `${seat} votes against its base’s mandate: told so, and accepted (the statute says “flag”); if it counts at the close it is marked in the book.`,
    });
}

interface Called {
  readonly plan: Evening;
  readonly sitting: number;
}

/** The junta has heard how its delegate means to vote, and calls a sitting for the same evening. */
async function conveneRecall(stage: Stage, { junta }: Cast): Promise<Called> {
  const base = junta(recalledSeat.junta);
  const plan = { ...plainEvening(`${base.name}/recall`, 46, 18, ['recall'], 'first'), convenedOn: 43 };
  return { plan, sitting: await convene(stage, chairOf(base), plan) };
}

async function recallDuringVote(
  stage: Stage,
  { popular, junta }: Cast,
  vote: number,
  desk: Person,
  { plan, sitting }: Called,
): Promise<void> {
  const base = junta(recalledSeat.junta);
  const { index: election } = await firstAct(stage, base.name, 'DelegatesElected');
  const [done] = await hold(stage, base, plan, sitting, [
    {
      matter: 'recall',
      title: 'Revocatoria del delegado 1',
      text: 'Votó contra lo que la junta mandó. Asume el suplente.',
      proposal: { kind: 'recall-delegate', election, seat: recalledSeat.seat },
      hands: { yes: 16, no: 1, abstain: 1 },
    },
  ]);
  const recall = actOf(must(done), 'DelegateRecalled');
  await sealBoth(stage, base, recall);
  await stage.carry(base.name, popular.name);
  const seat = { below: base.origin, seat: recalledSeat.seat };
  const presented = await anyoneAt(stage, popular.name).must(popular.name, 'PresentRecall', seat, 'present/recall');
  stage.voice.step({
    es: `${base.title} revoca a su delegado con la votación abierta (16 a 1) ${cited(recall)}. Presentada con su prueba por un vecino ${cited(actOf(presented, 'RecallPresented'))}: su voto se cae y el suplente toma el asiento.`,
    en: `${base.title} recalls its delegate while the vote is open (16 to 1) ${cited(recall)}. Presented with its proof by a neighbour ${cited(actOf(presented, 'RecallPresented'))}: the vote drops and the alternate takes the seat.`,
  });
  const alternate = await giveSeatCard(stage, popular, desk, base, recalledSeat.seat, 'alternate');
  await alternate.must(popular.name, 'CastVote', { vote, choice: 'yes' }, 'cast/alternate');
}

interface Closed {
  readonly tallies: readonly { readonly yes: number; readonly no: number; readonly abstain: number }[];
  readonly dropped: number;
}

async function closeAndTell(stage: Stage, { popular }: Cast, vote: number, chair: Person): Promise<void> {
  const closed = await chair.must(popular.name, 'CloseVote', { vote }, 'assembly/gas/close');
  const act = actOf(closed, 'VoteClosed');
  const data = await dataOf<Closed>(stage, popular.name, act.index);
  const { yes, no, abstain } = must(data.tallies[0]);
  const marked = await Promise.all(
    closed.acts
      .filter((one) => one.act === 'MandateBreached')
      .map((one) => dataOf<{ readonly dropped?: boolean }>(stage, popular.name, one.index)),
  );
  // The vote that the recall dropped was against the mandate too: on record, but it does not count.
  const breaches = marked.filter(({ dropped }) => dropped !== true).length;
  stage.voice.step({
    es: `Resultado ${cited(act)}: ${yes} sí, ${no} no, ${many(abstain, 'abstención', 'abstenciones')}; ${many(data.dropped, 'voto caído', 'votos caídos')} por revocatoria; ${breaches} contra el mandato (y el que cayó, también en acta). Más de la mitad de los votos emitidos: aprobada, en vigor.`,
    en: `Result ${cited(act)}: ${yes} yes, ${no} no, ${many(abstain, 'abstention', 'abstentions')}; ${many(data.dropped, 'vote', 'votes')} dropped by recall; ${breaches} against a mandate (and the dropped one, on record too). More than half of the votes cast: carried, in force.`,
  });
}

/** The base is told what became of its motion, with the reasons and what the minority held; its own book has it on proof. */
async function tellTheBase(stage: Stage, { popular, junta }: Cast, forwarded: Forwarded, chair: Person): Promise<void> {
  const base = junta('junta-16-de-julio');
  const reasons =
    'Aprobada: primero los hospitales y las ollas. La minoría pidió que las juntas más lejanas vayan antes que las ollas.';
  const input = { received: forwarded.received, reasons };
  const answered = actOf(await chair.must(popular.name, 'AnswerMotion', input, 'answer/gas'), 'MotionAnswered');
  await seal(stage, popular.name, answered, [
    { person: chair, device: devices.presidency },
    { person: seated(popular, secretarySeat), device: devices.secretary },
  ]);
  await stage.carry(popular.name, base.name);
  const own = { forwarded: forwarded.sent };
  const taken = await anyoneAt(stage, base.name).must(base.name, 'ReceiveMotionAnswer', own, 'answered/gas');
  stage.voice.step({
    es: `La Asamblea responde a ${base.title} qué fue de su moción, con sus razones y lo que sostuvo la minoría ${cited(answered)}; queda en el libro de la junta ${cited(actOf(taken, 'MotionAnswerReceived'))}.`,
    en: `The assembly answers ${base.title} what became of its motion, with its reasons and what the minority held ${cited(answered)}; it is in the council’s own book ${cited(actOf(taken, 'MotionAnswerReceived'))}.`,
  });
}
