// A node behind nginx and behind Caddy, as the guide sets them up: the very files of docs/guide/files, with this test's ports.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { htmlText } from '../../server/src/pages/html.ts';
import { qrCode } from '../../server/src/pages/qr.ts';
import { conveneSitting, foundAssembly, recordIrregularity } from '../../server/test/assembly-over-http.ts';
import { freePort } from '../../server/test/free-port.ts';
import { bareEnvironment, scratch } from './cabildo.ts';
import { startNode } from './node-process.ts';

const NAME = 'el-alto.example';
const given = (file: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../docs/guide/files/${file}`, import.meta.url)), 'utf8');

interface Ports {
  readonly http: number;
  readonly https: number;
  readonly node: number;
}

interface Program {
  readonly path: string;
  /** Writes what it reads into that folder; answers with its command line. */
  configured(folder: string, ports: Ports): Promise<readonly string[]>;
}

const programs: Readonly<Record<string, Program>> = {
  nginx: {
    path: '/usr/sbin/nginx',
    async configured(folder, { http, https, node }) {
      const site = (await given('nginx.conf'))
        .replaceAll('127.0.0.1:8080', `127.0.0.1:${node}`)
        .replaceAll('listen [::]:80;', '')
        .replaceAll('listen [::]:443 ssl http2;', '')
        .replaceAll('listen 80;', `listen 127.0.0.1:${http};`)
        .replaceAll('listen 443', `listen 127.0.0.1:${https}`)
        .replaceAll(`/etc/letsencrypt/live/${NAME}`, folder)
        .replaceAll('/var/log/nginx', folder);
      const own = `daemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\n${site}}\n`;
      await writeFile(join(folder, 'nginx.conf'), own);
      return ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'start.log')];
    },
  },
  caddy: {
    path: '/usr/bin/caddy',
    async configured(folder, { http, https, node }) {
      const own = (await given('Caddyfile'))
        .replaceAll('127.0.0.1:8080', `127.0.0.1:${node}`)
        .replace(`${NAME} {`, `${NAME} {\n\tbind 127.0.0.1\n\ttls ${folder}/fullchain.pem ${folder}/privkey.pem`);
      const all = `{\n\tadmin off\n\thttp_port ${http}\n\thttps_port ${https}\n}\n${own}`;
      await writeFile(join(folder, 'Caddyfile'), all);
      return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
    },
  },
};

const running = new Set<ChildProcess>();
after(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
});

/** An authority of one's own and a certificate of it, by the commands of the guide. */
function certified(folder: string): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  const lines = [
    ['req', '-x509', ...key, '-subj', '/CN=Federación', '-keyout', 'ca-key.pem', '-out', 'ca.pem'],
    [
      ...['req', '-x509', '-CA', 'ca.pem', '-CAkey', 'ca-key.pem', ...key, '-subj', `/CN=${NAME}`],
      ...['-addext', `subjectAltName=DNS:${NAME}`, '-keyout', 'privkey.pem', '-out', 'fullchain.pem'],
    ],
  ];
  for (const line of lines) {
    const made = spawnSync('openssl', line, { cwd: folder });
    assert.equal(made.status, 0, String(made.stderr));
  }
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content?: string | Buffer;
}

class Outside {
  readonly #ca: string;
  readonly #ports: Ports;

  constructor(ca: string, ports: Ports) {
    this.#ca = ca;
    this.#ports = ports;
  }

  #asked(path: string, { method = 'GET', headers = {} }: Asking) {
    const to = { host: '127.0.0.1', port: this.#ports.https, servername: NAME, ca: this.#ca, agent: false as const };
    return request({ ...to, path, method, headers: { host: NAME, ...headers } });
  }

  ask(path: string, asking: Asking = {}): Promise<Answered> {
    return whole(this.#asked(path, asking), asking.content);
  }

  askPlainly(path: string): Promise<Answered> {
    const to = { host: '127.0.0.1', port: this.#ports.http, path, agent: false as const, headers: { host: NAME } };
    return whole(plainRequest(to));
  }

  /** What comes on a stream, until it says that. */
  listen(path: string): { said(words: RegExp): Promise<void>; cut(): void } {
    let text = '';
    let told: () => void = () => undefined;
    const asked = this.#asked(path, { headers: { accept: 'text/event-stream' } });
    asked.on('error', () => told());
    asked.on('response', (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        told();
      });
      response.on('error', () => told()).on('close', () => told());
    });
    asked.end();
    return {
      said: async (words) => {
        while (!words.test(text)) {
          if (asked.destroyed) assert.fail(`the stream ended with: ${text}`);
          await new Promise<void>((resolve) => {
            told = resolve;
          });
        }
      },
      cut: () => asked.destroy(),
    };
  }
}

function whole(asked: ReturnType<typeof request>, content?: string | Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
      response.on('error', reject);
    });
    asked.end(content);
  });
}

/** As soon as it answers, or its own words if it ends. */
async function answering(child: ChildProcess, outside: Outside): Promise<void> {
  let said = '';
  child.stderr?.on('data', (part) => {
    said += String(part);
  });
  const gone = once(child, 'exit').then(() => 'gone' as const);
  for (;;) {
    const found = await Promise.race([gone, outside.ask('/healthz').catch(() => undefined)]);
    if (found === 'gone') assert.fail(`it ended: ${said}`);
    if (found?.status === 200) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** What the sheet of a week sends its readers to. */
const leadsTo = (page: string, address: string): boolean =>
  page.includes(htmlText(qrCode(`${address}/b/villa-ingenio/week`, 'Vea cómo está hoy')));

for (const [name, { path, configured }] of Object.entries(programs)) {
  const missing = existsSync(path) ? false : `no ${name} at ${path}`;
  if (missing !== false && process.env.CI === 'true') throw new Error(missing);
  describe(`behind ${name}`, { skip: missing }, () => {
    test('people reach the node over https under its name, streams flow, and the node itself says what is too long', async () => {
      const folder = await scratch();
      certified(folder);
      const node = await startNode(NAME, '--proxy');
      const convener = await foundAssembly(node.url, node.operatorToken, 'villa-ingenio');
      const sitting = await conveneSitting(convener, 'convened');
      const ports = { http: await freePort(), https: await freePort(), node: Number(new URL(node.url).port) };
      const child = spawn(path, await configured(folder, ports), {
        env: { ...bareEnvironment, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      running.add(child);
      const outside = new Outside(await readFile(join(folder, 'ca.pem'), 'utf8'), ports);
      await answering(child, outside);

      const typed = await outside.askPlainly('/b/villa-ingenio');
      assert.equal(typed.status, 308);
      assert.match(String(typed.headers.location), /^https:\/\/el-alto\.example(:\d+)?\/b\/villa-ingenio$/);

      const week = await outside.ask('/b/villa-ingenio/week', { headers: { 'x-forwarded-host': 'evil.example' } });
      assert.ok(leadsTo(week.text, `https://${NAME}`), 'paper carries the address of outside');
      assert.equal(week.headers['x-content-type-options'], 'nosniff');
      const packed = await outside.ask('/', { headers: { 'accept-encoding': 'br' } });
      assert.equal(packed.headers['content-encoding'], 'br');

      const stream = outside.listen('/api/bodies/villa-ingenio/events');
      await stream.said(/retry: 2000/);
      await recordIrregularity(convener, sitting, 'Se fue la luz.', 'dark');
      await stream.said(/IrregularityRecorded/);
      stream.cut();

      const long = (bytes: number): Asking => ({
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${convener.token}`,
          'idempotency-key': `long-${bytes}`,
        },
        content: JSON.stringify({ sitting, what: 'x'.repeat(bytes), irregularities: ['other'] }),
      });
      const command = '/api/bodies/villa-ingenio/commands/RecordIrregularity';
      const refused = await outside.ask(command, long(900_000));
      assert.equal(refused.status, 400, refused.text);
      const tooLong = await outside.ask(command, long(2_000_000));
      assert.equal(tooLong.status, 413);
      assert.match(String(tooLong.headers['content-type']), /^application\/problem\+json/);
    });
  });
}

test('a node that is behind no proxy believes nobody about its address', async () => {
  const node = await startNode(NAME);
  await foundAssembly(node.url, node.operatorToken, 'villa-ingenio');
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  const week = await (await fetch(`${node.url}/b/villa-ingenio/week`, { headers })).text();
  assert.ok(leadsTo(week, node.url));
});
