import type { Store } from '../open-store.ts';

export interface ElectionRow {
  readonly election: string;
  readonly origin: string;
  readonly motion: number;
  readonly dropped: boolean;
  /** What was prepared, what was set up of it, its encrypted sum, its result: JSON that the node has written. */
  readonly prepared: string;
  readonly setup: string | null;
  readonly tally: string | null;
  readonly result: string | null;
}

export async function addElection(
  store: Store,
  row: Pick<ElectionRow, 'election' | 'origin' | 'motion' | 'prepared'>,
): Promise<void> {
  await store.db.insertInto('secret_elections').values(row).execute();
}

export const findElection = (store: Store, election: string): Promise<ElectionRow | undefined> =>
  store.db.selectFrom('secret_elections').selectAll().where('election', '=', election).executeTakeFirst();

/** Those of a motion that were not dropped. */
export const electionsOfMotion = (store: Store, origin: string, motion: number): Promise<ElectionRow[]> =>
  store.db
    .selectFrom('secret_elections')
    .selectAll()
    .where('origin', '=', origin)
    .where('motion', '=', motion)
    .where('dropped', '=', false)
    .execute();

/** All elections of a body, those that were dropped too. */
export const electionsOf = (store: Store, origin: string): Promise<ElectionRow[]> =>
  store.db.selectFrom('secret_elections').selectAll().where('origin', '=', origin).orderBy('election').execute();

/** Bodies with elections of which something is kept that is to go one day. */
export async function originsWithSecrets(store: Store): Promise<string[]> {
  const rows = await store.db
    .selectFrom('secret_elections as e')
    .select('e.origin')
    .distinct()
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('trustee_messages as m').select('m.seat').whereRef('m.election', '=', 'e.election')),
        eb.exists(eb.selectFrom('waiting_ballots as w').select('w.nth').whereRef('w.election', '=', 'e.election')),
      ]),
    )
    .execute();
  return rows.map(({ origin }) => origin);
}

/** Another is prepared: nothing of this one serves any more, and its codes are good for nothing. */
export async function dropElection(store: Store, election: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await tx.updateTable('secret_elections').set({ dropped: true }).where('election', '=', election).execute();
    await tx.deleteFrom('trustee_messages').where('election', '=', election).execute();
    await tx.deleteFrom('secret_files').where('election', '=', election).execute();
    await tx.deleteFrom('board_pieces').where('election', '=', election).execute();
  });
}

/** Messages of trustees and ballots that never got onto the board. */
export async function forgetSecrets(store: Store, election: string): Promise<void> {
  await store.db.deleteFrom('trustee_messages').where('election', '=', election).execute();
  await store.db.deleteFrom('waiting_ballots').where('election', '=', election).execute();
}
