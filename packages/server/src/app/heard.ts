import type { Actor } from '@cabildo/core';
import { familyOf } from './book-names.ts';
import { voterOf } from './my-place.ts';

/** A phone that asked so long ago, and has no stream open, may have lost its network. */
export const HEARD_MS = 30_000;
const MAX_KEPT = 50_000;

interface Phone {
  streams: number;
  /** When it last asked, in milliseconds. */
  at: number;
  /** Whoever has it runs a sitting, or did when they last looked at it. */
  runs: boolean;
}

/**
 * Which signed-in phones this node hears: those with a stream open, and those that asked just now. In memory alone; nothing of
 * it is written anywhere, and who it is about is asked only as a number.
 */
export interface Heard {
  asked(origin: string, actor: Actor): void;
  /** A stream has opened; what it returns is called once, when it ends. */
  streaming(origin: string, actor: Actor): () => void;
  /** Whether somebody who is looking at a sitting runs it. */
  looked(origin: string, actor: Actor, runs: boolean): void;
  runs(origin: string, actor: Actor): boolean;
  /** How many of these, as the book's lists name them, are heard now. */
  among(origin: string, holders: readonly string[]): number;
}

export function createHeard(clock: () => number): Heard {
  const phones = new Map<string, Phone>();

  function phoneOf(origin: string, actor: Actor): Phone | null {
    const who = voterOf(actor);
    if (who === null) return null;
    const name = nameOf(origin, who.voter);
    const known = phones.get(name);
    if (known !== undefined) return known;
    if (phones.size >= MAX_KEPT) forgetSilent();
    const made = { streams: 0, at: clock(), runs: false };
    phones.set(name, made);
    return made;
  }

  function forgetSilent(): void {
    for (const [name, phone] of phones) if (!isHeard(phone)) phones.delete(name);
  }

  const isHeard = ({ streams, at }: Phone): boolean => streams > 0 || clock() - at <= HEARD_MS;

  return {
    asked(origin, actor) {
      const phone = phoneOf(origin, actor);
      if (phone !== null) phone.at = clock();
    },
    streaming(origin, actor) {
      const phone = phoneOf(origin, actor);
      if (phone === null) return () => undefined;
      phone.streams += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        phone.streams -= 1;
        phone.at = clock();
      };
    },
    looked(origin, actor, runs) {
      const phone = phoneOf(origin, actor);
      if (phone !== null) phone.runs = runs;
    },
    runs(origin, actor) {
      const who = voterOf(actor);
      return who !== null && phones.get(nameOf(origin, who.voter))?.runs === true;
    },
    among(origin, holders) {
      const family = nameOf(origin, '');
      return holders.filter((holder) => {
        const phone = phones.get(family + holder);
        return phone !== undefined && isHeard(phone);
      }).length;
    },
  };
}

const nameOf = (origin: string, holder: string): string => `${familyOf(origin)} ${holder}`;
