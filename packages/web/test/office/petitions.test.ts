// A petition that recalls a delegate, in Chromium: signed on three phones and on paper, the sitting, the recall, the seat above.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { convened, withNode } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { foundAssembly } from '../sitting/assembly.ts';
import { type BaseBelow, baseBelow, recallInSitting, votesAbove } from './base-below.ts';

const { browser, client } = await inChromium();

/** As somebody who is signed in on their phone comes to the petitions: by the link on their own page. */
async function toPetitions(page: Page, url: string, base: BaseBelow, member: string): Promise<void> {
  await page.goto(`${url}/phone#body=${base.body.name}&card=${await base.cardOf(member)}`);
  await page.getByRole('link', { name: 'Pedidos de revocatoria' }).click();
  await page.getByRole('heading', { name: 'Pedidos de revocatoria', level: 1 }).waitFor();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Firmar' }).click();
  await page.getByRole('button', { name: 'Sí, firmo' }).click();
}

async function countOnPaper(page: Page, signatures: string): Promise<void> {
  await page.getByText('Contar las firmas en papel').click();
  await page.getByLabel('Firmas en papel que valen').fill(signatures);
  await page.getByRole('button', { name: 'Anotar mi cuenta' }).click();
}

const signatures = (page: Page, said: string): Promise<void> =>
  page.locator('.petition .signatures', { hasText: said }).waitFor();

/** Of what is shown there, for whoever wants to look at it: `OFFICE_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OFFICE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/petition-${name}.png`, fullPage: true });
}

describe('a petition for recall in Chromium', { skip: browserMissing }, () => {
  test('phones and paper together recall a delegate, and the seat stops counting in the vote that is open above', async () => {
    let ahead = 0;
    const clock = (): number => Date.now() + ahead;
    await withNode(
      async ({ node }) => {
        const above = await foundAssembly(node);
        const base = await baseBelow(node, 'alto-lima', above, 11);
        const open = await votesAbove(node, above, base);
        await withServer(node, client.folder, async (url) => {
          await withPhones(browser, async (another) => {
            const { look, faults } = everybody();
            const [, , one, other, first, second, third] = base.members as string[];
            const phones = [await another(), await another(), await another()] as const;
            const signers = [first, second, third] as const;
            for (const [i, { page }] of phones.entries()) await toPetitions(page, url, base, signers[i] ?? '');
            const [{ page: lead }, { page: next }, { page: last }] = phones;
            await lead.getByLabel('Sobre quién').selectOption({ label: 'Delegación a Asamblea Popular, puesto 1' });
            await look('petitions: none', lead);
            await lead.getByRole('button', { name: 'Abrir el pedido' }).click();
            // A third of fifteen people and whoever founded it.
            await signatures(lead, '0 de 6 firmas, de 16 personas');
            await sign(lead);
            await signatures(lead, '1 de 6');
            await signatures(next, '1 de 6');
            await sign(next);
            await signatures(lead, '2 de 6');
            await picture(lead, 'phones');

            const tellers = [await another({ viewport: { width: 768, height: 1024 } }), await another()] as const;
            for (const [i, { page }] of tellers.entries()) await toPetitions(page, url, base, [one, other][i] ?? '');
            const [{ page: table }, { page: opposite }] = tellers;
            await countOnPaper(table, '3');
            await table.getByText('Su cuenta está anotada.').waitFor();
            await table.getByLabel('¿Firmó ya en su teléfono?').fill('petrona');
            await table.getByRole('button', { name: 'Buscar' }).click();
            await table.getByText('Táchelo: ya firmó en su teléfono').waitFor();
            await look('petitions: paper', table);
            await picture(table, 'paper');
            await countOnPaper(opposite, '3');
            await signatures(last, '5 de 6');
            await last.getByText('2 en teléfonos, 3 en papel').waitFor();
            await sign(last);
            await last.getByText('Alcanzó las firmas').waitFor();
            await lead.getByText('Alcanzó las firmas').waitFor();
            await picture(last, 'reached');

            // An hour is typed by the body's clock, whatever the device's.
            const { page: desk } = await another({
              viewport: { width: 1440, height: 900 },
              timezoneId: 'America/La_Paz',
            });
            await toPetitions(desk, url, base, base.members[0] ?? '');
            await desk.getByText('Convocar la sesión').click();
            await desk.getByLabel('Lugar').fill('Sede social');
            await desk.getByLabel('Día y hora').fill(new Date(Date.now() + 3_600_000).toISOString().slice(0, 16));
            await look('petitions: reached', desk);
            await desk.getByRole('button', { name: 'Convocar', exact: true }).click();
            const called = desk.getByRole('link', { name: 'Ver la sesión convocada' });
            const address = (await called.getAttribute('href')) ?? '';
            ahead = 2 * 3_600_000;
            await recallInSitting(node, base, Number(address.split('/').at(-1)));

            const before = await voteAbove(url, above.name, open.vote);
            assert.equal(before.open, true);
            await lead.getByText('La asamblea revocó').waitFor();
            await look('petitions: recalled', lead);
            await picture(lead, 'recalled');
            await lead.getByRole('button', { name: 'Mostrar la revocatoria arriba' }).click();
            await lead.getByText('Mostrada: el puesto ya no cuenta').waitFor();
            await node.command({
              body: above.name,
              command: 'CloseVote',
              input: { vote: open.vote },
              actor: above.founder,
              key: 'close',
            });
            const { result } = await voteAbove(url, above.name, open.vote);
            assert.deepEqual([result?.tallies, result?.dropped], [[{ yes: 0, no: 0, abstain: 0 }], 1]);
            assert.deepEqual(faults, []);
          });
        });
      },
      { clock },
    );
  });

  test('without a network a signature waits and says that it does not count yet; with one it counts once', async () => {
    await withNode(async ({ node }) => {
      const above = await foundAssembly(node);
      const base = await baseBelow(node, 'alto-lima', above, 11);
      await convened(node, above, { kind: 'founding', place: 'Colegio', notice: [{ matter: 'election', title: 'D' }] });
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { page, context } = await another();
          await toPetitions(page, url, base, base.members[5] ?? '');
          await page.getByRole('button', { name: 'Abrir el pedido' }).click();
          await signatures(page, '0 de 6');
          await context.setOffline(true);
          await sign(page);
          await page.getByText('Guardado en este teléfono. NO cuenta todavía').waitFor();
          await context.setOffline(false);
          await signatures(page, '1 de 6');
          await page.getByText('Usted firmó').waitFor();
        });
      });
    });
  });

  test('what went out is in the book before the list shows it: that is said, and it is not sent a second time', async () => {
    await withNode(async ({ node }) => {
      const above = await foundAssembly(node);
      const base = await baseBelow(node, 'alto-lima', above, 11);
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { page } = await another({ serviceWorkers: 'block' });
          const sent: string[] = [];
          page.on('request', (one) => {
            if (one.url().includes('/commands/')) sent.push(one.url().split('/').at(-1) ?? '');
          });
          await toPetitions(page, url, base, base.members[5] ?? '');
          await page.getByRole('button', { name: 'Abrir el pedido' }).click();
          await signatures(page, '0 de 6');
          const inBook = page.getByText('Salió: está en el libro.');
          await inBook.waitFor({ state: 'detached' });
          const list = Promise.withResolvers<void>();
          await page.route('**/petitions', async (route) => {
            await list.promise;
            await route.continue();
          });
          await sign(page);
          await inBook.waitFor();
          assert.equal(await page.getByText('Usted firmó').count(), 0);
          await page.getByRole('button', { name: 'Sí, firmo' }).click();
          list.resolve();
          await page.getByText('Usted firmó').waitFor();
          await signatures(page, '1 de 6');
          await inBook.waitFor({ state: 'detached' });
          assert.deepEqual(sent, ['OpenPetition', 'SignPetition']);
        });
      });
    });
  });
});

interface Vote {
  readonly open: boolean;
  readonly result: { readonly tallies: readonly object[]; readonly dropped: number } | null;
}

const voteAbove = async (url: string, body: string, vote: number): Promise<Vote> =>
  (await (await fetch(`${url}/api/bodies/${body}/votes/${vote}`)).json()) as Vote;
