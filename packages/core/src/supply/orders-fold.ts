import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import { withSupply } from './fold.ts';
import { moved, received } from './ledger.ts';
import type { Need, Offer, Plan } from './state.ts';

export const supplyOrderFolds: Folds = {
  NeedDeclared: (state, { data, index, at }) =>
    withSupply(withNeed(state, index, { ...data, declaredAt: at, countersigned: null, foundOver: null }), {
      needOf: tableSet(state.supply.needOf, `${data.site}.${data.item}`, index),
    }),

  NeedCountersigned: (state, { data: { need }, index }) =>
    withNeed(state, need, { ...needIn(state, need), countersigned: index }),

  NeedFoundOver: (state, { data: { need, found }, index }) =>
    withNeed(state, need, { ...needIn(state, need), foundOver: { act: index, found } }),

  SharingRuleAdopted: (state, { data, index }) => withSupply(state, { rule: { ...data, act: index } }),

  PlanAdopted: (state, { data: { replaces, until = null, ...data }, index }) => {
    const plan: Plan = { ...data, until, entered: [], ended: null };
    const { plans } = state.supply;
    const before = replaces === undefined ? undefined : tableGet(plans, replaces);
    const freed =
      replaces === undefined || before === undefined ? plans : tableSet(plans, replaces, { ...before, ended: index });
    return withSupply(state, { plans: tableSet(freed, index, plan) });
  },

  AllocationAdopted: (state, { data: { plan, part, lines } }) => {
    const { plans, allotments } = state.supply;
    const adopted = known(tableGet(plans, plan), `the plan ${plan}`);
    const meant = lines.reduce((all, { lot, site, quantity }) => {
      const added = { plan, site, quantity, left: quantity };
      return tableSet(all, lot, [...(tableGet(all, lot) ?? []), added]);
    }, allotments);
    const entered = [...adopted.entered, part].sort((a, b) => a - b);
    return withSupply(state, { plans: tableSet(plans, plan, { ...adopted, entered }), allotments: meant });
  },

  TripDispatched: (state, { data: { lines, ...data }, index }) =>
    withSupply(state, {
      trips: tableSet(state.supply.trips, index, {
        ...data,
        lines: lines.map((line) => ({ ...line, left: line.quantity })),
        ended: null,
      }),
      openTrips: [...state.supply.openTrips, index],
    }),

  TripEnded: (state, { data: { trip }, index }) => {
    const { trips, openTrips } = state.supply;
    const found = known(tableGet(trips, trip), `the trip ${trip}`);
    return withSupply(state, {
      trips: tableSet(trips, trip, { ...found, ended: index }),
      openTrips: openTrips.filter((one) => one !== trip),
    });
  },

  LotOffered: (state, { data, index }) => {
    const { offers, openOffers } = state.supply;
    return withSupply(state, {
      offers: tableSet(offers, index, { ...data, state: 'open', settled: null }),
      openOffers: tableSet(openOffers, data.lot, [...(tableGet(openOffers, data.lot) ?? []), index]),
    });
  },

  LotAccepted: (state, { data: { offer, item, site, quantity, bestBefore = null }, index }) => {
    const lot = { item, site, by: 'accepted', received: quantity, lost: 0, passed: 0, bestBefore } as const;
    const came = { ...state, supply: received(state.supply, index, lot) };
    return answered(came, offer, { act: index, accepted: true });
  },

  LotDeclined: (state, { data: { offer }, index }) => answered(state, offer, { act: index, accepted: false }),

  LotPassed: (state, { data: { offer }, index }) => {
    const { lot, site, quantity } = known(tableGet(state.supply.offers, offer), `the offer ${offer}`);
    const found = known(tableGet(state.supply.lots, lot), `the lot ${lot}`);
    const left = moved(state.supply, lot, site, -quantity);
    const passed = { ...left, lots: tableSet(left.lots, lot, { ...found, passed: found.passed + quantity }) };
    return settled({ ...state, supply: passed }, offer, { state: 'passed', settled: index });
  },

  OfferLapsed: (state, { data: { offer }, index }) => settled(state, offer, { state: 'lapsed', settled: index }),
};

const needIn = ({ supply }: BodyState, need: number): Need => known(tableGet(supply.needs, need), `the need ${need}`);

const withNeed = (state: BodyState, index: number, need: Need): BodyState =>
  withSupply(state, { needs: tableSet(state.supply.needs, index, need) });

const answered = (
  state: BodyState,
  { book, index }: { readonly book: string; readonly index: number },
  answer: { readonly act: number; readonly accepted: boolean },
): BodyState =>
  withSupply(state, { offersAnswered: tableSet(state.supply.offersAnswered, `${book}#${index}`, answer) });

function settled(state: BodyState, index: number, change: Pick<Offer, 'state' | 'settled'>): BodyState {
  const { offers, openOffers } = state.supply;
  const offer = known(tableGet(offers, index), `the offer ${index}`);
  const open = (tableGet(openOffers, offer.lot) ?? []).filter((one) => one !== index);
  return withSupply(state, {
    offers: tableSet(offers, index, { ...offer, ...change }),
    openOffers: tableSet(openOffers, offer.lot, open),
  });
}
