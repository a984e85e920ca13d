// Registers in a real browser: by hand, from a table with a mistake and without one, from a map, and a stock counted by two.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { balanceAt, tableEntries, tableValues } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones } from '../hall.ts';
import { choose } from '../office/choosing.ts';
import { inDays, picture, withCommittee } from './committee.ts';
import { assemblyOn } from './site-assembly.ts';

const { browser, client } = await inChromium();

const inRegister = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 2 }).waitFor();
};

const bring = (page: Page, name: string, text: string): Promise<void> =>
  page
    .getByLabel('Archivo', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

describe('registers, in Chromium', { skip: browserMissing }, () => {
  test('a table with a mistake enters nothing and says where it is; mended, every row once, and brought again nothing', async () => {
    await withCommittee(client.folder, async (committee) => {
      const supplyNow = async () => (await committee.node.book(committee.body.name))?.state.supply ?? assert.fail();
      await withPhones(browser, async (another) => {
        const { page } = await another();
        const { look, faults } = everybody();
        await committee.officer(page);
        await page.getByRole('link', { name: 'Registros' }).click();
        await page.getByRole('heading', { name: 'Registros', level: 1 }).waitFor();
        await look('registers', page);
        await page.getByText('Traer de un archivo').click();
        const table = (people: string): string =>
          `nombre;clase;personas;longitud;latitud\nOlla Ñuñoa;olla común;${people};-68,19;-16,52\nPosta del distrito 8;posta;900;;\n`;
        await bring(page, 'lugares.csv', table('cuatrocientas'));
        await page.getByText('De lugares.csv no entró nada').waitFor();
        await page.getByText('línea 2, columna 23, Personas que atiende (cuatrocientas)').waitFor();
        await look('registers: mistakes', page);
        await picture(page, 'mistakes');
        assert.equal(tableValues((await supplyNow()).sites).length, 2);
        await bring(page, 'lugares.csv', table('400'));
        await page.getByText('1 por anotar; 1 ya están').waitFor();
        await page.getByText('Olla Ñuñoa · olla común · 400').waitFor();
        await picture(page, 'preview');
        await page.getByRole('button', { name: 'Anotar 1' }).click();
        await page.getByText('Anotadas 1 de 1.').waitFor();
        await page.getByRole('link', { name: 'Olla Ñuñoa' }).waitFor();
        await bring(page, 'lugares.csv', table('400'));
        await page.getByText('0 por anotar; 2 ya están').waitFor();
        assert.deepEqual(
          tableValues((await supplyNow()).sites).map(({ title }) => title),
          ['Planta Senkata', 'Posta del distrito 8', 'Olla Ñuñoa'],
        );

        await inRegister(page, 'Cortes');
        await page.getByText('Agregar uno').click();
        await page.getByLabel('Nombre').fill('Cruce Villa Adela');
        await page.getByLabel('Desde').fill('2026-06-02');
        await page.getByRole('img', { name: /Olla Ñuñoa/ }).click({ position: { x: 40, y: 40 } });
        assert.match(await page.getByLabel('Longitud, en grados').inputValue(), /^-68\.\d+$/);
        await look('registers: a closure', page);
        await picture(page, 'closure');
        await page.getByRole('button', { name: 'Anotar', exact: true }).click();
        await page.getByText('Anotado en el libro').waitFor();
        await page.getByRole('link', { name: 'Cruce Villa Adela' }).waitFor();

        await inRegister(page, 'Bienes');
        await page.getByText('Agregar uno').click();
        await page.getByLabel('Sigla').fill('o2');
        await page.getByRole('button', { name: 'Anotar', exact: true }).click();
        await page.getByText('de 2 a 12 mayúsculas').waitFor();
        await page.getByLabel('Sigla').fill('O2');
        await page.getByLabel('Nombre').fill('Oxígeno');
        await page.getByLabel('Unidad').fill('botellón');
        await page.getByLabel('Clase de carga').selectOption({ label: 'oxígeno' });
        await page.getByRole('button', { name: 'Anotar', exact: true }).click();
        await page.getByRole('link', { name: 'Oxígeno (O2)' }).waitFor();
        assert.deepEqual(faults, []);
      });
    });
  });

  test('what a site asks for is countersigned by an officer of its assembly, with the key on that phone and by nobody else', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { item, act } = committee;
      const needsNow = async () => tableValues((await committee.node.book(committee.body.name))!.state.supply.needs);
      await withPhones(browser, async (another) => {
        const [phone, other] = [await another(), await another()];
        const { page } = phone;
        const { look, faults } = everybody();
        const assembly = await assemblyOn(phone, committee);
        await committee.officer(page);
        const card = await committee.card();
        await other.page.goto(`${committee.url}/supply#body=${committee.body.name}&card=${card.code}`);
        for (const one of [page, other.page]) await one.getByRole('link', { name: 'Registros' }).click();

        await page.getByText('Agregar uno').click();
        await page.getByLabel('Nombre').fill('Puesto Ventilla');
        await page.getByLabel('Personas que atiende').fill('300');
        await choose(page, 'Libro de su asamblea (si se sabe)', assembly);
        await page.getByRole('button', { name: 'Anotar', exact: true }).click();
        await page.getByRole('link', { name: 'Puesto Ventilla' }).waitFor();
        const { supply } = (await committee.node.book(committee.body.name))!.state;
        const [site] = tableEntries(supply.sites).find(([, one]) => one.title === 'Puesto Ventilla') ?? [];
        // The entry is said anew with another number, and keeps what was not touched.
        const entry = page.locator('.register li').filter({ has: page.getByRole('link', { name: 'Puesto Ventilla' }) });
        await entry.getByRole('button', { name: 'Cambiar', exact: true }).click();
        await entry.getByLabel('Personas que atiende').fill('350');
        await look('registers: change a site', page);
        await entry.getByRole('button', { name: 'Anotar', exact: true }).click();
        await entry.getByText('atiende a 350 personas').waitFor();
        const changed = tableEntries((await committee.node.book(committee.body.name))!.state.supply.sites);
        assert.deepEqual(
          changed.filter(([key]) => key === site).map(([, one]) => [one.title, one.peopleServed, one.assembly]),
          [['Puesto Ventilla', 350, assembly]],
        );
        await act('DeclareNeed', { site: Number(site), item, quantity: 40, until: inDays(5) });

        for (const one of [page, other.page]) {
          await inRegister(one, 'Necesidades');
          await one.getByRole('link', { name: /Puesto Ventilla/ }).waitFor();
        }
        // The clinic has no assembly here, and the other phone no key.
        const sign = page.getByRole('button', { name: 'Firmar por su asamblea' });
        await sign.waitFor();
        assert.deepEqual([await sign.count(), await other.page.getByText('Firmar por su asamblea').count()], [1, 0]);
        await look('registers: countersign', page);
        await sign.click();
        await page.getByText(/^Puesto Ventilla · Gas de 10 kg: pide 40, hasta el .* ¿Firmar\?$/).waitFor();
        await look('registers: countersign, asked', page);
        await picture(page, 'countersign');
        await page.getByRole('button', { name: 'Sí, firmar' }).click();
        for (const one of [page, other.page]) await one.getByText('refrendado por su asamblea').waitFor();
        assert.deepEqual(
          (await needsNow()).map(({ countersigned }) => countersigned !== null),
          [false, true],
        );
        assert.deepEqual(faults, []);
      });
    });
  });

  test('two count a depot, neither sees the other’s number, and what is missing is lost', async () => {
    await withCommittee(client.folder, async (committee) => {
      await withPhones(browser, async (another) => {
        const { page: officer } = await another();
        const { page: member } = await another();
        const { look, faults } = everybody();
        await committee.officer(officer);
        const card = await committee.card();
        await member.goto(`${committee.url}/supply#body=${committee.body.name}&card=${card.code}`);
        for (const page of [officer, member]) {
          await page.getByRole('link', { name: 'Registros' }).click();
          await inRegister(page, 'Existencias');
          await page.getByText('Contar un depósito').click();
        }
        await member.getByText('Entra aquí la directiva del comité.').waitFor();
        await officer.getByLabel('Cuánto hay').fill('97');
        await officer.getByRole('button', { name: 'Anotar mi cuenta' }).click();
        await officer.getByText('Falta que cuenten 1 más').waitFor();
        assert.equal(await member.getByText('97').count(), 0);
        await look('registers: counting', member);
        await member.getByLabel('Cuánto hay').fill('97');
        await member.getByRole('button', { name: 'Anotar mi cuenta' }).click();
        await member.getByText('Todos contaron lo mismo').waitFor();
        await officer.getByText('Último conteo: 97').waitFor();
        await picture(officer, 'stocks');
        const { supply } = (await committee.node.book(committee.body.name))?.state ?? assert.fail();
        assert.equal(balanceAt(supply, committee.lot, committee.depot), 97);
        assert.deepEqual(faults, []);
      });
    });
  });
});
