// The screen on the wall, and asking for the floor on a phone, in Chromium against a node.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { comeIn, type Hall, withHall, withPhone } from './hall.ts';

const wallOf = (hall: Hall): string => `${hall.url}/phone/screen/${hall.body.name}/${hall.sitting}`;

/** Whoever founded the body convenes and presides until officers are elected. */
async function chairOf({ body, newCard }: Hall) {
  assert.ok(body.founder.kind === 'member');
  return newCard(body.founder.member);
}

const projector = { viewport: { width: 1440, height: 900 } };

const stage = (page: Page, name: string): Promise<unknown> => page.waitForSelector(`[data-stage="${name}"]`);

/** Everything that the wall says, to eyes and to a screen reader. */
const saidOn = async (page: Page): Promise<string> => {
  const labels = await page
    .locator('.wall [aria-label]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return `${await page.locator('.wall').innerText()} ${labels.join(' ')}`;
};

const { browser, client } = await inChromium();

describe('the wall of a hall in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('a member asks for the floor, the hall sees the turn without a name, and the member ends it', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting } = hall;
      await withPhone(browser, async (phone) => {
        const { page } = phone;
        await comeIn(phone, hall, await hall.card());
        await hall.openSitting();
        await page.getByRole('button', { name: 'Pedir la palabra' }).click();
        await page.getByRole('radio', { name: 'Cuestión de orden' }).waitFor();
        await page.getByRole('button', { name: 'Pedir la palabra' }).click();
        await page.getByText('Usted está en la lista: número 1').waitFor();
        await page.getByText('Es quien sigue').waitFor();
        await withPhone(
          browser,
          async ({ page: wall }) => {
            await wall.goto(wallOf(hall));
            await wall.locator('.wall-next', { hasText: 'n.º 1' }).waitFor();
            await done(node, body, 'GiveFloor', { sitting, number: 1 });
            await wall.locator('.wall-speaker', { hasText: 'n.º 1' }).waitFor();
            await page.getByText('Usted tiene la palabra').waitFor();
            assert.doesNotMatch(await wall.content(), /Juana|Choque/);
            await page.getByRole('button', { name: 'Terminé' }).click();
            await wall.locator('.wall-speaker').waitFor({ state: 'detached' });
            await page.getByRole('radio', { name: 'Hablar' }).waitFor();
          },
          projector,
        );
      });
    });
  });

  test('who has asked can take it back, and finds the place again after a reload', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        const { page } = phone;
        await comeIn(phone, hall, await hall.card());
        await hall.openSitting();
        await page.getByRole('button', { name: 'Pedir la palabra' }).click();
        await page.locator('.floor form button').click();
        await page.getByText('Usted está en la lista: número 1').waitFor();
        await page.reload();
        await page.getByText('Usted está en la lista: número 1').waitFor();
        await page.getByRole('button', { name: 'Ya no quiero hablar' }).click();
        await page.getByRole('radio', { name: 'Hablar' }).waitFor();
      });
    });
  });

  test('before, during and after a vote the wall shows who was heard, never what was said, then the result with its rule', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        await withPhone(
          browser,
          async ({ page: wall, context }) => {
            await wall.goto(wallOf(hall));
            await stage(wall, 'before');
            await comeIn(phone, hall, await hall.card());
            await hall.openSitting();
            await stage(wall, 'between');
            const vote = await hall.openVote('Arreglar el tanque');
            await stage(wall, 'vote');
            await wall.getByText('de 1 ya votaron').waitFor();
            await phone.page.getByRole('button', { name: 'Sí' }).click();
            await wall.locator('.wall-number', { hasText: '1' }).waitFor();
            assert.doesNotMatch(await saidOn(wall), /\b\d+ (sí|no|abstenci)/i);
            await hall.closeVote(vote);
            await stage(wall, 'result');
            await wall.getByText('Aprobada', { exact: true }).waitFor();
            assert.match(await saidOn(wall), /La regla: más de la mitad de los votos por sí o por no · la raya: 1/);
            await wall.locator('.wall-numbers .meter .tick').waitFor({ state: 'attached' });
            await context.setOffline(true);
            await wall.evaluate('dispatchEvent(new Event("online"))');
            await wall.getByText('Sin red. Esto era así').waitFor();
          },
          projector,
        );
      });
    });
  });

  test('an amendment is shown as what it takes out and puts in, in signs and in words', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting } = hall;
      await hall.openSitting();
      const gas = { sitting, matter: 'ordinary', title: 'Gas', text: 'Gas a los hospitales.' };
      const tabled = await done(node, body, 'TableMotion', { ...gas, proposal: { kind: 'resolution' } });
      const proposal = { kind: 'amend-motion', motion: tabled.acts[0]!.index, order: 1, substantive: false };
      const better = {
        sitting,
        matter: 'ordinary',
        title: 'Y a las ollas',
        text: 'Gas a los hospitales y a las ollas.',
      };
      await done(node, body, 'TableMotion', { ...better, proposal });
      await withPhone(
        browser,
        async ({ page: wall }) => {
          await wall.goto(wallOf(hall));
          await stage(wall, 'motion');
          const added = wall.locator('.wall-text ins');
          await added.waitFor();
          assert.match((await added.textContent()) ?? '', /\+.*se agrega:.*y a las ollas/);
        },
        projector,
      );
    });
  });

  test('whoever keeps the list puts somebody without a phone on it, gives the floor in its order, and sums it up', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting } = hall;
      await hall.openSitting();
      await done(node, body, 'AskForFloor', { sitting, kind: 'speech', label: 'Fila 1' });
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(await chairOf(hall)));
        await on('hall');
        await page.getByRole('link', { name: 'La lista de la palabra' }).click();
        await page.getByText('Anotar a alguien sin teléfono').click();
        await page.getByRole('textbox').fill('Fila 3, chaleco azul');
        await page.getByRole('radio', { name: 'cuestión de orden' }).check();
        await page.getByRole('button', { name: 'Anotar', exact: true }).click();
        await page.locator('.speakers li', { hasText: 'Fila 3, chaleco azul' }).waitFor();
        await page.getByRole('button', { name: 'Dar la palabra a n.º 2 · Fila 3, chaleco azul' }).click();
        await page.locator('.speakers .who', { hasText: 'cuestión de orden' }).waitFor();
        // One after the other.
        await page.getByRole('button', { name: /Dar la palabra/ }).waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Terminó de hablar' }).click();
        await page.getByRole('button', { name: 'Dar la palabra a n.º 1 · Fila 1' }).click();
        await page.getByRole('button', { name: 'Terminó de hablar' }).click();
        await page.getByText('2 intervenciones').waitFor();
        await page.getByRole('button', { name: 'Cerrar el debate' }).click();
        await page.getByRole('button', { name: 'Cerrar el debate' }).waitFor({ state: 'detached' });
        const ended = (await node.acts(body.name, 0, 500)).filter(({ act }) => act === 'DebateEnded');
        assert.equal(ended.length, 1);
      });
    });
  });

  test('only who stands at the door can show its code, which hands a phone in, and it goes away again', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting } = hall;
      await withPhone(
        browser,
        async ({ page: wall, on }) => {
          await wall.goto(wallOf(hall));
          await wall.getByRole('img', { name: /^Participar/ }).waitFor();
          assert.equal(await wall.getByRole('button', { name: 'Mostrar el código de la puerta' }).count(), 0);
          await wall.goto(hall.addressOf(await chairOf(hall)));
          await on('hall');
          await wall.goto(wallOf(hall));
          await wall.getByRole('button', { name: 'Mostrar el código de la puerta' }).click();
          const sign = wall.getByRole('img', { name: /^Estoy aquí/ });
          await sign.waitFor();
          const codeOfNow = async (): Promise<string> =>
            (await node.door(body.founder, body.name, sitting))?.code ?? '';
          const before = await codeOfNow();
          const code = ((await sign.getAttribute('aria-label')) ?? '').replace('Estoy aquí: ', '');
          // A minute may have turned between two questions.
          assert.ok([before, await codeOfNow()].includes(code), code);
          await wall.getByRole('button', { name: 'Quitar el código de la puerta' }).click();
          await wall.getByRole('img', { name: /^Participar/ }).waitFor();
        },
        projector,
      );
    });
  });
});
