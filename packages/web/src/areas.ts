import type { Area } from './shell/area.ts';

const screens = () => import('./area-screens.ts');

/**
 * Everything below `/phone` but the member's own page, by the first part of its address. An area is a folder with one
 * entry; all are loaded when the first of their addresses is opened.
 */
export const areas: Readonly<Record<string, Area>> = {
  desk: { of: 'sitting', who: 'person', load: () => screens().then((part) => part.Desk) },
  screen: { of: 'sitting', who: 'anyone', load: () => screens().then((part) => part.HallScreen) },
  meeting: { of: 'phone', load: () => screens().then((part) => part.MeetingArea) },
  late: { of: 'body', who: 'person', load: () => screens().then((part) => part.LateArea) },
  minutes: { of: 'sitting', who: 'person', load: () => screens().then((part) => part.MinutesArea) },
  voice: { of: 'sitting', who: 'person', load: () => screens().then((part) => part.VoiceArea) },
  roll: { of: 'body', who: 'person', load: () => screens().then((part) => part.Roll) },
  seals: { of: 'body', who: 'person', load: () => screens().then((part) => part.Seals) },
  speakers: { of: 'sitting', who: 'person', load: () => screens().then((part) => part.Speakers) },
  teller: { of: 'sitting', who: 'person', load: () => screens().then((part) => part.Teller) },
};
