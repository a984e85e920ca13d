// A laptop in a hall without internet: where phones find it, what they are told, and what is carried away afterwards.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { ED25519, formatVkey, verifierKey } from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { post } from '../../server/test/assembly-over-http.ts';
import { hallUrls, lanAddresses } from '../src/node/hall.ts';
import { bareEnvironment, cabildo, program, scratch } from './cabildo.ts';
import { dataIn, startNode } from './node-process.ts';
import { holdSitting } from './sitting-over-http.ts';

const noOpenssl = spawnSync('openssl', ['version']).status !== 0 && 'openssl is not installed';

const started: ReturnType<typeof spawn>[] = [];

interface HallNode {
  readonly url: string;
  readonly hall: { readonly urls: readonly string[]; readonly https: boolean };
  readonly data: string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

const startHall = (data: string, ...more: string[]): Promise<HallNode> => startServing(data, '--hall', ...more);

async function startServing(data: string, ...more: string[]): Promise<HallNode> {
  const line = ['serve', '--data', dataIn(data), '--name', 'sala.example', '--port', '0', '--json', ...more];
  const child = spawn(process.execPath, [program, ...line], {
    env: bareEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let [out, err] = ['', ''];
  child.stderr.on('data', (part) => {
    err += part;
  });
  const answer = await new Promise<Pick<HallNode, 'url' | 'hall'>>((resolve, reject) => {
    child.stdout.on('data', (part) => {
      out += part;
      if (out.endsWith('}\n')) resolve(JSON.parse(out));
    });
    child.once('exit', (code) => reject(new Error(`the node ended with ${code}: ${err}`)));
  });
  return {
    ...answer,
    data,
    async kill(signal) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

const operatorOf = async (data: string): Promise<string> =>
  (await readFile(join(data, 'operator-token'), 'utf8')).trim();

test('of all addresses those of the hot spot come first, and none that only this machine has', () => {
  const one = (address: string, internal = false) => ({ address, internal }) as never;
  const found = lanAddresses({
    lo: [one('127.0.0.1', true), one('::1', true)],
    wwan0: [one('100.70.1.2')],
    wlan0: [one('192.168.43.1'), one('fe80::1'), one('169.254.3.4')],
    eth0: [one('10.42.0.1')],
  });
  assert.deepEqual(found, ['192.168.43.1', '10.42.0.1', '100.70.1.2']);
  const plain = { addresses: found, certificate: undefined };
  assert.deepEqual(hallUrls({ ...plain, port: 80 })[0], 'http://192.168.43.1');
  assert.deepEqual(hallUrls({ ...plain, port: 8080 })[1], 'http://10.42.0.1:8080');
});

const [address] = lanAddresses(networkInterfaces());
const noNetwork = address === undefined && 'this machine is in no network';

describe('a node for a hall', () => {
  // Before the folders and databases go, which happens when the whole file is done.
  afterEach(async () => {
    for (const child of started.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  });

  test('is reached by everybody in the network, and says where', { skip: noNetwork }, async () => {
    const node = await startHall(join(await scratch(), 'data'));
    assert.equal(node.hall.https, false);
    assert.ok(node.hall.urls.some((url) => url.startsWith(`http://${address}:`)));
    for (const url of node.hall.urls) assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  test('asks nothing of anybody outside, not even of the nodes whose books it follows', async () => {
    const asked: string[] = [];
    const outside = createServer((incoming, reply) => {
      asked.push(incoming.url ?? '');
      reply.writeHead(503).end();
    }).listen(0, '127.0.0.1');
    await once(outside, 'listening');
    const source = `http://127.0.0.1:${(outside.address() as { port: number }).port}/books/otra`;
    const data = dataIn(join(await scratch(), 'data'));
    try {
      const usual = await startServing(data);
      const origin = 'otra.example/otra';
      const key = formatVkey(verifierKey(origin, ED25519, generateKey().signer.publicKey, nodeCrypto));
      const added = await post(`${usual.url}/api/mirrors`, { origin, key, url: source }, await operatorOf(data));
      assert.equal(added.status, 201, JSON.stringify(added.body));
      await usual.kill('SIGTERM');
      const again = once(outside, 'request');
      await (await startServing(data)).kill('SIGTERM');
      // As a check of the check: a node that is not for a hall asks as soon as it runs.
      await again;
      asked.length = 0;
      const hall = await startServing(data, '--hall');
      await holdSitting(hall.url, await operatorOf(data), 'villa-ingenio');
      await hall.kill('SIGTERM');
      assert.deepEqual(asked, []);
    } finally {
      outside.closeAllConnections();
      outside.close();
    }
  });

  test('with a certificate phones speak https, whoever types http is sent there, this machine is served plainly', {
    skip: noOpenssl,
  }, async () => {
    const folder = await scratch();
    const [cert, key] = [join(folder, 'hall.pem'), join(folder, 'hall-key.pem')];
    const made = spawnSync('openssl', certificateFor('sala.example', { cert, key }));
    assert.equal(made.status, 0, String(made.stderr));
    const node = await startHall(join(folder, 'data'), '--tls-cert', cert, '--tls-key', key);
    assert.equal(node.hall.https, true);
    const port = Number(new URL(node.hall.urls[0] ?? '').port);
    assert.equal(node.hall.urls[0], `https://sala.example:${port}`);
    const trusted = { ca: await readFile(cert, 'utf8'), servername: 'sala.example', host: '127.0.0.1', port };
    assert.equal((await answered(secureRequest({ ...trusted, path: '/healthz' }))).status, 200);
    const typed = await answered(
      request({ host: '127.0.0.1', port, path: '/phone', headers: { host: 'sala.example' } }),
    );
    assert.deepEqual([typed.status, typed.location], [307, 'https://sala.example/phone']);
    assert.equal((await fetch(`${node.url}/healthz`)).status, 200);
    // Found by the folder, as on any other day.
    const commands = await cabildo(['export', 'popolo', '--out', join(folder, 'all.json'), '--data', node.data]);
    assert.equal(commands.code, 0, commands.err);
    await node.kill('SIGTERM');
    await assert.rejects(answered(secureRequest({ ...trusted, path: '/healthz' })));
  });

  test('a certificate without its key, or with another’s, is refused in a sentence', { skip: noOpenssl }, async () => {
    const folder = await scratch();
    const [cert, key, other] = ['hall.pem', 'hall-key.pem', 'other.pem'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    spawnSync('openssl', certificateFor('sala.example', { cert, key }));
    spawnSync('openssl', certificateFor('otra.example', { cert: other, key: join(folder, 'other-key.pem') }));
    const data = ['--data', join(folder, 'data'), '--name', 'sala.example'];
    const alone = await cabildo(['serve', '--hall', '--tls-cert', cert, ...data]);
    assert.deepEqual([alone.code, /go together/.test(alone.err)], [2, true]);
    const mixed = await cabildo(['serve', '--hall', '--tls-cert', other, '--tls-key', key, ...data]);
    assert.deepEqual([mixed.code, /are not a certificate and its key/.test(mixed.err)], [2, true]);
  });

  test('a sitting held on it, cut off by a power failure, is carried to another node on a stick', async () => {
    const folder = await scratch();
    const data = join(folder, 'data');
    const before = await startHall(data);
    const held = await holdSitting(before.url, await operatorOf(data), 'villa-ingenio');
    await before.kill('SIGKILL');
    const stick = join(folder, 'stick.tar');
    const after = await startHall(data);
    const written = await cabildo(['export', 'body', 'villa-ingenio', '--out', stick, '--data', data]);
    assert.equal(written.code, 0, written.err);
    const home = await startNode('la-paz.example');
    const taken = await cabildo(['book', 'import', stick, '--key', held.key, '--data', home.data, '--json']);
    assert.equal(taken.code, 0, taken.err + taken.out);
    const read = await fetch(`${home.url}/api/bodies/${encodeURIComponent(held.origin)}/votes/${held.vote}`);
    const { result } = (await read.json()) as { result: { outcome: string; tallies: object[] } };
    assert.deepEqual(result.tallies[0], { yes: 2, no: 1, abstain: 0 });
    const here = await fetch(`${after.url}/api/bodies/villa-ingenio/votes/${held.vote}`);
    assert.deepEqual(((await here.json()) as { result: object }).result, result);
  });
});

/** As docs/hall-node.md makes one. */
const certificateFor = (name: string, { cert, key }: { readonly cert: string; readonly key: string }): string[] => [
  'req',
  '-x509',
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:prime256v1',
  '-nodes',
  '-days',
  '2',
  '-subj',
  `/CN=${name}`,
  '-addext',
  `subjectAltName=DNS:${name}`,
  '-keyout',
  key,
  '-out',
  cert,
];

interface Answered {
  readonly status: number | undefined;
  readonly location: string | undefined;
}

const answered = (asked: ReturnType<typeof request>): Promise<Answered> =>
  new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (reply) => {
      reply.resume();
      reply.on('end', () => resolve({ status: reply.statusCode, location: reply.headers.location }));
    });
    asked.end();
  });
