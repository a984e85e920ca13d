import { longestLife } from '../committee/standing.ts';
import { meanwhileOf, openDispute, shareMeanwhile } from '../dispute/standing.ts';
import { statuteOf } from '../statute/quorum.ts';
import { type Checks, holds, same } from './check.ts';
import { asProposed } from './proposed.ts';

/** Committees and disputes, as far as one book can tell. */
export const bodyChecks: Checks = {
  CommitteeFormed(state, { data, at }) {
    const { vote, committee, parents, matters, powers, reportDays, until, from } = data;
    if (vote === undefined) {
      const shown = (from ?? []).map(({ book }) => book).toSorted();
      return [
        same('effect', committee, state.origin),
        same('effect', shown, parents.map(({ body }) => body).toSorted()),
      ];
    }
    const rules = statuteOf(state);
    const last = rules === null ? until : longestLife(rules, at);
    return [
      ...asProposed(state, vote, 'form-committee', { committee, parents, matters, powers, reportDays }),
      holds(until <= last, 'term', until, last),
    ];
  },

  CommitteeEnded: (state, { data: { vote, committee } }) => asProposed(state, vote, 'end-committee', { committee }),

  CommitteeReported: (state, { data: { vote } }) => asProposed(state, vote, 'report', {}),

  BodySplit: (state, { data: { vote, parts, seats, on } }) => asProposed(state, vote, 'split', { parts, seats, on }),

  /** Without a vote it is as the body was founded: the third act of its first book. */
  TerritoryDrawn: (state, { data: { vote, geojson }, index }) =>
    vote === undefined
      ? [holds(index === 2 || state.predecessor !== null, 'effect', index, 2)]
      : asProposed(state, vote, 'draw-territory', { geojson }),

  ClaimDisputed(state, { data: { over, claimants, meanwhile, share } }) {
    const rules = statuteOf(state);
    if (rules === null) return [];
    const books = claimants.map(({ book }) => book);
    return [
      same('statute', meanwhile, meanwhileOf(rules)),
      same('entitlement', share, over === 'name' ? undefined : shareMeanwhile(state, rules, books)),
      holds(!books.some((book) => openDispute(state, book) !== null), 'order', books, 'no other dispute'),
    ];
  },

  DisputeSettled: (state, { data: { dispute, vote, holder } }) =>
    asProposed(state, vote, 'settle-dispute', { dispute, holder }),
};
