import { type KeyObject, timingSafeEqual } from 'node:crypto';
import { crockfordDecode, crockfordEncode } from '@cabildo/book';
import type { Time } from '@cabildo/core';
import { mac } from './cards.ts';

const CODE_BYTES = 5;
const MINUTE_MS = 60_000;
/** The code of this minute and of so many before: who read it at the door has time to type it. */
const MINUTES_KEPT = 2;

/** What stands at the door of a hall (decision 0009): eight characters that only those who are there can have read just now. */
export interface Doors {
  codeAt(origin: string, sitting: number, at: Time): { readonly code: string; readonly until: Time };
  holds(origin: string, sitting: number, at: Time, code: string): boolean;
}

export function createDoors(key: KeyObject): Doors {
  const codeOf = (origin: string, sitting: number, minute: number): Uint8Array =>
    mac(key, `door\n${origin}\n${sitting}\n`, String(minute)).subarray(0, CODE_BYTES);
  return {
    codeAt(origin, sitting, at) {
      const minute = minuteOf(at);
      return { code: crockfordEncode(codeOf(origin, sitting, minute)), until: timeOf(minute + 1) };
    },
    holds(origin, sitting, at, code) {
      const given = crockfordDecode(code);
      if (given?.length !== CODE_BYTES) return false;
      const last = minuteOf(at);
      return Array.from({ length: MINUTES_KEPT + 1 }, (_, ago) => codeOf(origin, sitting, last - ago)).some((right) =>
        timingSafeEqual(right, given),
      );
    },
  };
}

const minuteOf = (at: Time): number => Math.floor(Date.parse(at) / MINUTE_MS);
const timeOf = (minute: number): Time => new Date(minute * MINUTE_MS).toISOString().replace('.000Z', 'Z');
