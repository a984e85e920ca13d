import { sql, type Transaction } from 'kysely';
import type { Store } from './open-store.ts';
import type { Tables } from './schema.ts';

/** A table as a backup holds it. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
}

export interface ColumnShape {
  readonly name: string;
  /** PostgreSQL's short name: `text`, `int8`, `bytea`, … */
  readonly type: string;
  /** The database numbers the rows by it. */
  readonly identity: boolean;
}

export type Cell = string | number | boolean | null | Buffer;

// Rebuilt from what is kept: projections, roots of full subtrees. Made by migrations: their own record.
// Who is written to: an address that was withdrawn must not come back with a backup, nor what was sent be sent again
// (decision 0015).
const LEFT_OUT = [
  'p_entries',
  'p_positions',
  'tree_hashes',
  'kysely_migration',
  'kysely_migration_lock',
  'mail_people',
  'mail_messages',
];

/** Every table that cannot be rebuilt, in the order of their names. */
export async function tableShapes(db: Store['db']): Promise<TableShape[]> {
  const { rows } = await sql<{ table: string; name: string; type: string; identity: boolean }>`
    select c.table_name as table, c.column_name as name, c.udt_name as type, c.is_identity = 'YES' as identity
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name <> all(${LEFT_OUT})
    order by c.table_name collate "C", c.ordinal_position`.execute(db);
  const shapes = new Map<string, ColumnShape[]>();
  for (const { table, name, type, identity } of rows) {
    shapes.set(table, [...(shapes.get(table) ?? []), { name, type, identity }]);
  }
  return Array.from(shapes, ([name, columns]) => ({ name, columns }));
}

/** The names of the migrations that the database has been through. */
export async function migrationNames(db: Store['db']): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

export interface Snapshot {
  readonly tables: readonly TableShape[];
  rows(table: TableShape): AsyncGenerator<readonly Cell[][]>;
}

const PAGE = 1_000;

/** Reads all tables as they were at one moment, while the node goes on writing. */
export async function withSnapshot<T>(store: Store, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => work({ tables: await tableShapes(tx), rows: (table) => rowsOf(tx, table) }));
}

async function* rowsOf(tx: Transaction<Tables>, { name, columns }: TableShape): AsyncGenerator<readonly Cell[][]> {
  const list = sql.join(columns.map((column) => sql.id(column.name)));
  await sql`declare backup_rows no scroll cursor for select ${list} from ${sql.id(name)} order by ${list}`.execute(tx);
  for (;;) {
    const { rows } = await sql<Record<string, Cell>>`fetch ${sql.raw(String(PAGE))} from backup_rows`.execute(tx);
    if (rows.length > 0) yield rows.map((row) => columns.map((column) => row[column.name] as Cell));
    if (rows.length < PAGE) break;
  }
  await sql`close backup_rows`.execute(tx);
}

/** Names of tables that hold anything. */
export async function tablesInUse(db: Store['db']): Promise<string[]> {
  const used: string[] = [];
  for (const { name } of await tableShapes(db)) {
    const { rows } = await sql<{ used: boolean }>`select exists (select 1 from ${sql.id(name)}) as used`.execute(db);
    if (rows[0]?.used) used.push(name);
  }
  return used;
}

/** Inserts rows as they were, numbers of identity columns included. */
export async function insertCells(
  db: Store['db'],
  table: TableShape,
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(table.columns.map(({ name }) => sql.id(name)));
  const arrays = sql.join(
    table.columns.map(({ type }, i) => sql`${rows.map((row) => row[i])}::${sql.raw(`${type}[]`)}`),
  );
  await sql`insert into ${sql.id(table.name)} (${names}) overriding system value select * from unnest(${arrays})`.execute(
    db,
  );
}

/** Lets identity columns go on after the rows that were inserted. */
export async function continueNumbering(db: Store['db'], tables: readonly TableShape[]): Promise<void> {
  for (const { name, columns } of tables) {
    for (const column of columns.filter(({ identity }) => identity)) {
      await sql`select setval(pg_get_serial_sequence(${name}, ${column.name}), coalesce(max(${sql.id(column.name)}), 0) + 1, false)
        from ${sql.id(name)}`.execute(db);
    }
  }
}
