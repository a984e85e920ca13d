// Two whole nodes as they run in earnest: each with its own database, its own books and server, and a copy of what the other's
// operator was asked to copy. What one writes comes to the other by HTTP and in no other way.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Node } from '../../../server/src/app/index.ts';
import { type Serving, serve } from '../../../server/src/serve.ts';
import { databaseForNode } from '../../../server/test/database.ts';

export interface RunningNode {
  readonly node: Node;
  readonly url: string;
  /** Keeps a copy of that book from now on, as the operator of this node does. */
  copies(from: RunningNode, book: string): Promise<void>;
  /** What the copy lacks is fetched now, not at the next round. */
  pulls(book: string): Promise<void>;
}

export interface TwoNodes {
  readonly below: RunningNode;
  readonly above: RunningNode;
  /** So much time is over, on the clocks of both. */
  passes(milliseconds: number): void;
}

const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64') };

export async function withTwoNodes(web: string, work: (nodes: TwoNodes) => Promise<void>): Promise<void> {
  let passed = 0;
  const opened: { end(): Promise<void> }[] = [];
  const open = async (name: string): Promise<RunningNode> => {
    const one = await run({ name, web, clock: () => Date.now() + passed });
    opened.push(one);
    return one;
  };
  try {
    const [below, above] = [await open('abajo.example'), await open('arriba.example')];
    const passes = (milliseconds: number): void => {
      passed += milliseconds;
    };
    await work({ below, above, passes });
  } finally {
    for (const one of opened) await one.end();
  }
}

async function run(options: { readonly name: string; readonly web: string; readonly clock: () => number }) {
  const database = await databaseForNode();
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-node-'));
  const serving: Serving = await serve({ ...options, port: 0, dataDir, databaseUrl: database.url, env });
  const token = (await readFile(join(dataDir, 'operator-token'), 'utf8')).trim();
  const post = async (path: string, content: object): Promise<void> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(serving.url + path, { method: 'POST', headers, body: JSON.stringify(content) });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  };
  return {
    node: serving.node,
    url: serving.url,
    async copies(from: RunningNode, book: string) {
      const url = `${from.url}/books/${encodeURIComponent(book)}`;
      const key = (await (await fetch(`${url}/key.txt`)).text()).trim();
      await post('/api/mirrors', { url, origin: book, key });
      await post(`/api/mirrors/${book}/pull`, {});
    },
    pulls: (book: string) => post(`/api/mirrors/${book}/pull`, {}),
    async end() {
      await serving.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
