// A committee with its registers begun, on a node that serves the client: what the screens of supply are tried with.
import type { Actor } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../../server/test/app/node-fixture.ts';
import { type Hall, inOffice, withHall } from '../hall.ts';

export interface Committee extends Hall {
  readonly item: number;
  readonly depot: number;
  readonly clinic: number;
  readonly lot: number;
  /** The index of the first act of an order by an officer. */
  act(command: string, input: Readonly<Record<string, unknown>>): Promise<number>;
  /** Opens the committee's client as an officer. */
  officer(page: Page): Promise<void>;
}

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** A statute, by default with officers who adopt plans by the voted rule; a depot with a hundred cylinders, and a clinic that needs sixty for ten days. */
export async function withCommittee(
  web: string,
  work: (committee: Committee) => Promise<void>,
  allocation: 'officers' | 'vote' = 'officers',
): Promise<void> {
  const articles = { checkIn: 'anywhere', supply: { allocation } } as const;
  await withHall(web, async (hall) => work(await committeeOf(hall)), articles);
}

async function committeeOf(hall: Hall): Promise<Committee> {
  const { node, body } = hall;
  const { member } = body.founder as Extract<Actor, { kind: 'member' }>;
  for (const office of ['president', 'secretary']) await inOffice(hall, office, member);
  const act: Committee['act'] = async (command, input) => (await done(node, body, command, input)).acts[0]?.index ?? -1;
  const item = await act('NameItem', { symbol: 'GLP10', title: 'Gas de 10 kg', unit: 'garrafa', cargo: 'goods' });
  const depot = await act('RegisterSite', { title: 'Planta Senkata', kind: 'plant', peopleServed: 0 });
  const clinic = await act('RegisterSite', { title: 'Posta del distrito 8', kind: 'clinic', peopleServed: 900 });
  const lot = await act('ReceiveLot', { item, site: depot, quantity: 100, from: 'YPFB' });
  await act('DeclareNeed', { site: clinic, item, quantity: 60, until: inDays(10) });
  return {
    ...hall,
    item,
    depot,
    clinic,
    lot,
    act,
    async officer(page) {
      const { code } = await hall.newCard(member);
      await page.goto(`${hall.url}/supply#body=${body.name}&card=${code}`);
      await page.getByRole('heading', { name: 'Abastecimiento', level: 1 }).waitFor();
    },
  };
}

/** Of what is shown, for whoever wants to look at it, at the three sizes and in the dark: `SUPPLY_PICTURES=folder`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SUPPLY_PICTURES;
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const [width, height] of [
    [360, 740],
    [768, 1024],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${folder}/${name}-dark.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
}
