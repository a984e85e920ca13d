// A hall node without a certificate: to a browser the page is not secure, and has no camera, no keys, no worker. A member takes
// part all the same.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { withHall, withPhone } from '../hall.ts';

// A name that leads to this machine, as the laptop’s address does in a hall; a browser trusts 127.0.0.1 without https.
const asInAHall = '--host-resolver-rules=MAP sala.example 127.0.0.1';
const { browser, client } = await inChromium(asInAHall);

describe('a hall without https', { skip: browserMissing }, () => {
  test('a member signs in, is in the hall, votes, and checks that the vote was counted', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async ({ page, on }) => {
        const url = hall.addressOf(card).replace('127.0.0.1', 'sala.example');
        await page.goto(url);
        assert.equal(await page.evaluate('isSecureContext'), false);
        await on('hall');
        await page.getByRole('button', { name: 'Estoy aquí' }).click();
        await page.getByText('Usted está en la sala').waitFor();
        await hall.openSitting();
        const vote = await hall.openVote('Arreglar el tanque');
        await on('vote');
        await page.getByRole('button', { name: 'Sí' }).click();
        await page.getByText('Su voto está contado').waitFor();
        await hall.closeVote(vote);
        await page.waitForSelector('[data-receipt="verified"]');
        assert.deepEqual(await hall.tally(vote), { yes: 1, no: 0, abstain: 0 });
      });
    });
  });
});
