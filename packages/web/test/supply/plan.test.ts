// From needs to a trip in a real browser: rules side by side, the rule before the assembly, the plan before it, its lines in the
// book, a vehicle sent out, the driver's sheet; a loss is planned anew; and what the trip brings is handed over without a network
// and is in the ledger.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { type Actor, balanceAt, tableEntries, tableValues } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../../server/test/app/node-fixture.ts';
import { parametersText } from '../../src/supply/plan/problem.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { type PhoneInHand, withPhones } from '../hall.ts';
import { type Committee, inDays, picture, withCommittee } from './committee.ts';
import { enrolled, kept, receive, shown, take } from './hands.ts';

const { browser, client } = await inChromium();

const supplyOf = async ({ node, body }: Committee) => (await node.book(body.name))?.state.supply ?? assert.fail();

/** The sitting is opened, with members who vote on their phones. */
async function assembled(committee: Committee): Promise<readonly Actor[]> {
  const { node, body, sitting, tellers } = committee;
  const voters = tellers.map((member): Actor => ({ kind: 'member', member }));
  for (const voter of voters) await done(node, body, 'CheckIn', { sitting }, voter);
  await committee.openSitting();
  return voters;
}

/** What was put last is voted by all who are there. */
async function carried(committee: Committee, voters: readonly Actor[]): Promise<void> {
  const { node, body } = committee;
  const state = (await node.book(body.name))?.state ?? assert.fail();
  const motion = Number(tableEntries(state.motions).at(-1)?.[0]);
  const vote = (await done(node, body, 'OpenVote', { motion, method: 'devices' })).acts[0]?.index ?? -1;
  for (const voter of voters) await done(node, body, 'CastVote', { vote, choice: 'yes' }, voter);
  await done(node, body, 'CloseVote', { vote });
}

/** What the trip says, from phone to phone, with no network between them. */
async function handedOver(
  [from, to]: readonly [PhoneInHand, PhoneInHand],
  title: string,
  meant: string,
): Promise<void> {
  await from.page.getByRole('button', { name: 'Entregar', exact: true }).click();
  await from.page.getByLabel('A', { exact: true }).selectOption({ label: title });
  await from.page.getByLabel('De qué viaje').selectOption({ index: 1 });
  assert.equal(await from.page.locator('input[id^="lot-"]').first().inputValue(), meant);
  await from.page.getByRole('button', { name: 'Firmar y mostrar' }).click();
  const answered = await receive(to.page, await shown(from.page));
  await to.page.getByRole('button', { name: 'Listo' }).click();
  await from.page.getByRole('button', { name: 'Leer la respuesta' }).click();
  await take(from.page, answered);
  await from.page.getByRole('button', { name: 'Listo' }).click();
}

const calculate = (page: Page): Promise<void> => page.getByRole('button', { name: 'Calcular', exact: true }).click();

describe('from needs to a trip, in Chromium', { skip: browserMissing }, () => {
  test('rule and plan are voted, the plan’s lines entered, a trip sent out, a loss planned anew; what the trip brings is handed over without a network and is in the ledger', async () => {
    await withCommittee(
      client.folder,
      async (committee) => {
        const { act, item, depot, lot } = committee;
        const kitchen = await act('RegisterSite', { title: 'Olla 16 de Julio', kind: 'kitchen', peopleServed: 400 });
        await act('DeclareNeed', { site: kitchen, item, quantity: 90, until: inDays(10) });
        const vehicle = await act('RegisterVehicle', {
          title: 'Camión azul',
          carries: [{ item, quantity: 70 }],
          plate: '2345-ABC',
        });
        const voters = await assembled(committee);
        await withPhones(browser, async (another) => {
          const { page } = await another();
          const [store, driver, ward] = [await another(), await another(), await another()];
          await enrolled(store, committee, depot);
          const hand = await enrolled(driver, committee, vehicle);
          await enrolled(ward, committee, committee.clinic);
          const { look, faults } = everybody();
          await committee.officer(page);
          await page.getByRole('link', { name: 'Reglas y plan' }).click();
          await page.getByText('Todavía no rige ninguna regla').waitFor();
          await calculate(page);
          // The clinic is served first: all of its 60; what is left of the 100 is the kitchen's.
          const row = page.getByRole('row', { name: /Olla 16 de Julio/ });
          await row.waitFor();
          assert.match(await row.innerText(), /90\s+40\s+40\s+40\s+40\s+40/);
          await page.getByText(/Olla 16 de Julio recibe 40 de 90 garrafa/).waitFor();
          await look('plan: rules side by side', page);
          await picture(page, 'compare');
          await page.getByRole('button', { name: /Presentar en la sesión/ }).click();
          await page.getByText('Presentada').waitFor();
          await carried(committee, voters);
          await page.getByText('Rige: La misma parte').waitFor();
          assert.equal((await supplyOf(committee)).rule?.rule, 'leximin');

          await calculate(page);
          await page.getByText('El plan lo decide la asamblea.').waitFor();
          await page.getByRole('button', { name: /Presentar en la sesión/ }).click();
          await page.getByText('Presentada').waitFor();
          await carried(committee, voters);
          await page.getByText('0 de 1 partes anotadas').waitFor();
          await page.getByRole('button', { name: /Anotar las partes que faltan/ }).click();
          await page.getByText('entero en el libro').waitFor();
          await look('plan: adopted', page);
          await picture(page, 'adopted');
          const meant = tableValues((await supplyOf(committee)).allotments).flat();
          assert.deepEqual(
            meant.map(({ site, quantity }) => [site, quantity]).toSorted(),
            [
              [committee.clinic, 60],
              [kitchen, 40],
            ].toSorted(),
          );

          await page.getByRole('link', { name: 'Despachar viajes' }).click();
          // One that carries seventy drives twice: what a round has is sent as it is, or changed.
          await page.getByRole('button', { name: 'Calcular los recorridos' }).click();
          const round = page.locator('[data-round]').filter({ hasText: 'Posta del distrito 8: 60' });
          await round.getByRole('heading', { name: 'Camión azul: GLP10 desde Planta Senkata' }).waitFor();
          await look('trips: rounds', page);
          await picture(page, 'rounds');
          await round.getByRole('button', { name: 'Despachar este recorrido' }).click();
          await page.getByText('60 Gas de 10 kg', { exact: false }).first().waitFor();
          assert.match(await page.getByLabel(/Por dónde/).inputValue(), /^Planta Senkata → Posta del distrito 8$/);
          await page.getByLabel(/Posta del distrito 8/).check();
          await page.getByLabel(/Olla 16 de Julio/).check();
          // It carries seventy: the clinic's sixty, and ten of the kitchen's.
          await page.getByText('70 Gas de 10 kg', { exact: false }).waitFor();
          await page.getByLabel(/Por dónde/).fill('Por la avenida, no por el cruce');
          await look('trips: to send', page);
          await picture(page, 'dispatch');
          await page.getByRole('button', { name: 'Despachar', exact: true }).click();
          await page.getByText('Despachado').waitFor();
          await page.getByText('0 de 70 entregados').waitFor();
          await page.getByRole('button', { name: 'Hoja para quien maneja' }).click();
          await page.getByRole('heading', { name: 'Hoja de viaje: Camión azul' }).waitFor();
          await look('trips: the sheet', page);
          await picture(page, 'sheet');
          const sheet = await page.getByRole('article').innerText();
          assert.match(
            sheet,
            /70 Gas de 10 kg[\s\S]*Por la avenida[\s\S]*Posta del distrito 8[\s\S]*60[\s\S]*Olla 16 de Julio[\s\S]*10/,
          );
          assert.doesNotMatch(sheet, /100|40|90/);
          await page.emulateMedia({ media: 'print' });
          assert.equal(await page.getByRole('button', { name: 'Imprimir' }).isVisible(), false);
          await page.emulateMedia({ media: 'screen' });
          const [trip] = tableValues((await supplyOf(committee)).trips);
          assert.deepEqual(
            [trip?.hand, trip?.lines.map((line) => [line.lot, line.site, line.quantity])],
            [
              hand,
              [
                [lot, committee.clinic, 60],
                [lot, kitchen, 10],
              ],
            ],
          );

          // Fewer are there than was meant: the plan says so, and the next one replaces it.
          await act('RecordLoss', { lot, at: depot, quantity: 20, reason: 'Válvulas rotas' });
          await page.getByRole('button', { name: 'Volver a los viajes' }).click();
          await page.getByRole('link', { name: 'Volver', exact: true }).click();
          await page.getByRole('link', { name: 'Reglas y plan' }).click();
          await page.getByText('Faltan 20 de Gas de 10 kg de lo asignado').waitFor();
          await calculate(page);
          // What the lorry is sent out with goes on: of the eighty that are there ten are left.
          await page.getByText(/Olla 16 de Julio recibe 10 de 80 garrafa/).waitFor();
          await page.getByText(/Reemplaza al plan/).waitFor();
          await look('plan: anew', page);

          const phones = [store, driver, ward] as const;
          // Each has heard of the trip before the network goes.
          const heard = phones.map(({ page: one }) => one.waitForResponse(/\/hand-overs\.json$/));
          await Promise.all(phones.map(({ page: one }) => one.reload()));
          for (const answer of await Promise.all(heard)) await answer.finished();
          await Promise.all(phones.map(kept));
          for (const { context } of phones) await context.setOffline(true);
          await handedOver([store, driver], 'Camión azul', '70');
          await handedOver([driver, ward], 'Posta del distrito 8', '60');
          for (const phone of [ward, driver, store]) {
            await phone.context.setOffline(false);
            await phone.page.locator('[data-sending]').first().waitFor({ state: 'detached' });
          }
          const ledger = await supplyOf(committee);
          const at = [depot, vehicle, committee.clinic].map((place) => balanceAt(ledger, lot, place));
          assert.deepEqual(at, [10, 10, 60]);
          const left = tableValues(ledger.trips)[0]?.lines.map((line) => [line.site, line.left]);
          assert.deepEqual(left, [
            [committee.clinic, 0],
            [kitchen, 10],
          ]);
          await page.goto(`${committee.url}/supply/board/${committee.body.name}`);
          await page.getByRole('heading', { name: 'De dónde a dónde' }).waitFor();
          await page.getByRole('img', { name: /Planta Senkata → Posta del distrito 8: 60/ }).waitFor();
          await page.getByText('Los mismos números, en una tabla').last().click();
          await page.getByRole('row', { name: /Gas de 10 kg Planta Senkata Posta del distrito 8 60 60/ }).waitFor();
          await look('board: pictures', page);
          await picture(page, 'board-pictures');
          assert.deepEqual(faults, []);
        });
      },
      'vote',
    );
  });

  test('a road that closes after a plan was adopted: the plan says so, and calculated again it says who is cut off and what would have to open', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { act, item, node, body } = committee;
      const at = (lon: number) => ({ location: `lon ${lon} lat -16.5`, peopleServed: 100 });
      const depot = await act('RegisterSite', { title: 'Depósito Norte', kind: 'depot', ...at(-68.2) });
      await act('ReceiveLot', { item, site: depot, quantity: 50, from: 'YPFB' });
      const far = await act('RegisterSite', { title: 'Puesto Apaña', kind: 'clinic', ...at(-68.1) });
      await act('DeclareNeed', { site: far, item, quantity: 30, until: inDays(5) });
      const road = [
        [-68.2, -16.5],
        [-68.15, -16.5],
        [-68.1, -16.5],
      ];
      const feature = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: road } };
      const roads = {
        name: 'caminos.geojson',
        mimeType: 'application/geo+json',
        buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] })),
      };
      await withPhones(browser, async (another) => {
        const { page } = await another();
        await committee.officer(page);
        const voters = await assembled(committee);
        const { sitting } = committee;
        const parameters = createHash('sha256')
          .update(parametersText({ clinic: 1, kitchen: 2 }))
          .digest('base64');
        const proposal = { kind: 'adopt-sharing-rule', rule: 'leximin', parameters };
        await done(node, body, 'TableMotion', {
          sitting,
          matter: 'ordinary',
          title: 'Regla',
          text: 'Regla.',
          proposal,
        });
        await carried(committee, voters);
        await page.getByRole('link', { name: 'Reglas y plan' }).click();
        await page.getByText('Rige: La misma parte').waitFor();
        await page.getByLabel(/^Caminos/).setInputFiles(roads);
        await page.getByText('Se calcula con los caminos de caminos.geojson').waitFor();
        await calculate(page);
        await page.getByText(/Puesto Apaña recibe 30 de 30 garrafa/).waitFor();
        await page.getByRole('button', { name: 'Aprobar el plan' }).click();
        await page.getByRole('button', { name: /Anotar las partes que faltan/ }).click();
        await page.getByText('entero en el libro').waitFor();
        assert.equal(await page.getByText('Desde que se adoptó').count(), 0);
        const place = 'lon -68.15 lat -16.5; por radio';
        await act('ReportRoadClosure', { title: 'Cruce Ventilla', confirmed: false, from: inDays(-1), place });
        await page.getByText('Desde que se adoptó se cerró: Cruce Ventilla.').waitFor();
        await calculate(page);
        await page.getByText(/Puesto Apaña.*tendría que abrirse Cruce Ventilla/).waitFor();
        await page
          .getByText(/Cruce Ventilla/)
          .last()
          .waitFor();
        const { look, faults } = everybody();
        await look('plan: a road closed', page);
        await picture(page, 'plan-closed');
        assert.deepEqual(faults, []);
      });
    });
  });
});
