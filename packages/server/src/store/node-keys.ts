import { type Cipher, placeOf, VaultDamaged } from './cipher.ts';
import type { Store } from './open-store.ts';
import { VaultKeyProblem } from './vault-key.ts';

/** A secret of the node itself, made at the first start. */
export async function nodeKey(store: Store, name: string, make: () => Uint8Array): Promise<Buffer> {
  const place = placeOf('node_keys', name);
  await store.db
    .insertInto('node_keys')
    .values({ name, value: store.cipher.seal(place, make()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await store.db
    .selectFrom('node_keys')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  try {
    return store.cipher.open(place, value);
  } catch (error) {
    if (!(error instanceof VaultDamaged)) throw error;
    throw new VaultKeyProblem('the vault key is not the one that this database was written with', { cause: error });
  }
}

export async function hasNodeKey(store: Store, name: string): Promise<boolean> {
  const row = await store.db.selectFrom('node_keys').select('name').where('name', '=', name).executeTakeFirst();
  return row !== undefined;
}

const placeOfSigningKey = (origin: string): string => placeOf('books', origin, 'signing_key');

export const sealSigningKey = (cipher: Cipher, origin: string, seed: Uint8Array): Buffer =>
  cipher.seal(placeOfSigningKey(origin), seed);

export const openSigningKey = (cipher: Cipher, origin: string, sealed: Uint8Array): Buffer =>
  cipher.open(placeOfSigningKey(origin), sealed);
