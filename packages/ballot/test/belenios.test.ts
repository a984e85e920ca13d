// The archives of belenios-tool and ours, each checked by the other.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeDerive, nodeMachine, nodeRandom } from '../node/machine.ts';
import { newCredential, secretOf } from '../src/credential.ts';
import { groupNamed } from '../src/group.ts';
import { finish, makeShare, readShareFile, verifyArchive, writeArchive, writeEncryptedTally } from '../src/index.ts';
import { writeJson } from '../src/wire.ts';
import { assembly, election, inMemory } from './elections.ts';
import { belenios, must, scratch, skipWithoutBelenios } from './tool.ts';

const skip = skipWithoutBelenios();

function saved(uuid: string, bytes: Uint8Array): string {
  const folder = scratch();
  writeFileSync(join(folder, `${uuid}.bel`), bytes);
  return folder;
}

/** Without its last event and what that speaks of. */
function withoutResult(archive: Uint8Array): Uint8Array {
  const text = Buffer.from(archive).toString('latin1');
  return archive.slice(0, text.lastIndexOf('.data.json') - 64);
}

for (const trustees of ['single', '3of3', '2of3'] as const) {
  test(`belenios-tool finds nothing wrong with our archive and the same result (${trustees})`, { skip }, async () => {
    const made = await election({ template: assembly, trustees, voters: 3, revotes: 1, seed: trustees });
    assert.match(belenios(saved(made.uuid, made.archive), ['election', 'verify']).said, /all checks passed/);
    const unopened = saved(made.uuid, withoutResult(made.archive));
    assert.equal(must(unopened, ['election', 'compute-result']).trim(), writeJson({ result: made.result }));
    assert.match(belenios(saved(made.uuid, made.closed), ['election', 'verify']).said, /all checks passed/);
  });

  test(`we find nothing wrong with our archive (${trustees})`, async () => {
    const made = await election({ template: assembly, trustees, voters: 3, revotes: 1, seed: trustees });
    const report = await verifyArchive(inMemory(made.archive), nodeMachine);
    assert.deepEqual(report.findings, []);
    assert.deepEqual(report.result, made.result);
    assert.deepEqual([report.cast, report.voters, report.stage], [4, 3, 'complete']);
  });
}

const template = {
  description: 'Descripción de "prueba" / con \u007f y \\',
  name: 'Prueba',
  questions: [
    { answers: ['a', 'b', 'c'], blank: true, min: 1, max: 2, question: '¿Una o dos?' },
    { answers: ['sí', 'no'], min: 0, max: 1, question: '¿Sí?' },
  ],
  administrator: 'A',
  credential_authority: 'C',
};
const votes = ['[[0,1,0,0],[1,0]]', '[[1,0,0,0],[0,0]]', '[[0,1,1,0],[0,1]]', '[[0,0,0,1],[1,0]]', '[[0,1,0,0],[0,1]]'];

interface ToolElection {
  readonly folder: string;
  readonly archive: string;
  readonly uuid: string;
  readonly credentials: readonly string[];
}

const group = ['--group', 'BELENIOS-2048'];

/** All of it by the tool, as its demonstration scripts do it, up to the open box. */
function setUpByTool(
  makeTrustees: (folder: string) => void,
  weights: readonly number[] = [1, 2, 3, 4, 2_000_000_000],
): ToolElection {
  const folder = scratch();
  const uuid = must(folder, ['setup', 'generate-token']).trim();
  const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  put('voters.txt', weights.map((weight, at) => `v${at}@example.com,v${at},${weight}\n`).join(''));
  must(folder, ['setup', 'generate-credentials', '--uuid', uuid, ...group, '--file', 'voters.txt']);
  put('public_creds.json', only(folder, '.pubcreds'));
  makeTrustees(folder);
  must(folder, ['setup', 'make-trustees']);
  put('template.json', JSON.stringify(template));
  must(folder, ['setup', 'make-election', '--uuid', uuid, ...group, '--template', 'template.json']);
  must(folder, ['archive', 'init']);
  const lines = only(folder, '.privcreds').trim().split('\n');
  const credentials = lines.map((line) => line.split(' ')[1] as string);
  return { folder, uuid, credentials, archive: join(folder, `${uuid}.bel`) };
}

function withEnding(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

function only(folder: string, ending: string): string {
  return readFileSync(join(folder, withEnding(folder, ending)[0] as string), 'utf8');
}

function castByTool({ folder }: ToolElection, credential: string, vote: string): void {
  writeFileSync(join(folder, 'credential'), credential);
  writeFileSync(join(folder, 'choices.json'), vote);
  const ballot = must(folder, ['election', 'generate-ballot', '--privcred', 'credential', '--ballot', 'choices.json']);
  must(folder, ['archive', 'add-event', '--type=Ballot'], ballot);
}

function closeByTool({ folder }: ToolElection): void {
  must(folder, ['archive', 'add-event', '--type=EndBallots']);
  const tally = must(folder, ['election', 'compute-encrypted-tally']);
  must(folder, ['archive', 'add-event', '--type=EncryptedTally'], tally);
}

function singleTrustees(count: number): (folder: string) => void {
  return (folder) => {
    for (let i = 0; i < count; i++) must(folder, ['setup', 'generate-trustee-key', ...group]);
    const keys = withEnding(folder, '.pubkey').map((name) => readFileSync(join(folder, name), 'utf8'));
    writeFileSync(join(folder, 'public_keys.jsons'), keys.join(''));
  };
}

/** One who is always needed, and two of three by the tool's own ceremony (the layout of 2.0). */
function thresholdTrustees(folder: string): void {
  singleTrustees(1)(folder);
  const step = (args: readonly string[], input = ''): string =>
    must(folder, ['setup', 'generate-trustee-key-threshold', ...group, ...args], input);
  const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  for (let i = 0; i < 3; i++) step(['--step', '1']);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  put('certs.jsons', withEnding(folder, '.cert').map(read).join(''));
  step(['--certs', 'certs.jsons', '--step', '2']);
  const keys = withEnding(folder, '.key');
  const third = keys.map((key) => step(['--certs', 'certs.jsons', '--key', key, '--step', '3', '--threshold', '2']));
  put('polynomials.jsons', third.join(''));
  step(['--certs', 'certs.jsons', '--step', '4', '--polynomials', 'polynomials.jsons']);
  const outputs = keys.map((key) =>
    step(['--certs', 'certs.jsons', '--key', key, '--step', '5'], read(key.replace('.key', '.vinput'))),
  );
  const last = step(['--certs', 'certs.jsons', '--step', '6', '--polynomials', 'polynomials.jsons'], outputs.join(''));
  put('threshold.json', last);
}

/** The part of one of the three, who come after the one who is always needed. */
function thresholdPart(folder: string, owner: number): string {
  const key = withEnding(folder, '.key')[owner - 2] as string;
  const own = ['--key', key, '--decryption-key', key.replace('.key', '.dkey'), '--trustee-id', `${owner}`];
  return must(folder, ['election', 'decrypt-threshold', ...own]);
}

const skipSlow = skip === false && process.env.CABILDO_SLOW === undefined && 'takes minutes; runs with CABILDO_SLOW=1';

for (const [size, skipSize] of [
  [10, skip],
  [2_000, skip || skipSlow],
] as const) {
  test(`${size} ballots and a threshold of trustees by belenios-tool alone: accepted, with the same result`, {
    skip: skipSize,
  }, async () => {
    const made = setUpByTool(
      thresholdTrustees,
      Array.from({ length: size }, () => 1),
    );
    for (const [at, credential] of made.credentials.entries())
      castByTool(made, credential, votes[at % votes.length] as string);
    closeByTool(made);
    const add = (part: string): string => must(made.folder, ['archive', 'add-event', '--type=PartialDecryption'], part);
    const key = only(made.folder, '.privkey').trim();
    writeFileSync(join(made.folder, 'single'), key);
    add(must(made.folder, ['election', 'decrypt', '--privkey', 'single', '--trustee-id', '1']));
    for (const owner of [2, 4]) add(thresholdPart(made.folder, owner));
    const result = must(made.folder, ['election', 'compute-result']);
    must(made.folder, ['archive', 'add-event', '--type=Result'], result);
    const report = await verifyArchive(inMemory(readFileSync(made.archive)), nodeMachine);
    assert.deepEqual([report.findings, report.cast, report.voters], [[], size, size]);
    assert.equal(writeJson({ result: report.result }), result.trim());
    const of = (many: number): bigint => BigInt((size / votes.length) * many);
    assert.deepEqual(report.result, [
      [of(1), of(3), of(1), of(1)],
      [of(2), of(2)],
    ]);
  });
}

test('an archive of belenios-tool alone is accepted, with weights, blanks and revotes (single)', { skip }, async () => {
  const made = setUpByTool(singleTrustees(2));
  for (const [at, vote] of votes.entries()) castByTool(made, made.credentials[at] as string, vote);
  castByTool(made, made.credentials[1] as string, '[[0,0,1,0],[1,0]]');
  closeByTool(made);
  for (const [at, key] of withEnding(made.folder, '.privkey').entries()) {
    const part = must(made.folder, ['election', 'decrypt', '--privkey', key, '--trustee-id', `${at + 1}`]);
    must(made.folder, ['archive', 'add-event', '--type=PartialDecryption'], part);
  }
  const result = must(made.folder, ['election', 'compute-result']);
  must(made.folder, ['archive', 'add-event', '--type=Result'], result);
  const report = await verifyArchive(inMemory(readFileSync(made.archive)), nodeMachine);
  assert.deepEqual(report.findings, []);
  assert.equal(writeJson({ result: report.result }), result.trim());
  assert.deepEqual(report.result, [
    [0n, 2_000_000_004n, 5n, 4n],
    [7n, 2_000_000_003n],
  ]);
  assert.deepEqual([report.cast, report.voters, report.weight], [6, 5, 2_000_000_010n]);
});

test('a vote whose trustees made their keys with belenios-tool: we add up, they decrypt, we open, it agrees', {
  skip,
}, async () => {
  const made = setUpByTool(thresholdTrustees);
  for (const [at, vote] of votes.slice(0, 2).entries()) castByTool(made, made.credentials[at] as string, vote);
  const report = await verifyArchive(inMemory(readFileSync(made.archive)), nodeMachine);
  assert.deepEqual([report.findings, report.stage], [[], 'voting']);
  const { setup, head, tally, voters, weight } = report;
  assert.ok(setup !== undefined && head !== undefined);
  const time = Number(/"timestamp":"([0-9]+)"/.exec(readFileSync(made.archive, 'latin1'))?.[1]);
  const write = (bytes: Uint8Array): void => writeFileSync(made.archive, bytes, { flag: 'a' });
  const writer = writeArchive({ machine: nodeMachine, time, write }, head);
  writer.endBallots();
  writer.tally(writeEncryptedTally(setup, tally), { numTallied: voters, totalWeight: weight });
  const single = only(made.folder, '.privkey').replaceAll(/[^0-9]/g, '');
  const two = [3, 4].map((owner) => readShareFile(thresholdPart(made.folder, owner)));
  const shares = [makeShare(setup, tally, BigInt(single), nodeRandom), ...two];
  const finished = finish(writer, {
    setup,
    tally,
    weight,
    parts: new Map(),
    shares: shares.filter((one) => one !== undefined),
  });
  assert.deepEqual([finished.ok, finished.bad], [true, []]);
  assert.match(belenios(made.folder, ['election', 'verify']).said, /all checks passed/);
  const whole = await verifyArchive(inMemory(readFileSync(made.archive)), nodeMachine);
  assert.deepEqual(
    [whole.findings, whole.result],
    [
      [],
      [
        [2n, 1n, 0n, 0n],
        [1n, 0n],
      ],
    ],
  );
});

test('a ballot by belenios-tool counts beside ours, and the credential opens for both', { skip }, async () => {
  const made = await election({ template: assembly, voters: 1 });
  const folder = saved(made.uuid, made.closed);
  const [voter] = made.credentials;
  castByTool(
    { folder, uuid: made.uuid, archive: '', credentials: [] },
    voter?.secret ?? '',
    '[[1,0,0,0,0],[1,1,0],[0,1,0]]',
  );
  const report = await verifyArchive(inMemory(readFileSync(join(folder, `${made.uuid}.bel`))), nodeMachine);
  assert.deepEqual([report.findings, report.cast, report.voters], [[], 2, 1]);
  assert.ok(report.setup !== undefined);
  assert.equal(makeShare(report.setup, report.tally, made.privateKeys[0] as bigint, nodeRandom)?.owner, 1);
});

test('a secret credential has the public half that belenios-tool gives it', { skip }, async () => {
  const folder = scratch();
  const belenios2048 = groupNamed('BELENIOS-2048', nodeMachine);
  assert.ok(belenios2048 !== undefined);
  const uuid = must(folder, ['setup', 'generate-token']).trim();
  const credential = newCredential(nodeRandom);
  const secret = await secretOf(credential, uuid, belenios2048, nodeDerive);
  const given = belenios(folder, ['setup', 'generate-credentials', '--uuid', uuid, ...group, '--derive', credential]);
  assert.equal(given.out.trim(), belenios2048.write(belenios2048.powerOfG(secret)), given.said);
});
