/** Commitments to what lies beside the book and can be erased (docs/decisions/0002-the-book.md, "Disclosures"). */
import type { Crypto } from './crypto.ts';
import { base64Decode, base64Encode, concatBytes, utf8Encode } from './encoding.ts';
import { canonicalBytes, canonicalize, type Json, parseCanonical } from './jcs.ts';
import { isOrigin, isSlot } from './names.ts';

export const SALT_BYTES = 32;

/** Where a disclosure belongs: book, act and slot. */
export interface SlotPlace {
  readonly origin: string;
  readonly index: number;
  readonly slot: string;
}

/**
 * SHA-256("cabildo/commit/v1\n" origin "\n" index "\n" slot "\n" || salt || JCS(disclosure)): 32 bytes, base64, as it
 * stands in `commits`. Throws RangeError for a salt that is not 32 bytes or a name that cannot be.
 */
export function commitTo(place: SlotPlace, salt: Uint8Array, disclosure: Json, crypto: Crypto): string {
  const { origin, index, slot } = place;
  if (salt.length !== SALT_BYTES) throw new RangeError('a salt is 32 bytes');
  if (!isOrigin(origin) || !isSlot(slot) || !Number.isSafeInteger(index)) throw new RangeError('no such place');
  const head = utf8Encode(`cabildo/commit/v1\n${origin}\n${index}\n${slot}\n`);
  return base64Encode(crypto.sha256(concatBytes(head, salt, canonicalBytes(disclosure))));
}

/** The text of `disclosures/<index>.json`. `salt` is base64. */
export interface DisclosureFile {
  readonly index: number;
  readonly slots: { readonly [slot: string]: { readonly salt: string; readonly disclosure: Json } };
}

/** The file's bytes: canonical, so that a changed byte is always found. */
export function encodeDisclosureFile(file: DisclosureFile): Uint8Array {
  return utf8Encode(canonicalize(file));
}

/** Reads such a file; undefined if it is not canonical JSON of that shape. */
export function decodeDisclosureFile(bytes: Uint8Array): DisclosureFile | undefined {
  const parsed = parseCanonical(bytes);
  if (!parsed.ok || !isObject(parsed.value)) return undefined;
  const { index, slots } = parsed.value;
  if (Object.keys(parsed.value).length !== 2 || !Number.isSafeInteger(index) || !isObject(slots)) return undefined;
  const sound = Object.entries(slots).every(
    ([slot, value]) =>
      isSlot(slot) &&
      isObject(value) &&
      Object.keys(value).sort().join() === 'disclosure,salt' &&
      typeof value.salt === 'string' &&
      base64Decode(value.salt, SALT_BYTES) !== undefined,
  );
  return sound ? (parsed.value as unknown as DisclosureFile) : undefined;
}

/** Whether what was disclosed is what the act committed to. `commit` and `salt` are base64; never throws. */
export function verifyDisclosure(
  place: SlotPlace,
  commit: string,
  disclosed: { readonly salt: string; readonly disclosure: Json },
  crypto: Crypto,
): boolean {
  const salt = base64Decode(disclosed.salt, SALT_BYTES);
  if (salt === undefined || !isOrigin(place.origin) || !isSlot(place.slot)) return false;
  return commitTo(place, salt, disclosed.disclosure, crypto) === commit;
}

function isObject(value: unknown): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
