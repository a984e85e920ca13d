// The list of speakers as different people are shown it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ask,
  type Debate,
  debate,
  delegatesSpeak,
  person,
  speaking,
} from '../../../core/test/federation/story-floor.ts';
import { type FloorReader, liveFloor, pulseOfFloor } from '../../src/app/live/floor.ts';

const anybody: FloorReader = { holder: null, runs: false, nameOf: () => 'Juana Choque' };

const shownTo = ({ fed, origin, sitting }: Debate, reader: FloorReader) => {
  const { state, vault } = fed.book(origin);
  const entries = vault.floors.flatMap((row) => (row.sitting === sitting ? [row.entry] : []));
  return liveFloor(state, sitting, entries, reader);
};

test('everybody sees numbers and sectors, the body’s own people how to call somebody up, who runs the sitting names', () => {
  const scene = debate();
  const own = { ...anybody, holder: scene.base.members[4] ?? '' };
  ask(scene, person(scene, 4));
  ask(scene, scene.base.presidium, { label: 'Fila 3', sector: 'talleres' });
  const outside = shownTo(scene, anybody);
  assert.deepEqual(
    outside?.next.map(({ number, from, label, name }) => [number, from, label, name]),
    [
      [1, 'mercado', null, null],
      [2, 'talleres', null, null],
    ],
  );
  assert.deepEqual(outside?.mine, []);
  const inside = shownTo(scene, own);
  assert.deepEqual(
    inside?.next.map(({ label, name }) => [label, name]),
    [
      [null, null],
      ['Fila 3', null],
    ],
  );
  assert.deepEqual(
    inside?.mine.map(({ number }) => number),
    [1],
  );
  assert.deepEqual(
    shownTo(scene, { ...own, runs: true })?.next.map(({ name }) => name),
    ['Juana Choque', null],
  );
});

test('what goes to every stream has nobody’s name or label, is small, and stays the same while somebody speaks', () => {
  const scene = debate({ ...speaking, sectors: ['mercado', `talleres ${'ñ'.repeat(50)}`] }, 10);
  const { fed, origin, base, sitting } = scene;
  const long = `talleres ${'ñ'.repeat(50)}`;
  for (const number of [4, 5, 6, 7, 8, 9]) ask(scene, person(scene, number), { sector: long });
  for (let i = 0; i < 40; i++) ask(scene, base.presidium, { label: `Fila ${i}`, sector: long });
  fed.must(origin, base.presidium, 'GiveFloor', { sitting, number: 1 });
  const chair = { holder: base.members[0] ?? '', runs: true, nameOf: () => 'Juana Choque' };
  const pulse = JSON.stringify(pulseOfFloor(shownTo(scene, chair)));
  assert.doesNotMatch(pulse, /Juana|Fila|m-[0-9a-z]{16}/);
  assert.ok(Buffer.byteLength(pulse) <= 900, String(Buffer.byteLength(pulse)));
  fed.pass({ minutes: 1 });
  assert.equal(JSON.stringify(pulseOfFloor(shownTo(scene, chair))), pulse);
});

test('once the sitting is closed there is no list', () => {
  const { fed, upper, sitting } = delegatesSpeak();
  const { state, vault } = fed.book(upper.origin);
  const entries = vault.floors.map(({ entry }) => entry);
  assert.equal(liveFloor(state, sitting, entries, anybody), null);
});
