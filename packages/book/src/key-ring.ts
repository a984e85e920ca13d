/**
 * Which officers' device keys a book has enrolled, act by act (docs/decisions/0002-the-book.md, "Seals"). Signatures are
 * not looked at here; see seal.ts.
 */
import { base64Decode } from './encoding.ts';
import type { Json } from './jcs.ts';
import type { Leaf } from './leaf.ts';

export interface EnrolledKey {
  readonly office: string;
  readonly holder: string;
  /** 32 bytes, base64. */
  readonly key: string;
}

/** The keys that one act enrolled, as they stand now. */
export interface Enrolment {
  /** Index of the `BodyFounded` or `OfficersElected` act. */
  readonly index: number;
  /** How many signatures of distinct offices make a seal. */
  readonly needed: number;
  readonly keys: readonly EnrolledKey[];
}

/** The keys in force after some act, if any; and those before the last election, which may seal that election. */
export interface KeyRing {
  readonly current: Enrolment | undefined;
  readonly before: Enrolment | undefined;
}

export const EMPTY_RING: KeyRing = { current: undefined, before: undefined };

/** Act types that change a ring. */
export const ENROLLING_ACTS: ReadonlySet<string> = new Set(['BodyFounded', 'OfficersElected', 'OfficerKeyReplaced']);

export type EvolvedRing = { ok: true; ring: KeyRing } | { ok: false; reason: 'malformed-enrolment' | 'key-not-enrolled' };

/**
 * The ring after `leaf`. Acts of other types leave it as it was. A malformed enrolment is refused and, so that nothing
 * can be sealed by keys that nobody can read, the caller should go on with the ring it had.
 */
export function evolveKeyRing(ring: KeyRing, leaf: Leaf): EvolvedRing {
  if (leaf.act === 'BodyFounded' || leaf.act === 'OfficersElected') {
    const enrolment = leaf.act === 'BodyFounded' ? conveners(leaf) : officers(leaf);
    if (enrolment === undefined) return { ok: false, reason: 'malformed-enrolment' };
    return { ok: true, ring: { current: enrolment, before: ring.current } };
  }
  return leaf.act === 'OfficerKeyReplaced' ? replaceKey(ring, leaf) : { ok: true, ring };
}

function conveners(leaf: Leaf): Enrolment | undefined {
  const { convener } = leaf.data;
  if (!isObject(convener) || typeof convener.holder !== 'string' || !isKey(convener.key)) return undefined;
  const keys = [{ office: 'convener', holder: convener.holder, key: convener.key }];
  return { index: leaf.index, needed: 1, keys };
}

function officers(leaf: Leaf): Enrolment | undefined {
  const { officers: list, signaturesNeeded: needed } = leaf.data;
  if (!Array.isArray(list) || typeof needed !== 'number' || !Number.isSafeInteger(needed) || needed < 1) {
    return undefined;
  }
  const keys: EnrolledKey[] = [];
  for (const officer of list) {
    if (!isObject(officer)) return undefined;
    const { office, holder, key } = officer;
    if (typeof office !== 'string' || typeof holder !== 'string') return undefined;
    // An officer may have no device key (yet); such an office cannot sign.
    if (key === undefined || key === null) continue;
    if (!isKey(key)) return undefined;
    keys.push({ office, holder, key });
  }
  return { index: leaf.index, needed, keys };
}

function replaceKey(ring: KeyRing, leaf: Leaf): EvolvedRing {
  const { office, oldKey, newKey } = leaf.data;
  if (typeof office !== 'string' || typeof oldKey !== 'string' || !isKey(newKey)) {
    return { ok: false, reason: 'malformed-enrolment' };
  }
  const { current } = ring;
  if (!current?.keys.some((key) => key.office === office && key.key === oldKey)) {
    return { ok: false, reason: 'key-not-enrolled' };
  }
  const keys = current.keys.map((key) =>
    key.office === office && key.key === oldKey ? { ...key, key: newKey } : key,
  );
  return { ok: true, ring: { ...ring, current: { ...current, keys } } };
}

function isKey(value: Json | undefined): value is string {
  return typeof value === 'string' && base64Decode(value, 32) !== undefined;
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
