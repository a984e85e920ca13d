import { sql } from 'kysely';
import type { Store } from './open-store.ts';

/** What a body's projection says of its place among others. */
export interface PlacedRow {
  readonly origin: string;
  /** What it was founded as. */
  readonly kind: string | null;
  /** Of the map of its territory: Base64, and the act that adopted it. */
  readonly sha256: string | null;
  readonly drawn: number | null;
  /** Bodies that belong to it now, by their books. */
  readonly below: readonly string[];
  /** Its founding is proven by that act; until then it is provisional, and no longer than until that time. */
  readonly proven: number | null;
  readonly provisionalUntil: string | null;
  readonly dissolved: number | null;
}

/** What two bodies claim, as the book of a third has it, and nobody has settled yet. */
export interface DisputedRow {
  readonly origin: string;
  readonly act: number;
  readonly claimants: readonly string[];
}

/** Open disputes in these books, or in all. */
export async function readDisputes(store: Store, origins: readonly string[] | null): Promise<readonly DisputedRow[]> {
  const wanted = origins === null ? sql`true` : sql`origin = any(${[...origins]}::text[])`;
  const { rows } = await sql<DisputedRow>`
    select origin, (value ->> 'act')::int as act,
      array(select claim ->> 'book' from jsonb_array_elements(value -> 'claimants') claim) as claimants
    from p_entries where kind = 'disputes' and value ->> 'settled' is null and ${wanted} order by origin, 2`.execute(
    store.db,
  );
  return rows;
}

/** An act of another book that names a body. */
export interface NamingRow {
  readonly kind: 'requests' | 'foundingsWitnessed';
  readonly origin: string;
  readonly act: number;
  readonly sealed: boolean;
}

/** Who asks to belong to that body, and who has witnessed its founding, as their own books say; the first `most` of them. */
export async function readNaming(store: Store, named: string, most: number): Promise<readonly NamingRow[]> {
  const { rows } = await sql<NamingRow>`
    select kind, origin, (value #>> '{}')::int as act, exists (select from p_entries s
      where s.origin = e.origin and s.kind = 'sealed' and s.key = e.value #>> '{}') as sealed
    from p_entries e where kind in ('requests', 'foundingsWitnessed') and key = ${named} and origin <> ${named}
    order by kind, origin limit ${most}`.execute(store.db);
  return rows;
}

/** Committees written on this node of which a site that is not closed belongs to that assembly: their names and titles. */
export async function readCommitteesOf(
  store: Store,
  assembly: string,
  most: number,
): Promise<readonly { readonly name: string; readonly title: string }[]> {
  const { rows } = await sql<{ name: string; title: string }>`
    select b.name, coalesce(body.value ->> 'title', b.name) as title
    from p_entries e join books b on b.origin = e.origin
      left join p_entries body on body.origin = e.origin and body.kind = 'body'
    where e.kind = 'supply' and not b.remote and e.origin <> ${assembly} and jsonb_path_exists(e.value -> 'sites',
      '$.* ? (@.assembly == $assembly && @.closed == null)', jsonb_build_object('assembly', ${assembly}::text))
    order by title, b.name limit ${most}`.execute(store.db);
  return rows;
}

/** The places of these bodies, or of all whose projections are here. */
export async function readPlaces(store: Store, origins: readonly string[] | null): Promise<readonly PlacedRow[]> {
  const wanted = origins === null ? sql`true` : sql`origin = any(${[...origins]}::text[])`;
  const { rows } = await sql<PlacedRow>`
    select origin,
      max(value ->> 'kind') filter (where kind = 'body') as kind,
      max(value -> 'territory' ->> 'sha256') filter (where kind = 'body') as sha256,
      max((value -> 'territory' ->> 'act')::int) filter (where kind = 'body') as drawn,
      max((value ->> 'proven')::int) filter (where kind = 'body') as proven,
      max(value ->> 'provisionalUntil') filter (where kind = 'body') as "provisionalUntil",
      max((value ->> 'dissolved')::int) filter (where kind = 'body') as dissolved,
      coalesce(array_agg(key order by key) filter (where kind = 'affiliates' and not (value ? 'ended')
        and not (value ? 'succeededBy')), '{}') as below
    from p_entries where kind in ('body', 'affiliates') and ${wanted} group by origin`.execute(store.db);
  return rows;
}

/** A resolution or a measure, by its words. */
export interface TitledRow {
  readonly origin: string;
  readonly kind: 'resolutions' | 'measures';
  readonly key: string;
  readonly title: string;
}

/** Those in which each of these beginnings of words occurs, a page at a time, and how many there are. Migration 0018 has the same expression. */
export async function readTitled(
  store: Store,
  beginnings: readonly string[],
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ readonly rows: readonly TitledRow[]; readonly all: number }> {
  const query = beginnings.map((one) => `${one}:*`).join(' & ');
  const { rows } = await sql<TitledRow & { readonly all: string }>`
    select origin, kind, key, coalesce(value ->> 'title', value ->> 'what') as title, count(*) over () as all
    from p_entries where kind in ('resolutions', 'measures') and ${titleWords} @@ to_tsquery('simple', ${query})
    order by origin, kind, key limit ${most} offset ${from}`.execute(store.db);
  return { rows: rows.map(({ all: _all, ...row }) => row), all: Number(rows[0]?.all ?? 0) };
}

/** What of a body has a page that others should find: itself (no key), its resolutions, what it has asked its bases. */
export interface ListedRow {
  readonly origin: string;
  /** As this node calls the book. */
  readonly name: string;
  readonly kind: 'body' | 'resolutions' | 'consultations';
  readonly key: string;
}

/** Of these books, or of all, that this node writes: a mirror's pages are listed where its book is. Each book's in one order. */
export async function readListed(store: Store, origins: readonly string[] | null): Promise<readonly ListedRow[]> {
  const wanted = origins === null ? sql`true` : sql`e.origin = any(${[...origins]}::text[])`;
  const { rows } = await sql<ListedRow>`
    select e.origin, b.name, e.kind, case e.kind when 'body' then '' else e.key end as key
    from p_entries e join books b on b.origin = e.origin
    where not b.remote and e.kind in ('body', 'resolutions', 'consultations') and ${wanted}
    order by e.origin, e.kind, e.key`.execute(store.db);
  return rows;
}

const titleWords = sql.raw(`to_tsvector('simple',
  translate(lower(coalesce(value ->> 'title', value ->> 'what')), 'áàâäéèêëíìîïóòôöúùûüñ', 'aaaaeeeeiiiioooouuuun'))`);

/** Several attachments at once, of those that are here. */
export async function readAttachments(
  store: Store,
  wanted: readonly { readonly origin: string; readonly sha256: Uint8Array }[],
): Promise<readonly { readonly origin: string; readonly content: Buffer }[]> {
  const origins = wanted.map(({ origin }) => origin);
  const hashes = wanted.map(({ sha256 }) => Buffer.from(sha256).toString('hex'));
  const { rows } = await sql<{ origin: string; content: Buffer }>`
    select a.origin, a.content from unnest(${origins}::text[], ${hashes}::text[]) as w (origin, hex)
    join attachments a on a.origin = w.origin and a.sha256 = decode(w.hex, 'hex')`.execute(store.db);
  return rows;
}
