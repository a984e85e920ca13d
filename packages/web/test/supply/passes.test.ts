// A safe-conduct from the screen that writes it to the block: the key named in the book, the paper judged in airplane mode, revoked and
// refused, and shown with its list's age on a phone that has not heard.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64Encode, readPass } from '@cabildo/book';
import { type DraftAct, tableEntries, tableGet } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones } from '../hall.ts';
import { type Committee, picture, withCommittee } from './committee.ts';

const { browser, client } = await inChromium();

/** What no officer writes alone: the assembly's measure, and the seal of both officers' phones. */
async function inBook({ node, body }: Committee, act: string, data: object): Promise<number> {
  const draft = { act, data, by: { office: 'test', article: 'test' } } as unknown as DraftAct;
  const outcome = await node.record(body.origin, [draft]);
  assert.ok(outcome.kind === 'done', JSON.stringify(outcome));
  return outcome.acts[0]?.index ?? -1;
}

async function sealed(committee: Committee, index: number): Promise<void> {
  const row = await committee.node.act(committee.body.origin, index);
  assert.ok(row);
  await inBook(committee, 'ActSealed', { index, leaf: base64Encode(row.leaf), officers: 0, signatures: [] });
}

const stateOf = async ({ node, body }: Committee) => (await node.book(body.name))?.state ?? assert.fail(body.name);

async function closedRoad(committee: Committee): Promise<number> {
  const text = { matter: 'ordinary', title: 'Bloqueo', textHash: base64Encode(new Uint8Array(32)) };
  const tabled = { sitting: committee.sitting, ...text, proposal: { kind: 'resolution' } };
  const motion = await inBook(committee, 'MotionTabled', tabled);
  const resolution = await inBook(committee, 'ResolutionAdopted', { vote: 0, motion, ...text, status: 'in-force' });
  const where = { what: 'Bloqueo de Senkata', place: 'Puente Vela', from: '2005-01-01T00:00:00Z' };
  return inBook(committee, 'MeasureDeclared', { vote: 0, resolution, ...where });
}

/** The list is fetched, and the page opens without a network from then on. */
async function toBlock(page: Page, { url, body }: Committee): Promise<void> {
  await page.goto(`${url}/pass`);
  await page.getByLabel('Asamblea que decidió el corte').fill(body.name);
  await page.getByRole('button', { name: 'Traer su lista' }).click();
  await page.getByText('La lista está en este teléfono: ahora sirve sin red.').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

async function judged(page: Page, text: string, finding: string): Promise<void> {
  await page.getByLabel('O escriba el texto del papel').fill(text);
  await page.getByRole('button', { name: 'Comprobar' }).click();
  await page.locator(`[data-finding="${finding}"]`).getByRole('heading').first().waitFor();
}

/** What the phone at the block shows, and what somebody counted on paper; a line that was misread adds nothing. */
async function published(page: Page, line: string, look: () => Promise<unknown>): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByText('Publicar cuántos pasaron').click();
  await page.getByLabel('Líneas de los teléfonos').fill(line.replace('=1', '=7'));
  await press('Sumar');
  await page.getByText('no cuadra: sus números suman 1').waitFor();
  // Handed in twice by one phone it is added once.
  await page.getByLabel('Líneas de los teléfonos').fill(`${line}\n${line.toLowerCase()}`);
  await press('Sumar');
  await page.getByText('Anotar a mano').click();
  await page.locator('#passed-cargo').selectOption({ label: 'enfermos' });
  await page.getByLabel('Sin papel que valga').fill('3');
  await press('Anotar');
  await page.locator('[data-total]').getByText('enfermos: 0 con papel, 3 sin papel que valga').waitFor();
  await page.locator('[data-total]').getByText('oxígeno: 1 con papel, 0 sin papel que valga').waitFor();
  await look();
  await picture(page, 'passages');
  await press('Publicar estos totales');
  await press('Sí, publicar');
  await page.getByText('Publicado.').waitFor();
}

describe('safe-conducts, from the screen that writes them', { skip: browserMissing }, () => {
  test('a paper written on the phone that the book names is judged at the block without a network, revoked, and shown with its age where nobody has heard', async () => {
    await withCommittee(client.folder, async (committee) => {
      const measure = await closedRoad(committee);
      await withPhones(browser, async (another) => {
        const [{ page: writer, context: writing }, near, far] = [await another(), await another(), await another()];
        const { look, faults } = everybody();
        await committee.officer(writer);
        await writer.getByRole('link', { name: 'Salvoconductos' }).click();
        await writer.getByLabel('Bloqueo de Senkata').waitFor();
        await look('passes: name the key', writer);
        await writer.getByRole('button', { name: 'Nombrar la llave' }).click();
        await writer.getByText('Falta que los dirigentes la sellen').waitFor();
        const [[key] = []] = tableEntries((await stateOf(committee)).passKeys);
        await sealed(committee, Number(key));
        await writer.getByText('Está sellada: los cortes la conocen.').waitFor();

        // At the checkpoint where papers are written there is no network.
        await writing.setOffline(true);
        await writer.getByLabel('Carga').selectOption({ label: 'oxígeno' });
        await writer.getByLabel(/^Placa/).fill('4213-abc');
        await writer.getByRole('button', { name: 'Escribir', exact: true }).click();
        await writer.getByRole('img', { name: 'Código del salvoconducto' }).waitFor();
        const text = (await writer.locator('.pass-text').textContent()) ?? '';
        await look('passes: a paper', writer);
        await picture(writer, 'pass');
        await writer.emulateMedia({ media: 'print' });
        assert.equal(await writer.getByRole('button', { name: 'Imprimir' }).isVisible(), false);
        await writer.emulateMedia({ media: 'screen' });
        const read = readPass(text);
        assert.ok(read.ok, text);
        const { id, vehicle, closures, cargo } = read.signed.pass;
        assert.deepEqual([vehicle, closures, cargo], ['4213ABC', [measure], 'oxygen']);

        for (const phone of [near, far]) {
          await toBlock(phone.page, committee);
          await phone.context.setOffline(true);
          await phone.page.reload();
        }
        await judged(near.page, text, 'valid');
        await near.page.getByRole('button', { name: 'Pasó: contarlo' }).click();
        const line = near.page.getByText(/^PASOS1 \w{4} OX1\.0 =1$/);
        const handedIn = (await line.textContent()) ?? '';
        await judged(near.page, text, 'valid');
        await near.page.getByRole('heading', { name: 'Déjelo pasar' }).waitFor();
        await near.page.getByText(/Este papel ya pasó aquí una vez: .*Puede ser otro viaje: no lo detenga/).waitFor();

        await writing.setOffline(false);
        await writer.getByRole('button', { name: /Anotarlo también en el libro/ }).click();
        await writer.getByText('Anotado en el libro.').waitFor();
        const granted = tableGet((await stateOf(committee)).passes, id);
        assert.equal(typeof granted?.granted, 'number');
        await writer.getByText('Revocar uno').click();
        await writer.getByLabel('Nombre del salvoconducto').fill('corto');
        await writer.getByRole('button', { name: 'Revocar', exact: true }).click();
        await writer.getByText('Son ocho letras y números.').waitFor();
        await writer.getByLabel('Nombre del salvoconducto').fill(id.toLowerCase());
        await writer.getByRole('button', { name: 'Revocar', exact: true }).click();
        await writer.getByText(`${id} quedó revocado.`).waitFor();
        await look('passes: revoked', writer);
        await published(writer, handedIn, () => look('passes: counted', writer));
        const counted = (await stateOf(committee)).passagesCounted;
        const [[closure, countedUntil] = []] = tableEntries(counted);
        assert.deepEqual([Number(closure), String(countedUntil) <= new Date().toISOString()], [measure, true]);
        await writer.goto(`${committee.url}/b/${committee.body.name}/supply`);
        const totals = writer.locator('#passages');
        await totals.locator('tr', { hasText: /^\s*oxígeno\s*1\s*0/ }).waitFor();
        await totals.locator('tr', { hasText: /^\s*enfermos\s*0\s*3/ }).waitFor();

        await near.context.setOffline(false);
        await near.page.getByRole('button', { name: 'Otro', exact: true }).click();
        await near.page.getByRole('button', { name: 'Traerlas de nuevo' }).click();
        await near.page.getByText('ahora sirve sin red').waitFor();
        await judged(near.page, text, 'revoked');
        await near.page.getByRole('heading', { name: 'Déjelo pasar' }).waitFor();
        await judged(far.page, text, 'valid');
        await far.page.getByText(/La lista de .* es de hace \d+ .*: lo que pasó después no se ve aquí/).waitFor();
        assert.deepEqual(faults, []);
      });
    });
  });
});
