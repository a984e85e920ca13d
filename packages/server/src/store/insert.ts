/**
 * Multi-row inserts of the write path: the text is the same whatever the number of rows, with one array for each column,
 * so that it can be prepared.
 */
interface InsertInto {
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly onConflict: string;
}

const insertInto = (table: string, columns: InsertInto['columns'], onConflict = ''): InsertInto => ({
  table,
  columns,
  onConflict,
});

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
  members: insertInto('members', {
    origin: 'text',
    member: 'text',
    name: 'bytea',
    enrolled_at: 'text',
    household: 'text',
  }),
  cards: insertInto('cards', { card: 'bytea', origin: 'text', holder: 'text', person: 'text', issued_at: 'text' }),
  attendance: insertInto(
    'attendance',
    { origin: 'text', sitting: 'bigint', holder: 'text', as_of: 'bigint', at: 'text', channel: 'text' },
    'on conflict do nothing',
  ),
  demands: insertInto(
    'demands',
    { origin: 'text', demand: 'text', since: 'bigint', holder: 'text', at: 'text' },
    // A support that has lapsed and is given again counts from then on.
    'on conflict (origin, demand, since, holder) do update set at = excluded.at',
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
    people: 'integer',
  }),
  cardCounts: insertInto('card_counts', {
    origin: 'text',
    vote: 'bigint',
    below: 'text',
    round: 'integer',
    teller: 'text',
    raised: 'text',
    mandate: 'text',
  }),
  urnCounts: insertInto('urn_counts', {
    origin: 'text',
    vote: 'bigint',
    round: 'integer',
    teller: 'text',
    papers: 'integer',
    yes: 'integer',
    no: 'integer',
    abstain: 'integer',
    blank: 'integer',
    spoilt: 'integer',
  }),
  ballotFiles: insertInto('ballot_files', {
    origin: 'text',
    vote: 'bigint',
    contest: 'integer',
    round: 'integer',
    teller: 'text',
    entry: 'bytea',
  }),
  floorEntries: insertInto('floor_entries', {
    origin: 'text',
    sitting: 'bigint',
    number: 'integer',
    entry: 'bytea',
  }),
  stockCounts: insertInto('stock_counts', {
    origin: 'text',
    site: 'bigint',
    item: 'bigint',
    round: 'integer',
    teller: 'text',
    found: 'integer',
  }),
  petitionCounts: insertInto('petition_counts', {
    origin: 'text',
    petition: 'bigint',
    round: 'integer',
    teller: 'text',
    signatures: 'integer',
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

/** The insert's text with its parameters from `$first` on. */
export function insertText(name: keyof typeof inserts, first: number): string {
  const { table, columns, onConflict } = inserts[name];
  const arrays = Object.values(columns).map((type, i) => `$${first + i}::${type}[]`);
  return `insert into ${table} (${Object.keys(columns).join(', ')}) select * from unnest(${arrays.join(', ')}) ${onConflict}`;
}

/** The rows as its parameters: one array for each column. */
export function insertValues(name: keyof typeof inserts, rows: readonly Row[]): unknown[][] {
  const width = Object.keys(inserts[name].columns).length;
  const columns: unknown[][] = Array.from({ length: width }, () => new Array(rows.length));
  rows.forEach((row, r) => {
    for (let c = 0; c < width; c++) (columns[c] as unknown[])[r] = row[c];
  });
  return columns;
}
