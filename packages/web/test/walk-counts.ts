// What tellers have before them that no evening in `sitting/` comes by: the urn, delegations' cards and the roll call; and the
// camera before a card, open and refused.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { done, lightStatute } from '../../server/test/app/node-fixture.ts';
import type { Look } from './everyone.ts';
import { type Hall, withHall } from './hall.ts';
import { openVoteOn, tableAt } from './pictures/studio.ts';
import { withAssembly } from './sitting/assembly.ts';
import type { Walk } from './walk.ts';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

export async function walkCounts({ browser, client, locale }: Walk, look: Look): Promise<void> {
  const rules = lightStatute().rules.map((rule) => ({ ...rule, methods: ['urn', 'hands'] as const }));
  const statute = { checkIn: 'anywhere' as const, rules };
  await withHall(client.folder, (hall) => withContext(browser, locale, (context) => urn(hall, context, look)), statute);
  await withAssembly(client.folder, async (assembly) => {
    const { node, body, sitting, url, card } = assembly;
    await done(node, body, 'OpenSitting', { sitting, call: 'first' });
    await withContext(browser, locale, async (context) => {
      const page = await context.newPage();
      await page.goto(`${url}/phone/teller/${body.name}/${sitting}#body=${body.name}&card=${card}`);
      await page.getByText('Ahora no hay nada que contar').waitFor();
      for (const [method, entry] of [
        ['delegation-cards', /^Tarjetas de las delegaciones/],
        ['roll-call', /^Lista nominal/],
      ] as const) {
        const vote = await openVoteOn(assembly, await tableAt(assembly, `Gas primero a hospitales: ${method}`), method);
        await press(page, entry);
        await page.locator('.action.green').waitFor();
        await look(`teller: ${method}`, page);
        await page.locator('.action.green').click();
        await done(node, body, 'AnnulVote', { vote, reason: 'otra vez' });
        await page.getByText('Ahora no hay nada que contar').waitFor();
      }
    });
  });
}

async function withContext(
  browser: Browser,
  locale: string,
  work: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  try {
    await work(context);
  } finally {
    await context.close();
  }
}

/** Piles that do not add up yet, and then do; before that the card is held before a camera, which is refused first. */
async function urn(hall: Hall, context: BrowserContext, look: Look): Promise<void> {
  const { node, body, sitting, url } = hall;
  await hall.openSitting();
  const card = await hall.card();
  await done(node, body, 'AppointTellers', { sitting, tellers: [card.member, hall.tellers[0]] });
  for (const member of hall.neighbours.slice(0, 2))
    await done(node, body, 'AdmitAtDoor', { sitting, member, channel: 'paper' });
  const page = await context.newPage();
  await page.goto(`${url}/phone`);
  await press(page, 'Escanear la tarjeta');
  await page.getByRole('alert').waitFor();
  await look('camera: refused', page);
  await context.grantPermissions(['camera']);
  await page.goto('about:blank');
  await page.goto(`${url}/phone`);
  await press(page, 'Escanear la tarjeta');
  await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await look('camera: open', page);
  await page.goto('about:blank');
  await page.goto(`${url}/phone/teller/${body.name}/${sitting}#body=${body.name}&card=${card.code}`);
  await openVoteOn(hall, await tableAt(hall, 'Elegir la sede'), 'urn');
  await press(page, /^Papeletas del ánfora/);
  await press(page, '2');
  await press(page, 'Siguiente');
  await page.getByText('Faltan 2 para llegar al total.').waitFor();
  await look('teller: an urn that does not add up', page);
  // In reach of a thumb, above the tabs: nobody scrolls between two piles.
  const [next, tabs] = await Promise.all([
    page.getByRole('button', { name: 'Siguiente' }).boundingBox(),
    page.locator('.teller-tabs').boundingBox(),
  ]);
  if (next === null || tabs === null || next.y + next.height > tabs.y)
    throw new Error(`the button for the next pile lies under the tabs: ${JSON.stringify({ next, tabs })}`);
  await press(page, '2');
  for (let pile = 0; pile < 4; pile++) await press(page, 'Siguiente');
  await press(page, 'Entregar mis números');
  await page.getByText('Falta el otro').waitFor();
  await look('teller: an urn is given', page);
}
