// What an amendment changes, word by word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Stretch, wordChanges } from '../src/changes/word-changes.ts';

const textOf = (stretches: readonly Stretch[], kinds: readonly Stretch['kind'][]): string =>
  stretches.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('');

const sample = fc
  .array(fc.constantFrom('gas', 'primero', 'a', 'los', 'hospitales', 'y', '\n', 'ollas.'), { maxLength: 20 })
  .map((words) => words.join(' '));

test('without what is put in it is the old text, without what is out the new one, to the last blank', () => {
  fc.assert(
    fc.property(fc.oneof(sample, fc.string()), fc.oneof(sample, fc.string()), (before, after) => {
      const changes = wordChanges(before, after);
      assert.equal(textOf(changes, ['same', 'out']), before);
      assert.equal(textOf(changes, ['same', 'in']), after);
    }),
  );
});

test('a text that stays as it is has no change', () => {
  assert.deepEqual(wordChanges('Gas primero.', 'Gas primero.'), [{ kind: 'same', text: 'Gas primero.' }]);
});

test('only the words that change are shown as changed, out before in', () => {
  assert.deepEqual(wordChanges('Gas primero a hospitales y ollas', 'Gas primero a escuelas y ollas comunes'), [
    { kind: 'same', text: 'Gas primero a' },
    { kind: 'out', text: ' hospitales' },
    { kind: 'in', text: ' escuelas' },
    { kind: 'same', text: ' y ollas' },
    { kind: 'in', text: ' comunes' },
  ]);
});

test('texts too long to compare pair by pair are shown as out and in whole, with what they share around them', () => {
  const many = (word: string): string => Array.from({ length: 1_500 }, (_, i) => `${word}${i}`).join(' ');
  const changes = wordChanges(`Visto ${many('a')} fin`, `Visto ${many('b')} fin`);
  assert.deepEqual(
    changes.map(({ kind }) => kind),
    ['same', 'out', 'in', 'same'],
  );
});
