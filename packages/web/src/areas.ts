import type { Area } from './shell/area.ts';

/**
 * Everything below `/phone` but the member's own page, by the first part of its address. An area is a folder with one
 * entry; it is loaded when its address is opened.
 */
export const areas: Readonly<Record<string, Area>> = {
  desk: { of: 'sitting', who: 'person', load: () => import('./desk/desk.tsx').then(({ Desk }) => Desk) },
  screen: {
    of: 'sitting',
    who: 'anyone',
    load: () => import('./hall-screen/hall-screen.tsx').then(({ HallScreen }) => HallScreen),
  },
  seals: { of: 'body', who: 'person', load: () => import('./seals/seals.tsx').then(({ Seals }) => Seals) },
  speakers: {
    of: 'sitting',
    who: 'person',
    load: () => import('./floor/speakers-area.tsx').then(({ Speakers }) => Speakers),
  },
  teller: { of: 'sitting', who: 'person', load: () => import('./teller/teller.tsx').then(({ Teller }) => Teller) },
};
