import { booksOn, firstBook, isLater, spellAt } from '../affiliation/lineage.ts';
import { vouchingRefusal } from '../affiliation/vouched.ts';
import { bodyCountsFrom } from '../affiliation/waiting.ts';
import { type WayAsked, type WayDown, wayDown, wayNeeds } from '../affiliation/way-down.ts';
import { authority } from '../authority.ts';
import { accept, type Context, type Draft } from '../decision.ts';
import { type AnswerFact, type BaseBelow, type Citation, findingFor, type NeedOf } from '../facts.ts';
import { known } from '../fold.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { BodyState, Consultation } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { isAsked, isLeftOut } from './asked.ts';

/**
 * Counts the last sealed answer of one base, straight from its own book: bodies between can neither withhold it nor
 * make one up. Before the close a correction replaces an earlier answer; what counts is that a head covering it was here
 * by the deadline, so the order of arrival does not matter (invariant 7).
 */
export const receiveAnswer: Handler<'ReceiveAnswer'> = {
  needs: ({ state }, { consultation: index, below, through = [] }) => {
    const consultation = tableGet(state.consultations, index);
    if (consultation === undefined) return [];
    const asked = { below, through, before: consultation.issuedAt, asOf: index };
    return [answerAsked(state, below, index, consultation), ...wayNeeds(asked)];
  },
  decide(context, { consultation: index, below, through = [] }) {
    const { state, evidence } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const consultation = found.value;
    const path = pathTo(context, index, consultation, {
      below,
      through,
      before: consultation.issuedAt,
      asOf: index,
    });
    if (!path.ok) return path;
    const finding = findingFor(evidence, answerAsked(state, below, index, consultation));
    if (finding.found === null) return refuse('no-answer-found', 'ratification', { needed: below });
    const refused =
      unknownRefusal(state, through[0] ?? below) ?? answerRefusal(state, index, { base: below, answer: finding.found });
    if (refused !== null) return refused;
    const { admissions, cites } = path.value;
    const said = { base: below, path: admissions, answer: finding.found, cites: [...finding.cites, ...cites] };
    return accept([received(context, index, said)]);
  },
};

/** From a body directly below down to the base, each admitted before the question was put: who came later waits. */
function pathTo(context: Context, index: number, consultation: Consultation, asked: WayAsked): Found<WayDown> {
  const { state, evidence } = context;
  const { below, through } = asked;
  if (through.length > 0 && !consultation.throughTiers)
    return refuse('not-affiliated', 'rules.affiliation', { needed: below });
  const { issuedAt: present } = consultation;
  // Said first: who waits has not sat there either, and that passes with the same time.
  const waits = wayNeeds(asked).flatMap((need) => findingFor(evidence, need).found?.waits ?? []);
  if (waits[0] !== undefined) return refuse('waiting-time', 'roll.waitingDays', { needed: waits[0], present });
  const way = wayDown(context, asked);
  if (!way.ok) return way;
  const { first } = way.value;
  if (spellAt(state, through[0] ?? below, index) === undefined)
    return refuse('waiting-time', 'ratification', { needed: first.at, present });
  if (!isAsked(state, index, consultation, through[0] ?? below))
    return refuse('waiting-time', 'roll.waitingDays', { needed: bodyCountsFrom(state, first), present });
  return way;
}

/** Whom the assembly knows by its own papers alone answers nothing, nor does anybody below it, until it has sat. */
const unknownRefusal = (state: BodyState, first: string): Refused | null => vouchingRefusal(state, first, 0);

function answerRefusal(
  state: BodyState,
  index: number,
  { base: below, answer }: Pick<Said, 'base' | 'answer'>,
): Refused | null {
  const consultation = known(tableGet(state.consultations, index), `the consultation ${index}`);
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
  const out = putOut(state, below, index);
  if (out !== null && answer.heldAt >= out)
    return refuse('answer-after-exclusion', 'rules.affiliation', { needed: out, present: answer.heldAt });
  const deadline = deadlineFor(consultation, below);
  if (answer.receivedAt > deadline || answer.heldAt > deadline)
    return refuse('answer-after-deadline', 'ratification', { needed: deadline, present: answer.receivedAt });
  const heard = tableGet(answers, firstBook(below));
  // The last answer by the base's own order of acts; one that arrives out of order changes nothing.
  if (heard !== undefined && !isLater({ book: below, index: answer.index }, heard.from))
    return refuse('already-received', 'ratification', { present: heard.act });
  return null;
}

/**
 * When this body has put out a base that it had asked itself. Only what the two of them did counts here, and both are in their
 * own books: when a base has left is asked of its book, and what bodies between do takes nobody's answer away.
 */
export function putOut(state: BodyState, below: string, consultation: number): Time | null {
  const books = booksOn(state, below);
  const ended = books.flatMap((book) => spellAt(state, book, consultation)?.ended ?? []).at(0);
  return ended?.side === 'excluded' ? ended.at : null;
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
  const { answer, yes, no, abstain, roll, doubleMembers, heldAt, index } = said.answer;
  const from = { book: below, index };
  const way = path.length === 0 ? {} : { path };
  const doubles = doubleMembers === undefined ? {} : { doubleMembers };
  return {
    act: 'AnswerReceived',
    by: authority(context, 'ratification'),
    data: { consultation, below, answer, yes, no, abstain, roll, ...doubles, heldAt, from, ...way },
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
    const first = said.path[0]?.book ?? said.base;
    if (unknownRefusal(context.state, first) !== null || isLeftOut(context.state, index, consultation, first)) continue;
    if (answerRefusal(context.state, index, said) !== null) continue;
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

/** What a base is asked for its answer, with the days that hold for it. */
export function answerAsked(state: BodyState, book: string, index: number, asked: Consultation): NeedOf<'answer'> {
  const heldBefore = putOut(state, book, index);
  return {
    fact: 'answer',
    book,
    of: state.origin,
    index,
    by: deadlineFor(asked, book),
    ...(heldBefore === null ? {} : { heldBefore }),
    ...(asked.names === undefined ? {} : { was: asked.names }),
  };
}
