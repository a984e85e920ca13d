import type { Store } from '../open-store.ts';

/** What the node keeps of an election beside its archive, one file of each kind. */
export type FileKind =
  | 'halves-1'
  | 'halves-2'
  | 'excluded'
  | 'trial'
  | 'trial-parts'
  | 'election'
  | 'trustees'
  | 'credentials';

export interface SecretFile {
  readonly election: string;
  readonly kind: FileKind;
  readonly sha256: Buffer;
  /** Of halves, or of slips left over. */
  readonly count: number | null;
  readonly content: Buffer;
}

/** In the place of the one before it. */
export async function writeFile(store: Store, file: SecretFile): Promise<void> {
  const { sha256, count, content } = file;
  await store.db
    .insertInto('secret_files')
    .values(file)
    .onConflict((conflict) => conflict.columns(['election', 'kind']).doUpdateSet({ sha256, count, content }))
    .execute();
}

export async function readFile(store: Store, election: string, kind: FileKind): Promise<SecretFile | undefined> {
  const row = await store.db
    .selectFrom('secret_files')
    .selectAll()
    .where('election', '=', election)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row as SecretFile | undefined;
}

export type FileAbout = Pick<SecretFile, 'sha256' | 'count'>;

/** Which kinds there are, without what is in them. */
export async function filesAbout(store: Store, election: string): Promise<ReadonlyMap<FileKind, FileAbout>> {
  const rows = await store.db
    .selectFrom('secret_files')
    .select(['kind', 'sha256', 'count'])
    .where('election', '=', election)
    .execute();
  return new Map(rows.map(({ kind, ...about }) => [kind as FileKind, about]));
}

/** A file of a body’s elections by its hash, with the election that it belongs to. */
export async function fileByHash(store: Store, origin: string, sha256: Uint8Array): Promise<SecretFile | undefined> {
  const row = await store.db
    .selectFrom('secret_files as f')
    .innerJoin('secret_elections as e', 'e.election', 'f.election')
    .select(['f.election', 'f.kind', 'f.sha256', 'f.count', 'f.content'])
    .where('e.origin', '=', origin)
    .where('f.sha256', '=', Buffer.from(sha256))
    .executeTakeFirst();
  return row as SecretFile | undefined;
}
