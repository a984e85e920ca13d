import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryForTime } from '../src/node/memory-saver.ts';

test('V8 saves no memory while people wait for pages, and does again once nobody has waited for a while', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const flags: string[] = [];
  const onCrowd = memoryForTime((flag) => flags.push(flag), 1_000);
  for (let waiting = 0; waiting < 3; waiting++) {
    onCrowd();
    t.mock.timers.tick(800);
  }
  assert.deepEqual(flags, ['--no-memory-saver-mode']);
  t.mock.timers.tick(1_000);
  assert.deepEqual(flags, ['--no-memory-saver-mode', '--memory-saver-mode']);
  onCrowd();
  assert.equal(flags.at(-1), '--no-memory-saver-mode');
});
