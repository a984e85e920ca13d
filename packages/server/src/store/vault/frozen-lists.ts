import { type Cipher, placeOf } from '../cipher.ts';
import type { Row } from '../insert.ts';
import type { Store } from '../open-store.ts';

const placeOfList = (origin: string, root: Uint8Array): string =>
  placeOf('frozen_lists', origin, Buffer.from(root).toString('base64'));

/** `list` is JSON: the items behind the root, in the order of their tree. */
export const frozenListRow = (cipher: Cipher, origin: string, root: Uint8Array, list: string): Row => [
  origin,
  root,
  cipher.seal(placeOfList(origin, root), list),
];

export async function readFrozenList(store: Store, origin: string, root: Uint8Array): Promise<string | undefined> {
  const row = await store.db
    .selectFrom('frozen_lists')
    .select('list')
    .where('origin', '=', origin)
    .where('root', '=', Buffer.from(root))
    .executeTakeFirst();
  return row === undefined ? undefined : store.cipher.open(placeOfList(origin, root), row.list).toString('utf8');
}
