import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeMachine, nodeRandom, startBallotWorkers } from '../node/machine.ts';
import {
  type BallotChecker,
  extendsArchive,
  faultsIn,
  NoArchive,
  type Setup,
  seededRandom,
  verifyArchive,
} from '../src/index.ts';
import { randomBelow } from '../src/random.ts';
import { archiveOf, build, entriesOf } from './archive-model.ts';
import { inMemory } from './elections.ts';
import { documentPath, rowStart } from './mutation-table.ts';
import { mutations } from './mutations.ts';
import { forger } from './mutations-forger.ts';

const own = await forger();

/** Most mutations leave most ballots as they were: what was found in one is found once. */
const known = new Map<string, ReturnType<typeof faultsIn>>();
const checkOnce = (setup: Setup): BallotChecker => ({
  ahead: 1,
  check(json) {
    const key = `${setup.election.fingerprint} ${json}`;
    const faults = known.get(key) ?? faultsIn(json, setup);
    known.set(key, faults);
    return faults;
  },
});

async function codesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { findings, ok } = await verifyArchive(inMemory(bytes), nodeMachine, { startChecker: checkOnce });
  assert.equal(ok, findings.length === 0);
  return [...new Set(findings.map(({ code }) => code))].toSorted();
}

test('what is falsified afterwards is sound before, taken apart and put together again', async () => {
  assert.deepEqual(build(own.steps), own.made.archive);
  assert.deepEqual(await codesIn(own.made.archive), []);
});

for (const { part, what, finds, make } of mutations) {
  test(`${part}: ${what} is found`, async () => {
    assert.deepEqual(await codesIn(make(own)), [...finds].toSorted());
  });
}

test('any byte that is changed anywhere is found', async () => {
  const random = seededRandom('bytes', nodeMachine);
  for (let round = 0; round < 16; round++) {
    const bytes = own.made.archive.slice();
    // The first block says that this is an archive at all.
    const at = 512 + Number(randomBelow(BigInt(bytes.length - 512), random));
    bytes[at] = (bytes[at] as number) ^ (1 << Number(randomBelow(8n, random)));
    assert.notDeepEqual(await codesIn(bytes), [], `byte ${at}`);
  }
});

test('cut after an event it is a valid earlier archive, which the whole one extends', async () => {
  const entries = entriesOf(own.made.archive);
  const stages: string[] = [];
  for (const [at, { name }] of entries.entries()) {
    if (!name.endsWith('.event.json')) continue;
    const cut = archiveOf(entries.slice(0, at + 1));
    const report = await verifyArchive(inMemory(cut), nodeMachine, { startChecker: checkOnce });
    assert.deepEqual(report.findings, []);
    stages.push(report.stage);
    assert.ok((await extendsArchive(inMemory(cut), inMemory(own.made.archive), nodeMachine)).ok);
    assert.ok(
      !(await extendsArchive(inMemory(own.made.archive), inMemory(cut), nodeMachine)).ok || at === entries.length - 1,
    );
  }
  const voting = Array.from({ length: 5 }, () => 'voting');
  assert.deepEqual(stages, [...voting, 'closed', 'tallied', 'tallied', 'tallied', 'complete']);
});

test('threads find the same as one thread, at the same places', async () => {
  const forged = mutations.filter(({ part, what }) => part === 'ballot' && what.startsWith('challenge of the'));
  for (const { make } of forged.slice(0, 2)) {
    const bytes = make(own);
    const [alone, together] = [{}, { startChecker: startBallotWorkers(2) }].map((options) =>
      verifyArchive(inMemory(bytes), nodeMachine, options),
    );
    const findings = (await together)?.findings ?? [];
    assert.deepEqual(findings, (await alone)?.findings);
    assert.match(findings[0]?.path ?? '', /^answers\[0\]\./);
    assert.deepEqual([findings[0]?.height, findings[0]?.entry], [2, 9]);
  }
});

test('what is no member of the group is named, also where members are told together', async () => {
  const outside = mutations.filter(({ finds }) => finds.includes('ballot-not-in-group'));
  assert.ok(outside.length >= 3);
  for (const { what, make } of outside) {
    const bytes = make(own);
    const expected = (await verifyArchive(inMemory(bytes), nodeMachine)).findings;
    for (const startChecker of [undefined, startBallotWorkers(2)]) {
      const how = { random: nodeRandom, ...(startChecker !== undefined && { startChecker }) };
      assert.deepEqual((await verifyArchive(inMemory(bytes), nodeMachine, how)).findings, expected, what);
    }
  }
});

test('there are more than sixty ways, all different', () => {
  const archives = new Set(mutations.map(({ make }) => Buffer.from(make(own)).toString('latin1')));
  assert.equal(archives.size, mutations.length);
  assert.equal(new Set(mutations.map(({ part, what }) => `${part} ${what}`)).size, mutations.length);
  assert.ok(mutations.length > 60);
});

test('the table in the document has a row for each, with what is found', () => {
  const page = readFileSync(documentPath, 'utf8');
  const missing = mutations
    .map(({ part, what, finds }) => rowStart(part, what, finds))
    .filter((row) => !page.includes(row));
  assert.deepEqual(missing, [], 'node packages/ballot/test/write-table.ts');
});

test('what is no archive at all is told from one that is wrong', async () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(2048), own.made.archive.slice(1)])
    await assert.rejects(verifyArchive(inMemory(bytes), nodeMachine), NoArchive);
});
