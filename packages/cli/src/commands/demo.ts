import { join } from 'node:path';
import { hasSession } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { type DemoNode, runDemo, type StartDemo } from '../demo/run-demo.ts';
import { exportBook } from '../export/write-book.ts';
import { dataFolder } from '../node/data-folder.ts';
import { nodeAt } from '../node/node-client.ts';
import { type RunningNode, runNode } from '../node/run-node.ts';
import { type ServedWitness, serveWitness } from '../witness/serve-witness.ts';

export async function demo(invocation: Invocation): Promise<ExitCode> {
  const { terminal, language } = invocation;
  const started: Started = {};
  try {
    await runDemo({
      dataDir: dataFolder(invocation),
      language,
      // With --json the story goes where progress goes: stdout is for the one document.
      print: (line) => (terminal.json ? terminal.note(line) : terminal.answer(undefined, [line])),
      start: (how) => start(invocation, how, started),
    });
  } catch (error) {
    await started.node?.close();
    await started.witness?.close();
    throw error;
  }
  if (started.node === undefined) throw new Error('the demonstration started no node');
  const { url, dataDir } = started.node;
  if (terminal.json) terminal.answer({ ok: true, url, data: dataDir, pid: process.pid }, []);
  const code = await started.node.ended();
  await started.witness?.close();
  return code;
}

interface Started {
  node?: RunningNode;
  witness?: ServedWitness;
}

/** The witness in this process is a stand-in, as the story says (docs/decisions/0005-exchange.md). */
async function start(
  invocation: Invocation,
  { name, neighbour, clock }: StartDemo,
  started: Started,
): Promise<DemoNode> {
  const folder = join(dataFolder(invocation), 'witness');
  const witness = await serveWitness({ folder, name: neighbour, port: 0, clock });
  started.witness = witness;
  const running = await runNode(invocation, { name, clock, witness });
  started.node = running;
  const { url, node, witnessed } = running;
  const heads = await node.book('heads');
  if (heads !== null) await witness.trust(heads.vkey);
  const originOf = (body: string): string => `${name}/${body}`;
  return {
    url,
    operatorToken: node.operatorToken,
    witnessKey: witness.key,
    witnessed,
    exportBook: async (body, out) => {
      await exportBook(nodeAt(url).book(body), out, () => undefined);
    },
    see: (body, member) => node.me({ kind: 'member', member }, body),
    hasSignedIn: (body, member) => hasSession(node.store, originOf(body), member),
  };
}
