import type { Store } from './open-store.ts';

/** Hashes [from, from + count) of a tile level: leaf hashes at level 0, roots of full 256^level subtrees above. */
export async function readHashes(
  store: Store,
  origin: string,
  level: number,
  from: number,
  count: number,
): Promise<Buffer[]> {
  const rows =
    level === 0
      ? await store.db
          .selectFrom('acts')
          .select('leaf as hash')
          .where('origin', '=', origin)
          .where('index', '>=', from)
          .where('index', '<', from + count)
          .orderBy('index')
          .execute()
      : await store.db
          .selectFrom('tree_hashes')
          .select('hash')
          .where('origin', '=', origin)
          .where('level', '=', level)
          .where('index', '>=', from)
          .where('index', '<', from + count)
          .orderBy('index')
          .execute();
  return rows.map((row) => row.hash);
}
