// A node on a fresh database, with bodies to command. Identifiers and times are those of a real node.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64Encode, type Signer } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { Actor, Statute } from '@cabildo/core';
import {
  type CommandOutcome,
  type Done,
  type Founded,
  type Node,
  type NodeOptions,
  openNode,
} from '../../src/app/index.ts';
import { databaseForNode } from '../database.ts';

const vaultKey = Buffer.alloc(32, 7).toString('base64');

export interface TestNode {
  readonly node: Node;
  readonly url: string;
  readonly dataDir: string;
  /** Closes the node and opens it again on the same data. */
  reopen(): Promise<Node>;
}

export async function withNode(
  work: (test: TestNode) => Promise<void>,
  options: Partial<NodeOptions> = {},
): Promise<void> {
  const database = await databaseForNode();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-node-'));
  const open = (): Promise<Node> =>
    openNode({
      databaseUrl: database.url,
      dataDir,
      name: 'el-alto.example',
      env: { CABILDO_VAULT_KEY: vaultKey },
      ...options,
    });
  let node = await open();
  try {
    await work({
      get node() {
        return node;
      },
      url: database.url,
      dataDir,
      async reopen() {
        await node.close();
        node = await open();
        return node;
      },
    });
  } finally {
    await node.close();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const matters = [
  'ordinary',
  'election',
  'recall',
  'statute',
  'affiliation',
  'mandate',
  'consultation',
  'pact',
  'measure',
  'lifting',
  'accounts',
  'dissolution',
] as const;

const half = { num: 1, den: 2, strict: true, of: 'cast' } as const;

/** Rules under which a handful of people can decide everything at once. */
export const lightStatute = (changed: Partial<Statute> = {}): Statute => ({
  title: 'Test statute',
  offices: [
    { office: 'president', role: 'presidium' },
    { office: 'secretary', role: 'secretary' },
  ],
  terms: { officersMonths: 24, delegatesMonths: 24 },
  notice: { hours: 0 },
  calls: {
    first: { num: 1, den: 100, min: 1, strict: false },
    second: { num: 1, den: 100, min: 1, strict: false },
    minutesBetween: 30,
  },
  closing: { hour: 24, offsetMinutes: 0 },
  rules: matters.map((matter) => ({
    matter,
    rule: half,
    secondCall: matter === 'ordinary',
    methods: ['hands', 'devices'],
  })),
  tellers: { recounts: 1 },
  seals: { signatures: 2, handover: 'show' },
  mandates: { binding: 'refuse' },
  recall: { monthsBefore: 0 },
  ratification: { matters: [], num: 1, den: 2, strict: true, of: 'answered', days: 1 },
  roll: { waitingDays: 0 },
  minutes: { refusals: false },
  ...changed,
});

export interface TestBody {
  readonly name: string;
  readonly origin: string;
  readonly founder: Actor;
  readonly signer: Signer;
  readonly founded: Founded;
}

let keys = 0;

/** A new idempotency key. */
export const freshKey = (): string => `key-${++keys}`;

export async function found(node: Node, name: string, statute = lightStatute()): Promise<TestBody> {
  const { signer } = generateKey();
  const input = {
    name,
    title: `Junta ${name}`,
    kind: 'base',
    founder: { name: 'Felipa Quispe Huanca', key: base64Encode(signer.publicKey) },
    statute,
    provisionalDays: 60,
  };
  const outcome = await node.foundBody({ input, actor: { kind: 'operator' }, key: freshKey() });
  if (outcome.kind !== 'founded') throw new Error(`not founded: ${JSON.stringify(outcome)}`);
  return {
    name,
    origin: outcome.origin,
    founder: { kind: 'member', member: outcome.member },
    signer,
    founded: outcome,
  };
}

export const ask = (
  node: Node,
  body: TestBody,
  command: string,
  input: unknown,
  actor: Actor = body.founder,
  key = freshKey(),
): Promise<CommandOutcome> => node.command({ body: body.name, command, input, actor, key });

/** The same, where it must succeed. */
export async function done(...args: Parameters<typeof ask>): Promise<Done> {
  const outcome = await ask(...args);
  if (outcome.kind !== 'done') throw new Error(`${args[2]}: ${JSON.stringify(outcome)}`);
  return outcome;
}

export const witnessInput = (n: number): { name: string; key: string } => ({
  name: `Witness ${n}`,
  key: `witness-${n}.example+0123abcd+${base64Encode(new Uint8Array(33).fill(n % 256))}`,
});

/** What somebody who stands at the door of that sitting sends: its code of this minute. */
export async function atDoor(
  node: Node,
  body: TestBody,
  sitting: number,
  runs: Actor = body.founder,
): Promise<{ readonly sitting: number; readonly door: string }> {
  const door = await node.door(runs, body.name, sitting);
  if (door === null) throw new Error(`${sitting} has no door for them`);
  return { sitting, door: door.code };
}

/** Without notice a sitting starts at the moment at which it is convened: a second may turn on the way. */
export async function convened(node: Node, body: TestBody, input: object, by: Actor = body.founder): Promise<number> {
  for (;;) {
    const outcome = await ask(node, body, 'ConveneSitting', { ...input, startsAt: node.now() }, by);
    if (outcome.kind === 'done') return outcome.acts[0]!.index;
    if (outcome.kind !== 'refused' || outcome.refusal.code !== 'notice-too-short')
      throw new Error(JSON.stringify(outcome));
  }
}

/** A sitting that is open, with this many people checked in by phone, and a device vote that waits for them. */
export async function hallThatVotes(
  node: Node,
  body: TestBody,
  people: number,
): Promise<{ sitting: number; vote: number; members: Actor[] }> {
  const members: Actor[] = [];
  for (let i = 0; i < people; i++) {
    const { answer } = await done(node, body, 'EnrolMember', { name: `Person ${i}` });
    members.push({ kind: 'member', member: String(answer.member) });
  }
  const notice = [{ matter: 'ordinary', title: 'Water' }];
  const sitting = await convened(node, body, {
    kind: 'founding',
    place: 'School',
    notice: [{ matter: 'election', title: 'Officers' }, ...notice],
  });
  const tellers = members.slice(0, 2).map((actor) => (actor.kind === 'member' ? actor.member : ''));
  await done(node, body, 'AppointTellers', { sitting, tellers });
  const door = await atDoor(node, body, sitting);
  await Promise.all(members.map((actor) => done(node, body, 'CheckIn', door, actor)));
  for (const teller of members.slice(0, 2)) {
    await done(node, body, 'CountPresence', { sitting, round: 1, present: people }, teller);
  }
  await done(node, body, 'OpenSitting', { sitting, call: 'first' });
  const tabled = await done(node, body, 'TableMotion', {
    sitting,
    matter: 'ordinary',
    title: 'Water',
    text: 'That the tank be mended.',
    proposal: { kind: 'resolution' },
  });
  const opened = await done(node, body, 'OpenVote', { motion: tabled.acts[0]!.index, method: 'devices' });
  return { sitting, vote: opened.acts[0]!.index, members };
}
