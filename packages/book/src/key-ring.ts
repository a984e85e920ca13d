/** Which officers' device keys a book has enrolled, act by act (docs/decisions/0002-the-book.md, "Seals"). */
import type { Crypto, Signer } from './crypto.ts';
import { base64Decode, base64Encode, utf8Encode } from './encoding.ts';
import type { Json } from './jcs.ts';
import type { Leaf } from './leaf.ts';
import { lineage } from './names.ts';
import { parseTime } from './time.ts';

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
  /** Elected for a term that had not begun then; until it begins the present keys stay. */
  readonly waiting?: { readonly enrolment: Enrolment; readonly from: number };
}

export const EMPTY_RING: KeyRing = { current: undefined, before: undefined };

/** Act types that change a ring. */
export const ENROLLING_ACTS: ReadonlySet<string> = new Set([
  'BodyFounded',
  'OfficersElected',
  'OfficerKeyReplaced',
  'OfficerKeyRestored',
  'OfficerRecalled',
  'OfficerResigned',
]);

export type EvolvedRing =
  | { ok: true; ring: KeyRing }
  | {
      ok: false;
      reason:
        | 'malformed-enrolment'
        | 'founded-twice'
        | 'key-not-enrolled'
        | 'bad-replacement-signature'
        | 'too-few-signatures';
    };

/**
 * The ring after `leaf`. Acts of other types leave it as it was. After a refusal the caller goes on with the ring it
 * had: what cannot be read or is not signed enrols nobody.
 */
export function evolveKeyRing(before: KeyRing, leaf: Leaf, crypto: Crypto): EvolvedRing {
  const ring = ringAt(before, leaf.at);
  if (leaf.act === 'BodyFounded' || leaf.act === 'OfficersElected') {
    // Only an election replaces keys; a second founding would give the book to whoever wrote it.
    if (leaf.act === 'BodyFounded' && ring.current !== undefined) return { ok: false, reason: 'founded-twice' };
    const enrolment = leaf.act === 'BodyFounded' ? conveners(leaf) : officers(leaf);
    if (enrolment === undefined) return { ok: false, reason: 'malformed-enrolment' };
    const from = leaf.act === 'OfficersElected' ? termBegins(leaf) : undefined;
    if (from === undefined) return { ok: true, ring: replacedBy(ring, enrolment) };
    const { current, before: attesting } = ring;
    return { ok: true, ring: { current, before: attesting, waiting: { enrolment, from } } };
  }
  if (leaf.act === 'OfficerRecalled' || leaf.act === 'OfficerResigned') return dropKey(ring, leaf);
  if (leaf.act === 'OfficerKeyRestored') return restoreKey(ring, leaf, crypto);
  return leaf.act === 'OfficerKeyReplaced' ? replaceKey(ring, leaf, crypto) : { ok: true, ring };
}

/** The ring at the time of an act: those who were elected for a later term are in office once it has begun. */
export function ringAt(ring: KeyRing, at: string): KeyRing {
  const { waiting } = ring;
  return waiting === undefined || (parseTime(at) ?? 0) < waiting.from ? ring : replacedBy(ring, waiting.enrolment);
}

/** Where recalls have left fewer keys than make a seal, all that are left hand over. */
function replacedBy({ current }: KeyRing, enrolment: Enrolment): KeyRing {
  if (current === undefined) return { current: enrolment, before: undefined };
  const needed = Math.max(1, Math.min(current.needed, current.keys.length));
  return { current: enrolment, before: { ...current, needed } };
}

/** When the term of an election begins, if that is after the election. */
function termBegins({ data: { from }, at }: Leaf): number | undefined {
  const begins = typeof from === 'string' ? parseTime(from) : undefined;
  return begins === undefined || begins <= (parseTime(at) ?? 0) ? undefined : begins;
}

function dropKey(ring: KeyRing, leaf: Leaf): EvolvedRing {
  const { office, later } = leaf.data;
  if (typeof office !== 'string') return { ok: false, reason: 'malformed-enrolment' };
  const without = (enrolment: Enrolment): Enrolment => ({
    ...enrolment,
    keys: enrolment.keys.filter((key) => key.office !== office),
  });
  // Recalled before the term begins: whoever serves until then keeps the key.
  const { current, before, waiting } = ring;
  if (later === true && waiting !== undefined) {
    const enrolment = without(waiting.enrolment);
    const left = enrolment.keys.length === 0 ? {} : { waiting: { ...waiting, enrolment } };
    return { ok: true, ring: { current, before, ...left } };
  }
  return current === undefined ? { ok: true, ring } : { ok: true, ring: { ...ring, current: without(current) } };
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

/** The text by which an old device key hands over to a new one, as UTF-8; keys are base64. */
export function keyReplacementText(origin: string, office: string, oldKey: string, newKey: string): string {
  return `cabildo/key-replacement/v1\n${origin}\n${office}\n${oldKey}\n${newKey}\n`;
}

/** The `signature` of an `OfficerKeyReplaced` act: base64, by the old key. */
export function signKeyReplacement(origin: string, office: string, newKey: string, oldSigner: Signer): string {
  const text = keyReplacementText(origin, office, base64Encode(oldSigner.publicKey), newKey);
  return base64Encode(oldSigner.sign(utf8Encode(text)));
}

function replaceKey(ring: KeyRing, leaf: Leaf, crypto: Crypto): EvolvedRing {
  const { office, oldKey, newKey, signature } = leaf.data;
  if (typeof office !== 'string' || !isKey(oldKey) || !isKey(newKey) || typeof signature !== 'string') {
    return { ok: false, reason: 'malformed-enrolment' };
  }
  const { current } = ring;
  if (!current?.keys.some((key) => key.office === office && key.key === oldKey)) {
    return { ok: false, reason: 'key-not-enrolled' };
  }
  if (!isSignedBy(oldKey, signature, leaf, crypto)) return { ok: false, reason: 'bad-replacement-signature' };
  return { ok: true, ring: { ...ring, current: rekeyed(current, office, oldKey, newKey) } };
}

/** A successor carries the change over as it was signed for the book before it. */
function isSignedBy(key: string, signature: string, { book: origin, data }: Leaf, crypto: Crypto): boolean {
  const signed = base64Decode(signature, 64);
  const { office, oldKey, newKey } = data as Readonly<Record<string, string>>;
  return lineage(origin).some((book) => {
    const message = utf8Encode(keyReplacementText(book, office ?? '', oldKey ?? '', newKey ?? ''));
    return signed !== undefined && crypto.verifyEd25519(base64Decode(key, 32) as Uint8Array, message, signed);
  });
}

const rekeyed = (enrolment: Enrolment, office: string, oldKey: string, newKey: string): Enrolment => ({
  ...enrolment,
  keys: enrolment.keys.map((key) => (key.office === office && key.key === oldKey ? { ...key, key: newKey } : key)),
});

/** A lost key cannot sign: as many of the other offices as make a seal have signed in its stead, or all that there are. */
function restoreKey(ring: KeyRing, leaf: Leaf, crypto: Crypto): EvolvedRing {
  const { office, oldKey, newKey, signatures } = leaf.data;
  if (typeof office !== 'string' || !isKey(oldKey) || !isKey(newKey) || !Array.isArray(signatures)) {
    return { ok: false, reason: 'malformed-enrolment' };
  }
  const { current } = ring;
  if (!current?.keys.some((key) => key.office === office && key.key === oldKey)) {
    return { ok: false, reason: 'key-not-enrolled' };
  }
  const others = current.keys.filter((key) => key.office !== office);
  const signing = new Map<string, string>();
  for (const one of signatures) {
    if (!isObject(one) || typeof one.signature !== 'string') return { ok: false, reason: 'malformed-enrolment' };
    const { signature } = one;
    const signer = others.find(({ office: held, key }) => held === one.office && key === one.key);
    if (signer === undefined) return { ok: false, reason: 'key-not-enrolled' };
    if (!isSignedBy(signer.key, signature, leaf, crypto)) return { ok: false, reason: 'bad-replacement-signature' };
    signing.set(signer.office, signer.key);
  }
  const needed = Math.max(1, Math.min(current.needed, others.length));
  if (Math.min(signing.size, new Set(signing.values()).size) < needed) {
    return { ok: false, reason: 'too-few-signatures' };
  }
  return { ok: true, ring: { ...ring, current: rekeyed(current, office, oldKey, newKey) } };
}

function isKey(value: Json | undefined): value is string {
  return typeof value === 'string' && base64Decode(value, 32) !== undefined;
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
