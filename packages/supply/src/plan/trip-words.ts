import { shown } from '../exact/show.ts';
import { type Language, listed, type Text } from '../text.ts';
import type { Vehicle } from './model.ts';
import type { NotDriven, PlannedTrip, PlannedTrips } from './planned-trips.ts';

/** Who drives what where, and what nobody can drive and why. */
export function tripLines({ trips, notDriven }: PlannedTrips): { readonly es: string[]; readonly en: string[] } {
  const driven = trips.map((trip): Text => {
    const { es, en } = tripWords(trip);
    return { es: `${trip.vehicle}, ${es}`, en: `${trip.vehicle}, ${en}` };
  });
  const left = notDriven.map((one): Text => {
    const { es, en } = leftWords(one);
    return { es: `Sin viaje: ${es}`, en: `No trip: ${en}` };
  });
  const all = [...driven, ...left];
  return { es: all.map(({ es }) => es), en: all.map(({ en }) => en) };
}

/** One trip, but for who drives it. */
export function tripWords({ depot, item, stops, metres, minutes, takesOver, handsOver }: PlannedTrip): Text {
  const [km, at] = [Math.round(metres / 1_000), stops.map(({ site, amount }) => `${site} (${shown(amount)})`)];
  const time = timeOf(minutes);
  const says = (language: Language): string => {
    const say = handing[language];
    const parts = [
      takesOver && say.takes(shown(takesOver.amount), takesOver.vehicle, listed(takesOver.closures, language)),
      at.length > 0 && listed(at, language),
      handsOver && say.hands(shown(handsOver.amount), handsOver.vehicle, listed(handsOver.closures, language)),
    ];
    return parts.filter(Boolean).join('; ');
  };
  return {
    es: `${item} desde ${depot}: ${says('es')}; ${km} km, ${time}`,
    en: `${item} from ${depot}: ${says('en')}; ${km} km, ${time}`,
  };
}

/** How far a vehicle drives, and how much of its hours that takes. */
export function dayWords({ capacity, minutes }: Vehicle, trips: readonly PlannedTrip[]): Text {
  const km = Math.round(trips.reduce((sum, { metres }) => sum + metres, 0) / 1_000);
  const [used, has] = [trips.reduce((sum, one) => sum + one.minutes, 0), minutes].map(timeOf);
  return {
    es: `Lleva ${capacity}; ${km} km, ${used} de ${has}`,
    en: `Carries ${capacity}; ${km} km, ${used} of ${has}`,
  };
}

const timeOf = (minutes: number): string => `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

const handing = {
  es: {
    takes: (amount: string, vehicle: string, at: string) => `recibe ${amount} de ${vehicle} en el corte ${at}`,
    hands: (amount: string, vehicle: string, at: string) => `pasa ${amount} a ${vehicle} en el corte ${at}`,
  },
  en: {
    takes: (amount: string, vehicle: string, at: string) => `takes ${amount} over from ${vehicle} at closure ${at}`,
    hands: (amount: string, vehicle: string, at: string) => `hands ${amount} over to ${vehicle} at closure ${at}`,
  },
};

/** What nobody drives, and why. */
export function leftWords({ site, depot, item, amount, why }: NotDriven): Text {
  const reason = reasons[why];
  return {
    es: `${item} desde ${depot} para ${site} (${shown(amount)}): ${reason.es}`,
    en: `${item} from ${depot} for ${site} (${shown(amount)}): ${reason.en}`,
  };
}

const reasons: Readonly<Record<NotDriven['why'], Text>> = {
  'no-relay': {
    es: 'los relevos concedidos no pasan la carga entre vehículos del plan que puedan llevarla',
    en: 'the relays granted hand the load on between no vehicles of the plan that may carry it',
  },
  'wrong-side': {
    es: 'un vehículo del relevo no está de su lado del corte',
    en: 'a vehicle of the relay does not stand on its side of the closure',
  },
  'no-cold': { es: 'ningún vehículo del depósito guarda el frío', en: 'no vehicle of the depot keeps it cold' },
  'no-road': { es: 'no hay camino para un vehículo', en: 'no road for a vehicle' },
  'too-heavy': { es: 'ningún vehículo lleva tanto', en: 'no vehicle carries that much' },
  'too-far': { es: 'demasiado lejos para un día', en: 'too far for a day' },
  'no-hours': { es: 'no quedan horas ni vehículos', en: 'no hours or vehicles are left' },
};
