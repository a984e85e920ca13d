import { COSIGNATURE_V1, parseVkey, utf8Decode } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { Node } from '../node.ts';
import { type ComparedWithOutside, compareWithOutside, type Outside } from './outside.ts';
import { openSource } from './source.ts';

export type ComparedWithNode =
  | ({ readonly kind: 'compared' } & ComparedWithOutside)
  /** `same-node`: what answers there has this node's own name. `unnamed`: it does not say who it is. */
  | { readonly kind: 'refused'; readonly reason: 'same-node' | 'unnamed'; readonly detail: string };

/**
 * `compareWithOutside` with one other node, its copies of this node's books and what it has cosigned as a witness; or
 * with a witness that is no node.
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
  const other = await whoAnswers(base, how.limits);
  if ('reason' in other) return { kind: 'refused', ...other };
  if (other.name === node.name) return { kind: 'refused', reason: 'same-node', detail: `${base} is ${node.name} too` };
  const own = other.keepsBooks ? (await node.books()).filter(({ remote }) => !remote) : [];
  // Wherever another node keeps copies of this node's books, they lie under their origins.
  const mirrors = own.map(({ origin }) => ({ origin, source: `${base}/books/${encodeURIComponent(origin)}` }));
  const witnesses = [other.keepsBooks ? `${base}/witness` : base];
  return { kind: 'compared', ...(await compareWithOutside(node, { ...how, mirrors, witnesses })) };
}

type Answering =
  | { readonly name: string; readonly keepsBooks: boolean }
  | { readonly reason: 'unnamed'; readonly detail: string };

/** A node says its name with its health, a mere witness with its key. */
async function whoAnswers(base: string, limits: Outside['limits']): Promise<Answering> {
  const source = openSource(base, limits);
  const health = await source.read('healthz', 10_000);
  const name = health.ok ? nameIn(utf8Decode(health.bytes) ?? '') : null;
  if (name !== null) return { name, keepsBooks: true };
  if (!health.ok && health.fault !== 'missing') return { reason: 'unnamed', detail: health.detail };
  const shown = await source.read('key.txt', 1_000);
  const key = shown.ok ? parseVkey((utf8Decode(shown.bytes) ?? '').trim(), nodeCrypto) : undefined;
  if (key?.ok && key.key.type === COSIGNATURE_V1) return { name: key.key.name, keepsBooks: false };
  return { reason: 'unnamed', detail: `${base} is neither a node nor a witness` };
}

function nameIn(text: string): string | null {
  try {
    const { node } = JSON.parse(text) as { readonly node?: unknown };
    return typeof node === 'string' ? node : null;
  } catch {
    return null;
  }
}
