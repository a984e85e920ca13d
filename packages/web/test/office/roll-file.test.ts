// A roll as people have it in a spreadsheet: read whole, or refused with the place; whatever is thrown at it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { csvOf } from '../../src/office/first-steps/csv-out.ts';
import { type Flaw, readRoll } from '../../src/office/first-steps/roll-file.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

function peopleIn(bytes: Uint8Array) {
  const read = readRoll(bytes);
  assert.ok(read.ok, JSON.stringify(read));
  return read.people;
}

const namesIn = (bytes: Uint8Array): string[] => peopleIn(bytes).map(({ name }) => name);

function flawsIn(bytes: Uint8Array): readonly Flaw[] {
  const read = readRoll(bytes);
  assert.ok(!read.ok, 'it was taken');
  return read.flaws;
}

describe('a roll that people really have', () => {
  const names = ['Íñigo Ñáñez', 'Felipa Quispe'];

  for (const [how, sign] of [
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ] as const)
    test(`with ${how}, in UTF-8 with and without its mark and in Windows-1252, with any end of line`, () => {
      for (const end of ['\n', '\r\n', '\r'])
        for (const last of ['', end]) {
          const text = `Nombre${sign}Hogar${end}Íñigo Ñáñez${sign}1${end}"Felipa Quispe"${sign}2${last}`;
          for (const bytes of [utf8(text), utf8(`\ufeff${text}`), latin(text)]) assert.deepEqual(namesIn(bytes), names);
        }
    });

  test('names and surnames are put together; blank rows are no people; quotes may hold separators', () => {
    const text = 'N.º;NOMBRES;Apellidos\n1;Felipa;Quispe  Huanca\n;;\n2;"Mamani; Basilia";\n';
    assert.deepEqual(namesIn(utf8(text)), ['Felipa Quispe Huanca', 'Mamani; Basilia']);
  });

  test('who has the same in the column of the household lives together, however it is written', () => {
    const text = 'name,household\nFelipa,Calle 1\nBasilia,\nHilaria,CALLE  1\nPedro,calle 1\n';
    assert.deepEqual(
      peopleIn(utf8(text)).map(({ household }) => household),
      [undefined, undefined, 0, 0],
    );
  });

  test('the same name twice is said with its line, and is no flaw', () => {
    const read = readRoll(utf8('nombre\nFelipa Quispe\nBasilia\nFÉLIPA  QUISPE\n'));
    assert.ok(read.ok);
    assert.deepEqual(
      read.twice.map(({ line }) => line),
      [4],
    );
  });
});

describe('a roll that cannot be taken is refused whole, with the place of each flaw and nothing of what stands there', () => {
  const cases: [string, string, Flaw[]][] = [
    ['no head', 'Felipa;1\nBasilia;2\n', [{ line: 1, column: 1, what: 'no-name-column' }]],
    ['two columns of names', 'nombre;name\nA;B\n', [{ line: 1, column: 8, what: 'two-name-columns' }]],
    ['a row without a name', 'hogar;nombre\n1;Felipa\n2;\n', [{ line: 3, column: 3, what: 'no-name' }]],
    ['nothing but a head', 'nombre\n', [{ line: 2, column: 1, what: 'no-name' }]],
    ['a name as long as a page', `nombre\n${'a'.repeat(121)}\n`, [{ line: 2, column: 1, what: 'name-too-long' }]],
    [
      'formulas',
      'nombre;apellidos\nFelipa;=HYPERLINK("http://evil.example")\n@SUM(A1);x\n+591;x\n-1;x\n',
      [
        { line: 2, column: 8, what: 'not-a-name' },
        { line: 3, column: 1, what: 'not-a-name' },
        { line: 4, column: 1, what: 'not-a-name' },
        { line: 5, column: 1, what: 'not-a-name' },
      ],
    ],
    ['letters that turn a line round', 'nombre\nFe\u202elipa\n', [{ line: 2, column: 1, what: 'not-a-name' }]],
    [
      'more than are taken at once',
      `nombre\n${'Felipa\n'.repeat(2_001)}`,
      [{ line: 2_002, column: 1, what: 'too-many' }],
    ],
  ];
  test('ten megabytes, a hundred thousand lines, UTF-16 of either order, a NUL among names', () => {
    assert.deepEqual(flawsIn(utf8(`nombre\n${'a'.repeat(10_000_000)}`)), [{ line: 1, column: 1, what: 'too-large' }]);
    assert.deepEqual(flawsIn(utf8(`nombre\n${'Felipa Quispe\n'.repeat(100_000)}`)), [
      { line: 2_002, column: 1, what: 'too-many' },
    ]);
    const little = Buffer.from('\ufeffnombre\nFelipa\n', 'utf16le');
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const [flaw] = flawsIn(bytes);
      assert.ok(typeof flaw?.what === 'object' && flaw.what.es.includes('CSV UTF-8'), JSON.stringify(flaw));
    }
    assert.equal(flawsIn(utf8('nombre\nFelipa\0Quispe\n'))[0]?.line, 2);
  });

  for (const [what, text, flaws] of cases)
    test(what, () => {
      assert.deepEqual(flawsIn(utf8(text)), flaws);
    });

  test('quotes that nobody closes, bytes of something else, two encodings in one file', () => {
    assert.deepEqual(
      flawsIn(utf8('nombre\n"Felipa\nBasilia\n')).map(({ line, column }) => [line, column]),
      [[2, 1]],
    );
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]);
    for (const bytes of [zip, new Uint8Array(100), Uint8Array.from([0xff, 0xfe, 0x6e, 0])])
      assert.equal(flawsIn(bytes).length, 1);
    // The head of a PNG has two ends of lines in it, before its first NUL.
    const others = ['89504e470d0a1a0a0000000d49484452ffffffffffffffff', 'ffd8ffe000104a46494600', '255044462d312e37'];
    const svg = utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const places = [svg, ...others.map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')))].map((bytes) =>
      flawsIn(bytes).map(({ line }) => line),
    );
    assert.deepEqual(places, [[1], [3], [1], [1]]);
    const both = Uint8Array.from([...utf8('nombre\nÍñigo\n'), ...latin('Ñáñez\n')]);
    assert.equal(flawsIn(both)[0]?.line, 2);
  });
});

test('whatever bytes come, they are people within the limits or flaws with a place in the file', () => {
  const texts = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => utf8(`nombre;hogar\n${text}`)),
    fc
      .array(fc.constantFrom('"', ';', ',', '\t', '\n', '\r', '=', 'ñ', 'Felipa', ' ', '\0', '\ufeff', 'nombre'), {
        maxLength: 40,
      })
      .map((parts) => utf8(`nombre;hogar\n${parts.join('')}`)),
  );
  fc.assert(
    fc.property(texts, (bytes) => {
      const read = readRoll(bytes);
      if (!read.ok) {
        assert.ok(read.flaws.length > 0 && read.flaws.length <= 20);
        for (const { line, column } of read.flaws) assert.ok(line >= 1 && column >= 1);
        return;
      }
      assert.ok(read.people.length > 0);
      for (const [place, { name, household }] of read.people.entries()) {
        assert.ok(name.trim() !== '' && name.length <= 120);
        assert.doesNotMatch(name, /^[=+\-@]|\p{Cc}/u);
        assert.ok(household === undefined || household < place);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is saved is read again as it was, and no cell of it is one that a spreadsheet calculates', () => {
  const cell = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 10 }), (rows) => {
      const written = csvOf(rows);
      for (const [, text = ''] of written.matchAll(/(?:^\ufeff|;|\r\n)"((?:[^"]|"")*)"/g))
        assert.doesNotMatch(text, /^[=+\-@\t\r]/);
    }),
  );
  const name = fc
    .array(fc.constantFrom('Felipa', 'Ñáñez', 'O’Higgins', '"la Negra"', 'Mamani;', 'Choque,'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (names) => {
      const written = csvOf([['nombre', 'hogar'], ...names.map((one) => [one, ''])]);
      assert.deepEqual(namesIn(utf8(written)), names);
    }),
  );
});
