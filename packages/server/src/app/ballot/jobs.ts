/** What takes so long that the node must not wait for it; done in a thread of its own (`thread.ts`). */
import {
  ceremonyFields,
  checkBallot,
  composeSetup,
  type Election,
  finish,
  groupNamed,
  type Head,
  joinHalves,
  keysOf,
  makeTrial,
  type Question,
  readCertificates,
  readContributions,
  readElection,
  readExcluded,
  readHalves,
  readKeyMessage,
  readSetup,
  readTally,
  readTrusteeFields,
  readTrustees,
  type Setup,
  type Share,
  sortShares,
  type TrusteeFields,
  verifyArchive,
  writeArchive,
  writeEncryptedTally,
} from '@cabildo/ballot';
import { nodeMachine, nodeRandom } from '@cabildo/ballot/node';
import { GROUP } from './group-name.ts';
import { type Sizes, stepsFor, type TrusteeStep } from './steps.ts';

const group = groupNamed(GROUP, nodeMachine) as NonNullable<ReturnType<typeof groupNamed>>;
const workshop = { group, machine: nodeMachine, random: nodeRandom };

export interface Plan {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly administrator: string;
  /** Of a motion, and of every trial: what is tried are keys. */
  readonly question: Question;
}

export type Messages = Readonly<Partial<Record<TrusteeStep, readonly string[]>>>;

/** Bytes that go on an archive, and where it then stands. */
export interface Appended {
  readonly bytes: Uint8Array;
  readonly head: Head;
}

interface Start extends Appended {
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  readonly keys: readonly string[];
}

function appending(time: number, from?: Head) {
  const pieces: Uint8Array[] = [];
  const writer = writeArchive({ machine: nodeMachine, time, write: (bytes) => pieces.push(bytes) }, from);
  return {
    writer,
    appended: (): Appended => {
      const head = writer.head();
      if (head === undefined) throw new Error('an archive without an event');
      return { bytes: new Uint8Array(Buffer.concat(pieces)), head };
    },
  };
}

const inMemory = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (at: number, length: number) => bytes.slice(at, at + length),
});

/** Of a setup whose voters are not looked at. */
function setupOf(election: string, trustees: string): Setup {
  const { setup } = readSetup({ election, trustees, credentials: '[]' }, nodeMachine);
  if (setup === undefined) throw new Error('an election that cannot be read');
  return setup;
}

const everywhere = (message: string, { size }: Sizes): readonly string[] => Array.from({ length: size }, () => message);

/** Read as if all had sent it: whose place it fits is not among the wrong ones. */
const fits = (read: { readonly ok: boolean; readonly wrong?: readonly number[] }, seat: number): boolean =>
  read.ok || read.wrong?.includes(seat) === false;

function certified(sizes: Sizes, messages: Messages) {
  const read = readCertificates(workshop, sizes, messages.certificate ?? []);
  if (!read.ok) throw new Error('certificates that were good are not');
  return read.all;
}

function contributed(sizes: Sizes, messages: Messages) {
  const certificates = certified(sizes, messages);
  const read = readContributions(workshop, sizes, certificates, messages.coefficients ?? []);
  if (!read.ok) throw new Error('coefficients that were good are not');
  return { certificates, contributions: read.all };
}

function trusteesOf(sizes: Sizes, messages: Messages): readonly TrusteeFields[] {
  const step = stepsFor(sizes).at(-1) ?? 'key';
  const keys = (messages[step] ?? []).map((message) => {
    const key = readKeyMessage(message);
    if (key === undefined) throw new Error('a key that was good is not');
    return key;
  });
  if (step === 'key') return keys.map((key) => ['Single', key] as const);
  const { certificates, contributions } = contributed(sizes, messages);
  return [['Pedersen', ceremonyFields(sizes.threshold, certificates, contributions, keys)]];
}

/** A key fits if what is found wrong is not of its seat. */
function keyFits(sizes: Sizes, messages: Messages, seat: number, message: string): boolean {
  const key = readKeyMessage(message);
  if (key === undefined) return false;
  if (sizes.threshold === sizes.size) {
    // The keys of the others are for everybody, with their proofs: a copy of one would be a trustee who holds nothing.
    const others = (messages.key ?? []).flatMap((other) => readKeyMessage(other)?.public_key ?? []);
    return !others.includes(key.public_key) && readTrustees(workshop, [['Single', key]]).faults.length === 0;
  }
  const { certificates, contributions } = contributed(sizes, messages);
  const keys = certificates.map(() => key);
  const fields = ceremonyFields(sizes.threshold, certificates, contributions, keys);
  const { faults } = readTrustees(workshop, [['Pedersen', fields]]);
  return !faults.some(({ fault, path }) => fault !== 'key-twice' && path.includes(`verification_keys[${seat - 1}]`));
}

interface Held {
  readonly election: Election;
  readonly voters: ReadonlyMap<string, true>;
}

const held = new Map<string, Held>();

export const jobs = {
  /** Whether a trustee’s message is what it has to be at its step, under the messages of the steps before it. */
  checkMessage(input: {
    readonly sizes: Sizes;
    readonly step: TrusteeStep;
    readonly seat: number;
    readonly message: string;
    readonly messages: Messages;
  }): boolean {
    const { sizes, step, seat, message, messages } = input;
    if (step === 'certificate') return fits(readCertificates(workshop, sizes, everywhere(message, sizes)), seat);
    if (step === 'coefficients') {
      const certificates = certified(sizes, messages);
      return fits(readContributions(workshop, sizes, certificates, everywhere(message, sizes)), seat);
    }
    return keyFits(sizes, messages, seat, message);
  },

  /** The trustees as they will stand in the archive, and a trial that each of them can open. */
  makeTrial({ plan, sizes, messages, time }: { plan: Plan; sizes: Sizes; messages: Messages; time: number }) {
    const trustees = trusteesOf(sizes, messages);
    const pieces: Uint8Array[] = [];
    const write = (bytes: Uint8Array): void => void pieces.push(bytes);
    const { question, name, description, administrator } = plan;
    const { files, tally } = makeTrial(workshop, {
      trustees,
      name,
      description,
      administrator,
      questions: [question],
      time,
      write,
    });
    const archive = new Uint8Array(Buffer.concat(pieces));
    return { archive, election: files.election, trustees: files.trustees, tally, keys: keysOf(trustees) };
  },

  /** Whether this is what that trustee’s key makes of the sum. */
  checkShare(input: {
    readonly election: string;
    readonly trustees: string;
    readonly tally: string;
    readonly share: Share;
  }): boolean {
    const setup = setupOf(input.election, input.trustees);
    return sortShares(setup, readTally(group, input.tally), [input.share]).good.has(input.share.owner);
  },

  /** How many halves a teller’s file has; null where it is not sound, or of another election or teller. */
  countHalves({ file, election, teller }: { file: string; election: string; teller: number }): number | null {
    const read = readHalves(workshop, file);
    return read.ok && read.election === election && read.teller === teller ? read.halves.length : null;
  },

  /** Of all slips, and without those left over. Null where the files do not fit together. */
  joinHalves({ election, one, other, excluded }: { election: string; one: string; other: string; excluded: string }) {
    const [first, second] = [readHalves(workshop, one), readHalves(workshop, other)];
    const out = readExcluded(excluded);
    if (!first.ok || !second.ok || out?.election !== election) return null;
    const { left } = out;
    const slips = first.halves.length;
    if (slips !== second.halves.length || left.some((number) => number < 1 || number > slips)) return null;
    return {
      slips,
      left: left.length,
      all: joinHalves(group, first.halves, second.halves, new Set()),
      voting: joinHalves(group, first.halves, second.halves, new Set(left)),
    };
  },

  /** An archive in which nobody has voted; null where its parts do not make a sound one. */
  setUp(input: {
    readonly plan: Plan;
    readonly questions: readonly Question[];
    readonly trustees: string;
    readonly credentials: readonly string[];
    readonly time: number;
  }): Start | null {
    const { question: _, ...plan } = input.plan;
    const trustees = readTrusteeFields(input.trustees);
    if (trustees === undefined) return null;
    const { questions, credentials } = input;
    const { files, setup, faults } = composeSetup(workshop, { ...plan, questions, trustees, credentials });
    if (setup === undefined || faults.length > 0) return null;
    const { writer, appended } = appending(input.time);
    writer.setUp(files.election, files.trustees, files.credentials);
    return { ...files, ...appended(), keys: keysOf(trustees) };
  },

  /** From now on ballots of that election can be checked by this thread. */
  hold({ uuid, election, credentials }: { uuid: string; election: string; credentials: string }): void {
    const read = readElection(election, nodeMachine);
    if (!read.ok) throw new Error('an election that cannot be read');
    const voters = JSON.parse(credentials) as readonly string[];
    held.set(uuid, { election: read.election, voters: new Map(voters.map((voter) => [voter, true])) });
  },

  letGo(uuid: string): void {
    held.delete(uuid);
  },

  checkBallot({ uuid, ballot }: { uuid: string; ballot: string }) {
    const found = held.get(uuid);
    if (found === undefined) throw new Error('an election that is not held');
    return checkBallot(found.election, found.voters, ballot);
  },

  /** Ends the ballots of an archive and adds them up, all of them once more looked at from the first byte. */
  async endBallots({ archive, time }: { archive: Uint8Array; time: number }) {
    const report = await verifyArchive(inMemory(archive), nodeMachine);
    const { ok, stage, setup, head, tally, voters, weight } = report;
    if (!ok || stage !== 'voting' || setup === undefined || head === undefined)
      throw new Error(`a board that cannot be closed: ${report.findings[0]?.code ?? stage}`);
    const { writer, appended } = appending(time, head);
    const written = writeEncryptedTally(setup, tally);
    writer.endBallots();
    writer.tally(written, { numTallied: voters, totalWeight: weight });
    return { ...appended(), tally: written, voters };
  },

  /** The trustees’ parts and what they open; null where they are not enough. The whole archive is sound with them, or nothing comes of it. */
  async open(input: {
    readonly archive: Uint8Array;
    readonly election: string;
    readonly trustees: string;
    readonly tally: string;
    readonly voters: number;
    readonly head: Head;
    readonly time: number;
    readonly shares: readonly Share[];
  }) {
    const { archive, election, trustees, tally, voters, head, time, shares } = input;
    const { writer, appended } = appending(time, head);
    const setup = setupOf(election, trustees);
    const sum = readTally(group, tally);
    const finished = finish(writer, { setup, tally: sum, weight: BigInt(voters), parts: new Map(), shares });
    if (!finished.ok) return null;
    const end = appended();
    const whole = new Uint8Array(Buffer.concat([archive, end.bytes]));
    const report = await verifyArchive(inMemory(whole), nodeMachine, { startChecker: () => checkedBefore });
    if (!report.ok || report.stage !== 'complete')
      throw new Error(`a result that is not sound: ${report.findings[0]?.code ?? report.stage}`);
    return { ...end, result: finished.result.map((row) => row.map(Number)) };
  },
};

/** The ballots were looked at when the box was closed, and nothing of them has changed since. */
const checkedBefore = { check: () => [], ahead: 1 };
