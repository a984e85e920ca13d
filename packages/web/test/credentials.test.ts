// An assembly of delegates at its desk: credentials are checked seat by seat, and a recall is shown, in Chromium against a node.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableGet } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { everybody } from './everyone.ts';
import { withPhone } from './hall.ts';
import { type Assembly, withAssembly } from './sitting/assembly.ts';

const { browser, client } = await inChromium();
const wide = { viewport: { width: 1440, height: 900 } };

async function toDesk({ url, body, sitting, card }: Assembly, page: Page): Promise<void> {
  await page.goto(`${url}/phone/desk/${body.name}/${sitting}#body=${body.name}&card=${card}`);
  await page.locator('.now .action').waitFor();
}

/** Of what is shown there, for whoever wants to look at it: `DESK_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.DESK_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/desk-${name}.png`, fullPage: true });
}

const seatsOf = async ({ node, body, bases }: Assembly) => {
  const { state } = (await node.book(body.origin)) ?? assert.fail();
  return bases.map(({ origin }) => tableGet(state.seats, `${origin}#1`));
};

describe('credentials and recalls at the desk in Chromium', { skip: browserMissing }, () => {
  test('what comes first in an assembly is its credentials: one seat after the other, until enough sit', async () => {
    await withAssembly(
      client.folder,
      async (assembly) => {
        await withPhone(
          browser,
          async ({ page }) => {
            await toDesk(assembly, page);
            await page.locator('.now').getByRole('button', { name: 'Acreditar un puesto' }).click();
            const form = page.locator('.now form');
            await form.getByText('Por acreditar: 3').waitFor();
            await picture(page, 'credentials');
            const { look, faults } = everybody();
            await look('desk: credentials', page);
            assert.deepEqual(faults, []);
            const seat = form.getByRole('combobox', { name: 'Puesto' });
            await seat.selectOption({ label: 'ballivian · Puesto 1' });
            await form.locator('button[type="submit"]').click();
            // One seat is this assembly’s quorum: the opening is what comes next, and credentials go on beside it.
            await page.locator('.now').getByRole('button', { name: 'Abrir en primera convocatoria' }).waitFor();
            const rest = page.locator('.before');
            await rest.getByRole('button', { name: 'Acreditar un puesto' }).click();
            await rest.getByText('Por acreditar: 2').waitFor();
            assert.deepEqual(
              await rest.getByRole('combobox', { name: 'Puesto' }).locator('option').allTextContents(),
              ['alto-lima · Puesto 1', 'rio-seco · Puesto 1'],
              'whoever sits is not asked for again',
            );
            for (const left of [1, 0]) {
              await rest.locator('form button[type="submit"]').click();
              await rest.getByText(`Por acreditar: ${left}`).waitFor();
            }
            await picture(page, 'credentials-done');
          },
          wide,
        );
        assert.deepEqual(
          (await seatsOf(assembly)).map((seat) => seat?.sitting === assembly.sitting && !seat.vacant),
          [true, true, true],
        );
      },
      { seated: false },
    );
  });

  test('a recall is presented at the desk: without proof it is refused in words, with it the alternate sits', async () => {
    await withAssembly(client.folder, async (assembly) => {
      const { node, body, sitting, bases } = assembly;
      await done(node, body, 'OpenSitting', { sitting, call: 'first' });
      const [lima] = bases;
      assert.ok(lima !== undefined);
      const [before] = await seatsOf(assembly);
      await withPhone(browser, async ({ page }) => {
        await toDesk(assembly, page);
        const other = page.locator('.other');
        await other.getByText('Curso de la sesión').click();
        await other.getByRole('button', { name: 'Presentar una revocatoria' }).click();
        await other.getByText('El libro de su base lo prueba.').waitFor();
        const { look, faults } = everybody();
        await look('desk: a recall', page);
        assert.deepEqual(faults, []);
        const seat = other.getByRole('combobox', { name: 'Puesto' });
        await seat.selectOption({ label: 'alto-lima · Puesto 1' });
        const present = other.locator('form button[type="submit"]');
        await present.click();
        await other.locator('.refusal').waitFor();
        await picture(page, 'recall-refused');
        await assembly.recall(lima);
        await present.click();
        await other.locator('form').waitFor({ state: 'detached' });
      });
      const [after] = await seatsOf(assembly);
      assert.equal(after?.vacant, false);
      assert.equal(after?.holder, before?.alternate, 'the alternate sits in the same seat');
    });
  });
});
