import { placeOf } from '../cipher.ts';
import type { Store } from '../open-store.ts';

export interface TrusteeMessage {
  readonly seat: number;
  readonly step: string;
  readonly message: string;
}

const placeOfMessage = (election: string, seat: number, step: string): string =>
  placeOf('trustee_messages', election, seat, step);

/** False where that seat has said something at that step before: it stays. */
export async function addMessage(
  store: Store,
  election: string,
  { seat, step, message }: TrusteeMessage,
): Promise<boolean> {
  const added = await store.db
    .insertInto('trustee_messages')
    .values({ election, seat, step, message: store.cipher.seal(placeOfMessage(election, seat, step), message) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** By seat and step. */
export async function readMessages(store: Store, election: string): Promise<readonly TrusteeMessage[]> {
  const rows = await store.db
    .selectFrom('trustee_messages')
    .selectAll()
    .where('election', '=', election)
    .orderBy('seat')
    .orderBy('step')
    .execute();
  return rows.map(({ seat, step, message }) => ({
    seat,
    step,
    message: store.cipher.open(placeOfMessage(election, seat, step), message).toString('utf8'),
  }));
}
