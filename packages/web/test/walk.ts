// One sitting of a base, looked at by everybody who takes part in it: each screen as its people meet it, one after the
// other, on a phone. Checks and pictures are made of it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { BuiltClient } from './client.ts';
import type { Look } from './everyone.ts';
import { type Hall, withHall } from './hall.ts';

export interface Walk {
  readonly browser: Browser;
  readonly client: BuiltClient;
  readonly locale: 'es-BO' | 'en-GB';
}

export function walkScreens({ browser, client, locale }: Walk, look: Look): Promise<void> {
  return withHall(client.folder, async (hall) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(60_000);
    try {
      await member(hall, context, look);
      await screens(hall, context, look);
      await readers(hall, context, look);
    } finally {
      await context.close();
    }
  });
}

const shown = (page: Page, screen: string): Promise<unknown> => page.waitForSelector(`main[data-screen="${screen}"]`);

async function member(hall: Hall, context: BrowserContext, look: Look): Promise<void> {
  const page = await context.newPage();
  const card = await hall.card();
  const at = (name: string): Promise<void> => look(`member: ${name}`, page, 'phone');
  await page.goto(`${hall.url}/phone`);
  await shown(page, 'sign-in');
  await at('sign-in');
  await page.getByRole('textbox').fill('ni una de estas es mi palabra');
  await page.locator('form [type="submit"]').click();
  await page.waitForSelector('.refusal');
  await at('sign-in refused');
  await page.goto('about:blank');
  await page.goto(hall.addressOf(card));
  await shown(page, 'hall');
  await at('before checking in');
  await page.getByRole('button', { name: /^(Estoy aquí|I am here)$/ }).click();
  await page.getByText(/Usted está en la sala|You are in the hall/).waitFor();
  await at('checked in');
  await hall.openSitting();
  const vote = await hall.openVote('Gas primero a hospitales y ollas comunes');
  await shown(page, 'vote');
  await at('vote');
  await context.setOffline(true);
  await page.locator('.action.green').click();
  await shown(page, 'unsent');
  await at('not counted yet');
  await context.setOffline(false);
  await shown(page, 'vote');
  await at('counted');
  await hall.closeVote(vote);
  await shown(page, 'result');
  await page.waitForSelector('[data-receipt="verified"]');
  await at('result');
  await page.close();
}

/** The other areas, opened by their address by the same person on the same phone. */
async function screens(hall: Hall, context: BrowserContext, look: Look): Promise<void> {
  const page = await context.newPage();
  const of = `${hall.body.name}/${hall.sitting}`;
  const places: Readonly<Record<string, string>> = {
    screen: `screen/${of}`,
    speakers: `speakers/${of}`,
    seals: `seals/${hall.body.name}`,
    people: 'people',
  };
  for (const [name, path] of Object.entries(places)) {
    await page.goto(`${hall.url}/phone/${path}`);
    await page.locator('h1').first().waitFor();
    await look(`area: ${name}`, page, 'phone');
  }
  await page.close();
}

/** What everybody reads, signed in or not. */
export async function readers(hall: Hall, context: BrowserContext, look: Look): Promise<void> {
  const page = await context.newPage();
  const body = `/b/${hall.body.name}`;
  const addresses = {
    home: '/',
    body,
    book: `${body}/book`,
    statute: `${body}/statute`,
    sitting: `${body}/sittings/${hall.sitting}`,
    act: `${body}/acts/0`,
    missing: '/b/nada',
  };
  for (const [name, address] of Object.entries(addresses)) {
    await page.goto(hall.url + address);
    await look(`page: ${name}`, page, 'page');
  }
  await page.close();
}
