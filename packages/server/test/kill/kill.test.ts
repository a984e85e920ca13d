// `npm run kill` for the full number; a few kills in the ordinary run. Nothing here measures time.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type BookReader, verifyBook } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { tableEntries, tableGet } from '@cabildo/core';
import pg from 'pg';
import { removeDatabase, startDatabase } from '../../src/store/postgres/index.ts';
import { type Answer, type Convener, conveneSitting, foundAssembly, send } from '../assembly-over-http.ts';
import { phonesOf } from '../http/hand-over-phones.ts';
import { bringAll, type Standing, standingCommittee, stateServed } from './hand-overs-sent.ts';
import { MortalNode, type Victim } from './mortal-node.ts';

const rounds = Number(process.env.CABILDO_KILL_ROUNDS ?? 3);
const commands = Number(process.env.CABILDO_KILL_COMMANDS ?? 200);
const BODIES = 4;
const VICTIMS: readonly Victim[] = ['both', 'node', 'database'];
/** One command in so many enrols a member: a row of the vault and no act. */
const ENROLS = 4;
/** Crews that bring hand-overs, and how many each has. */
const CREWS = 6;
const EACH = 8;
const GAS = 1_000;

const skip = !existsSync('/proc/self/stat') && 'the processes of a database are found in /proc';

let node: MortalNode;
let conveners: Convener[];
let committee: Standing;
/** Members that were asked for besides the conveners. */
let enrolled = 0;

before(async () => {
  if (skip) return;
  node = new MortalNode(await mkdtemp(join(tmpdir(), `cabildo-test-${process.pid}-`)));
  committee = await standingCommittee(node.dataDir, CREWS, GAS);
  await node.start();
  const token = (await readFile(join(node.dataDir, 'operator-token'), 'utf8')).trim();
  conveners = await Promise.all(Array.from({ length: BODIES }, (_, i) => foundAssembly(node.url, token, `junta-${i}`)));
});

after(async () => {
  if (skip) return;
  await node.stop();
  await removeDatabase(node.dataDir);
  await rm(node.dataDir, { recursive: true, force: true });
});

/** A command and what was answered to it, the first time that it was acknowledged. */
interface Sent {
  readonly body: number;
  readonly command: 'RecordIrregularity' | 'EnrolMember';
  readonly input: object;
  readonly key: string;
  acknowledged: string | undefined;
}

for (let round = 0; round < rounds; round++) {
  const victim = VICTIMS[round % VICTIMS.length] as Victim;
  test(`kill -9, ${round + 1} of ${rounds} (${victim}): all that was acknowledged is there, once`, {
    skip,
  }, async () => {
    const sittings = await Promise.all(
      conveners.map((convener, i) => conveneSitting(at(i, convener), `sitting-${round}`)),
    );
    const sent = plan(round, sittings);
    enrolled += sent.filter(({ command }) => command === 'EnrolMember').length;
    const share = 0.05 + 0.75 * Math.random();
    await killAmid(sent, victim, Math.ceil(share * sent.length));
    if (!node.isRunning) await node.start();
    const before = sent.map(({ acknowledged }) => acknowledged);
    await Promise.all(sent.map(sendUntilAcknowledged));
    for (const [i, one] of sent.entries()) {
      if (before[i] !== undefined) assert.equal(one.acknowledged, before[i], `${one.key} is answered as it was`);
    }
    for (const body of conveners.keys()) await checkBook(body, sent);
  });
}

test('no member was enrolled twice', { skip }, async () => {
  const database = await startDatabase({ dataDir: node.dataDir, env: {}, log: () => undefined, share: true });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ count: string }>('select count(*) from members');
  await client.end();
  await database.stop();
  const inCommittee = 3;
  assert.equal(Number(rows[0]?.count), BODIES + inCommittee + enrolled);
});

test('kill -9 amid phones that bring what both sides have signed: all of it is in the ledger once, and every cylinder is somewhere', {
  skip,
}, async () => {
  const phones = phonesOf(committee, EACH);
  const all = phones.flat();
  const restarted = Promise.withResolvers<void>();
  let killed = false;
  const when = Math.ceil((0.1 + 0.6 * Math.random()) * all.length);
  const bringing = bringAll(node, committee.who.body, phones, (answered) => {
    if (killed || answered < when) return;
    killed = true;
    const again = node.kill('both').then(() => node.start());
    again.then(restarted.resolve, restarted.reject);
  });
  const [answered] = await Promise.all([bringing, restarted.promise]);
  const { supply } = await stateServed(node.url, committee);
  assert.deepEqual(
    tableEntries(supply.handOverIds)
      .map(([id, index]) => [id, [index]])
      .toSorted(),
    [...answered].map(([id, acts]) => [id, [...acts]]).toSorted(),
    'each is one act, and every phone was told of that one',
  );
  assert.equal(answered.size, all.length);
  const there = (place: number): number => tableGet(supply.balances, `${committee.lot}.${place}`) ?? 0;
  const brought = all.filter(({ kind }) => kind === 'deliver').flatMap(({ lines }) => lines);
  const came = brought.reduce((sum, { received }) => sum + received, 0);
  const missing = brought.reduce((sum, { given, received }) => sum + given - received, 0);
  const lot = tableGet(supply.lots, committee.lot);
  assert.deepEqual(
    [there(committee.depot), there(committee.clinic), lot?.lost, ...committee.vehicles.map(there)],
    [GAS - came - missing, came, missing, ...committee.vehicles.map(() => 0)],
  );
  const report = await verifyBook(servedBook(committee.who.body), committee.key, nodeCrypto);
  assert.deepEqual(report.findings, []);
});

/** A restarted node has another address. */
const at = (body: number, convener = conveners[body] as Convener): Convener => ({ ...convener, url: node.url });

function plan(round: number, sittings: readonly number[]): Sent[] {
  return Array.from({ length: commands }, (_, i): Sent => {
    const body = i % BODIES;
    const key = `round-${round}-${i}`;
    const common = { body, key, acknowledged: undefined };
    // Every body gets both kinds.
    return Math.floor(i / BODIES) % ENROLS === 0
      ? { ...common, command: 'EnrolMember', input: { name: key } }
      : {
          ...common,
          command: 'RecordIrregularity',
          input: { sitting: sittings[body], what: key, irregularities: ['other'] },
        };
  });
}

/** Sends everything at once and kills when so many have been acknowledged. Resolves when nothing is under way. */
async function killAmid(sent: readonly Sent[], victim: Victim, when: number): Promise<void> {
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  await Promise.all(
    sent.map(async (one) => {
      one.acknowledged = await attempt(one);
      if (one.acknowledged !== undefined) acknowledged += 1;
      if (acknowledged >= when) killed ??= node.kill(victim);
    }),
  );
  assert.ok(killed !== undefined, 'nothing was killed');
  await killed;
}

/** What was answered, if it was acknowledged. No answer, or "try again", leaves open whether it was done. */
async function attempt({ body, command, input, key }: Sent): Promise<string | undefined> {
  let answer: Answer;
  try {
    answer = await send(at(body), command, input, key);
  } catch {
    return undefined;
  }
  if (answer.status === 503) return undefined;
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return JSON.stringify(answer.body);
}

async function sendUntilAcknowledged(one: Sent): Promise<void> {
  for (;;) {
    const answered = await attempt(one);
    if (answered !== undefined) {
      one.acknowledged = answered;
      return;
    }
    if (!node.isRunning) throw new Error(`the node ended by itself: ${node.said}`);
    await pause(100);
  }
}

async function checkBook(body: number, sent: readonly Sent[]): Promise<void> {
  const { key } = conveners[body] as Convener;
  const report = await verifyBook(servedBook(`junta-${body}`), key, nodeCrypto);
  assert.deepEqual(report.findings, []);
  const found = await acknowledgedTexts(body);
  for (const one of sent) {
    if (one.body !== body || one.command !== 'RecordIrregularity') continue;
    const index = (JSON.parse(one.acknowledged ?? '{}') as Answer['body']).acts?.[0]?.index;
    assert.deepEqual(found.get(one.key), [index], `${one.key} is in the book once, where its answer said`);
  }
}

function servedBook(body: string): BookReader {
  return {
    async read(path) {
      const response = await fetch(`${node.url}/books/${body}/${path}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
  };
}

/** What each recorded irregularity says → where it stands. */
async function acknowledgedTexts(body: number): Promise<Map<string, number[]>> {
  const texts = new Map<string, number[]>();
  for (let from = 0; ; ) {
    const response = await fetch(`${node.url}/api/bodies/junta-${body}/acts?from=${from}`);
    const { acts } = (await response.json()) as {
      acts: { index: number; act: string; entry: { data: { what?: string } } }[];
    };
    if (acts.length === 0) return texts;
    for (const { index, entry } of acts) {
      const { what } = entry.data;
      if (what !== undefined) texts.set(what, [...(texts.get(what) ?? []), index]);
    }
    from += acts.length;
  }
}
