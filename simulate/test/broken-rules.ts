// Rules with one thing broken each, to see that the watch finds it.
import {
  type Accepted,
  type Act,
  type Actor,
  answerNeed,
  decide,
  evolve,
  tableEntries,
  tableHas,
  tableOf,
  tableSet,
} from '@cabildo/core';
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

/** Whoever has voted votes again. */
const votesAgain: Rules['decide'] = (context, command) => {
  if (command.name !== 'CastVote') return decide(context, command);
  const evidence = context.evidence.map((one) => (one.need.fact === 'own-ballot' ? { ...one, found: null } : one));
  return decide({ ...context, evidence } as typeof context, command);
};

/** What takes effect elsewhere without the officers' seal. */
const unsealed =
  (fact: 'election' | 'recall'): Rules['answerNeed'] =>
  (state, need, receivedAt, leafOf, before) => {
    const sealed = [...tableEntries(state.elections), ...tableEntries<unknown>(state.recallsAbove)]
      .flatMap(([key, value]) => (Array.isArray(value) ? value.map(({ act }) => act) : [Number(key)]))
      .reduce((table, act) => (tableHas(table, act) ? table : tableSet(table, act, act)), state.sealed);
    return answerNeed(need.fact === fact ? { ...state, sealed } : state, need, receivedAt, leafOf, before);
  };

/** Terms of officers as long as anybody wants. */
const anyTerm: Rules['decide'] = (context, command) => {
  const { statute } = context.state;
  if (statute === null) return decide(context, command);
  const rules = { ...statute.rules, terms: { ...statute.rules.terms, officersMonths: 120 } };
  return decide({ ...context, state: { ...context.state, statute: { ...statute, rules } } }, command);
};

type Drafts = Accepted['acts'];

const rewriting =
  (change: (act: Drafts[number], actor: Actor) => Drafts[number]): Rules['decide'] =>
  (context, command) => {
    const decision = decide(context, command);
    return decision.ok ? { ...decision, acts: decision.acts.map((act) => change(act, context.actor)) } : decision;
  };

const pactsAtOnce = rewriting((act) =>
  act.act === 'ResolutionAdopted' ? { ...act, data: { ...act.data, status: 'in-force' } } : act,
);

const oneMoreYes = rewriting((act) =>
  act.act === 'VoteClosed'
    ? { ...act, data: { ...act.data, tallies: act.data.tallies.map((tally) => ({ ...tally, yes: tally.yes + 1 })) } }
    : act,
);

const onOnesWord = rewriting((act) =>
  act.act === 'RecoveryClaimed' ? { ...act, data: { ...act.data, bodies: act.data.bodies.slice(0, 1) } } : act,
);

const noTimeToObject = rewriting((act) =>
  act.act === 'RecoveryClaimed' ? { ...act, data: { ...act.data, due: '2005-01-01T00:00:00Z' } } : act,
);

const saidToBeAttested = rewriting((act) => {
  if (act.act !== 'SeatAccredited') return act;
  const { unattested: _, ...data } = act.data;
  return { ...act, data };
});

const onePaperMore = rewriting((act) => {
  if (act.act !== 'ElectionCounted') return act;
  const { papers } = act.data;
  return { ...act, data: { ...act.data, papers: { ...papers, valid: papers.valid + 1 } } };
});

/** Whoever has lost takes the place. */
const losersElected = rewriting((act) => {
  if (act.act !== 'OfficersElected') return act;
  const [first, second, ...others] = act.data.officers;
  if (first === undefined || second === undefined) return act;
  const swapped = [
    { ...first, holder: second.holder },
    { ...second, holder: first.holder },
  ];
  return { ...act, data: { ...act.data, officers: [...swapped, ...others] } };
});

const breachesUnmarked: Rules['decide'] = (context, command) => {
  const decision = decide(context, command);
  if (!decision.ok) return decision;
  return { ...decision, acts: decision.acts.filter(({ act }) => act !== 'MandateBreached') };
};

/** Whoever is in the hall with a phone is taken for somebody who has not checked in. */
const slipsForAll: Rules['decide'] = (context, command) => {
  if (command.name !== 'IssueSlips') return decide(context, command);
  const evidence = context.evidence.map((one) =>
    one.need.fact === 'attendance' ? { ...one, found: { holders: [] } } : one,
  );
  return decide({ ...context, evidence } as typeof context, command);
};

const oneSpeechLess = rewriting((act) =>
  act.act === 'DebateEnded' && act.data.speeches > 0
    ? { ...act, data: { ...act.data, speeches: act.data.speeches - 1 } }
    : act,
);

const objectorsNamed = rewriting((act, actor) =>
  act.act === 'ObjectionRecorded' && actor.kind === 'member'
    ? { ...act, by: { ...act.by, office: actor.member } }
    : act,
);

/** Bodies that share a seat all have it: the statute says that each has its own. */
const seatsForAll: Rules['decide'] = (context, command) => {
  const { statute } = context.state;
  if (statute === null || command.name !== 'AccreditSeat') return decide(context, command);
  const sittings = tableOf(
    tableEntries(context.state.sittings).map(([key, { joint: _, ...sitting }]) => [Number(key), sitting]),
  );
  return decide({ ...context, state: { ...context.state, sittings } }, command);
};

/** The first of the order has a joint seat in every sitting. */
const neverPassedOn = rewriting((act) => {
  if (act.act !== 'SittingConvened' || act.data.joint === undefined) return act;
  const joint = act.data.joint.map(({ body, since, waiting }) => {
    const [first = body, ...others] = [body, ...waiting].toSorted();
    return { body: first, since, waiting: others };
  });
  return { ...act, data: { ...act.data, joint } };
});

export const brokenRules: readonly { readonly what: string; readonly invariant: RegExp; readonly rules: Rules }[] = [
  { what: 'a quorum of an eighth', invariant: /^1$/, rules: with_({ decide: easyQuorum }) },
  {
    what: 'recalls forgotten',
    invariant: /^3|^10/,
    rules: with_({ evolve: forgetsRecalls, answerNeed: deniesRecalls }),
  },
  { what: 'joint seats for all who share them', invariant: /^2$/, rules: with_({ decide: seatsForAll }) },
  { what: 'joint seats that nobody passes on', invariant: /^3$/, rules: with_({ decide: neverPassedOn }) },
  { what: 'ballots cast again', invariant: /^2$/, rules: with_({ decide: votesAgain }) },
  { what: 'elections that nobody sealed', invariant: /^3$/, rules: with_({ answerNeed: unsealed('election') }) },
  { what: 'recalls that nobody sealed', invariant: /^4$/, rules: with_({ answerNeed: unsealed('recall') }) },
  { what: 'terms without end', invariant: /^5$/, rules: with_({ decide: anyTerm }) },
  { what: 'pacts in force at once', invariant: /^6$/, rules: with_({ decide: pactsAtOnce }) },
  { what: 'one yes too many', invariant: /^8$|^2$|^3 and 4$/, rules: with_({ decide: oneMoreYes }) },
  { what: 'a recovery on one body’s word', invariant: /^3$/, rules: with_({ decide: onOnesWord }) },
  { what: 'no time to object to a recovery', invariant: /^3$/, rules: with_({ decide: noTimeToObject }) },
  {
    what: 'officers whom nobody attests shown as attested',
    invariant: /^3$/,
    rules: with_({ decide: saidToBeAttested }),
  },
  { what: 'one paper too many', invariant: /^2$/, rules: with_({ decide: onePaperMore }) },
  { what: 'others in office than were elected', invariant: /^8$/, rules: with_({ decide: losersElected }) },
  { what: 'votes against a mandate unmarked', invariant: /^3$/, rules: with_({ decide: breachesUnmarked }) },
  { what: 'slips for those who have a phone too', invariant: /^2$/, rules: with_({ decide: slipsForAll }) },
  { what: 'one speech too few', invariant: /^8$/, rules: with_({ decide: oneSpeechLess }) },
  { what: 'objectors named', invariant: /^12$/, rules: with_({ decide: objectorsNamed }) },
  { what: 'an answer counted twice', invariant: /^7$/, rules: with_({ decide: countsAnAnswerTwice }) },
  { what: 'late answers counted', invariant: /^7$/, rules: with_({ answerNeed: neverLate }) },
  { what: 'mirrors that take any head', invariant: /^10$/, rules: with_({ mirrorsVerify: false }) },
  { what: 'backups put back and written on', invariant: /^10$/, rules: with_({ restoredCompare: false }) },
  { what: 'witnesses not heeded', invariant: /^10$/, rules: with_({ witnessesHeeded: false }) },
  { what: 'answers not kept with their acts', invariant: /^11$/, rules: with_({ answersKept: false }) },
];
