import type { MapWords } from './words-es.ts';

export const en: MapWords = {
  nothing: 'No site of the registers has a longitude and latitude yet: with the first one there is a map.',
  press: 'Press the map where it is, or type the degrees.',
  label: (spots) => `Map with ${spots}`,
  kinds: { depot: 'depot', site: 'site', closure: 'closure' },
};
