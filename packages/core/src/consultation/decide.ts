import { affiliatedSince, affiliatesNow, firstBook, isLater } from '../affiliation/lineage.ts';
import { authority } from '../authority.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import { type AnswerFact, type Finding, findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { ratificationNeeds, ratifiedEffects } from '../motion/effects.ts';
import { type Refused, refuse } from '../refusal.ts';
import { resolutionKey } from '../resolution/state.ts';
import type { BodyState, Consultation } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet, tableSet } from '../table.ts';
import { plusDays } from '../time.ts';
import { resultOf } from './arithmetic.ts';

export const issueConsultation: Handler<'IssueConsultation'> = {
  decide(context, { resolution: index, decision }) {
    const { state, at } = context;
    const rules = statuteOf(state);
    const late = decision === undefined ? {} : { decision };
    const resolution = tableGet(state.resolutions, resolutionKey({ resolution: index, ...late }));
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
          ...late,
          title: resolution.title,
          textHash: resolution.textHash,
          deadline: plusDays(at, days),
          bases: affiliatesNow(state).length,
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
  needs: ({ state }, { consultation: index, below }) => {
    const consultation = tableGet(state.consultations, index);
    return consultation === undefined ? [] : [answerNeed(state, below, index, consultation)];
  },
  decide(context, { consultation: index, below }) {
    const { state, evidence } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const consultation = found.value;
    const affiliate = tableGet(state.affiliates, below);
    if (affiliate === undefined) return refuse('not-affiliated', 'rules.affiliation', { needed: below });
    // Frozen: a body admitted after the question was put waits for the next one.
    if (affiliatedSince(affiliate) > index)
      return refuse('waiting-time', 'ratification', { needed: consultation.issuedAt, present: affiliate.at });
    const finding = findingFor(evidence, answerNeed(state, below, index, consultation));
    if (finding.found === null) return refuse('no-answer-found', 'ratification', { needed: below });
    const refused = answerRefusal(consultation, below, finding.found);
    if (refused !== null) return refused;
    return accept([received(context, index, finding, finding.found)]);
  },
};

function answerRefusal(consultation: Consultation, below: string, answer: AnswerFact): Refused | null {
  if (answer.textHash !== consultation.textHash)
    return refuse('text-changed', 'ratification', { needed: consultation.textHash, present: answer.textHash });
  const { deadline } = consultation;
  if (answer.receivedAt > deadline || answer.heldAt > deadline)
    return refuse('answer-after-deadline', 'ratification', { needed: deadline, present: answer.receivedAt });
  const known = tableGet(consultation.answers, firstBook(below));
  // The last answer by the base's own order of acts; one that arrives out of order changes nothing.
  if (known !== undefined && !isLater({ book: below, index: answer.index }, known.from))
    return refuse('already-received', 'ratification', { present: known.act });
  return null;
}

function received(context: Context, index: number, { need, cites }: Finding<'answer'>, found: AnswerFact) {
  const { answer, yes, no, abstain, roll, heldAt, index: act } = found;
  const below = need.book;
  return {
    act: 'AnswerReceived' as const,
    by: authority(context, 'ratification'),
    data: { consultation: index, below, answer, yes, no, abstain, roll, heldAt, from: { book: below, index: act } },
    cites,
  };
}

/** Who closes cannot leave an answer out: what the node holds of the bases' books by the deadline is counted first. */
export const closeConsultation: Handler<'CloseConsultation'> = {
  needs: ({ state }, { consultation: index }) => {
    const consultation = tableGet(state.consultations, index);
    if (consultation === undefined) return [];
    return [...answerNeeds(state, index, consultation), ...ratificationNeeds(state, resolutionKey(consultation))];
  },
  decide(context, { consultation: index }) {
    const { state, at } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const pending = pendingAnswers(context, index, found.value);
    const answers = pending.reduce(
      (table, { data: { below, ...data } }) => tableSet(table, firstBook(below), { ...data, act: state.size }),
      found.value.answers,
    );
    const consultation = { ...found.value, answers };
    if (at < consultation.deadline && answers.size < consultation.bases)
      return refuse('consultation-still-open', 'ratification', {
        needed: consultation.deadline,
        present: `${answers.size} / ${consultation.bases}`,
      });
    const result = resultOf(consultation);
    const closing: DraftAct = {
      act: 'ConsultationClosed',
      by: authority(context, 'ratification'),
      data: { consultation: index, ...result },
    };
    const closedBy = state.size + pending.length;
    const effects = consequences(context, consultation, result.outcome, closedBy);
    return accept([...pending, closing, ...effects], [], { outcome: result.outcome });
  },
};

function pendingAnswers(context: Context, index: number, consultation: Consultation) {
  return answerNeeds(context.state, index, consultation).flatMap((need) => {
    const finding = findingFor(context.evidence, need);
    const counts = finding.found !== null && answerRefusal(consultation, need.book, finding.found) === null;
    return finding.found !== null && counts ? [received(context, index, finding, finding.found)] : [];
  });
}

function consequences(
  context: Context,
  asked: Consultation,
  outcome: 'ratified' | 'rejected',
  consultation: number,
): readonly DraftAct[] {
  const by = { office: 'statute', article: 'ratification' };
  const { resolution, decision } = asked;
  const key = resolutionKey(asked);
  // What was withdrawn while the bases were asked is neither.
  if (tableGet(context.state.resolutions, key)?.status !== 'suspended') return [];
  const data = { resolution, ...(decision === undefined ? {} : { decision }), consultation };
  if (outcome === 'rejected') return [{ act: 'ResolutionRejected', by, data }];
  return [{ act: 'ResolutionRatified', by, data }, ...ratifiedEffects(context, key)];
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

const answerNeed = (state: BodyState, book: string, index: number, { deadline }: Consultation): NeedOf<'answer'> => ({
  fact: 'answer',
  book,
  of: state.origin,
  index,
  by: deadline,
});

const answerNeeds = (state: BodyState, index: number, consultation: Consultation): readonly NeedOf<'answer'>[] =>
  tableEntries(state.affiliates)
    .filter(([, affiliate]) => affiliatedSince(affiliate) < index)
    .map(([below]) => answerNeed(state, below, index, consultation));
