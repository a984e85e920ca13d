import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';

const placeOfMember = (origin: string, member: string): string => placeOf('members', origin, member);

export const memberRow = (
  cipher: Cipher,
  origin: string,
  { member, name, enrolledAt, household }: EnrolledMember & { readonly name: string },
): Row => [origin, member, cipher.seal(placeOfMember(origin, member), name), enrolledAt, household];

export interface EnrolledMember {
  readonly member: string;
  readonly enrolledAt: string;
  /** Whoever of the household was enrolled first; null, of one who was enrolled with nobody. */
  readonly household: string | null;
}

export const readRoll = (store: Store, origin: string): Promise<EnrolledMember[]> =>
  store.db
    .selectFrom('members')
    .select(['member', 'enrolled_at as enrolledAt', 'household'])
    .where('origin', '=', origin)
    .orderBy('member')
    .execute();

/** Of these people those who are on the roll. */
export async function findMembers(
  store: Store,
  origin: string,
  members: readonly string[],
): Promise<readonly EnrolledMember[]> {
  const { rows } = await store.reads.query<EnrolledMember>({
    name: 'find members',
    text: `select member, enrolled_at as "enrolledAt", household from members where origin = $1 and member = any($2::text[])`,
    values: [origin, members],
  });
  return rows;
}

/** What these people are called, of those who are on the roll. */
export async function namesOf(
  store: Store,
  origin: string,
  members: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await store.reads.query<{ member: string; name: Buffer }>({
    name: 'names of members',
    text: 'select member, name from members where origin = $1 and member = any($2::text[])',
    values: [origin, members],
  });
  return new Map(rows.map(({ member, name }) => [member, nameIn(store, origin, member, name)]));
}

const nameIn = ({ cipher }: Store, origin: string, member: string, sealed: Uint8Array): string =>
  cipher.open(placeOfMember(origin, member), sealed).toString('utf8');

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
    household: row.household,
    name: nameIn(store, origin, row.member, row.name),
  }));
}

export interface Session {
  readonly holder: string;
  readonly person: string;
  /** The phone's public key. */
  readonly key: string | null;
}

/** What a phone brings to its sign-in: the HMACs of card and token, and its public key. */
export interface SignIn {
  readonly card: Uint8Array;
  readonly token: Uint8Array;
  readonly key: string | null;
}

/**
 * Exchanges cards for sessions: the first token wins, and wins again if its answer was lost; the first key stays. One
 * statement and one commit for all who come at the same moment; in it no card and no token twice. In the order asked; what
 * is undefined was not exchanged.
 */
export async function exchangeCards(
  store: Store,
  origin: string,
  asked: readonly SignIn[],
  at: string,
): Promise<readonly (Session | undefined)[]> {
  const { rows } = await store.writes.query<Session & { number: number }>({
    name: 'exchange cards',
    // Cards are locked in one order, here and where new ones void them (`append.ts`): so neither waits for the other in turn.
    text: `with asked as (
        select * from unnest($2::bytea[], $3::bytea[], $4::text[]) with ordinality as a (card, token, key, number)
      ), held as materialized (
        select c.card from cards c where c.origin = $1 and c.card = any($2::bytea[]) order by c.card for update
      ), exchanged as (
        update cards c set used_by = a.token from asked a
        where c.card = a.card and c.card in (select card from held) and c.origin = $1 and not c.void
          and (c.used_by is null or c.used_by = a.token)
          and not exists (
            select from sessions s where s.token = a.token and (s.holder, s.person) <> (c.holder, c.person)
          )
        returning a.number, a.token, a.key, c.holder, c.person
      ), opened as (
        insert into sessions (token, origin, holder, person, since, key)
        select token, $1, holder, person, $5, key from exchanged order by token
        on conflict (token) do update set since = sessions.since
        returning token, holder, person, key
      )
      select e.number::integer as number, o.holder, o.person, o.key from opened o join exchanged e on e.token = o.token`,
    values: [
      origin,
      asked.map(({ card }) => Buffer.from(card)),
      asked.map(({ token }) => Buffer.from(token)),
      asked.map(({ key }) => key),
      at,
    ],
  });
  const found: (Session | undefined)[] = asked.map(() => undefined);
  for (const { number, ...session } of rows) found[number - 1] = session;
  return found;
}

/** Which of these cards were ever made, in the order asked: tells "used or replaced" from "unknown". */
export async function cardsExist(
  store: Store,
  origin: string,
  cards: readonly Uint8Array[],
): Promise<readonly boolean[]> {
  const { rows } = await store.reads.query<{ card: Buffer }>({
    name: 'cards exist',
    text: 'select card from cards where origin = $1 and card = any($2::bytea[])',
    values: [origin, cards.map((card) => Buffer.from(card))],
  });
  const known = new Set(rows.map(({ card }) => card.toString('base64')));
  return cards.map((card) => known.has(Buffer.from(card).toString('base64')));
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
