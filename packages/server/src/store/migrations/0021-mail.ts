import { type Kysely, sql } from 'kysely';

/**
 * E-mail through a body's own server (decision 0015). `settings` and `entry` are encrypted; `code` and `stop` are HMACs of what
 * confirms an address and of what stops all mail to it. An outbox row says for whom and about what, never where to or what:
 * that is looked up when it is sent. Whoever leaves the roll, by whatever way, leaves here too.
 */
const statements = [
  `create table mail_servers (
    body text primary key,
    settings bytea not null,
    trouble text,
    tries integer not null default 0,
    retry_at text
  )`,
  `create table mail_people (
    body text not null,
    holder text not null,
    entry bytea,
    confirmed boolean not null default false,
    code bytea unique,
    stop bytea unique,
    day text not null,
    asked integer not null,
    primary key (body, holder)
  )`,
  `create table mail_messages (
    body text not null,
    holder text not null,
    kind text not null,
    thing text not null,
    state text not null,
    due_at text not null,
    tries integer not null default 0,
    lease text,
    reason text,
    created_at text not null,
    primary key (body, holder, kind, thing)
  )`,
  `create index mail_messages_due on mail_messages (due_at) where state in ('waiting', 'sending')`,
  `create function forget_mail_of_member() returns trigger language plpgsql as $$
  begin
    delete from mail_people where body = regexp_replace(old.origin, '~[1-9][0-9]*$', '') and holder = old.member;
    delete from mail_messages where body = regexp_replace(old.origin, '~[1-9][0-9]*$', '') and holder = old.member;
    return old;
  end $$`,
  `create trigger members_forget_mail after delete on members for each row execute function forget_mail_of_member()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
