import type { Store } from './open-store.ts';

/** Hashes [from, from + count) of a tile level: leaf hashes at level 0, roots of full 256^level subtrees above. */
export async function readHashes(
  store: Store,
  origin: string,
  level: number,
  from: number,
  count: number,
): Promise<Buffer[]> {
  const rows =
    level === 0
      ? await store.db
          .selectFrom('acts')
          .select('leaf as hash')
          .where('origin', '=', origin)
          .where('index', '>=', from)
          .where('index', '<', from + count)
          .orderBy('index')
          .execute()
      : await store.db
          .selectFrom('tree_hashes')
          .select('hash')
          .where('origin', '=', origin)
          .where('level', '=', level)
          .where('index', '>=', from)
          .where('index', '<', from + count)
          .orderBy('index')
          .execute();
  return rows.map((row) => row.hash);
}

/** Hashes [from, from + count) of a tile level. */
interface HashRange {
  readonly level: number;
  readonly from: number;
  readonly count: number;
}

/** As `readHashes`, of several ranges at once, in their order. */
export async function readHashRanges(
  store: Store,
  origin: string,
  ranges: readonly HashRange[],
): Promise<readonly Buffer[][]> {
  const [levels, froms, counts] = (['level', 'from', 'count'] as const).map((name) => ranges.map((one) => one[name]));
  const { rows } = await store.reads.query<{ range: number; hash: Buffer }>({
    name: 'read hash ranges',
    text: `select (r.number - 1)::int as range, h.hash
      from unnest($1::int[], $2::bigint[], $3::bigint[]) with ordinality as r (level, first, many, number)
      cross join lateral (
        select index, leaf as hash from acts
        where r.level = 0 and origin = $4 and index >= r.first and index < r.first + r.many
        union all
        select index, hash from tree_hashes
        where r.level > 0 and origin = $4 and level = r.level and index >= r.first and index < r.first + r.many
      ) h order by r.number, h.index`,
    values: [levels, froms, counts, origin],
  });
  const found: Buffer[][] = ranges.map(() => []);
  for (const { range, hash } of rows) found[range]?.push(hash);
  return found;
}
