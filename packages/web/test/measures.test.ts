// Where a measure is to stand: how a desk is asked for it, and who reads it on a phone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plusMinutes, tableValues } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { browserMissing } from './browser.ts';
import { withCalledHall } from './called-hall.ts';
import { inChromium } from './chromium.ts';
import { openDesk } from './desk-evening.ts';
import { everybody } from './everyone.ts';
import { withPhone } from './hall.ts';

const { browser, client } = await inChromium();
const place = 'Río Seco, surtidor';

/** Everything that the page keeps on the phone. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all: unknown[] = [{ ...localStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const open = await answer(indexedDB.open(name));
      for (const store of open.objectStoreNames)
        all.push(await answer(open.transaction(store).objectStore(store).getAll()));
      open.close();
    }
    return JSON.stringify(all);
  });

describe('where a measure stands, in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('a desk says who will read a place before it is written, and tables it once that is known', async () => {
    const publicity = { votes: 'totals', sensitive: 'coarsened', hoursLate: 72 } as const;
    await withCalledHall(client.folder, publicity, async ({ hall, sitting }) => {
      await withPhone(browser, async ({ page }) => {
        await openDesk(hall, page);
        await page.goto(`${hall.url}/phone/desk/${hall.body.name}/${sitting}`);
        await page
          .getByRole('button', { name: /Bloqueo/ })
          .first()
          .click();
        await page.locator('.tabling > .step > .action').first().click();
        const form = page.locator('.tabling form');
        await form.getByRole('combobox', { name: 'Qué hace si se aprueba' }).selectOption('measure');
        await form.getByText(/Lo leen los miembros/).waitFor();
        await form.getByText(/La lee cualquiera/).waitFor();
        await form.getByRole('textbox', { name: 'Qué', exact: true }).fill('Bloqueo');
        await form.getByRole('textbox', { name: 'Lugar exacto' }).fill(place);
        await form.getByRole('textbox', { name: 'Zona, a grandes rasgos' }).fill('Distrito 8');
        const submit = form.locator('button[type="submit"]:not([aria-disabled="true"])');
        await submit.click();
        await page.locator('.tabling .refusal', { hasText: 'no se puede retirar' }).waitFor();
        await form.getByRole('checkbox', { name: /^Lo sé: cualquiera leerá la zona/ }).check();
        const { look, faults } = everybody();
        await look('desk: where a measure stands', page);
        assert.deepEqual(faults, []);
        await submit.click();
        await page.getByRole('heading', { name: 'Bloqueo', level: 3 }).waitFor();
      });
      const book = await hall.node.book(hall.body.name);
      const [motion] = book === null ? [] : [...tableValues(book.state.motions)];
      assert.ok(motion?.proposal.kind === 'measure');
      const { from: _, ...proposal } = motion.proposal;
      assert.deepEqual(proposal, { kind: 'measure', what: 'Bloqueo', area: 'Distrito 8' });
      assert.deepEqual(motion.withheld, { hoursLate: 72 });
    });
  });

  test('a member reads on the phone where it stands; nobody else does, and nothing of it stays on the phone', async () => {
    const publicity = { votes: 'totals', sensitive: 'members' } as const;
    await withCalledHall(client.folder, publicity, async ({ hall, card, declare }) => {
      const { node, body, url } = hall;
      await declare({ kind: 'measure', what: 'Bloqueo', place, from: plusMinutes(node.now(), 90) });
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(card));
        await on('result');
        await page.getByRole('button', { name: 'Seguir' }).click();
        await on('hall');
        const shown = page.locator('section', { has: page.getByRole('heading', { name: 'Medidas' }) });
        await shown.getByText(place).waitFor();
        await shown.getByText('Por empezar').waitFor();
        await shown.getByText('El lugar exacto es sólo para los miembros.').waitFor();
        const { look, faults } = everybody();
        await look('phone: a measure', page);
        assert.deepEqual(faults, []);
        assert.doesNotMatch(await kept(page), /surtidor/);
        assert.match(await kept(page), new RegExp(body.name), 'what is kept was looked at');
      });
      const said = await (await fetch(`${url}/api/bodies/${body.name}/measures`)).text();
      assert.match(said, /"what":"Bloqueo"/);
      assert.doesNotMatch(said, /surtidor/);
    });
  });
});
