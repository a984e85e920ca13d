// The queue at the neighbourhood in a real browser: a card once, on two phones of which neither hears the other for a while.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableEntries } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { type Everybody, everybody } from '../everyone.ts';
import { type PhoneInHand, withPhones } from '../hall.ts';
import { scanned } from '../office/scanned.ts';
import { type Committee, picture, withCommittee } from './committee.ts';

const { browser, client } = await inChromium();

async function openQueue(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Fila del barrio' }).click();
  await page.getByRole('heading', { name: 'Fila del barrio', level: 1 }).waitFor();
}

/** Issues so many cards and answers with the codes on the sheet, the first at no. 1. */
async function printed(page: Page, count: number): Promise<readonly string[]> {
  await page.getByLabel('Cuántos hogares hay').fill(String(count));
  await page.getByLabel('Cuántas tarjetas imprimir ahora').fill(String(count));
  await page.getByRole('button', { name: 'Hacer las tarjetas' }).click();
  await page.getByRole('heading', { name: `${count} tarjetas para imprimir` }).waitFor();
  const codes = await page.locator('.household-cards code').allInnerTexts();
  assert.equal(codes.length, count);
  const [first = ''] = codes;
  assert.equal(await scanned(page.locator('.household-cards .qr').first()), `CABILDOF1 ${first.replaceAll(' ', '')}`);
  return codes;
}

async function drawn({ passes }: Committee, page: Page): Promise<void> {
  await page.getByText('Anunciar una fila').click();
  await page.getByLabel('Qué se reparte, y cuánto por tarjeta').fill('Garrafa de 10 kg, una por hogar');
  await page.getByLabel('Para cuántas alcanza').fill('4');
  await page.getByLabel('De dónde saldrá la semilla del sorteo').fill('Tres dados');
  await page.getByRole('button', { name: 'Anunciar', exact: true }).click();
  await page.getByRole('heading', { name: 'Sortear el orden' }).waitFor();
  passes(11 * 60_000);
  await page.getByLabel('Lo que salió').fill('4 2 6');
  await page.getByRole('button', { name: 'Sortear', exact: true }).click();
  await page.getByRole('button', { name: 'Llamar a la siguiente' }).waitFor();
}

async function serve(page: Page, code: string, says: string): Promise<void> {
  await page.getByLabel('O escriba el código de la tarjeta').fill(code);
  await page.getByRole('button', { name: 'Comprobar y atender' }).click();
  await page.locator('[data-answer]').getByText(says).waitFor();
}

/** The node has taken it, and the page is closed before it has heard so. */
async function closedAmidServing(page: Page, code: string, look: Everybody['look']): Promise<void> {
  const taken = new Promise<void>((resolve) => {
    void page.route('**/commands/ServePortion', async (route) => {
      await route.fetch();
      resolve();
    });
  });
  await page.getByLabel('O escriba el código de la tarjeta').fill(code);
  await page.getByRole('button', { name: 'Comprobar y atender' }).click();
  await taken;
  await page.reload();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.getByText('Tarjeta n.º 4: la página se cerró mientras se atendía. Quedó anotado').waitFor();
  await look('queue: closed amid serving', page);
  await picture(page, 'queue-begun');
  await serve(page, code, 'este teléfono ya había empezado a atenderla, y quedó anotado');
  await serve(page, code, 'la n.º 4 la atendió este teléfono');
}

/** Each card has its table, the same on every phone. */
async function sharedOut(page: Page, code: string): Promise<void> {
  await page.getByText('Varias mesas sin red').click();
  await page.getByLabel('Cuántas mesas atienden').selectOption('2');
  const place = page.locator('.order li', { hasText: 'Tarjeta n.º 5' }).filter({ hasText: /Mesa \d/ });
  const table = /Mesa (\d)/.exec((await place.textContent()) ?? '')?.[1] ?? '';
  await page.getByLabel('Qué mesa es este teléfono').selectOption(table === '1' ? '2' : '1');
  await picture(page, 'queue-tables');
  await serve(page, code, `Mesa ${table}: esa tarjeta se atiende allá.`);
  await page.getByLabel('Cuántas mesas atienden').selectOption('1');
}

/** The codes are kept, and have no number before the book has given one. */
async function issuedOffline({ page, context }: PhoneInHand): Promise<void> {
  await context.setOffline(true);
  await page.getByLabel('Cuántos hogares hay').fill('6');
  await page.getByLabel('Cuántas tarjetas imprimir ahora').fill('1');
  await page.getByRole('button', { name: 'Hacer las tarjetas' }).click();
  await page.getByText('1 tarjetas esperan su número').waitFor();
  assert.equal(await page.locator('.household-cards li').count(), 0);
  await context.setOffline(false);
  await page.locator('.household-cards li', { hasText: 'Tarjeta n.º 6' }).waitFor();
}

const already = 'Con esa tarjeta ya se entregó en esta fila';

describe('the queue at the neighbourhood, in Chromium', { skip: browserMissing }, () => {
  test('cards without names, an order by lot; a card is served once, and twice on two phones without a network counts once and accuses nobody', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { node, body, url, officer, card } = committee;
      await withPhones(browser, async (another) => {
        const [table, helper] = [await another({ timezoneId: 'America/La_Paz' }), await another()];
        const { look, faults } = everybody();
        await officer(table.page);
        await openQueue(table.page);
        const codes = await printed(table.page, 5);
        await look('queue: cards', table.page);
        await picture(table.page, 'queue-cards');
        await table.page.emulateMedia({ media: 'print' });
        await picture(table.page, 'queue-cards-on-paper');
        assert.equal(await table.page.getByText('Anunciar una fila').isVisible(), false);
        assert.equal(await table.page.locator('.household-cards li:visible').count(), 5);
        await table.page.emulateMedia({ media: 'screen' });
        await table.page.getByRole('button', { name: 'Ya están impresas' }).click();
        await table.page.getByRole('button', { name: 'Sí', exact: true }).click();
        await drawn(committee, table.page);
        const { code } = await card();
        await helper.page.goto(`${url}/supply#body=${body.name}&card=${code}`);
        await helper.page.getByRole('heading', { name: 'Abastecimiento', level: 1 }).waitFor();
        await openQueue(helper.page);
        await table.page.getByRole('button', { name: 'Llamar a la siguiente' }).click();
        await table.page.getByText('Pasa la tarjeta n.º').waitFor();
        await table.page.getByRole('button', { name: 'No está: se llama otra vez al final' }).click();
        await table.page.getByText('Se llaman otra vez').waitFor();
        const [first = '', second = '', third = '', fourth = '', fifth = ''] = codes;
        await serve(table.page, first, 'Tarjeta n.º 1: entregue. Quedó anotado.');
        await serve(helper.page, first, already);
        await look('queue', table.page);
        await picture(table.page, 'queue');
        for (const { context } of [table, helper]) await context.setOffline(true);
        for (const { page } of [table, helper]) await serve(page, second, 'quedó anotado en este teléfono');
        await serve(helper.page, second, already);
        for (const { context } of [table, helper]) await context.setOffline(false);
        await table.page.getByText('1 con dos entregas anotadas').waitFor();
        for (const { page } of [table, helper])
          await page.getByText('Entregadas por este teléfono y por otro: 2.').waitFor();
        await serve(table.page, second, 'está anotado lo de este teléfono y lo de otro');
        await closedAmidServing(table.page, fourth, look);
        await sharedOut(table.page, fifth);
        await serve(table.page, third, 'Tarjeta n.º 3: entregue');
        await table.page.getByRole('button', { name: 'No se entregó: retirar' }).click();
        await table.page.getByText('Se retiró').waitFor();
        await table.page.getByText('Un reclamo, aquí mismo').click();
        await table.page.getByRole('button', { name: 'Anotar el reclamo' }).click();
        await table.page.getByRole('button', { name: 'Se corrigió aquí' }).click();
        await table.page.getByText('el turno: Se corrigió aquí').waitFor();
        await table.page.getByText('Atendidas: 3 de 5').waitFor();
        await table.page.getByText('Cerrar la fila').click();
        await table.page.getByLabel('No vinieron').fill('2');
        await table.page.getByRole('button', { name: 'Cerrar', exact: true }).click();
        await table.page.getByText('Cerrada con 3 atendidas.').waitFor();
        await look('queue: closed', table.page);
        await picture(table.page, 'queue-closed');
        const { queues } = (await node.book(body.name))!.state;
        const [one] = tableEntries(queues.queues).map(([, { served, disputed, portionsOut }]) => [
          served,
          disputed,
          portionsOut,
        ]);
        assert.deepEqual(one, [3, 1, 4]);
        await issuedOffline(table);
        assert.deepEqual(faults, []);
      });
    });
  });
});
