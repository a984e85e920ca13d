// Codes as a library reads them for the client in the picture of a camera, and those that another writes for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import encodeQR from 'qr';
import { qrRows } from '../src/qr/qr-rows.ts';
import { readCodes, shapes } from '../src/scan/read-picture.ts';

const readPicture = (picture: Parameters<typeof readCodes>[0]): string | null => readCodes(picture)[0] ?? null;

type Rows = readonly (readonly boolean[])[];

const CARD = 'https://el-alto.example/phone#body=junta-16-de-julio&card=q8J3kf0s8d7fJ3kd0sJ3ksl20s9dkJwq1';
const DOOR = 'http://192.168.1.20:8080/phone#body=villa-ingenio&sitting=21&door=KXQM7P3R';
const KEY = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

const textOf = (length: number): string =>
  Array.from({ length }, (_, i) => 'abcdefghij/:#?=&-XYZ09éñ'[(i * 7 + length) % 24]).join('');

interface Held {
  /** Pixels a module. */
  readonly step: number;
  readonly turned?: number;
  /** How much nearer one side is than the other. */
  readonly tilted?: number;
  /** How much darker one side is. */
  readonly shade?: number;
  /** Of how many modules one is turned round. */
  readonly spoilt?: number;
}

/** What a camera sees of a code on a table with a pattern of its own. */
function seen(rows: Rows, { step, turned = 0, tilted = 0, shade = 0, spoilt = 0 }: Held) {
  const [width, height, side] = [480, 400, rows.length];
  const data = new Uint8ClampedArray(4 * width * height);
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [px, py] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
      const [u, v] = [cos * px + sin * py, cos * py - sin * px];
      const depth = 1 - (tilted * (u + v / 2)) / (side * step);
      const [mx, my] = [Math.floor(u / depth / step + side / 2), Math.floor(v / depth / step + side / 2)];
      const dark = rows[my]?.[mx];
      const wrong = spoilt > 0 && (mx * 31 + my * 17) % spoilt === 0 && mx > 12 && my > 12;
      const table = (Math.floor(px / 37) + Math.floor(py / 53)) % 5 === 0 ? 100 : 170;
      const light = dark === undefined ? table : dark !== wrong ? 40 : 215;
      data.fill(light * (1 + shade * (x / width - 0.5)), 4 * (y * width + x), 4 * (y * width + x) + 3);
      data[4 * (y * width + x) + 3] = 255;
    }
  return { data, width, height };
}

const held: Readonly<Record<string, Held>> = {
  straight: { step: 5 },
  small: { step: 3 },
  'upside down': { step: 4, turned: Math.PI },
  slanting: { step: 4.5, turned: 0.6 },
  'tilted away': { step: 4.5, tilted: 0.2 },
  'tilted and slanting, half in the shade': { step: 5, turned: -0.4, tilted: 0.2, shade: 0.6 },
  'stained a little': { step: 5, spoilt: 60 },
};

for (const [how, camera] of Object.entries(held))
  test(`a code is read: ${how}`, () => {
    for (const text of [CARD, DOOR, KEY])
      for (const ecc of ['medium', 'quartile'] as const)
        assert.equal(readPicture(seen(encodeQR(text, 'raw', { ecc, border: 3 }), camera)), text);
  });

test('whatever the slant of a hand that does not keep still, one frame in a second is read', () => {
  for (const text of [CARD, DOOR, KEY])
    for (const turned of [-0.4, 0, 0.3]) {
      const frames = [0, 0.03, 0.06, 0.1, 0.15, 0.2].map((tilted) => ({ step: 5, turned, tilted, shade: 0.3 }));
      const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 3 });
      const read = frames.map((camera) => readPicture(seen(rows, camera)));
      assert.ok(read.filter((one) => one === text).length >= 3, JSON.stringify(read));
      assert.ok(
        read.every((one) => one === text || one === null),
        'nothing else is ever read',
      );
    }
});

/** As a canvas draws a picture wider or higher than it is. */
function drawn({ data, width, height }: ReturnType<typeof seen>, [wider, higher]: readonly [number, number]) {
  const [w, h] = [Math.round(width * wider), Math.round(height * higher)];
  const light = (x: number, y: number): number =>
    data[4 * (Math.min(y, height - 1) * width + Math.min(x, width - 1))] ?? 0;
  const made = new Uint8ClampedArray(4 * w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [fx, fy] = [Math.max(0, (x + 0.5) / wider - 0.5), Math.max(0, (y + 0.5) / higher - 0.5)];
      const [left, top] = [Math.floor(fx), Math.floor(fy)];
      const mixed = (at: number): number => light(left, at) * (1 - fx + left) + light(left + 1, at) * (fx - left);
      made.fill(mixed(top) * (1 - fy + top) + mixed(top + 1) * (fy - top), 4 * (y * w + x), 4 * (y * w + x) + 3);
      made[4 * (y * w + x) + 3] = 255;
    }
  return { data: made, width: w, height: h };
}

test('held still at a slight slant, a code is read twice as often as where every frame is drawn alike', () => {
  let [alike, oneAfterTheOther] = [0, 0];
  for (const text of [CARD, DOOR])
    for (const turned of [-0.4, 0])
      for (const tilted of [0.08, 0.12]) {
        const picture = seen(encodeQR(text, 'raw', { ecc: 'medium', border: 3 }), {
          step: 5,
          turned,
          tilted,
          shade: 0.3,
        });
        const read = shapes.map((shape) => readPicture(drawn(picture, shape)) === text);
        if (read[0]) alike++;
        if (read.includes(true)) oneAfterTheOther++;
      }
  assert.ok(oneAfterTheOther >= 2 * alike, `${oneAfterTheOther} of 8 instead of ${alike}`);
});

test('digits, capitals and every level are read as the library writes them', () => {
  for (const text of ['0123456789012', 'CABILDO 2026/11', 'Señora Ñusta: ¡sí!', textOf(300)])
    for (const ecc of ['low', 'medium', 'quartile', 'high'] as const)
      assert.equal(
        readPicture(seen(encodeQR(text, 'raw', { ecc, border: 3 }), { step: text.length > 200 ? 3 : 5 })),
        text,
      );
});

test('what one library writes for the client another reads for it', () => {
  for (const text of [CARD, DOOR, KEY, textOf(200)]) {
    const picture = seen(qrRows(text, 3), { step: 5 });
    assert.equal(readPicture(picture), text);
  }
});

/** One beside or below the other, as on a sheet of cards, on a square of paper. */
function sheet(codes: readonly Rows[], across: boolean): Rows {
  const side = codes.reduce((sum, rows) => sum + rows.length, 0);
  const paper = Array.from({ length: side }, () => new Array<boolean>(side).fill(false));
  let from = 0;
  for (const rows of codes) {
    for (const [y, row] of rows.entries())
      for (const [x, dark] of row.entries()) if (dark) paper[across ? y : y + from]![across ? x + from : x] = true;
    from += rows.length;
  }
  return paper;
}

test('of two codes in one picture both are told, so that nobody is taken for the neighbour on the sheet', () => {
  const drawnAs = (text: string): Rows => encodeQR(text, 'raw', { ecc: 'medium', border: 3 });
  const [card, door] = [drawnAs(CARD), drawnAs(DOOR)];
  for (const across of [true, false])
    for (const turned of [0, Math.PI]) {
      const read = readCodes(seen(sheet([card, door], across), { step: 4, turned }));
      assert.deepEqual([...read].sort(), [CARD, DOOR].sort(), `${across} ${turned}`);
    }
  assert.deepEqual(readCodes(seen(card, { step: 4 })), [CARD]);
  assert.deepEqual(readCodes(seen(sheet([card, card], true), { step: 4 })), [CARD, CARD]);
  assert.deepEqual(readCodes(seen([], { step: 5 })), []);
});

test('a picture that is no picture, or larger than any camera makes, is read as nothing', () => {
  const picture = (width: number, height: number, bytes = 4 * width * height) =>
    readCodes({ data: new Uint8ClampedArray(bytes), width, height });
  for (const [width, height, bytes] of [
    [0, 0],
    [1, 1],
    [640, 480, 12],
    [200_000, 1],
    [1, 200_000],
    [-1, 4, 16],
  ])
    assert.deepEqual(picture(width ?? 0, height ?? 0, bytes), [], `${width} × ${height}`);
});

test('where there is no code, or too much of it is spoilt, nothing is read', () => {
  assert.equal(readPicture(seen([], { step: 5 })), null);
  assert.equal(readPicture({ data: new Uint8ClampedArray(4 * 64 * 64), width: 64, height: 64 }), null);
  assert.equal(readPicture(seen(encodeQR(CARD, 'raw', { ecc: 'low', border: 3 }), { step: 5, spoilt: 3 })), null);
});
