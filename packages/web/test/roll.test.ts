// Whoever keeps the roll enrols somebody on a phone, says with whom they live, and hands them a card.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { everybody } from './everyone.ts';
import { withHall, withPhone } from './hall.ts';

const { browser, client } = await inChromium();

describe('the roll, in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('somebody is enrolled with whom they live, and signs in with the card that is shown', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, url } = hall;
      const founder = body.founder as { readonly member: string };
      const card = await hall.newCard(founder.member);
      let shown = '';
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(card));
        await on('hall');
        await page.getByRole('link', { name: 'Sumar a alguien al padrón' }).click();
        const submit = page.locator('button[type="submit"]');
        await page.getByRole('textbox', { name: 'Nombre' }).fill('Rosa Quispe');
        await page.getByRole('textbox', { name: 'Vive con' }).fill('petrona');
        const { look, faults } = everybody();
        const found = page.getByRole('button', { name: 'Petrona Quispe' });
        await found.waitFor();
        await look('roll: with whom', page);
        await found.click();
        await page.getByRole('button', { name: 'Cambiar' }).waitFor();
        const sent = page.waitForRequest(/\/commands\/EnrolMember$/);
        await submit.click();
        assert.deepEqual((await sent).postDataJSON(), { name: 'Rosa Quispe', household: hall.neighbours[0] });
        await page.getByRole('heading', { name: 'Rosa Quispe' }).waitFor();
        await page.getByRole('img', { name: 'Rosa Quispe' }).waitFor();
        await look('roll: a card', page);
        assert.deepEqual(faults, []);
        shown = (await page.locator('.roll-card p').first().textContent()) ?? '';
      });
      const rosa = await node.rollNamed(body.founder, body.name, 'rosa');
      assert.deepEqual(
        rosa?.map(({ name }) => name),
        ['Rosa Quispe'],
      );
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(`${url}/phone#body=${body.name}&card=${encodeURIComponent(shown)}`);
        await on('hall');
        assert.equal(await page.getByRole('link', { name: 'Sumar a alguien al padrón' }).count(), 0);
      });
    });
  });

  test('who was enrolled without a network is there once, and has a card when it is back', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body } = hall;
      const founder = body.founder as { readonly member: string };
      const card = await hall.newCard(founder.member);
      await withPhone(browser, async ({ page, context, on }) => {
        await page.goto(hall.addressOf(card));
        await on('hall');
        await page.getByRole('link', { name: 'Sumar a alguien al padrón' }).click();
        const submit = page.locator('button[type="submit"]');
        await page.getByRole('textbox', { name: 'Nombre' }).fill('Rosa Quispe');
        await context.setOffline(true);
        await submit.click();
        await page.getByText('Guardado aquí: saldrá cuando haya red.').waitFor();
        assert.equal(await submit.getAttribute('aria-disabled'), 'true');
        await submit.press('Enter');
        await context.setOffline(false);
        await page.getByRole('img', { name: 'Rosa Quispe' }).waitFor();
        assert.equal(await page.getByText('Guardado aquí').count(), 0);
      });
      const rosa = await node.rollNamed(body.founder, body.name, 'rosa');
      assert.equal(rosa?.length, 1);
    });
  });

  test('who does not keep the roll looks nobody up, and is told so', async () => {
    await withHall(client.folder, async (hall) => {
      const { body, url } = hall;
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(await hall.card()));
        await on('hall');
        await page.goto(`${url}/phone/roll/${body.name}`);
        await page.getByRole('textbox', { name: 'Nombre' }).fill('Rosa');
        const asked = page.waitForResponse(/\/roll\/who$/);
        await page.getByRole('textbox', { name: 'Vive con' }).fill('petrona');
        const answer = await asked;
        assert.equal(answer.status(), 403);
        assert.doesNotMatch(await answer.text(), /Petrona/);
        await page.locator('button[type="submit"]').click();
        await page.locator('.refusal').waitFor();
      });
    });
  });
});
