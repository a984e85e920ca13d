/** The verifier: an archive from its first byte to its last, holding one ballot at a time. */
import { type ArchiveSource, readEntries } from './archive-reader.ts';
import type { Head } from './archive-writer.ts';
import { faultsInside, openBallot, type PlacedFault } from './ballot.ts';
import type { Factors } from './decryption.ts';
import { followEvents, type Stage } from './event-chain.ts';
import { type Finding, findingSink } from './finding.ts';
import type { Machine } from './machine.ts';
import { readSetup, type Setup } from './setup.ts';
import type { EncryptedTally } from './tally.ts';
import { type CountedResult, followVote } from './vote-course.ts';

/** Checks what is inside a ballot: here, or in threads of its own. */
export interface BallotChecker {
  readonly check: (ballot: string) => Promise<readonly PlacedFault[]> | readonly PlacedFault[];
  /** As many may be under way at once; more would only fill memory. */
  readonly ahead: number;
  readonly close?: () => Promise<void>;
}

export interface VerifyOptions {
  readonly startChecker?: (setup: Setup) => BallotChecker;
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
  const { startChecker = checkHere, onProgress, mostFindings = MOST_FINDINGS } = options;
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
        if (setup !== undefined) checker = startChecker(setup);
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
  } finally {
    await checker?.close?.();
  }
  const { stage, head } = chain.end();
  const findings = sink.findings();
  return { ok: findings.length === 0, stage, findings, head, setup: course.setup(), ...course.counted() };
}

function checkHere(setup: Setup): BallotChecker {
  return { check: (json) => faultsIn(json, setup), ahead: 1 };
}

/** What is wrong inside a ballot that could be opened. */
export function faultsIn(json: string, { election }: Pick<Setup, 'election'>): readonly PlacedFault[] {
  const opened = openBallot(json);
  return opened.ok ? faultsInside(election, opened.ballot) : [];
}
