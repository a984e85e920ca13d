import type { Folds } from '../fold.ts';
import { tableSet } from '../table.ts';

export const affiliationFolds: Folds = {
  AffiliationRequested: (state, { data, index }) => ({ ...state, requests: tableSet(state.requests, data.to, index) }),

  AffiliationAdmitted: (state, { data, index, at }) => ({
    ...state,
    affiliates: tableSet(state.affiliates, data.below, {
      act: index,
      key: data.key,
      title: data.title,
      entitlement: data.entitlement,
      at,
    }),
  }),
};
