// A book as an assembly writes it over years: sitting after sitting, decided by the real rules, minutes sealed by two
// officers (one seal in about fifty acts), with real hashes and signatures.
import { createHash } from 'node:crypto';
import {
  base64Encode,
  encodeLeaf,
  formatVkey,
  type Json,
  type Leaf,
  leafHash,
  rootOf,
  type SealCheck,
  type Signer,
  sealText,
  signCheckpoint,
  signSeal,
  utf8Encode,
  verifierKey,
} from '@cabildo/book';
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

/** The rules' acts as leaves, with real device keys in the place of the tests' names of keys. */
function encoded(book: Book, size: number): LargeBook {
  const devices = new Map<string, Signer>();
  const deviceOf = (key: string): Signer => {
    const known = devices.get(key) ?? signerFromSeed(createHash('sha256').update(key).digest());
    devices.set(key, known);
    return known;
  };
  const entries: Uint8Array[] = [];
  const hashes: Uint8Array[] = [];
  const checks: SealCheck[] = [];
  let seals = 0;
  for (const act of book.acts.slice(0, size)) {
    let data = withRealKeys(act.data as unknown as Json, deviceOf) as { [name: string]: Json };
    if (act.act === 'ActSealed') {
      seals += 1;
      const sealed = act.data as unknown as { index: number; signatures: readonly { key: string; office: string }[] };
      const hash = hashes[sealed.index] as Uint8Array;
      const message = utf8Encode(sealText(book.origin, sealed.index, hash));
      const signatures = sealed.signatures.map(({ key, office }) => {
        const signature = signSeal(book.origin, sealed.index, hash, office, deviceOf(key));
        const bytes = Buffer.from(signature.signature, 'base64');
        checks.push({ publicKey: deviceOf(key).publicKey, message, signature: new Uint8Array(bytes) });
        return { ...signature };
      });
      data = { ...data, leaf: base64Encode(hash), signatures };
    }
    const entry = encodeLeaf(leafOf(book, act, data));
    entries.push(entry);
    hashes.push(leafHash(entry, nodeCrypto));
  }
  const key = verifierKey(book.origin, 1, logKey.publicKey, nodeCrypto);
  return { origin: book.origin, vkey: formatVkey(key), entries, checks, seals };
}

const logKey = signerFromSeed(createHash('sha256').update('log').digest());

function leafOf(book: Book, act: Book['acts'][number], data: Leaf['data']): Leaf {
  const blind = createHash('sha256').update(`blind ${act.index}`).digest().subarray(0, 16);
  return {
    act: act.act,
    at: act.at,
    blind: base64Encode(blind),
    book: book.origin,
    by: act.by,
    cites: act.cites,
    commits: {},
    data,
    format: 'cabildo/1',
    index: act.index,
    rules: 1,
    v: act.v,
  };
}

function withRealKeys(value: Json, deviceOf: (key: string) => Signer): Json {
  if (Array.isArray(value)) return value.map((inner) => withRealKeys(inner, deviceOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [
        name,
        name === 'key' && typeof inner === 'string'
          ? base64Encode(deviceOf(inner).publicKey)
          : withRealKeys(inner, deviceOf),
      ]),
  );
}

export async function writeLargeBook(book: LargeBook, directory: string): Promise<void> {
  const { origin, vkey, entries } = book;
  const range = await writeTiles(directory, entries, nodeCrypto);
  const head = { origin, size: entries.length, root: rootOf(range, nodeCrypto) };
  await writeBookFile(directory, 'key.txt', `${vkey}\n`);
  await writeBookFile(directory, 'checkpoint', signCheckpoint(head, logKey, origin, nodeCrypto));
}
