import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTable, tableText } from '../src/input/table.ts';
import { attempt, problemSentence } from '../src/problem.ts';

const cells = (text: string) => {
  const { head, rows } = readTable(text);
  return [head, ...rows].map((row) => row.map((cell) => cell.text));
};
const complaint = (work: () => unknown): string => {
  const outcome = attempt(work);
  return outcome.ok ? '' : problemSentence(outcome.problem).en;
};

test('semicolons or commas, quotes, lines of any system, and where each cell stood', () => {
  assert.deepEqual(cells('a;b\r\n1;2,5\r\n\r\n;\r\n"x;y";"say ""no"""'), [
    ['a', 'b'],
    ['1', '2,5'],
    ['x;y', 'say "no"'],
  ]);
  assert.deepEqual(cells('a,"b;c"\r1,2'), [
    ['a', 'b;c'],
    ['1', '2'],
  ]);
  const { rows } = readTable('a,b\n"first\nsecond",  z\nlast,');
  assert.deepEqual(rows[0], [
    { text: 'first\nsecond', line: 2, column: 1 },
    { text: 'z', line: 3, column: 9 },
  ]);
  assert.deepEqual(rows[1]?.[0], { text: 'last', line: 4, column: 1 });
});

test('what is no table is said with its line and column', () => {
  for (const [text, said] of [
    ['a,b\n1,"2', 'line 2, column 3: these quotes are never closed'],
    ['a,b\n"1"2,3', 'line 2, column 4: “2” after closing quotes'],
    ['a,b\n1,2,3', 'line 2, column 5: the row has more cells than the head (2); are quotes missing?'],
  ] as const) {
    assert.equal(
      complaint(() => readTable(text)),
      said,
    );
  }
});

test('names come out whole from UTF-8 and from Windows-1252, and a file of both is refused', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  assert.equal(tableText(utf8('\ufefflugar\nPeñas')), 'lugar\nPeñas');
  assert.equal(tableText(Uint8Array.from([0x50, 0x65, 0xf1, 0x61, 0x73, 0x20, 0x96, 0x20, 0x80])), 'Peñas – €');
  const mixed = Uint8Array.from([...utf8('a\nPeñas'), 0xf1]);
  assert.match(
    complaint(() => tableText(mixed)),
    /line 2, column 3: this letter is in UTF-8 and others of the file in Windows-1252/,
  );
  assert.match(
    complaint(() => tableText(Uint8Array.from([0x61, 0x0a, 0x62, 0x81]))),
    /line 2, column 2: this character is neither/,
  );
  for (const bytes of [
    [0xff, 0xfe, 0x61, 0],
    [0x50, 0x4b, 3, 4, 0],
  ])
    assert.match(
      complaint(() => tableText(Uint8Array.from(bytes))),
      /no CSV table in UTF-8 or Windows-1252/,
    );
});

test('any cells that are written with quotes are read again', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', '"', ';', ',', '\n', ' ', '1') }).map((text) => text.trim());
  const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text !== ''));
  fc.assert(
    fc.property(fc.constantFrom(';', ',', '\t'), fc.array(row), (separator, rows) => {
      const all = [['x', 'y', 'z'], ...rows];
      const text = all.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator)).join('\n');
      assert.deepEqual(cells(text), all);
    }),
  );
});

test('any bytes are a table or refused as data', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      attempt(() => readTable(tableText(bytes)));
    }),
  );
});
