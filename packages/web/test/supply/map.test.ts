// The committee's map in a real browser that draws with WebGL: out of what is on the device alone, a closure marked on it, without a
// network too; and where nothing can be moved, the plain map, on which the same is marked.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tableValues } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones } from '../hall.ts';
import { picture, withCommittee } from './committee.ts';

const library = fileURLToPath(new URL('../../../../node_modules/maplibre-gl/package.json', import.meta.url));
const libraryMissing: string | false = existsSync(library) ? false : 'maplibre-gl is not installed: npm ci brings it';
if (libraryMissing !== false && process.env.CI === 'true') throw new Error(libraryMissing);

// By the processor: no machine that tests has to have a card for it.
const { browser, client } = await inChromium('--use-angle=swiftshader', '--enable-unsafe-swiftshader');

const geojson = (...geometries: readonly object[]): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: geometries.map((geometry) => ({ type: 'Feature', properties: { distrito: 8 }, geometry })),
    }),
  );

/** One road from west to east, a little north of the plant. */
const road = { type: 'LineString', coordinates: [-68.3, -68.2, -68.1].map((lon) => [lon, -16.55]) };
const corners = [
  [-68.25, -16.6],
  [-68.15, -16.6],
  [-68.15, -16.5],
  [-68.25, -16.6],
];

const bring = (page: Page, label: string, name: string, buffer: Buffer): Promise<void> =>
  page.getByLabel(label).setInputFiles({ name, mimeType: 'application/geo+json', buffer });

const fill = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('Nombre').fill(title);
  await page.getByLabel('Desde').fill('2026-06-02');
  await page.getByRole('button', { name: 'Anotar', exact: true }).click();
};

describe('the committee’s map, in Chromium', { skip: browserMissing || libraryMissing }, () => {
  test('it is drawn out of what is on the device, a closure marked on its road is in the book, and it opens without a network; without WebGL the plain map does the same', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { act, body, url } = committee;
      const kitchen = { kind: 'kitchen', peopleServed: 400, location: 'lon -68.2 lat -16.5' };
      await act('RegisterSite', { title: 'Olla Villa Adela', ...kitchen });
      await act('RegisterSite', {
        title: 'Depósito Sur',
        kind: 'depot',
        peopleServed: 0,
        location: 'lon -68.2 lat -16.6; portón azul',
      });
      await withPhones(browser, async (another) => {
        const [{ page, context }, plain] = [await another(), await another()];
        const asked: string[] = [];
        const refused: string[] = [];
        context.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) refused.push(message.text());
        });
        const { look, faults } = everybody();
        await committee.officer(page);
        assert.deepEqual(
          asked.filter((one) => /maplibre/.test(one)),
          [],
        );
        await page.getByRole('link', { name: 'Mapa' }).click();
        const there = page.locator('[data-map="there"]');
        await there.waitFor();
        await bring(page, 'Caminos, en GeoJSON', 'caminos.geojson', Buffer.from('{"type":"FeatureCollection"}'));
        await page.getByText('aquí va una lista').waitFor();
        await bring(page, 'Caminos, en GeoJSON', 'caminos.geojson', geojson(road));
        await page.getByText('Caminos de caminos.geojson').waitFor();
        await bring(
          page,
          'Distritos o zonas',
          'distritos.geojson',
          geojson({ type: 'Polygon', coordinates: [corners] }),
        );
        await page.getByText('Zonas de distritos.geojson').waitFor();
        await page.getByRole('heading', { name: 'Zonas', exact: true }).waitFor();

        await page.getByRole('button', { name: 'Marcar un corte' }).click();
        const canvas = page.getByRole('region', { name: /Olla Villa Adela \(lugar\), Depósito Sur \(depósito\)/ });
        const box = (await canvas.boundingBox()) ?? assert.fail();
        // In the middle, between kitchen and depot, is the road; a few pixels beside it the closure lies on it.
        await canvas.click({ position: { x: box.width / 2, y: box.height / 2 + 3 } });
        await page.getByText('toque también dónde termina').waitFor();
        assert.match(await page.getByLabel('Longitud, en grados').inputValue(), /^-68\.(?:19|2)/);
        assert.equal(await page.getByLabel('Latitud, en grados').inputValue(), '-16.55');
        await canvas.click({ position: { x: box.width / 2 + 40, y: box.height / 2 + 3 } });
        await page.getByText('Otro toque empieza de nuevo').waitFor();
        assert.equal(await page.getByLabel('Latitud del otro extremo').inputValue(), '-16.55');
        await look('map: a closure', page);
        await picture(page, 'map-closure');
        await fill(page, 'Cruce Villa Adela');
        const row = page.getByRole('listitem').filter({ hasText: 'Cruce Villa Adela' });
        await row.waitFor();
        assert.match(await row.innerText(), /sin confirmar, hace \d+ días · de -68\.\d+, -16\.55 a -68\.\d+, -16\.55/);
        await page.getByRole('button', { name: 'Terminar de marcar' }).click();

        // By keys: the middle of the map.
        await page.getByRole('button', { name: 'Marcar un corte' }).click();
        await canvas.focus();
        await page.keyboard.press('ArrowRight');
        await page.getByRole('button', { name: 'Aquí, en el medio' }).click();
        await page.getByLabel('Longitud, en grados').waitFor();
        await page.getByRole('button', { name: 'Terminar de marcar' }).click();
        await picture(page, 'map');
        const { supply } = (await committee.node.book(body.name))!.state;
        assert.deepEqual(
          tableValues(supply.announcements).map((one) => one.kind === 'closure' && one.title),
          ['Cruce Villa Adela'],
        );

        await page.evaluate(() => navigator.serviceWorker.ready);
        await page.reload();
        await there.waitFor();
        await context.setOffline(true);
        await page.reload();
        await there.waitFor();
        await page.getByRole('listitem').filter({ hasText: 'Cruce Villa Adela' }).waitFor();
        await context.setOffline(false);
        assert.deepEqual([...new Set(asked.map((one) => new URL(one).origin))], [new URL(url).origin]);
        assert.deepEqual(refused, []);

        await plain.context.addInitScript(() => {
          const { getContext } = HTMLCanvasElement.prototype;
          HTMLCanvasElement.prototype.getContext = function (
            this: HTMLCanvasElement,
            kind: string,
            ...more: unknown[]
          ) {
            return kind === 'webgl2' ? null : Reflect.apply(getContext, this, [kind, ...more]);
          } as typeof getContext;
        });
        const loaded: string[] = [];
        plain.context.on('request', (request) => loaded.push(request.url()));
        await committee.officer(plain.page);
        await plain.page.getByRole('link', { name: 'Mapa' }).click();
        await plain.page.getByText('Este navegador no puede mover el mapa').waitFor();
        const drawing = plain.page.getByRole('img', { name: /Mapa con .*Cruce Villa Adela \(corte\)/ });
        await drawing.waitFor();
        assert.deepEqual(
          loaded.filter((one) => /maplibre/.test(one)),
          [],
        );
        await plain.page.getByRole('button', { name: 'Marcar un corte' }).click();
        await drawing.click({ position: { x: 60, y: 60 } });
        await fill(plain.page, 'Puente Vela');
        await plain.page.getByRole('listitem').filter({ hasText: 'Puente Vela' }).waitFor();
        await look('map: plain', plain.page);
        assert.deepEqual(faults, []);
      });
    });
  });
});
