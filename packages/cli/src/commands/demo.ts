import { join } from 'node:path';
import { hasSession } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { runFull } from '../demo/full/run-full.ts';
import { type DemoNode, runDemo, type StartDemo } from '../demo/run-demo.ts';
import { exportBook } from '../export/write-book.ts';
import { dataFolder } from '../node/data-folder.ts';
import { nodeAt } from '../node/node-client.ts';
import { type RunningNode, runNode } from '../node/run-node.ts';
import { type ServedWitness, serveWitness } from '../witness/serve-witness.ts';

export async function demo(invocation: Invocation): Promise<ExitCode> {
  return invocation.switches.has('full') ? full(inFullFolder(invocation), 'serve') : small(invocation);
}

/** The full story and its figures, without a node that goes on serving. */
export function story(invocation: Invocation): Promise<ExitCode> {
  const { values, env } = invocation;
  const port = values.port ?? (env.PORT === undefined ? '0' : undefined);
  return full(inFullFolder({ ...invocation, values: { ...values, ...(port === undefined ? {} : { port }) } }), 'end');
}

/** A folder of its own: a node has one name for ever, and the small story's is another. */
const inFullFolder = (invocation: Invocation): Invocation => ({
  ...invocation,
  values: { data: 'data-full', ...invocation.values },
});

async function small(invocation: Invocation): Promise<ExitCode> {
  const { language } = invocation;
  return withNode(async (started) => {
    await runDemo({
      dataDir: dataFolder(invocation),
      language,
      print: printing(invocation),
      start: (how) => start(invocation, how, started),
    });
    const { url, dataDir } = running(started);
    if (invocation.terminal.json) invocation.terminal.answer({ ok: true, url, data: dataDir, pid: process.pid }, []);
    return running(started).ended();
  });
}

async function full(invocation: Invocation, then: 'serve' | 'end'): Promise<ExitCode> {
  const { language, values, terminal } = invocation;
  return withNode(async (started) => {
    const figures = await runFull({
      dataDir: dataFolder(invocation),
      language,
      districts: values.districts === undefined ? undefined : Number(values.districts),
      print: printing(invocation),
      start: (how) => start(invocation, how, started),
    });
    const node = running(started);
    const { url, dataDir } = node;
    if (terminal.json) terminal.answer({ ok: true, url, data: dataDir, pid: process.pid, figures }, []);
    if (then === 'serve') {
      printing(invocation)(language === 'es' ? `El nodo atiende en ${url}` : `The node is serving at ${url}`);
      return node.ended();
    }
    await node.close();
    return 0;
  });
}

/** With --json the story goes where progress goes: stdout is for the one document. */
const printing =
  ({ terminal }: Invocation) =>
  (line: string): void =>
    terminal.json ? terminal.note(line) : terminal.answer(undefined, [line]);

async function withNode(play: (started: Started) => Promise<ExitCode>): Promise<ExitCode> {
  const started: Started = {};
  try {
    return await play(started);
  } catch (error) {
    await started.node?.close();
    throw error;
  } finally {
    await started.witness?.close();
  }
}

function running({ node }: Started): RunningNode {
  if (node === undefined) throw new Error('the demonstration started no node');
  return node;
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
