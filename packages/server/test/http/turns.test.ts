import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from '../../src/http/turns.ts';

type Asks = Parameters<Turns['take']>[0];

const of = (lane: string): Asks => ({ lane, isFirst: () => false });
const desk: Asks = { lane: 'senkata', isFirst: () => true };

/** Takes turns that note who has begun. */
function noting(turns: Turns) {
  const begun: string[] = [];
  return {
    begun,
    take: (name: string, asks: Asks): void => turns.take(asks, () => begun.push(name)),
    /** Ends as many turns, each time giving the next a chance. */
    async end(times: number): Promise<void> {
      for (let i = 0; i < times; i++) {
        turns.end();
        await nextTurn();
      }
    },
  };
}

test('whoever finds room begins at once, everybody else in the order in which they came', async () => {
  const { begun, take, end } = noting(new Turns(2));
  for (const name of ['a', 'b', 'c', 'd']) take(name, of('senkata'));
  assert.deepEqual(begun, ['a', 'b']);
  await nextTurn();
  assert.deepEqual(begun, ['a', 'b']);
  await end(1);
  assert.deepEqual(begun, ['a', 'b', 'c']);
  await end(2);
  assert.deepEqual(begun, ['a', 'b', 'c', 'd']);
});

test('the desk goes before a hall that waits, and is asked about only then', async () => {
  const turns = new Turns(1);
  const { begun, take, end } = noting(turns);
  take('nobody waits', {
    lane: 'senkata',
    isFirst: () => assert.fail('there was room'),
  });
  for (const name of ['a', 'b']) take(name, of('senkata'));
  take('desk', desk);
  await end(3);
  assert.deepEqual(begun, ['nobody waits', 'desk', 'a', 'b']);
});

test('a body with three people waits no longer because another has a thousand', async () => {
  const { begun, take, end } = noting(new Turns(1));
  for (let i = 0; i < 1_000; i++) take(`large ${i}`, of('large'));
  for (let i = 0; i < 3; i++) take(`small ${i}`, of('small'));
  await end(6);
  assert.deepEqual(begun.slice(1), ['large 1', 'small 0', 'large 2', 'small 1', 'large 3', 'small 2']);
});

test('what ends as soon as it begins keeps nobody from being heard in between', async () => {
  const turns = new Turns(2);
  let answered = 0;
  let rounds = 0;
  for (let i = 0; i < 10; i++)
    turns.take(of('senkata'), () => {
      answered += 1;
      if (i >= 2) turns.end();
    });
  turns.end();
  turns.end();
  for (; answered < 10; rounds++) await nextTurn();
  assert.ok(rounds >= 4, `${rounds} rounds for eight that waited, two at once`);
});
