import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableGet, tableSet } from '../table.ts';

export const demandFolds: Folds = {
  DemandListAdopted: (state, { data, index }) => {
    const demand = { state: 'open', before: 'open', act: index, reportedAt: null, challenged: false } as const;
    const demands = data.demands.map((text) => ({ text, ...demand }));
    return {
      ...state,
      demandLists: tableSet(state.demandLists, index, { resolution: data.resolution, demands }),
    };
  },

  DemandStateChanged: (state, { data, index, at }) => {
    const list = known(tableGet(state.demandLists, data.list), `the demand list ${data.list}`);
    const demands = list.demands.map((demand, i) =>
      i + 1 === data.number
        ? {
            ...demand,
            state: data.state,
            before: demand.state,
            act: index,
            reportedAt: data.reported === true ? at : null,
            challenged: data.challenged ?? demand.challenged,
          }
        : demand,
    );
    return { ...state, demandLists: tableSet(state.demandLists, data.list, { ...list, demands }) };
  },
};
