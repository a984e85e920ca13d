import type { ActData } from '../catalogue/acts.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { isWhole, planHolds } from './orders.ts';
import { handRefusal } from './places.ts';
import { written } from './register.ts';
import type { SupplyState, Vehicle } from './state.ts';

type Said = ActData<'TripDispatched'>;

/** What a plan means for somebody goes out once: what another trip still has to bring is not sent a second time. */
export const dispatchTrip: Handler<'DispatchTrip'> = {
  decide: (context, { route, ...data }) =>
    tripRefusal(context.state.supply, data, context.at) ?? written(context, 'TripDispatched', data, { route }),
};

export function tripRefusal(supply: SupplyState, data: Said, at: Time): Refused | null {
  const plan = tableGet(supply.plans, data.plan);
  if (plan === undefined) return refuse('not-found', 'supply.allocation', { needed: `PlanAdopted ${data.plan}` });
  if (!planHolds(plan, at)) return refuse('plan-over', 'supply.allocation', { present: data.plan });
  if (!isWhole(plan))
    return refuse('parts-missing', 'supply.allocation', { needed: plan.parts.length, present: plan.entered.length });
  const vehicle = tableGet(supply.vehicles, data.vehicle);
  if (vehicle === undefined) return refuse('not-found', 'supply', { needed: `VehicleRegistered ${data.vehicle}` });
  if (vehicle.withdrawn !== null) return refuse('place-closed', 'supply', { present: data.vehicle });
  return (
    handRefusal(supply, data.hand, data.vehicle, at) ??
    cargoRefusal(supply, vehicle, data) ??
    linesRefusal(supply, data)
  );
}

/** As much as the vehicle carries of each item; of what its entry does not name there is no bound. */
function cargoRefusal(supply: SupplyState, { carries }: Vehicle, { lines }: Said): Refused | null {
  for (const { item, quantity } of carries) {
    const load = lines
      .filter(({ lot }) => tableGet(supply.lots, lot)?.item === item)
      .reduce((sum, line) => sum + line.quantity, 0);
    if (load > quantity) return refuse('more-than-it-carries', 'supply', { needed: quantity, present: load });
  }
  return null;
}

function linesRefusal(supply: SupplyState, { plan, lines }: Said): Refused | null {
  if (lines.length === 0) return refuse('nothing-allocated', 'supply.allocation');
  const sent = new Map<string, number>();
  for (const { lot, site, quantity } of lines) {
    const key = `${lot}.${site}`;
    const needed = (sent.get(key) ?? 0) + quantity;
    sent.set(key, needed);
    const present = Math.max(0, leftOf(supply, plan, { lot, site }) - onTheWay(supply, plan, { lot, site }));
    if (needed > present) return refuse('not-so-much-allocated', 'supply.allocation', { needed, present });
  }
  return null;
}

interface For {
  readonly lot: number;
  readonly site: number;
}

const leftOf = ({ allotments }: SupplyState, plan: number, { lot, site }: For): number =>
  (tableGet(allotments, lot) ?? []).reduce(
    (sum, one) => sum + (one.plan === plan && one.site === site ? one.left : 0),
    0,
  );

const onTheWay = ({ openTrips, trips }: SupplyState, plan: number, { lot, site }: For): number =>
  openTrips
    .map((trip) => tableGet(trips, trip))
    .flatMap((trip) => (trip?.plan === plan ? trip.lines : []))
    .reduce((sum, line) => sum + (line.lot === lot && line.site === site ? line.left : 0), 0);

export const endTrip: Handler<'EndTrip'> = {
  decide(context, { trip }) {
    const found = tableGet(context.state.supply.trips, trip);
    if (found === undefined) return refuse('not-found', 'supply', { needed: `TripDispatched ${trip}` });
    return found.ended === null ? written(context, 'TripEnded', { trip }) : accept([], [], { ended: found.ended });
  },
};
