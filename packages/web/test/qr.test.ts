// Codes as the client reads them, and those that a library writes for it, held against another library.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { readQr } from '../src/qr/find-qr.ts';
import { qrRows } from '../src/qr/qr-rows.ts';

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
  'tilted and slanting, half in the shade': { step: 5, turned: -0.4, tilted: 0.15, shade: 0.6 },
  'stained a little': { step: 5, spoilt: 60 },
};

for (const [how, camera] of Object.entries(held))
  test(`a code is read: ${how}`, () => {
    for (const text of [CARD, DOOR, KEY])
      for (const ecc of ['medium', 'quartile'] as const)
        assert.equal(readQr(seen(encodeQR(text, 'raw', { ecc, border: 3 }), camera)), text);
  });

test('digits, capitals and every level are read as the library writes them', () => {
  for (const text of ['0123456789012', 'CABILDO 2026/11', 'Señora Ñusta: ¡sí!', textOf(300)])
    for (const ecc of ['low', 'medium', 'quartile', 'high'] as const)
      assert.equal(readQr(seen(encodeQR(text, 'raw', { ecc, border: 3 }), { step: text.length > 200 ? 3 : 5 })), text);
});

test('what the client writes the library reads, and the client itself', () => {
  for (const text of [CARD, DOOR, KEY, textOf(200)]) {
    const picture = seen(qrRows(text, 3), { step: 5 });
    assert.equal(decodeQR(picture), text);
    assert.equal(readQr(picture), text);
  }
});

test('where there is no code, or too much of it is spoilt, nothing is read', () => {
  assert.equal(readQr(seen([], { step: 5 })), null);
  assert.equal(readQr({ data: new Uint8ClampedArray(4 * 64 * 64), width: 64, height: 64 }), null);
  assert.equal(readQr(seen(encodeQR(CARD, 'raw', { ecc: 'low', border: 3 }), { step: 5, spoilt: 3 })), null);
});
