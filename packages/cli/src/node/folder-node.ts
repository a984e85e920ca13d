/** A node's data folder, opened without a server: what stopped nodes are exported and looked up with. */
import { type BookReader, encodeDisclosureFile, parseTilePath } from '@cabildo/book';
import { type BookView, type Node, openNode, startDatabase } from '@cabildo/server';
import type { Invocation } from '../command.ts';
import { dataFolder, existingFolder, keptName } from './data-folder.ts';

export interface OpenHow {
  /** Beside a node that may be running: reads only. */
  readonly share: boolean;
}

/** Opens the data folder for the time of `work`. */
export async function withFolderNode<T>(
  invocation: Invocation,
  { share }: OpenHow,
  work: (node: Node) => Promise<T>,
): Promise<T> {
  const { env, terminal } = invocation;
  const dataDir = await existingFolder(dataFolder(invocation));
  const log = (line: string): void => {
    if (terminal.debug) terminal.note(line);
  };
  const database = await startDatabase({ dataDir, env, log, share });
  try {
    const name = (await keptName(dataDir)) ?? '';
    const node = await openNode({ databaseUrl: database.url, dataDir, name, env, log, share });
    try {
      return await work(node);
    } finally {
      await node.close();
    }
  } finally {
    await database.stop();
  }
}

/** The same files that the node would serve. */
export function readerOf(node: Node, book: BookView): BookReader {
  return { read: async (path) => (await fileOf(node, book, path)) ?? undefined };
}

async function fileOf(node: Node, book: BookView, path: string): Promise<Uint8Array | null> {
  const { origin, vkey, head } = book;
  if (path === 'checkpoint') return head.checkpoint === null ? null : Buffer.from(head.checkpoint);
  if (path === 'key.txt') return Buffer.from(`${vkey}\n`);
  const tile = parseTilePath(path);
  if (tile?.kind === 'entries') return node.bundle(origin, tile.index, tile.width);
  if (tile !== undefined) return node.tile(origin, tile.level, tile.index, tile.width);
  const disclosure = /^disclosures\/(\d+)\.json$/.exec(path)?.[1];
  if (disclosure !== undefined) {
    const file = await node.disclosures(origin, Number(disclosure), 'public');
    return file === null || Object.keys(file.slots).length === 0 ? null : encodeDisclosureFile(file);
  }
  const attachment = /^attachments\/([0-9a-f]{64})$/.exec(path)?.[1];
  return attachment === undefined ? null : ((await node.attachment(origin, attachment))?.content ?? null);
}
