// Phone, office and supply speak a language that was added while the node runs: what it says, the rest in Spanish, and aloud.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { speaks, voiced } from '../../server/test/app/added-language.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { faultsOn, sidewaysOn, targetsBelow } from './everyone.ts';
import { comeIn, withPhone, workerReady } from './hall.ts';
import { picture, withCommittee } from './supply/committee.ts';

const { browser, client } = await inChromium();

/** A second of one tone, as a browser decodes it without any codec. */
function tone(): Buffer {
  const rate = 8_000;
  const head = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x02\0\x10\0data\0\0\0\0',
    'latin1',
  );
  const sound = Buffer.alloc(rate * 2);
  for (let at = 0; at < rate; at++) sound.writeInt16LE(Math.round(8_000 * Math.sin(at / 3)), at * 2);
  head.writeUInt32LE(36 + sound.length, 4);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}

const sizes = [
  [768, 1024],
  [1440, 900],
  [360, 740],
] as const;

/** Counts what is played; a page has no other way to say it. */
const countSounds = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const counted = globalThis as unknown as { sounds: number };
    counted.sounds = 0;
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when: []) {
      counted.sounds += 1;
      start.apply(this, when);
    };
  });

const sounds = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { sounds: number }).sounds);

/** In which language a screen reader reads it. */
const spoken = (text: Locator): Promise<string> =>
  text.first().evaluate((element) => element.closest('[lang]')?.getAttribute('lang') ?? '');

async function isForEverybody(page: Page): Promise<void> {
  assert.deepEqual(await faultsOn(page), []);
  assert.deepEqual(await targetsBelow(page, 48), []);
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    assert.equal(await sidewaysOn(page), 0);
  }
}

describe('a language that was added, in Chromium', { skip: browserMissing }, () => {
  test('is chosen on a phone, laid over Spanish, said aloud where somebody recorded it, and stays when the node cannot be reached', async () => {
    await withCommittee(client.folder, async (hall) => {
      await speaks(hall.node, {
        'Se vota ahora': 'Zo zirga <img src=x onerror=alert(1)>',
        Sí: 'Zi',
        'Usted tocó: {choice}': '{choice} nu zo',
        Oficina: 'Zorga',
        Abastecimiento: 'Zirabas',
        '{days} días': 'zo {days} zu',
      });
      await voiced(hall.node, 'Se vota ahora', tone());
      const card = await hall.newCard((hall.body.founder as { readonly member: string }).member);
      await withPhone(browser, async (phone) => {
        const { page, context, asked, on } = phone;
        await countSounds(context);
        await comeIn(phone, hall, card);
        await page.getByLabel('Idioma').selectOption({ label: 'Zirgal' });
        await hall.openSitting();
        await hall.openVote('Gas a hospitales');
        await on('vote');
        await page.getByText('Zo zirga <img src=x onerror=alert(1)>').waitFor();
        assert.equal(await page.locator('main img').count(), 0, 'markup is text');
        assert.equal(await page.locator('html').getAttribute('lang'), 'qaa');
        await page.locator('button:has([lang="es"]), button[lang="es"]').filter({ hasText: 'Me abstengo' }).waitFor();
        assert.equal(await spoken(page.getByText('Zi', { exact: true })), 'qaa');
        assert.equal(await spoken(page.getByText(/^Zo zirga/)), 'qaa');
        await isForEverybody(page);
        await picture(page, 'vote');

        await page.getByRole('button', { name: 'Escuchar' }).click();
        await page.getByText('Una parte no tiene voz en esta lengua').waitFor();
        assert.equal(await sounds(page), 1, 'the one text that somebody has read aloud');
        assert.ok(asked.some((path) => path.endsWith('/api/languages/qaa/heard')));

        await page.getByRole('button', { name: 'Zi', exact: true }).click();
        await page.getByText('Zi nu zo').waitFor();
        await workerReady(page);
        await context.setOffline(true);
        await page.reload();
        await page.getByText('Zi nu zo').waitFor();
        await page.getByLabel('Idioma').selectOption({ label: 'Español' });
        await page.getByText('Usted tocó: Sí').waitFor();
        await page.locator('main [lang="es"]').waitFor({ state: 'detached' });
        await page.getByLabel('Idioma').selectOption({ label: 'Zirgal' });
        await page.getByText('Zi nu zo').waitFor();

        await context.setOffline(false);
        await page.goto(`${hall.url}/office`);
        await page.getByRole('heading', { name: 'Zorga', level: 1 }).waitFor();
        assert.equal(await page.locator('html').getAttribute('lang'), 'qaa');
        await isForEverybody(page);
        await picture(page, 'office');

        await page.goto(`${hall.url}/supply`);
        await page.getByRole('heading', { name: 'Zirabas', level: 1 }).waitFor();
        await page.getByRole('link', { name: 'Tablero' }).click();
        // A hundred, and six a day are asked for.
        await page.getByText('zo 16 zu').first().waitFor();
        await page.getByText('Hay para lo que falta').waitFor();
        await isForEverybody(page);
        await picture(page, 'supply');
      });
    });
  });
});
