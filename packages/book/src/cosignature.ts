/** Witness cosignatures, https://c2sp.org/tlog-cosignature, `cosignature/v1` (Ed25519). */
import type { Crypto, Signer } from './crypto.ts';
import { concatBytes, utf8Encode } from './encoding.ts';
import { formatSignatureLine } from './signature-line.ts';
import { COSIGNATURE_V1, verifierKey } from './vkey.ts';

/** What a witness signs: a header, the time in seconds since 1970, and the whole note text of the checkpoint. */
export function cosignedMessage(text: string, time: number): Uint8Array {
  return utf8Encode(`cosignature/v1\ntime ${time}\n${text}`);
}

/** The time in a `timestamped_signature` (u64 time || 64 bytes), or undefined if malformed or beyond 2^53. */
export function cosignatureTime(signature: Uint8Array): number | undefined {
  if (signature.length !== 8 + 64) return undefined;
  let time = 0;
  for (let i = 0; i < 8; i++) time = time * 256 + (signature[i] as number);
  return Number.isSafeInteger(time) ? time : undefined;
}

/**
 * The cosignature line `— name …\n` over the note text of a checkpoint, at `time` (whole seconds since 1970, not 0).
 * The caller has checked the checkpoint (see witness.ts).
 */
export function cosignatureLine(text: string, name: string, signer: Signer, time: number, crypto: Crypto): string {
  if (!Number.isSafeInteger(time) || time <= 0) throw new RangeError('a cosignature carries a time in whole seconds');
  const { keyId } = verifierKey(name, COSIGNATURE_V1, signer.publicKey, crypto);
  const stamp = new Uint8Array(8);
  for (let i = 7, rest = time; i >= 0; i--, rest = Math.floor(rest / 256)) stamp[i] = rest % 256;
  const signature = concatBytes(stamp, signer.sign(cosignedMessage(text, time)));
  return formatSignatureLine({ name, keyId, signature });
}
