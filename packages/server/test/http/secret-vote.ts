// A secret vote over HTTP, with everybody's part played here: tellers and trustees by codes, voters by nothing but ballots.
import assert from 'node:assert/strict';
import {
  certificateMessage,
  contributionMessage,
  groupNamed,
  joinCeremony,
  joinSecrets,
  makeBallot,
  makeShare,
  newCredential,
  newTrusteeSecret,
  publishHalf,
  publishKey,
  readCertificates,
  readContributions,
  readElection,
  secretOf,
  singleKeyOf,
  takeShares,
  verifyArchive,
  writeExcluded,
  writeHalves,
} from '@cabildo/ballot';
import { nodeDerive, nodeMachine, nodeRandom } from '@cabildo/ballot/node';
import { cipher } from '../../../ballot/test/cipher.ts';
import type { Answered, FoundedBody, Person, TestServer } from './http-fixture.ts';

export const group = groupNamed('BELENIOS-2048', nodeMachine) ?? assert.fail();

const workshop = { group, machine: nodeMachine, random: nodeRandom, cipher };

type Asking = Pick<TestServer, 'base' | 'get' | 'post' | 'command' | 'done'>;

/** Articles with which an ordinary matter may be voted in secret by very few. */
export const secretArticles = (trustees: number, threshold: number) => ({
  rules: ['ordinary', 'election', 'pact', 'recall', 'statute', 'affiliation'].map((matter) => ({
    matter,
    rule: { num: 1, den: 2, strict: true, of: 'cast' },
    secondCall: true,
    methods: ['hands', 'devices', 'roll-call', 'mixed', ...(matter === 'ordinary' ? ['urn', 'secret'] : [])],
  })),
  secret: { trustees, threshold, minimum: 2, every: 2 },
});

export interface Preparation {
  readonly election: string;
  readonly trustees: readonly { readonly seat: number; readonly code: string }[];
  readonly tellers: readonly { readonly teller: number; readonly code: string }[];
}

export interface Trustee {
  readonly seat: number;
  readonly code: string;
  readonly key: bigint;
}

/** Sends bytes as they are; `code` in place of a session. */
export async function sendText(
  { base }: Pick<Asking, 'base'>,
  method: 'PUT' | 'POST',
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const all = { 'content-type': 'application/json', ...headers };
  const response = await fetch(`${base}/ballot/api/${path}`, { method, body, headers: all });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

const put = async (server: Asking, path: string, code: string, body: string): Promise<Answered> => {
  const answered = await sendText(server, 'PUT', path, body, { 'ballot-code': code });
  assert.ok(answered.status < 300, `${path}: ${answered.text}`);
  return answered;
};

export async function tableMotion(server: Asking, convener: Person, sitting: number): Promise<number> {
  const motion = { sitting, matter: 'ordinary', title: 'Water', text: 'That the tank be mended.' };
  return (await server.done(convener, 'TableMotion', { ...motion, proposal: { kind: 'resolution' } })).json.acts[0]
    .index;
}

export const ballotPath = (body: string, motion: number): string => `/api/bodies/${body}/motions/${motion}/ballot`;

export async function prepare(server: Asking, who: Person, motion: number, again = false): Promise<Preparation> {
  const answered = await server.post(ballotPath(who.body, motion), { again }, { token: who.token });
  assert.equal(answered.status, 200, answered.text);
  return answered.json;
}

const status = async (server: Asking, election: string) => (await server.get(`/ballot/api/${election}`)).json;

/** Keys of trustees of whom all are needed. */
export async function singleTrustees(server: Asking, { election, trustees }: Preparation): Promise<Trustee[]> {
  const made: Trustee[] = [];
  for (const { seat, code } of trustees) {
    const key = singleKeyOf(workshop, newTrusteeSecret(nodeRandom));
    await put(server, `${election}/trustees/${seat}/key`, code, JSON.stringify(publishKey(workshop, key)));
    made.push({ seat, code, key });
  }
  return made;
}

/** Keys of trustees of whom some suffice, who only exchange messages. */
export async function ceremony(server: Asking, prepared: Preparation, threshold: number): Promise<Trustee[]> {
  const { election, trustees } = prepared;
  const sizes = { size: trustees.length, threshold };
  const say = (seat: number, step: string, message: string) =>
    put(server, `${election}/trustees/${seat}/${step}`, trustees[seat - 1]?.code ?? '', message);
  const heard = async (step: string): Promise<string[]> => {
    const all: readonly { seat: number; step: string; message: string }[] = (
      await server.get(`/ballot/api/${election}/trustees`)
    ).json;
    return all.filter((one) => one.step === step).map(({ message }) => message);
  };
  const participants = trustees.map(({ seat }) => joinCeremony(workshop, { ...sizes, index: seat }));
  for (const one of participants) await say(one.index, 'certificate', certificateMessage(one));
  const certificates = readCertificates(workshop, sizes, await heard('certificate'));
  assert.ok(certificates.ok);
  for (const one of participants)
    await say(one.index, 'coefficients', await contributionMessage(workshop, one, certificates.all));
  const contributions = readContributions(workshop, sizes, certificates.all, await heard('coefficients'));
  assert.ok(contributions.ok);
  const made: Trustee[] = [];
  for (const one of participants) {
    const taken = await takeShares(workshop, one, certificates.all, contributions.all);
    assert.ok(taken.ok);
    await say(one.index, 'verification', JSON.stringify(publishKey(workshop, taken.privateKey)));
    made.push({ seat: one.index, code: trustees[one.index - 1]?.code ?? '', key: taken.privateKey });
  }
  return made;
}

const inMemory = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (at: number, length: number) => bytes.slice(at, at + length),
});

export async function download(server: Pick<Asking, 'base'>, election: string, name = 'archive.bel') {
  const response = await fetch(`${server.base}/ballot/api/${election}/${name}`);
  assert.equal(response.status, 200);
  return new Uint8Array(await response.arrayBuffer());
}

export const verified = (archive: Uint8Array) => verifyArchive(inMemory(archive), nodeMachine);

/** What that trustee's key makes of the sum in an archive. */
export async function partOf(archive: Uint8Array, { key }: Trustee): Promise<string> {
  const { setup, tally } = await verified(archive);
  const share = setup === undefined ? undefined : makeShare(setup, tally, key, nodeRandom);
  return share?.json ?? assert.fail('a key of nobody');
}

export async function tryKeys(server: Asking, { election }: Preparation, trustees: readonly Trustee[]): Promise<void> {
  const archive = await download(server, election, 'trial.bel');
  for (const trustee of trustees)
    await put(server, `${election}/trustees/${trustee.seat}/trial`, trustee.code, await partOf(archive, trustee));
}

/** Halves of so many slips by both tellers: what is written in them, and the secrets that both together make. */
export async function makeHalves(server: Asking, prepared: Preparation, slips: number) {
  const { election, tellers } = prepared;
  const secrets: bigint[][] = [];
  const files: string[] = [];
  const texts: (readonly string[])[] = [];
  for (const { teller, code } of tellers) {
    const written = Array.from({ length: slips }, () => newCredential(nodeRandom));
    const own = await Promise.all(written.map((text) => secretOf(text, election, group, nodeDerive)));
    texts.push(written);
    const halves = own.map((secret, at) => publishHalf(workshop, { election, teller, number: at + 1 }, secret));
    const answered = await put(server, `${election}/halves/${teller}`, code, writeHalves({ election, teller, halves }));
    secrets.push(own);
    files.push(answered.json.file);
  }
  const voters = (secrets[0] ?? []).map((one, at) => joinSecrets(group, one, secrets[1]?.[at] ?? 0n));
  return { voters, files, texts };
}

export interface SecretVote {
  readonly election: string;
  readonly motion: number;
  readonly vote: number;
  readonly trustees: readonly Trustee[];
  /** Each voter's secret. */
  readonly voters: readonly bigint[];
  readonly archive: string;
}

export interface OpenedVote extends SecretVote {
  /** What is written in each slip, of the first teller and of the second. */
  readonly texts: readonly (readonly string[])[];
}

export interface Wanted {
  readonly threshold: number;
  readonly slips: number;
  readonly leftOver?: readonly number[];
  /** A motion that is before the hall already. */
  readonly on?: number;
}

/** Everything up to the open box, by the commands and by what is sent beside them. */
export async function openSecretVote(
  server: Asking,
  convener: FoundedBody,
  { sitting, members }: { readonly sitting: number; readonly members: readonly Person[] },
  { threshold, slips, leftOver = [], on }: Wanted,
): Promise<OpenedVote> {
  const motion = on ?? (await tableMotion(server, convener, sitting));
  const prepared = await prepare(server, convener, motion);
  const { election } = prepared;
  const isAll = threshold === prepared.trustees.length;
  const trustees = isAll ? await singleTrustees(server, prepared) : await ceremony(server, prepared, threshold);
  const lists = ['azul', 'roja', 'verde'];
  const named = (await status(server, election)).trustees.map(({ key }: { key: string }, at: number) => ({
    list: lists[at],
    key,
  }));
  await server.done(convener, 'NameTrustees', { motion, trustees: named });
  await tryKeys(server, prepared, trustees);
  const { archive: trial } = (await status(server, election)).trial;
  await server.done(convener, 'RecordTrialDecryption', { motion, archive: trial });
  const { voters, files, texts } = await makeHalves(server, prepared, slips);
  for (const [at, file] of files.entries())
    await server.done(members[at] as Person, 'EnterCredentialHalves', { motion, list: lists[at], file });
  const excluded = writeExcluded({ election, left: [...leftOver] });
  const out = await put(server, `${election}/excluded`, prepared.tellers[0]?.code ?? '', excluded);
  await server.done(members[0] as Person, 'ListCredentials', { motion, excluded: out.json.file });
  const made = await server.post(`${ballotPath(convener.body, motion)}/setup`, {}, { token: convener.token });
  assert.equal(made.status, 200, made.text);
  const { archive } = made.json;
  const opened = await server.done(convener, 'OpenVote', { motion, method: 'secret', archive });
  const vote: number = opened.json.acts[0].index;
  const drawn = voters.filter((_, at) => !leftOver.includes(at + 1));
  return { election, motion, vote, trustees, voters: drawn, texts, archive };
}

export type Answer = 'yes' | 'no' | 'blank';

const choices = { blank: [1, 0, 0], yes: [0, 1, 0], no: [0, 0, 1] } as const;

/** Ballots of that election, made as a voter's page makes them: from what anybody can download. */
export async function ballotMaker(server: Asking, election: string) {
  const make = await choiceMaker(server, election);
  return (secret: bigint, answer: Answer): string => make(secret, [choices[answer]]);
}

/** The same, of any questions. */
export async function choiceMaker(server: Asking, election: string) {
  const { files } = await status(server, election);
  const { text } = await server.get(`/ballot/api/${election}/files/${encodeURIComponent(files.election)}`);
  const read = readElection(text, nodeMachine);
  assert.ok(read.ok);
  return (secret: bigint, chosen: readonly (readonly number[])[]): string =>
    makeBallot(read.election, secret, chosen, nodeRandom);
}

export const castBallot = (server: Pick<Asking, 'base'>, election: string, ballot: string) =>
  sendText(server, 'POST', `${election}/box`, ballot);

/** So many of the trustees open the box. */
export async function openResult(
  server: Asking,
  { election }: SecretVote,
  trustees: readonly Trustee[],
): Promise<void> {
  const archive = await download(server, election);
  for (const trustee of trustees)
    await put(server, `${election}/trustees/${trustee.seat}/share`, trustee.code, await partOf(archive, trustee));
}

export { status as statusOf, workshop };
