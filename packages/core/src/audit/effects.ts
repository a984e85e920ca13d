import type { ActData } from '../catalogue/acts.ts';
import { doubleMembersAt, doubleMembersSaid } from '../consultation/arithmetic.ts';
import { waitsForBases } from '../motion/check.ts';
import { challengeDays } from '../resolution/challenge.ts';
import { conditionIn } from '../resolution/conditions.ts';
import { resolutionKey } from '../resolution/state.ts';
import { irregularAt } from '../sitting/irregular.ts';
import type { BodyState } from '../state.ts';
import { statuteProblems } from '../statute/problems.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet, tableValues } from '../table.ts';
import { plusDays } from '../time.ts';
import { type Checks, holds, same } from './check.ts';
import { asProposed, decided, inForce, placeKeptBehind, proposalBehind } from './proposed.ts';

/** By the vote that gave a disputed seat to another. */
const settledAgainst = ({ disputes }: BodyState, vote: number, book: string): boolean =>
  tableValues(disputes).some(
    ({ settled, claimants }) =>
      settled !== null &&
      settled.vote === vote &&
      settled.holder !== null &&
      settled.holder !== book &&
      claimants.some((claim) => claim.book === book),
  );

/** What carried motions do. */
export const effectChecks: Checks = {
  AffiliationRequested: (state, { data: { vote, to, toKey } }) =>
    asProposed(state, vote, 'request-affiliation', { to, toKey }),

  AffiliationEnded: (state, { data: { other, side, vote, from } }) => {
    if (vote === undefined) return [holds(from !== undefined, 'effect', other, 'a vote, or an act of the other body')];
    if (side === 'excluded' && settledAgainst(state, vote, other)) return [];
    return side === 'left'
      ? asProposed(state, vote, 'leave', { above: other })
      : asProposed(state, vote, 'exclude', { below: other });
  },

  RollAuditOrdered: (state, { data: { vote, below } }) => asProposed(state, vote, 'order-audit', { below }),

  RollAudited: (_state, { data: { size, sampled, confirmed } }) => [
    holds(confirmed <= sampled && sampled <= size, 'count', { confirmed, sampled }, size),
  ],

  BodyDissolved: (state, { data: { vote, assetsTo } }) => asProposed(state, vote, 'dissolve', { assetsTo }),

  MandateGiven: (state, { data: { vote, on, textHash, instruction, redLines } }) =>
    asProposed(state, vote, 'mandate', { on, textHash, instruction, redLines }),

  MandateDivided: (state, { data: { vote, on, textHash, redLines, yes, no, abstain } }) =>
    asProposed(state, vote, 'mandate', { on, textHash, redLines, divided: { yes, no, abstain } }),

  MotionForwarded: (state, { data: { vote, to } }) => asProposed(state, vote, 'forward', { to }),

  ResolutionAdopted(state, { data }) {
    const found = decided(state, data.vote);
    const rules = statuteOf(state);
    if (found === null || rules === null) return [holds(false, 'effect', data.vote, 'a vote of this book')];
    const { matter, title, textHash } = found.motion;
    const suspended = waitsForBases(state, rules, found.motion);
    const condition = conditionIn(found.motion.proposal);
    return [
      same('outcome', found.outcome, 'carried'),
      same('effect', { matter: data.matter, title: data.title, textHash: data.textHash }, { matter, title, textHash }),
      same('suspension', data.status, suspended ? 'suspended' : condition === null ? 'in-force' : 'conditional'),
    ];
  },

  WitnessDismissed: (state, { data: { vote, witness } }) => asProposed(state, vote, 'dismiss-witness', { witness }),

  ActRegularised(state, { data: { vote, act, decision } }) {
    const found = decided(state, vote);
    const irregular = irregularAt(state, { act, decision });
    if (found === null || irregular === undefined) return [holds(false, 'effect', act, 'something irregular')];
    const { matter, textHash, proposal } = found.motion;
    const late = irregular.kind === 'late' ? { matter: irregular.matter, textHash: irregular.textHash } : null;
    return [
      same('order', irregular.regularised, null),
      late === null ? null : same('effect', { matter, textHash }, late),
      proposal.kind === 'regularise' || late === null
        ? same(
            'effect',
            { act, decision },
            proposal.kind === 'regularise' ? { act: proposal.act, decision: proposal.decision } : null,
          )
        : null,
      same('outcome', found.outcome, 'carried'),
    ];
  },

  PactRecorded: (state, { data: { vote, with: other } }) => asProposed(state, vote, 'pact', { with: other }),

  MeasureDeclared: (state, { data: { vote, resolution, what, place, area, withheld, from } }) => [
    ...asProposed(state, vote, 'measure', { what, place, area, from }),
    same('effect', withheld, placeKeptBehind(state, resolution)),
    inForce(state, resolution),
  ],

  MeasureLifted(state, { data: { measure, resolution, how, to, area, withheld } }) {
    const adopted = tableGet(state.resolutions, resolution);
    const proposal = proposalBehind(state, resolution);
    const revoked =
      proposal?.kind === 'revoke' && proposal.resolution === tableGet(state.measures, measure)?.resolution;
    return [
      inForce(state, resolution),
      revoked ? same('effect', how, 'end') : same('effect', { measure, how }, adopted?.lifts),
      proposal?.kind === 'lift' ? same('effect', { to, area }, { to: proposal.to, area: proposal.area }) : null,
      same('effect', withheld, placeKeptBehind(state, resolution)),
    ];
  },

  MeasureJoined: (state, { data: { vote, measure, how } }) => asProposed(state, vote, 'join-measure', { measure, how }),

  EssentialServiceExempted: (state, { data: { vote, measure, service, limits } }) =>
    asProposed(state, vote, 'exempt-service', { measure, service, limits }),

  ChallengeRaised: (state, { data: { vote, on, decision, claimedMatter } }) =>
    asProposed(state, vote, 'challenge', { on, decision, claimedMatter }),

  ConditionSet(state, { data: { resolution, ...condition } }) {
    const proposal = proposalBehind(state, resolution);
    return [same('effect', condition, proposal === null ? null : conditionIn(proposal))];
  },

  ConditionCertified(state, { data, at }) {
    const condition = tableGet(state.conditions, data.condition);
    if (condition === undefined) return [holds(false, 'effect', data.condition, 'a condition of this book')];
    return [
      same('order', condition.certified, null),
      holds(data.happened !== 'no' || at >= condition.by, 'order', at, condition.by),
    ];
  },

  ClassificationChallenged(state, { data, at }) {
    const resolution = tableGet(state.resolutions, resolutionKey(data));
    const rules = statuteOf(state);
    if (resolution === undefined || rules === null) return [holds(false, 'effect', data.resolution, 'a resolution')];
    const last = plusDays(resolution.adoptedAt, challengeDays(rules));
    const body = data.below ?? state.origin;
    return [
      holds(at <= last, 'term', at, last),
      holds(!resolution.challenges.some((one) => one.body === body), 'order', body, 'its first challenge'),
    ];
  },

  ResolutionRevoked(state, { data: { vote, resolution, decision } }) {
    return asProposed(state, vote, 'revoke', { resolution, decision });
  },

  DemandListAdopted: (state, { data: { vote, resolution, demands } }) => [
    ...asProposed(state, vote, 'demand-list', { demands }),
    inForce(state, resolution),
  ],

  DemandStateChanged(state, { data: { list, number } }) {
    const demand = tableGet(state.demandLists, list)?.demands[number - 1];
    return [holds(demand !== undefined, 'effect', `${list}.${number}`, 'a demand of this book')];
  },

  StatuteAdopted: (state, { data: { statute, vote } }) => [
    ...statuteProblems(statute, state.body?.kind ?? null).map(({ problem, article }) =>
      holds(false, 'statute', article, problem),
    ),
    ...(vote === undefined ? [] : asProposed(state, vote, 'amend-statute', { statute })),
  ],

  ConsultationAnswered(state, { data }) {
    const { vote, consultation, textHash, answer } = data;
    if (data.decision !== undefined) return answeredLate(state, data);
    const found = decided(state, vote);
    const closed = tableGet(state.votes, vote)?.closed ?? null;
    if (found === null || closed === null) return [holds(false, 'effect', vote, 'a closed vote of this book')];
    const { yes, no, abstain } = data;
    const expected = closed.outcome === 'carried' ? 'yes' : closed.outcome === 'rejected' ? 'no' : 'none';
    const { proposal } = found.motion;
    return [
      same('outcome', answer, expected),
      same('count', { yes, no, abstain }, closed.tallies[0]),
      same('count', { doubleMembers: data.doubleMembers }, doubleMembersSaid(state, found.motion.sitting)),
      same(
        'effect',
        { consultation, textHash },
        proposal.kind === 'answer' ? { consultation: proposal.consultation, textHash: proposal.textHash } : null,
      ),
    ];
  },
};

/** As the late entry has it, held on the day that it says. */
function answeredLate(state: BodyState, data: ActData<'ConsultationAnswered'>): readonly ReturnType<typeof same>[] {
  const entry = tableGet(state.sittings, data.vote);
  const decided = entry?.answered?.find(({ decision }) => decision === data.decision);
  if (entry === undefined || decided === undefined)
    return [holds(false, 'effect', data.vote, 'a late entry that answers')];
  const { textHash, yes, no, abstain, answers, outcome } = decided;
  const answer = outcome === 'carried' ? 'yes' : 'no';
  const { present, heldAt, doubleMembers } = data;
  return [
    same('outcome', data.answer, answer),
    same('count', { yes: data.yes, no: data.no, abstain: data.abstain }, { yes, no, abstain }),
    same('quorum', present, entry.present ?? 0),
    same('effect', { consultation: data.consultation, textHash: data.textHash }, { consultation: answers, textHash }),
    same('order', heldAt, entry.startsAt),
    same('count', { doubleMembers }, doubleMembersAt(state, heldAt)),
  ];
}
