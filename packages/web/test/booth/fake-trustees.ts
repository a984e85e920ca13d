// The trustees' part of a node as docs/decisions/0010 describes it: messages that are kept once, the trial, the closed box.
import {
  ceremonyFields,
  joinSecrets,
  makeBallot,
  readCertificates,
  readContributions,
  readKeyMessage,
  secretOf,
  verifyArchive,
  writeArchive,
  writeEncryptedTally,
} from '@cabildo/ballot';
import { nodeDerive, nodeMachine, nodeRandom } from '@cabildo/ballot/node';
import { newIdentifier } from '../../../ballot/src/credential.ts';
import { readSetup } from '../../../ballot/src/setup.ts';
import type { TrusteeFields } from '../../../ballot/src/structures.ts';
import { readTrustees } from '../../../ballot/src/trustee.ts';
import { writeJson } from '../../../ballot/src/wire.ts';
import { electionJson, fail, group, motion, type Prepared, uuid } from './fake-election.ts';

export interface Sizes {
  readonly size: number;
  readonly threshold: number;
}

export interface Message {
  readonly seat: number;
  readonly step: string;
  readonly message: string;
}

export interface FakeTrustees {
  readonly sizes: Sizes;
  readonly messages: Message[];
  trial: Buffer | null;
  archive: Buffer | null;
}

const workshop = { group, machine: nodeMachine, random: nodeRandom };

export const codeOf = (place: number): string => `code-of-this-place-${place}`;

export const isAlone = ({ size, threshold }: Sizes): boolean => size === threshold;

const lastStep = (sizes: Sizes): string => (isAlone(sizes) ? 'key' : 'verification');

const allOf = ({ messages }: FakeTrustees, step: string): readonly string[] =>
  messages
    .filter((one) => one.step === step)
    .toSorted((a, b) => a.seat - b.seat)
    .map(({ message }) => message);

export const isComplete = (trustees: FakeTrustees, step: string): boolean =>
  allOf(trustees, step).length === trustees.sizes.size;

/** Kept once; the trial is there with the last key. */
export async function keepMessage(trustees: FakeTrustees, message: Message): Promise<boolean> {
  const before = trustees.messages.find(({ seat, step }) => seat === message.seat && step === message.step);
  if (before !== undefined) return before.message === message.message;
  trustees.messages.push(message);
  if (message.step === lastStep(trustees.sizes) && isComplete(trustees, message.step))
    trustees.trial = await trialOf(fieldsOf(trustees));
  return true;
}

export function fieldsOf(trustees: FakeTrustees): readonly TrusteeFields[] {
  const { sizes } = trustees;
  const keys = allOf(trustees, lastStep(sizes)).map((one) => readKeyMessage(one) ?? fail('no key'));
  if (isAlone(sizes)) return keys.map((key) => ['Single', key]);
  const certified = readCertificates(workshop, sizes, allOf(trustees, 'certificate'));
  if (!certified.ok) return fail('certificates');
  const parts = readContributions(workshop, sizes, certified.all, allOf(trustees, 'coefficients'));
  if (!parts.ok) return fail('coefficients');
  return [['Pedersen', ceremonyFields(sizes.threshold, certified.all, parts.all, keys)]];
}

const keyOf = (fields: readonly TrusteeFields[]): string =>
  group.write(readTrustees(workshop, fields).trustees.electionKey);

/** An archive up to its encrypted tally, of one ballot for each secret. */
async function archiveOf(named: string, fields: readonly TrusteeFields[], list: readonly string[], secrets: bigint[]) {
  const files = {
    election: electionJson(named, keyOf(fields), [motion]),
    trustees: writeJson(fields),
    credentials: JSON.stringify(list),
  };
  const { setup } = readSetup(files, nodeMachine);
  if (setup === undefined) return fail('setup');
  const pieces: Uint8Array[] = [];
  const writer = writeArchive({ machine: nodeMachine, time: 1_118_188_800, write: (bytes) => pieces.push(bytes) });
  writer.setUp(files.election, files.trustees, files.credentials);
  for (const secret of secrets) writer.cast(makeBallot(setup.election, secret, [[0, 1, 0]], nodeRandom));
  const atClose = Buffer.from(writer.head()?.hash ?? '', 'hex').toString('base64');
  writer.endBallots();
  const bytes = Buffer.concat(pieces);
  const source = { size: bytes.length, read: async (at: number, length: number) => bytes.subarray(at, at + length) };
  const { tally, voters, weight } = await verifyArchive(source, nodeMachine);
  writer.tally(writeEncryptedTally(setup, tally), { numTallied: voters, totalWeight: weight });
  return { archive: Buffer.concat(pieces), head: writer.head()?.hash ?? '', atClose, setup, tally, voters, weight };
}

async function trialOf(fields: readonly TrusteeFields[]): Promise<Buffer> {
  const list = [group.write(group.powerOfG(7n))];
  return (await archiveOf(newIdentifier(nodeRandom), fields, list, [7n])).archive;
}

/** Everybody with a slip says yes, and the box is closed. */
export async function closedBox(trustees: FakeTrustees, prepared: Prepared, named = uuid) {
  const [one, other] = prepared.tellers;
  const secrets = await Promise.all(
    (one?.texts ?? []).map(async (text, at) => {
      const halves = [text, other?.texts[at] ?? ''].map((half) => secretOf(half, uuid, group, nodeDerive));
      const [first = 0n, second = 0n] = await Promise.all(halves);
      return joinSecrets(group, first, second);
    }),
  );
  return archiveOf(named, fieldsOf(trustees), prepared.credentials, secrets);
}
