import { authority } from '../authority.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import { type AnswerFact, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Consultation } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableValues } from '../table.ts';
import { plusDays } from '../time.ts';
import { sumTallies } from '../vote/arithmetic.ts';

export const issueConsultation: Handler<'IssueConsultation'> = {
  decide(context, { resolution: index }) {
    const { state, at } = context;
    const rules = statuteOf(state);
    const resolution = tableGet(state.resolutions, index);
    if (rules === null) return refuse('body-not-founded', 'founding');
    if (resolution === undefined) return refuse('not-found', 'ratification', { needed: `ResolutionAdopted ${index}` });
    if (resolution.status !== 'suspended')
      return refuse('not-suspended', 'ratification', { present: resolution.status });
    if (resolution.consultation !== null)
      return refuse('already-consulted', 'ratification', { present: resolution.consultation });
    const { num, den, strict, of, days } = rules.ratification;
    return accept([
      {
        act: 'ConsultationIssued',
        by: authority(context, 'ratification'),
        data: {
          resolution: index,
          title: resolution.title,
          textHash: resolution.textHash,
          deadline: plusDays(at, days),
          bases: state.affiliates.size,
          rule: { num, den, strict, of },
        },
      },
    ]);
  },
};

/**
 * Counts the last sealed answer of one base. Before the close a correction replaces an earlier answer; what counts
 * is that a head covering it was here by the deadline, so the order of arrival does not matter (invariant 7).
 */
export const receiveAnswer: Handler<'ReceiveAnswer'> = {
  needs: ({ state }, { consultation, below }) => [answerNeed(state, below, consultation)],
  decide(context, { consultation: index, below }) {
    const { state, evidence } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const consultation = found.value;
    const affiliate = tableGet(state.affiliates, below);
    if (affiliate === undefined) return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    // Frozen: a body admitted after the question was put waits for the next one.
    if (affiliate.at > consultation.issuedAt)
      return refuse('waiting-time', 'ratification', { needed: consultation.issuedAt, present: affiliate.at });
    const finding = findingFor(evidence, answerNeed(state, below, index));
    if (finding.found === null) return refuse('no-answer-found', 'ratification', { needed: below });
    const refused = answerRefusal(consultation, below, finding.found);
    if (refused !== null) return refused;
    const { answer, yes, no, abstain, roll, heldAt, index: act } = finding.found;
    return accept([
      {
        act: 'AnswerReceived',
        by: authority(context, 'ratification'),
        data: { consultation: index, below, answer, yes, no, abstain, roll, heldAt, from: { book: below, index: act } },
        cites: finding.cites,
      },
    ]);
  },
};

function answerRefusal(consultation: Consultation, below: string, answer: AnswerFact): Refused | null {
  if (answer.textHash !== consultation.textHash)
    return refuse('text-changed', 'ratification', { needed: consultation.textHash, present: answer.textHash });
  const { deadline } = consultation;
  if (answer.receivedAt > deadline || answer.heldAt > deadline)
    return refuse('answer-after-deadline', 'ratification', { needed: deadline, present: answer.receivedAt });
  const known = tableGet(consultation.answers, below);
  // The last answer by the base's own order of acts; one that arrives out of order changes nothing.
  if (known !== undefined && known.from.index >= answer.index)
    return refuse('already-received', 'ratification', { present: known.act });
  return null;
}

export const closeConsultation: Handler<'CloseConsultation'> = {
  decide(context, { consultation: index }) {
    const { state, at } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const consultation = found.value;
    const answered = consultation.answers.size;
    if (at < consultation.deadline && answered < consultation.bases)
      return refuse('consultation-still-open', 'ratification', {
        needed: consultation.deadline,
        present: `${answered} / ${consultation.bases}`,
      });
    const result = resultOf(consultation);
    const closing: DraftAct = {
      act: 'ConsultationClosed',
      by: authority(context, 'ratification'),
      data: { consultation: index, ...result },
    };
    return accept([closing, ...consequences(context, consultation, result.outcome)], [], { outcome: result.outcome });
  },
};

/** Each base once. Silence is on neither side; over all bases it still counts in the number that is needed. */
export function resultOf({ answers, bases, rule }: Consultation) {
  const all = tableValues(answers);
  const yes = all.filter(({ answer }) => answer === 'yes').length;
  const no = all.length - yes;
  const base = rule.of === 'bases' ? bases : yes + no;
  const [left, right] = [yes * rule.den, base * rule.num];
  const reached = base > 0 && (rule.strict ? left > right : left >= right);
  const outcome: 'ratified' | 'rejected' = reached ? 'ratified' : 'rejected';
  return { yes, no, silent: bases - all.length, members: sumTallies(all), outcome };
}

function consequences(
  { state }: Context,
  { resolution: number }: Consultation,
  outcome: 'ratified' | 'rejected',
): readonly DraftAct[] {
  const by = { office: 'statute', article: 'ratification' };
  const data = { resolution: number, consultation: state.size };
  if (outcome === 'rejected') return [{ act: 'ResolutionRejected', by, data }];
  const ratified: DraftAct = { act: 'ResolutionRatified', by, data };
  const lifts = tableGet(state.resolutions, number)?.lifts ?? null;
  const measure = lifts === null ? undefined : tableGet(state.measures, lifts.measure);
  if (lifts === null || measure === undefined || measure.lifted !== null) return [ratified];
  return [ratified, { act: 'MeasureLifted', by, data: { ...lifts, resolution: number } }];
}

function openConsultation(
  state: BodyState,
  index: number,
): { readonly ok: true; readonly value: Consultation } | Refused {
  const consultation = tableGet(state.consultations, index);
  if (consultation === undefined) return refuse('not-found', 'ratification', { needed: `ConsultationIssued ${index}` });
  return consultation.closed === null
    ? { ok: true, value: consultation }
    : refuse('consultation-closed', 'ratification', { present: consultation.closed.act });
}

const answerNeed = (state: BodyState, book: string, index: number): NeedOf<'answer'> => ({
  fact: 'answer',
  book,
  of: state.origin,
  index,
});
