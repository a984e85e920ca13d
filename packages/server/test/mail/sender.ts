// A process of its own that keeps a node's mail going, to be killed. Its clock and what it needs come from whoever forks it.
import { openNode } from '../../src/app/index.ts';
import { keepMailing } from '../../src/keep-mailing.ts';
import type { ToSender } from './sender-process.ts';

let now = 0;

process.once('message', ({ now: first, databaseUrl, dataDir, ca, env }: ToSender) => {
  now = first;
  void (async () => {
    const node = await openNode({
      ...{ databaseUrl, dataDir, name: 'el-alto.example', share: true, mailCa: ca, env },
      clock: () => now,
    });
    process.send?.('opened');
    process.once('message', () => {
      const mailing = keepMailing(node, 3_600_000, (line) => process.stderr.write(`${line}\n`));
      process.once('message', () => {
        // Stopped, it ends the round that it is in and no letter of it is cut off.
        void mailing
          .stop()
          .then(() => node.close())
          .then(() => process.exit(0));
      });
    });
  })();
});
