// Open books in Chromium: money is booked at a table, the assembly rejects the report, and everybody reads that it did.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { convened, done, withNode } from '../../../server/test/app/node-fixture.ts';
import { makeBody } from '../../../server/test/exchange/fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, faultsOn, sidewaysOn } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { foundAssembly } from '../sitting/assembly.ts';
import { type BaseBelow, baseBelow } from './base-below.ts';
import { opens, openVote } from './three-tiers.ts';

const { browser, client } = await inChromium();

async function toAccounts(page: Page, url: string, base: BaseBelow, member: string): Promise<void> {
  const { name } = base.body;
  await page.goto(`${url}/office/accounts/${name}#body=${name}&card=${await base.cardOf(member)}`);
  await page.getByRole('heading', { name: 'Cuentas', level: 1 }).waitFor();
}

interface Written {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly receipt?: Buffer;
}

async function book(page: Page, { words, from, to, amount, receipt }: Written): Promise<void> {
  await page.getByLabel('Qué fue').fill(words);
  await page.getByLabel('De qué cuenta sale').selectOption(from);
  await page.getByLabel('A qué cuenta va').selectOption(to);
  await page.getByLabel('Monto en BOB').fill(amount);
  if (receipt !== undefined)
    await page
      .getByLabel('Comprobante (si hay)')
      .setInputFiles({ name: 'talonario.jpg', mimeType: 'image/jpeg', buffer: receipt });
  await page.getByRole('button', { name: 'Anotar', exact: true }).click();
}

/** Among three accounts; it is not sent before its sum is zero. */
async function bookAFair(page: Page, look: (name: string, page: Page) => Promise<void>): Promise<void> {
  const line = (number: number) => page.getByRole('group', { name: `Renglón ${number}` });
  const write = async (number: number, [account, way, amount]: readonly [string, string, string]): Promise<void> => {
    await line(number).getByLabel('Cuenta', { exact: true }).selectOption(account);
    await line(number).getByLabel('Entra o sale').selectOption({ label: way });
    await line(number).getByLabel('Monto en BOB').fill(amount);
  };
  await page.getByLabel('Qué fue').fill('Feria solidaria');
  await page.getByRole('button', { name: 'Repartir entre más cuentas' }).click();
  await page.getByText('Lo que entra y lo que sale tiene que dar cero.').waitFor();
  await page.getByRole('button', { name: 'Quitar: Renglón 3' }).click();
  await write(1, ['income:aportes', 'Sale de esta cuenta', '950']);
  await write(2, ['expenses:compras', 'Entra a esta cuenta', '215']);
  await page.getByText('No cuadra: falta que entre 735,00 BOB.').waitFor();
  await page.getByRole('button', { name: 'Otro renglón' }).click();
  await page.getByRole('button', { name: 'Anotar', exact: true }).click();
  await line(3).getByText('Falta la cuenta, escrita como se pide.').waitFor();
  await look('accounts: many lines', page);
  await picture(page, 'many-lines');
  await write(3, ['assets:caja', 'Entra a esta cuenta', '735']);
  await page.getByText('Cuadra: lo que entra es lo que sale.').waitFor();
  await page.getByRole('button', { name: 'Anotar', exact: true }).click();
  await entry(page, 'Feria solidaria').getByText('assets:caja 735,00 BOB').waitFor();
  assert.equal(await entry(page, 'Feria solidaria').count(), 1, 'what did not balance was not sent');
  await page.getByRole('button', { name: 'Volver a dos cuentas' }).click();
  await page.getByLabel('De qué cuenta sale').waitFor();
}

const entry = (page: Page, words: string) => page.locator('[data-entry]', { hasText: words });

/** Of what is shown there, for whoever wants to look at it: `OFFICE_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OFFICE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/accounts-${name}.png`, fullPage: true });
}

/** What a committee of the assembly has handed in: it waits there, is voted down in a sitting, and so it stands in the committee's book. */
async function judgesItsCommittee(
  node: Node,
  base: BaseBelow,
  table: Page,
  url: string,
  look: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  const committee = await makeBody({ node }, 'comite', 'committee');
  const parents = [{ body: base.body.origin, seats: 1 }];
  const given = { committee: committee.origin, parents, matters: ['ordinary'], powers: ['repartir'], reportDays: 30 };
  const formed = { ...given, until: '2099-01-01T00:00:00Z', textHash: base64Encode(new Uint8Array(32)) };
  const inBase = await base.book.write('CommitteeFormed', { vote: 0, ...formed });
  await committee.write('CommitteeFormed', { ...formed, from: [{ book: base.body.origin, index: inBase }] });
  await committee.write('CommodityNamed', { symbol: 'BOB', title: 'bolivianos', decimals: 2 });
  const lines = [
    { account: 'assets:caja', commodity: 'BOB', amount: 90_000 },
    { account: 'income:aportes', commodity: 'BOB', amount: -90_000 },
  ];
  const booked = { day: '2026-01-02', words: 'Aportes', lines, office: 'president', second: false };
  const last = await committee.write('EntryBooked', booked);
  const zero = { liabilities: 0, equity: 0, before: 0, expenses: 0 };
  const sums = [{ commodity: 'BOB', assets: 90_000, income: -90_000, ...zero }];
  const report = { vote: 0, entry: last, until: '2026-01-02', entries: 1, single: 0, sums };
  const presented = await committee.write('AccountsPresented', report);

  await table.goto(`${url}/office/waiting/${base.body.name}`);
  await table.getByText('Cuentas de un comité por aprobar o rechazar, en sesión').click();
  const card = table.locator('[data-committee]');
  await card.getByText('Entró 900,00 BOB, salió 0,00 BOB, hay 900,00 BOB').waitFor();
  await card.getByText('Se ponen a votación desde aquí').waitFor();
  const notice = [{ matter: 'ordinary', title: 'Cuentas del comité' }];
  await opens(node, base, await convened(node, base.body, { kind: 'ordinary', place: 'Sede', notice }, base.president));
  await table.reload();
  await card.getByRole('button', { name: 'Ponerlas a votación de la sesión abierta' }).click();
  await card.getByText('Está ante la sala: falta votarlo').waitFor();
  const vote = await openVote(node, base);
  for (const member of base.members.slice(0, 3))
    await done(node, base.body, 'CastVote', { vote, choice: 'no' }, { kind: 'member', member });
  const closed = await done(node, base.body, 'CloseVote', { vote }, base.president);
  await table.reload();
  await card.getByText('Esta asamblea las rechazó').waitFor();
  await card.getByText('Falta la firma de la directiva').waitFor();
  const judged = closed.acts.find(({ act }) => act === 'CommitteeAccountsJudged') ?? assert.fail('nothing was judged');
  await base.book.seal(judged.index);
  await table.reload();
  await card.getByRole('button', { name: 'Anotarlo en el libro del comité' }).waitFor();
  await look('accounts: a committee, judged', table);
  await picture(table, 'committee');
  await card.getByRole('button', { name: 'Anotarlo en el libro del comité' }).click();
  await card.getByText('Ya está anotado en el libro del comité.').waitFor();
  await card.getByText('Rechazadas por una de las que formaron el comité').waitFor();
  const { accounts } = await committee.state();
  assert.deepEqual(
    accounts.reports.map(({ outcome, report: of }) => [outcome, of]),
    [['rejected', presented]],
  );

  await card.getByRole('link', { name: 'Ver las cuentas del comité' }).click();
  await table.locator('#report').getByText('Rechazadas por quienes formaron el comité').waitFor();
  await table
    .locator('#handed-in')
    .getByRole('link', { name: `acto ${judged.index}` })
    .waitFor();
  assert.deepEqual([await faultsOn(table), await sidewaysOn(table)], [[], 0]);
  await picture(table, 'committee-public');
}

const photograph = Buffer.from('a photograph of a receipt');

describe('open books in Chromium', { skip: browserMissing }, () => {
  test('what is booked is reported, the assembly rejects it, and everybody reads that it did', async () => {
    let ahead = 0;
    await withNode(
      async ({ node }) => {
        const base = await baseBelow(node, 'alto-lima', await foundAssembly(node), 11);
        await withServer(node, client.folder, async (url) => {
          await withPhones(browser, async (another) => {
            const { look, faults } = everybody();
            const { page: table } = await another({ viewport: { width: 1440, height: 900 } });
            await toAccounts(table, url, base, base.members[0] ?? '');
            await table.getByLabel('Símbolo (BOB)').fill('bob');
            await table.getByLabel('Cómo se llama').fill('bolivianos');
            await look('accounts: nothing yet', table);
            await table.getByRole('button', { name: 'Nombrar la moneda' }).click();
            await table.getByRole('heading', { name: 'Anotar' }).waitFor();

            const dues = { words: 'Cuotas de junio', from: 'income:cuotas', to: 'assets:caja' };
            await book(table, { ...dues, amount: '1200,50', receipt: photograph });
            await entry(table, 'Cuotas de junio').getByText('assets:caja 1200,50 BOB').waitFor();
            await book(table, { words: 'Calaminas', from: 'assets:caja', to: 'expenses:compras', amount: '300' });
            await entry(table, 'Calaminas').waitFor();
            await book(table, { ...dues, words: 'Anotado dos veces', amount: '10' });
            const twice = entry(table, 'Anotado dos veces');
            await twice.getByText('Anular este asiento').click();
            await twice.getByLabel('Por qué').fill('Estaba ya');
            await twice.getByRole('button', { name: 'Anular', exact: true }).click();
            await twice.getByText('Anulado', { exact: true }).waitFor();
            await bookAFair(table, look);
            await look('accounts: booked', table);
            await picture(table, 'booked');

            await table.getByText('Entró 2150,50 BOB, salió 515,00 BOB, hay 1635,50 BOB').waitFor();
            await table.getByText('Convocar una sesión para las cuentas').click();
            await table.getByLabel('Lugar').fill('Sede social');
            await look('accounts: report', table);
            await table.getByRole('button', { name: 'Convocar', exact: true }).click();
            await table.getByText('Hay una sesión convocada para las cuentas').waitFor();

            ahead = 2 * 3_600_000;
            const sitting = Number(
              ((await table.getByRole('link', { name: 'Escritorio de la sesión' }).getAttribute('href')) ?? '')
                .split('/')
                .at(-1),
            );
            await opens(node, base, sitting);
            await table.reload();
            await table.getByRole('button', { name: 'Presentar el informe a la sesión' }).click();
            await table.getByText('Está ante la sala: falta votarlo').waitFor();
            const vote = await openVote(node, base);
            for (const member of base.members.slice(0, 3))
              await done(node, base.body, 'CastVote', { vote, choice: 'no' }, { kind: 'member', member });
            await done(node, base.body, 'CloseVote', { vote }, base.president);
            await table.reload();
            await table.getByText('La asamblea rechazó las cuentas').waitFor();
            assert.equal(await table.getByText('falta votarlo').count(), 0, 'it is voted');
            await look('accounts: rejected', table);
            await picture(table, 'rejected');

            // Whoever passes by, without signing in and without JavaScript.
            const { page: neighbour } = await another({ javaScriptEnabled: false });
            await neighbour.goto(`${url}/b/${base.body.name}/accounts?lang=es`);
            await neighbour.locator('#report').getByText('Rechazadas por la asamblea').waitFor();
            assert.equal(await neighbour.locator('#journal').getByText('Rechazadas por la asamblea').count(), 5);
            await picture(neighbour, 'public');
            const fingerprint = createHash('sha256').update(photograph).digest('hex');
            await neighbour.getByLabel('La huella: 64 cifras y letras').fill(fingerprint);
            await neighbour.getByRole('button', { name: 'Buscar' }).click();
            await neighbour.getByText('Ese comprobante está anotado:').waitFor();

            // The same, from the file, at the table of whoever holds it.
            const { page: holder } = await another();
            await toAccounts(holder, url, base, base.members[6] ?? '');
            assert.equal(await holder.getByRole('button', { name: 'Anotar', exact: true }).count(), 0, 'no officer');
            await holder.getByText('Comprobar un comprobante').click();
            await holder
              .getByLabel('El archivo')
              .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: photograph });
            await look('accounts: read', holder);
            await holder.getByRole('link', { name: 'Ver si está anotado' }).click();
            await holder.getByText('Ese comprobante está anotado:').waitFor();
            assert.deepEqual([await faultsOn(holder), await sidewaysOn(holder)], [[], 0]);
            await picture(holder, 'public-phone');
            await done(node, base.body, 'CloseSitting', { sitting }, base.president);
            await judgesItsCommittee(node, base, table, url, look);
            assert.deepEqual(faults, []);
          });
        });
      },
      { clock: () => Date.now() + ahead },
    );
  });

  test('without a network an entry waits and says that it is not booked; with one it is booked once', async () => {
    await withNode(async ({ node }) => {
      const base = await baseBelow(node, 'alto-lima', await foundAssembly(node), 4);
      const money = { symbol: 'BOB', title: 'bolivianos', decimals: 2 };
      await done(node, base.body, 'NameCommodity', money, base.president);
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { page, context } = await another();
          await toAccounts(page, url, base, base.members[0] ?? '');
          await context.setOffline(true);
          await book(page, { words: 'Cuotas', from: 'income:cuotas', to: 'assets:caja', amount: '7' });
          await page.getByText('NO está anotado todavía').first().waitFor();
          await context.setOffline(false);
          await entry(page, 'Cuotas').waitFor();
          const { accounts } = (await node.book(base.body.origin))!.state;
          assert.equal(accounts.entries.size, 1);

          // The list that would show it does not come: it is in the book all the same, and is not booked again.
          const { page: table } = await another({ serviceWorkers: 'block' });
          await toAccounts(table, url, base, base.members[0] ?? '');
          const reverse = entry(table, 'Cuotas');
          await reverse.getByText('Anular este asiento').click();
          await reverse.getByLabel('Por qué').fill('Era de otra junta');
          const list = Promise.withResolvers<void>();
          await table.route('**/accounts', async (route) => {
            await list.promise;
            await route.continue();
          });
          await reverse.getByRole('button', { name: 'Anular', exact: true }).click();
          await reverse.getByText('Anotado: está en el libro.').waitFor();
          await reverse.locator('button[type="submit"][aria-disabled="true"]').waitFor();
          list.resolve();
          await reverse.getByText('Anulado', { exact: true }).waitFor();
        });
      });
    });
  });
});
