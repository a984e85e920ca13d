// What the screen on the wall shows, and what it never shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf } from '../src/floor/clock.ts';
import { stageOf } from '../src/hall-screen/stage.ts';
import type { Live, LiveMotion, LiveResult, LiveVote } from '../src/live-answer.ts';
import type { LiveFloor } from '../src/live-floor.ts';
import { pulsed } from '../src/live-pulse.ts';

const now = Date.parse('2005-06-08T20:00:00Z');

const motion = (index: number, change: Partial<LiveMotion> = {}): LiveMotion =>
  ({ motion: index, title: `Moción ${index}`, state: 'ready', amends: null, text: '', ...change }) as LiveMotion;

const floorWith = (change: Partial<LiveFloor>): LiveFloor => ({
  item: 10,
  motion: null,
  title: null,
  changes: 0,
  speaking: null,
  interrupted: 0,
  order: [],
  next: [],
  waiting: 0,
  heard: 0,
  rules: { order: 'as-asked' },
  mine: [],
  ...change,
});

const turn = (number: number, change: Partial<LiveFloor['next'][number]> = {}): LiveFloor['next'][number] => ({
  number,
  kind: 'speech',
  from: null,
  label: null,
  name: null,
  slip: null,
  seconds: 0,
  since: null,
  allowed: 180,
  left: null,
  ...change,
});

const liveWith = (change: Partial<Live>): Live =>
  ({
    size: 20,
    sequence: 1,
    sitting: 10,
    phase: 'open',
    crowd: null,
    vote: null,
    last: null,
    motions: [],
    agenda: [],
    item: null,
    floor: floorWith({}),
    ...change,
  }) as Live;

const resultAt = (at: string): LiveResult => ({ vote: 15, motion: 12, at, title: 'Gas' }) as LiveResult;

test('an open vote goes before everything else', () => {
  const vote = { vote: 15, motion: 12, title: 'Gas' } as LiveVote;
  const floor = floorWith({ speaking: turn(1, { since: '2005-06-08T19:59:00Z' }) });
  const live = liveWith({ vote, motions: [motion(12), motion(13)], last: resultAt('2005-06-08T19:59:59Z'), floor });
  const stage = stageOf(live, now);
  assert.equal(stage.show, 'vote');
  assert.equal(stage.show === 'vote' && stage.motion?.motion, 12);
});

test('a result stays for a minute, then the next motion takes its place; with nothing else it stays', () => {
  const last = resultAt('2005-06-08T19:59:30Z');
  assert.equal(stageOf(liveWith({ last, motions: [motion(13)] }), now).show, 'result');
  assert.equal(stageOf(liveWith({ last, motions: [motion(13)] }), now + 40_000).show, 'motion');
  assert.equal(stageOf(liveWith({ last }), now + 40_000).show, 'result');
});

test('whoever has the floor is not covered by a result', () => {
  const floor = floorWith({ item: 13, motion: 13, speaking: turn(1) });
  const live = liveWith({ last: resultAt('2005-06-08T19:59:59Z'), motions: [motion(13)], floor });
  assert.equal(stageOf(live, now).show, 'motion');
});

test('what is spoken about is shown, not what is merely next to be voted', () => {
  const floor = floorWith({ item: 13, motion: 13 });
  const stage = stageOf(liveWith({ motions: [motion(14), motion(13, { state: 'waiting' })], floor }), now);
  assert.equal(stage.show === 'motion' && stage.motion.motion, 13);
});

test('of a motion that is spoken about the amendment is shown whose turn it is', () => {
  const amendment = motion(14, { amends: { motion: 13, order: 1, substantive: false } });
  const later = motion(15, { amends: { motion: 13, order: 2, substantive: false }, state: 'waiting' });
  const motions = [amendment, later, motion(13, { state: 'waiting' }), motion(12)];
  const stage = stageOf(liveWith({ motions, floor: floorWith({ item: 13, motion: 13 }) }), now);
  assert.equal(stage.show === 'motion' && stage.motion.motion, 14);
});

test('before, in recess, after, among a crowd: each has a screen of its own', () => {
  for (const [phase, show] of [
    ['convened', 'before'],
    ['recess', 'recess'],
    ['closed', 'closed'],
    ['called-off', 'called-off'],
  ] as const)
    assert.equal(stageOf(liveWith({ phase, motions: [motion(12)] }), now).show, show);
  const crowd = { atLeast: 8_000, atMost: 9_000, method: 'por cuadras' };
  assert.equal(stageOf(liveWith({ crowd }), now).show, 'crowd');
  assert.equal(stageOf(liveWith({}), now).show, 'between');
});

test('a clock runs from what was spoken before, and below nothing once the time is over', () => {
  assert.deepEqual(clockOf({ seconds: 30, since: '2005-06-08T19:59:00Z', allowed: 180 }, now), {
    spoken: 90,
    left: 90,
  });
  assert.deepEqual(clockOf({ seconds: 0, since: '2005-06-08T19:56:00Z', allowed: 180 }, now), {
    spoken: 240,
    left: -60,
  });
  assert.deepEqual(clockOf({ seconds: 45, since: null, allowed: null }, now), { spoken: 45, left: null });
});

test('a pulse moves the list, keeps the names that were known, and forgets places that are no longer there', () => {
  const before = floorWith({
    changes: 3,
    order: [1, 2, 3],
    next: [turn(1, { name: 'Rosa' }), turn(2, { label: 'fila 3' }), turn(3)],
    waiting: 3,
    mine: [{ number: 3, item: 10, kind: 'speech' }],
  });
  const pulse = {
    size: 20,
    sittings: [
      {
        sitting: 10,
        sequence: 2,
        door: { round: 1, entered: 0, agree: null, recount: false, checkedIn: 0 } as const,
        vote: null,
        phones: null,
        voices: [],
        floor: {
          item: 10,
          changes: 5,
          speaking: turn(1, { since: '2005-06-08T19:59:00Z' }),
          interrupted: 0,
          order: [2],
          next: [turn(2)],
          waiting: 1,
        },
      },
    ],
  };
  const { floor } = pulsed(liveWith({ floor: before }), pulse);
  assert.equal(floor?.speaking?.name, 'Rosa');
  assert.deepEqual(
    floor?.next.map(({ number, label }) => [number, label]),
    [[2, 'fila 3']],
  );
  assert.deepEqual(floor?.mine, []);
});
