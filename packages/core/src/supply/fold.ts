import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';
import { lost, received, turnedUp } from './ledger.ts';
import { contingentSizeOf } from './shown.ts';
import type { Announcement, SupplyState } from './state.ts';

export const withSupply = (state: BodyState, change: Partial<SupplyState>): BodyState => ({
  ...state,
  supply: { ...state.supply, ...change },
});

const announced = (state: BodyState, index: number, announcement: Announcement): BodyState =>
  withSupply(state, { announcements: tableSet(state.supply.announcements, index, announcement) });

export const supplyFolds: Folds = {
  ItemNamed: (state, { data, index }) =>
    withSupply(state, {
      items: tableSet(state.supply.items, index, data),
      symbols: tableSet(state.supply.symbols, data.symbol, index),
    }),

  SiteRegistered: (state, { data, index }) =>
    withSupply(state, {
      sites: tableSet(state.supply.sites, index, {
        ...data,
        assembly: data.assembly ?? null,
        closed: null,
        counted: emptyTable(),
      }),
    }),

  SiteChanged: (state, { data: { site, ...said }, index }) => {
    const { area: _area, near: _near, ...found } = known(tableGet(state.supply.sites, site), `the site ${site}`);
    const changed = { ...found, ...said, assembly: said.assembly ?? null, changed: index };
    return withSupply(state, { sites: tableSet(state.supply.sites, site, changed) });
  },

  SiteClosed: (state, { data: { site }, index }) => {
    const found = known(tableGet(state.supply.sites, site), `the site ${site}`);
    return withSupply(state, { sites: tableSet(state.supply.sites, site, { ...found, closed: index }) });
  },

  VehicleRegistered: (state, { data, index }) =>
    withSupply(state, { vehicles: tableSet(state.supply.vehicles, index, { ...data, withdrawn: null }) }),

  VehicleWithdrawn: (state, { data: { vehicle }, index }) => {
    const found = known(tableGet(state.supply.vehicles, vehicle), `the vehicle ${vehicle}`);
    return withSupply(state, { vehicles: tableSet(state.supply.vehicles, vehicle, { ...found, withdrawn: index }) });
  },

  HandEnrolled: (state, { data, index }) =>
    withSupply(state, {
      hands: tableSet(state.supply.hands, index, { ...data, withdrawn: null }),
      handKeys: tableSet(state.supply.handKeys, data.key, index),
    }),

  HandWithdrawn: (state, { data: { hand }, index }) => {
    const found = known(tableGet(state.supply.hands, hand), `the hand ${hand}`);
    return withSupply(state, { hands: tableSet(state.supply.hands, hand, { ...found, withdrawn: index }) });
  },

  /** The first version had the number in the act. */
  ContingentAnnounced: (state, { data: { people = 0, size = contingentSizeOf(people), from, until }, index }) =>
    announced(state, index, { kind: 'contingent', size, from, until, withdrawn: null }),

  PlacesOffered: (state, { data, index }) => announced(state, index, { kind: 'places', ...data, withdrawn: null }),

  RoadClosureReported: (state, { data: { title, confirmed, from, until = null }, index }) =>
    announced(state, index, { kind: 'closure', title, confirmed, from, until, withdrawn: null }),

  AnnouncementWithdrawn: (state, { data: { announcement }, index }) => {
    const found = known(tableGet(state.supply.announcements, announcement), `the announcement ${announcement}`);
    return announced(state, announcement, { ...found, withdrawn: index });
  },

  LotReceived: (state, { data: { item, site, quantity, bestBefore = null }, index }) => ({
    ...state,
    supply: received(state.supply, index, {
      item,
      site,
      by: 'outside',
      received: quantity,
      lost: 0,
      passed: 0,
      bestBefore,
    }),
  }),

  /** Both ways at once cannot be: a count is below what is on record, or above it. */
  StockCounted: (state, { data: { site, item, round, counts, missing, found }, index, at }) => {
    const less = missing.reduce(
      (all, { lot, quantity }) => lost(all, { lot, at: site, quantity, act: index }),
      state.supply,
    );
    const lot = { item, site, by: 'found', lost: 0, passed: 0, bestBefore: null } as const;
    const more = found === undefined ? less : received(less, index, { ...lot, received: found });
    const counted = known(tableGet(more.sites, site), `the site ${site}`);
    const last = { act: index, round, at, found: Math.min(...counts) };
    const sites = tableSet(more.sites, site, { ...counted, counted: tableSet(counted.counted, item, last) });
    return { ...state, supply: { ...more, sites } };
  },

  LossRecorded: (state, { data: { lot, at, quantity }, index }) => ({
    ...state,
    supply: lost(state.supply, { lot, at, quantity, act: index }),
  }),

  LossReversed: (state, { data: { loss, lot, at, quantity } }) => ({
    ...state,
    supply: turnedUp(state.supply, { lot, at, quantity, act: loss }),
  }),
};
