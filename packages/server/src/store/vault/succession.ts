import { sql } from 'kysely';
import type { Store } from '../open-store.ts';
import { memberRow, readNames } from './people.ts';

/**
 * People of a book go on in its successor: members are copied (the old book's frozen lists keep naming them), cards and
 * sessions move. Run again after it was cut off, it ends with the same.
 */
export async function movePeople(store: Store, from: string, to: string): Promise<void> {
  const names = await readNames(store, from);
  await store.db.transaction().execute(async (tx) => {
    for (const one of names) {
      const [origin, id, sealed, at, household] = memberRow(store.cipher, to, one);
      await sql`insert into members (origin, member, name, enrolled_at, household)
        values (${origin}, ${id}, ${sealed}, ${at}, ${household}) on conflict do nothing`.execute(tx);
    }
    await tx.updateTable('cards').set({ origin: to }).where('origin', '=', from).execute();
    await tx.updateTable('sessions').set({ origin: to }).where('origin', '=', from).execute();
  });
}
