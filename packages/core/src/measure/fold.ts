import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const measureFolds: Folds = {
  MeasureDeclared: (state, { data, index }) => ({
    ...state,
    measures: tableSet(state.measures, index, {
      resolution: data.resolution,
      what: data.what,
      place: data.place,
      from: data.from,
      essential: state.statute?.rules.essential ?? [],
      exempt: (data.exempt ?? []).map((service) => ({ service, resolution: data.resolution })),
      lifted: null,
    }),
  }),

  MeasureLifted: (state, { data, index }) => {
    const measure = known(tableGet(state.measures, data.measure), `the measure ${data.measure}`);
    const { how, resolution, to } = data;
    const place = how === 'move' && to !== undefined ? to : measure.place;
    const lifted = { act: index, how, resolution, ...(to === undefined ? {} : { to }) };
    return { ...state, measures: tableSet(state.measures, data.measure, { ...measure, place, lifted }) };
  },

  /** In the local body's own book. */
  MeasureJoined: (state, { data, index }) => {
    const key = actKey(data.measure.book, data.measure.index);
    return { ...state, measuresJoined: tableSet(state.measuresJoined, key, { act: index, how: data.how }) };
  },

  EssentialServiceExempted: (state, { data }) => {
    const measure = known(tableGet(state.measures, data.measure), `the measure ${data.measure}`);
    const { service, resolution, limits } = data;
    const exempt = [...measure.exempt, { service, resolution, ...(limits === undefined ? {} : { limits }) }];
    return { ...state, measures: tableSet(state.measures, data.measure, { ...measure, exempt }) };
  },
};
