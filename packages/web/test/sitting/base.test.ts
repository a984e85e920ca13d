// A whole sitting of a base: the presidium, the secretary, two tellers, three members with phones, one of them without a network
// for a minute, and the screen on the wall.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { type Hall, withHall, withPhones } from '../hall.ts';
import { holdEvening } from './base-evening.ts';
import { actsOf, gather } from './gathered.ts';

/** A microphone that hears a beep, and nobody who must be asked for it. */
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

const { browser, client } = await inChromium(...microphone);

test('called, counted, spoken, voted by hands and by phone, closed, approved and sealed: every act on a screen', {
  skip: browserMissing,
}, async () => {
  await withHall(
    client.folder,
    async (hall) => {
      await withPhones(browser, async (another) => {
        const { look, faults } = everybody();
        const gathered = await gather(hall, another, look);
        const { sitting, amendment, vote } = await holdEvening(gathered);
        assert.deepEqual(await closedBy(hall, amendment), { yes: 5, no: 2, abstain: 0 });
        assert.deepEqual(await closedBy(hall, vote), { yes: 2, no: 1, abstain: 0 });
        const { page } = gathered.wall;
        const printed = `${hall.url}/b/${hall.body.name}/sittings/${sitting}`;
        await page.goto(`${printed}/minutes`);
        await page.getByText('Se explicó que el tanque pierde agua.').first().waitFor();
        await look('page: the minutes on paper', page, 'page');
        await page.goto(`${printed}/poster`);
        await look('page: the poster', page, 'page');
        assert.deepEqual((await actsOf(hall)).slice(-3), ['SittingClosed', 'MinutesApproved', 'ActSealed']);
        assert.deepEqual(faults, []);
      });
    },
    { checkIn: 'hall' },
  );
});

/** The result of the vote that this act closed. */
async function closedBy({ url, body, tally }: Hall, act: number): Promise<unknown> {
  const answer = await fetch(`${url}/api/bodies/${body.name}/acts/${act}`);
  const { entry } = (await answer.json()) as { readonly entry: { readonly data: { readonly vote: number } } };
  return tally(entry.data.vote);
}
