import { once } from 'node:events';
import { createServer } from 'node:net';

// Below those that systems hand out by themselves (Linux from 32768, others from 49152; RFC 6335): whatever connects to
// somewhere meanwhile could be given the one that was found.
const [FIRST, COUNT] = [20_000, 12_000];

/** Nobody listens there now, nor is anybody given it who asks for any. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const probe = createServer();
    const taken = once(probe, 'listening').catch((error: NodeJS.ErrnoException) => error);
    probe.listen(port, '127.0.0.1');
    const outcome = await taken;
    if (!(outcome instanceof Error)) {
      probe.close();
      await once(probe, 'close');
      return port;
    }
    if (outcome.code !== 'EADDRINUSE') throw outcome;
  }
}
