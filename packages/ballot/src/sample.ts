/** Whole elections for tests and demonstrations: everybody's part is played here, so nothing about them is secret. */
import { type Choice, isPossible } from './answer.ts';
import { writeArchive } from './archive-writer.ts';
import { makeBallot } from './ballot.ts';
import { newCredential, newIdentifier, secretOf, writeVoter } from './credential.ts';
import { widthOf } from './election.ts';
import { finish, makeShare, writeEncryptedTally } from './finish.ts';
import { groupNamed } from './group.ts';
import type { DeriveKey, Machine, Random } from './machine.ts';
import { holdCeremony } from './pedersen.ts';
import type { SecretWorkshop } from './proof.ts';
import { randomBelow } from './random.ts';
import { readSetup, type Setup } from './setup.ts';
import { ballotShape, type ElectionFields, type Question, type TrusteeFields } from './structures.ts';
import { startTally } from './tally.ts';
import { publishKey, readTrustees } from './trustee.ts';
import { readJson, writeJson } from './wire.ts';

export const trusteeModes = ['single', '3of3', '2of3'] as const;

export type TrusteeMode = (typeof trusteeModes)[number];

export interface SampleTemplate extends Pick<ElectionFields, 'name' | 'description' | 'questions'> {
  readonly administrator?: string;
  readonly credential_authority?: string;
  /** Given out in turn; without them every voter has one vote. */
  readonly weights?: readonly bigint[];
}

export interface SampleSetting {
  readonly machine: Machine;
  readonly random: Random;
  readonly derive: DeriveKey;
  readonly group: string;
  readonly template: SampleTemplate;
  readonly voters: number;
  /** How many of them vote a second time. */
  readonly revotes: number;
  readonly trustees: TrusteeMode;
  readonly time: number;
  readonly write: (bytes: Uint8Array) => void;
  /** When the box is closed but not opened: an archive ends here that can be tallied. */
  readonly onClosing?: () => void;
  readonly onProgress?: (ballots: number, of: number) => void;
}

export interface Sample {
  readonly uuid: string;
  /** Each with its public half. */
  readonly credentials: readonly { readonly secret: string; readonly public: string; readonly weight: bigint }[];
  readonly privateKeys: readonly bigint[];
  readonly result: readonly (readonly bigint[])[];
}

/** Throws RangeError where the group is unknown. */
export async function makeSample(setting: SampleSetting): Promise<Sample> {
  const { machine, random, time, write, onProgress, onClosing } = setting;
  const group = groupNamed(setting.group, machine);
  if (group === undefined) throw new RangeError(`no group ${setting.group}`);
  const workshop = { group, machine, random };
  const uuid = newIdentifier(random);
  const { fields: trusteeFields, privateKeys } = makeTrustees(workshop, setting.trustees);
  const credentials = await makeCredentials(workshop, uuid, setting);
  const files = {
    election: writeJson(electionOf(workshop, uuid, trusteeFields, setting.template)),
    trustees: writeJson(trusteeFields),
    credentials: writeJson(
      credentials.map((one) =>
        writeVoter({ credential: one.public, weight: one.weight }, setting.template.weights !== undefined),
      ),
    ),
  };
  const { setup, faults } = readSetup(files, machine);
  if (setup === undefined || faults.length > 0) throw new Error(`a sample that is wrong: ${faults[0]?.code}`);
  const writer = writeArchive({ machine, time, write });
  writer.setUp(files.election, files.trustees, files.credentials);
  const all = [...credentials, ...credentials.slice(0, setting.revotes)];
  const last = new Map<string, string>();
  for (const [at, { exponent, public: own }] of all.entries()) {
    const choices = setup.election.fields.questions.map((question) => drawChoice(question, random));
    const ballot = makeBallot(setup.election, exponent, choices, random);
    writer.cast(ballot);
    last.set(own, ballot);
    onProgress?.(at + 1, all.length);
  }
  onClosing?.();
  writer.endBallots();
  const tally = sumOf(setup, last);
  const weight = credentials.reduce((sum, one) => sum + one.weight, 0n);
  writer.tally(writeEncryptedTally(setup, tally), { numTallied: last.size, totalWeight: weight });
  const shares = privateKeys.flatMap((key) => makeShare(setup, tally, key, random) ?? []);
  const finished = finish(writer, { setup, tally, weight, parts: new Map(), shares });
  if (!finished.ok) throw new RangeError('the weights are too large to be counted');
  return { uuid, credentials, privateKeys, result: finished.result };
}

function makeTrustees(
  workshop: SecretWorkshop,
  mode: TrusteeMode,
): { readonly fields: readonly TrusteeFields[]; readonly privateKeys: readonly bigint[] } {
  if (mode === '2of3') {
    const { fields, privateKeys } = holdCeremony(workshop, 3, 2);
    return { fields: [['Pedersen', fields]], privateKeys };
  }
  const privateKeys = Array.from({ length: mode === '3of3' ? 3 : 1 }, () =>
    randomBelow(workshop.group.q, workshop.random),
  );
  return { fields: privateKeys.map((key) => ['Single', publishKey(workshop, key)]), privateKeys };
}

function electionOf(
  workshop: SecretWorkshop,
  uuid: string,
  trustees: readonly TrusteeFields[],
  { name, description, questions, administrator, credential_authority }: SampleTemplate,
): ElectionFields {
  const { group } = workshop;
  return {
    version: 1,
    description,
    name,
    group: group.name,
    public_key: group.write(readTrustees(workshop, trustees).trustees.electionKey),
    questions,
    uuid,
    ...(administrator !== undefined && { administrator }),
    ...(credential_authority !== undefined && { credential_authority }),
  };
}

async function makeCredentials({ group, random }: SecretWorkshop, uuid: string, setting: SampleSetting) {
  const { voters, derive, template } = setting;
  const weights = template.weights ?? [1n];
  const made = Array.from({ length: voters }, (_, at) => ({
    secret: newCredential(random),
    weight: weights[at % weights.length] as bigint,
  }));
  return Promise.all(
    made.map(async ({ secret, weight }) => {
      const exponent = await secretOf(secret, uuid, group, derive);
      return { secret, weight, exponent, public: group.write(group.powerOfG(exponent)) };
    }),
  );
}

const ONE_IN_BLANK = 8n;

/** A possible choice, by chance. */
function drawChoice(question: Question, random: Random): Choice {
  const width = widthOf(question);
  const { blank, min, max, answers } = question;
  if (blank === true && randomBelow(ONE_IN_BLANK, random) === 0n) return [1, ...answers.map(() => 0)];
  const wanted = min + Number(randomBelow(BigInt(max - min + 1), random));
  const order = answers.map((_, at) => at);
  for (let left = order.length; left > 1; left--) {
    const other = Number(randomBelow(BigInt(left), random));
    [order[left - 1], order[other]] = [order[other] as number, order[left - 1] as number];
  }
  const chosen = new Set(order.slice(0, wanted));
  const values = answers.map((_, at) => (chosen.has(at) ? 1 : 0));
  const choice = values.length === width ? values : [0, ...values];
  if (!isPossible(question, choice)) throw new Error('a choice that the question does not allow');
  return choice;
}

function sumOf({ election, voters }: Setup, ballots: ReadonlyMap<string, string>) {
  const sum = startTally(election);
  for (const [credential, ballot] of ballots) {
    const opened = readJson(ballot, ballotShape);
    if (opened.ok) sum.add(opened.value.answers, voters.get(credential) ?? 0n);
  }
  return sum.tally();
}
