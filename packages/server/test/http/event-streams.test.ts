import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { EventStreams } from '../../src/http/event-streams.ts';

/** A connection whose other end takes nothing until it is told to. */
class Connection extends EventEmitter {
  destroyed = false;
  writableLength = 0;
  ended = false;

  get writableNeedDrain(): boolean {
    return this.writableLength > 0;
  }

  write(text: string): void {
    this.writableLength += text.length;
  }

  take(): void {
    this.writableLength = 0;
    this.emit('drain');
  }

  end(): void {
    this.ended = true;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

const start = (streams: EventStreams) => {
  const connection = new Connection();
  return { connection, stream: streams.start(connection as unknown as ServerResponse) };
};

test('a stream is congested while its reader takes nothing, and open again once it does', async () => {
  const streams = new EventStreams();
  const { connection, stream } = start(streams);
  stream.send('x'.repeat(70_000));
  assert.equal(stream.congested, true);
  const drained = stream.drained();
  connection.take();
  await drained;
  assert.deepEqual([stream.congested, stream.open, connection.listenerCount('drain')], [false, true, 0]);
  streams.closeAll();
});

test('a reader who takes nothing for too long is cut, and only that one', async () => {
  const streams = new EventStreams(20);
  const [slow, quick] = [start(streams), start(streams)];
  slow.stream.send('x');
  await slow.stream.drained();
  assert.deepEqual([slow.stream.open, slow.connection.destroyed], [false, true]);
  assert.deepEqual([quick.stream.open, streams.size], [true, 1]);
  slow.stream.send('y');
  assert.equal(slow.connection.writableLength, 1);
  streams.closeAll();
});

test('all streams end with the server, and no new one begins', async () => {
  const streams = new EventStreams();
  const { connection, stream } = start(streams);
  let told = 0;
  stream.onEnd(() => told++);
  streams.closeAll();
  assert.deepEqual([connection.ended, stream.open, told, streams.size, streams.full], [true, false, 1, 0, true]);
  stream.onEnd(() => told++);
  assert.equal(told, 2);
});
