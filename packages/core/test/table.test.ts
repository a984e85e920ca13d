import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  emptyTable,
  type Table,
  tableChanges,
  tableEntries,
  tableGet,
  tableHas,
  tableOf,
  tableSet,
  tableValues,
} from '../src/index.ts';

/** Pairs of keys with one FNV-1a hash: they meet at the bottom of the trie. */
function collisions(): string[] {
  const seen = new Map<number, string>();
  const found: string[] = [];
  for (let number = 0; found.length < 6; number++) {
    const key = `k${number.toString(36)}`;
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
    const other = seen.get(hash);
    if (other === undefined) seen.set(hash, key);
    else found.push(other, key);
  }
  return found;
}

const colliding = collisions();
const key = fc.oneof(
  fc.constantFrom(...colliding),
  fc.nat({ max: 300 }).map(String),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('', '-0', '0', '00', '1e3', '1000', '12.1', '12.10', '__proto__', 'constructor'),
);
const writes = fc.array(fc.tuple(key, fc.nat()), { maxLength: 200 });

const play = (
  pairs: readonly (readonly [string, number])[],
  onto: Table<number> = emptyTable<number>(),
): Table<number> => pairs.reduce((table, [name, value]) => tableSet(table, name, value), onto);

test('a table holds what a Map holds, colliding keys and all', () => {
  fc.assert(
    fc.property(writes, (pairs) => {
      const map = new Map(pairs);
      const table = play(pairs);
      assert.equal(table.size, map.size);
      for (const [name, value] of map) assert.equal(tableGet(table, name), value);
      assert.deepEqual(new Map(tableEntries(table)), map);
      assert.equal(tableHas(table, 'not there, surely'), false);
      assert.deepEqual(tableOf(map), tableOf([...map]));
    }),
  );
});

test('colliding keys are kept apart', () => {
  const table = play(colliding.map((name, number) => [name, number]));
  assert.equal(new Set(colliding).size, table.size);
  for (const name of colliding) assert.equal(tableGet(table, name), colliding.lastIndexOf(name));
});

test('entries come in one order whatever the order of writing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, fc.nat()), { selector: ([name]) => name, maxLength: 60 }), (pairs) => {
      assert.deepEqual(tableEntries(play(pairs)), tableEntries(play(pairs.toReversed())));
    }),
  );
});

test('numbers are in the order of numbers', () => {
  assert.deepEqual(
    tableValues(
      play([
        ['10', 10],
        ['9', 9],
        ['100', 100],
        ['1', 1],
      ]),
    ),
    [1, 9, 10, 100],
  );
});

test('writing leaves the old table as it was', () => {
  fc.assert(
    fc.property(writes, writes, (first, second) => {
      const before = play(first);
      const entries = tableEntries(before);
      play(second, before);
      assert.deepEqual(tableEntries(before), entries);
    }),
  );
});

test('changes are exactly the entries that are new or other', () => {
  fc.assert(
    fc.property(writes, writes, (first, second) => {
      const before = play(first);
      const after = play(second, before);
      const old = new Map(tableEntries(before));
      const expected = tableEntries(after).filter(([name, value]) => old.get(name) !== value);
      assert.deepEqual(tableChanges(before, after), expected);
      assert.deepEqual(tableChanges(after, after), []);
      assert.deepEqual(tableChanges(emptyTable<number>(), after), tableEntries(after));
    }),
  );
});
