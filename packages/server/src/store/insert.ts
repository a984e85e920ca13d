import type pg from 'pg';

/**
 * Multi-row inserts of the write path: one prepared statement for each table, whatever the number of rows, with one
 * array for each column.
 */
export interface InsertInto {
  readonly name: string;
  readonly text: string;
  readonly width: number;
}

const insertInto = (table: string, columns: Readonly<Record<string, string>>, onConflict = ''): InsertInto => {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map((type, i) => `$${i + 1}::${type}[]`);
  const text = `insert into ${table} (${names.join(', ')}) select * from unnest(${arrays.join(', ')}) ${onConflict}`;
  return { name: `insert ${table}`, text, width: names.length };
};

export const inserts = {
  acts: insertInto('acts', {
    origin: 'text',
    index: 'bigint',
    act: 'text',
    at: 'text',
    code: 'text',
    leaf: 'bytea',
    entry: 'bytea',
    received_at: 'text',
  }),
  treeHashes: insertInto('tree_hashes', { origin: 'text', level: 'smallint', index: 'bigint', hash: 'bytea' }),
  attachments: insertInto(
    'attachments',
    { origin: 'text', sha256: 'bytea', media_type: 'text', content: 'bytea' },
    'on conflict do nothing',
  ),
  members: insertInto('members', { origin: 'text', member: 'text', name: 'bytea', enrolled_at: 'text' }),
  cards: insertInto('cards', { card: 'bytea', origin: 'text', holder: 'text', person: 'text', issued_at: 'text' }),
  attendance: insertInto(
    'attendance',
    { origin: 'text', sitting: 'bigint', holder: 'text', as_of: 'bigint', at: 'text' },
    'on conflict do nothing',
  ),
  presenceCounts: insertInto('presence_counts', {
    origin: 'text',
    sitting: 'bigint',
    round: 'integer',
    teller: 'text',
    present: 'integer',
  }),
  blockCounts: insertInto('block_counts', {
    origin: 'text',
    vote: 'bigint',
    block: 'text',
    round: 'integer',
    teller: 'text',
    yes: 'integer',
    no: 'integer',
    abstain: 'integer',
  }),
  ballots: insertInto('ballots', { origin: 'text', vote: 'bigint', voter: 'text', holder: 'text', ballot: 'bytea' }),
  frozenLists: insertInto('frozen_lists', { origin: 'text', root: 'bytea', list: 'bytea' }, 'on conflict do nothing'),
  signatures: insertInto(
    'signatures',
    { origin: 'text', index: 'bigint', office: 'text', key: 'text', signature: 'text' },
    'on conflict do nothing',
  ),
  disclosures: insertInto(
    'disclosures',
    { origin: 'text', index: 'bigint', slot: 'text', audience: 'text', content: 'bytea' },
    'on conflict do nothing',
  ),
  idempotency: insertInto('idempotency', {
    origin: 'text',
    principal: 'text',
    key: 'text',
    request: 'bytea',
    answer: 'bytea',
    at: 'text',
  }),
} as const;

export type Row = readonly (string | number | Uint8Array | null)[];

/** Sends the insert; the promise is the caller's to await. */
export function insertRows(client: pg.ClientBase, into: InsertInto, rows: readonly Row[]): Promise<unknown> {
  const columns: unknown[][] = Array.from({ length: into.width }, () => new Array(rows.length));
  rows.forEach((row, r) => {
    for (let c = 0; c < into.width; c++) (columns[c] as unknown[])[r] = row[c];
  });
  return client.query({ name: into.name, text: into.text, values: columns });
}
