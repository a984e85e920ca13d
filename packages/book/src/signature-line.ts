/** The signature lines at the end of a note, https://c2sp.org/signed-note. */
import { base64Decode, base64Encode, concatBytes, hexDecode, hexEncode } from './encoding.ts';
import { isKeyName } from './vkey.ts';

export interface NoteSignature {
  readonly name: string;
  /** 8 hexadecimal digits. */
  readonly keyId: string;
  /** What follows the key ID. */
  readonly signature: Uint8Array;
}

/** One line `— name base64`, without its newline. */
export function parseSignatureLine(line: string): NoteSignature | undefined {
  const parts = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line);
  if (parts === null) return undefined;
  const [, name, encoded] = parts as unknown as [string, string, string];
  const blob = base64Decode(encoded);
  if (!isKeyName(name) || blob === undefined || blob.length < 5) return undefined;
  return { name, keyId: hexEncode(blob.subarray(0, 4)), signature: blob.subarray(4) };
}

export function formatSignatureLine(signature: NoteSignature): string {
  const keyId = hexDecode(signature.keyId);
  if (keyId?.length !== 4) throw new RangeError(`not a key ID: ${signature.keyId}`);
  return `\u2014 ${signature.name} ${base64Encode(concatBytes(keyId, signature.signature))}\n`;
}
