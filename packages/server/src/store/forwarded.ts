import type { Store } from './open-store.ts';

/** Which of these books have sent a motion up. */
export async function booksWithForwarded(store: Store, origins: readonly string[]): Promise<readonly string[]> {
  if (origins.length === 0) return [];
  const rows = await store.db
    .selectFrom('acts')
    .select('origin')
    .distinct()
    .where('act', '=', 'MotionForwarded')
    .where('origin', 'in', origins)
    .orderBy('origin')
    .execute();
  return rows.map(({ origin }) => origin);
}
