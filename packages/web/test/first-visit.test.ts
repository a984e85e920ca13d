// What really comes over the line on a member's first visit to an open vote, answers of the node and all.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { browserMissing, openBrowser } from './browser.ts';
import { buildClient } from './client.ts';
import { withHall, withPhone } from './hall.ts';

const MOST = 40_000;

/** A name that leads to this machine, as a laptop’s address does in a hall: a browser trusts 127.0.0.1 without https. */
const IN_A_HALL = 'sala.example';

/** Everything that comes over the line until the vote can be answered and the sitting is seen, headers and all. */
async function firstVisit(t: TestContext, without: 'nothing' | 'https'): Promise<number> {
  const [browser, client] = await Promise.all([
    openBrowser(`--host-resolver-rules=MAP ${IN_A_HALL} 127.0.0.1`),
    buildClient(),
  ]);
  let sum = 0;
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
        const address = hall.addressOf(card);
        await page.goto(without === 'https' ? address.replace('127.0.0.1', IN_A_HALL) : address);
        await on('vote');
        await page.locator('.turnout').waitFor();
        for (const [id, size] of sizes) t.diagnostic(`${size} ${new URL(names.get(id) ?? '').pathname}`);
        sum = [...sizes.values()].reduce((all, size) => all + size, 0);
        t.diagnostic(`in all ${sum}`);
        assert.ok(sizes.size >= 5, 'page, script, style, sign-in and answers are counted');
      });
    });
  } finally {
    await browser.close();
    await client.remove();
  }
  return sum;
}

test('a first visit to an open vote takes at most 40 kB in all', { skip: browserMissing }, async (t) => {
  const sum = await firstVisit(t, 'nothing');
  assert.ok(sum <= MOST, String(sum));
});

test('the same without https, where files are packed less tightly and the phone makes its key by itself', {
  skip: browserMissing,
}, async (t) => {
  const sum = await firstVisit(t, 'https');
  assert.ok(sum <= MOST, String(sum));
});
