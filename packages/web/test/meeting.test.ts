// A meeting now, in a real browser: one phone, no account, no network after the first visit.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { LONGEST_FILE } from '../src/meeting/meeting-file.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { sidewaysOn } from './everyone.ts';
import { withHall, withPhone } from './hall.ts';

const shown = (page: Page, view: string): Promise<unknown> => page.waitForSelector(`[data-meeting="${view}"]`);

async function begin(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/phone/meeting`);
  await page.getByRole('button', { name: 'Empezar una reunión' }).click();
  await fillIn(page);
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Nombre de la asamblea').fill('Junta Río Seco');
  await page.getByLabel('Lugar').fill('la cancha');
  await page.getByLabel('Orden del día').fill('1. Agua\n2. Luz');
  await page.getByRole('button', { name: /^Empezar a las/ }).click();
  await shown(page, 'hall');
}

async function decideByHands(page: Page, text: string, [yes, no]: readonly [string, string]): Promise<void> {
  await page.getByRole('button', { name: 'Anotar una decisión' }).click();
  await page.getByLabel('Texto, como se leyó en voz alta').fill(text);
  await page.getByLabel('Sí', { exact: true }).fill(yes);
  await page.getByLabel('No', { exact: true }).fill(no);
  await page.getByRole('button', { name: 'Listo' }).click();
  await shown(page, 'hall');
}

const { browser, client } = await inChromium();

describe('a meeting now in Chromium', { skip: browserMissing, concurrency: 3 }, () => {
  test('from the name of the assembly to minutes that can be signed, and nothing leaves the phone', async () => {
    await withHall(client.folder, async ({ url }) => {
      await withPhone(browser, async ({ page, asked }) => {
        await begin(page, url);
        const before = asked.length;
        await page.getByRole('button', { name: 'Contar' }).click();
        await page.getByText('Contaron dos').click();
        await page.getByLabel('La primera contó').fill('84');
        await page.getByLabel('La segunda contó').fill('81');
        await page.getByText('No coinciden: cuenten otra vez, o queda el menor.').waitFor();
        await page.getByRole('button', { name: 'Listo' }).click();
        await page.getByText('81', { exact: true }).waitFor();
        await page.getByLabel('Lo que se dijo').fill('El tanque pierde agua.');
        await decideByHands(page, 'Arreglar el tanque', ['60', '9']);
        await page.getByRole('button', { name: 'Pasar a «Luz»' }).click();
        await page.getByRole('button', { name: 'Anotar una decisión' }).click();
        await page.getByLabel('Texto, como se leyó en voz alta').fill('Pedir un foco');
        await page.getByText('Por aclamación').click();
        for (const name of ['Lo pregunté', 'Lo pregunté otra vez (1 de 3)', 'Lo pregunté otra vez (2 de 3)'])
          await page.getByRole('button', { name, exact: true }).click();
        await page.getByText('Preguntado tres veces').waitFor();
        await page.getByRole('button', { name: 'Listo' }).click();
        await page.getByRole('button', { name: 'Terminar la reunión' }).click();
        await page.getByRole('button', { name: 'Sí', exact: true }).click();
        await shown(page, 'paper');
        const sheet = await page.locator('.sheet').innerText();
        for (const said of [
          /En la cancha, el .*, a las \d\d:\d\d\./,
          /84 y 81\. Vale el menor: 81/,
          /El tanque pierde agua\./,
          /a mano alzada: 60 sí, 9 no, 0 abstenciones\. Aprobada/,
          /por aclamación; se preguntó por objeciones a las/,
        ])
          assert.match(sheet, said);
        assert.equal(await page.locator('.to-sign-on li').count(), 6);
        const sent = asked.slice(before).filter((address) => address.includes('/api/'));
        assert.deepEqual(sent, [], 'the node was asked nothing and told nothing');
      });
    });
  });

  test('without a network from the first visit on; closed and opened again it is as it was', async () => {
    await withHall(client.folder, async ({ url }) => {
      await withPhone(browser, async ({ page, context }) => {
        await page.goto(`${url}/phone/meeting`);
        await page.evaluate('navigator.serviceWorker.ready');
        await context.setOffline(true);
        await begin(page, url);
        await decideByHands(page, 'Comprar una bomba', ['12', '12']);
        await page.getByText('No aprobada').waitFor();
        await page.reload();
        await page.getByText('Comprar una bomba').waitFor();
        const again = await context.newPage();
        await again.goto(`${url}/phone/meeting`);
        await again.getByRole('button', { name: /Junta Río Seco/ }).click();
        await again.getByText('Comprar una bomba').waitFor();
      });
    });
  });

  test('what is missing is said beside its field; decisions are changed and deleted', async () => {
    await withHall(client.folder, async ({ url }) => {
      await withPhone(browser, async ({ page }) => {
        await page.goto(`${url}/phone/meeting`);
        await page.getByRole('button', { name: 'Empezar una reunión' }).click();
        await page.getByRole('button', { name: /^Empezar a las/ }).click();
        await page.getByText('Falta el nombre de la asamblea.').waitFor();
        assert.equal(await page.evaluate('document.activeElement.id'), 'assembly');
        await fillIn(page);
        await page.getByRole('button', { name: 'Anotar una decisión' }).click();
        await page.getByRole('button', { name: 'Listo' }).click();
        await page.getByText('Escriba qué se decidió.').waitFor();
        await page.getByText('Escriba cuántas manos.').waitFor();
        await page.goBack();
        await decideByHands(page, 'Pintar', ['3', '1']);
        await page.getByRole('button', { name: /Pintar/ }).click();
        await page.getByLabel('Texto, como se leyó en voz alta').fill('Pintar la sede');
        await page.getByRole('button', { name: 'Listo' }).click();
        await page.getByRole('button', { name: /Pintar la sede/ }).click();
        await page.getByRole('button', { name: 'Borrar', exact: true }).click();
        await page.getByRole('button', { name: 'Sí', exact: true }).click();
        await shown(page, 'hall');
        assert.equal(await page.getByText('Pintar la sede').count(), 0);
      });
    });
  });

  test('names without an end, no number at all and hours that cannot be are said or broken into lines, and cut nothing off', async () => {
    await withHall(client.folder, async ({ url }) => {
      await withPhone(browser, async ({ page }) => {
        const endless = `👩‍👩‍👧 مرحبا ‮${'x'.repeat(300)}`;
        await page.goto(`${url}/phone/meeting`);
        await page.getByRole('button', { name: 'Empezar una reunión' }).click();
        await page.getByLabel('Nombre de la asamblea').fill(endless);
        await page.getByLabel('Orden del día').fill(`Agua\n\n${endless}\n-1`);
        await page.getByRole('button', { name: /^Empezar a las/ }).click();
        await shown(page, 'hall');
        assert.equal(await sidewaysOn(page), 0);
        await page.getByRole('button', { name: 'Contar', exact: true }).click();
        await page.getByLabel('Personas').fill('0');
        await page.getByRole('button', { name: 'Listo' }).click();
        await page.getByText('Escriba cuántas personas.').waitFor();
        await page.goBack();
        await page.getByRole('button', { name: 'Nombre, lugar, mesa y horas' }).click();
        await page.getByLabel('Nombre de la asamblea').fill('  ');
        await page.getByText('Falta el nombre de la asamblea.').waitFor();
        await page.getByLabel('Empezó').fill('2099-12-31T23:59');
        await page.getByText('Revise las horas').waitFor();
        await page.getByLabel('Empezó').fill('1899-01-01T00:00');
        await page.getByText('Revise las horas').waitFor({ state: 'detached' });
        const fields = page.locator('fieldset input');
        for (const box of await fields.all())
          assert.ok(((await box.boundingBox())?.width ?? 0) > 200, 'as wide as the page');
        assert.equal(await fields.count(), 4, 'three titles, and the hour of the item that was opened');
        assert.equal(await sidewaysOn(page), 0);
      });
    });
  });

  test('the file of one phone is read by another', async () => {
    await withHall(client.folder, async ({ url }) => {
      let file = '';
      await withPhone(browser, async ({ page }) => {
        await begin(page, url);
        await decideByHands(page, 'Cavar el pozo', ['9', '0']);
        await page.getByRole('button', { name: 'Ver el acta' }).click();
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Guardar como archivo' }).click();
        const done = await download;
        assert.match(done.suggestedFilename(), /^junta-rio-seco-\d{4}-\d\d-\d\d\.json$/);
        for await (const part of await done.createReadStream()) file += String(part);
      });
      await withPhone(browser, async ({ page }) => {
        await page.goto(`${url}/phone/meeting`);
        const input = page.getByLabel('Leer una reunión de otro teléfono');
        const says = page.getByText('Ese archivo no es de una reunión, o pasa de 2 MB.');
        const large = Buffer.from(file.padEnd(LONGEST_FILE + 1));
        await input.setInputFiles({ name: 'm.json', mimeType: 'application/json', buffer: large });
        await says.waitFor();
        assert.equal(await page.getByRole('button', { name: /Junta Río Seco/ }).count(), 0);
        await page.reload();
        await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') });
        await says.waitFor();
        await input.setInputFiles({ name: 'm.json', mimeType: 'application/json', buffer: Buffer.from(file) });
        await page.getByRole('button', { name: /Junta Río Seco/ }).click();
        await page.getByText('Cavar el pozo').first().waitFor();
      });
    });
  });
});
