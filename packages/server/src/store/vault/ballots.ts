import type { Ballot } from '@cabildo/core';
import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';

/** A ballot with the salt of its commitment (base64). Deleting the row makes the commitment say nothing for ever. */
export interface SaltedBallot extends Ballot {
  readonly salt: string;
}

export interface BallotKey {
  readonly vote: number;
  readonly voter: string;
  readonly holder: string;
}

const placeOfBallot = (origin: string, key: BallotKey): string =>
  placeOf('ballots', origin, key.vote, key.voter, key.holder);

export function ballotRow(cipher: Cipher, origin: string, vote: number, ballot: SaltedBallot): Row {
  const { voter, holder, ...secret } = ballot;
  return [
    origin,
    vote,
    voter,
    holder,
    cipher.seal(placeOfBallot(origin, { vote, voter, holder }), JSON.stringify(secret)),
  ];
}

const opened = (cipher: Cipher, origin: string, key: BallotKey, sealed: Buffer): SaltedBallot => ({
  voter: key.voter,
  holder: key.holder,
  ...(JSON.parse(cipher.open(placeOfBallot(origin, key), sealed).toString('utf8')) as Omit<
    SaltedBallot,
    'voter' | 'holder'
  >),
});

/** In the order in which they were cast. */
export async function readBallots(store: Store, origin: string, vote: number): Promise<SaltedBallot[]> {
  const rows = await store.db
    .selectFrom('ballots')
    .selectAll()
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .orderBy('number')
    .execute();
  return rows.map((row) => opened(store.cipher, origin, row, row.ballot));
}

/** Of those asked for, those that exist. */
export async function findBallots(
  store: Store,
  origin: string,
  asked: readonly BallotKey[],
): Promise<(BallotKey & { ballot: SaltedBallot })[]> {
  const { rows } = await store.reads.query<BallotKey & { ballot: Buffer }>({
    name: 'find ballots',
    text: `select b.vote, b.voter, b.holder, b.ballot
      from unnest($2::bigint[], $3::text[], $4::text[]) as a (vote, voter, holder)
      join ballots b on b.origin = $1 and b.vote = a.vote and b.voter = a.voter and b.holder = a.holder`,
    values: [origin, asked.map(({ vote }) => vote), asked.map(({ voter }) => voter), asked.map(({ holder }) => holder)],
  });
  return rows.map(({ vote, voter, holder, ballot }) => {
    const key = { vote, voter, holder };
    return { ...key, ballot: opened(store.cipher, origin, key, ballot) };
  });
}

/** How many ballots lie there, or under whose names: what was chosen is not looked at. */
export async function countBallots(store: Store, origin: string, vote: number): Promise<number> {
  const { count } = await store.db
    .selectFrom('ballots')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const votersIn = (store: Store, origin: string, vote: number): Promise<{ voter: string; holder: string }[]> =>
  store.db
    .selectFrom('ballots')
    .select(['voter', 'holder'])
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .execute();

/** In which votes a person has a ballot. */
export const votesOf = (store: Store, origin: string, voter: string, holder: string): Promise<{ vote: number }[]> =>
  store.db
    .selectFrom('ballots')
    .select('vote')
    .where('origin', '=', origin)
    .where('voter', '=', voter)
    .where('holder', '=', holder)
    .orderBy('vote')
    .execute();
