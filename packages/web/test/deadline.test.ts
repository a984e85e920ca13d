import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDeadline } from './deadline.ts';

const never = (): Promise<never> => new Promise(() => undefined);

test('a call that a browser never answers fails by its name; what is answered comes through', async () => {
  const asked: string[] = [];
  const connection = {
    sendMessageToServer: (_: unknown, method: string): Promise<string> => {
      asked.push(method);
      return method === 'newContext' ? never() : Promise.resolve(`${method} done`);
    },
  };
  // Two files of one process ask for it: it is laid around the calls once.
  withDeadline({ _connection: connection }, 5);
  withDeadline({ _connection: connection }, 5);
  const call = connection.sendMessageToServer as (...all: unknown[]) => Promise<string>;
  await assert.rejects(call({}, 'newContext', {}, {}), /the browser has not answered newContext within 0\.005 s/);
  assert.equal(await call({}, 'close', undefined, {}), 'close done');
  assert.deepEqual(asked, ['newContext', 'close']);
});

test('another version of the library that has no such door is told at once', () => {
  assert.throws(() => withDeadline({}), /sends its calls another way/);
  assert.throws(() => withDeadline({ _connection: {} }), /sends its calls another way/);
});
