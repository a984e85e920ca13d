// What of a file may be a statute: anything else is refused before it is sent or kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statuteTemplates } from '@cabildo/core';
import fc from 'fast-check';
import { statuteInFile } from '../../src/office/statute-file.ts';

test('a statute is taken as it was saved, also out of what was read of it', () => {
  for (const { statutes } of statuteTemplates) {
    const saved = JSON.stringify(statutes.es);
    assert.deepEqual(statuteInFile(saved), JSON.parse(saved));
    assert.deepEqual(statuteInFile(`{"statute":${saved}}`), JSON.parse(saved));
  }
});

test('given no object, a picture, or one inside the other without end, then it is none', () => {
  const nested = (open: string, shut: string) => `{"title":${open.repeat(9_000)}1${shut.repeat(9_000)}}`;
  const files = [
    '',
    '5',
    'null',
    '"x"',
    '[{}]',
    '{"statute":[]}',
    '{"statute":null}',
    '{',
    '=1+1',
    '\u0000',
    '\ufffdPNG',
  ];
  for (const text of [...files, '<svg onload="alert(1)"/>', nested('[', ']'), nested('{"a":', '}')])
    assert.equal(statuteInFile(text), null, text.slice(0, 40));
});

test('whatever text comes, what is taken can be written out again to be sent', () => {
  const json = fc.json({ maxDepth: 5 });
  fc.assert(
    fc.property(fc.oneof(fc.string(), json), (text) => {
      const taken = statuteInFile(text);
      assert.ok(taken === null || JSON.stringify(taken).startsWith('{'));
    }),
    { numRuns: 50 },
  );
});
