import type { ExitCode, Invocation } from '../command.ts';
import { runDemo } from '../demo/run-demo.ts';
import { exportBook } from '../export/write-book.ts';
import { dataFolder } from '../node/data-folder.ts';
import { nodeAt } from '../node/node-client.ts';
import { type RunningNode, runNode } from '../node/run-node.ts';

export async function demo(invocation: Invocation): Promise<ExitCode> {
  const { terminal, language } = invocation;
  let running: RunningNode | undefined;
  try {
    await runDemo({
      dataDir: dataFolder(invocation),
      language,
      // With --json the story goes where progress goes: stdout is for the one document.
      print: (line) => (terminal.json ? terminal.note(line) : terminal.answer(undefined, [line])),
      start: async (name, clock) => {
        running = await runNode(invocation, { name, clock });
        const { url, node } = running;
        return {
          url,
          operatorToken: node.operatorToken,
          exportBook: async (body, out) => {
            await exportBook(nodeAt(url).book(body), out, () => undefined);
          },
          hasVoted: async (body, member, vote) => {
            const me = await node.me({ kind: 'member', member }, body);
            return me?.votes.some((cast) => cast.vote === vote) ?? false;
          },
        };
      },
    });
  } catch (error) {
    await running?.close();
    throw error;
  }
  if (running === undefined) throw new Error('the demonstration started no node');
  const { url, dataDir } = running;
  if (terminal.json) terminal.answer({ ok: true, url, data: dataDir, pid: process.pid }, []);
  return running.ended();
}
