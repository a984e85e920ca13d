// What a phone shows of a sitting while answers and pulses cross each other on a slow line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Live, LiveVote } from '../src/live-answer.ts';
import type { Pulse } from '../src/live-pulse.ts';
import type { Reply } from '../src/shell/asking.ts';
import { Lives } from '../src/shell/lives.ts';

const door = { round: 1, entered: 0, agree: null, recount: false, checkedIn: 0 } as const;

const liveAt = (sequence: number, received: number): Live =>
  ({
    sitting: 10,
    size: 20,
    sequence,
    door,
    floor: null,
    phones: null,
    voices: [],
    vote: { vote: 12, received },
  }) as unknown as Live;

const pulseAt = (sequence: number, received: number): Pulse => {
  const vote = {
    vote: 12,
    received,
    blocks: [],
    urn: null,
    cards: null,
    rollCall: null,
    contests: [],
  } satisfies Partial<LiveVote>;
  return { size: 20, sittings: [{ sitting: 10, sequence, door, vote, floor: null, phones: null, voices: [] }] };
};

/** A line on which each answer arrives when the test says so. */
function slowLine() {
  const waiting: ((live: Live) => void)[] = [];
  const asked: (() => void)[] = [];
  let asks = 0;
  const kept: Live[] = [];
  const lives = new Lives({
    ask: () =>
      new Promise<Reply<Live>>((resolve) => {
        waiting.push((value) => resolve({ kind: 'ok', value }));
        asks++;
        asked.shift()?.();
      }),
    recall: async () => null,
    keep: (_path, live) => void kept.push(live),
  });
  const seen: (number | undefined)[] = [];
  let told: () => void = () => undefined;
  lives.watch(10, ({ live }) => {
    if (live !== null) seen.push(live.vote?.received);
    told();
  });
  return {
    lives,
    seen,
    kept,
    async isAsked() {
      if (asks > 0) {
        asks--;
        return;
      }
      await new Promise<void>((resolve) => asked.push(resolve));
      asks--;
    },
    async answer(live: Live) {
      const shown = new Promise<void>((resolve) => {
        told = resolve;
      });
      waiting.shift()?.(live);
      await shown;
    },
  };
}

test('an answer that was on its way when a pulse came does not take the pulse back', async () => {
  const { lives, seen, kept, isAsked, answer } = slowLine();
  await isAsked();
  await answer(liveAt(1, 3));
  const again = lives.ask();
  await isAsked();
  lives.pulse(pulseAt(3, 8));
  await answer(liveAt(2, 5));
  await again;
  assert.deepEqual(seen, [3, 8, 8]);
  assert.equal(kept.at(-1)?.vote?.received, 8, 'what is kept for later is not older either');
});

test('a pulse that comes before the first answer is not lost, and one older than the answer changes nothing', async () => {
  const { lives, seen, isAsked, answer } = slowLine();
  await isAsked();
  lives.pulse(pulseAt(5, 9));
  await answer(liveAt(4, 2));
  assert.deepEqual(seen, [9]);
  lives.pulse(pulseAt(4, 1));
  assert.deepEqual(seen, [9]);
  lives.pulse(pulseAt(6, 10));
  assert.deepEqual(seen, [9, 10]);
});

test('a pulse of before the opening takes nothing from the answer after it, though no number of the hall has changed', async () => {
  const { lives, isAsked, answer, kept } = slowLine();
  await isAsked();
  await answer(liveAt(1, 0));
  lives.pulse(pulseAt(2, 0));
  const again = lives.ask();
  await isAsked();
  const floor = { item: 10, changes: 0, order: [], next: [], waiting: 0, mine: [] };
  await answer({ ...liveAt(2, 0), size: 21, floor } as unknown as Live);
  await again;
  assert.notEqual(kept.at(-1)?.floor ?? null, null, 'whoever is in the hall can ask for the floor');
});
