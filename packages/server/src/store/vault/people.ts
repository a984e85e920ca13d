import { sql } from 'kysely';
import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';

const placeOfMember = (origin: string, member: string): string => placeOf('members', origin, member);

export const memberRow = (cipher: Cipher, origin: string, member: string, name: string, at: string): Row => [
  origin,
  member,
  cipher.seal(placeOfMember(origin, member), name),
  at,
];

export interface EnrolledMember {
  readonly member: string;
  readonly enrolledAt: string;
}

export const readRoll = (store: Store, origin: string): Promise<EnrolledMember[]> =>
  store.db
    .selectFrom('members')
    .select(['member', 'enrolled_at as enrolledAt'])
    .where('origin', '=', origin)
    .orderBy('member')
    .execute();

/** The roll with names, for its officers. */
export async function readNames(store: Store, origin: string): Promise<(EnrolledMember & { name: string })[]> {
  const rows = await store.db
    .selectFrom('members')
    .selectAll()
    .where('origin', '=', origin)
    .orderBy('member')
    .execute();
  return rows.map((row) => ({
    member: row.member,
    enrolledAt: row.enrolled_at,
    name: store.cipher.open(placeOfMember(origin, row.member), row.name).toString('utf8'),
  }));
}

export interface Session {
  readonly holder: string;
  readonly person: string;
  /** The phone's public key. */
  readonly key: string | null;
}

/** What a phone brings to its sign-in: the HMAC of its token, and its public key. */
export interface PhoneAtDoor {
  readonly token: Uint8Array;
  readonly key: string | null;
}

/**
 * Exchanges a card for a session: the first token wins, and wins again if its answer was lost; the first key stays. One
 * statement, so that a thousand people can do it at the same moment.
 */
export async function exchangeCard(
  store: Store,
  origin: string,
  card: Uint8Array,
  { token, key }: PhoneAtDoor,
  at: string,
): Promise<Session | undefined> {
  const { rows } = await sql<Session>`
    with exchanged as (
      update cards set used_by = ${token}
      where card = ${card} and origin = ${origin} and not void and (used_by is null or used_by = ${token})
        and not exists (
          select from sessions
          where token = ${token} and (sessions.holder, sessions.person) <> (cards.holder, cards.person)
        )
      returning holder, person
    )
    insert into sessions (token, origin, holder, person, since, key)
    select ${token}, ${origin}, holder, person, ${at}, ${key} from exchanged
    on conflict (token) do update set since = sessions.since
    returning holder, person, key`.execute(store.db);
  return rows[0];
}

/** Whether such a card was ever made: tells "used or replaced" from "unknown". */
export async function cardExists(store: Store, origin: string, card: Uint8Array): Promise<boolean> {
  const row = await store.db
    .selectFrom('cards')
    .select('origin')
    .where('card', '=', Buffer.from(card))
    .where('origin', '=', origin)
    .executeTakeFirst();
  return row !== undefined;
}

export const findSession = (store: Store, origin: string, token: Uint8Array): Promise<Session | undefined> =>
  store.db
    .selectFrom('sessions')
    .select(['holder', 'person', 'key'])
    .where('token', '=', Buffer.from(token))
    .where('origin', '=', origin)
    .executeTakeFirst();

/** Whether a phone has signed in with the newest card of that member or seat: then the card is used up. */
export async function hasSession(store: Store, origin: string, holder: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('sessions')
    .select('origin')
    .where('origin', '=', origin)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose card this is, if it is still good: for those at the door, who scan it without using it up. */
export const holderOfCard = (store: Store, origin: string, card: Uint8Array): Promise<string | undefined> =>
  store.db
    .selectFrom('cards')
    .select('holder')
    .where('card', '=', Buffer.from(card))
    .where('origin', '=', origin)
    .where('void', '=', false)
    .executeTakeFirst()
    .then((row) => row?.holder);

/** Of these seats those in whose name a phone is signed in. */
export async function seatsWithSession(
  store: Store,
  origin: string,
  seats: readonly string[],
): Promise<readonly string[]> {
  if (seats.length === 0) return [];
  const rows = await store.db
    .selectFrom('sessions')
    .select('holder')
    .distinct()
    .where('origin', '=', origin)
    .where('holder', 'in', seats)
    .execute();
  return rows.map(({ holder }) => holder);
}
