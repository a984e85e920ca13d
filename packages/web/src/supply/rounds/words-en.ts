import type { RoundWords } from './words-es.ts';

export const en: RoundWords = {
  title: 'Rounds',
  how: 'What each vehicle takes, where and in which order, on the roads that closures leave. Calculated on this device.',
  noVehicle: 'No vehicle is in the registers.',
  noRoads: 'Without roads nobody knows how far anything is: there are loads, and no distances.',
  withoutPlace: (names) => `Without longitude and latitude the way is not known: ${names}`,
  at: (vehicle) => `${vehicle}: starts at`,
  notToday: 'not today',
  hours: (vehicle) => `${vehicle}: hours`,
  speed: 'Kilometres an hour',
  unload: 'Minutes to unload at each site',
  go: 'Calculate the rounds',
  working: 'Calculating…',
  stop: 'Leave it',
  failed: 'This browser could not calculate the rounds.',
  none: 'No round: nobody takes anything.',
  round: (vehicle, item, depot) => `${vehicle}: ${item} from ${depot}`,
  long: (km, hours, minutes) => `${km} km, ${hours} h ${minutes} min`,
  stopOf: (site, amount) => `${site}: ${amount}`,
  notDriven: 'Without a vehicle',
  take: 'Send this round out',
};
