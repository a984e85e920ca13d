import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nodeMachine } from '../node/machine.ts';
import { type BallotChecker, faultsIn, NoArchive, type Setup, verifyArchive } from '../src/index.ts';
import { build } from './archive-model.ts';
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
