import { placeOf } from '../cipher.ts';
import type { Store } from '../open-store.ts';

/** A body's own server for outgoing mail, as its officers have entered it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` before anything is said, `none` where the operator allows it. */
  readonly tls: 'tls' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
  readonly sender: string;
}

export interface KeptMailServer {
  readonly body: string;
  readonly server: MailServer;
  /** What went wrong last, while it has not gone right since. */
  readonly trouble: string | null;
  readonly tries: number;
  readonly retryAt: string | null;
}

const placeOfServer = (body: string): string => placeOf('mail_servers', body);

export async function mailServers(store: Store, body?: string): Promise<readonly KeptMailServer[]> {
  const all = store.db.selectFrom('mail_servers').selectAll().orderBy('body');
  const rows = await (body === undefined ? all : all.where('body', '=', body)).execute();
  return rows.map((row) => ({
    body: row.body,
    server: JSON.parse(store.cipher.open(placeOfServer(row.body), row.settings).toString('utf8')) as MailServer,
    trouble: row.trouble,
    tries: row.tries,
    retryAt: row.retry_at,
  }));
}

/** What went wrong before is the other server's. */
export async function writeMailServer(store: Store, body: string, server: MailServer): Promise<void> {
  const row = {
    settings: store.cipher.seal(placeOfServer(body), JSON.stringify(server)),
    trouble: null,
    tries: 0,
    retry_at: null,
  };
  await store.db
    .insertInto('mail_servers')
    .values({ body, ...row })
    .onConflict((conflict) => conflict.column('body').doUpdateSet(row))
    .execute();
}

/** Nothing waits any more to be sent through it. */
export async function deleteMailServer(store: Store, body: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('mail_servers').where('body', '=', body).execute();
    await tx
      .deleteFrom('mail_messages')
      .where('body', '=', body)
      .where('state', 'in', ['waiting', 'sending'])
      .execute();
  });
}

export async function noteMailServer(
  store: Store,
  body: string,
  noted: Pick<KeptMailServer, 'trouble' | 'tries' | 'retryAt'>,
): Promise<void> {
  const { trouble, tries, retryAt } = noted;
  await store.db
    .updateTable('mail_servers')
    .set({ trouble, tries, retry_at: retryAt })
    .where('body', '=', body)
    .execute();
}
