// A square too large to count: a range with its method from the desk to the wall, and what it acclaims, in Chromium against a node.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableGet } from '@cabildo/core';
import { done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { everybody } from './everyone.ts';
import { withPhone } from './hall.ts';
import { inOffice } from './pictures/studio.ts';
import { withAssembly } from './sitting/assembly.ts';

const { browser, client } = await inChromium();

describe('a square in Chromium', { skip: browserMissing }, () => {
  test('it is opened as a range with the way in which it was estimated, and everybody reads both', async () => {
    await withAssembly(client.folder, async ({ node, body, url, card }) => {
      await inOffice({ node, body }, body.founded.member);
      const called = { kind: 'cabildo', place: 'Plaza San Francisco', startsAt: node.now(), notice: [] };
      const sitting = (await done(node, body, 'ConveneSitting', called)).acts[0]!.index;
      const { look, faults } = everybody();
      await withPhone(browser, async ({ page }) => {
        await page.goto(`${url}/phone/desk/${body.name}/${sitting}#body=${body.name}&card=${card}`);
        const other = page.locator('.other');
        await other.getByText('Curso de la sesión').click();
        await other.getByRole('button', { name: 'Abrir como multitud, sin contar' }).click();
        await other.getByLabel('Al menos').fill('8000');
        await other.getByLabel('Como mucho').fill('11000');
        await other.getByLabel('Cómo se estimó').fill('por cuadras, cuatro personas por metro');
        await look('desk: a square', page);
        await other.locator('form button[type="submit"]').click();
        await page
          .locator('.quorum')
          .getByText(/8\D?000.*11\D?000/)
          .waitFor();
        await look('desk: a square that is open', page);
      });
      await withPhone(
        browser,
        async ({ page }) => {
          await page.goto(`${url}/phone/screen/${body.name}/${sitting}`);
          await page.waitForSelector('[data-stage="crowd"]');
          await page.getByText('por cuadras, cuatro personas por metro').waitFor();
          await look('wall: a square', page, 'wall');
        },
        { viewport: { width: 1440, height: 900 } },
      );
      assert.deepEqual(faults, []);
      const { state } = (await node.book(body.origin)) ?? assert.fail();
      const { crowd, present } = tableGet(state.sittings, sitting) ?? assert.fail();
      assert.deepEqual(
        [crowd?.atLeast, crowd?.atMost, crowd?.method, present],
        [8_000, 11_000, 'por cuadras, cuatro personas por metro', null],
      );
    });
  });
});
