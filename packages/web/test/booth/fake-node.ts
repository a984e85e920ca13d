// A node as docs/decisions/0010 describes it, as far as the ballot's own pages speak to it: what is sent to it is checked by
// the real cryptography, and what it answers is made by it.
import { hash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultsIn, fingerprint, readElection } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import type { Stage, Status } from '../../src/booth/status.ts';
import { fail, group, type Prepared, uuid } from './fake-election.ts';
import { codeOf, type FakeTrustees, isComplete, keepMessage } from './fake-trustees.ts';

const sha256 = (content: string | Buffer): string => hash('sha256', content, 'base64');

export interface FakeNode {
  readonly url: string;
  readonly prepared: Prepared;
  stage: Stage;
  /** Ballots that were taken, in the order in which they came. */
  readonly box: string[];
  /** Trackers that are shown. */
  readonly board: string[];
  /** How the next answers to a ballot go wrong, one after the other: before the ballot is taken, or after it. */
  readonly troubles: ('before' | 'after')[];
  /** Null where there is nobody to open the box. */
  trustees: FakeTrustees | null;
  /** What tellers have handed in, by their number. */
  readonly halves: Map<number, string>;
  excluded: string | null;
  result: Status['result'];
  names: NonNullable<Status['names']> | null;
  rows: Status['rows'];
  /** Everything that was asked, as a log would have it. */
  readonly asked: string[];
  /** The credential half in QR form. */
  halfAddress(teller: 1 | 2, slip: number): string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** As a node sends them with every page. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

export async function fakeNode(booth: ReadonlyMap<string, Buffer>, prepared: Prepared): Promise<FakeNode> {
  const node = {
    prepared,
    stage: 'open',
    box: [],
    board: [],
    troubles: [],
    asked: [],
    trustees: null,
    halves: new Map(),
    excluded: null,
    result: null,
    names: null,
    rows: null,
  } as unknown as Mutable<FakeNode>;
  const server = createServer((request, response) => {
    node.asked.push(`${request.method} ${request.url}`);
    answer(node, booth, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  node.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  node.halfAddress = (teller, slip) =>
    `${node.url}/ballot/v/${uuid}#${teller}-${slip}-${prepared.tellers[teller - 1]?.texts[slip - 1]}`;
  node.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return node;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

async function answer(
  node: FakeNode,
  booth: ReadonlyMap<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const { pathname } = new URL(request.url ?? '/', 'http://node');
  response.setHeader('content-security-policy', policy);
  response.setHeader('cache-control', 'no-store');
  const send = (status: number, type: string, body: string | Buffer): void => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  const json = (value: unknown, status = 200): void => send(status, 'application/json', JSON.stringify(value));
  const problem = (status: number, code: string): void =>
    send(status, 'application/problem+json', JSON.stringify({ status, code, sentences: { es: code, en: code } }));
  if (/^\/ballot\/[vcth]\//.test(pathname)) return send(200, types.html ?? '', booth.get('index.html') ?? '');
  const asset = /^\/ballot\/assets\/(.+)$/.exec(pathname)?.[1];
  const file = asset === undefined ? undefined : booth.get(asset);
  if (file !== undefined) return send(200, types[asset?.split('.').at(-1) ?? ''] ?? '', file);
  if (pathname === '/assets/icon.svg') return send(200, types.svg ?? '', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const path = pathname.split(`/ballot/api/${uuid}`)[1];
  if (path === undefined) return problem(404, 'no-such-election');
  const { prepared } = node;
  if (path === '') return json(statusOf(node));
  if (path === '/trackers') return send(200, 'text/plain', node.board.map((one) => `${one}\n`).join(''));
  const wanted = /^\/files\/(.+)$/.exec(path)?.[1];
  if (decodeURIComponent(wanted ?? '') === sha256(prepared.election))
    return send(200, 'application/json', prepared.election);
  const placed = await answerPlaces(node, path, request, { json, problem });
  if (placed !== undefined) return placed;
  const { trustees } = node;
  if (path === '/trial.bel' && trustees?.trial) return send(200, 'application/x-tar', trustees.trial);
  if (path === '/archive.bel' && trustees?.archive) return send(200, 'application/x-tar', trustees.archive);
  if (path === '/box') return takeBallot(node, await bodyOf(request), response, { json, problem });
  return problem(404, 'not-found');
}

interface Saying {
  readonly json: (value: unknown, status?: number) => void;
  readonly problem: (status: number, code: string) => void;
}

/** What trustees and tellers say; undefined where the path is none of theirs. */
async function answerPlaces(node: FakeNode, path: string, request: IncomingMessage, { json, problem }: Saying) {
  const { trustees } = node;
  if (path === '/trustees') {
    json(trustees?.messages ?? []);
    return null;
  }
  const [, kind, place, step] = /^\/(trustees|halves|excluded)(?:\/(\d)(?:\/(\w+))?)?$/.exec(path) ?? [];
  if (kind === undefined || request.method !== 'PUT') return undefined;
  const code = request.headers['ballot-code'];
  const number = Number(place ?? 0);
  if (code !== codeOf(number) && !(kind === 'excluded' && [codeOf(1), codeOf(2)].includes(String(code)))) {
    problem(403, 'wrong-ballot-code');
    return null;
  }
  const body = await bodyOf(request);
  if (kind === 'halves') {
    node.halves.set(number, body);
    json({ file: sha256(body), halves: (JSON.parse(body) as { halves: [] }).halves.length });
  } else if (kind === 'excluded') {
    node.excluded = body;
    json({ file: sha256(body), left: (JSON.parse(body) as { left: [] }).left.length });
  } else if (trustees !== null && step !== undefined) {
    const isKept = await keepMessage(trustees, { seat: number, step, message: body });
    if (isKept) json({ kept: 'kept' }, 201);
    else problem(409, 'already-sent');
  }
  return null;
}

/** As a node has it: it follows from what is there. */
function stageOf({ trustees, stage }: FakeNode): Stage {
  if (trustees === null || stage !== 'keys') return stage;
  if (trustees.trial === null) return 'keys';
  return isComplete(trustees, 'trial') ? 'credentials' : 'trial';
}

function takeBallot(node: FakeNode, ballot: string, response: ServerResponse, say: Saying): unknown {
  const trouble = node.troubles.shift();
  if (trouble === 'before') return response.destroy();
  const election = readElection(node.prepared.election, nodeMachine);
  if (!election.ok) return fail(election.fault);
  const { credential } = JSON.parse(ballot) as { credential: string };
  if (node.stage !== 'open') return say.problem(409, 'box-not-open');
  if (!node.prepared.credentials.includes(credential) || faultsIn(ballot, election).length > 0)
    return say.problem(422, 'ballot-not-valid');
  const isNew = !node.box.includes(ballot);
  if (isNew) node.box.push(ballot);
  if (trouble === 'after') return response.destroy();
  return say.json({ tracker: fingerprint(ballot, nodeMachine) }, isNew ? 202 : 200);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function statusOf(node: FakeNode): Status {
  const { prepared, board, trustees, halves, excluded } = node;
  return {
    election: uuid,
    body: 'villa-ingenio',
    motion: 3,
    title: 'Bomba de agua para el tanque alto',
    group: group.name,
    stage: stageOf(node),
    questions: prepared.questions,
    names: node.names,
    threshold: trustees?.sizes.threshold ?? 1,
    trustees: Array.from({ length: trustees?.sizes.size ?? 1 }, (_, at) => ({
      seat: at + 1,
      steps: (trustees?.messages ?? []).filter(({ seat }) => seat === at + 1).map(({ step }) => step),
    })),
    halves: [...halves].map(([teller, file]) => ({
      teller,
      file: sha256(file),
      halves: (JSON.parse(file) as { halves: [] }).halves.length,
      inBook: false,
    })),
    excluded:
      excluded === null ? null : { file: sha256(excluded), left: (JSON.parse(excluded) as { left: [] }).left.length },
    files: {
      election: sha256(prepared.election),
      trustees: sha256(prepared.trustees),
      credentials: sha256(JSON.stringify(prepared.credentials)),
    },
    head: sha256('head'),
    ballots: board.length,
    result: node.result,
    rows: node.rows,
  };
}
