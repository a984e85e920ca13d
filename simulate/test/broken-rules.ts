// Rules with one thing broken each, to see that the watch finds it.
import { type Accepted, type Act, answerNeed, decide, evolve } from '@cabildo/core';
import { type Rules, realRules } from '../node/rules.ts';

const with_ = (change: Partial<Rules>): Rules => ({ ...realRules, ...change });

/** Half of the people that the statute asks for are enough. */
const easyQuorum: Rules['decide'] = (context, command) => {
  const { statute } = context.state;
  if (statute === null) return decide(context, command);
  const eased = { ...statute.rules.calls.first, num: 1, den: 8 };
  const rules = { ...statute.rules, calls: { ...statute.rules.calls, first: eased, second: eased } };
  return decide({ ...context, state: { ...context.state, statute: { ...statute, rules } } }, command);
};

/** A recall that was presented is written down and forgotten. */
const forgetsRecalls: Rules['evolve'] = (state, act: Act) => {
  const after = evolve(state, act);
  return act.act === 'RecallPresented' || act.act === 'AlternateSeated' ? { ...after, seats: state.seats } : after;
};

const deniesRecalls: Rules['answerNeed'] = (state, need, receivedAt, leafOf, before) => {
  const answer = answerNeed(state, need, receivedAt, leafOf, before);
  return need.fact === 'election' && answer !== null
    ? { ...answer, found: { ...(answer.found as object), recalled: false } as never }
    : answer;
};

const countsAnAnswerTwice: Rules['decide'] = (context, command) => {
  const decision = decide(context, command);
  if (!decision.ok || command.name !== 'CloseConsultation') return decision;
  const acts = decision.acts.map((act) =>
    act.act === 'ConsultationClosed' && act.data.silent > 0
      ? { ...act, data: { ...act.data, yes: act.data.yes + 1, silent: act.data.silent - 1 } }
      : act,
  );
  return { ...decision, acts } as Accepted;
};

/** A late answer is taken as if it had been here in time. */
const neverLate: Rules['answerNeed'] = (state, need, receivedAt, leafOf, before) =>
  answerNeed(state, need, need.fact === 'answer' ? () => '2000-01-01T00:00:00Z' : receivedAt, leafOf, before);

export const brokenRules: readonly { readonly what: string; readonly invariant: RegExp; readonly rules: Rules }[] = [
  { what: 'a quorum of an eighth', invariant: /^1$/, rules: with_({ decide: easyQuorum }) },
  {
    what: 'recalls forgotten',
    invariant: /^3|^10/,
    rules: with_({ evolve: forgetsRecalls, answerNeed: deniesRecalls }),
  },
  { what: 'an answer counted twice', invariant: /^7$/, rules: with_({ decide: countsAnAnswerTwice }) },
  { what: 'late answers counted', invariant: /^7$/, rules: with_({ answerNeed: neverLate }) },
  { what: 'mirrors that take any head', invariant: /^10$/, rules: with_({ mirrorsVerify: false }) },
  { what: 'backups put back and written on', invariant: /^10$/, rules: with_({ restoredCompare: false }) },
  { what: 'answers not kept with their acts', invariant: /^11$/, rules: with_({ answersKept: false }) },
];
