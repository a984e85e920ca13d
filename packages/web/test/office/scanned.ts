import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { readCodes, shapes } from '../../src/scan/read-picture.ts';

/** What a camera reads on that card as it is shown: tried in the same shapes as on a phone. */
export async function scanned(card: Locator): Promise<string> {
  const shot = (await card.screenshot()).toString('base64');
  for (const shape of shapes) {
    const { pixels, width, height } = await card.page().evaluate(
      async ([picture, [wide, high]]) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const [width, height] = [Math.round(bitmap.width * wide), Math.round(bitmap.height * high)];
        const pencil = new OffscreenCanvas(width, height).getContext('2d');
        pencil?.drawImage(bitmap, 0, 0, width, height);
        const { data } = pencil?.getImageData(0, 0, width, height) ?? { data: [] };
        return { pixels: [...data], width, height };
      },
      [shot, shape] as const,
    );
    const [code] = readCodes({ data: Uint8ClampedArray.from(pixels), width, height });
    if (code !== undefined) return code;
  }
  return assert.fail('the code is not read');
}
