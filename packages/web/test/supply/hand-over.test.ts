// Hand-overs between phones that have no network, in a real browser: one act, whoever brings it and however often.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { balanceAt, type DraftAct, tableEntries, tableGet } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../../server/test/app/node-fixture.ts';
import { gather, wholeOf } from '../../src/supply/hand-over/frames.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { inOffice, type PhoneInHand, withPhones } from '../hall.ts';
import { scanned } from '../office/scanned.ts';
import { type Committee, inDays, picture, withCommittee } from './committee.ts';
import { enrolled, give, kept, keyOf, openHandOvers, receive, shown, take } from './hands.ts';
import { assemblyOn } from './site-assembly.ts';

const { browser, client } = await inChromium();

const supplyOf = async ({ node, body }: Committee) => (await node.book(body.name))!.state.supply;

const actsOf = async (committee: Committee) =>
  tableEntries((await supplyOf(committee)).handOvers).map(([, { kind, from, to, lines, provisional, disputes }]) => ({
    kind,
    from,
    to,
    lines: lines.map(({ given, received, damaged }) => [given, received, damaged]),
    provisional,
    disputes: disputes.length,
  }));

interface SignedBy {
  readonly kind: string;
  readonly book: string;
}

/** Signed on this phone alone, while another correction comes into the book: said, kept to be read, and written anew from it. */
async function overtaken(page: Page, { node, body }: Committee): Promise<void> {
  await page.getByRole('button', { name: 'Corregir juntos' }).click();
  await page.locator('input[id^="came-"]').fill('19');
  await page.getByRole('button', { name: 'Firmar y mostrar' }).click();
  await page.getByRole('button', { name: 'Leer la respuesta' }).waitFor();
  const { supply } = (await node.book(body.name))!.state;
  const [[handOver, { lines }] = assert.fail('no hand-over')] = tableEntries(supply.handOvers);
  const signed = { hand: 0, signature: base64Encode(new Uint8Array(64)) };
  const others = lines.map((line) => ({ ...line, received: 18 }));
  const data = { handOver: Number(handOver), number: 2, lines: others, giver: signed, receiver: signed };
  const draft = { act: 'HandOverCorrected', data, by: { office: 'test', article: 'test' } } as unknown as DraftAct;
  assert.equal((await node.record(body.origin, [draft])).kind, 'done');
  await page.goto(page.url());
  const said = page.locator('[data-overtaken="giver"]');
  await said.getByText('Otra corrección de esta entrega llegó antes al libro').waitFor();
  await picture(page, 'hand-over-overtaken');
  await said.getByRole('button', { name: 'Corregir otra vez con lo que se firmó aquí' }).click();
  assert.equal(await page.locator('input[id^="came-"]').inputValue(), '19');
  await page.getByRole('button', { name: 'Firmar y mostrar' }).click();
  await page.getByRole('button', { name: 'Leer la respuesta' }).waitFor();
  await page.goto(page.url());
  await page.locator('[data-draft="giver"]').waitFor();
  assert.equal(await said.count(), 0);
}

/** What was written down wrongly is said otherwise by one officer, and signed by another: never by the same. */
async function correctsReport(
  committee: Committee,
  page: Page,
  look: ReturnType<typeof everybody>['look'],
): Promise<void> {
  const { node, body, lot, neighbours } = committee;
  const card = page.locator('[data-provisional]');
  await card.getByRole('button', { name: 'Corregir lo anotado' }).click();
  await page.locator(`#came-${lot}`).fill('10');
  await page.getByLabel('Qué se anotó mal').fill('Llegaron diez.');
  await look('hand-over: a wrong report', page);
  await picture(page, 'hand-over-wrong-report');
  await page.getByRole('button', { name: 'Decir cómo fue' }).click();
  await card.getByText('entregado 12, recibido 10, con daño 0').waitFor();
  await card.getByRole('button', { name: 'Firmar la corrección' }).click();
  await card.getByText('La corrección la firma otra persona de la directiva').waitFor();
  await look('hand-over: a correction that waits', page);
  await picture(page, 'hand-over-correction-waits');
  const [[handOver = '', stands] = []] = tableEntries((await supplyOf(committee)).handOvers);
  const [president = ''] = neighbours;
  await inOffice(committee, 'president', president);
  const signed = { handOver: Number(handOver), proposal: stands?.proposed?.act };
  await done(node, body, 'SignReportCorrection', signed, { kind: 'member', member: president });
  const [[, now = stands] = []] = tableEntries((await supplyOf(committee)).handOvers);
  assert.deepEqual([now?.corrections.length, now?.provisional], [1, true]);
}

/** The site's own phone says what it needs, without a network; it goes out once, under the site's key. */
async function siteNeeds({ page, context }: PhoneInHand, committee: Committee): Promise<void> {
  const { look, faults } = everybody();
  await page.getByText('Listo').waitFor({ state: 'detached' });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Decir qué necesita este sitio' }).click();
  await look('hand-over: declare', page);
  await picture(page, 'hand-over-declare');
  const sign = page.getByRole('button', { name: 'Firmar y enviar' });
  await page.getByLabel('Cuánto').fill('0');
  await sign.click();
  await page.getByText('más que cero').waitFor();
  await page.getByLabel('Cuánto').fill('35');
  await page.getByLabel('Para hasta cuándo').fill('2020-01-01T00:00');
  await sign.click();
  await page.getByText('Ese momento ya pasó').waitFor();
  await page.getByLabel('Para hasta cuándo').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 16));
  await sign.click();
  await page.locator('[data-sending]').getByText('Posta del distrito 8 necesita de').waitFor();
  await context.setOffline(false);
  await page.locator('[data-sending]').waitFor({ state: 'detached' });
  const needs = tableEntries((await supplyOf(committee)).needs).map(([, one]) => one);
  assert.deepEqual(
    needs.filter(({ hand }) => hand !== undefined).map(({ site, quantity }) => [site, quantity]),
    [[committee.clinic, 35]],
  );
  assert.deepEqual(faults, []);
}

describe('hand-overs between phones, in Chromium', { skip: browserMissing }, () => {
  test('two phones without a network sign the same; killed and opened again they have lost nothing, and both bringing it make one act', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { depot, clinic, lot } = committee;
      await withPhones(browser, async (another) => {
        const [giver, receiver] = [await another(), await another()];
        const { look, faults } = everybody();
        await openHandOvers(giver, committee);
        await look('hand-over: no key', giver.page);
        await enrolled(giver, committee, depot);
        await enrolled(receiver, committee, clinic);
        await look('hand-over', giver.page);
        await Promise.all([kept(giver), kept(receiver)]);
        await Promise.all([giver, receiver].map(({ context }) => context.setOffline(true)));
        const offered = await give(giver.page, 'Posta del distrito 8', 10);
        await look('hand-over: show', giver.page);
        await picture(giver.page, 'hand-over-show');
        // The codes say the same as the text, frame for frame.
        let read = null;
        const frames = Number(await giver.page.locator('.code-shown').getAttribute('data-frames'));
        for (let at = 0; at < frames; at++) {
          read = gather(read, await scanned(giver.page.locator('.code-shown svg')));
          await giver.page.getByRole('button', { name: 'Código siguiente' }).click();
        }
        assert.equal(read === null ? null : wholeOf(read), offered);
        await giver.page.reload();
        await giver.page.getByText('A medias en este teléfono').waitFor();
        const answered = await receive(receiver.page, offered, { received: 9, damaged: 1 });
        await receiver.page.reload();
        await receiver.page.getByText('A medias en este teléfono').waitFor();
        await giver.page.getByRole('button', { name: 'Recibir, o leer la respuesta' }).click();
        await take(giver.page, answered);
        await giver.page.getByRole('heading', { name: 'La otra parte dice otra cosa' }).waitFor();
        await look('hand-over: differs', giver.page);
        await giver.page.getByRole('button', { name: 'De acuerdo: firmar así' }).click();
        await giver.page.getByText('Firmaron las dos partes').waitFor();
        const whole = await shown(giver.page);
        await giver.page.reload();
        await giver.page.getByText('espera red').waitFor();
        await picture(giver.page, 'hand-over-waits');
        await look('hand-over: waits', giver.page);
        await receiver.page.getByRole('button', { name: 'Recibir, o leer la respuesta' }).click();
        const large = { name: 'film.txt', mimeType: 'text/plain', buffer: Buffer.alloc(100_001, 0x20) };
        await receiver.page.getByLabel('O abra el archivo').setInputFiles(large);
        await receiver.page.getByText('tiene más de 100 kB').waitFor();
        await look('hand-over: read', receiver.page);
        await take(receiver.page, whole);
        await receiver.page.getByText('Firmaron las dos partes').waitFor();
        await receiver.page.getByRole('button', { name: 'Listo' }).click();
        assert.deepEqual(await actsOf(committee), []);
        await Promise.all([giver, receiver].map(({ context }) => context.setOffline(false)));
        for (const { page } of [giver, receiver]) {
          await page.getByText('firmada por las dos partes').waitFor();
          await page.locator('[data-sending]').first().waitFor({ state: 'detached' });
          await page.locator('[data-draft]').first().waitFor({ state: 'detached' });
        }
        assert.deepEqual(await actsOf(committee), [
          { kind: 'direct', from: depot, to: clinic, lines: [[10, 9, 1]], provisional: false, disputes: 0 },
        ]);
        const supply = await supplyOf(committee);
        assert.deepEqual([balanceAt(supply, lot, depot), balanceAt(supply, lot, clinic)], [90, 9]);
        await picture(giver.page, 'hand-over-done');
        assert.deepEqual(faults, []);
      });
    });
  });

  test('on one shared phone it is provisional until the receiver’s own phone signs; then both correct it together', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { depot, clinic } = committee;
      await withPhones(browser, async (another) => {
        const [giver, receiver] = [await another(), await another()];
        await enrolled(giver, committee, depot);
        await enrolled(receiver, committee, clinic);
        await give(giver.page, 'Posta del distrito 8', 20);
        await giver.page.getByText('La otra parte no tiene teléfono').click();
        await giver.page.locator('input[id^="came-"]').fill('18');
        await giver.page.getByRole('button', { name: 'Firmar como provisional' }).click();
        await receiver.page.getByText('provisional', { exact: true }).waitFor();
        assert.deepEqual(
          (await actsOf(committee)).map(({ provisional, lines }) => [provisional, lines]),
          [[true, [[20, 18, 0]]]],
        );
        await receiver.page.getByRole('button', { name: 'Firmar que llegó así' }).click();
        await receiver.page.getByText('firmada por las dos partes').waitFor();
        await giver.page.getByText('firmada por las dos partes').waitFor();
        await giver.page.getByRole('button', { name: 'Corregir juntos' }).click();
        await giver.page.locator('input[id^="came-"]').fill('20');
        await giver.page.getByRole('button', { name: 'Firmar y mostrar' }).click();
        const answered = await receive(receiver.page, await shown(giver.page));
        await giver.page.getByRole('button', { name: 'Leer la respuesta' }).click();
        await take(giver.page, answered);
        await giver.page.getByText('Firmaron las dos partes').waitFor();
        await giver.page.getByRole('button', { name: 'Listo' }).click();
        for (const { page } of [giver, receiver]) await page.goto(page.url());
        await giver.page.getByText('corregida').waitFor();
        await receiver.page.locator('[data-sending]').first().waitFor({ state: 'detached' });
        assert.deepEqual(
          (await actsOf(committee)).map(({ provisional, lines }) => [provisional, lines]),
          [[false, [[20, 20, 0]]]],
        );
        await overtaken(giver.page, committee);
        await siteNeeds(receiver, committee);
      });
    });
  });

  test('a relay from driver to driver, unloaded at the clinic: each with both signatures; and two who disagree are both heard', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { depot, clinic, item, act, lot } = committee;
      const vehicle = (title: string) => act('RegisterVehicle', { title, carries: [{ item, quantity: 50 }] });
      const [truck, van] = [await vehicle('Camión'), await vehicle('Furgoneta')];
      await withPhones(browser, async (another) => {
        const phones = new Map<number, Awaited<ReturnType<typeof another>>>();
        for (const place of [depot, truck, van, clinic]) {
          const phone = await another();
          await enrolled(phone, committee, place);
          phones.set(place, phone);
        }
        const pageOf = (place: number) => phones.get(place)!.page;
        for (const { context } of phones.values()) await context.setOffline(true);
        const way = [
          [depot, truck, 'Camión'],
          [truck, van, 'Furgoneta'],
          [van, clinic, 'Posta del distrito 8'],
        ] as const;
        for (const [from, to, title] of way) {
          const answered = await receive(pageOf(to), await give(pageOf(from), title, 30));
          // What came is what was given: the receiver has both signatures at once.
          await pageOf(to).getByText('Firmaron las dos partes').waitFor();
          await pageOf(to).getByRole('button', { name: 'Listo' }).click();
          await pageOf(from).getByRole('button', { name: 'Leer la respuesta' }).click();
          await take(pageOf(from), answered);
          await pageOf(from).getByRole('button', { name: 'Listo' }).click();
        }
        // They come back in the wrong order: the delivery first.
        for (const place of [clinic, van, truck, depot]) {
          await phones.get(place)!.context.setOffline(false);
          await pageOf(place).locator('[data-sending]').first().waitFor({ state: 'detached' });
        }
        const kinds = (await actsOf(committee)).map(({ kind, provisional }) => `${kind} ${provisional}`).sort();
        assert.deepEqual(kinds, ['deliver false', 'load false', 'relay false']);
        const supply = await supplyOf(committee);
        const at = [depot, truck, van, clinic].map((place) => balanceAt(supply, lot, place));
        assert.deepEqual(at, [70, 0, 0, 30]);
        const answered = await receive(pageOf(clinic), await give(pageOf(depot), 'Posta del distrito 8', 5), {
          received: 3,
        });
        await pageOf(clinic).getByRole('button', { name: 'Volver' }).click();
        await pageOf(depot).getByRole('button', { name: 'Leer la respuesta' }).click();
        await take(pageOf(depot), answered);
        await pageOf(depot).getByRole('button', { name: 'No es así' }).click();
        for (const place of [depot, clinic]) await pageOf(place).getByText('hay otra versión').waitFor();
        const disputed = (await actsOf(committee)).filter(({ disputes }) => disputes > 0);
        assert.deepEqual(
          disputed.map(({ lines, disputes }) => [lines, disputes]),
          [[[[5, 5, 0]], 1]],
        );
        const { look, faults } = everybody();
        for (const place of [depot, clinic]) {
          const versions = pageOf(place).locator('[data-version]');
          await versions.getByText('Firmó quien recibe.').waitFor();
          const said = await versions.evaluateAll((all) => all.map((one) => one.querySelector('strong')?.textContent));
          assert.deepEqual(said, ['entregado 5, recibido 5, con daño 0', 'entregado 5, recibido 3, con daño 0']);
        }
        await look('hand-over: two versions', pageOf(clinic));
        await picture(pageOf(clinic), 'hand-over-versions');
        // What was read once is there without a network.
        await kept(phones.get(clinic)!);
        await phones.get(clinic)!.context.setOffline(true);
        await pageOf(clinic).reload();
        await pageOf(clinic).getByText('Firmó quien recibe.').waitFor();
        assert.deepEqual(faults, []);
      });
    });
  });

  test('an officer of the site’s assembly, who is nobody in the committee, finds it, countersigns what the site asks for and confirms what no hand could sign', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { depot, lot, item, act, officer, body } = committee;
      await withPhones(browser, async (another) => {
        const [desk, assembly] = [await another(), await another()];
        const { look, faults } = everybody();
        const book = await assemblyOn(assembly, committee);
        const site = await act('RegisterSite', {
          title: 'Puesto Ventilla',
          kind: 'clinic',
          peopleServed: 300,
          assembly: book,
        });
        const asked = await act('DeclareNeed', { site, item, quantity: 40, until: inDays(5) });
        await officer(desk.page);
        await openHandOvers(desk, committee);
        await assembly.page.goto(`${committee.url}/supply`);
        const { state } = (await committee.node.book(body.name))!;
        await assembly.page.getByRole('link', { name: state.body?.title ?? '' }).click();
        const need = assembly.page.locator(`[data-need="${asked}"]`);
        await need.getByText(/^Gas de 10 kg: pide 40, hasta el /).waitFor();
        // The clinic belongs to no assembly here, and the committee's own officers sign for none.
        assert.equal(await assembly.page.locator('[data-need]').count(), 1);
        assert.equal(await desk.page.locator('[data-need]').count(), 0);
        assert.equal(await assembly.page.getByText('Anotar una entrega que nadie firmó').count(), 0);
        await look('for-sites: needs', assembly.page);
        await picture(assembly.page, 'for-sites');
        await assembly.context.setOffline(true);
        await need.getByRole('button', { name: 'Refrendar por la asamblea' }).click();
        await need.getByRole('button', { name: 'Sí, firmar' }).click();
        await need.getByText('espera red').waitFor();
        await assembly.context.setOffline(false);
        await need.waitFor({ state: 'detached' });
        const { needs } = (await committee.node.book(body.name))!.state.supply;
        assert.notEqual(tableGet(needs, asked)?.countersigned ?? null, null);
        await desk.page.getByRole('button', { name: 'Anotar una entrega que nadie firmó' }).click();
        await desk.page.getByLabel('De', { exact: true }).selectOption({ label: 'Planta Senkata' });
        await desk.page.getByLabel('A', { exact: true }).selectOption({ label: 'Puesto Ventilla' });
        await desk.page.locator(`#lot-${lot}`).fill('12');
        await desk.page.locator(`#came-${lot}`).fill('11');
        await desk.page.getByLabel('Qué pasó, y por qué no hay firma').fill('Lo trajo un camión sin llave inscrita.');
        await look('hand-over: report', desk.page);
        await picture(desk.page, 'hand-over-report');
        await desk.page.getByRole('button', { name: 'Anotar como provisional' }).click();
        await desk.page.getByText('Espera la firma de quien recibe').waitFor();
        assert.equal(await desk.page.getByRole('button', { name: 'Firmar por la asamblea' }).count(), 0);

        await correctsReport(committee, desk.page, look);
        const waiting = assembly.page.locator('[data-provisional]');
        await waiting.getByText('entrega directa: De Planta Senkata a Puesto Ventilla').waitFor();
        await waiting.getByText('entregado 12, recibido 10, con daño 0').waitFor();
        await waiting.getByText('Mostrar el texto').click();
        const text = await waiting.locator('.signed-text').textContent();
        await look('for-sites: provisional', assembly.page);
        await assembly.context.setOffline(true);
        await waiting.getByRole('button', { name: 'Firmar por la asamblea que llegó así' }).click();
        await picture(assembly.page, 'for-sites-provisional');
        await waiting.getByRole('button', { name: 'Sí, firmar' }).click();
        await waiting.getByText('espera red').waitFor();
        await assembly.context.setOffline(false);
        await waiting.waitFor({ state: 'detached' });
        await desk.page.locator('[data-provisional]').waitFor({ state: 'detached' });
        assert.deepEqual(await actsOf(committee), [
          { kind: 'direct', from: depot, to: site, lines: [[12, 10, 0]], provisional: false, disputes: 0 },
        ]);
        const [confirmed] = (await committee.node.actsOf(body.origin, ['HandOverConfirmed'], 1)) ?? [];
        const { by } = (JSON.parse(Buffer.from(confirmed!.entry).toString()) as { data: { by: SignedBy } }).data;
        assert.deepEqual([by.kind, by.book], ['officer', book]);
        assert.match(text ?? '', /^cabildo\/hand-over\/v1\n\{/);
        assert.deepEqual(faults, []);
      });
    });
  });

  test('a hand that was withdrawn meanwhile: refused late, with the reason and what to do, and the text stays until it was read', async () => {
    await withCommittee(client.folder, async (committee) => {
      const { clinic, act, officer } = committee;
      await withPhones(browser, async (another) => {
        const [giver, desk] = [await another(), await another()];
        await officer(desk.page);
        await openHandOvers(giver, committee);
        const key = await keyOf(giver.page);
        await desk.page.getByRole('link', { name: 'Llaves de quienes entregan' }).click();
        await desk.page.getByLabel('La llave del teléfono').fill(key);
        await desk.page.getByLabel('Por quién firma').selectOption({ label: 'Planta Senkata' });
        const { look, faults } = everybody();
        await look('hands', desk.page);
        await picture(desk.page, 'hands');
        await desk.page.getByRole('button', { name: 'Inscribir la llave' }).click();
        await giver.page.getByRole('heading', { name: 'Este teléfono firma por' }).waitFor();
        await enrolled(await another(), committee, clinic);
        await giver.context.setOffline(true);
        await give(giver.page, 'Posta del distrito 8', 7);
        await giver.page.getByText('La otra parte no tiene teléfono').click();
        await giver.page.getByRole('button', { name: 'Firmar como provisional' }).click();
        const { hands } = await supplyOf(committee);
        const [mine] = tableEntries(hands).find(([, one]) => one.key === key) ?? [];
        await act('WithdrawHand', { hand: Number(mine) });
        await giver.context.setOffline(false);
        await giver.page.getByText('no se aceptó').waitFor();
        await giver.page.getByText('Esa llave ya no firma').waitFor();
        await look('hand-over: refused', giver.page);
        await picture(giver.page, 'hand-over-refused');
        assert.deepEqual(await actsOf(committee), []);
        await giver.page.getByRole('button', { name: 'Ya lo leí' }).click();
        await giver.page.locator('[data-sending]').first().waitFor({ state: 'detached' });
        await giver.page.getByText('Por Planta Senkata este teléfono ya no firma').waitFor();
        assert.deepEqual(faults, []);
      });
    });
  });
});
