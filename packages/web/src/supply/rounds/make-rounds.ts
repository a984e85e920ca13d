import { attempt, leftWords, plan, problemSentence, readPlanProblem } from '@cabildo/supply';
import type { Sentences } from '../../answers.ts';
import type { Position } from '../known/position.ts';

/** Goods that a plan sends from a depot to a site, all lots of an item together. */
export interface ToDrive {
  readonly item: string;
  readonly cargo: string;
  readonly depot: string;
  readonly site: string;
  readonly amount: number;
}

/** A vehicle on the day: where it stands, for how long it drives, how much of each item it carries (what is not named has no bound). */
export interface DayOfVehicle {
  readonly id: string;
  readonly at: string;
  readonly hours: number;
  readonly carries: Readonly<Record<string, number>>;
}

export interface RoundsAsked {
  readonly at: string;
  readonly loads: readonly ToDrive[];
  readonly vehicles: readonly DayOfVehicle[];
  readonly places: Readonly<Record<string, Position>>;
  readonly kmPerHour: number;
  readonly unloadMinutes: number;
  /** GeoJSON; null where nothing is known of roads: then of distances neither. */
  readonly roads: string | null;
  readonly closures: string;
}

export interface Round {
  readonly vehicle: string;
  readonly depot: string;
  readonly item: string;
  /** In the order of driving. */
  readonly stops: readonly { readonly site: string; readonly amount: number }[];
  readonly metres: number;
  readonly minutes: number;
}

export type Rounds =
  | { readonly ok: true; readonly rounds: readonly Round[]; readonly notDriven: readonly Sentences[] }
  | { readonly ok: false; readonly said: Sentences };

/**
 * Depot after depot and item after item, as `cabildo supply plan` gives work out: each with the hours that the ones before it left.
 * What is shared is settled before: each problem has as much as its sites are to get, and no other depot.
 */
export function makeRounds(asked: RoundsAsked): Rounds {
  const done = attempt(() => {
    const minutes = new Map(asked.vehicles.map(({ id, hours }) => [id, Math.floor(hours * 60)]));
    const [rounds, notDriven]: [Round[], Sentences[]] = [[], []];
    for (const loads of Map.groupBy(asked.loads, ({ item, depot }) => `${item}\n${depot}`).values()) {
      const found = ofOneDepot(asked, loads, minutes);
      for (const { vehicle, minutes: used } of found.rounds) minutes.set(vehicle, (minutes.get(vehicle) ?? 0) - used);
      rounds.push(...found.rounds);
      notDriven.push(...found.notDriven);
    }
    return { rounds, notDriven };
  });
  return done.ok ? { ok: true, ...done.value } : { ok: false, said: problemSentence(done.problem) };
}

function ofOneDepot(asked: RoundsAsked, loads: readonly ToDrive[], minutes: ReadonlyMap<string, number>) {
  const { item = '', cargo = '', depot = '' } = loads[0] ?? {};
  const all = loads.reduce((sum, { amount }) => sum + amount, 0);
  const free = asked.vehicles.filter(({ id, at }) => at === depot && (minutes.get(id) ?? 0) > 0);
  const text = JSON.stringify({
    at: asked.at,
    rule: 'leximin',
    items: [{ id: item, unit: item, indivisible: true, cargo }],
    sites: [...new Set([depot, ...loads.map(({ site }) => site)])].map((id) => ({
      id,
      ...(asked.places[id] === undefined ? {} : { at: asked.places[id] }),
    })),
    needs: loads.map(({ site, amount }) => ({ site, item, amount })),
    stocks: [{ site: depot, item, amount: all }],
    vehicles: free.map(({ id, carries }) => ({
      id,
      at: depot,
      capacity: carries[item] ?? all,
      hours: (minutes.get(id) ?? 0) / 60,
    })),
    kmPerHour: asked.kmPerHour,
    unloadMinutes: asked.unloadMinutes,
    ...(asked.roads === null ? {} : { roads: 'roads', closures: 'closures' }),
  });
  const open = (name: string): string => (name === 'roads' ? (asked.roads ?? '') : asked.closures);
  const { trips, items } = plan(readPlanProblem(text, open));
  const amountOf = ({ n, d }: { readonly n: bigint; readonly d: bigint }): number => Number(n / d);
  const cut = items.flatMap(({ lines }) =>
    lines.flatMap(({ site, need, award, cutOffBy }) =>
      amountOf(award) < amountOf(need.capped) ? [cutOff(item, site.id, cutOffBy ?? [])] : [],
    ),
  );
  return {
    rounds: (trips?.trips ?? []).map(
      ({ vehicle, stops, metres, minutes: long }): Round => ({
        ...{ vehicle, depot, item, metres, minutes: long },
        stops: stops.map(({ site, amount }) => ({ site, amount: amountOf(amount) })),
      }),
    ),
    notDriven: [...cut, ...(trips === null ? [noVehicle(item, depot)] : trips.notDriven.map(leftWords))],
  };
}

const cutOff = (item: string, site: string, closures: readonly string[]): Sentences => ({
  es: `${item} para ${site}: no hay camino${closures.length === 0 ? '' : ` mientras cierre ${closures.join(', ')}`}`,
  en: `${item} for ${site}: no road${closures.length === 0 ? '' : ` while ${closures.join(', ')} is closed`}`,
});

const noVehicle = (item: string, depot: string): Sentences => ({
  es: `${item} desde ${depot}: ningún vehículo con horas libres sale de ahí`,
  en: `${item} from ${depot}: no vehicle with hours left starts there`,
});
