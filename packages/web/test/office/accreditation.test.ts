// The commission of credentials in Chromium: cards and files are checked at a desk without a network, refused or accepted with
// their reason, and what was accepted reaches the book when there is a network again.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatVkey, verifierKey } from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { tableGet } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../../server/test/app/node-fixture.ts';
import type { Body } from '../../../server/test/exchange/fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withFilm } from '../film.ts';
import { withPhone } from '../hall.ts';
import { type Assembly, withAssembly } from '../sitting/assembly.ts';

const { browser, client } = await inChromium();
const table = { viewport: { width: 768, height: 1024 } };

/** The desk, with the books fetched and its worker ready to open it without a network. */
async function toDesk({ url, body, sitting, card }: Assembly, page: Page): Promise<void> {
  await page.goto(`${url}/office/accreditation/${body.name}/${sitting}#body=${body.name}&card=${card}`);
  await page.getByText('Libros de 3 de 3 puestos').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

const fileOf = async ({ url, body }: Assembly, base: Body): Promise<string> => {
  const answer = await fetch(`${url}/api/bodies/${base.name}/credentials/${body.name}/1`);
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="credential-[a-z-]+-1\.json"$/);
  return answer.text();
};

/** As the card is printed: what its code says. */
async function cardOf({ url, body }: Assembly, base: Body): Promise<{ readonly text: string; readonly code: string }> {
  const page = await (await fetch(`${url}/b/${base.name}/credentials/${body.name}`)).text();
  const [, first = '', last = ''] = /<strong class="words">(\w{5}) (\w{5})<\/strong>/.exec(page) ?? [];
  const path = `/b/${encodeURIComponent(base.origin)}/credentials/${encodeURIComponent(body.origin)}/1`;
  return { text: `${url}${path}?act=${first}${last}`, code: `${first} ${last}` };
}

async function open(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page
    .getByLabel('O abra el archivo de la credencial')
    .setInputFiles({ name: 'credencial.json', mimeType: 'application/json', buffer });
}

async function says(page: Page, verdict: string, words: string): Promise<void> {
  await page.locator(`[data-verdict="${verdict}"]`).getByText(words).waitFor();
}

const next = (page: Page): Promise<void> => page.getByRole('button', { name: 'Otra credencial' }).click();

async function type(page: Page, seat: string, code: string): Promise<void> {
  const summary = page.getByText('O escriba lo que dice la tarjeta');
  await summary.click();
  await page.getByLabel('Puesto', { exact: true }).selectOption({ label: seat });
  await page.getByLabel('Código del acto').fill(code);
  await page.getByRole('button', { name: 'Comprobar' }).click();
}

const seatOf = async ({ node, body }: Assembly, base: Body) =>
  tableGet((await node.book(body.origin))!.state.seats, `${base.origin}#1`);

/** Of what is shown there, for whoever wants to look at it: `OFFICE_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OFFICE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/accreditation-${name}.png`, fullPage: true });
}

/** A card is used on one phone. */
async function anotherCard({ node, body }: Assembly): Promise<string> {
  const { member } = body.founder as { readonly member: string };
  const { answer } = await done(node, body, 'IssueCard', { member });
  return (answer.card as { readonly code: string }).code;
}

/** As if a base had so many seats that nobody finds one by eye; and the desk is told of what went out before its list shows it. */
async function manySeats(assembly: Assembly, base: Body): Promise<void> {
  const { url, body, sitting } = assembly;
  const { code } = await cardOf(assembly, base);
  const card = await anotherCard(assembly);
  await withPhone(
    browser,
    async ({ page, context }) => {
      let list = Promise.withResolvers<void>();
      list.resolve();
      await page.route(`**/api/bodies/${body.name}`, async (route) => {
        await list.promise;
        const response = await route.fetch();
        const said = await response.json();
        for (const one of Object.values(said.state.affiliates) as { entitlement: number }[])
          if (one.entitlement > 0) one.entitlement = 9;
        await route.fulfill({ response, json: said });
      });
      await page.goto(`${url}/office/accreditation/${body.name}/${sitting}#body=${body.name}&card=${card}`);
      await page.getByText('de 27 puestos').waitFor();
      const search = page.getByLabel('Buscar un puesto por el nombre').last();
      await page.getByText('Se muestran 20 de 27').last().waitFor();
      await page.getByRole('button', { name: 'Mostrar 7 más' }).last().click();
      await page.getByText('Se muestran 27 de 27').waitFor();
      await search.fill('BALLIVIÁN 1');
      const seat = page.locator(`[data-seat="${base.origin}#1"]`);
      await seat.waitFor();
      await page.getByText('Se muestran 1 de 1').waitFor();
      await page.getByText('O escriba lo que dice la tarjeta').click();
      await page.getByLabel('Buscar un puesto por el nombre').first().fill('ballivian 1');
      await page.getByLabel('Puesto', { exact: true }).selectOption({ label: 'ballivian, puesto 1' });
      await page.getByLabel('Código del acto').fill(code);
      await page.getByRole('button', { name: 'Comprobar' }).click();
      await says(page, 'good', 'ballivian, puesto 1');
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Acreditar' }).click();
      await says(page, 'good', 'Espera la red: el libro no lo tiene todavía');
      list = Promise.withResolvers<void>();
      await context.setOffline(false);
      await page.locator('[data-verdict="good"]').getByText('Acreditado', { exact: true }).waitFor();
      assert.equal(await seat.and(page.locator('[data-state="there"]')).count(), 0, 'the list does not show it yet');
      list.resolve();
      await seat.and(page.locator('[data-state="there"]')).waitFor();
    },
    { ...table, serviceWorkers: 'block' },
  );
}

describe('the commission of credentials in Chromium', { skip: browserMissing }, () => {
  test('without a network a credential is refused with its reason and another accepted; it counts once there is one', async () => {
    await withAssembly(
      client.folder,
      async (assembly) => {
        const [lima, ballivian, seco] = assembly.bases as [Body, Body, Body];
        const [good, before] = [await fileOf(assembly, lima), await fileOf(assembly, seco)];
        const card = await cardOf(assembly, ballivian);
        await assembly.recall(seco);
        await withPhone(
          browser,
          async ({ page, context }) => {
            const { look, faults } = everybody();
            await toDesk(assembly, page);
            await look('accreditation', page);
            await picture(page, 'desk');
            await context.setOffline(true);
            await page.reload();
            await page.getByText('Libros de 3 de 3 puestos').waitFor();
            await page.getByText(/Sin conexión/).waitFor();

            await open(page, before);
            await says(page, 'recalled', 'Fue revocado por su asamblea.');
            await picture(page, 'recalled');
            await look('accreditation: refused', page);
            await page.getByRole('button', { name: 'Acreditar a quien suple' }).waitFor();
            await next(page);

            await type(
              page,
              'ballivian, puesto 1',
              card.code.replace(/^./, (first) => (first === '0' ? '1' : '0')),
            );
            await says(page, 'code-mistyped', 'El código está mal copiado.');
            await next(page);
            await type(page, 'ballivian, puesto 1', card.code);
            await says(page, 'good', 'Vale');
            await picture(page, 'good');
            await look('accreditation: good', page);
            await page.getByRole('button', { name: 'Acreditar' }).click();
            await page.getByText('Espera la red: el libro no lo tiene todavía').waitFor();
            await picture(page, 'waits');
            await next(page);
            await open(page, good);
            await says(page, 'good', 'alto-lima, puesto 1');
            await page.getByRole('button', { name: 'Acreditar' }).click();
            await page.getByText('Espera la red: el libro no lo tiene todavía').waitFor();
            await next(page);
            await open(page, good);
            await says(page, 'already-waiting', 'espera la red');
            assert.equal(await seatOf(assembly, ballivian), undefined, 'nothing has reached the book');

            await context.setOffline(false);
            await page.locator(`[data-seat="${ballivian.origin}#1"][data-state="there"]`).waitFor();
            await page.locator(`[data-seat="${lima.origin}#1"][data-state="there"]`).waitFor();
            await page.getByText('2 de 3 acreditados').waitFor();
            await next(page);
            await open(page, good);
            await says(page, 'already-seated', 'ya está acreditado');
            assert.equal((await seatOf(assembly, ballivian))?.sitting, assembly.sitting);
            assert.equal((await seatOf(assembly, lima))?.sitting, assembly.sitting);
            await next(page);
            await open(page, before);
            await page.getByRole('button', { name: 'Acreditar a quien suple' }).click();
            await page.locator(`[data-seat="${seco.origin}#1"][data-state="there"]`).waitFor();
            const [elected, sits] = [JSON.parse(before), await seatOf(assembly, seco)];
            assert.ok(JSON.stringify(elected).includes(sits?.holder ?? '-'), 'the alternate of that very election');
            assert.equal(sits?.alternate, null);
            assert.deepEqual(faults, []);
          },
          table,
        );
      },
      { seated: false },
    );
  });

  test('who is let in without a network and was recalled meanwhile is not shown as accredited: the alternate holds the seat', async () => {
    await withAssembly(
      client.folder,
      async (assembly) => {
        const [lima, , seco] = assembly.bases as [Body, Body, Body];
        const [good, recalled] = [await fileOf(assembly, lima), await fileOf(assembly, seco)];
        await withPhone(
          browser,
          async ({ page, context }) => {
            const { look, faults } = everybody();
            await toDesk(assembly, page);
            await context.setOffline(true);
            for (const credential of [good, recalled]) {
              await open(page, credential);
              await page.getByRole('button', { name: 'Acreditar' }).click();
              await page.getByText('Espera la red: el libro no lo tiene todavía').waitFor();
              if (credential === good) await next(page);
            }
            await assembly.recall(seco);
            await context.setOffline(false);
            await page.locator(`[data-seat="${seco.origin}#1"][data-state="replaced"]`).waitFor();
            await page.locator(`[data-seat="${lima.origin}#1"][data-state="there"]`).waitFor();
            await page.getByRole('alert').getByText('El puesto es de quien suple').waitFor();
            await look('accreditation: recalled meanwhile', page);
            await picture(page, 'meanwhile');
            // It stays said, also to whoever opens the desk again.
            await page.reload();
            await page.locator(`[data-seat="${seco.origin}#1"][data-state="replaced"]`).waitFor();
            assert.deepEqual(faults, []);
          },
          table,
        );
      },
      { seated: false },
    );
  });

  test('hostile files: each is told what is wrong with it, and the desk goes on', async () => {
    await withAssembly(
      client.folder,
      async (assembly) => {
        const [lima, ballivian] = assembly.bases as [Body, Body, Body];
        const good = await fileOf(assembly, lima);
        const other = JSON.parse(await fileOf(assembly, ballivian));
        await withPhone(browser, async ({ page }) => {
          await toDesk(assembly, page);
          const tries: readonly (readonly [string, string, string])[] = [
            [good.slice(0, good.length / 2), 'cut-off', 'El archivo está cortado'],
            ['Querida mesa: soy el delegado.', 'not-a-credential', 'No es una credencial.'],
            ['{"format":"cabildo-backup/1"}', 'not-a-credential', 'No es una credencial.'],
            ['{"format":"cabildo-credential/1","seat":[]}', 'malformed', 'no tiene la forma'],
            [good + ' '.repeat(1_000_000), 'too-large', 'demasiado grande'],
            [`{"format":"cabildo-credential/1","seat":${nested}}`, 'malformed', 'no tiene la forma'],
            [good.replace(/"links":\[/, `"links":[${nested},`), 'malformed', 'no tiene la forma'],
            [pictureBomb, 'not-a-credential', 'No es una credencial.'],
            ['<svg onload="alert(1)"/>', 'not-a-credential', 'No es una credencial.'],
            [good.replaceAll(assembly.body.origin, 'otra.example/asamblea'), 'other-assembly', 'otra asamblea'],
            [JSON.stringify({ ...JSON.parse(good), links: other.links }), 'forged', 'cambiada o inventada'],
            [signedByAnother(good, lima), 'other-key', 'otra llave'],
          ];
          for (const [text, verdict, words] of tries) {
            await open(page, text);
            await says(page, verdict, words);
            await next(page);
          }
          await open(page, good);
          await says(page, 'good', 'Vale');
          await page.getByRole('button', { name: 'Acreditar' }).click();
          await page.getByText('1 de 3 acreditados').waitFor();
        });
        await manySeats(assembly, ballivian);
      },
      { seated: false },
    );
  });

  test('the code of a printed card is read by the camera, or in a photograph of it; the card is for everybody, and on paper', async () => {
    await withAssembly(
      client.folder,
      async (assembly) => {
        const [lima, ballivian] = assembly.bases as [Body, Body, Body];
        const card = await cardOf(assembly, lima);
        await withFilm([card.text], async (camera) => {
          await withPhone(camera, async ({ page }) => {
            await toDesk(assembly, page);
            await page.getByRole('button', { name: 'Escanear una credencial' }).click();
            await says(page, 'good', 'alto-lima, puesto 1');
            await page.getByRole('button', { name: 'Acreditar' }).click();
            await page.locator(`[data-seat="${lima.origin}#1"][data-state="there"]`).waitFor();
          });
        });
        await withPhone(browser, async ({ page }) => {
          const { look, faults } = everybody();
          await page.goto(card.text);
          await page.getByRole('heading', { name: 'Puesto 1 en Asamblea Popular' }).waitFor();
          await look('credential card', page, 'page');
          await picture(page, 'card');
          await page.emulateMedia({ media: 'print' });
          await picture(page, 'card-print');
          await page.emulateMedia({ media: 'screen' });
          await page.goto(card.text.replace(/act=.*/, 'act=0000000000'));
          await page.getByText('Esta tarjeta es de otra elección').waitFor();
          await assembly.recall(ballivian);
          await page.goto((await cardOf(assembly, ballivian)).text);
          await page.getByText('Fue revocado: el puesto no lo tiene quien fue elegido.').waitFor();
          await photographed(assembly, page, look);
          assert.deepEqual(faults, []);
        });
      },
      { seated: false },
    );
  });
});

/** Where the browser lends no camera, as without https: a picture that the phone took of the card is read, and no other file. */
async function photographed(assembly: Assembly, page: Page, look: ReturnType<typeof everybody>['look']): Promise<void> {
  const [lima, , villa] = assembly.bases as [Body, Body, Body];
  const pictureOf = async (body: Body): Promise<Buffer> => {
    await page.goto((await cardOf(assembly, body)).text);
    return page.locator('article.credential').first().screenshot();
  };
  const [one, two] = [await pictureOf(lima), await pictureOf(villa)];
  await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await toDesk({ ...assembly, card: await anotherCard(assembly) }, page);
  await page.getByRole('button', { name: 'Escanear una credencial' }).click();
  await page.getByText('Este teléfono no ofrece cámara').waitFor();
  const both = await sideBySide(page, [one, two]);
  const tries: readonly (readonly [buffer: Buffer, words: string])[] = [
    [Buffer.from('<svg onload="alert(1)"/>'), 'no es una foto'],
    [Buffer.from(pictureBomb, 'latin1'), 'no es una foto'],
    [Buffer.alloc(16_000_001), 'pasa de 16 MB'],
    [await page.getByRole('heading').first().screenshot(), 'no se lee ningún código'],
    [both, 'hay varios en la foto'],
  ];
  const take = (buffer: Buffer): Promise<void> =>
    page.getByLabel('O tome una foto del código').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer });
  for (const [buffer, words] of tries) {
    await take(buffer);
    await page.getByRole('alert').getByText(words).waitFor();
  }
  await look('photograph', page, 'page');
  await take(two);
  await says(page, 'good', `${villa.name}, puesto 1`);
}

/** As the cards lie on a sheet. */
async function sideBySide(page: Page, pictures: readonly Buffer[]): Promise<Buffer> {
  const made = await page.evaluate(
    async (all) => {
      const bitmaps = await Promise.all(
        all.map((one) => createImageBitmap(new Blob([Uint8Array.from(atob(one), (letter) => letter.charCodeAt(0))]))),
      );
      const canvas = document.createElement('canvas');
      canvas.width = bitmaps.reduce((sum, { width }) => sum + width, 0);
      canvas.height = Math.max(...bitmaps.map(({ height }) => height));
      let at = 0;
      for (const bitmap of bitmaps) {
        canvas.getContext('2d')?.drawImage(bitmap, at, 0);
        at += bitmap.width;
      }
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    pictures.map((one) => one.toString('base64')),
  );
  return Buffer.from(made, 'base64');
}

/** A file that is small and as deep as one that size can be. */
const nested = '['.repeat(100_000) + ']'.repeat(100_000);

/** The head of a PNG that says it is four thousand million pixels high. */
const pictureBomb = Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff', 'hex').toString('latin1');

/** Its head under the same name, by a key that nobody here knows. */
function signedByAnother(text: string, { origin }: Body): string {
  const { signer } = generateKey();
  const credential = JSON.parse(text) as { books: Record<string, { checkpoint: string }> };
  const book = credential.books[origin] ?? assert.fail(origin);
  const key = formatVkey(verifierKey(origin, 1, signer.publicKey, nodeCrypto));
  const id = Buffer.from(key.split('+')[1] ?? '', 'hex');
  const [body = ''] = book.checkpoint.split('\n\n');
  const signature = Buffer.concat([id, signer.sign(Buffer.from(`${body}\n`))]).toString('base64');
  book.checkpoint = `${body}\n\n— ${origin} ${signature}\n`;
  return JSON.stringify(credential);
}
