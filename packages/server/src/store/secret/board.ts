import type { Transaction } from 'kysely';
import type { Store } from '../open-store.ts';
import type { BoardPiecesTable, Tables } from '../schema.ts';
import type { SecretFile } from './files.ts';

/** What was appended to an archive at once. */
export type BoardPiece = Omit<BoardPiecesTable, 'election'>;

export type PieceAbout = Omit<BoardPiece, 'content'> & { readonly length: number };

export interface BoardBallot {
  readonly place: number;
  readonly hash: Buffer;
  /** SHA-256 of the public credential. */
  readonly credential: Buffer;
}

export interface Publication {
  readonly election: string;
  readonly piece: BoardPiece;
  readonly ballots?: readonly BoardBallot[];
  /** What waits no longer. */
  readonly published?: readonly Uint8Array[];
  /** Columns of the election that say more with it. */
  readonly says?: { readonly setup?: string; readonly tally?: string; readonly result?: string };
  /** Of an archive that begins: its parts, and whatever was there before goes. */
  readonly parts?: readonly SecretFile[];
}

/** All of it or nothing: a batch is on the board as a whole, and then nothing of it waits any more. */
export async function publish(store: Store, publication: Publication): Promise<void> {
  const { election, piece, ballots = [], published = [], says = {}, parts } = publication;
  await store.db.transaction().execute(async (tx) => {
    if (parts !== undefined) await begin(tx, election, parts);
    await tx
      .insertInto('board_pieces')
      .values({ election, ...piece })
      .execute();
    if (ballots.length > 0)
      await tx
        .insertInto('board_ballots')
        .values(ballots.map((ballot) => ({ election, ...ballot })))
        .execute();
    if (published.length > 0)
      await tx
        .deleteFrom('waiting_ballots')
        .where('election', '=', election)
        .where(
          'id',
          'in',
          published.map((id) => Buffer.from(id)),
        )
        .execute();
    if (Object.keys(says).length > 0)
      await tx.updateTable('secret_elections').set(says).where('election', '=', election).execute();
  });
}

async function begin(tx: Transaction<Tables>, election: string, parts: readonly SecretFile[]): Promise<void> {
  const kinds = parts.map(({ kind }) => kind);
  await tx.deleteFrom('board_pieces').where('election', '=', election).execute();
  await tx.deleteFrom('secret_files').where('election', '=', election).where('kind', 'in', kinds).execute();
  await tx
    .insertInto('secret_files')
    .values([...parts])
    .execute();
}

const about = ['number', 'start', 'head', 'height', 'ballots', 'kind'] as const;

/** Every piece, without what is in it. */
export async function readPieces(store: Store, election: string): Promise<readonly PieceAbout[]> {
  return store.db
    .selectFrom('board_pieces')
    .select([...about, (eb) => eb.fn<number>('length', ['content']).as('length')])
    .where('election', '=', election)
    .orderBy('number')
    .execute();
}

export async function lastPiece(store: Store, election: string): Promise<PieceAbout | undefined> {
  return store.db
    .selectFrom('board_pieces')
    .select([...about, (eb) => eb.fn<number>('length', ['content']).as('length')])
    .where('election', '=', election)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function readPiece(store: Store, election: string, number: number): Promise<Buffer | undefined> {
  const row = await store.db
    .selectFrom('board_pieces')
    .select('content')
    .where('election', '=', election)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.content;
}

/** Hashes of the ballots in the board’s order. */
export async function boardHashes(store: Store, election: string): Promise<readonly Buffer[]> {
  const rows = await store.db
    .selectFrom('board_ballots')
    .select('hash')
    .where('election', '=', election)
    .orderBy('place')
    .execute();
  return rows.map(({ hash }) => hash);
}

export async function isOnBoard(store: Store, election: string, hash: Uint8Array): Promise<boolean> {
  const row = await store.db
    .selectFrom('board_ballots')
    .select('place')
    .where('election', '=', election)
    .where('hash', '=', Buffer.from(hash))
    .executeTakeFirst();
  return row !== undefined;
}

/** How many ballots of that credential are on the board. */
export async function countOnBoard(store: Store, election: string, credential: Uint8Array): Promise<number> {
  const row = await store.db
    .selectFrom('board_ballots')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('election', '=', election)
    .where('credential', '=', Buffer.from(credential))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
