/** The chain of events and the data before each: who refers to what, and which event may follow which. */
import type { ArchiveEntry } from './archive-reader.ts';
import type { Head } from './archive-writer.ts';
import type { Finding, FindingCode } from './finding.ts';
import { type ArchiveEvent, type EventType, eventShape } from './structures.ts';
import { readJson, writeJson } from './wire.ts';

/** How far an election has come. */
export type Stage = 'empty' | 'voting' | 'closed' | 'tallied' | 'complete';

/** Which event may come in which stage, and what follows. Belenios's shuffles belong to questions that are not read here. */
const allowed: Readonly<Record<EventType, { readonly during: Stage; readonly next: Stage } | undefined>> = {
  Setup: { during: 'empty', next: 'voting' },
  Ballot: { during: 'voting', next: 'voting' },
  EndBallots: { during: 'voting', next: 'closed' },
  EncryptedTally: { during: 'closed', next: 'tallied' },
  PartialDecryption: { during: 'tallied', next: 'tallied' },
  Result: { during: 'tallied', next: 'complete' },
  Shuffle: undefined,
  EndShuffles: undefined,
};

const stages: readonly Stage[] = ['empty', 'voting', 'closed', 'tallied', 'complete'];

/** How many files an event has before it; the last of them is the one that it names. */
const filesBefore: Readonly<Record<EventType, number>> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  PartialDecryption: 2,
  Result: 1,
  Shuffle: 2,
  EndShuffles: 0,
};

/** An event in its place, with the files that came before it. */
export interface PlacedEvent {
  readonly event: ArchiveEvent;
  readonly entry: ArchiveEntry;
  readonly files: readonly ArchiveEntry[];
  /** False where an event of its type has no place: what it says is looked at but does not count. */
  readonly inPlace: boolean;
}

export interface EventChain {
  /** Takes one entry; answers with an event once it and its files are there. */
  readonly take: (entry: ArchiveEntry) => PlacedEvent | undefined;
  readonly end: () => { readonly stage: Stage; readonly head: Head | undefined };
}

export function followEvents(add: (finding: Finding) => void): EventChain {
  const seen = new Set<string>();
  let waiting: ArchiveEntry[] = [];
  let stage: Stage = 'empty';
  let isSetUp = false;
  let head: Head | undefined;

  function report(code: FindingCode, { at, name }: ArchiveEntry, more: Partial<Finding> = {}): void {
    add({ code, entry: at, name, ...more });
  }

  function checkLinks(event: ArchiveEvent, entry: ArchiveEntry): void {
    const { height } = event;
    if (event.parent !== head?.hash) report('event-parent', entry, { height });
    if (height !== (head === undefined ? 0 : head.height + 1)) report('event-height', entry, { height });
  }

  function advance({ type, height }: ArchiveEvent, entry: ArchiveEntry): boolean {
    const rule = allowed[type];
    if (rule === undefined) {
      report('event-unsupported', entry, { height });
      return false;
    }
    const inPlace = rule.during === stage;
    if (!inPlace) report('event-out-of-place', entry, { height });
    // What follows is judged by the furthest that was reached, so that one event out of place is one finding.
    if (stages.indexOf(rule.next) > stages.indexOf(stage)) stage = rule.next;
    return inPlace;
  }

  function checkFiles(
    { type, payload, height }: ArchiveEvent,
    entry: ArchiveEntry,
    files: readonly ArchiveEntry[],
  ): void {
    const wanted = filesBefore[type];
    if (wanted === 0 && payload !== undefined) report('payload-not-wanted', entry, { height });
    if (wanted > 0 && (payload === undefined || files.at(-1)?.hash !== payload))
      report('payload-missing', entry, { height });
    for (const file of files.slice(0, Math.max(0, files.length - wanted))) report('data-out-of-place', file);
  }

  return {
    take(entry) {
      if (seen.has(entry.hash)) report('entry-twice', entry);
      seen.add(entry.hash);
      if (entry.kind === 'data') {
        waiting.push(entry);
        return undefined;
      }
      const files = waiting;
      waiting = [];
      const read = readJson(entry.json, eventShape);
      if (!read.ok) {
        report('event-malformed', entry, { path: read.path });
        head = { hash: entry.hash, height: (head?.height ?? -1) + 1 };
        return undefined;
      }
      const event = read.value;
      isSetUp ||= event.type === 'Setup';
      if (writeJson(event) !== entry.json) report('event-not-canonical', entry, { height: event.height });
      checkLinks(event, entry);
      const inPlace = advance(event, entry);
      checkFiles(event, entry, files);
      head = { hash: entry.hash, height: event.height };
      return { event, entry, files: files.slice(-filesBefore[event.type] || files.length), inPlace };
    },
    end() {
      for (const file of waiting) report('data-without-event', file);
      if (!isSetUp) add({ code: 'setup-missing', entry: 0 });
      return { stage, head };
    },
  };
}
