import type { BodyState } from '../state.ts';
import { isWhole, planHolds } from '../supply/orders.ts';
import type { HandOver, SupplyState, Trip } from '../supply/state.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import type { Carried } from './carry.ts';
import type { Standing } from './fields.ts';

/** How many lines of a plan go into one act. */
const MOST_LINES = 48;

type NumberOf = (act: number) => number;

export const tripsUnderWay = ({ openTrips, trips }: SupplyState): readonly (readonly [number, Trip])[] =>
  openTrips.flatMap((index) => {
    const trip = tableGet(trips, index);
    return trip === undefined ? [] : [[index, trip] as const];
  });

/**
 * Plans that bind and have all their parts, or by which a trip is under way; what of them is meant for whom; those trips; hand-overs that
 * wait for their other side. A plan of which a part was still missing is adopted anew: its parts name lots by the numbers of the
 * book before. `numberOf`: of the successor, which each act here is taken over as by the time that it is asked for.
 */
export function* ordersStanding(
  { supply, origin }: Pick<BodyState, 'supply' | 'origin'>,
  at: Time,
  numberOf: NumberOf,
): Generator<Carried> {
  const trips = tripsUnderWay(supply);
  const underWay = new Set(trips.map(([, { plan }]) => plan));
  const plans = tableEntries(supply.plans)
    .map(([index, plan]) => ({ index: Number(index), plan }))
    .filter(({ index, plan }) => underWay.has(index) || (isWhole(plan) && planHolds(plan, at)));
  for (const { index, plan: one } of plans) {
    const { rule, problem, plan, parts, until, ended } = one;
    const inForce = rule !== null && rule === supply.rule?.act ? { rule: numberOf(rule) } : {};
    const days = until === null ? {} : { until };
    const what = { kind: 'plan', ...inForce, problem, plan, parts, ...days, ended: ended !== null } as const;
    yield { index, what };
  }
  for (const { index } of plans) yield* allotmentsOf(supply, index, numberOf);
  for (const [index, { plan, vehicle, hand, lines, beside }] of trips)
    yield {
      index,
      what: {
        kind: 'trip',
        ...{ plan: numberOf(plan), vehicle: numberOf(vehicle), hand: numberOf(hand) },
        lines: lines.map(({ lot, site, ...line }) => ({ lot: numberOf(lot), site: numberOf(site), ...line })),
        ...(beside === undefined ? {} : { beside }),
      },
    };
  for (const [key, handOver] of tableEntries(supply.handOvers))
    if (handOver.provisional)
      yield { index: Number(key), what: handOverOf({ supply, origin }, Number(key), handOver, numberOf) };
}

function* allotmentsOf(supply: SupplyState, plan: number, numberOf: NumberOf): Generator<Carried> {
  const lines = tableEntries(supply.allotments).flatMap(([lot, allotments]) =>
    allotments
      .filter((one) => one.plan === plan)
      .map(({ site, quantity, left }) => ({ lot: numberOf(Number(lot)), site: numberOf(site), quantity, left })),
  );
  for (let from = 0; from < lines.length; from += MOST_LINES)
    yield {
      index: plan,
      what: { kind: 'allotments', plan: numberOf(plan), lines: lines.slice(from, from + MOST_LINES) },
    };
}

function handOverOf(
  { supply, origin }: Pick<BodyState, 'supply' | 'origin'>,
  index: number,
  handOver: HandOver,
  numberOf: NumberOf,
): Standing {
  const { id, kind: is, from, to, trip, madeAt, recordedAt, lines, signed } = handOver;
  const written = handOver.written ?? { book: origin, from, to, trip, lines: signed };
  const isUnderWay = trip !== null && supply.openTrips.includes(trip);
  return {
    kind: 'hand-over',
    ...{ id, is, from: numberOf(from), to: numberOf(to), madeAt, recordedAt },
    ...(isUnderWay ? { trip: numberOf(trip) } : {}),
    lines: lines.map(({ lot, item, ...line }) => {
      const reversed = tableGet(supply.writtenOff, `${index}.${lot}`)?.reversed ?? 0;
      return { lot: numberOf(lot), item: numberOf(item), ...line, ...(reversed === 0 ? {} : { reversed }) };
    }),
    written: {
      book: written.book,
      from: written.from,
      to: written.to,
      ...(written.trip === null ? {} : { trip: written.trip }),
      lots: written.lines.map(({ lot, item }) => ({ lot, item })),
    },
  };
}
