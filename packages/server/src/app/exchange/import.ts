import { parseCheckpoint, utf8Decode } from '@cabildo/book';
import { tableGet } from '@cabildo/core';
import { findBook, listBooks } from '../../store/books.ts';
import type { Node } from '../node.ts';
import { addMirror, type MirrorAdded, type PullOptions, type PullOutcome, pullMirror } from './mirrors.ts';
import { openSource } from './source.ts';

export type Imported =
  | PullOutcome
  | Extract<MirrorAdded, { kind: 'refused' }>
  /** `key` is what the directory itself says: to be compared with what is known from elsewhere, then given. */
  | { readonly kind: 'key-unknown'; readonly origin: string; readonly key: string | null };

/**
 * Takes a book from a directory as a mirror. Its key is the one given, that under which it is mirrored already, or that
 * under which a body whose book is held here has admitted it; never merely the one that lies in the directory.
 */
export async function importBook(
  node: Node,
  dir: string,
  options: Omit<PullOptions, 'source'> & { readonly key?: string } = {},
): Promise<Imported> {
  const source = openSource(dir, options.limits);
  const note = await source.read('checkpoint', 64_000);
  if (!note.ok) return { kind: 'refused', origin: '', reason: note.fault, detail: note.detail };
  const text = utf8Decode(note.bytes) ?? '';
  const origin = parseCheckpoint(text.slice(0, text.lastIndexOf('\n\n') + 1))?.origin;
  if (origin === undefined) {
    return {
      kind: 'refused',
      origin: '',
      reason: 'checkpoint-malformed',
      detail: `${dir}/checkpoint is no checkpoint`,
    };
  }
  const key = options.key ?? (await knownKey(node, origin));
  if (key === undefined) {
    const shown = await source.read('key.txt', 1_000);
    return { kind: 'key-unknown', origin, key: shown.ok ? (utf8Decode(shown.bytes)?.trim() ?? null) : null };
  }
  const known = await findBook(node.store, origin);
  if (known === undefined || (options.key !== undefined && options.key.trim() !== known.vkey)) {
    const added = await addMirror(node, { origin, key, source: dir });
    if (added.kind === 'refused') return added;
  }
  return pullMirror(node, origin, { ...options, source: dir });
}

async function knownKey(node: Node, origin: string): Promise<string | undefined> {
  const known = await findBook(node.store, origin);
  if (known !== undefined) return known.vkey;
  for (const { origin: above, kind } of await listBooks(node.store)) {
    const book = kind === 'body' ? await node.book(above) : null;
    const affiliate = book === null ? undefined : tableGet(book.state.affiliates, origin);
    if (affiliate !== undefined) return affiliate.key;
  }
  return undefined;
}
