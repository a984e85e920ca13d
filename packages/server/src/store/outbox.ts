import type { Store } from './open-store.ts';
import type { MailMessagesTable } from './schema.ts';
import type { MailboxKey } from './vault/mailboxes.ts';

/** One reason to write to one person: there is one such row ever, so that nobody is told twice. */
export interface MessageKey extends MailboxKey {
  readonly kind: string;
  readonly thing: string;
}

export interface ClaimedMessage extends MessageKey {
  /** This one included. */
  readonly tries: number;
  readonly createdAt: string;
}

/** What is there already, whatever became of it, stays as it is. */
export async function addMessages(store: Store, messages: readonly MessageKey[], at: string): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ body, holder, kind, thing }) => ({
    ...{ body, holder, kind, thing },
    state: 'waiting' as const,
    due_at: at,
    created_at: at,
  }));
  await store.db
    .insertInto('mail_messages')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Bodies for which something is to be sent now. */
export async function bodiesWithMail(store: Store, at: string): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('mail_messages')
    .select('body')
    .distinct()
    .where('state', 'in', ['waiting', 'sending'])
    .where('due_at', '<=', at)
    .execute();
  return rows.map(({ body }) => body);
}

/**
 * All that is due to one person, for whoever asks first: until `lease` it is theirs. What was being sent when a process ended
 * is due again after it; a second process that waited here for the first sees that the rows are taken.
 */
export async function claimMessages(
  store: Store,
  { body, at, lease }: { readonly body: string; readonly at: string; readonly lease: string },
): Promise<readonly ClaimedMessage[]> {
  const due = `((m.state = 'waiting' and m.due_at <= $2) or (m.state = 'sending' and m.lease <= $2))`;
  const { rows } = await store.reads.query<ClaimedMessage>({
    name: 'claim mail',
    text: `update mail_messages m set state = 'sending', lease = $3, tries = m.tries + 1
      where m.body = $1 and ${due} and m.holder = (
        select m.holder from mail_messages m where m.body = $1 and ${due}
        order by m.due_at, m.holder limit 1 for update skip locked
      )
      returning m.body, m.holder, m.kind, m.thing, m.tries, m.created_at as "createdAt"`,
    values: [body, at, lease],
  });
  return rows;
}

export interface MessageFate {
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  readonly reason: string | null;
  /** When it is tried again. */
  readonly dueAt: string;
}

export async function settleMessages(
  store: Store,
  messages: readonly MessageKey[],
  { state, reason, dueAt }: MessageFate,
): Promise<void> {
  for (const { body, holder, kind, thing } of messages)
    await store.db
      .updateTable('mail_messages')
      .set({ state, reason, due_at: dueAt, lease: null })
      .where('body', '=', body)
      .where('holder', '=', holder)
      .where('kind', '=', kind)
      .where('thing', '=', thing)
      .execute();
}

export interface MessageTotal {
  readonly state: MailMessagesTable['state'];
  readonly reason: string | null;
  readonly messages: number;
}

/** How many, never for whom. */
export async function messageTotals(store: Store, body: string): Promise<readonly MessageTotal[]> {
  const rows = await store.db
    .selectFrom('mail_messages')
    .select(({ fn }) => ['state', 'reason', fn.countAll().as('messages')])
    .where('body', '=', body)
    .groupBy(['state', 'reason'])
    .orderBy('state')
    .orderBy('reason')
    .execute();
  return rows.map(({ state, reason, messages }) => ({ state, reason, messages: Number(messages) }));
}

/** Done long ago, and about nothing that could give a reason again. */
export async function forgetMessages(
  store: Store,
  { body, before, still }: { readonly body: string; readonly before: string; readonly still: readonly string[] },
): Promise<void> {
  await store.reads.query(
    `delete from mail_messages where body = $1 and created_at < $2 and state in ('sent', 'failed', 'dropped')
      and kind || ' ' || thing <> all($3::text[])`,
    [body, before, still],
  );
}
