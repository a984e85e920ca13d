import { type Kysely, sql } from 'kysely';

/** Copies of other nodes’ books were called by their origins: from now on as their bodies are, with their node. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`update books b set title = left(left(e.value ->> 'title', greatest(0, 117 - length(n.node))) || ' · ' || n.node, 120)
      from p_entries e, lateral (select regexp_replace(e.origin, '/[^/]*$', '') as node) n
      where b.remote and b.kind = 'body' and e.origin = b.origin and e.kind = 'body' and btrim(e.value ->> 'title') <> ''`)
    .execute(db);
}
