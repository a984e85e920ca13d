// The secretary's pages in a real browser: minutes that write themselves, a sitting from paper, the next evening.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { type Card, type Hall, inOffice, type PhoneInHand, withHall, withPhone } from './hall.ts';

const founderOf = ({ body: { founder } }: Hall): string => (founder.kind === 'member' ? founder.member : assert.fail());

/** Somebody whom the book has as its secretary. */
async function secretaryOf(hall: Hall): Promise<Card> {
  const secretary = await hall.card();
  await inOffice(hall, 'secretary', secretary.member);
  return secretary;
}

async function enter(page: Page, hall: Hall, card: Card, area: string): Promise<void> {
  await page.goto(hall.addressOf(card));
  await page.waitForSelector('main[data-screen="hall"]');
  await page.goto(`${hall.url}/phone/${area}`);
}

/** What was held on paper before the statute was adopted has no effect, and a draft says the hour to the minute. */
async function anHourLater(hall: Hall, page: Page): Promise<void> {
  hall.passes(3_600_000);
  await page.clock.setSystemTime(Date.now() + 3_600_000);
}

/** By a rule that came into force while the entry waited. */
const refusal = {
  status: 409,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    status: 409,
    code: 'late-title',
    sentences: { es: 'Corrija el título.', en: 'Correct the title.' },
  }),
};

const { browser, client } = await inChromium();

describe('the secretary in Chromium', { skip: browserMissing, concurrency: 3 }, () => {
  test('minutes follow the acts, take the secretary’s words, and are approved as they stand on the sheet', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.newCard(founderOf(hall));
      const work = async ({ page }: PhoneInHand): Promise<void> => {
        await enter(page, hall, card, `minutes/${hall.body.name}/${hall.sitting}`);
        const sheet = page.locator('.sheet');
        await sheet.waitFor();
        await page.getByText('Cuando la sesión se cierre se podrá aprobar.').waitFor();
        await page.getByLabel('Punto 1. Agua').fill('Se explicó que el tanque pierde agua.');
        await hall.openSitting();
        await sheet.getByText('Se abre la sesión en primera convocatoria', { exact: false }).waitFor();
        const vote = await hall.openVote('Arreglar el tanque', 'hands');
        assert.equal(await sheet.getByText(/\d+ sí, \d+ no/).count(), 0, 'no tally of an open vote');
        await done(hall.node, hall.body, 'AnnulVote', { vote, reason: 'otra vez' });
        await done(hall.node, hall.body, 'CloseSitting', { sitting: hall.sitting });
        // What the network does not bring at first is asked for again.
        await page.route('**/minutes?lang=*', (route) => route.abort(), { times: 1 });
        await page.reload();
        await page.getByRole('button', { name: 'Aprobar este texto' }).click();
        await page.getByRole('button', { name: 'Sí', exact: true }).click();
        await page.getByRole('link', { name: 'Firmar con este aparato' }).waitFor();
        const minutes = await fetch(`${hall.url}/api/bodies/${hall.body.name}/sittings/${hall.sitting}/minutes`);
        const { approvedBy } = (await minutes.json()) as { approvedBy: number };
        const act = await fetch(`${hall.url}/api/bodies/${hall.body.name}/acts/${approvedBy}`);
        const { disclosures } = (await act.json()) as { disclosures: { text: string } };
        assert.match(disclosures.text, /7\. INTERVENCIONES\n\nPunto 1\. Agua\nSe explicó que el tanque pierde agua\./);
        assert.match(disclosures.text, /1\. LUGAR, FECHA Y HORA[\s\S]*2\. CONVOCATORIA[\s\S]*8\. MOCIONES/);
      };
      await withPhone(browser, work, { serviceWorkers: 'block' });
    });
  });

  test('a sitting from paper: what is missing is said, its irregularities are named before it is entered', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await secretaryOf(hall);
      await withPhone(browser, async ({ page, context }) => {
        await anHourLater(hall, page);
        await enter(page, hall, card, `late/${hall.body.name}`);
        await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
        await page.getByText('Diga dónde fue.').waitFor();
        await page.getByLabel('Lugar').fill('La sede');
        await page.getByLabel('Personas presentes').fill('5');
        await page.getByLabel('Orden del día, como se anunció').fill('Agua\nLuz');
        await page.getByLabel('Qué se decidió, en una línea').fill('Arreglar el tanque');
        await page.getByLabel('Sí', { exact: true }).fill('4');
        await page.getByRole('button', { name: 'Otra decisión' }).click();
        const second = page.getByRole('group', { name: 'Decisión 2' });
        await second.getByLabel('Qué se decidió, en una línea').fill('Cuentas del año');
        await second.getByLabel('Sí', { exact: true }).fill('9');
        await second.getByText('Otro asunto, texto más largo, quitar').click();
        await second.getByLabel('Asunto').selectOption('accounts');
        await page.reload();
        assert.equal(await page.getByLabel('Lugar').inputValue(), 'La sede', 'the draft is kept');
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
        await page.getByText('No hay conexión con el nodo. El borrador queda aquí', { exact: false }).waitFor();
        await context.setOffline(false);
        await page.getByRole('button', { name: 'Corregir' }).click();
        await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
        await page.getByText('En vigor desde que se anote').waitFor();
        await page.getByText('Sin efecto: solo constará').waitFor();
        for (const said of ['Hay más manos que personas.', 'No estaba en la convocatoria.'])
          await page.getByText(said).waitFor();
        await page.getByRole('button', { name: 'Anotar en el libro' }).click();
        await page.getByText('Está en el libro').waitFor();
        await page.getByRole('link', { name: 'Aprobar su acta' }).click();
        const sheet = page.locator('.sheet');
        await sheet.getByText('Arreglar el tanque (asunto ordinario): 4 sí', { exact: false }).waitFor();
        await page.goto(`${hall.url}/phone/late/${hall.body.name}`);
        assert.equal(await page.getByLabel('Lugar').inputValue(), '', 'what was entered is no draft any more');
      });
    });
  });

  test('a meeting of this phone is entered, what was decided by consensus as such', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await secretaryOf(hall);
      await withPhone(browser, async ({ page }) => {
        await anHourLater(hall, page);
        await enter(page, hall, card, 'meeting');
        await page.getByRole('button', { name: 'Empezar una reunión' }).click();
        await page.getByLabel('Nombre de la asamblea').fill('Junta');
        await page.getByLabel('Lugar').fill('la sede');
        await page.getByLabel('Orden del día').fill('Agua');
        await page.getByRole('button', { name: /^Empezar a las/ }).click();
        await page.getByRole('button', { name: 'Anotar una decisión' }).click();
        await page.getByLabel('Texto, como se leyó en voz alta').fill('Cavar un pozo');
        await page.getByText('Por consenso').click();
        await page.getByRole('button', { name: 'Listo' }).click();
        await page.getByRole('button', { name: 'Ver el acta' }).click();
        await page.getByRole('link', { name: /^Pasarla al libro de/ }).click();
        await page.getByText('De la reunión de Junta en este teléfono.').waitFor();
        await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
        await page.getByText('Por consenso: se preguntó', { exact: false }).waitFor();
        await page.getByRole('button', { name: 'Anotar en el libro' }).click();
        await page.getByText('Está en el libro').waitFor();
        await page.goto(`${hall.url}/phone/meeting`);
        await page.getByText('en el libro').waitFor();
      });
    });
  });

  test('what waits on the phone is said to wait, is offered once, and is said to be done when it went out', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.newCard(founderOf(hall));
      await withPhone(browser, async ({ page, context }) => {
        await hall.openSitting();
        await done(hall.node, hall.body, 'CloseSitting', { sitting: hall.sitting });
        await enter(page, hall, card, `minutes/${hall.body.name}/${hall.sitting}`);
        const again = page.getByRole('button', { name: /^Convocar para el/ });
        await again.waitFor();
        await page.locator('#again-why').waitFor({ state: 'detached' });
        const approve = page.getByRole('button', { name: 'Aprobar este texto' });
        await approve.waitFor();
        await context.setOffline(true);
        await approve.click();
        await page.getByRole('button', { name: 'Sí', exact: true }).click();
        const waiting = page.getByText('AÚN NO está en el libro', { exact: false });
        await page.locator('.approve').getByText('AÚN NO está en el libro', { exact: false }).waitFor();
        assert.equal(await approve.count(), 0, 'nothing is sent twice');
        await again.click();
        await page.locator('.again').getByText('AÚN NO está en el libro', { exact: false }).waitFor();
        assert.equal(await again.count(), 0);
        await context.setOffline(false);
        await page.getByText('Convocada.').waitFor();
        await page.locator('.again').getByRole('link', { name: 'Convocatoria para pegar' }).waitFor();
        await page.getByText('Aprobada. Ahora la sellan', { exact: false }).waitFor();
        assert.equal(await waiting.count(), 0, 'and nothing waits any more');
      });
    });
  });

  test('a late entry that waited is in the book when it went out; one that is refused then can be corrected', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await secretaryOf(hall);
      await withPhone(
        browser,
        async ({ page, context }) => {
          await anHourLater(hall, page);
          await enter(page, hall, card, `late/${hall.body.name}`);
          const look = async (): Promise<void> => {
            await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
            await page.getByRole('button', { name: 'Anotar en el libro' }).waitFor();
          };
          const wait = async (): Promise<void> => {
            await context.setOffline(true);
            await page.getByRole('button', { name: 'Anotar en el libro' }).click();
            await page.getByText('AÚN NO está en el libro', { exact: false }).waitFor();
            assert.equal(await page.getByRole('button', { name: 'Corregir' }).count(), 0);
          };
          await page.getByLabel('Lugar').fill('La sede');
          await page.getByLabel('Qué se decidió, en una línea').fill('Arreglar el tanque');
          await page.getByLabel('Sí', { exact: true }).fill('4');
          await look();
          await wait();
          await page.route('**/commands/EnterLateSitting', (route) => route.fulfill(refusal), { times: 1 });
          await context.setOffline(false);
          await page.getByRole('button', { name: 'Entendido' }).waitFor();
          await page.getByRole('button', { name: 'Corregir' }).click();
          assert.equal(await page.getByLabel('Lugar').inputValue(), 'La sede', 'ten minutes of typing are not lost');
          await page.reload();
          assert.equal(await page.getByLabel('Lugar').inputValue(), 'La sede');
          await look();
          await wait();
          await context.setOffline(false);
          await page.getByText('Está en el libro', { exact: true }).waitFor();
          await page.getByRole('link', { name: 'Aprobar su acta' }).waitFor();
        },
        { serviceWorkers: 'block' },
      );
    });
  });

  test('the next evening is convened with one touch; for whoever may not, the rule is said beside the button', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body } = hall;
      const member = await hall.card();
      const secretary = await secretaryOf(hall);
      const input = {
        kind: 'ordinary',
        place: 'La sede',
        startsAt: node.now(),
        notice: [{ matter: 'ordinary', title: 'Agua' }],
      };
      const convened = await done(node, body, 'ConveneSitting', input, { kind: 'member', member: secretary.member });
      const area = `minutes/${body.name}/${convened.acts[0]!.index}`;
      const again = { name: /^Convocar para el/ };
      await withPhone(browser, async ({ page }) => {
        await enter(page, hall, member, area);
        await page.locator('#again-why').waitFor();
        assert.equal(await page.getByRole('button', again).getAttribute('aria-disabled'), 'true');
        assert.match((await page.locator('#again-why').textContent()) ?? '', /^Así no se puede: \S+/);
      });
      await withPhone(browser, async ({ page }) => {
        await enter(page, hall, secretary, area);
        await page.getByRole('button', again).click();
        await page.getByText('Convocada.').waitFor();
        const poster = page.locator('.again').getByRole('link', { name: 'Convocatoria para pegar' });
        await poster.click();
        await page.getByText('Primera convocatoria:', { exact: false }).waitFor();
        await page.getByText('La sede').first().waitFor();
        assert.equal(await page.locator('svg.qr').count(), 2);
      });
    });
  });
});

test('only the page on which motions are read aloud may use the microphone', { skip: browserMissing }, async () => {
  await withHall(client.folder, async ({ url, body, sitting }) => {
    const allowed = async (path: string): Promise<string> =>
      (await fetch(url + path)).headers.get('permissions-policy') ?? '';
    assert.match(await allowed(`/phone/voice/${body.name}/${sitting}`), /microphone=\(self\)/);
    for (const path of ['/phone', `/phone/minutes/${body.name}/${sitting}`, '/phone/voicemail', '/'])
      assert.match(await allowed(path), /microphone=\(\)/, path);
  });
});
