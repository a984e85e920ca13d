// A book as an assembly writes it over years: sitting after sitting, decided by the real rules, minutes sealed by two
// officers (one seal in about fifty acts), with real hashes and signatures.
import { createHash } from 'node:crypto';
import { formatVkey, rootOf, type SealCheck, signCheckpoint, verifierKey } from '@cabildo/book';
import { nodeCrypto, signerFromSeed, writeBookFile, writeTiles } from '@cabildo/book/node';
import {
  convene,
  countHands,
  foundBase,
  hallOf,
  open,
  openVote,
  prove,
  seal,
  statuteWith,
  table,
} from '../packages/core/test/federation/assembly.ts';
import type { Book } from '../packages/core/test/federation/book.ts';
import { Federation, indexOf } from '../packages/core/test/federation/federation.ts';
import { LeafWriter } from './leaves.ts';

export interface LargeBook {
  readonly origin: string;
  readonly vkey: string;
  readonly entries: readonly Uint8Array[];
  /** Every seal's signatures, for the bare comparison. */
  readonly checks: readonly SealCheck[];
  readonly seals: number;
}

const PEOPLE = 40;
const MOTIONS = 9;

export function makeLargeBook(size: number): LargeBook {
  const fed = new Federation();
  const statute = statuteWith({ notice: { hours: 1 }, roll: { waitingDays: 0 } });
  const neighbours = ['villa-tunari', 'ballivian'].map((name) => foundBase(fed, name, 4, statute));
  const base = foundBase(fed, 'villa-ingenio', PEOPLE, statute);
  prove(fed, base, neighbours);
  const hall = hallOf(base);
  const book = fed.book(base.origin);
  while (book.acts.length < size) {
    const sitting = convene(fed, hall, { inHours: 1 });
    open(fed, hall, sitting, PEOPLE);
    for (let n = 0; n < MOTIONS; n++) {
      const motion = table(fed, hall, sitting, { matter: 'ordinary', title: `Moción ${n}` });
      const vote = openVote(fed, hall, motion, 'hands');
      countHands(fed, hall, vote, { yes: PEOPLE - n, no: n });
      fed.must(base.origin, hall.chair, 'CloseVote', { vote });
    }
    fed.must(base.origin, hall.chair, 'CloseSitting', { sitting });
    const minutes = fed.must(base.origin, base.secretary, 'ApproveMinutes', { sitting, text: 'Acta aprobada' });
    seal(fed, base, indexOf(minutes, 'MinutesApproved'));
    // What tellers entered has been counted; the test vault looks it up by filtering lists.
    for (const list of [book.vault.blocks, book.vault.presence, book.vault.signatures]) list.length = 0;
  }
  return encoded(book, size);
}

function encoded(book: Book, size: number): LargeBook {
  const writer = new LeafWriter(book.origin);
  for (const act of book.acts.slice(0, size)) writer.write(act);
  const { entries, checks, seals } = writer;
  const key = verifierKey(book.origin, 1, logKey.publicKey, nodeCrypto);
  return { origin: book.origin, vkey: formatVkey(key), entries, checks, seals };
}

const logKey = signerFromSeed(createHash('sha256').update('log').digest());

export async function writeLargeBook(book: LargeBook, directory: string): Promise<void> {
  const { origin, vkey, entries } = book;
  const range = await writeTiles(directory, entries, nodeCrypto);
  const head = { origin, size: entries.length, root: rootOf(range, nodeCrypto) };
  await writeBookFile(directory, 'key.txt', `${vkey}\n`);
  await writeBookFile(directory, 'checkpoint', signCheckpoint(head, logKey, origin, nodeCrypto));
}
