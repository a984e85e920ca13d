import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { VaultDamaged } from '../../store/cipher.ts';
import { deleteWithdrawn } from '../../store/erasures.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import {
  type Cell,
  continueNumbering,
  insertCells,
  type TableShape,
  tableShapes,
  tablesInUse,
} from '../../store/snapshot.ts';
import { vaultKey } from '../../store/vault-key.ts';
import { type BackupFault, type BackupHeader, decodeCell, readBackup, VAULT_PLACE, VAULT_TEXT } from './backup-file.ts';
import { checkRestoredBooks, closeRestoredBooks } from './restored-books.ts';

export interface RestoreOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly file: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly progress?: (done: { readonly table: string; readonly rows: number }) => void;
  readonly log?: (line: string) => void;
}

export type Restored =
  | {
      readonly kind: 'restored';
      readonly node: string;
      readonly made: string;
      readonly rows: number;
      /** Own books, open for reading only until they are compared with the outside. */
      readonly waiting: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly reason:
        | BackupFault['reason']
        | 'not-empty'
        | 'no-vault-key'
        | 'other-vault-key'
        | 'newer-tables'
        | 'books-differ';
      readonly detail: string;
    };

type Refusal = Extract<Restored, { kind: 'refused' }>;

const refuse = (reason: Refusal['reason'], detail: string): Refusal => ({ kind: 'refused', reason, detail });

/** Thrown inside the transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** Fills an empty database from a backup, whole or not at all. The file is read twice: first to see that it is sound. */
export async function restoreNode(options: RestoreOptions): Promise<Restored> {
  const { databaseUrl, dataDir, file, env = {}, log = () => undefined } = options;
  const checked = await checkFile(file);
  if ('kind' in checked) return checked;
  const keyFile = join(dataDir, 'vault.key');
  if (
    !env.CABILDO_VAULT_KEY &&
    !(await access(keyFile).then(
      () => true,
      () => false,
    ))
  ) {
    return refuse('no-vault-key', `put the vault key of the node ${checked.node} into ${keyFile} or CABILDO_VAULT_KEY`);
  }
  const store = await openStore({ databaseUrl, vaultKey: (isWritten) => vaultKey(dataDir, env, log, isWritten), log });
  try {
    const refused = opens(store, checked) ?? (await fits(store, checked));
    return refused ?? (await fill(store, checked, options));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  } finally {
    await store.close();
  }
}

async function checkFile(file: string): Promise<BackupHeader | Refusal> {
  let header: BackupHeader | undefined;
  for await (const line of readBackup(file)) {
    if ('reason' in line) return refuse(line.reason, line.detail);
    if (line.kind === 'header') header = line.header;
  }
  return header ?? refuse('not-a-backup', `${file} has no header`);
}

function opens(store: Store, { vault, node }: BackupHeader): Refusal | null {
  try {
    if (store.cipher.open(VAULT_PLACE, Buffer.from(vault, 'base64')).toString() === VAULT_TEXT) return null;
  } catch (error) {
    if (!(error instanceof VaultDamaged)) throw error;
  }
  return refuse('other-vault-key', `this vault key is not the one that the backup of ${node} was made with`);
}

/** An older backup fits a newer program, whose migrations have added columns and tables; not the other way round. */
async function fits(store: Store, { tables }: BackupHeader): Promise<Refusal | null> {
  const used = await tablesInUse(store.db);
  if (used.length > 0) return refuse('not-empty', `the database is not empty: ${used.join(', ')}`);
  const here = new Map((await tableShapes(store.db)).map(({ name, columns }) => [name, columns]));
  for (const { name, columns } of tables) {
    const known = here.get(name);
    const unknown = columns.find(
      (column) => !known?.some((one) => one.name === column.name && one.type === column.type),
    );
    if (known === undefined || unknown !== undefined) {
      const what = unknown === undefined ? name : `${name}.${unknown.name}`;
      return refuse('newer-tables', `the backup holds ${what}, which this program does not know`);
    }
  }
  return null;
}

const PAGE = 1_000;

async function fill(store: Store, header: BackupHeader, { file, progress }: RestoreOptions): Promise<Restored> {
  return store.db.transaction().execute(async (tx) => {
    let table: TableShape | undefined;
    let page: Cell[][] = [];
    let inTable = 0;
    let rows = 0;
    const flush = async (): Promise<void> => {
      if (table === undefined) return;
      await insertCells(tx, table, page);
      inTable += page.length;
      rows += page.length;
      page = [];
      progress?.({ table: table.name, rows: inTable });
    };
    for await (const line of readBackup(file)) {
      if ('reason' in line) throw new Refused(refuse(line.reason, line.detail));
      if (line.kind === 'table') {
        await flush();
        table = line.table;
        inTable = 0;
      } else if (line.kind === 'row' && table !== undefined) {
        const { columns } = table;
        page.push(columns.map((column, i) => decodeCell(line.row[i] ?? null, column)));
        if (page.length === PAGE) await flush();
      }
    }
    await flush();
    await continueNumbering(tx, header.tables);
    const wrong = await checkRestoredBooks(tx);
    if (wrong !== null) throw new Refused(refuse('books-differ', wrong));
    await deleteWithdrawn({ db: tx });
    const waiting = await closeRestoredBooks(tx, header.made);
    return { kind: 'restored', node: header.node, made: header.made, rows, waiting };
  });
}
