import type { DraftAct } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { measureAt } from '../measure/standing.ts';
import type { ProposalOf } from '../motion/proposal.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Resolution } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { tableEntries, tableGet } from '../table.ts';
import { challengedKey, isChallenged, matterOf } from './challenge.ts';
import { isSuspended } from './ratification.ts';
import { resolutionKey } from './state.ts';
import { statusAt } from './validity.ts';

const matters = [
  'ordinary',
  'accounts',
  'dissolution',
  'pact',
  'measure',
  'lifting',
  'statute',
  'affiliation',
] as const satisfies readonly Matter[];

export const challengeProposals: ProposalRules<'revoke' | 'settle' | 'challenge'> = {
  /**
   * Taking a decision back goes by the rule by which it was taken; taking back a measure or a demand is lifting it. What
   * is not in force yet can be withdrawn without the bases, since nothing that holds is taken away.
   */
  revoke: {
    matters,
    carries: 'as-resolution',
    waits: (state, proposal) => (takesAway(state, proposal) ? null : false),
    checkedAgain: true,
    refuses({ state, at }, _rules, proposal, matter) {
      const resolution = tableGet(state.resolutions, resolutionKey(proposal));
      if (resolution === undefined)
        return refuse('not-found', 'rules', { needed: `ResolutionAdopted ${proposal.resolution}` });
      const status = statusAt(state, resolution, at);
      if (status === 'rejected' || status === 'revoked' || status === 'lapsed')
        return refuse('resolution-not-in-force', 'rules', { present: status });
      return standsRefusal(state, resolution) ?? fitting(revokedUnder(state, proposal, resolution), matter);
    },
    effects: ({ context, vote, resolution: adopted, by }, proposal) => {
      const { resolution, decision } = proposal;
      const which = { resolution, ...(decision === undefined ? {} : { decision }) };
      return [
        { act: 'ResolutionRevoked', by, data: { ...which, vote } },
        ...liftedWith(context.state, proposal, { adopted, by }),
      ];
    },
  },

  /** A challenge under a matter that needs no bases is settled by a vote by that matter's rule. */
  settle: {
    matters,
    carries: 'at-once',
    checkedAgain: false,
    refuses({ state }, rules, proposal, matter) {
      const resolution = tableGet(state.resolutions, resolutionKey(proposal));
      if (resolution === undefined)
        return refuse('not-found', 'rules', { needed: `ResolutionAdopted ${proposal.resolution}` });
      if (!isChallenged(resolution)) return refuse('not-challenged', 'challenge', { present: resolution.status });
      if (isSuspended(state, rules, matterOf(resolution)))
        return refuse('bases-must-ratify', 'ratification', { needed: matterOf(resolution) });
      return fitting(matterOf(resolution), matter);
    },
    answers({ context, by }, { index, outcome }, proposal) {
      const resolution = tableGet(context.state.resolutions, resolutionKey(proposal));
      if (resolution === undefined || !isChallenged(resolution)) return [];
      const { resolution: adopted, decision } = proposal;
      const data = { resolution: adopted, ...(decision === undefined ? {} : { decision }), vote: index };
      if (outcome === 'carried') return [{ act: 'ResolutionRatified', by, data }];
      return outcome === 'rejected' ? [{ act: 'ResolutionRejected', by, data }] : [];
    },
  },

  /** A base's own decision to challenge how the assembly above it has classified a text. */
  challenge: {
    matters: ['ordinary', 'pact', 'measure', 'lifting'],
    carries: 'at-once',
    checkedAgain: false,
    needs: (_ask, proposal) => [resolutionNeed(proposal)],
    refuses({ state, evidence }, _rules, proposal) {
      const key = challengedKey(proposal.on.book, resolutionNeedKey(proposal));
      const raised = tableGet(state.challengesRaised, key);
      if (raised !== undefined) return refuse('already-challenged', 'challenge', { present: raised.act });
      return findingFor(evidence, resolutionNeed(proposal)).found === null
        ? refuse('evidence-missing', 'ratification', { needed: key })
        : null;
    },
    effects: ({ context, vote, by }, proposal) => {
      const { on, decision, claimedMatter } = proposal;
      const data = { vote, on, ...(decision === undefined ? {} : { decision }), claimedMatter };
      const { cites } = findingFor(context.evidence, resolutionNeed(proposal));
      return [{ act: 'ChallengeRaised', by, data, cites }];
    },
  },
};

const resolutionNeedKey = ({ on, decision }: ProposalOf<'challenge'>) => ({
  resolution: on.index,
  ...(decision === undefined ? {} : { decision }),
});

const resolutionNeed = (proposal: ProposalOf<'challenge'>): NeedOf<'resolution'> => ({
  fact: 'resolution',
  book: proposal.on.book,
  key: resolutionKey(resolutionNeedKey(proposal)),
});

const fitting = (needed: Matter, present: Matter): Refused | null =>
  needed === present ? null : refuse('proposal-does-not-fit-matter', 'rules', { needed, present });

const measureOf = (state: BodyState, resolution: number) =>
  tableEntries(state.measures).find(([, measure]) => measure.resolution === resolution);

const listOf = (state: BodyState, resolution: number) =>
  tableEntries(state.demandLists).find(([, list]) => list.resolution === resolution);

function revokedUnder(state: BodyState, { resolution: index }: ProposalOf<'revoke'>, resolution: Resolution): Matter {
  const called = measureOf(state, index) !== undefined || listOf(state, index) !== undefined;
  return called ? 'lifting' : matterOf(resolution);
}

/** What a lifting, an amendment or an admission did stands; it is decided anew, not taken back. */
function standsRefusal(state: BodyState, { hasActed, motion }: Resolution): Refused | null {
  const kind = motion === null ? 'resolution' : (tableGet(state.motions, motion)?.proposal.kind ?? 'resolution');
  const revocable = ['resolution', 'pact', 'measure', 'exempt-service', 'demand-list'];
  return hasActed && !revocable.includes(kind) ? refuse('cannot-be-revoked', 'rules', { present: kind }) : null;
}

function takesAway(state: BodyState, proposal: ProposalOf<'revoke'>): boolean {
  const resolution = tableGet(state.resolutions, resolutionKey(proposal));
  return resolution?.hasActed === true;
}

function liftedWith(
  state: BodyState,
  { resolution }: ProposalOf<'revoke'>,
  { adopted, by }: { readonly adopted: number; readonly by: DraftAct['by'] },
): readonly DraftAct[] {
  const measure = measureOf(state, resolution);
  const list = listOf(state, resolution);
  const open = measure !== undefined && measureAt(state, measure[1], state.at) !== 'over';
  return [
    ...(measure !== undefined && open
      ? [{ act: 'MeasureLifted', by, data: { measure: Number(measure[0]), resolution: adopted, how: 'end' } } as const]
      : []),
    ...(list === undefined
      ? []
      : list[1].demands.flatMap(({ state: now }, i): DraftAct[] =>
          now === 'met' || now === 'dropped'
            ? []
            : [{ act: 'DemandStateChanged', by, data: { list: Number(list[0]), number: i + 1, state: 'dropped' } }],
        )),
  ];
}
