// Nodes and databases that are killed amid a secret vote. Nothing here measures time.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { extendsArchive } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import { fromEpoch } from '@cabildo/core';
import { removeDatabase } from '../../src/store/postgres/index.ts';
import { askingAt, type FoundedBody, found, hall, type TestServer } from '../http/http-fixture.ts';
import {
  ballotMaker,
  castBallot,
  download,
  openResult,
  openSecretVote,
  type SecretVote,
  secretArticles,
  verified,
} from '../http/secret-vote.ts';
import { MortalNode, type Victim } from './mortal-node.ts';

const VOTERS = 13;
const VICTIMS: readonly Victim[] = ['node', 'both', 'database'];

const skip = !existsSync('/proc/self/stat') && 'the processes of a database are found in /proc';

let node: MortalNode;
let operatorToken = '';
let body: FoundedBody;
let vote: SecretVote;
/** Three of each voter, a round after another. */
let ballots: readonly string[];

/** What tests of a server ask, of the process that runs now. */
const server = (): TestServer =>
  ({
    base: node.url,
    node: { operatorToken, now: () => fromEpoch(Date.now()) },
    pass: () => node.passMinute(),
    ...askingAt(node.url),
  }) as unknown as TestServer;

before(async () => {
  if (skip) return;
  node = new MortalNode(await mkdtemp(join(tmpdir(), `cabildo-test-${process.pid}-`)));
  await node.start();
  operatorToken = (await readFile(join(node.dataDir, 'operator-token'), 'utf8')).trim();
  body = await found(server(), 'junta', 'base', secretArticles(2, 2));
  const there = await hall(server(), body, VOTERS);
  vote = await openSecretVote(server(), body, there, { threshold: 2, slips: VOTERS });
  const ballot = await ballotMaker(server(), vote.election);
  ballots = (['yes', 'no', 'blank'] as const).flatMap((answer) => vote.voters.map((voter) => ballot(voter, answer)));
});

after(async () => {
  if (skip) return;
  await node.stop();
  await removeDatabase(node.dataDir);
  await rm(node.dataDir, { recursive: true, force: true });
});

const inMemory = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (at: number, length: number) => bytes.slice(at, at + length),
});

/** The status if it was acknowledged. No answer, or "the same again later", leaves open whether it was taken. */
async function attempt(ballot: string): Promise<number | undefined> {
  try {
    const { status, text } = await castBallot(server(), vote.election, ballot);
    if (status >= 500) return undefined;
    assert.ok(status === 200 || status === 202, text);
    return status;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return undefined;
  }
}

async function untilAcknowledged(ballot: string): Promise<number> {
  for (;;) {
    const status = await attempt(ballot);
    if (status !== undefined) return status;
    if (!node.isRunning) throw new Error(`the node ended by itself: ${node.said}`);
    await pause(100);
  }
}

/** The board as anybody has it; a database that is coming back is waited for. */
async function board(): Promise<Uint8Array> {
  for (;;) {
    try {
      return await download(server(), vote.election);
    } catch {
      if (!node.isRunning) throw new Error(`the node ended by itself: ${node.said}`);
      await pause(100);
    }
  }
}

for (const [round, victim] of VICTIMS.entries()) {
  test(`given ballots on their way, when ${victim} is killed with -9, then what was acknowledged is there, and nothing changed that was published`, {
    skip,
  }, async () => {
    const copy = await board();
    const sent = ballots.slice(round * VOTERS, (round + 1) * VOTERS);
    let killed: Promise<void> | undefined;
    let count = 0;
    const acknowledged = await Promise.all(
      sent.map(async (ballot) => {
        const status = await attempt(ballot);
        if (status !== undefined) count += 1;
        // The ninth waits with eight others, the eleventh is amid a batch.
        if (count >= 9 + round) killed ??= node.kill(victim);
        return status;
      }),
    );
    assert.ok(killed !== undefined, 'nothing was killed');
    await killed;
    if (!node.isRunning) await node.start();
    for (const [at, ballot] of sent.entries()) {
      const again = await untilAcknowledged(ballot);
      if (acknowledged[at] !== undefined) assert.equal(again, 200, 'a ballot that was acknowledged is known');
    }
    const now = await board();
    assert.ok((await extendsArchive(inMemory(copy), inMemory(now), nodeMachine)).ok);
    assert.deepEqual((await verified(now)).findings, []);
  });
}

test('given all that, when the box is closed, then every ballot is on the board once and the trustees open it', {
  skip,
}, async () => {
  const now = server();
  await now.done(body, 'CloseBallotBox', { vote: vote.vote });
  const trackers = (await now.get(`/ballot/api/${vote.election}/trackers`)).text.trim().split('\n');
  assert.deepEqual([trackers.length, new Set(trackers).size], [ballots.length, ballots.length]);
  await untilThere('EncryptedTally');
  await openResult(server(), vote, vote.trustees);
  await untilThere('Result');
  const { findings, stage, cast, voters } = await verified(await board());
  assert.deepEqual([findings, stage, cast, voters], [[], 'complete', ballots.length, VOTERS]);
});

/** The sum and the result are made after the answer. */
async function untilThere(event: 'EncryptedTally' | 'Result'): Promise<void> {
  for (;;) {
    // Whoever looks has made what a crash left undone.
    await server().get(`/ballot/api/${vote.election}`);
    if (Buffer.from(await board()).includes(`"type":"${event}"`)) return;
    await pause(100);
  }
}
