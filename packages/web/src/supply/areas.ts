import type { Area } from '../shell/area.ts';

/**
 * Everything below `/supply`, by the first part of its address: one row here, one in `areas` of the words, and a folder with one
 * entry, loaded when its address is opened. Its words are loaded by it too (`board/words.ts`). What the committee's book says it
 * takes from `known/use-supply.ts`.
 */
export const areas = {
  board: {
    of: 'body',
    who: 'person',
    load: () => import('./board/board.tsx').then((part) => part.Board),
  },
  map: {
    of: 'body',
    who: 'person',
    load: () => import('./map/map-area.tsx').then((part) => part.MapArea),
  },
  registers: {
    of: 'body',
    who: 'person',
    load: () => import('./registers/registers-area.tsx').then((part) => part.RegistersArea),
  },
  plan: {
    of: 'body',
    who: 'person',
    load: () => import('./plan/plan-area.tsx').then((part) => part.PlanArea),
  },
  trips: {
    of: 'body',
    who: 'person',
    load: () => import('./trips/trips-area.tsx').then((part) => part.TripsArea),
  },
  'hand-over': {
    of: 'phone',
    load: () => import('./hand-over/hand-over.tsx').then((part) => part.HandOver),
  },
  'for-sites': {
    of: 'phone',
    load: () => import('./for-sites/for-sites.tsx').then((part) => part.ForSites),
  },
  hands: {
    of: 'body',
    who: 'person',
    load: () => import('./hands/hands.tsx').then((part) => part.Hands),
  },
  queue: {
    of: 'body',
    who: 'person',
    load: () => import('./queue/queue.tsx').then((part) => part.QueueArea),
  },
  passes: {
    of: 'body',
    who: 'person',
    load: () => import('./passes/passes-area.tsx').then((part) => part.PassesArea),
  },
} as const satisfies Readonly<Record<string, Area>>;

export type SupplyArea = keyof typeof areas;
