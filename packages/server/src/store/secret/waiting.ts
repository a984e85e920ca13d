import { placeOf } from '../cipher.ts';
import type { Store } from '../open-store.ts';

/** A ballot that is on disk and not on the board yet. */
export interface WaitingBallot {
  /** Tells ballots apart and nothing about them: whoever has the disk cannot look for one from the board. */
  readonly id: Buffer;
  /** How many of the same credential wait before it. */
  readonly nth: number;
  readonly ballot: string;
}

/** All rows are equally long, so that none can be told by its length after it was published. */
const STEP = 4_096;

const placeOfWaiting = (election: string, id: Uint8Array): string =>
  placeOf('waiting_ballots', election, Buffer.from(id).toString('base64'));

const padded = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc(STEP - (bytes.length % STEP))]);
};

const unpadded = (bytes: Buffer): string => bytes.subarray(0, bytes.indexOf(0)).toString('utf8');

/** False where it waited before. On disk when it returns. */
export async function addWaiting(store: Store, election: string, waiting: WaitingBallot): Promise<boolean> {
  const { id, nth, ballot } = waiting;
  const { rowCount } = await store.writes.query({
    name: 'add waiting ballot',
    text: 'insert into waiting_ballots (election, id, nth, ballot) values ($1, $2, $3, $4) on conflict do nothing',
    values: [election, id, nth, store.cipher.seal(placeOfWaiting(election, id), padded(ballot))],
  });
  return rowCount === 1;
}

/** In the order of their meaningless ids. */
export async function readWaiting(store: Store, election: string): Promise<readonly WaitingBallot[]> {
  const rows = await store.db
    .selectFrom('waiting_ballots')
    .select(['id', 'nth', 'ballot'])
    .where('election', '=', election)
    .orderBy('id')
    .execute();
  return rows.map(({ id, nth, ballot }) => ({
    id,
    nth,
    ballot: unpadded(store.cipher.open(placeOfWaiting(election, id), ballot)),
  }));
}
