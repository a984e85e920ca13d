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
  meeting: { of: 'phone', load: () => import('./meeting/meeting-area.tsx').then(({ MeetingArea }) => MeetingArea) },
  late: { of: 'body', who: 'person', load: () => import('./late/late-area.tsx').then(({ LateArea }) => LateArea) },
  minutes: {
    of: 'sitting',
    who: 'person',
    load: () => import('./minutes/minutes-area.tsx').then(({ MinutesArea }) => MinutesArea),
  },
  voice: {
    of: 'sitting',
    who: 'person',
    load: () => import('./voice/voice-area.tsx').then(({ VoiceArea }) => VoiceArea),
  },
  seals: { of: 'body', who: 'person', load: () => import('./seals/seals.tsx').then(({ Seals }) => Seals) },
  speakers: {
    of: 'sitting',
    who: 'person',
    load: () => import('./floor/speakers-area.tsx').then(({ Speakers }) => Speakers),
  },
  teller: { of: 'sitting', who: 'person', load: () => import('./teller/teller.tsx').then(({ Teller }) => Teller) },
};
