// An assembly of delegates with their phones: a mandate is seen before the vote, a recall takes a vote back while it is open.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { browserMissing, openBrowser } from '../browser.ts';
import { type BuiltClient, buildClient } from '../client.ts';
import { type PhoneInHand, withPhone } from '../hall.ts';
import { type Assembly, withAssembly } from './assembly.ts';

describe('an assembly of delegates, on their phones', { skip: browserMissing }, () => {
  let browser: Browser;
  let client: BuiltClient;

  before(async () => {
    [browser, client] = await Promise.all([openBrowser(), buildClient()]);
  });

  after(async () => {
    await browser?.close();
    await client?.remove();
  });

  test('a delegate sees the mandate; one is recalled while the vote is open, and the alternate votes', async () => {
    await withAssembly(client.folder, async (assembly) => {
      const [lima, ballivian, seco] = assembly.bases as [
        Assembly['bases'][number],
        Assembly['bases'][number],
        Assembly['bases'][number],
      ];
      await withPhone(browser, async (one) =>
        withPhone(browser, async (two) =>
          withPhone(browser, async (three) => {
            const phones = [one, two, three];
            for (const [i, base] of assembly.bases.entries()) {
              await phones[i]!.page.goto(assembly.addressOf(await assembly.seatCard(base)));
            }
            const motion = await assembly.table('Gas primero a hospitales');
            await assembly.mandate(lima, motion, 'no');
            const vote = await assembly.openVote(motion);
            await one.page.getByRole('heading', { name: 'Su base decidió: NO' }).waitFor();
            await press(one, 'No');
            await press(two, 'Sí');
            await press(three, 'Sí');
            await assembly.recall(ballivian);
            await assembly.presentRecall(ballivian);
            await withPhone(browser, async (alternate) => {
              await alternate.page.goto(assembly.addressOf(await assembly.seatCard(ballivian)));
              await press(alternate, 'No');
            });
            await assembly.node.command({
              body: assembly.body.name,
              command: 'CloseVote',
              input: { vote },
              actor: assembly.body.founder,
              key: 'close',
            });
            const { tallies, dropped } = await assembly.result(vote);
            assert.deepEqual([tallies[0], dropped], [{ yes: 1, no: 2, abstain: 0 }, 1]);
            await three.page.getByText('No aprobada').waitFor();
            assert.ok(seco.origin.length > 0);
          }),
        ),
      );
    });
  });
});

async function press({ page }: PhoneInHand, choice: string): Promise<void> {
  await page.getByRole('button', { name: choice, exact: true }).click();
  await page.getByText('Su voto está contado').waitFor();
}
