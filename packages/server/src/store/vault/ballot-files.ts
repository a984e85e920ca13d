import type { BallotFileEntry } from '@cabildo/core';
import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';

type Key = Pick<BallotFileEntry, 'contest' | 'round' | 'teller'>;

const place = (origin: string, vote: number, { contest, round, teller }: Key): string =>
  placeOf('ballot_files', origin, vote, contest, round, teller);

export function ballotFileRow(cipher: Cipher, origin: string, vote: number, entry: BallotFileEntry): Row {
  const { contest, round, teller, ...typed } = entry;
  return [origin, vote, contest, round, teller, cipher.seal(place(origin, vote, entry), JSON.stringify(typed))];
}

/** Of all contests and rounds of a vote. */
export async function readBallotFiles(store: Store, origin: string, vote: number): Promise<BallotFileEntry[]> {
  const rows = await store.db
    .selectFrom('ballot_files')
    .selectAll()
    .where('origin', '=', origin)
    .where('vote', '=', vote)
    .orderBy('contest')
    .orderBy('round')
    .orderBy('teller')
    .execute();
  return rows.map(({ contest, round, teller, entry }) => {
    const opened = store.cipher.open(place(origin, vote, { contest, round, teller }), entry);
    const typed = JSON.parse(opened.toString('utf8')) as Omit<BallotFileEntry, keyof Key>;
    return { contest, round, teller, ...typed };
  });
}
