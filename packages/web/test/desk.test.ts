import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import { partsOf, unitsOf } from '../src/desk/parts.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { openDesk, playEvening } from './desk-evening.ts';
import { withHall, withPhone } from './hall.ts';

test('a text divided at its sentences, put together again, is the text', () => {
  const text = 'Que se arregle el tanque. Que se cobre una cuota;\ny que se informe.\n\nFin';
  const units = unitsOf(text);
  assert.equal(units.join(''), text);
  assert.equal(units.length, 4);
  const parts = partsOf(units, new Set([1, 3]));
  assert.deepEqual([parts.length, parts.join('')], [3, text]);
});

const { browser, client } = await inChromium();

describe('the presidium’s desk in Chromium', { skip: browserMissing }, () => {
  test('an evening from the opening to the form of the next convocation, on a narrow screen with one hand', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async ({ page }) => {
        await openDesk(hall, page);
        const seen: string[] = [];
        await playEvening(hall, {
          page,
          async at(moment) {
            seen.push(moment);
            await looksRight(page, moment);
          },
        });
        assert.deepEqual(seen, ['convened', 'door', 'motions', 'differ', 'result', 'closed', 'convening']);
        // Whoever founded a body convenes its founding and nothing else: the rule's own sentence stands at the button.
        await page.locator('.convene form button[type="submit"]').click();
        await page.locator('.convene .refusal').waitFor();
        assert.match(String(await page.locator('.convene .refusal').textContent()), /Artículo/);
      });
    });
  });

  test('a step without a network is not said to be done, and once it has gone out it is not said to wait', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async ({ page, context }) => {
        await hall.openSitting();
        await openDesk(hall, page);
        const item = page.locator('.agenda').getByRole('button', { name: /Agua/ });
        await item.waitFor();
        await context.setOffline(true);
        await item.click();
        await page.getByText('Todavía no está hecho').waitFor();
        await page.getByText('Lo que usted envió').waitFor();
        await context.setOffline(false);
        await page.getByRole('heading', { name: 'Agua', level: 2 }).waitFor();
        await page.getByText('Todavía no está hecho').waitFor({ state: 'detached' });
      });
    });
  });

  test('no number of a teller is on the desk, nor has the page been told one, before the vote is closed', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async ({ page }) => {
        const told: string[] = [];
        page.on('response', (response) => {
          if (/\/(live|steps)$/.test(response.url()))
            void response.text().then(
              (text) => told.push(text),
              () => undefined,
            );
        });
        await hall.openSitting();
        const vote = await hall.openVote('Arreglar el tanque', 'hands');
        await openDesk(hall, page);
        const entry = { vote, block: 'Norte', round: 1, yes: 2, no: 0, abstain: 0 };
        for (const member of hall.tellers)
          await done(hall.node, hall.body, 'CountBlock', entry, { kind: 'member', member });
        await page.getByText('Coinciden').waitFor();
        assert.ok(told.length > 0);
        assert.doesNotMatch(told.join(), /"(yes|no|abstain)":/);
        const close = page.locator('.open-vote-card').getByRole('button', { name: 'Cerrar votación', disabled: false });
        await close.focus();
        await page.keyboard.press('Enter');
        await page.locator('.result').getByText('2 sí · 0 no · 0 abstenciones').waitFor();
      });
    });
  });
});

/** One column without anything that sticks out, and nothing to press that a thumb would miss. */
async function looksRight(page: Page, moment: string): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  assert.ok(Number(wide) <= 0, `${moment}: the page is ${wide} px too wide`);
  const small = await page.evaluate(`[...document.querySelectorAll('.desk button, .desk summary, .desk nav a')]
    .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 47.5)
    .map((one) => one.textContent)`);
  assert.deepEqual(small, [], `${moment}: too small to press`);
}
