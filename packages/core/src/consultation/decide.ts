import { settledOutcome } from '@cabildo/count';
import { firstBook } from '../affiliation/lineage.ts';
import { countedBelow } from '../affiliation/waiting.ts';
import { authority } from '../authority.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { ratificationNeeds, ratifiedEffects } from '../motion/effects.ts';
import { refuse } from '../refusal.ts';
import { resolutionKey } from '../resolution/state.ts';
import type { BodyState, Consultation } from '../state.ts';
import { fallbackNeeds, fallenBack } from '../statute/fall-back.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableSet } from '../table.ts';
import { plusDays } from '../time.ts';
import { resultOf } from './arithmetic.ts';
import { answersToCount, heldNeed, openConsultation } from './receive.ts';

/**
 * Who answers (article `ratification.through`): the bodies directly below, or every base through all tiers. What a committee
 * agreed is for the bases of those who formed it, whatever its own statute says.
 */
const goesThroughTiers = ({ body }: BodyState, { ratification }: Statute): boolean =>
  body?.kind === 'committee' || ratification.through === 'bases';

const basesNeed = ({ state, at }: Pick<Ask, 'state' | 'at'>): NeedOf<'bases-below'> => ({
  fact: 'bases-below',
  acts: state.size,
  before: at,
});

const goesDown = ({ state }: Pick<Ask, 'state'>): boolean => {
  const rules = statuteOf(state);
  return rules !== null && goesThroughTiers(state, rules);
};

export const issueConsultation: Handler<'IssueConsultation'> = {
  needs: (ask) => (goesDown(ask) ? [basesNeed(ask)] : []),
  decide(context, { resolution: index, decision, arguments: sides }) {
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
    const { num, den, strict, of, days, silence } = rules.ratification;
    const bases = goesThroughTiers(state, rules)
      ? (findingFor(context.evidence, basesNeed(context)).found ?? [])
      : null;
    const issued: DraftAct = {
      act: 'ConsultationIssued',
      by: authority(context, 'ratification'),
      data: {
        resolution: index,
        ...late,
        title: resolution.title,
        textHash: resolution.textHash,
        deadline: plusDays(at, days),
        bases: bases?.length ?? countedBelow(state, { act: state.size, at }).length,
        rule: { num, den, strict, of, ...(silence === undefined ? {} : { silence }) },
      },
      ...(sides === undefined ? {} : { disclose: { arguments: sides } }),
    };
    // Ten thousand names do not fit into an act: they are attached, and the act holds their number and hash.
    return accept([
      bases === null
        ? issued
        : { ...issued, attach: { list: { mediaType: 'application/json', content: JSON.stringify(bases) } } },
    ]);
  },
};

/** Who closes cannot leave an answer out: what the node holds of the bases' books by the deadline is counted first. */
export const closeConsultation: Handler<'CloseConsultation'> = {
  needs: ({ state }, { consultation: index }) => {
    const consultation = tableGet(state.consultations, index);
    if (consultation === undefined) return [];
    const key = resolutionKey(consultation);
    return [heldNeed(index, consultation), ...ratificationNeeds(state, key), ...fallbackNeeds(state, key)];
  },
  decide(context, { consultation: index }) {
    const { state, at } = context;
    const found = openConsultation(state, index);
    if (!found.ok) return found;
    const pending = answersToCount(context, index, found.value);
    const answers = pending.reduce(
      (table, { data: { below, path: _path, ...data } }) =>
        tableSet(table, firstBook(below), { ...data, act: state.size }),
      found.value.answers,
    );
    const consultation = { ...found.value, answers };
    const { needed, over } = lastDay(consultation, at);
    if (!over)
      return refuse('consultation-still-open', 'ratification', {
        needed,
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

/** Until when it stays open: the deadline, or the last day of what a challenge has opened again. */
export function lastDay({ reopened, deadline, answers, bases }: Consultation, at: string) {
  if (reopened.length === 0) return { needed: deadline, over: at >= deadline || answers.size >= bases };
  const needed = reopened.map(({ until }) => until).reduce((a, b) => (a > b ? a : b));
  const allIn = reopened.every(({ below, act }) => (tableGet(answers, below)?.act ?? -1) > act);
  return { needed, over: at >= needed || allIn };
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
  if (outcome === 'rejected') return [{ act: 'ResolutionRejected', by, data }, ...fallenBack(context, key, by)];
  return [{ act: 'ResolutionRatified', by, data }, ...ratifiedEffects(context, key)];
}

/**
 * After the close an answer is opened again by a challenge alone: in the statute's time, once for each base, and only
 * where that answer, together with those that are open already, could change the outcome.
 */
export const challengeConsultation: Handler<'ChallengeConsultation'> = {
  decide(context, { consultation: index, below, reason }) {
    const { state, at } = context;
    const rules = statuteOf(state);
    const consultation = tableGet(state.consultations, index);
    if (rules === null) return refuse('body-not-founded', 'founding');
    if (consultation === undefined)
      return refuse('not-found', 'ratification', { needed: `ConsultationIssued ${index}` });
    const { closed, reopened, deadline, challengedBy, answers, bases, rule } = consultation;
    if (closed === null && reopened.length === 0)
      return refuse('consultation-still-open', 'ratification', {
        needed: deadline,
        present: `${answers.size} / ${bases}`,
      });
    const base = firstBook(below);
    if (challengedBy.includes(base)) return refuse('already-challenged', 'ratification', { present: below });
    const days = rules.ratification.challengeDays ?? 0;
    const last = plusDays(closed?.at ?? reopened[0]?.until ?? at, closed === null ? 0 : days);
    if (at > last || days === 0)
      return refuse('challenge-period-over', 'ratification.challengeDays', { needed: last, present: at });
    const open = new Set([...reopened.map((one) => one.below), base]);
    const { yes, no, outcome } = resultOf(consultation);
    const said = [...open].map((one) => tableGet(answers, one)?.answer);
    const fixed = {
      yes: yes - said.filter((answer) => answer === 'yes').length,
      no: no - said.filter((answer) => answer === 'no').length,
    };
    if (!couldChange(rule, fixed, { free: open.size, bases, outcome }))
      return refuse('changes-nothing', 'ratification.challengeDays', { present: outcome });
    const until = plusDays(at, days);
    return accept([
      {
        act: 'ConsultationChallenged',
        by: authority(context, 'ratification.challengeDays'),
        data: { consultation: index, below, reason, until },
      },
    ]);
  },
};

/** Could `free` bases, whatever they say, bring about another outcome? The other silent ones stay silent. */
function couldChange(
  rule: Consultation['rule'],
  { yes, no }: { readonly yes: number; readonly no: number },
  { free, bases, outcome }: { readonly free: number; readonly bases: number; readonly outcome: string },
): boolean {
  const silent = bases - yes - no - free;
  const aside = rule.silence === 'yes' ? { yes: silent, no: 0 } : { yes: 0, no: rule.silence === 'no' ? silent : 0 };
  const base = rule.of === 'bases' ? bases : yes + no + free + aside.yes + aside.no;
  return settledOutcome(rule, { yes: yes + aside.yes, no: no + aside.no, bases: base }) !== outcome;
}
