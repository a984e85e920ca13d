import {
  base64Decode,
  base64Encode,
  canonicalBytes,
  HASH_BYTES,
  type Json,
  leafHash,
  parseCheckpoint,
  parseTlogProof,
  verifyInclusion,
} from '@cabildo/book';
import type { ActAnswer, Choice, Receipt } from '../answers.ts';
import { isBookOf } from '../book-of-body.ts';
import { browserCrypto } from '../sha256.ts';
import type { ReceiptCheck } from './receipt-check.ts';

export interface Shown {
  /** The body's name on its node, the last part of its book's name. */
  readonly body: string;
  readonly receipt: Receipt;
  readonly pressed: Choice | null;
  readonly closing: ActAnswer;
  /** The text of the `.tlog-proof` of the closing act. */
  readonly proof: string;
}

/** Hashes only: nothing that the node claims is taken on trust but the head, which the book's page lets anyone compare. */
export function checkReceipt({ body, receipt, pressed, closing, proof }: Shown): ReceiptCheck {
  const { ballot } = receipt;
  const origin = ballot.book;
  const ownVote = ballot.vote === receipt.vote && isBookOf(body, origin);
  return {
    asPressed: pressed === null ? null : ballot.choice === pressed,
    counted: receipt.counted && ownVote && isCounted(receipt),
    closed: closes(receipt, closing.entry),
    ...placeInBook(origin, closing, proof),
  };
}

function isCounted({ ballot, index, size, root, proof }: Receipt): boolean {
  const leaf = leafHash(canonicalBytes({ ...ballot }), browserCrypto);
  const hashes = proof.map((hash) => base64Decode(hash, HASH_BYTES));
  const expected = base64Decode(root, HASH_BYTES);
  if (expected === undefined || hashes.some((hash) => hash === undefined)) return false;
  return verifyInclusion(index, size, leaf, hashes as Uint8Array[], expected, browserCrypto);
}

interface ClosingLeaf {
  readonly act?: unknown;
  readonly data?: { readonly vote?: unknown; readonly ballots?: { readonly count?: unknown; readonly root?: unknown } };
}

function closes({ vote, size, root }: Receipt, entry: unknown): boolean {
  const { act, data } = entry as ClosingLeaf;
  return act === 'VoteClosed' && data?.vote === vote && data.ballots?.root === root && data.ballots.count === size;
}

function placeInBook(origin: string, closing: ActAnswer, text: string): Pick<ReceiptCheck, 'inBook' | 'head'> {
  const proof = parseTlogProof(text);
  const checkpoint =
    proof === undefined ? undefined : parseCheckpoint(proof.checkpoint.slice(0, proof.checkpoint.indexOf('\n\n') + 1));
  if (proof === undefined || checkpoint === undefined || checkpoint.origin !== origin)
    return { inBook: false, head: null };
  const leaf = leafHash(canonicalBytes(closing.entry as Json), browserCrypto);
  const inBook =
    proof.index === closing.index &&
    verifyInclusion(proof.index, checkpoint.size, leaf, proof.hashes, checkpoint.root, browserCrypto);
  return { inBook, head: { size: checkpoint.size, root: base64Encode(checkpoint.root) } };
}
