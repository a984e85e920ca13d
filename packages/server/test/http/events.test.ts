import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { readEvents } from './event-reader.ts';
import { type FoundedBody, found, type TestServer, withServer } from './http-fixture.ts';

const witness = (n: number) => ({
  name: `Witness ${n}`,
  key: `witness-${n}.example+0123abcd+${base64Encode(new Uint8Array(33).fill(n % 256))}`,
});

/** A hundred at a time: the point is what readers see, not how many connections there can be. */
async function write(server: TestServer, convener: FoundedBody, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 100) {
    const numbers = upTo(start, Math.min(start + 100, to));
    await Promise.all(numbers.map((n) => server.done(convener, 'AppointWitness', witness(n))));
  }
}

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

test('events come each once and in order, from where the reader was, whatever was written meanwhile', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const url = `${server.base}/api/bodies/villa-ingenio/events`;
    await write(server, convener, 0, 300);
    const seen: number[] = [];
    const writing = write(server, convener, 300, 500);
    let last: number | null = null;
    // Cut again and again in the middle of writing, and taken up with the last index that was seen.
    for (const count of [7, 1, 100, 150, 30]) {
      const reader = await readEvents(
        last === null ? `${url}?from=0` : url,
        last === null ? {} : { 'last-event-id': `${last}` },
      );
      for (const { id, data } of await reader.take(count)) {
        assert.deepEqual([data.index, data.entry.index], [id, id]);
        seen.push(id);
        last = id;
      }
      reader.cut();
    }
    await writing;
    const rest = await readEvents(url, { 'last-event-id': `${last}` });
    const size = (await server.node.book('villa-ingenio'))?.size ?? 0;
    for (const { id } of await rest.take(size - seen.length)) seen.push(id);
    assert.deepEqual(seen, upTo(0, size));
    await write(server, convener, 500, 503);
    assert.deepEqual(
      (await rest.take(3)).map(({ id }) => id),
      upTo(size, size + 3),
    );
    rest.cut();
  });
});

test('without a place to begin, only what is to come is told; Last-Event-ID goes before from', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const url = `${server.base}/api/bodies/villa-ingenio/events`;
    const fresh = await readEvents(url);
    const resumed = await readEvents(`${url}?from=0`, { 'last-event-id': '0' });
    const nonsense = await readEvents(`${url}?from=1`, { 'last-event-id': 'x' });
    await write(server, convener, 0, 1);
    assert.deepEqual(
      (await fresh.take(1)).map(({ id }) => id),
      [2],
    );
    assert.deepEqual(
      (await resumed.take(2)).map(({ id }) => id),
      [1, 2],
    );
    assert.deepEqual(
      (await nonsense.take(2)).map(({ id }) => id),
      [1, 2],
    );
    for (const reader of [fresh, resumed, nonsense]) reader.cut();
  });
});

test('streams end when the server closes, and it does not wait for them', async () => {
  await withServer(async (server) => {
    await found(server, 'villa-ingenio');
    const reader = await readEvents(`${server.base}/api/bodies/villa-ingenio/events?from=0`);
    await reader.take(2);
    await server.app.close();
    await reader.ended;
    assert.match(reader.raw(), /^retry: 2000\n\nid: 0\nevent: act\ndata: \{/);
  });
});

test('a reader who takes nothing costs a page of acts, not the book', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    await write(server, convener, 0, 2_000);
    const { port, host } = new URL(server.base);
    const socket = createConnection({ port: Number(port), host: '127.0.0.1' });
    const counted = (): Promise<number> =>
      new Promise((resolve) => server.app.server.getConnections((_error, count) => resolve(count)));
    socket.pause();
    socket.write(`GET /api/bodies/villa-ingenio/events?from=0 HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    // A reader beside it is not held up.
    const other = await readEvents(`${server.base}/api/bodies/villa-ingenio/events?from=0`);
    assert.equal((await other.take(2_002)).at(-1)?.id, 2_001);
    await write(server, convener, 2_000, 2_100);
    assert.equal((await other.take(100)).at(-1)?.id, 2_101);
    assert.ok((await counted()) >= 2);
    let text = '';
    const whole = new Promise<void>((resolve) => {
      socket.on('data', (data) => {
        text += data.toString();
        if (text.includes('id: 2101\n')) resolve();
      });
    });
    socket.resume();
    await whole;
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    assert.deepEqual(ids, upTo(0, 2_102));
    socket.destroy();
    other.cut();
  });
});
