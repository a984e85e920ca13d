import type { Folds } from '../fold.ts';
import { tableSet } from '../table.ts';

export const rollFolds: Folds = {
  RollCounted: (state, { data: { size, doubleMembers }, index, at }) => ({
    ...state,
    rollCounts: tableSet(state.rollCounts, index, { size, doubleMembers, at }),
  }),

  RollAuditOrdered: (state, { data: { below, sample, due }, index }) => ({
    ...state,
    auditOrders: tableSet(state.auditOrders, index, { below, sample, due }),
  }),

  RollAudited: (state, { data, index }) => ({ ...state, rollAudits: tableSet(state.rollAudits, index, data) }),
};
