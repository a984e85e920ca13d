import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { Affiliate, BodyState } from '../state.ts';
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
    const past = earlier(tableGet(state.affiliates, below) ?? before?.[1]);
    if (before === undefined)
      return { ...state, affiliates: tableSet(state.affiliates, below, { ...admitted, ...past }) };
    const [book, old] = before;
    const ended = tableSet(state.affiliates, book, { ...old, entitlement: 0, succeededBy: below });
    const cap = old.cap === undefined ? {} : { cap: old.cap };
    const part = old.partOf === undefined ? {} : { partOf: old.partOf };
    // A body that was out belongs from its new admission on, in whichever book it comes back.
    const since = old.ended === undefined ? { since: affiliatedSince(old), sinceAt: old.sinceAt ?? old.at } : {};
    const next = { ...admitted, ...cap, ...part, ...past, ...since };
    return { ...state, affiliates: tableSet(ended, below, next) };
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
  AffiliationEnded: (state, { data: { other, side, from }, index, at }) => {
    const ended = { act: index, side, shown: from !== undefined, at };
    const affiliate = tableGet(state.affiliates, other);
    if (affiliate === undefined) return { ...state, left: tableSet(state.left, other, ended) };
    return { ...state, affiliates: tableSet(state.affiliates, other, { ...affiliate, entitlement: 0, ended }) };
  },
};

/** What was over before this admission. */
function earlier(old: Affiliate | undefined): Pick<Affiliate, 'earlier'> {
  if (old === undefined) return {};
  const { act, ended, earlier: before = [] } = old;
  const past = ended === undefined ? before : [...before, { act, since: affiliatedSince(old), ended }];
  return past.length === 0 ? {} : { earlier: past };
}

/** Who admits a body asks for nothing there any more: nobody is above and below the same one. */
function withoutRequest(state: BodyState, below: string): BodyState {
  const asked = lineage(below).filter((book) => tableHas(state.requests, book));
  if (asked.length === 0) return state;
  return { ...state, requests: tableOf(tableEntries(state.requests).filter(([book]) => !asked.includes(book))) };
}
