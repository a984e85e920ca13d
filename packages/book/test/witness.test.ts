import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  considerCheckpoint,
  consistencyProof,
  cosignatureLine,
  decodeHeadEntry,
  emptyRoot,
  encodeAddCheckpoint,
  encodeHeadEntry,
  formatTlogProof,
  type Hash,
  hashesOfLeaves,
  inclusionProof,
  openCheckpoint,
  parseAddCheckpoint,
  parseTlogProof,
  signCheckpoint,
  utf8Encode,
  verifierKey,
  verifyTlogProof,
  type WitnessedLog,
} from '../src/index.ts';
import { bytesOf, checkpointOf, crypto, naiveRoot, sampleBook, signer } from './fixtures.ts';

const BOOK = sampleBook(24);
const KEY = verifierKey(BOOK.origin, 1, BOOK.signer.publicKey, crypto);
const HASH_AT = hashesOfLeaves(BOOK.hashes, crypto);
const rootAt = (size: number) => naiveRoot(BOOK.hashes.slice(0, size));
const at = (size: number): WitnessedLog => ({ keys: [KEY], size, root: rootAt(size) });

function ask(oldSize: number, proof: readonly Hash[], note: string, log: WitnessedLog | undefined) {
  const known = (origin: string) => (origin === BOOK.origin ? log : undefined);
  const decision = considerCheckpoint(encodeAddCheckpoint({ oldSize, proof, note }), known, crypto);
  return decision.status === 409
    ? [409, decision.size]
    : decision.status === 200
      ? [200]
      : [decision.status, decision.reason];
}

const proof = (from: number, to: number) => consistencyProof(from, to, HASH_AT, crypto);

test('add-checkpoint: every answer that the specification asks for', () => {
  const head = checkpointOf(BOOK, 20);
  assert.deepEqual(ask(0, [], head, at(0)), [200]);
  assert.deepEqual(ask(9, proof(9, 20), head, at(9)), [200]);
  assert.deepEqual(ask(20, [], head, at(20)), [200]);
  assert.deepEqual(ask(9, proof(9, 20), head, undefined), [404, 'unknown-log']);
  assert.deepEqual(
    ask(9, proof(9, 20), head, { ...at(9), keys: [verifierKey(BOOK.origin, 1, signer('x').publicKey, crypto)] }),
    [403, 'no-known-signature'],
  );
  const forged = { publicKey: BOOK.signer.publicKey, sign: () => new Uint8Array(64) };
  const note = signCheckpoint({ origin: BOOK.origin, size: 20, root: rootAt(20) }, forged, BOOK.origin, crypto);
  assert.deepEqual(ask(9, proof(9, 20), note, at(9)), [403, 'bad-signature']);
  assert.deepEqual(ask(21, [], head, at(21)), [400, 'old-size-above-size']);
  assert.deepEqual(ask(8, proof(8, 20), head, at(9)), [409, 9]);
  assert.deepEqual(ask(0, [], head, at(9)), [409, 9]);
  assert.deepEqual(ask(0, proof(9, 20), head, at(0)), [422, 'proof-from-nothing']);
  assert.deepEqual(ask(9, proof(8, 20), head, at(9)), [422, 'inconsistent']);
  assert.deepEqual(ask(9, proof(9, 20), head, { ...at(9), root: bytesOf('other', 32) }), [422, 'inconsistent']);
  const fork = signCheckpoint(
    { origin: BOOK.origin, size: 20, root: bytesOf('fork', 32) },
    BOOK.signer,
    BOOK.origin,
    crypto,
  );
  assert.deepEqual(ask(20, [], fork, at(20)), [422, 'inconsistent']);
  const empty = (root: Hash) =>
    signCheckpoint({ origin: BOOK.origin, size: 0, root }, BOOK.signer, BOOK.origin, crypto);
  assert.deepEqual(ask(0, [], empty(emptyRoot(crypto)), at(0)), [200]);
  assert.deepEqual(ask(0, [], empty(bytesOf('x', 32)), at(0)), [422, 'root-of-empty-tree']);
});

test('add-checkpoint: malformed requests', () => {
  const head = checkpointOf(BOOK, 20);
  const line = `${Buffer.from(bytesOf('h', 32)).toString('base64')}\n`;
  for (const body of [
    '',
    'old 9\n',
    `old 09\n\n${head}`,
    `old -1\n\n${head}`,
    `new 9\n\n${head}`,
    `old 9\nAAAA\n\n${head}`,
    `old 9\n${line.repeat(64)}\n${head}`,
    `old 9\n\n${head.slice(0, -1)}`,
    'old 9\n\nno checkpoint\n\n— a AAAAAAA=\n',
    Uint8Array.of(0xff),
  ]) {
    const decision = considerCheckpoint(body, () => at(9), crypto);
    assert.equal(decision.status, 400, String(body).slice(0, 40));
  }
  const request = { oldSize: 9, proof: proof(9, 20), note: head };
  assert.deepEqual(parseAddCheckpoint(utf8Encode(encodeAddCheckpoint(request))), request);
});

test('what a witness signs is what it was asked about', () => {
  const witness = signer('witness');
  const decision = considerCheckpoint(
    encodeAddCheckpoint({ oldSize: 0, proof: [], note: checkpointOf(BOOK, 20) }),
    () => at(0),
    crypto,
  );
  assert.ok(decision.status === 200);
  const line = cosignatureLine(decision.text, 'w.example', witness, 1_700_000_000, crypto);
  const opened = openCheckpoint(checkpointOf(BOOK, 20) + line, KEY, crypto, {
    witnesses: [verifierKey('w.example', 4, witness.publicKey, crypto)],
  });
  assert.ok(opened.ok && opened.cosignatures.length === 1);
});

test('tlog-proof files', () => {
  const text = formatTlogProof({
    index: 5,
    hashes: inclusionProof(5, 24, HASH_AT, crypto),
    checkpoint: checkpointOf(BOOK),
  });
  const verified = verifyTlogProof(text, BOOK.hashes[5]!, KEY, crypto);
  assert.ok(verified.ok && verified.index === 5 && verified.checkpoint.size === 24);
  const extra = formatTlogProof({ index: 5, hashes: [], checkpoint: checkpointOf(BOOK), extra: bytesOf('extra', 5) });
  assert.deepEqual(parseTlogProof(extra)?.extra, bytesOf('extra', 5));
  assert.equal(formatTlogProof(parseTlogProof(text)!), text);
  const reason = (changed: string, leaf = BOOK.hashes[5]!) => {
    const result = verifyTlogProof(changed, leaf, KEY, crypto);
    return result.ok ? 'ok' : result.reason;
  };
  assert.equal(reason(text, BOOK.hashes[6]), 'not-included');
  assert.equal(reason(text.replace('index 5', 'index 4')), 'not-included');
  assert.equal(reason(text.replace('index 5', 'index 05')), 'malformed-proof');
  assert.equal(reason(text.replace('@v1', '@v2')), 'malformed-proof');
  assert.equal(reason(text.replace('index 5\n', '')), 'malformed-proof');
  assert.equal(reason(text.replace('\n24\n', '\n25\n')), 'bad-signature');
  assert.equal(reason(''), 'malformed-proof');
  const bytes = utf8Encode(text);
  for (let i = 0; i < bytes.length; i++) {
    const broken = bytes.slice();
    broken[i]! ^= 1;
    assert.notEqual(reason(new TextDecoder().decode(broken)), 'ok', `byte ${i}`);
  }
});

test('entries of the log of heads', () => {
  const head = { origin: 'n.example/b', size: 4, root: bytesOf('r', 32) };
  const entry = encodeHeadEntry(head);
  assert.deepEqual(decodeHeadEntry(entry), { ...head, extensions: [] });
  assert.equal(decodeHeadEntry(utf8Encode(`${new TextDecoder().decode(entry)}more\n`)), undefined);
  assert.equal(decodeHeadEntry(Uint8Array.of(0xff)), undefined);
});
