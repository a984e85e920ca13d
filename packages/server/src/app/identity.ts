import { type KeyObject, timingSafeEqual } from 'node:crypto';
import { type Actor, parseSlipName, type Time } from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { findSession, type Session } from '../store/vault/people.ts';
import { familyOf } from './book-names.ts';
import { type CardMaker, mac } from './cards.ts';
import type { SignedIn } from './node.ts';
import { SignIns } from './sign-ins.ts';

export interface Identity {
  /** `key`: the phone's own public key, where it gives one. */
  signIn(origin: string, card: string, token: string, key: string | null): Promise<SignedIn>;
  authenticate(bearer: string | undefined, origin: string): Promise<Actor | null>;
  /** Who that is, if this process has met the session already. */
  known(bearer: string, origin: string): Actor | null;
  /** The key that the phone of this session gave at sign-in. */
  keyOf(bearer: string | undefined, origin: string): Promise<string | null>;
  /** New cards have been made for these holders: their older sessions are over. */
  ended(origin: string, holders: readonly string[]): void;
  /** New cards may have been made: every session is looked up again. */
  doubtful(origin: string): void;
}

export interface IdentityTools {
  readonly store: Store;
  readonly cards: CardMaker;
  /** The node's HMAC key. */
  readonly key: KeyObject;
  readonly operatorToken: string;
  now(): Time;
}

interface Known {
  readonly origin: string;
  readonly holder: string;
  readonly actor: Actor;
  readonly key: string | null;
}

/** 256 bits in base64url: what a phone makes for itself. */
const TOKEN = /^[A-Za-z0-9_-]{43,128}$/;
const SESSIONS_KEPT = 20_000;

export function createIdentity(tools: IdentityTools): Identity {
  const { store, cards, key } = tools;
  const signIns = new SignIns(store, tools.now);
  // Sessions end only by a new card, of which this process knows: so what was found once stays true.
  const sessions = new Map<string, Known>();
  // Counts endings, so that a look-up that was under way meanwhile is not kept.
  let endings = 0;

  const tokenMac = (origin: string, token: string): Buffer =>
    Buffer.from(mac(key, `token\n${familyOf(origin)}\n`, token));

  async function session(token: string, origin: string): Promise<Known | null> {
    const hmac = tokenMac(origin, token);
    const name = hmac.toString('base64');
    const known = sessions.get(name);
    if (known !== undefined) return known;
    const seen = endings;
    const found = await findSession(store, origin, hmac);
    return found === undefined ? null : keep(name, origin, found, seen);
  }

  /** `seen`: how many endings there had been when it was asked for. */
  function keep(name: string, origin: string, found: Session, seen: number): Known {
    const kept = { origin, holder: found.holder, actor: actorOf(found), key: found.key };
    if (seen !== endings) return kept;
    if (sessions.size >= SESSIONS_KEPT) sessions.delete(sessions.keys().next().value as string);
    sessions.set(name, kept);
    return kept;
  }

  return {
    async signIn(origin, card, token, phoneKey) {
      const hmac = cards.hmacOf(origin, card);
      if (hmac === null || !TOKEN.test(token)) return { ok: false, reason: 'malformed' };
      const bearer = tokenMac(origin, token);
      const seen = endings;
      const found = await signIns.exchange(origin, { card: hmac, token: bearer, key: phoneKey });
      if (typeof found === 'string') return { ok: false, reason: found };
      const { actor } = keep(bearer.toString('base64'), origin, found, seen);
      return { ok: true, origin, actor };
    },
    async authenticate(bearer, origin) {
      if (bearer === undefined) return { kind: 'anyone' };
      if (sameText(bearer, tools.operatorToken)) return { kind: 'operator' };
      return TOKEN.test(bearer) ? ((await session(bearer, origin))?.actor ?? null) : null;
    },
    known(bearer, origin) {
      if (!TOKEN.test(bearer)) return null;
      return sessions.get(tokenMac(origin, bearer).toString('base64'))?.actor ?? null;
    },
    async keyOf(bearer, origin) {
      if (bearer === undefined || !TOKEN.test(bearer)) return null;
      return (await session(bearer, origin))?.key ?? null;
    },
    ended(origin, holders) {
      if (holders.length === 0) return;
      endings++;
      const gone = new Set(holders);
      for (const [name, kept] of sessions)
        if (familyOf(kept.origin) === familyOf(origin) && gone.has(kept.holder)) sessions.delete(name);
    },
    doubtful(origin) {
      endings++;
      for (const [name, kept] of sessions) if (familyOf(kept.origin) === familyOf(origin)) sessions.delete(name);
    },
  };
}

function actorOf({ holder, person }: Session): Actor {
  const slip = parseSlipName(holder);
  if (slip !== null) return { kind: 'slip', ...slip };
  const at = holder.lastIndexOf('#');
  if (at < 0) return { kind: 'member', member: holder };
  return { kind: 'seat', below: holder.slice(0, at), seat: Number(holder.slice(at + 1)), holder: person };
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
