import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Resolution } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';

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
    };
    return { ...state, resolutions: tableSet(state.resolutions, index, resolution) };
  },

  PactRecorded: (state, { data }) => changed(state, data.resolution, { pactWith: data.with }),
  ResolutionRatified: (state, { data }) => changed(state, data.resolution, { status: 'in-force' }),
  ResolutionRejected: (state, { data }) => changed(state, data.resolution, { status: 'rejected' }),

  MeasureDeclared: (state, { data, index }) => ({
    ...state,
    measures: tableSet(state.measures, index, {
      resolution: data.resolution,
      what: data.what,
      place: data.place,
      from: data.from,
      lifted: null,
    }),
  }),

  MeasureLifted: (state, { data, index }) => {
    const measure = known(tableGet(state.measures, data.measure), `the measure ${data.measure}`);
    return {
      ...state,
      measures: tableSet(state.measures, data.measure, { ...measure, lifted: { act: index, how: data.how } }),
    };
  },
};

function changed(state: BodyState, key: number, change: Partial<Resolution>): BodyState {
  const resolution = known(tableGet(state.resolutions, key), `the resolution ${key}`);
  return { ...state, resolutions: tableSet(state.resolutions, key, { ...resolution, ...change }) };
}
