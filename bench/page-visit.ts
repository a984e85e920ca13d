// One look at a page, as a visitor's browser asks for it.
import { Agent, get } from 'node:http';

export interface Seen {
  readonly firstByteMs: number;
  readonly bytes: number;
  readonly content: Buffer;
  readonly packed: boolean;
}

/** One line that is kept open, for visits one after the other. */
export const oneLine = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });

/** From the request to the first byte of the answer’s body, each visitor on a line of their own unless one is given. */
export function visit(url: string, path: string, agent: Agent | false = false): Promise<Seen> {
  const { promise, resolve, reject } = Promise.withResolvers<Seen>();
  const started = performance.now();
  const headers = { accept: 'text/html', 'accept-encoding': 'br' };
  get(url + path, { headers, agent }, (answer) => {
    let firstByteMs: number | undefined;
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => {
      firstByteMs ??= performance.now() - started;
      parts.push(part);
    });
    answer.on('end', () => {
      const content = Buffer.concat(parts);
      const packed = answer.headers['content-encoding'] === 'br';
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      else resolve({ firstByteMs: firstByteMs ?? 0, bytes: content.length, content, packed });
    });
  }).on('error', reject);
  return promise;
}
