// Tables and maps of registers: whole or not at all, each error with its line and column; a cut import goes on and doubles nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeText, positionIn, positionsIn } from '../../src/supply/known/position.ts';
import type { Supply } from '../../src/supply/known/supply-answer.ts';
import { type Flaw, type ImportFile, readImport } from '../../src/supply/registers/import-file.ts';
import { type Register, type RegisterName, registers } from '../../src/supply/registers/register-kinds.ts';
import { sendRows } from '../../src/supply/registers/send-rows.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const supply = {
  items: [{ item: 3, symbol: 'GLP10', title: 'Gas de 10 kg' }],
  sites: [
    { site: 5, title: 'Planta Senkata', kind: 'plant', closed: null },
    { site: 7, title: 'Posta del distrito 8', kind: 'clinic', closed: null },
    { site: 9, title: 'Olla vieja', kind: 'kitchen', closed: 12 },
  ],
  vehicles: [],
  announcements: [],
} as unknown as Supply;

const choiceWords = { clinic: ['posta', 'clinic'], kitchen: ['olla común'], goods: ['otros bienes'] };
const read = (name: RegisterName, file: Uint8Array | string): ImportFile =>
  readImport(registers[name] as Register, typeof file === 'string' ? bytesOf(file) : file, { supply, choiceWords });

const inputs = (file: ImportFile): readonly object[] =>
  file.ok ? file.rows.map(({ input }) => input) : assert.fail(JSON.stringify(file.flaws));
const flaws = (file: ImportFile): readonly Flaw[] => (file.ok ? assert.fail('it was taken') : file.flaws);
const whereAndWhat = (file: ImportFile) =>
  flaws(file).map(({ line, column, field, what }) => [line, column, field, what]);

describe('tables of registers', () => {
  test('a place is published only where the row says so, and then to a hundredth of a degree; a stock is sensitive in steps', () => {
    const head = 'nombre;clase;personas;longitud;latitud;zona;publicar\n';
    const [told, kept] = inputs(
      read(
        'sites',
        `${head}Olla A;olla común;9;-68,1949;-16,4911;Distrito 6;sí\nOlla B;olla común;9;-68,1949;-16,4911;;no\n`,
      ),
    );
    assert.deepEqual(told, {
      ...{ title: 'Olla A', kind: 'kitchen', peopleServed: 9, location: 'lon -68.1949 lat -16.4911' },
      ...{ area: 'Distrito 6', publish: true, near: { east: -6819, north: -1649 } },
    });
    assert.deepEqual(kept, {
      title: 'Olla B',
      kind: 'kitchen',
      peopleServed: 9,
      location: 'lon -68.1949 lat -16.4911',
    });
    const [oxygen] = inputs(read('items', 'sigla;nombre;unidad;carga;pasos\nO2;Oxígeno;tubo;otros bienes;20\n'));
    assert.deepEqual(oxygen, { symbol: 'O2', title: 'Oxígeno', unit: 'tubo', cargo: 'goods', sensitive: { step: 20 } });
  });

  test('a spreadsheet in Spanish, with semicolons and decimal commas, in Windows-1252, is the same as one in UTF-8', () => {
    const text =
      'lugar;clase;personas;longitud;latitud;dónde;# apunte\r\nOlla Ñuñoa;Olla comun;400;-68,19;-16,52;Calle 4;sí\r\nPosta 9;posta;900;;;;\r\n';
    const expected = [
      { title: 'Olla Ñuñoa', kind: 'kitchen', peopleServed: 400, location: 'lon -68.19 lat -16.52; Calle 4' },
      { title: 'Posta 9', kind: 'clinic', peopleServed: 900 },
    ];
    assert.deepEqual(inputs(read('sites', text)), expected);
    assert.deepEqual(
      inputs(
        read(
          'sites',
          Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
        ),
      ),
      expected,
    );
  });

  test('names of sites and items are found as people write them; a closed site and a site that is no depot are not', () => {
    const table = 'site,item,quantity,until\nposta del DISTRITO 8,gas de 10 kg,60,2026-06-05\n';
    assert.deepEqual(inputs(read('needs', table)), [{ site: 7, item: 3, quantity: 60, until: '2026-06-05T23:59:59Z' }]);
    const wrong = 'site,item,quantity,until\nOlla vieja,GLP10,60,2026-06-05\nPosta,AGUA,-1,2026-02-31\n';
    assert.deepEqual(whereAndWhat(read('needs', wrong)), [
      [2, 1, 'site', 'no-such-site'],
      [3, 1, 'site', 'no-such-site'],
      [3, 7, 'item', 'no-such-item'],
      [3, 12, 'quantity', 'not-an-amount'],
      [3, 15, 'until', 'not-a-time'],
    ]);
    const lots = 'depot,item,quantity,from\nPosta del distrito 8,GLP10,100,YPFB\n';
    assert.deepEqual(whereAndWhat(read('lots', lots)), [[2, 1, 'site', 'not-a-depot']]);
  });

  test('what is in the registers already is shown and not sent again; a row that stands twice is an error', () => {
    const file = read('sites', 'title,kind,people\nPosta del distrito 8,clinic,900\nPosta 9,clinic,900\n');
    assert.deepEqual(file.ok && file.rows.map(({ known }) => known), [true, false]);
    const twice = read('sites', 'title,kind,people\nPosta 9,clinic,900\nPosta 9,clinic,901\n');
    assert.deepEqual(whereAndWhat(twice), [[3, 1, 'title', 'twice']]);
  });

  test('points of a map bring their properties; lists, other geometries and a page are said to be wrong, with their place', () => {
    const map = `{"type":"FeatureCollection","features":[
      {"type":"Feature","id":"9330","geometry":{"type":"Point","coordinates":[-68.16,-16.5]},
       "properties":{"confirmed":true,"since":"2026-06-02T12:00:00-04:00","tags":["a"],"source":"radio"}}]}`;
    assert.deepEqual(inputs(read('closures', map)), [
      { title: '9330', confirmed: true, from: '2026-06-02T16:00:00Z', place: 'lon -68.16 lat -16.5' },
    ]);
    const line = map.replace('"Point"', '"LineString"');
    const [flaw] = flaws(read('closures', line));
    assert.deepEqual([flaw?.line, typeof flaw?.what], [2, 'object']);
    assert.equal(flaws(read('closures', '<html><body>Sign in</body></html>'))[0]?.what, 'empty');
    const astray = map.replace('-16.5]', '-160.5]');
    assert.deepEqual(whereAndWhat(read('closures', astray)), [[2, 86, 'lat', 'not-degrees']]);
  });

  test('hostile files are refused: formulas, controls, zeros, endless rows, unknown columns, half a position', () => {
    const sites = (row: string): string => `title,kind,people,lon,lat\n${row}\n`;
    assert.deepEqual(whereAndWhat(read('sites', sites('=HYPERLINK(1),clinic,1,,'))), [[2, 1, 'title', 'not-a-name']]);
    assert.deepEqual(whereAndWhat(read('sites', sites('Posta\u202e,clinic,1,,'))), [[2, 1, 'title', 'not-a-name']]);
    assert.deepEqual(whereAndWhat(read('sites', sites('Posta 9,clinic,1,-68.1,'))), [
      [2, 24, 'lat', 'half-a-position'],
    ]);
    assert.deepEqual(whereAndWhat(read('sites', sites('Posta 9,palace,99999999999,1,1'))), [
      [2, 9, 'kind', 'not-a-choice'],
      [2, 16, 'peopleServed', 'not-an-amount'],
    ]);
    assert.equal(typeof flaws(read('sites', new Uint8Array([0x50, 0, 0x4b, 3])))[0]?.what, 'object');
    assert.deepEqual(whereAndWhat(read('sites', 'title,kind,people,votes\nPosta,clinic,1,9\n')), [
      [1, 19, null, 'unknown-column'],
    ]);
    assert.deepEqual(whereAndWhat(read('sites', 'title,kind\nPosta,clinic\n')), [
      [1, 1, 'peopleServed', 'column-missing'],
    ]);
    const many = Array.from({ length: 2_001 }, (_, i) => `Posta ${i},clinic,1`).join('\n');
    assert.equal(flaws(read('sites', `title,kind,people\n${many}\n`))[0]?.what, 'too-many');
    assert.equal(flaws(read('sites', new Uint8Array(2_000_001).fill(0x61)))[0]?.what, 'too-large');
    assert.equal(flaws(read('sites', ''))[0]?.what, 'empty');
  });

  test('a place beside the book is read back as it was written', () => {
    for (const at of [
      [-68.16, -16.5],
      [0, 0],
      [180, -90],
      [-0.000001, 12.345678],
    ] as const)
      for (const words of ['', 'Calle 4; portón azul'])
        assert.deepEqual(
          positionIn(placeText([at], words) ?? null)?.map((one) => one + 0),
          at.map((one) => one + 0),
        );
    const piece = [
      [-68.2, -16.55],
      [-68.19, -16.55],
    ] as const;
    assert.deepEqual(positionsIn(placeText(piece, 'Puente; sur') ?? null), piece);
    assert.deepEqual([positionIn('Calle 4'), placeText([], ' ')], [null, undefined]);
  });
});

test('given a file of which half has arrived, when it is brought again, then every row has the key that it had before', async () => {
  const seen = new Map<string, number>();
  let left = 2;
  const session = {
    ask: async (_path: string, { key = '' }: { readonly key?: string }) => {
      if (left === 0) return { kind: 'unreachable' };
      left -= 1;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return { kind: 'ok', value: { acts: [], answer: {} } };
    },
  } as Parameters<typeof sendRows>[0];
  const rows = [2, 3, 4].map((line) => ({ line, input: { line }, known: false }));
  const file = { command: 'RegisterSite', bytes: bytesOf('a file'), rows };
  const told: number[] = [];
  const once = await sendRows(
    session,
    file,
    (sent) => told.push(sent),
    async () => undefined,
  );
  assert.deepEqual([once.cut, told, seen.size], [true, [1, 2], 2]);
  left = 3;
  const again = await sendRows(
    session,
    file,
    (sent) => told.push(sent),
    async () => undefined,
  );
  assert.deepEqual([again.cut, [...seen.values()]], [false, [2, 2, 1]]);
  const other = await sendRows(
    session,
    { ...file, bytes: bytesOf('another') },
    () => undefined,
    async () => undefined,
  );
  assert.equal(other.cut, true);
  assert.equal(seen.size, 3);
});
