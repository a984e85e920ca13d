/** The hashes of the specification: every string that is hashed is made here or in the file of its proof. */
import { base64Encode, hexEncode, integerOf, utf8Encode } from './encoding.ts';
import type { Group } from './group.ts';
import type { Machine } from './machine.ts';

/** How an archive names a file, and how events refer to it. */
export function fileHash(content: Uint8Array, { sha256 }: Machine): string {
  return hexEncode(sha256(content));
}

/** The fingerprint of an election, the hash that a ballot signs, and the tracker that a voter keeps. */
export function fingerprint(json: string, { sha256 }: Machine): string {
  return base64Encode(sha256(utf8Encode(json)));
}

/** A hash of 256 bits as an exponent. */
export function challengeOf(group: Group, machine: Machine, hashed: string): bigint {
  return integerOf(machine.sha256(utf8Encode(hashed))) % group.q;
}
