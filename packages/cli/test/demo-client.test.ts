import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { callerAt } from '../src/demo/client.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

async function withNode(handle: Handle, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** A node that could not write so many times, then could. */
const busy = (times: number, keys: (string | undefined)[]): Handle => {
  let left = times;
  return (request, response) => {
    keys.push(request.headers['idempotency-key'] as string | undefined);
    request.resume();
    const isBusy = left-- > 0;
    response.writeHead(isBusy ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isBusy ? { code: 'try-again' } : { acts: [], answer: {} }));
  };
};

test('what a busy node could not write is sent again under the same key', async () => {
  const keys: (string | undefined)[] = [];
  await withNode(busy(3, keys), async (url) => {
    const done = await callerAt(url, null).must('junta', 'CountPresence', {}, 'count-1');
    assert.equal(done.ok, true);
  });
  assert.deepEqual(keys, ['count-1', 'count-1', 'count-1', 'count-1']);
});

test('a node that never can is not asked for ever', async () => {
  const keys: (string | undefined)[] = [];
  await withNode(busy(Number.POSITIVE_INFINITY, keys), async (url) => {
    await assert.rejects(callerAt(url, null).must('junta', 'CountPresence', {}, 'count-1'), /try-again/);
  });
  assert.equal(keys.length, 6);
});
