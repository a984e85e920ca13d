/**
 * Makes the language-neutral vectors beside this file from fixed seeds: `node vectors/book/make.ts`. They change only
 * if the format changes, and packages/book/test/vectors.test.ts fails if they would.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCrypto as crypto, signerFromSeed } from '../../packages/book/node/crypto.ts';
import {
  actCode,
  base64Encode,
  canonicalize,
  commitTo,
  consistencyProof,
  cosignatureLine,
  encodeCredential,
  encodeLeaf,
  entriesPath,
  formatCheckpoint,
  formatTlogProof,
  formatVkey,
  hashesOfLeaves,
  headWords,
  hexEncode,
  inclusionProof,
  keyReplacementText,
  leafHash,
  type Leaf,
  rootFrom,
  sealText,
  secretFrom,
  secretToWords,
  signCheckpoint,
  signKeyReplacement,
  signSeal,
  tilePath,
  utf8Encode,
  verifierKey,
} from '../../packages/book/src/index.ts';
import { credentialOf, federation } from '../../packages/book/test/credential-fixtures.ts';

const seedOf = (word: string) => new Uint8Array(createHash('sha256').update(`cabildo vectors ${word}`).digest());
const bytesOf = (word: string, length: number) => seedOf(word).slice(0, length);

const ORIGIN = 'el-alto.example/villa-ingenio';
const LOG = signerFromSeed(seedOf('log'));
const WITNESS = signerFromSeed(seedOf('witness'));
const PRESIDENT = signerFromSeed(seedOf('president'));

const GOLDEN: Leaf = {
  act: 'DelegatesElected',
  at: '2005-06-08T14:00:00Z',
  blind: base64Encode(bytesOf('blind', 16)),
  book: ORIGIN,
  by: { article: 'elections.delegates', office: 'presidium' },
  cites: [
    {
      book: 'el-alto.example/district-5',
      index: 3,
      leaf: base64Encode(seedOf('cited leaf')),
      root: base64Encode(seedOf('cited root')),
      size: 9,
    },
  ],
  commits: { names: base64Encode(seedOf('commitment')) },
  data: {
    from: '2005-06-08T00:00:00Z',
    seats: [{ alternate: 'm-0000000000000002', holder: 'm-0000000000000001', seat: 1 }],
    to: 'el-alto.example/district-5',
    until: '2006-06-08T00:00:00Z',
  },
  format: 'cabildo/1',
  index: 20,
  rules: 1,
  v: 1,
};

function leaves() {
  const entry = encodeLeaf(GOLDEN);
  const change = (members: object) => canonicalize({ ...GOLDEN, ...members });
  const canonical = canonicalize(GOLDEN);
  return {
    comment:
      'Entries of a log. `leafHash` is SHA-256(0x00 || entry) in base64. `refused` lists texts that are no leaf, with the member at fault or the reason.',
    good: [{ entry: canonical, leafHash: base64Encode(leafHash(entry, crypto)), actCode: actCode(leafHash(entry, crypto)) }],
    refused: [
      { reason: 'not-canonical', entry: JSON.stringify(JSON.parse(canonical), null, 1) },
      { reason: 'not-canonical', entry: canonical.replace('"rules":1', '"rules":1.0') },
      { reason: 'not-canonical', entry: canonical.replace('"v":1', '"v":1,"v":1') },
      { reason: 'not-json', entry: canonical.slice(0, -1) },
      { reason: 'members', entry: change({ note: 'one member too many' }) },
      { reason: 'act', entry: change({ act: 'delegates elected' }) },
      { reason: 'at', entry: change({ at: '2005-02-29T14:00:00Z' }) },
      { reason: 'blind', entry: change({ blind: base64Encode(bytesOf('blind', 15)) }) },
      { reason: 'book', entry: change({ book: 'el-alto.example/villa ingenio' }) },
      { reason: 'by', entry: change({ by: { office: 'presidium' } }) },
      { reason: 'cites', entry: change({ cites: [{ ...GOLDEN.cites[0], size: 3 }] }) },
      { reason: 'commits', entry: change({ commits: { 'two\nlines': base64Encode(seedOf('commitment')) } }) },
      { reason: 'data', entry: change({ data: [] }) },
      { reason: 'format', entry: change({ format: 'cabildo/2' }) },
      { reason: 'index', entry: change({ index: -1 }) },
      { reason: 'rules', entry: change({ rules: 0 }) },
      { reason: 'v', entry: change({ v: '1' }) },
    ],
  };
}

const ENTRIES = Array.from({ length: 70 }, (_, i) => utf8Encode(`entry ${i}`));
const HASHES = ENTRIES.map((entry) => leafHash(entry, crypto));
const HASH_AT = hashesOfLeaves(HASHES, crypto);
const rootAt = (size: number) => base64Encode(rootFrom(size, HASH_AT, crypto));

function tree() {
  const inclusion = [[0, 1], [0, 2], [1, 2], [2, 3], [5, 7], [0, 8], [36, 70], [64, 70], [69, 70]] as const;
  const consistency = [[1, 1], [1, 2], [2, 3], [4, 8], [3, 7], [6, 8], [64, 70], [69, 70]] as const;
  return {
    comment:
      'The tree of RFC 6962 over the entries "entry 0", "entry 1", … Hashes are base64. `refused` cases are mutations; old size 0 is always refused.',
    roots: [0, 1, 2, 3, 7, 8, 70].map((size) => ({ size, root: rootAt(size) })),
    inclusion: inclusion.map(([index, size]) => ({
      index,
      size,
      root: rootAt(size),
      proof: inclusionProof(index, size, HASH_AT, crypto).map(base64Encode),
    })),
    consistency: consistency.map(([from, to]) => ({
      from,
      to,
      fromRoot: rootAt(from),
      toRoot: rootAt(to),
      proof: consistencyProof(from, to, HASH_AT, crypto).map(base64Encode),
    })),
    refusedConsistency: [
      { why: 'old size 0', from: 0, to: 0, fromRoot: rootAt(0), toRoot: rootAt(0), proof: [] },
      { why: 'old size 0', from: 0, to: 3, fromRoot: rootAt(0), toRoot: rootAt(3), proof: [] },
      { why: 'proof missing', from: 3, to: 7, fromRoot: rootAt(3), toRoot: rootAt(7), proof: [] },
      { why: 'proof too long', from: 2, to: 2, fromRoot: rootAt(2), toRoot: rootAt(2), proof: [rootAt(1)] },
      {
        why: 'roots swapped',
        from: 3,
        to: 7,
        fromRoot: rootAt(7),
        toRoot: rootAt(3),
        proof: consistencyProof(3, 7, HASH_AT, crypto).map(base64Encode),
      },
    ],
  };
}

function notes() {
  const head = { origin: ORIGIN, size: 70, root: rootFrom(70, HASH_AT, crypto) };
  const note = signCheckpoint(head, LOG, ORIGIN, crypto);
  const text = formatCheckpoint(head);
  const witness = 'witness.example/w1';
  const line = cosignatureLine(text, witness, WITNESS, 1_118_239_200, crypto);
  const stranger = cosignatureLine(text, 'stranger.example', PRESIDENT, 1_118_239_200, crypto);
  const proof = { index: 36, hashes: inclusionProof(36, 70, HASH_AT, crypto), checkpoint: note + line };
  return {
    comment:
      'Signed notes with the log key `vkey` and the witness key `witness` (cosignature/v1). Seeds are Ed25519 private keys in hexadecimal. `good` opens with those keys and gives these cosignature times (seconds since 1970); `refused` does not open.',
    vkey: formatVkey(verifierKey(ORIGIN, 1, LOG.publicKey, crypto)),
    seed: hexEncode(seedOf('log')),
    witness: formatVkey(verifierKey(witness, 4, WITNESS.publicKey, crypto)),
    witnessSeed: hexEncode(seedOf('witness')),
    good: [
      { note, times: [] },
      { note: note + line, times: [1_118_239_200] },
      { note: note + stranger + line, times: [1_118_239_200] },
    ],
    refused: [
      { reason: 'bad-signature', note: note.replace('\n70\n', '\n71\n') },
      { reason: 'bad-signature', note: note + line.replace(/.{12}\n$/, 'AAAAAAAAAAA=\n') },
      { reason: 'no-known-signature', note: `${text}\n${line}` },
      { reason: 'malformed-note', note: text },
      { reason: 'other-origin', note: signCheckpoint({ ...head, origin: 'el-alto.example/other' }, LOG, ORIGIN, crypto) },
    ],
    tlogProof: { entry: 'entry 36', file: formatTlogProof(proof) },
  };
}

function seals() {
  const leaf = leafHash(encodeLeaf(GOLDEN), crypto);
  const seal = signSeal(ORIGIN, GOLDEN.index, leaf, 'presidium', PRESIDENT);
  const newKey = base64Encode(WITNESS.publicKey);
  return {
    comment:
      'What an officer’s device signs (UTF-8), and the signature as it stands in ActSealed. Also the text by which an old device key hands over to a new one. Keys and signatures are base64, the seed hexadecimal.',
    seed: hexEncode(seedOf('president')),
    seal: { origin: ORIGIN, index: GOLDEN.index, leaf: base64Encode(leaf), text: sealText(ORIGIN, GOLDEN.index, leaf), ...seal },
    keyReplacement: {
      origin: ORIGIN,
      office: 'presidium',
      oldKey: seal.key,
      newKey,
      text: keyReplacementText(ORIGIN, 'presidium', seal.key, newKey),
      signature: signKeyReplacement(ORIGIN, 'presidium', newKey, PRESIDENT),
    },
  };
}

function commitments() {
  const of = (slot: string, disclosure: Parameters<typeof commitTo>[2]) => {
    const salt = seedOf(`salt ${slot}`);
    const commit = commitTo({ origin: ORIGIN, index: 20, slot }, salt, disclosure, crypto);
    return { origin: ORIGIN, index: 20, slot, salt: base64Encode(salt), disclosure, jcs: canonicalize(disclosure), commit };
  };
  return {
    comment:
      'commit = base64(SHA-256("cabildo/commit/v1\\n" origin "\\n" index "\\n" slot "\\n" || salt || JCS(disclosure))).',
    good: [of('names', { b: ['Ñusta', 'Quispe'], a: 1 }), of('text', 'Que se nacionalice el gas.'), of('empty', {}), of('none', null)],
  };
}

function names() {
  const words = (secret: Uint8Array) => ({
    secret: hexEncode(secret),
    es: secretToWords(secret, 'es'),
    en: secretToWords(secret, 'en'),
  });
  const hashes = [new Uint8Array(32), new Uint8Array(32).fill(255), ...['a', 'b', 'c'].map(seedOf)];
  return {
    comment:
      'Act codes of leaf hashes, four words for root hashes (first 44 bits), and seven words for member cards (77 bits; the last three bits of ten bytes are zero). Hashes and secrets are hexadecimal. `read` is what people write, `refused` what must not be taken.',
    actCodes: hashes.map((hash) => ({ leafHash: hexEncode(hash), code: actCode(hash) })),
    read: [
      { text: 'ooooo-OOOOO', code: '0000000000' },
      { text: `${actCode(seedOf('a')).toLowerCase().slice(0, 4)} ${actCode(seedOf('a')).slice(4)}`, code: actCode(seedOf('a')) },
    ],
    refused: [
      { text: '0000000001', reason: 'check' },
      { text: '000000000', reason: 'length' },
      { text: '00000U0000', reason: 'character' },
    ],
    headWords: hashes.map((root) => ({ root: hexEncode(root), es: headWords(root, 'es'), en: headWords(root, 'en') })),
    memberCards: [new Uint8Array(10), ...['d', 'e'].map((word) => bytesOf(word, 10))].map((random) => words(secretFrom(random))),
  };
}

function tilePaths() {
  const tiles = [[0, 0, 1], [0, 0, 256], [0, 999, 256], [0, 1000, 3], [1, 5, 112], [0, 1_234_067, 256], [63, 0, 255]] as const;
  return {
    comment: 'Paths of hash tiles (level, index, width) and of entry bundles (index, width) under the book’s directory.',
    tiles: tiles.map(([level, index, width]) => ({ level, index, width, path: tilePath({ level, index, width }) })),
    entries: tiles.map(([, index, width]) => ({ index, width, path: entriesPath(index, width) })),
  };
}

function credentials() {
  const fed = federation(3);
  const good = credentialOf(fed);
  const text = encodeCredential(good);
  const mutated = (why: string, fails: string, from: string, to: string) => {
    if (!text.includes(from)) throw new Error(`nothing to replace for “${why}”`);
    return { why, fails, from, to };
  };
  const later = federation(2, 2, true);
  return {
    comment:
      'A credential of three tiers with the key of the highest book, and mutations of it (the first occurrence of `from` in `file` becomes `to`) with the name of a check that then fails. `at` is the time of verification. `successor`: of a base whose book goes on from another.',
    rootKey: fed.books[0]?.vkey,
    at: '2005-07-02T00:00:00Z',
    good: { file: text, holder: 'node0.example/tier-2#2', heads: 3 },
    successor: {
      rootKey: later.books[0]?.vkey,
      file: encodeCredential(credentialOf(later)),
      mutated: { why: 'no word of the book before', fails: '1.founding-first', from: '"succeeded":', to: '"before":' },
    },
    mutated: [
      mutated('another seat', 'chain', '"seat":{"above":"node0.example/tier-0","below":"node1.example/tier-1","seat":2}', '"seat":{"above":"node0.example/tier-0","below":"node1.example/tier-1","seat":3}'),
      mutated('a larger entitlement', '1.affiliation', '\\"entitlement\\":3', '\\"entitlement\\":9'),
      mutated('another holder', '2.election', 'm-bbbbbbbbbbbbbbbb', 'm-dddddddddddddddd'),
      mutated('one signature is enough', '1.officers', '\\"signaturesNeeded\\":2', '\\"signaturesNeeded\\":1'),
      mutated('another format', 'format', 'cabildo-credential/1', 'cabildo-credential/2'),
    ],
    otherTimes: [
      { at: '2005-06-07T23:59:59Z', fails: '1.term' },
      { at: '2006-06-08T00:00:00Z', fails: '1.term' },
    ],
  };
}

/** File name to content. */
export function bookVectors(): Record<string, string> {
  const all = { leaves, tree, notes, seals, commitments, names, 'tile-paths': tilePaths, credentials };
  return Object.fromEntries(
    Object.entries(all).map(([name, make]) => [`${name}.json`, `${JSON.stringify(make(), null, 2)}\n`]),
  );
}

if (import.meta.main) {
  for (const [name, content] of Object.entries(bookVectors())) writeFileSync(join(import.meta.dirname, name), content);
}
