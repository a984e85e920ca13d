/** Where a command finds its node: `--node`, else the one that serves the data folder, else the folder itself. */
import type { Invocation } from '../command.ts';
import { both, Stop } from '../stop.ts';
import { dataFolder, servedAt } from './data-folder.ts';
import { type NodeClient, nodeAt } from './node-client.ts';

/** Undefined: nobody serves the data folder. */
export async function runningNode(invocation: Invocation): Promise<NodeClient | undefined> {
  const { node } = invocation.values;
  if (node !== undefined) return nodeAt(node);
  const served = await servedAt(dataFolder(invocation));
  if (served === undefined) return undefined;
  const client = nodeAt(served.url);
  // A node that was killed leaves its announcement behind, and its port may be another program's by now.
  const health = await client.get<unknown>('/healthz').catch(() => undefined);
  return health === undefined ? undefined : client;
}

/** For what only a running node can do. */
export const noNodeRuns = (): Stop =>
  new Stop('no-node', { es: 'No hay ningún nodo en marcha aquí.', en: 'No node is running here.' }, both('--node URL'));
