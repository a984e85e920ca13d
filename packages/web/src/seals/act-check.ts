import {
  actCode,
  base64Encode,
  canonicalBytes,
  decodeLeaf,
  type Hash,
  type Json,
  type Leaf,
  leafHash,
  sealText,
  utf8Decode,
  utf8Encode,
} from '@cabildo/book';
import type { ActAnswer } from '../answers.ts';
import { isBookOf } from '../book-of-body.ts';
import { browserCrypto } from '../sha256.ts';

/** An act as this phone has worked it out from the bytes: what is shown of it is what is signed. */
export interface CheckedAct {
  readonly leaf: Leaf;
  readonly hash: Hash;
  readonly code: string;
  /** The leaf, letter by letter. */
  readonly text: string;
  /** The four lines that a seal signs. */
  readonly seal: string;
  /** What was read out and lies beside the act, if it has the hash that the act holds. */
  readonly document: string | null;
}

/** Why nothing is signed: bytes that are no leaf, a leaf of another place or kind, a hash that is another one. */
export type ActFault = 'no-leaf' | 'other-place' | 'other-act' | 'other-leaf';

export interface Wanted {
  /** The body's name on its node, the last part of its book's name. */
  readonly body: string;
  readonly index: number;
  readonly act: string;
}

/** Holds what the node shows against itself. The node's word for the hash is compared, never used. */
export function checkAct(
  { body, index, act }: Wanted,
  shown: ActAnswer,
): { readonly ok: true; readonly act: CheckedAct } | { readonly ok: false; readonly fault: ActFault } {
  const bytes = bytesOf(shown.entry);
  const decoded = bytes === null ? undefined : decodeLeaf(bytes);
  if (bytes === null || decoded?.ok !== true) return { ok: false, fault: 'no-leaf' };
  const { leaf } = decoded;
  if (leaf.index !== index || !isBookOf(body, leaf.book)) return { ok: false, fault: 'other-place' };
  if (leaf.act !== act) return { ok: false, fault: 'other-act' };
  const hash = leafHash(bytes, browserCrypto);
  if (base64Encode(hash) !== shown.leaf) return { ok: false, fault: 'other-leaf' };
  return {
    ok: true,
    act: {
      leaf,
      hash,
      code: actCode(hash),
      text: utf8Decode(bytes) ?? '',
      seal: sealText(leaf.book, index, hash),
      document: documentOf(leaf, shown.disclosures.text),
    },
  };
}

function bytesOf(entry: unknown): Uint8Array | null {
  try {
    return canonicalBytes(entry as Json);
  } catch {
    return null;
  }
}

function documentOf({ data }: Leaf, text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const hash = base64Encode(browserCrypto.sha256(utf8Encode(text)));
  return data.text === hash || data.textHash === hash ? text : null;
}
