import { attachmentsIn, base64Decode, decodeLeaf, HASH_BYTES, hexEncode } from '@cabildo/book';
import { actEntry } from '@cabildo/core';

/** What lies beside the book, as the acts themselves say. */
export interface Besides {
  /** Acts that commit to something that may be public. */
  readonly disclosing: number[];
  /** Names of the files, in hexadecimal. */
  readonly attachments: Set<string>;
}

export function noteBesides(besides: Besides, entry: Uint8Array, index: number): void {
  const decoded = decodeLeaf(entry);
  if (!decoded.ok) return;
  const { act, commits, data } = decoded.leaf;
  const known = actEntry(act);
  // Of an act that this program does not know, any slot may be public.
  const isPublic = (slot: string): boolean => known === undefined || known.discloses[slot] === 'public';
  if (Object.keys(commits).some(isPublic)) besides.disclosing.push(index);
  for (const { sha256 } of attachmentsIn(data)) {
    const hash = base64Decode(sha256, HASH_BYTES);
    if (hash !== undefined) besides.attachments.add(hexEncode(hash));
  }
}
