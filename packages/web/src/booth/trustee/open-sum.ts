/** A trustee's part of the decryption: of nothing that was not verified from its first byte to its last, and of one sum only. */
import {
  type ArchiveReport,
  type ArchiveSource,
  faultsIn,
  makeShare,
  NoArchive,
  verifyArchive,
  writeEncryptedTally,
} from '@cabildo/ballot';
import { sha256 } from '../../sha2.ts';
import { browserMachine, browserRandom } from '../machine.ts';
import type { Status } from '../status.ts';

export type OpenTrouble =
  /** No archive, or one with findings. */
  | 'not-valid'
  /** Another election than the one that is due, or not at its end. */
  | 'not-due'
  /** The key is none of that archive's, or as many trustees are not needed in it as were said to be. */
  | 'not-mine'
  /** This browser has opened another sum of the same election. */
  | 'opened-other';

export interface Opened {
  readonly share: string;
  readonly ballots: number;
  readonly voters: number;
  /** The last ballot's event, as the book has it: base64. */
  readonly head: string;
}

export type OpenedOrNot =
  | { readonly ok: true; readonly value: Opened }
  | { readonly ok: false; readonly trouble: OpenTrouble };

interface Opening {
  readonly archive: Blob;
  readonly status: Status;
  readonly seat: number;
  readonly privateKey: bigint;
  readonly what: 'trial' | 'share';
  readonly progress: (part: number) => void;
}

export async function openSum(opening: Opening): Promise<OpenedOrNot> {
  const { archive, status, seat, privateKey, what } = opening;
  const report = await verified(archive, opening.progress);
  if (report?.setup === undefined || !report.ok) return { ok: false, trouble: 'not-valid' };
  const { setup, tally } = report;
  const head = await headAtClose(archive);
  const isReal = setup.election.fields.uuid === status.election;
  // A trial of the election itself would open votes of it, and one ballot alone is somebody's vote.
  if (
    isReal !== (what === 'share') ||
    (report.stage !== 'tallied' && report.stage !== 'complete') ||
    head === undefined
  )
    return { ok: false, trouble: 'not-due' };
  const share = makeShare(setup, tally, privateKey, browserRandom);
  if (share === undefined || share.owner !== seat || !isAsSaid(report, status))
    return { ok: false, trouble: 'not-mine' };
  if (isReal && !isFirst(status.election, writeEncryptedTally(setup, tally)))
    return { ok: false, trouble: 'opened-other' };
  return { ok: true, value: { share: share.json, ballots: report.cast, voters: report.voters, head } };
}

/** More than what comes after the last ballot. */
const TAIL = 1_048_576;

/** What the book has of the closed box is the event before its end; nothing after that holds words that somebody chose. */
async function headAtClose(archive: Blob): Promise<string | undefined> {
  const tail = await archive.slice(Math.max(0, archive.size - TAIL)).text();
  const [, hex] = [...tail.matchAll(/\{"parent":"([0-9a-f]{64})","height":[0-9]+,"type":"EndBallots"\}/g)].at(-1) ?? [];
  return hex && btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))));
}

/** As many trustees are needed as everybody was told: fewer could open it behind the others' backs. */
function isAsSaid({ setup }: ArchiveReport, { threshold, trustees }: Status): boolean {
  const items = setup?.trustees.items ?? [];
  if (threshold === trustees.length) return items.length === threshold && items.every(({ kind }) => kind === 'Single');
  const [only] = items;
  return items.length === 1 && only?.threshold === threshold && only.size === trustees.length;
}

/** Two sums of one election differ by somebody's vote. The hash of the one that was opened is all that these pages ever keep. */
function isFirst(election: string, tally: string): boolean {
  const name = `cabildo/opened/${election}`;
  const hash = btoa(String.fromCharCode(...sha256(new TextEncoder().encode(tally))));
  try {
    const before = localStorage.getItem(name);
    if (before === null) localStorage.setItem(name, hash);
    return before === null || before === hash;
  } catch {
    // A browser that keeps nothing cannot tell.
    return true;
  }
}

async function verified(archive: Blob, progress: (part: number) => void): Promise<ArchiveReport | undefined> {
  try {
    return await verifyArchive(sourceOf(archive), browserMachine, {
      // After each ballot the screen has its turn.
      startChecker: (setup) => ({
        ahead: 1,
        check: async (ballot) => {
          await new Promise((resolve) => setTimeout(resolve));
          return faultsIn(ballot, setup);
        },
      }),
      onProgress: (bytes, of) => progress(bytes / of),
    });
  } catch (error) {
    if (error instanceof NoArchive) return undefined;
    throw error;
  }
}

const WINDOW = 1_048_576;

/** Entries are small and lie one after the other: one reading serves many. */
function sourceOf(archive: Blob): ArchiveSource {
  let window = new Uint8Array(0);
  let start = 0;
  const fill = async (at: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await archive.slice(at, at + length).arrayBuffer());
  return {
    size: archive.size,
    async read(at, length) {
      if (at >= start && at + length <= start + window.length) return window.slice(at - start, at - start + length);
      // A look back at an earlier ballot must not throw away what is read next.
      if (at < start || length > WINDOW) return fill(at, length);
      window = await fill(at, WINDOW);
      start = at;
      return window.slice(0, length);
    },
  };
}
