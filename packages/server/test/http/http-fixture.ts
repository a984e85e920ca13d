// A node that answers over HTTP, and people who ask it things.

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64Encode, type Signer } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { plusMinutes } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { type Node, type NodeOptions, openNode } from '../../src/app/index.ts';
import { createServer } from '../../src/http/create-server.ts';
import { databaseForNode } from '../database.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a server says is looked at as it comes
  readonly json: any;
  readonly text: string;
}

export interface Ask {
  readonly token?: string | null;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly node: Node;
  readonly app: FastifyInstance;
  readonly base: string;
  readonly log: string[];
  /** Moves the node's clock on. */
  pass(ms: number): void;
  get(path: string, ask?: Ask): Promise<Answered>;
  post(path: string, body: unknown, ask?: Ask): Promise<Answered>;
  command(who: Person, command: string, input: unknown, key?: string): Promise<Answered>;
  /** The same, where it must succeed. */
  done(who: Person, command: string, input: unknown): Promise<Answered>;
  signIn(body: string, code: string): Promise<string>;
}

/** Somebody in a body, signed in; `token` null for nobody in particular. */
export interface Person {
  readonly body: string;
  readonly token: string | null;
  readonly member?: string;
}

export interface FoundedBody extends Person {
  readonly origin: string;
  readonly key: string;
  readonly member: string;
  readonly signer: Signer;
}

const vaultKey = Buffer.alloc(32, 7).toString('base64');
let keys = 0;

export const freshToken = (): string => randomBytes(32).toString('base64url');

export async function withServer(
  work: (server: TestServer) => Promise<void>,
  name = 'el-alto.example',
  { env = {}, ...options }: Partial<NodeOptions> = {},
): Promise<void> {
  const database = await databaseForNode();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-http-'));
  const log: string[] = [];
  let ahead = 0;
  const node = await openNode({
    databaseUrl: database.url,
    dataDir,
    name,
    env: { CABILDO_VAULT_KEY: vaultKey, ...env },
    clock: () => Date.now() + ahead,
    ...options,
  });
  const app = createServer({ node, log: (line) => log.push(line) });
  try {
    await app.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 });
    const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const pass = (ms: number): void => {
      ahead += ms;
    };
    await work({ node, app, base, log, pass, ...askingAt(base) });
  } finally {
    app.server.closeAllConnections();
    await app.close();
    await node.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export function askingAt(base: string): Pick<TestServer, 'get' | 'post' | 'command' | 'done' | 'signIn'> {
  const send = async (path: string, init: RequestInit, { token, key, headers }: Ask = {}): Promise<Answered> => {
    const all = new Headers({ ...(init.headers as Record<string, string>), ...headers });
    if (token) all.set('authorization', `Bearer ${token}`);
    if (key !== undefined) all.set('idempotency-key', key);
    const response = await fetch(base + path, { ...init, headers: all });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
  const get: TestServer['get'] = (path, ask) => send(path, {}, ask);
  const post: TestServer['post'] = (path, body, ask) =>
    send(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }, ask);
  const command: TestServer['command'] = ({ body, token }, name, input, key = `key-${++keys}`) =>
    post(`/api/bodies/${encodeURIComponent(body)}/commands/${name}`, input, { token, key });
  return {
    get,
    post,
    command,
    async done(who, name, input) {
      const answered = await command(who, name, input);
      if (answered.status !== 200) throw new Error(`${name}: ${answered.text}`);
      return answered;
    },
    async signIn(body, code) {
      const token = freshToken();
      const answered = await post('/api/sign-in', { body, card: code, token });
      if (answered.status !== 200) throw new Error(`sign-in: ${answered.text}`);
      return token;
    },
  };
}

const half = { num: 1, den: 2, strict: true, of: 'cast' };
const quorum = { num: 1, den: 100, strict: false, min: 1 };

/** Rules under which a handful of people can decide everything at once. */
export const lightStatute = {
  title: 'Test statute',
  offices: [
    { office: 'president', role: 'presidium' },
    { office: 'secretary', role: 'secretary' },
    { office: 'watch', role: 'teller' },
  ],
  terms: { officersMonths: 24, delegatesMonths: 24 },
  notice: { hours: 0 },
  calls: { first: quorum, second: quorum, minutesBetween: 30 },
  closing: { hour: 24, offsetMinutes: 0 },
  rules: ['ordinary', 'election', 'pact', 'recall', 'statute', 'affiliation'].map((matter) => ({
    matter,
    rule: half,
    secondCall: true,
    methods: ['hands', 'devices', 'roll-call', 'mixed'],
  })),
  tellers: { recounts: 1 },
  seals: { signatures: 2, handover: 'show' },
  mandates: { binding: 'refuse' },
  recall: { monthsBefore: 0 },
  ratification: { matters: ['pact'], num: 1, den: 2, strict: true, of: 'answered', days: 1 },
  roll: { waitingDays: 0 },
  minutes: { refusals: false },
};

export const founding = (name: string, kind: 'base' | 'delegate', signer: Signer) => ({
  name,
  title: `Junta ${name}`,
  kind,
  founder: { name: 'Felipa Quispe Huanca', key: base64Encode(signer.publicKey) },
  statute: lightStatute,
  provisionalDays: 60,
});

export async function found(
  server: TestServer,
  name: string,
  kind: 'base' | 'delegate' = 'base',
  articles: object = {},
): Promise<FoundedBody> {
  const { signer } = generateKey();
  const ask = { token: server.node.operatorToken, key: `found-${name}` };
  const input = founding(name, kind, signer);
  const answered = await server.post('/api/bodies', { ...input, statute: { ...input.statute, ...articles } }, ask);
  if (answered.status !== 201) throw new Error(answered.text);
  const { body, origin, key, member, card } = answered.json;
  return { body, origin, key, member, signer, token: await server.signIn(body, card.code) };
}

/** A base whose founding sitting lets people in who are on no roll. */
export const foundOpen = (server: TestServer, name: string): Promise<FoundedBody> =>
  found(server, name, 'base', { walkIns: { sittings: ['founding'], mark: 'ink on the thumb' } });

/** A new member of a base, with a card that was used. */
export async function enrol(server: TestServer, convener: Person, name = 'Nicanor Mamani'): Promise<Required<Person>> {
  const member = (await server.done(convener, 'EnrolMember', { name })).json.answer.member as string;
  const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
  return { body: convener.body, member, token: await server.signIn(convener.body, card.code) };
}

export interface Hall {
  readonly sitting: number;
  readonly members: readonly Required<Person>[];
}

/** A sitting that is open, with these people checked in by phone, the last ones on paper; the first two are its tellers. */
export async function hall(server: TestServer, convener: FoundedBody, people: number, onPaper = 0): Promise<Hall> {
  const members: Required<Person>[] = [];
  for (let i = 0; i < people; i++) members.push(await enrol(server, convener, `Person ${i}`));
  const convened = await server.done(convener, 'ConveneSitting', {
    kind: 'founding',
    place: 'School',
    // The second may turn between this and the node's answer.
    startsAt: plusMinutes(server.node.now(), 1),
    notice: [
      { matter: 'election', title: 'Officers' },
      { matter: 'ordinary', title: 'Water' },
    ],
  });
  server.pass(60_000);
  const sitting = convened.json.acts[0].index as number;
  const tellers = members.slice(0, 2);
  await server.done(convener, 'AppointTellers', { sitting, tellers: tellers.map(({ member }) => member) });
  for (const phone of members.slice(0, people - onPaper))
    await server.done(phone, 'CheckIn', await atDoor(server, convener, sitting));
  for (const { member } of members.slice(people - onPaper))
    await server.done(convener, 'AdmitAtDoor', { sitting, member, channel: 'paper' });
  for (const teller of tellers) await server.done(teller, 'CountPresence', { sitting, round: 1, present: people });
  await server.done(convener, 'OpenSitting', { sitting, call: 'first' });
  return { sitting, members };
}

/** What somebody reads at the door of that sitting, from the screen of one who runs it. */
export async function atDoor(
  server: TestServer,
  runs: Person,
  sitting: number,
): Promise<{ readonly sitting: number; readonly door: string }> {
  const { status, json, text } = await server.get(`/api/bodies/${runs.body}/sittings/${sitting}/door`, runs);
  if (status !== 200) throw new Error(`door: ${text}`);
  return { sitting, door: json.code };
}

/** A motion put to the vote in that hall; gives the vote's index. */
export async function voteOn(
  server: TestServer,
  convener: FoundedBody,
  sitting: number,
  method: 'devices' | 'hands' | 'mixed',
): Promise<number> {
  const tabled = await server.done(convener, 'TableMotion', {
    sitting,
    matter: 'ordinary',
    title: 'Water',
    text: 'That the tank be mended.',
    proposal: { kind: 'resolution' },
  });
  const motion = tabled.json.acts[0].index;
  const opened = await server.done(convener, 'OpenVote', { motion, method });
  return opened.json.acts[0].index;
}
