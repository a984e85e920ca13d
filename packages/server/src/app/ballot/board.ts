import { randomInt } from 'node:crypto';
import { type Head, writeArchive } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import type { Store } from '../../store/open-store.ts';
import { boardHashes, lastPiece, type PieceAbout, publish, readPiece, readPieces } from '../../store/secret/board.ts';
import { electionsOf } from '../../store/secret/elections.ts';
import type { WaitingBallot } from '../../store/secret/waiting.ts';
import { sha256 } from './elections.ts';
import type { BoardFile, SetUp } from './secret-votes.ts';
import { shuffled } from './shuffled.ts';

export interface BoardStanding {
  readonly head: Head;
  /** Bytes of the archive. */
  readonly length: number;
  readonly ballots: number;
  readonly kind: PieceAbout['kind'];
  /** Of the piece that comes next. */
  readonly next: number;
}

export async function standingOf(store: Store, election: string): Promise<BoardStanding | null> {
  const last = await lastPiece(store, election);
  if (last === undefined) return null;
  const { head, height, start, length, ballots, kind, number } = last;
  return { head: { hash: head, height }, length: start + length, ballots, kind, next: number + 1 };
}

export interface Uncounted extends WaitingBallot {
  /** The public credential. */
  readonly credential: string;
}

/** Puts everything that waits on the board, in an order that says nothing of when it came. */
export async function publishWaiting(
  store: Store,
  { election, time }: { readonly election: string; readonly time: number },
  waiting: readonly Uncounted[],
): Promise<BoardStanding | null> {
  const before = await standingOf(store, election);
  if (before === null || waiting.length === 0) return before;
  const pieces: Uint8Array[] = [];
  const writer = writeArchive({ machine: nodeMachine, time, write: (bytes) => pieces.push(bytes) }, before.head);
  const order = shuffled(waiting, randomInt);
  for (const { ballot } of order) writer.cast(ballot);
  const content = Buffer.concat(pieces);
  const head = writer.head() ?? before.head;
  const ballots = before.ballots + order.length;
  await publish(store, {
    election,
    piece: {
      number: before.next,
      start: before.length,
      head: head.hash,
      height: head.height,
      ballots,
      kind: 'ballots',
      content,
    },
    ballots: order.map(({ ballot, credential }, at) => ({
      place: before.ballots + at,
      hash: sha256(ballot),
      credential: sha256(credential),
    })),
    published: order.map(({ id }) => id),
  });
  return { head, length: before.length + content.length, ballots, kind: 'ballots', next: before.next + 1 };
}

/** The archive as it is now; it may grow while it is read, and what is read does not. */
export async function boardFile(store: Store, election: string): Promise<BoardFile | null> {
  const all = await readPieces(store, election);
  const last = all.at(-1);
  if (last === undefined) return null;
  return {
    length: last.start + last.length,
    head: last.head,
    async *pieces() {
      for (const { number } of all) {
        const content = await readPiece(store, election, number);
        if (content === undefined) throw new Error('a board that lost a piece');
        yield content;
      }
    },
  };
}

export async function wholeArchive(store: Store, election: string): Promise<Uint8Array> {
  const file = await boardFile(store, election);
  const pieces: Buffer[] = [];
  if (file !== null) for await (const piece of file.pieces()) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Archives that are whole, of votes whose result is in the book: what is handed over with a body. */
export async function* finishedArchives(
  store: Store,
  origin: string,
  isInBook: (election: string) => boolean,
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array }> {
  for (const { election, setup, result } of await electionsOf(store, origin)) {
    if (setup === null || result === null || !isInBook((JSON.parse(setup) as SetUp).election)) continue;
    yield { name: `${election}.bel`, bytes: await wholeArchive(store, election) };
  }
}

/** Standard base64 without padding, as Belenios writes them. */
export const trackerOf = (hash: Uint8Array): string => Buffer.from(hash).toString('base64').replace(/=+$/, '');

export const trackersOf = async (store: Store, election: string): Promise<readonly string[]> =>
  (await boardHashes(store, election)).map(trackerOf);
