/** A node's data folder, opened without a server: what stopped nodes are exported and looked up with. */
import { type Node, openNode, startDatabase } from '@cabildo/server';
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
