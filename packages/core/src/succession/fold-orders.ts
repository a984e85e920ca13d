import type { HandOver, SupplyState } from '../supply/state.ts';
import { tableGet, tableSet } from '../table.ts';
import type { Standing } from './fields.ts';

type OrdersKind = 'plan' | 'allotments' | 'trip' | 'hand-over';
type Orders = Extract<Standing, { readonly kind: OrdersKind }>;
type Of<K extends OrdersKind> = Extract<Orders, { readonly kind: K }>;

/** Plans, trips and what waits to be confirmed, as the book before had them; `from` names the act there. */
export function ordersInto(
  supply: SupplyState,
  what: Orders,
  { index, from }: { readonly index: number; readonly from: { readonly book: string; readonly index: number } },
): Partial<SupplyState> {
  switch (what.kind) {
    case 'plan': {
      const { kind: _, rule = null, until = null, ended, ...plan } = what;
      const entered = plan.parts.map((_part, i) => i + 1);
      const entry = { ...plan, rule, until, entered, ended: ended ? index : null };
      return { plans: tableSet(supply.plans, index, entry) };
    }
    case 'allotments':
      return {
        allotments: what.lines.reduce((all, { lot, ...line }) => {
          return tableSet(all, lot, [...(tableGet(all, lot) ?? []), { plan: what.plan, ...line }]);
        }, supply.allotments),
      };
    case 'trip': {
      const { kind: _, beside = from, ...trip } = what;
      const entry = { ...trip, ended: null, beside };
      return { trips: tableSet(supply.trips, index, entry), openTrips: [...supply.openTrips, index] };
    }
    case 'hand-over':
      return handOver(supply, what, index);
  }
}

/** What it moved is where the lots of the book before have it; what was missing can still turn up, or be said otherwise by both. */
function handOver(supply: SupplyState, what: Of<'hand-over'>, index: number): Partial<SupplyState> {
  const { kind: _, is: kind, trip = null, lines: taken, written, ...said } = what;
  const lines = taken.map(({ reversed: _reversed, ...line }) => line);
  const made: HandOver = {
    ...said,
    ...{ kind, trip, lines, signed: lines },
    provisional: true,
    confirmed: null,
    corrections: [],
    disputes: [],
    written: {
      book: written.book,
      from: written.from,
      to: written.to,
      trip: written.trip ?? null,
      lines: lines.map((line, i) => ({ ...line, ...written.lots[i] })),
    },
  };
  const writtenOff = taken.reduce(
    (all, { lot, given, received, reversed = 0 }) =>
      given === received ? all : tableSet(all, `${index}.${lot}`, { quantity: given - received, reversed }),
    supply.writtenOff,
  );
  return {
    handOvers: tableSet(supply.handOvers, index, made),
    handOverIds: tableSet(supply.handOverIds, what.id, index),
    writtenOff,
  };
}
