/** Books, keys and files for the tests: made naively on purpose, so that they check the code and do not repeat it. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCrypto, signerFromSeed } from '../node/crypto.ts';
import {
  type BookReader,
  base64Encode,
  type Citation,
  type Crypto,
  commitTo,
  encodeDisclosureFile,
  encodeLeaf,
  formatTime,
  formatVkey,
  type Json,
  type Leaf,
  leafHash,
  type Signer,
  signCheckpoint,
  signSeal,
  verifierKey,
} from '../src/index.ts';

export const crypto = nodeCrypto;

/** For tests that verify the same few signatures in thousands of audits. */
export function rememberingCrypto(): Crypto {
  const known = new Map<string, boolean>();
  const verifyEd25519: Crypto['verifyEd25519'] = (...parts) => {
    const name = parts.map((part) => Buffer.from(part).toString('latin1')).join('|');
    const result = known.get(name) ?? nodeCrypto.verifyEd25519(...parts);
    known.set(name, result);
    return result;
  };
  return { ...nodeCrypto, verifyEd25519 };
}

/** Where shared data lie, or undefined. */
export function sharedData(path: string): string | undefined {
  const full = join(import.meta.dirname, '../../../../shared/data', path);
  return existsSync(full) ? full : undefined;
}

export const skipWithout = (path: string) =>
  sharedData(path) === undefined ? `../shared/data/${path} is not here` : false;

/** A key made from a word. */
export function signer(word: string): Signer {
  return signerFromSeed(createHash('sha256').update(word).digest());
}

export function bytesOf(word: string, length: number): Uint8Array {
  return new Uint8Array(createHash('shake256', { outputLength: length }).update(word).digest());
}

/** RFC 6962, MTH, word for word. */
export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const sha = (...parts: (Uint8Array | number[])[]) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(Uint8Array.from(part));
    return new Uint8Array(hash.digest());
  };
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha([1], naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

export interface TestBook {
  readonly origin: string;
  readonly signer: Signer;
  readonly vkey: string;
  readonly entries: Uint8Array[];
  readonly leaves: Leaf[];
  readonly hashes: Uint8Array[];
  readonly files: Map<string, Uint8Array>;
}

export function emptyBook(origin: string): TestBook {
  const key = signer(`log ${origin}`);
  const vkey = formatVkey(verifierKey(origin, 1, key.publicKey, crypto));
  return { origin, signer: key, vkey, entries: [], leaves: [], hashes: [], files: new Map() };
}

const START = 1_118_239_200; // 2005-06-08T14:00:00Z

export interface ActOptions {
  readonly at?: string;
  readonly cites?: readonly Citation[];
  readonly disclose?: { readonly [slot: string]: Json };
}

/** Appends an act; returns its index. */
export function append(book: TestBook, act: string, data: { [name: string]: Json }, options: ActOptions = {}): number {
  const index = book.entries.length;
  const commits: { [slot: string]: string } = {};
  const slots: { [slot: string]: { salt: string; disclosure: Json } } = {};
  for (const [slot, disclosure] of Object.entries(options.disclose ?? {})) {
    const salt = bytesOf(`salt ${book.origin} ${index} ${slot}`, 32);
    commits[slot] = commitTo({ origin: book.origin, index, slot }, salt, disclosure, crypto);
    slots[slot] = { salt: base64Encode(salt), disclosure };
  }
  const leaf: Leaf = {
    act,
    at: options.at ?? formatTime(START + 60 * index),
    blind: base64Encode(bytesOf(`blind ${book.origin} ${index}`, 16)),
    book: book.origin,
    by: { article: 'sittings', office: 'presidium' },
    cites: options.cites ?? [],
    commits,
    data,
    format: 'cabildo/1',
    index,
    rules: 1,
    v: 1,
  };
  push(book, encodeLeaf(leaf));
  book.leaves[index] = leaf;
  if (options.disclose) book.files.set(`disclosures/${index}.json`, encodeDisclosureFile({ index, slots }));
  return index;
}

/** Appends any bytes. */
export function push(book: TestBook, entry: Uint8Array): void {
  book.hashes.push(leafHash(entry, crypto));
  book.entries.push(entry);
}

export function attach(book: TestBook, content: string): { sha256: string; bytes: number; mediaType: string } {
  const bytes = new TextEncoder().encode(content);
  const hash = createHash('sha256').update(bytes).digest();
  book.files.set(`attachments/${hash.toString('hex')}`, bytes);
  return { sha256: hash.toString('base64'), bytes: bytes.length, mediaType: 'text/plain' };
}

export function officerData(...officers: readonly { office: string; signer: Signer }[]): Json[] {
  return officers.map(({ office, signer }) => ({
    office,
    holder: `m-${office.padEnd(16, '0').slice(0, 16)}`,
    key: base64Encode(signer.publicKey),
  }));
}

export function seal(
  book: TestBook,
  index: number,
  officers: number,
  ...by: readonly { office: string; signer: Signer }[]
): number {
  const hash = book.hashes[index]!;
  return append(book, 'ActSealed', {
    index,
    leaf: base64Encode(hash),
    officers,
    signatures: by.map(({ office, signer }) => ({ ...signSeal(book.origin, index, hash, office, signer) })),
  });
}

export const PRESIDENT = { office: 'presidium', signer: signer('president') };
export const SECRETARY = { office: 'secretary', signer: signer('secretary') };
export const CONVENER = { office: 'convener', signer: signer('convener') };

/** A book in which everything occurs that an audit looks at, filled up to `size` acts. */
export function sampleBook(size = 24, origin = 'el-alto.example/villa-ingenio'): TestBook {
  const book = emptyBook(origin);
  found(book, 'base');
  append(book, 'SittingConvened', { place: 'plaza' }, { disclose: { agenda: ['one', 'two'], note: 'ñandú' } });
  const election = append(book, 'DelegatesElected', {
    to: 'el-alto.example/district-5',
    from: '2005-06-08T00:00:00Z',
    until: '2006-06-08T00:00:00Z',
    seats: [{ seat: 1, holder: 'm-0000000000000001', alternate: 'm-0000000000000002' }],
  });
  seal(book, election, 1, PRESIDENT, SECRETARY);
  append(book, 'MotionTabled', { text: attach(book, 'That the gas be nationalised.') });
  append(book, 'MotionTabled', { title: 'x' }, { disclose: { mover: { name: 'nobody' } } });
  const withdrawn = book.entries.length - 1;
  append(book, 'ErasureRecorded', { index: withdrawn, slot: 'mover' });
  book.files.delete(`disclosures/${withdrawn}.json`);
  append(
    book,
    'AnswerReceived',
    { yes: 31 },
    {
      cites: [
        {
          book: 'el-alto.example/district-5',
          index: 3,
          leaf: base64Encode(bytesOf('leaf', 32)),
          size: 9,
          root: base64Encode(bytesOf('root', 32)),
        },
      ],
    },
  );
  while (book.entries.length < size)
    append(book, 'VoteClosed', { yes: book.entries.length, no: 1.5, text: '€ "q" \\ \u0001' });
  return book;
}

/** Founding, officers, and the convener's seal on them: the next three acts, 0 to 2 of a book that goes on from no other. */
export function found(book: TestBook, kind: string): void {
  const [convener] = officerData(CONVENER) as [{ holder: string; key: string }];
  const founded = append(book, 'BodyFounded', { kind, convener: { holder: convener.holder, key: convener.key } });
  append(book, 'OfficersElected', { officers: officerData(PRESIDENT, SECRETARY), signaturesNeeded: 2 });
  seal(book, founded + 1, founded, CONVENER);
}

/** Every file of the exported book, written without the code under test for tiles. */
export function exportBook(book: TestBook): Map<string, Uint8Array> {
  const files = new Map(book.files);
  const size = book.entries.length;
  const number = (n: number) => {
    const groups = String(n)
      .padStart(Math.ceil(String(n).length / 3) * 3, '0')
      .match(/\d{3}/g)!;
    return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  };
  for (let level = 0, row = book.hashes; row.length > 0; level++) {
    for (let n = 0; n * 256 < row.length; n++) {
      const part = row.slice(n * 256, n * 256 + 256);
      const suffix = part.length < 256 ? `.p/${part.length}` : '';
      files.set(`tile/${level}/${number(n)}${suffix}`, new Uint8Array(Buffer.concat(part)));
      if (level === 0) {
        const bundle = book.entries.slice(n * 256, n * 256 + 256).map((entry) => {
          const length = Buffer.alloc(2);
          length.writeUInt16BE(entry.length);
          return Buffer.concat([length, entry]);
        });
        files.set(`tile/entries/${number(n)}${suffix}`, new Uint8Array(Buffer.concat(bundle)));
      }
    }
    const full = Math.floor(row.length / 256);
    row = Array.from({ length: full }, (_, n) => naiveRoot(row.slice(n * 256, n * 256 + 256)));
  }
  files.set('checkpoint', Buffer.from(checkpointOf(book, size)));
  files.set('key.txt', Buffer.from(`${book.vkey}\n`));
  return files;
}

export function checkpointOf(book: TestBook, size = book.entries.length): string {
  const root = naiveRoot(book.hashes.slice(0, size));
  return signCheckpoint({ origin: book.origin, size, root }, book.signer, book.origin, crypto);
}

/** A reader over files in memory. */
export function readerOf(files: ReadonlyMap<string, Uint8Array>, list = true): BookReader {
  return {
    read: async (path) => files.get(path),
    ...(list && {
      async *list() {
        yield* files.keys();
      },
    }),
  };
}
