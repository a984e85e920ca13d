/**
 * Checks a leaf in place, as `decodeLeaf` does by reading it, and says whether it must be read as well. What is not
 * recognised here may still be a good leaf: the caller then decodes it.
 */
import { type Seen, scanLiteral, scanNumber, scanObject, scanString } from './canonical-scan.ts';
import { utf8Encode } from './encoding.ts';
import { LEAF_FORMAT, MAX_LEAF_BYTES } from './leaf.ts';

export interface ScannedLeaf {
  /** Position of the 20 characters of `at`. */
  readonly time: number;
  /** How many commitments there are. */
  readonly commits: number;
  /** `data` may name an attachment. */
  readonly attachments: boolean;
  /** The type is one of those asked for. */
  readonly wanted: boolean;
}

/** What every leaf of one audit is compared with. */
export interface LeafTemplate {
  readonly afterBlind: Uint8Array;
  readonly wanted: readonly Uint8Array[];
}

/** `wanted` are act types that the caller will read. */
export function leafTemplate(origin: string, wanted: Iterable<string>): LeafTemplate {
  return {
    afterBlind: utf8Encode(`","book":${JSON.stringify(origin)},"by":{"article":`),
    wanted: Array.from(wanted, (type) => utf8Encode(`${type}"`)),
  };
}

const ACT = utf8Encode('{"act":"');
const AT = utf8Encode('","at":"');
const BLIND = utf8Encode('","blind":"');
const OFFICE = utf8Encode(',"office":');
const CITES = utf8Encode('},"cites":');
const COMMITS = utf8Encode(',"commits":{');
const DATA = utf8Encode(',"data":');
const FORMAT = utf8Encode(`,"format":"${LEAF_FORMAT}","index":`);
const RULES = utf8Encode(',"rules":');
const VERSION = utf8Encode(',"v":');
const CITE_BOOK = utf8Encode('{"book":"');
const CITE_INDEX = utf8Encode('","index":');
const CITE_LEAF = utf8Encode(',"leaf":"');
const CITE_ROOT = utf8Encode('","root":"');
const CITE_SIZE = utf8Encode('","size":');

/** Recognises the leaf of act `index` of the template's book in `entry`; undefined if it must be decoded to know. */
export function scanLeaf(entry: Uint8Array, index: number, template: LeafTemplate): ScannedLeaf | undefined {
  if (entry.length > MAX_LEAF_BYTES) return undefined;
  const type = scanLiteral(entry, 0, ACT);
  if (type < 0) return undefined;
  const typeEnd = scanActType(entry, type);
  const time = typeEnd < 0 ? -1 : scanLiteral(entry, typeEnd, AT);
  if (time < 0 || !isTimeHere(entry, time)) return undefined;
  const blind = scanLiteral(entry, time + 20, BLIND);
  if (blind < 0) return undefined;
  let next = scanBase64(entry, blind, 22);
  if (next < 0) return undefined;
  next = scanLiteral(entry, next, template.afterBlind);
  if (next < 0 || entry[next] !== QUOTE) return undefined;
  next = scanLiteral(entry, scanString(entry, next), OFFICE);
  if (next < 0 || entry[next] !== QUOTE) return undefined;
  next = scanLiteral(entry, scanString(entry, next), CITES);
  if (next < 0) return undefined;
  next = scanLiteral(entry, scanCites(entry, next), COMMITS);
  if (next < 0) return undefined;
  const seen: Seen & { commits: number } = { sha256: false, commits: 0 };
  next = scanLiteral(entry, scanCommits(entry, next, seen), DATA);
  if (next < 0 || entry[next] !== OPEN_BRACE) return undefined;
  // `data` lies one level inside the leaf.
  next = scanLiteral(entry, scanObject(entry, next, seen, 1), FORMAT);
  if (next < 0 || !endsAsLeaf(entry, next, index)) return undefined;
  const wanted = template.wanted.some((name) => scanLiteral(entry, type, name) > 0);
  return { time, commits: seen.commits, attachments: seen.sha256, wanted };
}

const QUOTE = 0x22;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

// ,"index":I,"rules":R,"v":V}
function endsAsLeaf(entry: Uint8Array, at: number, index: number): boolean {
  const indexEnd = scanNumber(entry, at);
  if (indexEnd < 0 || countAt(entry, at, indexEnd) !== index) return false;
  const rules = scanLiteral(entry, indexEnd, RULES);
  if (rules < 0) return false;
  const rulesEnd = scanNumber(entry, rules);
  if (rulesEnd < 0 || countAt(entry, rules, rulesEnd) < 1) return false;
  const version = scanLiteral(entry, rulesEnd, VERSION);
  if (version < 0) return false;
  const versionEnd = scanNumber(entry, version);
  if (versionEnd < 0 || countAt(entry, version, versionEnd) < 1) return false;
  return entry[versionEnd] === CLOSE_BRACE && versionEnd + 1 === entry.length;
}

/** The value of up to 15 plain digits, else -1. */
function countAt(entry: Uint8Array, from: number, to: number): number {
  if (to - from > 15) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (entry[i] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** See `isActType`: a capital, then letters and digits; the position of the quote after it. */
function scanActType(entry: Uint8Array, at: number): number {
  const first = entry[at] as number;
  if (!(first >= 0x41 && first <= 0x5a)) return -1;
  let next = at + 1;
  while (isAlphanumeric(entry[next] as number)) next++;
  return next - at <= 64 ? next : -1;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39);
}

// 0000-00-00T00:00:00Z; the 29th of February is left to parseTime.
function isTimeHere(entry: Uint8Array, at: number): boolean {
  const separators =
    entry[at + 4] === 0x2d &&
    entry[at + 7] === 0x2d &&
    entry[at + 10] === 0x54 &&
    entry[at + 13] === 0x3a &&
    entry[at + 16] === 0x3a &&
    entry[at + 19] === 0x5a;
  if (!separators || countAt(entry, at, at + 4) < 0) return false;
  const month = countAt(entry, at + 5, at + 7);
  const day = countAt(entry, at + 8, at + 10);
  const hour = countAt(entry, at + 11, at + 13);
  const minute = countAt(entry, at + 14, at + 16);
  const second = countAt(entry, at + 17, at + 19);
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month] as number)) return false;
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}

const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Base64 of 16 bytes (22 characters and ==) or 32 bytes (43 and =), with the unused bits zero. */
function scanBase64(entry: Uint8Array, at: number, characters: 22 | 43): number {
  let last = 0;
  for (let i = 0; i < characters; i++) {
    const byte = entry[at + i] as number;
    if (!isAlphanumeric(byte) && byte !== 0x2b && byte !== 0x2f) return -1;
    last = byte;
  }
  const end = at + characters;
  if (entry[end] !== 0x3d) return -1;
  // 22 characters leave 4 bits over: A Q g w. 43 leave 2 bits over: every fourth character.
  if (characters === 22) {
    return (last === 0x41 || last === 0x51 || last === 0x67 || last === 0x77) && entry[end + 1] === 0x3d ? end + 2 : -1;
  }
  return EVERY_FOURTH[last] === 1 ? end + 1 : -1;
}

const EVERY_FOURTH = new Uint8Array(256);
for (const character of 'AEIMQUYcgkosw048') EVERY_FOURTH[character.charCodeAt(0)] = 1;

function scanCommits(entry: Uint8Array, at: number, seen: { commits: number }): number {
  if (entry[at] === CLOSE_BRACE) return at + 1;
  let next = at;
  let previous = '';
  for (;;) {
    if (entry[next] !== QUOTE) return -1;
    const start = next + 1;
    let end = start;
    let slot = '';
    while (isSlotByte(entry[end] as number)) slot += String.fromCharCode(entry[end++] as number);
    if (!isAlphanumeric(entry[start] as number) || slot.length > 64 || slot <= previous) return -1;
    previous = slot;
    if (entry[end] !== QUOTE || entry[end + 1] !== 0x3a || entry[end + 2] !== QUOTE) return -1;
    next = scanBase64(entry, end + 3, 43);
    if (next < 0 || entry[next] !== QUOTE) return -1;
    seen.commits++;
    next++;
    if (entry[next] === CLOSE_BRACE) return next + 1;
    if (entry[next] !== 0x2c) return -1;
    next++;
  }
}

function isSlotByte(byte: number): boolean {
  return isAlphanumeric(byte) || byte === 0x2e || byte === 0x5f || byte === 0x2d;
}

function scanCites(entry: Uint8Array, at: number): number {
  if (entry[at] !== 0x5b) return -1;
  if (entry[at + 1] === 0x5d) return at + 2;
  let next = at + 1;
  for (;;) {
    next = scanCitation(entry, next);
    if (next < 0) return -1;
    if (entry[next] === 0x5d) return next + 1;
    if (entry[next] !== 0x2c) return -1;
    next++;
  }
}

function scanCitation(entry: Uint8Array, at: number): number {
  const book = scanLiteral(entry, at, CITE_BOOK);
  if (book < 0) return -1;
  let next = book;
  while (isOriginByte(entry[next] as number)) next++;
  if (next === book || next - book > 200) return -1;
  const index = scanLiteral(entry, next, CITE_INDEX);
  if (index < 0) return -1;
  const indexEnd = scanNumber(entry, index);
  if (indexEnd < 0) return -1;
  next = scanLiteral(entry, indexEnd, CITE_LEAF);
  if (next < 0) return -1;
  next = scanBase64(entry, next, 43);
  if (next < 0) return -1;
  next = scanLiteral(entry, next, CITE_ROOT);
  if (next < 0) return -1;
  next = scanBase64(entry, next, 43);
  if (next < 0) return -1;
  const size = scanLiteral(entry, next, CITE_SIZE);
  if (size < 0) return -1;
  const sizeEnd = scanNumber(entry, size);
  if (sizeEnd < 0 || entry[sizeEnd] !== CLOSE_BRACE) return -1;
  const cited = countAt(entry, index, indexEnd);
  return cited >= 0 && cited < countAt(entry, size, sizeEnd) ? sizeEnd + 1 : -1;
}

// The common part of what isOrigin allows.
function isOriginByte(byte: number): boolean {
  return isSlotByte(byte) || byte === 0x2f || byte === 0x3a || byte === 0x7e;
}
