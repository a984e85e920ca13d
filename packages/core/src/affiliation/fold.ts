import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { tableEntries, tableGet, tableHas, tableOf, tableSet } from '../table.ts';
import { affiliatedSince, lineage, succeededIn } from './lineage.ts';

export const affiliationFolds: Folds = {
  AffiliationRequested: (state, { data, index }) => ({ ...state, requests: tableSet(state.requests, data.to, index) }),

  /** A body is in once: whoever admits the book in which it goes on has let the one before it go. */
  AffiliationAdmitted: (asked, { data, index, at }) => {
    const state = withoutRequest(asked, data.below);
    const { below, key, title, entitlement, class: named, seatClass, splitFrom } = data;
    const classes = {
      ...(named === undefined ? {} : { class: named }),
      ...(seatClass === undefined ? {} : { seatClass }),
      ...(splitFrom === undefined ? {} : { cap: entitlement, partOf: splitFrom.book }),
    };
    const admitted = { act: index, key, title, entitlement, at, ...classes };
    const before = succeededIn(state, below);
    if (before === undefined) return { ...state, affiliates: tableSet(state.affiliates, below, admitted) };
    const [book, old] = before;
    const ended = tableSet(state.affiliates, book, { ...old, entitlement: 0, succeededBy: below });
    const cap = old.cap === undefined ? {} : { cap: old.cap };
    const part = old.partOf === undefined ? {} : { partOf: old.partOf };
    return {
      ...state,
      affiliates: tableSet(ended, below, { ...admitted, ...cap, ...part, since: affiliatedSince(old) }),
    };
  },

  /** A share that a split has set is not outgrown by any recalculation; what the assembly votes is. */
  EntitlementChanged: (state, { data: { below, seats, members, class: named, part, vote }, index }) => {
    const { cap, ...affiliate } = known(tableGet(state.affiliates, below), `the body ${below}`);
    const most = part === undefined ? cap : seats;
    const changed = {
      ...affiliate,
      entitlement: seats,
      before: [...(affiliate.before ?? []), { until: index, seats: affiliate.entitlement }],
      ...(members === undefined ? {} : { members }),
      ...(named === undefined ? {} : { class: named }),
      ...(most === undefined || vote !== undefined ? {} : { cap: most }),
    };
    return { ...state, affiliates: tableSet(state.affiliates, below, changed) };
  },

  /** Of a body below its seats count no more; of a body above this one asks for nothing there any more. */
  AffiliationEnded: (state, { data: { other, side, from }, index }) => {
    const ended = { act: index, side, shown: from !== undefined };
    const affiliate = tableGet(state.affiliates, other);
    if (affiliate === undefined) return { ...state, left: tableSet(state.left, other, ended) };
    return { ...state, affiliates: tableSet(state.affiliates, other, { ...affiliate, entitlement: 0, ended }) };
  },
};

/** Who admits a body asks for nothing there any more: nobody is above and below the same one. */
function withoutRequest(state: BodyState, below: string): BodyState {
  const asked = lineage(below).filter((book) => tableHas(state.requests, book));
  if (asked.length === 0) return state;
  return { ...state, requests: tableOf(tableEntries(state.requests).filter(([book]) => !asked.includes(book))) };
}
