import { base64Encode, decodeHeadEntry, equalBytes, hexEncode, utf8Encode } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { findBook, listBooks } from '../../store/books.ts';
import { lastLoggedHeads } from '../../store/logged-heads.ts';
import { readCosignatures } from '../../store/witnesses.ts';
import type { Node } from '../node.ts';
import type { Asked } from './asked.ts';
import { readHead, type SignedHead } from './foreign-head.ts';
import { compareHeads, recordFork } from './forks.ts';
import { headsOf } from './own-head.ts';
import { openSource, type Source } from './source.ts';

/** A book of this node's own that is not what it was: somebody has put an older state of the database in its place. */
export interface RolledBack {
  readonly origin: string;
  readonly size: number;
  /** What was seen of it before. */
  readonly seen: { readonly size: number; readonly root: string | null };
  readonly by: string;
}

/** Why a book waits for `compareWithOutside`; the beginning of its read-only reason. */
export const WAITING = 'restored or rolled back: ';

/**
 * At start: whether the node's own log of heads, or a cosignature on it, knows more of a book than the book itself does.
 * Such books are closed for writing until they were compared with the outside.
 */
export async function noticeRollback(node: Node): Promise<readonly RolledBack[]> {
  const heads = headsOf(node);
  const found: RolledBack[] = [];
  const log = await findBook(node.store, heads);
  const cosigned = (await readCosignatures(node.store, heads, (log?.size ?? 0) + 1)).at(-1);
  if (cosigned !== undefined) {
    const seen = { size: cosigned.size, root: null };
    found.push({ origin: heads, size: log?.size ?? 0, seen, by: cosigned.witness });
  }
  for (const { entry } of await lastLoggedHeads(node.store, heads)) {
    const logged = decodeHeadEntry(entry);
    const book = logged && (await findBook(node.store, logged.origin));
    if (!logged || (book?.size === logged.size && equalBytes(book.root, logged.root))) continue;
    if (book !== undefined && book.size > logged.size) continue;
    const seen = { size: logged.size, root: base64Encode(logged.root) };
    found.push({ origin: logged.origin, size: book?.size ?? 0, seen, by: heads });
  }
  for (const one of found) await close(node, one);
  return found;
}

async function close(node: Node, { origin, size, seen, by }: RolledBack): Promise<void> {
  if ((await findBook(node.store, origin)) === undefined) return;
  await node.setReadOnly(origin, `${WAITING}it has ${size} acts here, and ${by} has seen ${seen.size}`);
}

/** A witness would not cosign. Only what this node's own key has signed proves that it is right. */
export async function noticeWitness(node: Node, url: string, size: number, theirs: number | undefined): Promise<Asked> {
  const origin = headsOf(node);
  const hash = hexEncode(nodeCrypto.sha256(utf8Encode(origin)));
  const source = openSource(`${url.replace(/\/+$/, '')}/${hash}`);
  const seen = await noticeHead(node, origin, source, url);
  if (seen.kind === 'behind') {
    // Where the log of heads was put back, so were the books, and nobody knows which.
    for (const book of await listBooks(node.store)) {
      const open = !book.remote && book.read_only === null && book.origin !== origin;
      if (open)
        await node.setReadOnly(
          book.origin,
          `${WAITING}the log of heads has ${size} entries here, and ${url} has seen more`,
        );
    }
    return { kind: 'rolled-back', url, size: seen.size, detail: `our log of heads has ${size} entries` };
  }
  if (seen.kind === 'fork') return { kind: 'fork', url, size, detail: `fork ${seen.number} of ${origin}` };
  const detail =
    theirs === undefined ? 'it finds our log inconsistent' : `it says that it has seen ${theirs} entries of our log`;
  return { kind: 'refused', url, reason: 'ahead-unproven', detail: `${detail}, and does not show it` };
}

export type Noticed =
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** The same head has been seen there. */
  | { readonly kind: 'confirmed'; readonly size: number }
  | { readonly kind: 'behind'; readonly size: number; readonly head: SignedHead }
  | { readonly kind: 'fork'; readonly number: number };

/** Compares a book of this node's own with what a mirror or a witness shows of it. */
export async function noticeHead(node: Node, origin: string, source: Source, by: string): Promise<Noticed> {
  const book = await findBook(node.store, origin);
  if (book === undefined) return { kind: 'unreadable', detail: 'there is no such book here' };
  const seen = await readHead(source, origin, book.vkey);
  if ('kind' in seen) return { kind: 'unreadable', detail: seen.detail };
  const held = { size: book.size, root: base64Encode(book.root), checkpoint: book.checkpoint };
  const compared = await compareHeads(node, origin, held, seen, source);
  const { size, root } = seen.checkpoint;
  if (compared.kind === 'fork') return { kind: 'fork', number: await recordFork(node, compared.fork) };
  if (size > book.size) {
    // Whether or not the rest of it can be had: our own key has signed it.
    await close(node, { origin, size: book.size, seen: { size, root: base64Encode(root) }, by });
    return { kind: 'behind', size, head: seen };
  }
  if (compared.kind === 'unproven') return { kind: 'unreadable', detail: 'it cannot be compared with what is here' };
  if (size < book.size)
    return { kind: 'unreadable', detail: `it has only ${size} of the ${book.size} acts that are here` };
  return { kind: 'confirmed', size };
}
