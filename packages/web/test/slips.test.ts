// An open cabildo: people on no roll who speak, and slips whose answer the network has lost, in Chromium against a node.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableGet } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { everybody } from './everyone.ts';
import { type Hall, type PhoneInHand, withHall, withPhone } from './hall.ts';

const walkIns = { sittings: ['founding' as const], mark: 'tinta en el pulgar' };

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** The hall is open, and five people were counted in it. */
async function crowded(hall: Hall): Promise<string> {
  await hall.openSitting();
  for (const member of hall.tellers) {
    const counted = { sitting: hall.sitting, round: 2, present: 5 };
    await done(hall.node, hall.body, 'CountPresence', counted, { kind: 'member', member });
  }
  const card = hall.addressOf(await hall.newCard(hall.tellers[0]));
  return card.replace('/phone#', `/phone/teller/${hall.body.name}/${hall.sitting}#`);
}

const { browser, client } = await inChromium();

describe('an open cabildo in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('somebody with a slip asks for the floor, and whoever keeps the list calls the slip up', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        const { node, body, sitting } = hall;
        await crowded(hall);
        const { answer } = await done(node, body, 'IssueSlips', { sitting, count: 2 });
        const [, { code }] = answer.slips as [unknown, { code: string }];
        assert.ok(body.founder.kind === 'member');
        const chair = hall.addressOf(await hall.newCard(body.founder.member));
        await withPhone(browser, async ({ page, on }) => {
          await page.goto(`${hall.url}/phone#body=${body.name}&card=${code}`);
          await on('hall');
          await page.getByText('Usted tiene la ficha 2').waitFor();
          await press(page, 'Pedir la palabra');
          await page.getByRole('radio', { name: 'Cuestión de orden' }).check();
          await page.locator('.floor form button').click();
          await page.getByText('Usted está en la lista: número 1').waitFor();
          await withPhone(browser, async (desk) => {
            await desk.page.goto(chair);
            await desk.on('hall');
            await desk.page.goto(`${hall.url}/phone/speakers/${body.name}/${sitting}`);
            await press(desk.page, 'Dar la palabra a n.º 1 · ficha 2');
            await page.getByText('Usted tiene la palabra').waitFor();
            await press(page, 'Terminé');
            await desk.page.getByText('Nadie tiene la palabra.').waitFor();
          });
        });
      },
      { walkIns, checkIn: 'anywhere' },
    );
  });

  test('a sheet of slips that nobody took is made void in one step, from its first number to its last', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        const { node, body, sitting } = hall;
        const teller = await crowded(hall);
        await done(node, body, 'IssueSlips', { sitting, count: 4 });
        await withPhone(browser, async ({ page }) => {
          await page.goto(teller);
          await press(page, 'Fichas');
          await page.getByText('Entregadas: 4').waitFor();
          await press(page, 'Anular fichas');
          await press(page, '2');
          await page.getByRole('button', { name: /^Hasta la ficha/ }).click();
          await press(page, '1');
          await page.getByRole('button', { name: 'La devolvió', disabled: true }).waitFor();
          await press(page, 'Borrar');
          await press(page, '4');
          const { look, faults } = everybody();
          await look('slips: made void', page);
          assert.deepEqual(faults, []);
          await press(page, 'La devolvió');
          await page.getByText('Ya no cuenta: ficha 2–4.').waitFor();
          await press(page, '1');
          await press(page, 'Se perdió');
          await page.getByText('Ya no cuenta: ficha 1.').waitFor();
        });
        const state = (await node.book(body.name))?.state ?? assert.fail();
        assert.deepEqual(tableGet(state.sittings, sitting)?.slips?.voided.toSorted(), [1, 2, 3, 4]);
      },
      { walkIns, checkIn: 'anywhere' },
    );
  });

  test('slips whose answer is lost come again, the same ones, also after the page was closed', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        const { node, body } = hall;
        const teller = await crowded(hall);
        const issued = async (): Promise<number> =>
          (await node.acts(body.name, 0, 500)).filter(({ act }) => act === 'SlipsIssued').length;
        const work = async ({ page }: PhoneInHand): Promise<void> => {
          await page.goto(teller);
          // The node has them made, and its answer never arrives.
          let lose = 2;
          await page.route('**/commands/IssueSlips', async (route) => {
            if (lose-- <= 0) return route.continue();
            await route.fetch();
            return route.abort();
          });
          await press(page, 'Fichas');
          await press(page, 'Con su teléfono');
          await page.getByText('Las fichas no llegaron a esta pantalla').waitFor();
          assert.equal(await issued(), 1);
          await press(page, 'Intentar de nuevo');
          await page.reload();
          await press(page, 'Fichas');
          await page.getByText('Las fichas no llegaron a esta pantalla').waitFor();
          await press(page, 'Intentar de nuevo');
          await page.getByRole('heading', { name: 'Ficha 1' }).waitFor();
          assert.equal(await issued(), 1, 'no second slip was made');
          const code = (await page.locator('.code').textContent()) ?? '';
          await withPhone(browser, async (walkIn) => {
            await walkIn.page.goto(`${hall.url}/phone#body=${body.name}&card=${code}`);
            await walkIn.page.getByText('Usted tiene la ficha 1').waitFor();
          });
          await press(page, 'Otra ficha');
          await press(page, 'Con su teléfono');
          await page.getByRole('heading', { name: 'Ficha 2' }).waitFor();
          assert.equal(await issued(), 2, 'handed over, the next one is another one');
        };
        // What passes the worker does not always pass what stands in for the node.
        await withPhone(browser, work, { serviceWorkers: 'block' });
      },
      { walkIns, checkIn: 'anywhere' },
    );
  });
});
