// Every screen of the client and every kind of public page, for everybody (WCAG 2.2 AA): both languages, light and dark,
// ordinary text and text at twice the size, keyboard and thumb.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser } from './browser.ts';
import { type BuiltClient, buildClient } from './client.ts';
import { faultsOn, keyboardFaultsOn, sidewaysOn, targetsBelow, withTextTwiceAsLarge } from './everyone.ts';
import { walkScreens } from './walk.ts';

const THUMB = 48;

describe('every screen is for everybody', { skip: browserMissing, concurrency: 2 }, () => {
  let browser: Browser;
  let client: BuiltClient;

  before(async () => {
    [browser, client] = await Promise.all([openBrowser(), buildClient()]);
  });

  after(async () => {
    await browser?.close();
    await client?.remove();
  });

  // Each language meets light and dark, and both sizes, between them.
  for (const { locale, large } of [
    { locale: 'es-BO', large: 'dark' },
    { locale: 'en-GB', large: 'light' },
  ] as const) {
    test(`${locale}: axe finds nothing, nothing is cut off, every target is large enough and reached by the keyboard`, async () => {
      const faults: string[] = [];
      const seen = new Set<string>();
      await walkScreens({ browser, client, locale }, async (name, page, kind) => {
        seen.add(name);
        const look = async (colorScheme: 'light' | 'dark'): Promise<void> => {
          await page.emulateMedia({ colorScheme });
          const add = (list: readonly string[]): void => {
            faults.push(...list.map((fault) => `${name} (${colorScheme}): ${fault}`));
          };
          add(await faultsOn(page));
          if (kind === 'phone') {
            add(await cutOff(page));
            add(await targetsBelow(page, THUMB));
          }
        };
        await look(large === 'dark' ? 'light' : 'dark');
        await withTextTwiceAsLarge(page, () => look(large));
        await page.emulateMedia({ colorScheme: 'light' });
        faults.push(...(await keyboardFaultsOn(page)).map((fault) => `${name} (keyboard): ${fault}`));
      });
      assert.ok(seen.size >= 10, `only these were seen: ${[...seen].join(', ')}`);
      assert.deepEqual(faults, []);
    });
  }
});

async function cutOff(page: Page): Promise<readonly string[]> {
  const pixels = await sidewaysOn(page);
  return pixels > 0 ? [`${pixels} pixels are cut off at the side`] : [];
}
