// Members' cards on paper: what `npm start` leaves beside its node for whoever prints it.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { writeCardSheet } from '../../cli/src/demo/card-sheet.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { faultsOn, sidewaysOn } from './everyone.ts';

const { browser } = await inChromium();

const words = {
  es: 'abrigo camino huerta luna maíz puente viento',
  en: 'apple bridge candle forest maize river window',
};

test('cards are two beside each other on A4, none is cut in two; axe finds nothing, on paper and on a phone', {
  skip: browserMissing,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cabildo-cards-'));
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  try {
    const halls = Array.from({ length: 9 }, (_, hall) => ({
      body: `junta-${hall}`,
      title: `Junta vecinal Villa Ingenio, zona ${hall}`,
      readers: [{ code: `KXQM-7P3R-T0AB-CD${hall}X`, words }],
    }));
    const path = join(folder, 'cards.html');
    await writeCardSheet(path, 'https://sala.example.org', { halls } as never);
    await page.goto(pathToFileURL(path).href);
    assert.deepEqual(await faultsOn(page), []);
    assert.equal(await sidewaysOn(page), 0);
    await page.emulateMedia({ media: 'print' });
    // A4 without its margins of 12 mm, at 96 pixels an inch.
    await page.setViewportSize({ width: 703, height: 1030 });
    assert.deepEqual(await faultsOn(page), []);
    const boxes = await page.locator('section').evaluateAll((cards) =>
      cards.map((card) => ({
        x: Math.round(card.getBoundingClientRect().x),
        split: getComputedStyle(card).breakInside,
      })),
    );
    assert.equal(new Set(boxes.map(({ x }) => x)).size, 2);
    assert.ok(boxes.every(({ split }) => split === 'avoid'));
    if (process.env.CARD_PICTURES !== undefined)
      await page.screenshot({ path: `${process.env.CARD_PICTURES}/cards.png`, fullPage: true });
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
});
