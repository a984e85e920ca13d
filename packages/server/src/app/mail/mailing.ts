import { createHmac, type KeyObject } from 'node:crypto';
import type { Time } from '@cabildo/core';
import { type MailLimits, mailLimits } from './reach.ts';

/** What mail needs of a node beside its books: kept with it, so that everything that mail does is a function of a node. */
export interface Mailing {
  readonly limits: MailLimits;
  /** Certificates to believe beside the machine's own: for tests, which have a server of their own. */
  readonly ca?: string;
  random(bytes: number): Uint8Array;
  /** HMAC-SHA-256 under a key for mail alone. */
  mac(purpose: 'code' | 'stop' | 'letter', text: string): Buffer;
  /** Whether an officer of that body may try its server once more this hour. */
  mayTry(body: string, at: Time): boolean;
  /** Somebody waits for a letter: it is not put off until the next round. */
  wake(): void;
  onWake(listener: () => void): void;
}

const TRIES_AN_HOUR = 10;

interface MailingOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly mailCa?: string;
}

export function createMailing(
  key: KeyObject,
  random: (bytes: number) => Uint8Array,
  { env = {}, mailCa }: MailingOptions,
): Mailing {
  let woken: () => void = () => undefined;
  const tried = new Map<string, { readonly hour: string; readonly times: number }>();
  return {
    limits: mailLimits(env.CABILDO_MAIL_HOSTS),
    ...(mailCa === undefined ? {} : { ca: mailCa }),
    random,
    mac: (purpose, text) => createHmac('sha256', key).update(`mail ${purpose}\n`).update(text).digest(),
    mayTry(body, at) {
      const hour = at.slice(0, 13);
      const before = tried.get(body);
      const times = before?.hour === hour ? before.times + 1 : 1;
      tried.set(body, { hour, times });
      return times <= TRIES_AN_HOUR;
    },
    wake: () => woken(),
    onWake(listener) {
      woken = listener;
    },
  };
}
