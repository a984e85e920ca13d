import { nextBook } from '../affiliation/lineage.ts';
import type { BodyState } from '../state.ts';
import { counted } from '../supply/count.ts';
import { balanceAt } from '../supply/ledger.ts';
import { freeOf, planHolds } from '../supply/orders.ts';
import { handHolds, placeStands, supplyRules } from '../supply/places.ts';
import { mayPublish } from '../supply/shown.ts';
import type { SupplyState } from '../supply/state.ts';
import { tripRefusal } from '../supply/trips.ts';
import { tableGet } from '../table.ts';
import { plusDays, type Time } from '../time.ts';
import { type Checks, holds, same } from './check.ts';
import { asProposed } from './proposed.ts';

/** Nothing is allocated, offered or sent twice, and every count and loss was of what was on record. */
/** Of a hand-over that an officer wrote down and nobody has signed. */
function reportChecks(supply: SupplyState, handOver: number, number: number) {
  const stands = tableGet(supply.handOvers, handOver);
  return [
    holds(stands?.reported === true && stands.provisional, 'order', handOver, 'a report that nobody has signed'),
    same('order', number, (stands?.corrections.length ?? -1) + 1),
  ];
}

export const supplyChecks: Checks = {
  SiteRegistered: (state, { data }) => [
    holds(mayPublish(state, data), 'rule', data.area ?? data.near, 'no place that the statute keeps for members'),
  ],

  SiteChanged: (state, { data }) => {
    const kind = tableGet(state.supply.sites, data.site)?.kind ?? 'shelter';
    const expected = 'no place that the statute keeps for members';
    return [holds(mayPublish(state, { ...data, kind }), 'rule', data.area ?? data.near, expected)];
  },

  HandEnrolled: (state, { data: { of, until }, at }) => [
    holds(placeStands(state.supply, of), 'effect', of, 'a site or vehicle that takes part'),
    holds(until <= plusDays(at, supplyRules(state).handDays), 'term', until, plusDays(at, supplyRules(state).handDays)),
  ],

  HandWithdrawn({ supply }, { data: { hand }, at }) {
    const found = tableGet(supply.hands, hand);
    return [holds(found !== undefined && handHolds(supply, found, at), 'effect', hand, 'a hand that holds')];
  },

  StockCounted: (state, { data: { site, item, round, counts, ...said } }) => [
    holds(counts.length >= 2, 'count', counts.length, 2),
    same('count', { site, item, round, counts, ...said }, counted(state.supply, { site, item, round, counts })),
  ],

  LossRecorded: ({ supply }, { data: { lot, at, quantity } }) => [
    holds(quantity <= balanceAt(supply, lot, at), 'count', quantity, balanceAt(supply, lot, at)),
  ],

  LossReversed({ supply }, { data: { loss, lot, quantity } }) {
    const off = tableGet(supply.writtenOff, `${loss}.${lot}`);
    const left = off === undefined ? 0 : off.quantity - off.reversed;
    return [holds(quantity <= left, 'count', quantity, left)];
  },

  HandOverRecorded: ({ supply }, { data: { id, giver, receiver, from, to, provisional }, at }) => [
    same('order', tableGet(supply.handOverIds, id), undefined),
    handCheck(supply, giver.hand, from, at),
    receiver === undefined ? null : handCheck(supply, receiver.hand, to, at),
    same('effect', provisional, receiver === undefined),
  ],

  HandOverConfirmed: ({ supply }, { data: { handOver, by }, at }) => [
    same('order', tableGet(supply.handOvers, handOver)?.provisional, true),
    by.kind === 'hand' ? handCheck(supply, by.hand, tableGet(supply.handOvers, handOver)?.to ?? -1, at) : null,
  ],

  HandOverCorrected({ supply }, { data: { handOver, number, giver, receiver }, at }) {
    const stands = tableGet(supply.handOvers, handOver);
    return [
      same('order', number, (stands?.corrections.length ?? -1) + 1),
      handCheck(supply, giver.hand, stands?.from ?? -1, at),
      handCheck(supply, receiver.hand, stands?.to ?? -1, at),
    ];
  },

  ReportCorrectionProposed: ({ supply }, { data: { handOver, number } }) => reportChecks(supply, handOver, number),

  ReportCorrected(state, { data: { handOver, proposal, number, lines, office } }) {
    const proposed = tableGet(state.supply.handOvers, handOver)?.proposed;
    const holder = tableGet(state.officers, office)?.holder ?? null;
    return [
      ...reportChecks(state.supply, handOver, number),
      same('effect', { act: proposal, lines }, { act: proposed?.act, lines: proposed?.lines }),
      holds(office !== proposed?.by.office && holder !== proposed?.by.holder, 'authority', office, 'another officer'),
    ];
  },

  NeedFoundOver({ supply }, { data: { need, declared, found } }) {
    const said = tableGet(supply.needs, need)?.quantity;
    return [same('count', declared, said), holds(found < declared, 'count', found, declared)];
  },

  SharingRuleAdopted: (state, { data: { vote, rule, parameters } }) =>
    asProposed(state, vote, 'adopt-sharing-rule', { rule, parameters }),

  PlanAdopted(state, { data: { vote, until, rule, problem, plan, parts, replaces }, at }) {
    const { allocation, allocationDays } = supplyRules(state);
    return [
      same('rule', rule, state.supply.rule?.act),
      same('term', until, allocationDays === null ? undefined : plusDays(at, allocationDays)),
      ...(vote === undefined
        ? [same('authority', 'officers', allocation)]
        : asProposed(state, vote, 'adopt-plan', { rule, problem, plan, parts, replaces })),
    ];
  },

  AllocationAdopted({ supply }, { data: { plan, part, parts, lines }, at }) {
    const adopted = tableGet(supply.plans, plan);
    if (adopted === undefined) return [holds(false, 'effect', plan, 'a plan of this book')];
    return [
      holds(planHolds(adopted, at), 'term', at, adopted.until),
      same('count', parts, adopted.parts.length),
      holds(!adopted.entered.includes(part), 'order', part, adopted.entered),
      ...[...new Set(lines.map(({ lot }) => lot))].map((lot) => {
        const meant = lines.reduce((sum, line) => sum + (line.lot === lot ? line.quantity : 0), 0);
        return holds(meant <= freeOf(supply, lot, at), 'count', meant, freeOf(supply, lot, at));
      }),
    ];
  },

  TripDispatched(state, { data, at }) {
    const refused = tripRefusal(state.supply, data, at);
    return [
      holds(refused === null, 'effect', refused?.refusal.code ?? null, 'what the plan has left, on a vehicle in use'),
    ];
  },

  LotOffered({ supply }, { data: { lot, quantity, until }, at }) {
    return [
      holds(quantity <= freeOf(supply, lot, at), 'count', quantity, freeOf(supply, lot, at)),
      holds(until > at, 'order', until, at),
    ];
  },

  LotAccepted: notAnsweredBefore,
  LotDeclined: notAnsweredBefore,

  LotPassed: ({ supply }, { data: { offer } }) => [same('order', tableGet(supply.offers, offer)?.state, 'open')],

  OfferLapsed({ supply }, { data: { offer, declined, succeeded, heardOf } }) {
    const found = tableGet(supply.offers, offer);
    const until = found?.until ?? '9';
    return [
      same('order', found?.state, 'open'),
      succeeded === undefined ? null : same('effect', succeeded, nextBook(found?.to ?? '')),
      (declined ?? succeeded) ? null : holds(heardOf >= until, 'order', heardOf, until),
    ];
  },
};

function handCheck(supply: BodyState['supply'], hand: number, place: number, at: Time) {
  const found = tableGet(supply.hands, hand);
  const signs = found !== undefined && found.of === place && handHolds(supply, found, at);
  return holds(signs, 'authority', hand, `a hand of ${place} that holds`);
}

function notAnsweredBefore(
  { supply }: BodyState,
  { data: { offer } }: { readonly data: { readonly offer: { readonly book: string; readonly index: number } } },
) {
  return [same('order', tableGet(supply.offersAnswered, `${offer.book}#${offer.index}`), undefined)];
}
