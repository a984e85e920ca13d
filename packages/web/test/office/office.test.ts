// The office in a real browser: which areas it has, and that whoever is signed in on this machine is known there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withHall, withPhone } from '../hall.ts';

const { browser, client } = await inChromium();

describe('the office, in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('whoever is signed in on this machine finds what can be done, and speaks either language', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.newCard((hall.body.founder as { readonly member: string }).member);
      await withPhone(browser, async ({ page, on }) => {
        const { look, faults } = everybody();
        await page.goto(hall.addressOf(card));
        await on('hall');
        await page.goto(`${hall.url}/office`);
        await on('office');
        await look('office', page);
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('heading', { name: 'Office', level: 1 }).waitFor();
        await page.getByRole('link', { name: 'Found an assembly' }).click();
        await page.getByRole('heading', { name: 'Found an assembly', level: 1 }).waitFor();
        await look('office: founding', page);
        assert.deepEqual(faults, []);
      });
    });
  });

  test('nobody is signed in: the office asks for the card, founding for none', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(`${hall.url}/office`);
        await on('sign-in');
        await page.goto(`${hall.url}/office/founding`);
        await on('founding');
      });
    });
  });
});
