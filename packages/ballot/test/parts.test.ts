// What people make apart from each other: halves of credentials by two tellers, keys by trustees who only exchange messages.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeDerive, nodeMachine, nodeRandom } from '../node/machine.ts';
import { openMessage, sealMessage } from '../src/channel.ts';
import {
  ceremonyFields,
  certificateMessage,
  contributionMessage,
  finish,
  groupNamed,
  type HalfFields,
  joinCeremony,
  joinHalves,
  joinSecrets,
  makeBallot,
  makeShare,
  newCredential,
  newTrusteeSecret,
  publishHalf,
  publishKey,
  readCertificates,
  readContributions,
  readCredential,
  readExcluded,
  readHalves,
  readKeyMessage,
  readTrusteeSecret,
  secretOf,
  singleKeyOf,
  takeShares,
  verifyArchive,
  writeArchive,
  writeEncryptedTally,
  writeExcluded,
  writeHalves,
} from '../src/index.ts';
import { readSetup, type Setup } from '../src/setup.ts';
import type { TrusteeFields } from '../src/structures.ts';
import { readTrustees } from '../src/trustee.ts';
import { writeJson } from '../src/wire.ts';
import { cipher } from './cipher.ts';
import { inMemory } from './elections.ts';
import { belenios, scratch, skipWithoutBelenios } from './tool.ts';

const group = groupNamed('BELENIOS-2048', nodeMachine) ?? assert.fail();

const workshop = { group, machine: nodeMachine, random: nodeRandom, cipher };
const uuid = 'NwCLjPBvfL7iB8';

interface Teller {
  readonly credentials: readonly string[];
  readonly file: string;
}

async function teller(number: number, slips: number): Promise<Teller> {
  const credentials = Array.from({ length: slips }, () => newCredential(nodeRandom));
  const halves: HalfFields[] = [];
  for (const [at, credential] of credentials.entries()) {
    const secret = await secretOf(credential, uuid, group, nodeDerive);
    halves.push(publishHalf(workshop, { election: uuid, teller: number, number: at + 1 }, secret));
  }
  return { credentials, file: writeHalves({ election: uuid, teller: number, halves }) };
}

function elementsOf(file: string): readonly bigint[] {
  const read = readHalves(workshop, file);
  if (!read.ok) throw new Error(`${read.fault} at ${read.path}`);
  return read.halves;
}

/** The whole ceremony by nothing but messages; each trustee has its secret and what the board holds. */
async function ceremony(size: number, threshold: number) {
  const seats = Array.from({ length: size }, (_, at) => ({ size, threshold, index: at + 1 }));
  const secrets = seats.map(() => newTrusteeSecret(nodeRandom));
  // Made again for each step, as a page does that was closed in between.
  const participants = () => seats.map((seat, at) => joinCeremony(workshop, seat, secrets[at]));
  const certificates = readCertificates(workshop, { size, threshold }, participants().map(certificateMessage));
  assert.ok(certificates.ok);
  const messages = await Promise.all(
    participants().map((participant) => contributionMessage(workshop, participant, certificates.all)),
  );
  const contributions = readContributions(workshop, { size, threshold }, certificates.all, messages);
  assert.ok(contributions.ok);
  const taken = await Promise.all(
    participants().map((participant) => takeShares(workshop, participant, certificates.all, contributions.all)),
  );
  const keys = taken.map((one) => (one.ok ? one.privateKey : assert.fail('a share that was refused')));
  const published = keys.map((key) => readKeyMessage(writeJson(publishKey(workshop, key))) ?? assert.fail());
  const fields = ceremonyFields(threshold, certificates.all, contributions.all, published);
  return { keys, fields, participants, certificates: certificates.all, messages, contributions: contributions.all };
}

interface Held {
  readonly archive: Uint8Array;
  readonly setup: Setup;
}

/** An election of yes, no and blank in which the slips vote that were drawn. */
async function hold(trustees: readonly TrusteeFields[], keys: readonly bigint[]): Promise<Held> {
  const [one, other] = [await teller(1, 4), await teller(2, 4)];
  const credentials = joinHalves(group, elementsOf(one.file), elementsOf(other.file), new Set([3]));
  const election = writeJson({
    version: 1,
    description: '',
    name: 'Prueba',
    group: group.name,
    public_key: group.write(readTrustees(workshop, trustees).trustees.electionKey),
    questions: [{ answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Se aprueba?' }],
    uuid,
  });
  const files = { election, trustees: writeJson(trustees), credentials: writeJson(credentials) };
  const { setup, faults } = readSetup(files, nodeMachine);
  assert.deepEqual(faults, []);
  assert.ok(setup !== undefined);
  const pieces: Uint8Array[] = [];
  const writer = writeArchive({ machine: nodeMachine, time: 1_118_188_800, write: (bytes) => pieces.push(bytes) });
  writer.setUp(election, files.trustees, files.credentials);
  for (const [slip, choice] of [
    [1, [0, 1, 0]],
    [2, [0, 0, 1]],
    [4, [1, 0, 0]],
    [2, [0, 1, 0]],
  ] as const) {
    const halves = [one, other].map(({ credentials: texts }) => texts[slip - 1] ?? assert.fail());
    const [first = 0n, second = 0n] = await Promise.all(halves.map((text) => secretOf(text, uuid, group, nodeDerive)));
    writer.cast(makeBallot(setup.election, joinSecrets(group, first, second), [choice], nodeRandom));
  }
  writer.endBallots();
  const { tally, voters, weight } = await verifyArchive(inMemory(Buffer.concat(pieces)), nodeMachine);
  writer.tally(writeEncryptedTally(setup, tally), { numTallied: voters, totalWeight: weight });
  const shares = keys.flatMap((key) => makeShare(setup, tally, key, nodeRandom) ?? []);
  assert.ok(finish(writer, { setup, tally, weight, parts: new Map(), shares }).ok);
  return { archive: new Uint8Array(Buffer.concat(pieces)), setup };
}

const skip = skipWithoutBelenios();

async function isSoundFor(archive: Uint8Array): Promise<void> {
  const report = await verifyArchive(inMemory(archive), nodeMachine);
  assert.deepEqual(report.findings, []);
  assert.deepEqual([report.result, report.voters, report.cast], [[[1n, 2n, 0n]], 3, 4]);
}

test('an election of joined halves, whose trustees held their ceremony by messages, is as sound as any', async (t) => {
  const { fields, keys } = await ceremony(3, 2);
  const { archive } = await hold([['Pedersen', fields]], keys.slice(1));
  await isSoundFor(archive);
  await t.test('and belenios-tool accepts it', { skip }, () => {
    const folder = scratch();
    writeFileSync(join(folder, `${uuid}.bel`), archive);
    assert.match(belenios(folder, ['election', 'verify']).said, /all checks passed/);
  });
});

test('so is one whose trustees are all needed, each with a key from the characters on a paper', async (t) => {
  const keys = [newTrusteeSecret(nodeRandom), newTrusteeSecret(nodeRandom)].map((secret) =>
    singleKeyOf(workshop, secret),
  );
  const { archive } = await hold(
    keys.map((key) => ['Single', publishKey(workshop, key)]),
    keys,
  );
  await isSoundFor(archive);
  await t.test('and belenios-tool accepts it', { skip }, () => {
    const folder = scratch();
    writeFileSync(join(folder, `${uuid}.bel`), archive);
    assert.match(belenios(folder, ['election', 'verify']).said, /all checks passed/);
  });
});

test('a half that is not proven for its place is refused', async () => {
  const { file } = await teller(1, 2);
  const halves = JSON.parse(file) as { election: string; teller: number; halves: HalfFields[] };
  const [first, second] = [halves.halves[0] ?? assert.fail(), halves.halves[1] ?? assert.fail()];
  const fault = (changed: object): string => {
    const read = readHalves(workshop, writeJson({ ...halves, ...changed }));
    return read.ok ? 'none' : `${read.fault} ${read.path}`;
  };
  assert.equal(fault({}), 'none');
  assert.equal(fault({ halves: [second, first] }), 'proof halves[0]');
  assert.equal(fault({ teller: 2 }), 'proof halves[0]');
  assert.equal(fault({ teller: 3 }), 'teller teller');
  assert.equal(fault({ election: 'another' }), 'proof halves[0]');
  assert.equal(fault({ halves: [{ ...first, public: '1' }] }), 'not-in-group halves[0]');
  // The other teller's half taken away from what would be known alone.
  const inverse = group.write(group.divide(group.powerOfG(5n), BigInt(first.public)));
  assert.equal(fault({ teller: 2, halves: [{ ...first, public: inverse }] }), 'proof halves[0]');
  assert.equal(fault({ halves: [{ ...first, other: 1 }] }), 'not-canonical ');
  assert.deepEqual(readHalves(workshop, file.replace('{', '{ ')), { ok: false, fault: 'not-canonical', path: '' });
  assert.deepEqual(readHalves(workshop, '[]'), { ok: false, fault: 'malformed', path: '' });
});

test('the same half is not in a file twice', () => {
  const halves = [1, 2].map((number) => publishHalf(workshop, { election: uuid, teller: 1, number }, 7n));
  const read = readHalves(workshop, writeHalves({ election: uuid, teller: 1, halves }));
  assert.deepEqual(read, { ok: false, fault: 'duplicate', path: 'halves[1]' });
});

test('the list that votes is in the order of numbers and without the slips left over', async () => {
  const [one, other] = [await teller(1, 3), await teller(2, 3)];
  const [first, second] = [elementsOf(one.file), elementsOf(other.file)];
  const list = joinHalves(group, first, second, new Set([2]));
  const products = [0, 2].map((at) => group.multiply(first[at] ?? 0n, second[at] ?? 0n));
  assert.deepEqual(
    list.map(BigInt).toSorted((a, b) => (a < b ? -1 : 1)),
    list.map(BigInt),
  );
  assert.deepEqual(new Set(list.map(BigInt)), new Set(products));
  assert.throws(() => joinHalves(group, first, second.slice(1), new Set()), RangeError);
});

test('slips left over are numbers in order, each once', () => {
  assert.deepEqual(readExcluded(writeExcluded({ election: uuid, left: [2, 5] })), { election: uuid, left: [2, 5] });
  for (const left of [[5, 2], [2, 2], [0], [-1]])
    assert.equal(readExcluded(writeExcluded({ election: uuid, left })), undefined);
  assert.equal(readExcluded('{"left":[]}'), undefined);
});

test('a credential is read as people type it, and a slip of the pen is found', () => {
  const credential = newCredential(nodeRandom);
  for (const typed of [credential, credential.replaceAll('-', ''), ` ${credential.replaceAll('-', '  ')}\n`])
    assert.equal(readCredential(typed), credential);
  const other = credential.startsWith('A') ? 'B' : 'A';
  for (const typed of ['', credential.slice(1), `${credential}1`, other + credential.slice(1)])
    assert.equal(readCredential(typed), undefined);
});

test('a trustee’s characters are read as people type them, and two that were exchanged are found', () => {
  const secret = newTrusteeSecret(nodeRandom);
  assert.match(secret, /^(?:[1-9A-HJ-NP-Za-km-z]{4}-){5}[1-9A-HJ-NP-Za-km-z]{4}$/);
  assert.equal(readTrusteeSecret(secret.replaceAll('-', ' ')), secret);
  const letters = [...secret.replaceAll('-', '')];
  for (const at of letters.slice(1).keys()) {
    const exchanged = [...letters];
    [exchanged[at], exchanged[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
    if (letters[at] !== letters[at + 1]) assert.equal(readTrusteeSecret(exchanged.join('')), undefined);
  }
  assert.notEqual(singleKeyOf(workshop, secret), singleKeyOf(workshop, newTrusteeSecret(nodeRandom)));
});

test('a sealed message is read by whom it is for, and from whom it says it is', async () => {
  const [sender, reader, stranger] = [11n, 13n, 17n];
  const sealed = await sealMessage(workshop, sender, group.powerOfG(reader), 'hola');
  const opened = (key: bigint, signer: bigint, text = sealed) =>
    openMessage(workshop, key, group.powerOfG(signer), text);
  assert.equal(await opened(reader, sender), 'hola');
  assert.equal(await opened(stranger, sender), undefined);
  assert.equal(await opened(reader, stranger), undefined);
  assert.equal(await opened(reader, sender, sealed.replace(/"data":"../, '"data":"00')), undefined);
  assert.equal(await opened(reader, sender, '{}'), undefined);
  // Sealed again by who could open it: signed by the sender, but for another.
  const forOther = await sealMessage(workshop, sender, group.powerOfG(stranger), 'hola');
  assert.equal(await opened(stranger, sender, forOther), 'hola');
  assert.equal(await opened(reader, sender, forOther), undefined);
});

test('who sends a share that it did not commit to is named', async () => {
  const { participants, certificates, messages } = await ceremony(3, 2);
  const [, second = assert.fail(), third = assert.fail()] = messages;
  const [{ signingKey } = assert.fail(), reader = assert.fail()] = participants();
  const first = JSON.parse(messages[0] ?? '') as { sealed: string[] };
  const encryption = certificates[1]?.encryption ?? assert.fail();
  first.sealed[1] = await sealMessage(workshop, signingKey, encryption, writeJson({ secret: '5' }));
  const all = readContributions(workshop, { size: 3, threshold: 2 }, certificates, [writeJson(first), second, third]);
  assert.ok(all.ok);
  assert.deepEqual(await takeShares(workshop, reader, certificates, all.all), { ok: false, wrong: [1] });
});

test('certificates and contributions that are not of this ceremony are named by their seat', async () => {
  const { certificates, messages } = await ceremony(3, 2);
  const sizes = { size: 3, threshold: 2 };
  const certs = certificates.map(({ certificate }) => writeJson(certificate));
  const [one = '', two = '', three = ''] = certs;
  assert.deepEqual(readCertificates(workshop, sizes, [one, three, two]), { ok: false, wrong: [2, 3] });
  assert.deepEqual(readCertificates(workshop, sizes, [one, two]), { ok: false, wrong: [3] });
  assert.deepEqual(readCertificates(workshop, { size: 3, threshold: 3 }, certs), { ok: false, wrong: [1, 2, 3] });
  const [first = '', second = '', third = ''] = messages;
  const other = await ceremony(3, 2);
  assert.deepEqual(readContributions(workshop, sizes, certificates, [first, other.messages[1] ?? '', third]), {
    ok: false,
    wrong: [2],
  });
  assert.deepEqual(readContributions(workshop, sizes, certificates, [second, second, '']), {
    ok: false,
    wrong: [1, 3],
  });
  assert.equal(readKeyMessage('{}'), undefined);
});
