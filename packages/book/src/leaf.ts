/** The leaf: one act as the bytes of a log entry (docs/decisions/0002-the-book.md, "The leaf"). */
import { base64Decode } from './encoding.ts';
import { canonicalBytes, type Json, parseCanonical } from './jcs.ts';
import { isActType, isOrigin, isSlot } from './names.ts';
import { parseTime } from './time.ts';

export const LEAF_FORMAT = 'cabildo/1';
export const MAX_LEAF_BYTES = 8_192;
export const BLIND_BYTES = 16;

/** An act of another (or the same) book, and the head under which it was seen. Hashes are base64. */
export interface Citation {
  readonly book: string;
  readonly index: number;
  /** Its leaf hash. */
  readonly leaf: string;
  readonly size: number;
  readonly root: string;
}

export interface Leaf {
  readonly act: string;
  /** UTC to the second. */
  readonly at: string;
  /** 16 random bytes, base64, so that nobody can guess a leaf from its hash. */
  readonly blind: string;
  /** The book's origin. */
  readonly book: string;
  /** An office or a procedure, and the statute's article. */
  readonly by: { readonly article: string; readonly office: string };
  readonly cites: readonly Citation[];
  /** Commitments (32 bytes, base64) to what is disclosed beside the book, by slot. */
  readonly commits: { readonly [slot: string]: string };
  readonly data: { readonly [name: string]: Json };
  readonly format: typeof LEAF_FORMAT;
  readonly index: number;
  /** Version of the rules that made the act. */
  readonly rules: number;
  /** Version of the act type. */
  readonly v: number;
}

export type DecodedLeaf = { ok: true; leaf: Leaf } | { ok: false; reason: string };

/**
 * The entry's bytes. Throws RangeError for a leaf that `decodeLeaf` would refuse, above all one of more than
 * MAX_LEAF_BYTES: whoever lets people write into `data` limits it beforehand or moves it to an attachment.
 */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  const bytes = canonicalBytes(leaf);
  if (bytes.length > MAX_LEAF_BYTES) throw new RangeError(`leaf of ${bytes.length} bytes`);
  const fault = faultInLeaf(leaf as unknown as Json);
  if (fault !== undefined) throw new RangeError(`not a leaf: ${fault}`);
  return bytes;
}

/**
 * Reads an entry. Reasons: `too-long`, `not-utf8`, `not-json`, `not-canonical`, or the member that is wrong, missing
 * or not known (`at`, `by`, `cites`, …; `members` if there are others than the format has).
 */
export function decodeLeaf(bytes: Uint8Array): DecodedLeaf {
  if (bytes.length > MAX_LEAF_BYTES) return { ok: false, reason: 'too-long' };
  const parsed = parseCanonical(bytes);
  if (!parsed.ok) return parsed;
  const fault = faultInLeaf(parsed.value);
  return fault === undefined ? { ok: true, leaf: parsed.value as unknown as Leaf } : { ok: false, reason: fault };
}

const MEMBERS = 'act,at,blind,book,by,cites,commits,data,format,index,rules,v';

function faultInLeaf(value: Json): string | undefined {
  if (!isObject(value) || namesOf(value) !== MEMBERS) return 'members';
  if (typeof value.act !== 'string' || !isActType(value.act)) return 'act';
  if (typeof value.at !== 'string' || parseTime(value.at) === undefined) return 'at';
  if (!isBase64(value.blind, BLIND_BYTES)) return 'blind';
  if (typeof value.book !== 'string' || !isOrigin(value.book)) return 'book';
  const by = value.by as Json;
  if (!isObject(by) || namesOf(by) !== 'article,office') return 'by';
  if (typeof by.article !== 'string' || typeof by.office !== 'string') return 'by';
  if (!Array.isArray(value.cites) || !value.cites.every(isCitation)) return 'cites';
  const commits = value.commits as Json;
  if (!isObject(commits) || !Object.entries(commits).every(isCommit)) return 'commits';
  if (!isObject(value.data as Json)) return 'data';
  if (value.format !== LEAF_FORMAT) return 'format';
  if (!isCount(value.index)) return 'index';
  if (!isCount(value.rules) || value.rules < 1) return 'rules';
  if (!isCount(value.v) || value.v < 1) return 'v';
  return undefined;
}

function isCitation(value: Json): boolean {
  if (!isObject(value) || namesOf(value) !== 'book,index,leaf,root,size') return false;
  const { book, index, size } = value;
  if (typeof book !== 'string' || !isOrigin(book) || !isCount(index) || !isCount(size)) return false;
  return index < size && isBase64(value.leaf, 32) && isBase64(value.root, 32);
}

function isCommit([slot, commit]: [string, Json]): boolean {
  return isSlot(slot) && isBase64(commit, 32);
}

function isObject(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function namesOf(value: { [name: string]: Json }): string {
  return Object.keys(value).sort().join();
}

function isBase64(value: unknown, length: number): boolean {
  return typeof value === 'string' && base64Decode(value, length) !== undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
