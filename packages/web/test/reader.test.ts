// Whoever runs `npm start` and follows a printed address: from the card to the result, and over a restart and a kill.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { browserMissing, openBrowser } from './browser.ts';
import { withPhone } from './hall.ts';
import { type Story, type ToldStory, tellStory } from './story.ts';

const english = { locale: 'en-GB' } as const;

const addresses = (printed: string): string[] => printed.match(/http:\/\/\S+\/phone#\S+/g) ?? [];

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not within a minute: ${what}`);
}

async function comeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I am here' }).click();
  await page.getByRole('button', { name: 'Yes', exact: true }).waitFor();
}

async function voteYes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  // Seen for a moment only: the presidency closes once the reader has voted.
  await page.waitForSelector('.done');
  assert.equal(await page.locator('[data-receipt]').getAttribute('data-receipt'), 'verified');
  await page.getByText('Carried', { exact: true }).waitFor();
  await page.getByText('4 yes · 3 no · 0 abstentions').waitFor();
}

const bodyIn = (address: string): string => /body=([^&]+)/.exec(address)?.[1] ?? '';

const cardsOf = async (story: Story, body: string): Promise<number> =>
  (await story.halls()).find((hall) => hall.body === body)?.readers.length ?? 0;

describe('a reader of the story’s cards', { skip: browserMissing }, () => {
  let browser: Browser;
  let told: ToldStory;

  before(async () => {
    // What `npm start` does first.
    await build({ root: fileURLToPath(new URL('..', import.meta.url)), logLevel: 'error' });
    [browser, told] = await Promise.all([openBrowser(), tellStory()]);
  });

  after(async () => {
    await browser?.close();
    await told?.remove();
  });

  test('checks in on the phone page, votes in the vote that opens, and sees receipt and result; across restarts', async () => {
    await told.goOn(async (story) => {
      const [first = '', second = '', ...more] = addresses(story.printed());
      assert.deepEqual(more, []);
      const cards = (printed: string): string[] => addresses(printed).map((address) => new URL(address).hash);
      assert.deepEqual(
        cards(story.printed()),
        cards(told.printed),
        'as they were given out when the story had been told',
      );
      assert.notEqual(bodyIn(first), bodyIn(second), 'each card is of another hall');

      await withPhone(
        browser,
        async ({ page, on }) => {
          await page.goto(first);
          await on('hall');
          await comeIn(page);
          await voteYes(page);
        },
        english,
      );
      await until('another card is printed', () => addresses(story.printed()).length === 3);
      assert.match(story.printed(), /Junta Vecinal 16 de Julio: somebody pressed “I am here”.*\[VoteOpened/);

      await story.again('SIGTERM');
      const [third = '', waiting] = addresses(story.printed());
      assert.notEqual(third, first, 'a used card is not printed again');
      assert.equal(bodyIn(third), bodyIn(first));
      assert.equal(waiting, second, 'a card that nobody has used is the same card');
      assert.doesNotMatch(story.printed(), /──/);

      await withPhone(
        browser,
        async ({ page, on }) => {
          await page.goto(second);
          await on('hall');
          // Used, but not for checking in yet: even then it is not printed as if it were fresh.
          await story.again('SIGTERM');
          assert.equal(await cardsOf(story, bodyIn(second)), 2);
          assert.ok(!addresses(story.printed()).includes(second));
          await page.getByRole('button', { name: 'I am here' }).click();
          await page.getByText('You are in the hall').waitFor();
          await story.again('SIGKILL');
          await on('vote');
          await story.again('SIGKILL');
          await voteYes(page);
        },
        english,
      );
    });
  });

  test('who checks in while a vote is open is told so, and votes in the next one', async () => {
    await told.goOn(async (story) => {
      const [first = ''] = addresses(story.printed());
      await withPhone(
        browser,
        async ({ page, on }) => {
          await page.goto(first);
          await on('hall');
          await comeIn(page);
          // Only a restart gives out a second card while the first one's vote is still open.
          await story.again('SIGTERM');
          const [late = ''] = addresses(story.printed());
          assert.equal(bodyIn(late), bodyIn(first));
          await withPhone(
            browser,
            async (other) => {
              await other.page.goto(late);
              await other.on('vote');
              await other.page.getByRole('button', { name: 'I am here' }).click();
              await other.page.getByText('You vote in the next one').waitFor();
              await voteYes(page);
              await other.page.getByRole('button', { name: 'Yes', exact: true }).waitFor();
            },
            english,
          );
        },
        english,
      );
    });
  });
});
