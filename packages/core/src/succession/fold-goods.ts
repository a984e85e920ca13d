import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { withSupply } from '../supply/fold.ts';
import { moved } from '../supply/ledger.ts';
import type { Site, SupplyState } from '../supply/state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';
import type { Standing } from './fields.ts';
import { ordersInto } from './fold-orders.ts';

type GoodsKind = 'item' | 'site' | 'vehicle' | 'hand' | 'sharing-rule' | 'need' | 'lot' | 'lot-places' | 'offer';
type OrdersKind = 'plan' | 'allotments' | 'trip' | 'hand-over';
type Goods = Extract<Standing, { readonly kind: GoodsKind | OrdersKind }>;
type Of<K extends GoodsKind> = Extract<Goods, { readonly kind: K }>;

/** What a body had of goods; `from` names the act of the book before. */
export function goodsInto(
  state: BodyState,
  what: Goods,
  { index, from }: { readonly index: number; readonly from: { readonly book: string; readonly index: number } },
): BodyState {
  const { supply } = state;
  switch (what.kind) {
    case 'item': {
      const { kind: _, ...item } = what;
      const symbols = tableSet(supply.symbols, item.symbol, index);
      return withSupply(state, { items: tableSet(supply.items, index, item), symbols });
    }
    case 'site': {
      const { kind: _, is: kind, closed, assembly = null, beside = from, ...site } = what;
      const entry: Site = { ...site, kind, assembly, beside, closed: closed ? index : null, counted: emptyTable() };
      return withSupply(state, { sites: tableSet(supply.sites, index, entry) });
    }
    case 'vehicle': {
      const { kind: _, withdrawn, beside = from, ...vehicle } = what;
      const entry = { ...vehicle, beside, withdrawn: withdrawn ? index : null };
      return withSupply(state, { vehicles: tableSet(supply.vehicles, index, entry) });
    }
    case 'hand': {
      const { kind: _, withdrawn, ...hand } = what;
      const hands = tableSet(supply.hands, index, { ...hand, withdrawn: withdrawn === true ? index : null });
      return withSupply(state, { hands, handKeys: tableSet(supply.handKeys, hand.key, index) });
    }
    case 'sharing-rule': {
      const { rule, parameters } = what;
      return withSupply(state, { rule: { vote: index, rule, parameters, act: index } });
    }
    case 'need':
      return need(state, what, index);
    case 'lot':
      return { ...state, supply: lot(supply, what, index) };
    case 'lot-places':
      return { ...state, supply: atPlaces(supply, what.lot, what.places) };
    case 'offer':
      return offer(state, what, index);
    case 'plan':
    case 'allotments':
    case 'trip':
    case 'hand-over':
      return withSupply(state, ordersInto(supply, what, { index, from }));
  }
}

function need(state: BodyState, what: Of<'need'>, index: number): BodyState {
  const { kind: _, countersigned, found, ...said } = what;
  const foundOver = found === undefined ? null : { act: index, found };
  const entry = { ...said, countersigned: countersigned ? index : null, foundOver };
  return withSupply(state, {
    needs: tableSet(state.supply.needs, index, entry),
    needOf: tableSet(state.supply.needOf, `${said.site}.${said.item}`, index),
  });
}

function lot(supply: SupplyState, what: Of<'lot'>, index: number): SupplyState {
  const { kind: _, places, bestBefore = null, ...entry } = what;
  const lots = tableSet(supply.lots, index, { ...entry, bestBefore });
  const lotsOf = tableSet(supply.lotsOf, entry.item, [...(tableGet(supply.lotsOf, entry.item) ?? []), index]);
  return atPlaces({ ...supply, lots, lotsOf }, index, places);
}

const atPlaces = (supply: SupplyState, index: number, places: Of<'lot'>['places']): SupplyState =>
  places.reduce((all, { place, quantity }) => moved(all, index, place, quantity), supply);

function offer(state: BodyState, what: Of<'offer'>, index: number): BodyState {
  const { kind: _, ...offered } = what;
  const { offers, openOffers, lots } = state.supply;
  known(tableGet(lots, offered.lot), `the lot ${offered.lot}`);
  return withSupply(state, {
    offers: tableSet(offers, index, { ...offered, state: 'open', settled: null }),
    openOffers: tableSet(openOffers, offered.lot, [...(tableGet(openOffers, offered.lot) ?? []), index]),
  });
}
