/**
 * Checks one entry bundle against its level-0 tile: the bulk of an audit, cut into tasks that can run in any order and
 * in any thread (task and result are plain data).
 */
import type { Crypto } from './crypto.ts';
import { utf8Decode } from './encoding.ts';
import { ENROLLING_ACTS } from './key-ring.ts';
import { decodeLeaf } from './leaf.ts';
import { type LeafTemplate, leafTemplate, scanLeaf } from './leaf-scan.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';
import { hashInTile, subtreeInTile, TILE_WIDTH } from './tiles.ts';

export interface BundleTask {
  readonly origin: string;
  /** Of bundle and tile; the first act is `index * 256`. */
  readonly index: number;
  /** 1 to 256 entries. */
  readonly width: number;
  /** The files as they were read; undefined where missing. */
  readonly bundle: Uint8Array | undefined;
  readonly tile: Uint8Array | undefined;
  /** What the tree above says of these leaves, if that is settled: the root over a full tile, … */
  readonly root?: Hash;
  /** … or the hashes themselves, one after the other. */
  readonly hashes?: Uint8Array;
}

/** Whose fault a difference is; `unsettled` where the tree above does not say, `both` where it contradicts both. */
export type BundleVerdict = 'sound' | 'entries' | 'tile' | 'both' | 'unsettled';

export interface EntryFault {
  readonly index: number;
  readonly kind: 'differs' | 'leaf-malformed' | 'leaf-index' | 'leaf-book' | 'time-backwards';
  /** The reason of `decodeLeaf`, or the value that was found. */
  readonly detail: string;
  /** The act's type, as far as it can be read. */
  readonly act?: string;
}

/** An act that the auditor reads whole: it enrols, seals, erases, commits to something or names an attachment. */
export interface NotableEntry {
  readonly index: number;
  readonly entry: Uint8Array;
  /** Its leaf hash. */
  readonly hash: Hash;
  /** False if it is notable only for its commitments, of which there are so many. */
  readonly read: boolean;
  readonly commits: number;
}

export interface BundleResult {
  readonly index: number;
  readonly verdict: BundleVerdict;
  /** Leaf hashes of the entries, as far as there are entries. */
  readonly hashes: Uint8Array;
  /** Bytes that do not belong, or entries that are missing. */
  readonly damaged: boolean;
  readonly faults: readonly EntryFault[];
  readonly notable: readonly NotableEntry[];
  /** `at` of the first and the last good leaf; empty if there is none. */
  readonly firstAt: string;
  readonly lastAt: string;
}

const WANTED: readonly string[] = [
  ...ENROLLING_ACTS,
  'ActSealed',
  'ErasureRecorded',
  'WitnessAppointed',
  'WitnessDismissed',
  'BookSucceeded',
  'RecoveryClaimed',
  'RecoveryObjected',
];

/** Faults listed for one bundle; a bundle whose framing is broken would otherwise name every act in it. */
const MAX_FAULTS = 16;

export function verifyBundle(task: BundleTask, crypto: Crypto): BundleResult {
  const { width, bundle = new Uint8Array(0) } = task;
  const spans = entrySpans(bundle, width);
  const damaged = spans.length < width || (spans.at(-1)?.end ?? 0) !== bundle.length;
  const hashes = hashEntries(bundle, spans, crypto);
  const tile = task.tile?.length === width * HASH_BYTES ? task.tile : undefined;
  const complete = spans.length === width;
  const same = complete && tile !== undefined && equalRange(hashes, tile);
  const verdict = judge(task, complete ? hashes : undefined, tile, same, crypto);
  const authentic = verdict === 'sound' || verdict === 'tile' ? hashes : verdict === 'entries' ? tile : undefined;
  const acts = checkActs(task, bundle, spans, hashes, task.hashes ?? authentic ?? tile ?? hashes, damaged);
  return { index: task.index, verdict, hashes, damaged, ...acts };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function entrySpans(bundle: Uint8Array, width: number): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (spans.length < width && at + 2 <= bundle.length) {
    const start = at + 2;
    const end = start + (((bundle[at] as number) << 8) | (bundle[at + 1] as number));
    if (end > bundle.length) break;
    spans.push({ start, end });
    at = end;
  }
  return spans;
}

function hashEntries(bundle: Uint8Array, spans: readonly Span[], crypto: Crypto): Uint8Array {
  const hashes = new Uint8Array(spans.length * HASH_BYTES);
  // A leaf is hashed after a zero byte (RFC 6962). In a copy, the low byte of each entry's length makes room for it.
  const copy = new Uint8Array(bundle);
  for (let i = 0; i < spans.length; i++) {
    const { start, end } = spans[i] as Span;
    copy[start - 1] = 0;
    hashes.set(crypto.sha256(copy.subarray(start - 1, end)), i * HASH_BYTES);
  }
  return hashes;
}

function judge(
  task: BundleTask,
  entries: Uint8Array | undefined,
  tile: Uint8Array | undefined,
  same: boolean,
  crypto: Crypto,
): BundleVerdict {
  const agrees = (hashes: Uint8Array | undefined): boolean => {
    if (hashes === undefined) return false;
    if (task.hashes !== undefined) return equalRange(hashes, task.hashes);
    return task.root !== undefined && equalRange(subtreeInTile(hashes, 0, TILE_WIDTH, crypto), task.root);
  };
  if (task.hashes === undefined && task.root === undefined) return same ? 'sound' : 'unsettled';
  const tileAgrees = agrees(tile);
  if (same) return tileAgrees ? 'sound' : 'both';
  if (tileAgrees) return 'entries';
  return agrees(entries) ? 'tile' : 'both';
}

function equalRange(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

type CheckedActs = Pick<BundleResult, 'faults' | 'notable' | 'firstAt' | 'lastAt'>;

function checkActs(
  task: BundleTask,
  bundle: Uint8Array,
  spans: readonly Span[],
  hashes: Uint8Array,
  reference: Uint8Array,
  damaged: boolean,
): CheckedActs {
  const template = templateOf(task.origin);
  const first = task.index * TILE_WIDTH;
  const faults: EntryFault[] = [];
  const notable: NotableEntry[] = [];
  let firstAt = '';
  let previous: Uint8Array | undefined;
  for (let i = 0; i < spans.length; i++) {
    const { start, end } = spans[i] as Span;
    const entry = bundle.subarray(start, end);
    const index = first + i;
    if (!sameHashAt(hashes, reference, i)) {
      if (faults.length < MAX_FAULTS) faults.push({ index, kind: 'differs', detail: '', ...actIn(entry) });
      // After a wrong length everything shifts: the first act that differs is the one to name.
      if (damaged) break;
      continue;
    }
    const checked = checkLeaf(entry, index, template, task.origin);
    if (checked.fault !== undefined && faults.length < MAX_FAULTS) faults.push(checked.fault);
    if (checked.read || checked.commits > 0) {
      const hash = hashes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES);
      notable.push({ index, entry: new Uint8Array(entry), hash, read: checked.read, commits: checked.commits });
    }
    if (checked.time < 0) continue;
    const time = entry.subarray(checked.time, checked.time + TIME_BYTES);
    if (previous === undefined) firstAt = timeText(time);
    else if (isEarlier(time, previous) && faults.length < MAX_FAULTS) {
      faults.push({ index, kind: 'time-backwards', detail: timeText(time), ...actIn(entry) });
      continue;
    }
    previous = time;
  }
  return { faults, notable, firstAt, lastAt: previous === undefined ? '' : timeText(previous) };
}

function sameHashAt(hashes: Uint8Array, reference: Uint8Array, i: number): boolean {
  for (let k = i * HASH_BYTES; k < (i + 1) * HASH_BYTES; k++) if (hashes[k] !== reference[k]) return false;
  return true;
}

const TIME_BYTES = 20;

function timeText(time: Uint8Array): string {
  return String.fromCharCode(...time);
}

// Times of one form compare as text.
function isEarlier(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < TIME_BYTES; i++) if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number);
  return false;
}

interface CheckedLeaf {
  /** Position of `at`, or -1. */
  readonly time: number;
  readonly read: boolean;
  readonly commits: number;
  readonly fault?: EntryFault;
}

function checkLeaf(entry: Uint8Array, index: number, template: LeafTemplate, origin: string): CheckedLeaf {
  const scanned = scanLeaf(entry, index, template);
  if (scanned !== undefined) {
    const { time, commits } = scanned;
    return { time, commits, read: scanned.wanted || scanned.attachments };
  }
  const refused = (kind: EntryFault['kind'], detail: string): CheckedLeaf => {
    return { time: -1, read: false, commits: 0, fault: { index, kind, detail, ...actIn(entry) } };
  };
  const decoded = decodeLeaf(entry);
  if (!decoded.ok) return refused('leaf-malformed', decoded.reason);
  const { leaf } = decoded;
  if (leaf.book !== origin) return refused('leaf-book', leaf.book);
  if (leaf.index !== index) return refused('leaf-index', String(leaf.index));
  // {"act":"<type>","at":"<time>"…
  return { time: 8 + leaf.act.length + 8, read: true, commits: Object.keys(leaf.commits).length };
}

/** The act's type, even if little else can be read. */
function actIn(entry: Uint8Array): { act?: string } {
  const start = /"act":"([A-Z][A-Za-z0-9]{0,63})"/.exec(utf8Decode(entry) ?? latin1(entry));
  return start === null ? {} : { act: start[1] as string };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** The leaf hash that an auditor holds for act `index` of a bundle's result or tile. */
export function hashOfAct(hashes: Uint8Array, index: number): Hash | undefined {
  const position = index % TILE_WIDTH;
  return (position + 1) * HASH_BYTES <= hashes.length ? hashInTile(hashes, position) : undefined;
}

// One template serves a whole book; a thread rarely audits two at a time.
let lastTemplate: { origin: string; template: LeafTemplate } | undefined;

function templateOf(origin: string): LeafTemplate {
  if (lastTemplate?.origin !== origin) lastTemplate = { origin, template: leafTemplate(origin, WANTED) };
  return lastTemplate.template;
}
