import { utf8Decode } from '@cabildo/book';
import type { Node } from '../node.ts';
import { type ComparedWithOutside, compareWithOutside, type Outside } from './outside.ts';
import { openSource } from './source.ts';

export type ComparedWithNode =
  | ({ readonly kind: 'compared' } & ComparedWithOutside)
  /** `same-node`: what answers there has this node's own name. `unnamed`: it does not say which node it is. */
  | { readonly kind: 'refused'; readonly reason: 'same-node' | 'unnamed'; readonly detail: string };

/**
 * `compareWithOutside` with one other node: its copies of this node's books, and what it has cosigned as a witness.
 *
 * Other means: of another name. Books are named after the node that writes them, so a node of this name is no mirror but
 * the very one that the backup is from, or another restored from it, and holds the same keys. Its head always fits, which
 * would open the books here while they are written there: two histories under one key. What does not say who it is could
 * be that node too.
 */
export async function compareWithNode(
  node: Node,
  url: string,
  how: Pick<Outside, 'openUnconfirmed' | 'limits'> = {},
): Promise<ComparedWithNode> {
  const base = url.replace(/\/+$/, '');
  const named = await nameAt(base, how.limits);
  if ('reason' in named) return { kind: 'refused', ...named };
  if (named.name === node.name) return { kind: 'refused', reason: 'same-node', detail: `${base} is ${node.name} too` };
  const own = (await node.books()).filter(({ remote }) => !remote);
  // Wherever another node keeps copies of this node's books, they lie under their origins.
  const mirrors = own.map(({ origin }) => ({ origin, source: `${base}/books/${encodeURIComponent(origin)}` }));
  return { kind: 'compared', ...(await compareWithOutside(node, { ...how, mirrors, witnesses: [`${base}/witness`] })) };
}

type Named = { readonly name: string } | { readonly reason: 'unnamed'; readonly detail: string };

async function nameAt(base: string, limits: Outside['limits']): Promise<Named> {
  const read = await openSource(base, limits).read('healthz', 10_000);
  if (!read.ok) return { reason: 'unnamed', detail: read.detail };
  const name = nameIn(utf8Decode(read.bytes) ?? '');
  return name === null ? { reason: 'unnamed', detail: `${base}/healthz is not that of a node` } : { name };
}

function nameIn(text: string): string | null {
  try {
    const { node } = JSON.parse(text) as { readonly node?: unknown };
    return typeof node === 'string' ? node : null;
  } catch {
    return null;
  }
}
