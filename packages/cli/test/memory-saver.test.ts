import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryForTime } from '../src/node/memory-saver.ts';

test('V8 saves no memory while many ask, does again once many have not asked for a while, and is not disturbed by a few', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
  const flags: string[] = [];
  const asks = memoryForTime((flag) => flags.push(flag), 5_000);
  const many = (count: number): void => {
    for (let i = 0; i < count; i++) asks();
  };
  for (let second = 0; second < 10; second++) {
    many(19);
    t.mock.timers.tick(1_000);
  }
  assert.deepEqual(flags, []);
  for (let crowd = 0; crowd < 3; crowd++) {
    many(50);
    t.mock.timers.tick(4_000);
  }
  assert.deepEqual(flags, ['--no-memory-saver-mode']);
  t.mock.timers.tick(1_000);
  assert.deepEqual(flags, ['--no-memory-saver-mode', '--memory-saver-mode']);
  many(20);
  assert.equal(flags.at(-1), '--no-memory-saver-mode');
});
