// What really comes over the line on a member's first visit to an open vote, answers of the node and all.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserMissing, openBrowser } from './browser.ts';
import { buildClient } from './client.ts';
import { withHall, withPhone } from './hall.ts';

const MOST = 40_000;

test('a first visit to an open vote takes at most 40 kB in all', { skip: browserMissing }, async (t) => {
  const [browser, client] = await Promise.all([openBrowser(), buildClient()]);
  try {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await hall.openSitting();
      await hall.openVote('Gas primero a hospitales y ollas comunes de las catorce zonas del distrito');
      await withPhone(browser, async ({ page, context, on }) => {
        const line = await context.newCDPSession(page);
        const names = new Map<string, string>();
        const sizes = new Map<string, number>();
        await line.send('Network.enable');
        line.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
        line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
          sizes.set(requestId, encodedDataLength),
        );
        await page.goto(hall.addressOf(card));
        await on('vote');
        await page.locator('.turnout').waitFor();
        for (const [id, size] of sizes) t.diagnostic(`${size} ${names.get(id)?.replace(hall.url, '')}`);
        const sum = [...sizes.values()].reduce((all, size) => all + size, 0);
        t.diagnostic(`in all ${sum}`);
        assert.ok(sizes.size >= 5, 'page, script, style, sign-in and answers are counted');
        assert.ok(sum <= MOST, String(sum));
      });
    });
  } finally {
    await browser.close();
    await client.remove();
  }
});
