import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { readCodes } from '../../src/scan/read-picture.ts';

/** What a camera reads on that card as it is shown. */
export async function scanned(card: Locator): Promise<string> {
  const shot = await card.screenshot();
  const { pixels, width, height } = await card.page().evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pencil = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pencil?.drawImage(bitmap, 0, 0);
    const { data } = pencil?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { pixels: [...data], width: bitmap.width, height: bitmap.height };
  }, shot.toString('base64'));
  return readCodes({ data: Uint8ClampedArray.from(pixels), width, height })[0] ?? assert.fail('the code is not read');
}
