import { type Cipher, cipherFrom } from '../../store/cipher.ts';
import { sealAgain, sealedCells } from '../../store/sealed-cells.ts';
import { type Cell, migrationNames, type TableShape, withSnapshot } from '../../store/snapshot.ts';
import type { Node } from '../node.ts';
import { BACKUP_FORMAT, type BackupHeader, BackupWriter, encodeCell, VAULT_PLACE, VAULT_TEXT } from './backup-file.ts';

export interface BackupOptions {
  /** 32 bytes: the backup is encrypted under this vault key instead of the node's own. */
  readonly vaultKey?: Uint8Array;
  readonly progress?: (done: { readonly table: string; readonly rows: number }) => void;
}

export interface BackedUp {
  readonly file: string;
  readonly rows: Readonly<Record<string, number>>;
}

const CHECK_EVERY = 1_000;

/**
 * Writes everything that cannot be rebuilt into one file, as it is at one moment: books with their keys, acts, mirrors,
 * forks, cosignatures and the vault, whose cells stay encrypted. The node may go on working meanwhile.
 */
export async function backupNode(node: Node, file: string, options: BackupOptions = {}): Promise<BackedUp> {
  const { store } = node;
  const cipher = options.vaultKey === undefined ? store.cipher : cipherFrom(options.vaultKey);
  const rows: Record<string, number> = {};
  const migrations = await migrationNames(store.db);
  const writer = await BackupWriter.open(file);
  try {
    await withSnapshot(store, async (snapshot) => {
      const { tables } = snapshot;
      const vault = cipher.seal(VAULT_PLACE, VAULT_TEXT).toString('base64');
      const header: BackupHeader = {
        format: BACKUP_FORMAT,
        node: node.name,
        made: node.now(),
        vault,
        migrations,
        tables,
      };
      await writer.line(header);
      for (const table of tables) {
        await writer.line({ table: table.name });
        rows[table.name] = 0;
        const again = cipher === store.cipher ? null : resealer(table, store.cipher, cipher);
        for await (const page of snapshot.rows(table)) {
          for (const row of page) await writer.line((again?.(row) ?? row).map(encodeCell));
          rows[table.name] = (rows[table.name] ?? 0) + page.length;
          if (page.length === CHECK_EVERY) await writer.check();
          options.progress?.({ table: table.name, rows: rows[table.name] ?? 0 });
        }
        await writer.check();
      }
    });
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return { file, rows };
}

/** Rows of a table with their encrypted cell under another key; null for a table that has none. */
function resealer(table: TableShape, from: Cipher, to: Cipher): ((row: readonly Cell[]) => readonly Cell[]) | null {
  const sealed = sealedCells[table.name];
  if (sealed === undefined) return null;
  const position = (name: string): number => table.columns.findIndex((column) => column.name === name);
  const at = position(sealed.column);
  return (row) => {
    const cell = row[at];
    if (!Buffer.isBuffer(cell)) return row;
    const place = sealed.place((column) => row[position(column)] as string | number | Buffer);
    return row.map((value, i) => (i === at ? sealAgain(from, to, place, cell) : value));
  };
}
