import { affiliatedSince, firstBook, isLater } from '../affiliation/lineage.ts';
import { vouchingRefusal } from '../affiliation/vouched.ts';
import { type WayAsked, type WayDown, wayDown, wayNeeds } from '../affiliation/way-down.ts';
import { authority } from '../authority.ts';
import { accept, type Context, type Draft } from '../decision.ts';
import { type AnswerFact, type BaseBelow, type Citation, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState, Consultation } from '../state.ts';
import { tableGet } from '../table.ts';

/**
 * Counts the last sealed answer of one base, straight from its own book: bodies between can neither withhold it nor
 * make one up. Before the close a correction replaces an earlier answer; what counts is that a head covering it was here
 * by the deadline, so the order of arrival does not matter (invariant 7).
 */
export const receiveAnswer: Handler<'ReceiveAnswer'> = {
  needs: ({ state }, { consultation: index, below, through = [] }) => {
    const consultation = tableGet(state.consultations, index);
    if (consultation === undefined) return [];
    const asked = { below, through, before: consultation.issuedAt };
    return [answerNeed(state, below, index, consultation), ...wayNeeds(asked)];
  },
  decide(context, { consultation: index, below, through = [] }) {
    const { state, evidence } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const consultation = found.value;
    const path = pathTo(context, index, consultation, { below, through, before: consultation.issuedAt });
    if (!path.ok) return path;
    const finding = findingFor(evidence, answerNeed(state, below, index, consultation));
    if (finding.found === null) return refuse('no-answer-found', 'ratification', { needed: below });
    const refused = unknownRefusal(state, through[0] ?? below) ?? answerRefusal(consultation, below, finding.found);
    if (refused !== null) return refused;
    const { admissions, cites } = path.value;
    const said = { base: below, path: admissions, answer: finding.found, cites: [...finding.cites, ...cites] };
    return accept([received(context, index, said)]);
  },
};

/** From a body directly below down to the base, each admitted before the question was put: who came later waits. */
function pathTo(context: Context, index: number, consultation: Consultation, asked: WayAsked): Found<WayDown> {
  const { below, through } = asked;
  if (through.length > 0 && !consultation.throughTiers)
    return refuse('not-affiliated', 'rules.affiliation', { needed: below });
  const way = wayDown(context, asked);
  if (!way.ok || affiliatedSince(way.value.first) <= index) return way;
  return refuse('waiting-time', 'ratification', { needed: consultation.issuedAt, present: way.value.first.at });
}

/** Whom the assembly knows by its own papers alone answers nothing, nor does anybody below it, until it has sat. */
const unknownRefusal = (state: BodyState, first: string): Refused | null => vouchingRefusal(state, first, 0);

function answerRefusal(consultation: Consultation, below: string, answer: AnswerFact): Refused | null {
  const { reopened, throughTiers, answers } = consultation;
  if (throughTiers && answer.kind !== 'base')
    return refuse('not-a-base', 'ratification', { needed: 'base', present: below });
  if (!answer.bodyProven) return refuse('answer-unproven', 'founding', { needed: 'BodyProven', present: below });
  // What goes on in another book takes every answer anew, those too that were not opened again.
  const opened = reopened.some((one) => one.below === firstBook(below));
  if (reopened.length > 0 && consultation.names === undefined && !opened)
    return refuse('consultation-closed', 'ratification', { present: below });
  if (answer.textHash !== consultation.textHash)
    return refuse('text-changed', 'ratification', { needed: consultation.textHash, present: answer.textHash });
  const deadline = deadlineFor(consultation, below);
  if (answer.receivedAt > deadline || answer.heldAt > deadline)
    return refuse('answer-after-deadline', 'ratification', { needed: deadline, present: answer.receivedAt });
  const known = tableGet(answers, firstBook(below));
  // The last answer by the base's own order of acts; one that arrives out of order changes nothing.
  if (known !== undefined && !isLater({ book: below, index: answer.index }, known.from))
    return refuse('already-received', 'ratification', { present: known.act });
  return null;
}

/** The day by which this base's answer must be here: its own, where a challenge has opened it again. */
export const deadlineFor = ({ deadline, reopened }: Consultation, below: string): string =>
  reopened.find((one) => one.below === firstBook(below))?.until ?? deadline;

interface Said extends BaseBelow {
  readonly answer: AnswerFact;
  readonly cites: readonly Citation[];
}

function received(context: Context, consultation: number, said: Said): Draft<'AnswerReceived'> {
  const { base: below, path } = said;
  const { answer, yes, no, abstain, roll, heldAt, index } = said.answer;
  const from = { book: below, index };
  const way = path.length === 0 ? {} : { path };
  return {
    act: 'AnswerReceived',
    by: authority(context, 'ratification'),
    data: { consultation, below, answer, yes, no, abstain, roll, heldAt, from, ...way },
    cites: said.cites,
  };
}

/**
 * What the node holds and the book does not have yet: one fact, however many bases were asked. Of a base that goes on in
 * another book each may answer; the later one counts.
 */
export function answersToCount(context: Context, index: number, consultation: Consultation) {
  const counted = new Map<string, Said>();
  for (const said of findingFor(context.evidence, heldNeed(index, consultation)).found ?? []) {
    if (unknownRefusal(context.state, said.path[0]?.book ?? said.base) !== null) continue;
    if (answerRefusal(consultation, said.base, said.answer) !== null) continue;
    const base = firstBook(said.base);
    const other = counted.get(base);
    if (other === undefined || isLater(placeOf(said), placeOf(other))) counted.set(base, said);
  }
  return [...counted.values()].map((said) => received(context, index, said));
}

const placeOf = ({ base, answer }: Said) => ({ book: base, index: answer.index });

export function openConsultation(state: BodyState, index: number): Found<Consultation> {
  const consultation = tableGet(state.consultations, index);
  if (consultation === undefined) return refuse('not-found', 'ratification', { needed: `ConsultationIssued ${index}` });
  return consultation.closed === null
    ? { ok: true, value: consultation }
    : refuse('consultation-closed', 'ratification', { present: consultation.closed.act });
}

export const heldNeed = (consultation: number, { issuedAt }: Consultation): NeedOf<'held-answers'> => ({
  fact: 'held-answers',
  consultation,
  before: issuedAt,
});

const answerNeed = (state: BodyState, book: string, index: number, asked: Consultation): NeedOf<'answer'> => ({
  fact: 'answer',
  book,
  of: state.origin,
  index,
  by: deadlineFor(asked, book),
  ...(asked.names === undefined ? {} : { was: asked.names }),
});
