import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';
import type { Withheld } from './fields.ts';
import type { Measure } from './state.ts';

export const measureFolds: Folds = {
  MeasureDeclared: (state, { data, index }) => ({
    ...state,
    measures: tableSet(state.measures, index, {
      resolution: data.resolution,
      what: data.what,
      ...placeIn(data),
      from: data.from,
      essential: state.statute?.rules.essential ?? [],
      exempt: (data.exempt ?? []).map((service) => ({ service, resolution: data.resolution })),
      lifted: null,
    }),
  }),

  MeasureLifted: (state, { data, index, at }) => {
    const measure = known(tableGet(state.measures, data.measure), `the measure ${data.measure}`);
    const { how, resolution, to } = data;
    const moved = how === 'move' ? movedTo(measure, data) : measure;
    const since = moved.withheld === undefined ? {} : { at };
    const lifted = { act: index, how, resolution, ...(to === undefined ? {} : { to }), ...since };
    return { ...state, measures: tableSet(state.measures, data.measure, { ...moved, lifted }) };
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

interface Placed {
  readonly place?: string | undefined;
  readonly area?: string | undefined;
  readonly withheld?: Withheld | undefined;
}

const placeIn = ({ place, area, withheld }: Placed): Pick<Measure, 'place' | 'area' | 'withheld'> => ({
  ...(place === undefined ? {} : { place }),
  ...(area === undefined ? {} : { area }),
  ...(withheld === undefined ? {} : { withheld: [withheld] }),
});

/** What says nothing of a place leaves it where it was; a place that it had before stays for members. */
function movedTo(measure: Measure, { to, area, withheld }: Omit<Placed, 'place'> & { readonly to?: string }): Measure {
  if (to === undefined && area === undefined && withheld === undefined) return measure;
  const { place: _place, area: _area, withheld: before = [], ...rest } = measure;
  const { withheld: now = [], ...said } = placeIn({ place: to, area, withheld });
  const all = [...before, ...now];
  return { ...rest, ...said, ...(all.length === 0 ? {} : { withheld: all }) };
}
