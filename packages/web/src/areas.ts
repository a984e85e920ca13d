import type { Area } from './shell/area.ts';

/**
 * Everything below `/phone` but the member's own page, by the first part of its address. An area is a folder with one
 * entry; it is loaded when its address is opened.
 */
export const areas: Readonly<Record<string, Area>> = {
  seals: { of: 'body', who: 'person', load: () => import('./seals/seals.tsx').then(({ Seals }) => Seals) },
};
