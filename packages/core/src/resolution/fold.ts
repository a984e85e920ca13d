import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import type { BodyState, Resolution } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import { challengedKey } from './challenge.ts';
import { resolutionKey, unchallenged } from './state.ts';

export const resolutionFolds: Folds = {
  ResolutionAdopted: (state, { data, index, at }) => {
    const motion = known(tableGet(state.motions, data.motion), `the motion ${data.motion}`);
    const { proposal } = motion;
    const resolution: Resolution = {
      motion: data.motion,
      sitting: motion.sitting,
      vote: data.vote,
      matter: data.matter,
      title: data.title,
      textHash: data.textHash,
      status: data.status,
      adoptedAt: at,
      pactWith: null,
      lifts: proposal.kind === 'lift' ? { measure: proposal.measure, how: proposal.how } : null,
      consultation: null,
      ...unchallenged,
      hasActed: data.status !== 'suspended',
    };
    return { ...state, resolutions: tableSet(state.resolutions, index, resolution) };
  },

  PactRecorded: (state, { data }) => changed(state, String(data.resolution), { pactWith: data.with }),
  ResolutionRatified: (state, { data }) => {
    const key = resolutionKey(data);
    const conditional = tableGet(state.resolutions, key)?.condition !== null;
    return changed(state, key, { status: conditional ? 'conditional' : 'in-force', hasActed: true });
  },
  ResolutionRejected: (state, { data }) => changed(state, resolutionKey(data), { status: 'rejected' }),
  ResolutionRevoked: (state, { data, index }) =>
    changed(state, resolutionKey(data), { status: 'revoked', revoked: index }),

  ConditionSet: (state, { data, index }) => ({
    ...changed(state, String(data.resolution), { condition: index }),
    conditions: tableSet(state.conditions, index, { ...data, certified: null }),
  }),

  ConditionCertified: (state, { data, index, at }) => {
    const condition = known(tableGet(state.conditions, data.condition), `the condition ${data.condition}`);
    const certified = { act: index, at, happened: data.happened };
    return { ...state, conditions: tableSet(state.conditions, data.condition, { ...condition, certified }) };
  },

  /** In the base's own book. */
  ChallengeRaised: (state, { data, index }) => {
    const { on, decision, claimedMatter } = data;
    const key = challengedKey(on.book, { resolution: on.index, ...(decision === undefined ? {} : { decision }) });
    return { ...state, challengesRaised: tableSet(state.challengesRaised, key, { act: index, claimedMatter }) };
  },

  ClassificationChallenged: (state, { data, index }) => {
    const key = resolutionKey(data);
    const { challenges } = known(tableGet(state.resolutions, key), `the resolution ${key}`);
    const challenge = { act: index, body: data.below ?? state.origin, claimedMatter: data.claimedMatter };
    return changed(state, key, { status: 'suspended', challenges: [...challenges, challenge] });
  },

  OutsidePactRecorded: (state, { data: { due, ...pact }, index }) => ({
    ...oblige(state, index, { matters: ['pact'], due, texts: [{ matter: 'pact', textHash: pact.textHash }] }),
    outsidePacts: tableSet(state.outsidePacts, index, pact),
  }),
};

function changed(state: BodyState, key: string, change: Partial<Resolution>): BodyState {
  const resolution = known(tableGet(state.resolutions, key), `the resolution ${key}`);
  return { ...state, resolutions: tableSet(state.resolutions, key, { ...resolution, ...change }) };
}
