import type { Selectable } from 'kysely';
import { placeOf } from '../cipher.ts';
import type { Store } from '../open-store.ts';
import type { MailPeopleTable } from '../schema.ts';

/** Who is written to: a family of books, and a member or a seat of it. */
export interface MailboxKey {
  readonly body: string;
  readonly holder: string;
}

/** What somebody gave to be written to (decision 0015): encrypted at rest as one text, gone with one row. */
export interface Mailbox {
  /** Who sits there; of a member the member. Whoever takes a seat next is somebody else. */
  readonly person: string;
  readonly address: string;
  /** A tag: of the two that come with the program, or of one that was added to the node. */
  readonly language: string;
  readonly urgent: boolean;
  readonly digest: 'none' | 'daily' | 'weekly';
  /** Says what waits, not only that something does. */
  readonly open: boolean;
  /** How this person reaches the node: where links lead. */
  readonly base: string;
  /** The server that they have agreed to: whoever runs it reads the address. */
  readonly through: string;
  readonly code: { readonly secret: string; readonly until: string } | null;
  readonly stop: string;
  /** The server said that there is no such address: nothing more is sent to it. */
  readonly refused: boolean;
}

export interface KeptMailbox extends MailboxKey {
  readonly mailbox: Mailbox | null;
  readonly confirmed: boolean;
  /** How often an address was given on that day. */
  readonly day: string;
  readonly asked: number;
}

const placeOfMailbox = ({ body, holder }: MailboxKey): string => placeOf('mail_people', body, holder);

function opened({ cipher }: Store, row: Selectable<MailPeopleTable>): KeptMailbox {
  const { entry, body, holder, confirmed, day, asked } = row;
  const mailbox =
    entry === null ? null : (JSON.parse(cipher.open(placeOfMailbox(row), entry).toString('utf8')) as Mailbox);
  return { body, holder, mailbox, confirmed, day, asked };
}

export async function readMailbox(store: Store, key: MailboxKey): Promise<KeptMailbox | null> {
  const row = await store.db
    .selectFrom('mail_people')
    .selectAll()
    .where('body', '=', key.body)
    .where('holder', '=', key.holder)
    .executeTakeFirst();
  return row === undefined ? null : opened(store, row);
}

/** By what only the letter to that address says. */
export async function mailboxBy(
  store: Store,
  secret: 'code' | 'stop',
  hmac: Uint8Array,
): Promise<(KeptMailbox & { readonly mailbox: Mailbox }) | null> {
  const row = await store.db
    .selectFrom('mail_people')
    .selectAll()
    .where(secret, '=', Buffer.from(hmac))
    .executeTakeFirst();
  if (row === undefined) return null;
  const found = opened(store, row);
  return found.mailbox === null ? null : { ...found, mailbox: found.mailbox };
}

/** Those who have confirmed, for the node alone. */
export async function confirmedMailboxes(
  store: Store,
  body: string,
): Promise<readonly (MailboxKey & { readonly mailbox: Mailbox })[]> {
  const rows = await store.db
    .selectFrom('mail_people')
    .selectAll()
    .where('body', '=', body)
    .where('confirmed', '=', true)
    .where('entry', 'is not', null)
    .orderBy('holder')
    .execute();
  return rows
    .map((row) => opened(store, row))
    .flatMap(({ holder, mailbox }) => (mailbox === null ? [] : [{ body, holder, mailbox }]));
}

export interface MailboxSecrets {
  readonly code: Uint8Array | null;
  readonly stop: Uint8Array;
}

export async function writeMailbox(
  store: Store,
  kept: Omit<KeptMailbox, 'mailbox'> & { readonly mailbox: Mailbox },
  secrets: MailboxSecrets,
): Promise<void> {
  const { body, holder, mailbox, confirmed, day, asked } = kept;
  const row = {
    entry: store.cipher.seal(placeOfMailbox(kept), JSON.stringify(mailbox)),
    confirmed,
    code: secrets.code === null ? null : Buffer.from(secrets.code),
    stop: Buffer.from(secrets.stop),
    day,
    asked,
  };
  await store.db
    .insertInto('mail_people')
    .values({ body, holder, ...row })
    .onConflict((conflict) => conflict.columns(['body', 'holder']).doUpdateSet(row))
    .execute();
}

/** What is left says how often an address was given today, and to what: to nothing. */
export async function clearMailbox(store: Store, { body, holder }: MailboxKey): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await tx
      .updateTable('mail_people')
      .set({ entry: null, confirmed: false, code: null, stop: null })
      .where('body', '=', body)
      .where('holder', '=', holder)
      .execute();
    await tx.deleteFrom('mail_messages').where('body', '=', body).where('holder', '=', holder).execute();
  });
}

/** What was never confirmed, or holds nothing any more, of days before this one: it may be the address of a stranger. */
export async function forgetUnconfirmed(store: Store, day: string): Promise<void> {
  await store.db.deleteFrom('mail_people').where('confirmed', '=', false).where('day', '<', day).execute();
}
