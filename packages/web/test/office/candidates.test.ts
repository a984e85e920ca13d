// Standing in an election in a real browser: by a phone's own key, named or not, until the vote is opened; the list on the wall.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { plusMonths, type Statute } from '@cabildo/core';
import type { Locator, Page } from 'playwright-core';
import { done, lightStatute } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withFilm } from '../film.ts';
import { type Hall, withHall, withPhone, withPhones } from '../hall.ts';

const { browser, client } = await inChromium();

const contests = [
  { offices: ['president'], method: 'plurality', vacancy: 'next' },
  { offices: ['secretary'], method: 'plurality', vacancy: 'next' },
];

const articles = {
  checkIn: 'anywhere',
  rules: lightStatute().rules.map((rule) =>
    rule.matter === 'election' ? { ...rule, methods: [...rule.methods, 'urn'] } : rule,
  ),
  elections: { contests },
} as unknown as Partial<Statute>;

async function tableElection({ node, body, sitting }: Hall): Promise<number> {
  const from = node.now();
  const proposal = { kind: 'hold-election', from, until: plusMonths(from, 24) };
  const motion = { sitting, matter: 'election', title: 'Directiva', text: 'Que se elija la directiva.', proposal };
  return (await done(node, body, 'TableMotion', motion)).acts[0]!.index;
}

const contestOf = (page: Page, name: string): Locator =>
  page.locator('.contest').filter({ has: page.getByRole('heading', { name, exact: true }) });

describe('standing in an election, in Chromium', { skip: browserMissing }, () => {
  test('a member stands by name from the phone, another without one withdraws, a third is noted at the table, and the list on the wall says so', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        await hall.openSitting();
        const { look, faults } = everybody();
        await withPhones(browser, async (another) => {
          const [rosa, juan] = [await another(), await another()];
          for (const phone of [rosa, juan]) {
            await phone.page.goto(hall.addressOf(await hall.card()));
            await phone.on('hall');
          }
          const { page } = rosa;
          const office = `${hall.url}/office/candidates/${hall.body.name}/${hall.sitting}`;
          await page.goto(office);
          await page.getByRole('heading', { name: 'En esta sesión no se elige entre candidaturas' }).waitFor();
          await look('candidates: no election', page);
          const motion = await tableElection(hall);
          // The page of candidates is one tap from the motion on the phone, and standing one more.
          await page.goto(`${hall.url}/b/${hall.body.name}/candidates/${motion}`);
          await page.getByRole('link', { name: 'Presentarse' }).click();
          await page.getByRole('button', { name: 'Presentarme: presidencia', exact: true }).click();
          await page.getByLabel('Nombre en la lista').fill('Rosa <Quispe>');
          await look('candidates: standing', page);
          await page.getByRole('button', { name: 'Presentarme', exact: true }).click();
          await page.getByText('Es usted: número 1').waitFor();
          await look('candidates: mine', page);
          assert.equal(await page.getByRole('button', { name: /^Presentarme/ }).count(), 0, 'nobody stands twice');

          await juan.page.goto(office);
          await contestOf(juan.page, 'presidencia').getByText('Rosa <Quispe>').waitFor();
          await juan.page.getByRole('button', { name: 'Presentarme: secretaría' }).click();
          await juan.page.getByRole('button', { name: 'Presentarme', exact: true }).click();
          await juan.page.getByText('Es usted: número 1').waitFor();
          // Whoever looks on sees it without asking again.
          await contestOf(page, 'secretaría').getByText('Sin nombre en la lista').waitFor();
          await juan.page.getByRole('button', { name: 'Retirar mi candidatura' }).click();
          await juan.page.getByRole('alertdialog').getByRole('button', { name: 'Retirar mi candidatura' }).click();
          await contestOf(juan.page, 'secretaría').getByText('Se retiró').waitFor();

          // Who keeps the roll notes whoever was named in the hall, with the key of that person's own device.
          const founder = await hall.newCard((hall.body.founder as { readonly member: string }).member);
          const key = base64Encode(generateKey().signer.publicKey);
          await withFilm(['esto no es', key], (camera) =>
            withPhone(camera, async (desk) => {
              await desk.page.goto(hall.addressOf(founder));
              await desk.on('hall');
              await desk.page.goto(office);
              const contest = contestOf(desk.page, 'secretaría');
              await contest.getByRole('button', { name: 'Anotar a otra persona' }).click();
              await contest.getByLabel('Quién se presenta').fill('Petrona');
              await contest.getByRole('button', { name: 'Petrona Quispe' }).click();
              const field = contest.getByLabel('Llave pública de quien se presenta');
              await field.fill('esto no es');
              await contest.getByRole('button', { name: 'Anotar la candidatura' }).click();
              await contest.getByText('Eso no es una llave pública').waitFor();
              await look('candidates: noting', desk.page);
              // As the phone of whoever stands shows it; any other code is passed over.
              const scan = contest.getByRole('button', { name: 'Leer con la cámara la llave de su teléfono' });
              await scan.click();
              await scan.waitFor();
              assert.equal(await field.inputValue(), key);
              await contest.getByRole('button', { name: 'Anotar la candidatura' }).click();
              await contest.getByText('Sin nombre en la lista').waitFor();
            }),
          );

          // What the book has of it: a key that this phone keeps, and no name.
          const { state } = (await hall.node.book(hall.body.origin))!;
          const [first, second] = (await hall.node.election(hall.body.origin, motion, null))!.contests;
          assert.deepEqual(
            first?.candidates.map(({ number, name }) => [number, name]),
            [[1, 'Rosa <Quispe>']],
          );
          assert.deepEqual(
            second?.candidates.map(({ number, withdrawn }) => [number, withdrawn]),
            [
              [1, true],
              [2, false],
            ],
          );
          assert.ok(!JSON.stringify(state.candidates).includes('Quispe'));
          await page.goto(`${hall.url}/phone/seals/${hall.body.name}`);
          await page.getByText('Todavía no inscrita en un cargo').waitFor();
          await page.goto(`${hall.url}/b/${hall.body.name}/candidates/${motion}`);
          await look('page: candidates', page, 'page');
        });
        assert.deepEqual(faults, []);
      },
      articles,
    );
  });
});
