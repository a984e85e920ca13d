// `npm run screens`: pictures of every page and phone state, at three sizes, into `screens/` (which git ignores).
import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { runServerVariable, startCluster } from '../../server/test/cluster.ts';
import { openBrowser } from './browser.ts';
import { buildClient } from './client.ts';
import { type Story, withStory } from './story.ts';
import { walkScreens } from './walk.ts';

const out = fileURLToPath(new URL('../../../screens/', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({ root, logLevel: 'warn' });
await withStory(async (story) => {
  const browser = await openBrowser();
  try {
    await pages(browser, story);
    await phones(browser, story);
    await walls(browser, story);
    await walked(browser);
  } finally {
    await browser.close();
  }
});

async function inSizes(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page, size: string) => Promise<void>,
): Promise<void> {
  for (const viewport of sizes) {
    const context = await browser.newContext({ viewport, locale: 'es-BO', ...options });
    await work(await context.newPage(), String(viewport.width));
    await context.close();
  }
}

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface State {
  readonly body: { readonly kind: string };
  readonly resolutions: Entries;
  readonly sittings: Entries;
  readonly votes: Entries;
  readonly recallsAbove: Entries;
  readonly activeSittings: readonly number[];
}

/** Pages that show the most: one of each kind that the story has. */
async function addresses(url: string): Promise<Record<string, string>> {
  const read = async <T>(path: string): Promise<T> => (await (await fetch(url + path)).json()) as T;
  const found: Record<string, string> = { home: '/', missing: '/b/nada' };
  const { bodies } = await read<{ bodies: readonly { body: string }[] }>('/api/bodies');
  for (const { body } of bodies) {
    const { state } = await read<{ state: State }>(`/api/bodies/${body}`);
    Object.assign(found, addressesOf(`/b/${body}`, state));
  }
  return found;
}

function addressesOf(path: string, state: State): Record<string, string> {
  const found: Record<string, string> = {};
  if (state.body.kind === 'delegate') {
    found.assembly = path;
    found['assembly-book'] = `${path}/book`;
    found.statute = `${path}/statute`;
    for (const [key, { status }] of Object.entries(state.resolutions))
      found[`resolution-${status}`] = `${path}/resolutions/${key}`;
    for (const key of Object.keys(state.votes)) found['act-vote'] = `${path}/acts/${key}`;
    for (const key of Object.keys(state.sittings)) found['assembly-sitting'] = `${path}/sittings/${key}`;
    return found;
  }
  if (Object.keys(state.recallsAbove).length > 0) found['base-recalled'] = path;
  if (state.activeSittings.length > 0) found['base-open'] = path;
  for (const [key, sitting] of Object.entries(state.sittings)) {
    const address = `${path}/sittings/${key}`;
    const opened = sitting.opened as { readonly quorum: { readonly met: boolean } } | null;
    if (sitting.late === true) found['sitting-late'] = address;
    else if (opened?.quorum.met === false) found['sitting-irregular'] = address;
    else if (sitting.closedAt === null) found['sitting-open'] = address;
    else if (sitting.minutes !== null) {
      found['sitting-minutes'] = address;
      found.minutes = `${address}/minutes`;
    }
    const [motion] = sitting.motions as readonly number[];
    if (motion !== undefined) found['act-motion'] = `${path}/acts/${motion}`;
  }
  return found;
}

async function pages(browser: Browser, story: Story): Promise<void> {
  const all = await addresses(story.url);
  await inSizes(browser, { javaScriptEnabled: false }, async (page, size) => {
    for (const [name, address] of Object.entries(all)) {
      await page.goto(story.url + address);
      await page.screenshot({ path: `${out}${name}-${size}.png`, fullPage: true });
    }
  });
  const dark = await browser.newContext({
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
    locale: 'en-GB',
  });
  const page = await dark.newPage();
  await page.goto(story.url + (all.assembly ?? '/'));
  await page.screenshot({ path: `${out}assembly-dark-en-360.png`, fullPage: true });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.screenshot({ path: `${out}assembly-print.png`, fullPage: true });
  for (const name of ['assembly', 'sitting-minutes', 'minutes', 'statute']) {
    await page.goto(story.url + (all[name] ?? '/'));
    await page.pdf({ path: `${out}${name}.pdf`, format: 'A4', printBackground: true });
  }
  await dark.close();
}

async function phones(browser: Browser, story: Story): Promise<void> {
  const { url } = story;
  const [hall] = await story.halls();
  const card = hall?.readers.at(-1);
  if (hall === undefined || card === undefined) throw new Error('no card waits');
  const context = await browser.newContext({ viewport: sizes[0]!, locale: 'es-BO' });
  const page = await context.newPage();
  const shot = async (name: string): Promise<void> => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.screenshot({ path: `${out}phone-${name}-${size.width}.png`, fullPage: true });
    }
    await page.setViewportSize(sizes[0]!);
  };
  const on = (screen: string): Promise<unknown> => page.waitForSelector(`main[data-screen="${screen}"]`);
  await page.goto(`${url}/phone`);
  await on('sign-in');
  await page.getByRole('combobox').locator('option').first().waitFor({ state: 'attached' });
  await shot('sign-in');
  await page.getByRole('textbox').fill('ni una de estas es mi palabra');
  await page.locator('form .action').click();
  await page.waitForSelector('.refusal');
  await shot('refused');
  await page.goto('about:blank');
  await page.goto(`${url}/phone#body=${hall.body}&card=${card.code}`);
  await on('hall');
  await shot('hall');
  await page.locator('.foot .plain').first().click();
  await page.locator('#own-key ~ .action').waitFor();
  await shot('no-key');
  await page.locator('#own-key ~ .action').click();
  await page.locator('code.key').waitFor();
  await shot('key');
  await page.locator('.foot .plain').click();
  await on('hall');
  await page.locator('.action.indigo').click();
  await on('vote');
  await page.waitForSelector('.choices');
  await shot('vote');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${out}phone-vote-dark-360.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await context.setOffline(true);
  await page.locator('.action.green').click();
  await on('unsent');
  await shot('unsent');
  await context.setOffline(false);
  // Whoever has voted sees it counted for a moment only: then the presidency closes the vote.
  await on('result');
  await page.waitForSelector('[data-receipt]');
  await shot('result');
  await page.locator('details summary').click();
  await shot('receipt');
  await page.locator('.action.indigo').click();
  await on('hall');
  await shot('hall-after');
  await context.close();
}

/** Every sitting that is called or open, as the projector shows it. */
async function walls(browser: Browser, { url }: Story): Promise<void> {
  const read = async <T>(path: string): Promise<T> => (await (await fetch(url + path)).json()) as T;
  const { bodies } = await read<{ bodies: readonly { body: string }[] }>('/api/bodies');
  for (const { body } of bodies) {
    const { state } = await read<{ state: State }>(`/api/bodies/${body}`);
    for (const sitting of state.activeSittings)
      await inSizes(browser, {}, async (page, size) => {
        await page.goto(`${url}/phone/screen/${body}/${sitting}`);
        await page.waitForSelector('.wall');
        await page.screenshot({ path: `${out}wall-${body}-${sitting}-${size}.png` });
      });
  }
}

/** Each screen that the checks for everybody walk through, in the three sizes; in the smallest also dark, and in English. */
async function walked(browser: Browser): Promise<void> {
  const [cluster, client] = await Promise.all([startCluster(), buildClient()]);
  process.env[runServerVariable] = cluster.url;
  try {
    for (const locale of ['es-BO', 'en-GB'] as const) {
      await walkScreens({ browser, client, locale }, async (name, page, kind) => {
        if (kind === 'page') return;
        const file = `${out}${name.replaceAll(/[^a-z0-9]+/gi, '-')}${locale === 'es-BO' ? '' : '-en'}`;
        for (const size of locale === 'es-BO' ? sizes : sizes.slice(0, 1)) {
          await page.setViewportSize(size);
          await page.screenshot({ path: `${file}-${size.width}.png`, fullPage: true });
        }
        await page.setViewportSize(sizes[0]!);
        if (locale === 'en-GB') return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.screenshot({ path: `${file}-dark-360.png`, fullPage: true });
        await page.emulateMedia({ colorScheme: 'light' });
      });
    }
  } finally {
    await client.remove();
    await cluster.remove();
  }
}
