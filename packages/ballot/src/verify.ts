/** The verifier: an archive from its first byte to its last, holding one ballot at a time. */
import type { IsMember } from './answer.ts';
import { type ArchiveSource, readEntries } from './archive-reader.ts';
import type { Head } from './archive-writer.ts';
import { faultsInside, openBallot, type PlacedFault } from './ballot.ts';
import type { Factors } from './decryption.ts';
import type { Election } from './election.ts';
import { followEvents, type Stage } from './event-chain.ts';
import { type Finding, findingSink } from './finding.ts';
import type { Element } from './group.ts';
import type { Machine, Random } from './machine.ts';
import { testMembership } from './membership.ts';
import { readSetup, type Setup } from './setup.ts';
import type { EncryptedTally } from './tally.ts';
import { type CountedResult, followVote } from './vote-course.ts';

/** Checks what is inside a ballot: here, or in threads of its own. */
export interface BallotChecker {
  readonly check: (ballot: string) => Promise<readonly PlacedFault[]> | readonly PlacedFault[];
  /** As many may be under way at once; more would only fill memory. */
  readonly ahead: number;
  /** Where members of the group are told together: whether all were. Where not, each is looked at by itself in a second pass. */
  readonly wereMembers?: () => Promise<boolean> | boolean;
  readonly close?: () => Promise<void>;
}

export interface VerifyOptions {
  /** `oneByOne`: what is no member of the group has to be named. */
  readonly startChecker?: (setup: Setup, oneByOne: boolean) => BallotChecker;
  /** With chance that nobody foresees, members of the group are told together, which takes less time. */
  readonly random?: Random;
  readonly onProgress?: (bytes: number, of: number) => void;
  readonly mostFindings?: number;
}

export interface ArchiveReport {
  readonly ok: boolean;
  readonly stage: Stage;
  readonly findings: readonly Finding[];
  readonly head: Head | undefined;
  readonly setup: Setup | undefined;
  /** Ballots in the archive, also those that were replaced. */
  readonly cast: number;
  /** Voters whose last ballot counts. */
  readonly voters: number;
  readonly weight: bigint;
  /** The sum of the ballots that count, still encrypted. */
  readonly tally: EncryptedTally;
  /** What the trustees' parts opened, by owner. */
  readonly parts: ReadonlyMap<number, Factors>;
  readonly result: CountedResult | undefined;
}

const MOST_FINDINGS = 1_000;

/** Throws `NoArchive` where there is nothing to verify. */
export async function verifyArchive(
  source: ArchiveSource,
  machine: Machine,
  options: VerifyOptions = {},
): Promise<ArchiveReport> {
  return (await readThrough(source, machine, options, false)) ?? verifyOneByOne(source, machine, options);
}

async function verifyOneByOne(source: ArchiveSource, machine: Machine, options: VerifyOptions): Promise<ArchiveReport> {
  const report = await readThrough(source, machine, options, true);
  if (report === undefined) throw new Error('a checker that tells members together where it was not to');
  return report;
}

/** Undefined where something is no member of the group, and it is not known what. */
async function readThrough(
  source: ArchiveSource,
  machine: Machine,
  options: VerifyOptions,
  oneByOne: boolean,
): Promise<ArchiveReport | undefined> {
  const { startChecker = checkHere(options.random), onProgress, mostFindings = MOST_FINDINGS } = options;
  const sink = findingSink(mostFindings);
  const chain = followEvents(sink.add);
  const course = followVote(source, sink.add);
  const pending: Promise<void>[] = [];
  let checker: BallotChecker | undefined;
  try {
    for await (const entry of readEntries(source, machine, sink.add)) {
      onProgress?.(entry.offset + entry.length, source.size);
      const placed = chain.take(entry);
      if (placed === undefined) continue;
      if (placed.event.type === 'Setup' && course.setup() === undefined) {
        const setup = course.setUp(placed, (files) => readSetup(files, machine));
        if (setup !== undefined) checker = startChecker(setup, oneByOne);
        continue;
      }
      const ballot = await course.take(placed);
      if (ballot === undefined || checker === undefined) continue;
      const { at, name } = ballot;
      const { height } = placed.event;
      const task = Promise.resolve(checker.check(ballot.json)).then((found) => {
        for (const { fault, path } of found) sink.add({ code: `ballot-${fault}`, entry: at, name, height, path });
      });
      // Whoever waits for it hears of a failure; until then it must not be taken for one that nobody hears of.
      task.catch(() => undefined);
      pending.push(task);
      if (pending.length >= checker.ahead) await pending.shift();
    }
    await Promise.all(pending);
    if ((await checker?.wereMembers?.()) === false) return undefined;
  } finally {
    await checker?.close?.();
  }
  const { stage, head } = chain.end();
  const findings = sink.findings();
  return { ok: findings.length === 0, stage, findings, head, setup: course.setup(), ...course.counted() };
}

const checkHere =
  (random: Random | undefined) =>
  ({ election }: Setup, oneByOne: boolean): BallotChecker => {
    const check = openedChecker(election, oneByOne ? undefined : random);
    return { ...check, ahead: 1 };
  };

/** Checks what is inside ballots of that election; with chance, members of the group are told together at the end. */
export function openedChecker(election: Election, random: Random | undefined) {
  if (random === undefined) return { check: (json: string) => faultsIn(json, { election }) };
  const members = testMembership(election.group, random);
  const isMember = (element: Element): boolean => {
    members.take(element);
    return true;
  };
  return { check: (json: string) => faultsIn(json, { election }, isMember), wereMembers: members.holds };
}

/** What is wrong inside a ballot that could be opened. */
export function faultsIn(
  json: string,
  { election }: Pick<Setup, 'election'>,
  isMember?: IsMember,
): readonly PlacedFault[] {
  const opened = openBallot(json);
  return opened.ok ? faultsInside(election, opened.ballot, isMember) : [];
}
