/** What the verification of a credential has opened so far: heads of books, and acts proven to be in them. */
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { type Credential, type ProvenAct, readHashes } from './credential.ts';
import type { ProvenLeaf } from './credential-seal.ts';
import type { Crypto } from './crypto.ts';
import { utf8Encode } from './encoding.ts';
import { decodeLeaf } from './leaf.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import { parseTime } from './time.ts';
import type { VerifierKey } from './vkey.ts';

export type Check = (name: string, ok: boolean, detail: string) => boolean;

export interface OpenBook {
  readonly key: VerifierKey;
  readonly checkpoint: Checkpoint;
}

export interface Session {
  readonly credential: Credential;
  readonly crypto: Crypto;
  /** Seconds since 1970. */
  readonly now: number;
  readonly check: Check;
  readonly books: Map<string, OpenBook>;
  /** The time of the last act shown of each book. */
  readonly latest: Map<string, { index: number; time: number }>;
  readonly caveats: string[];
}

/** Opens the head of a book in the file with its key, and remembers it. */
export function openBook(session: Session, origin: string, key: VerifierKey): OpenBook | undefined {
  const { books } = session.credential;
  const note = Object.hasOwn(books, origin) ? books[origin]?.checkpoint : undefined;
  const opened = note === undefined ? undefined : openCheckpoint(note, key, session.crypto, { origin });
  const reason = opened === undefined ? 'there is none' : opened.ok ? '' : opened.reason;
  const detail = `The head of ${origin} is signed by its key${reason && ` (${reason})`}.`;
  if (!session.check(`book:${origin}`, opened?.ok === true, detail) || !opened?.ok) return undefined;
  const book = { key, checkpoint: opened.checkpoint };
  session.books.set(origin, book);
  return book;
}

/** The leaf, if the act is proven to be in its book and is of that type. */
export function openAct(
  session: Session,
  name: string,
  act: ProvenAct,
  type: string,
  book: string,
): ProvenLeaf | undefined {
  const { crypto, check } = session;
  const detail = `Act ${act.index} of ${book} is ${type} and is in the book`;
  const head = session.books.get(book);
  const entry = utf8Encode(act.leaf);
  const hash = leafHash(entry, crypto);
  const decoded = decodeLeaf(entry);
  const hashes = readHashes(act.proof);
  let reason = '';
  if (act.book !== book) reason = 'it is of another book';
  else if (head === undefined) reason = 'the book has no head here';
  else if (!decoded.ok) reason = `it is malformed: ${decoded.reason}`;
  else if (decoded.leaf.act !== type) reason = `it is ${decoded.leaf.act}`;
  else if (decoded.leaf.book !== book || decoded.leaf.index !== act.index) reason = 'it names another place';
  else if (!hashes || !verifyInclusion(act.index, head.checkpoint.size, hash, hashes, head.checkpoint.root, crypto)) {
    reason = 'the proof does not lead to the head';
  }
  if (!check(name, reason === '', `${detail}${reason && ` (no: ${reason})`}.`) || !decoded.ok) return undefined;
  const time = parseTime(decoded.leaf.at) as number;
  const before = session.latest.get(book);
  if (before === undefined || before.index < act.index) session.latest.set(book, { index: act.index, time });
  return { leaf: decoded.leaf, hash };
}
