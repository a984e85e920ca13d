// A witness in a folder, without a node: what it signs, what it refuses, and what it must not forget.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  consistencyProof,
  ED25519,
  encodeAddCheckpoint,
  formatVkey,
  hashesOfLeaves,
  hexEncode,
  leafHash,
  openCheckpoint,
  parseVkey,
  rootFrom,
  signCheckpoint,
  utf8Encode,
  verifierKey,
} from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { type ServedWitness, serveWitness } from '../src/witness/serve-witness.ts';
import { bareEnvironment, cabildo, program, scratch } from './cabildo.ts';

const origin = 'distrito-6.example/heads';
const { signer } = generateKey();
const logKey = formatVkey(verifierKey(origin, ED25519, signer.publicKey, nodeCrypto));
const history = (words: readonly string[]) =>
  hashesOfLeaves(
    words.map((word) => leafHash(utf8Encode(word), nodeCrypto)),
    nodeCrypto,
  );
const seen = history(['a', 'b', 'c', 'd']);

const note = (size: number, hashes = seen, by = signer): string =>
  signCheckpoint({ origin, size, root: rootFrom(size, hashes, nodeCrypto) }, by, origin, nodeCrypto);
const request = (from: number, to: number, hashes = seen): string => {
  const proof = from === 0 || from === to ? [] : consistencyProof(from, to, hashes, nodeCrypto);
  return encodeAddCheckpoint({ oldSize: from, proof, note: note(to, hashes) });
};

async function submit(witness: Pick<ServedWitness, 'url'>, body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
}

test('a witness signs what extends the last head, refuses another history, and remembers across a kill', async () => {
  const folder = join(await scratch(), 'testigo');
  const open = (): Promise<ServedWitness> =>
    serveWitness({ folder, name: 'distrito-8.example', port: 0, clock: () => 1_750_000_000_000 });
  let witness = await open();
  const { key } = witness;
  try {
    assert.equal((await submit(witness, request(0, 2))).status, 404);
    await witness.trust(logKey);
    assert.deepEqual(witness.logs(), [origin]);
    const first = await submit(witness, request(0, 2));
    assert.equal(first.status, 200);
    const parsed = [logKey, key].map((vkey) => parseVkey(vkey, nodeCrypto));
    const [log, mine] = parsed.map((one) => (one.ok ? one.key : assert.fail()));
    const opened = openCheckpoint(note(2) + first.text, log!, nodeCrypto, { witnesses: [mine!] });
    assert.ok(opened.ok);
    assert.deepEqual(
      opened.cosignatures.map(({ name, time }) => [name, time]),
      [['distrito-8.example', 1_750_000_000]],
    );
    assert.deepEqual(await submit(witness, request(0, 3)), { status: 409, text: '2\n' });
    assert.equal((await submit(witness, request(2, 4, history(['a', 'x', 'c', 'd'])))).status, 422);
    assert.equal((await submit(witness, 'nonsense')).status, 400);
    assert.equal((await submit(witness, 'x'.repeat(70_000))).status, 413);

    await witness.close();
    witness = await open();
    assert.equal(witness.key, key);
    assert.deepEqual(await submit(witness, request(0, 2)), { status: 409, text: '2\n' });
    const hash = hexEncode(nodeCrypto.sha256(utf8Encode(origin)));
    assert.equal(await (await fetch(`${witness.url}/${hash}/checkpoint`)).text(), note(2) + first.text);
    assert.equal((await submit(witness, request(2, 4))).status, 200);
    assert.equal((await fetch(`${witness.url}/${'0'.repeat(64)}/checkpoint`)).status, 404);
    assert.equal(await (await fetch(`${witness.url}/key.txt`)).text(), `${key}\n`);
  } finally {
    await witness.close();
  }
});

test('of two requests for the same step one is told to look again', async () => {
  const witness = await serveWitness({ folder: join(await scratch(), 'testigo'), name: 'w.example', port: 0 });
  try {
    await witness.trust(logKey);
    const both = await Promise.all([submit(witness, request(0, 2)), submit(witness, request(0, 3))]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  } finally {
    await witness.close();
  }
});

test('two witnesses do not work on one folder, and a log keeps its key', async () => {
  const folder = join(await scratch(), 'testigo');
  const witness = await serveWitness({ folder, name: 'w.example', port: 0 });
  try {
    await assert.rejects(serveWitness({ folder, name: 'w.example', port: 0 }), /already working/);
    await witness.trust(logKey);
    const other = formatVkey(verifierKey(origin, ED25519, generateKey().signer.publicKey, nodeCrypto));
    await assert.rejects(witness.trust(other), /another key/);
    const { code, err } = await cabildo(['witness', '--data', folder, '--port', '0']);
    assert.equal(code, 2, err);
    assert.match(err, /already working/);
  } finally {
    await witness.close();
  }
});

test('cabildo witness takes the folder of one that was killed, and keeps its name', async () => {
  const folder = join(await scratch(), 'testigo');
  const start = async (
    ...more: string[]
  ): Promise<{ key: string; logs: string[]; url: string; kill(): Promise<void> }> => {
    const line = ['witness', '--data', folder, '--port', '0', '--json', ...more];
    const child = spawn(process.execPath, [program, ...line], {
      env: bareEnvironment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    for await (const part of child.stdout) {
      out += String(part);
      if (out.endsWith('}\n')) break;
    }
    const kill = async (): Promise<void> => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    return { ...JSON.parse(out), kill };
  };
  const first = await start('--name', 'distrito-8.example', '--log', logKey);
  assert.equal((await submit(first, request(0, 2))).status, 200);
  await first.kill();
  const again = await start();
  assert.deepEqual([again.key, again.logs], [first.key, [origin]]);
  assert.deepEqual(await submit(again, request(0, 2)), { status: 409, text: '2\n' });
  await again.kill();
  const renamed = await cabildo(['witness', '--data', folder, '--port', '0', '--name', 'other.example']);
  assert.equal(renamed.code, 2);
  const nameless = await cabildo(['witness', '--data', join(folder, 'new'), '--port', '0']);
  assert.match(nameless.err, /no name yet/);
});
