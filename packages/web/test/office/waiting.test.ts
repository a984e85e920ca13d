// Everything that waits for one person, in Chromium: each line leads to where it is done, and the week's sheet is whole on paper.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { done, withNode } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, faultsOn, sidewaysOn, withTextTwiceAsLarge } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { foundAssembly } from '../sitting/assembly.ts';
import { baseBelow, votesAbove } from './base-below.ts';

const { browser, client } = await inChromium();

describe('what waits for me, in Chromium', { skip: browserMissing }, () => {
  test('a delegate finds the sitting, the report that is due and the petition in one place, and the sheet to print', async () => {
    await withNode(async ({ node }) => {
      const above = await foundAssembly(node);
      const base = await baseBelow(node, 'alto-lima', above, 11);
      const { sitting, vote } = await votesAbove(node, above, base);
      await done(node, above, 'CloseVote', { vote });
      await done(node, above, 'CloseSitting', { sitting });
      const about = { against: 'delegate', target: `${above.origin}#1` };
      await done(node, base.body, 'OpenPetition', about, { kind: 'member', member: base.members[5] ?? '' });
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { look, faults } = everybody();
          const { page } = await another();
          const card = await base.cardOf(base.delegate);
          await page.goto(`${url}/phone#body=${base.body.name}&card=${card}`);
          await page.getByRole('link', { name: 'Lo que me espera' }).click();
          await page.getByRole('heading', { name: 'Lo que me espera', level: 1 }).waitFor();
          await page.getByRole('link', { name: 'Informar a la base' }).waitFor();
          await page.getByRole('link', { name: 'Sesión convocada' }).first().waitFor();
          await look('waiting', page);
          const folder = process.env.OFFICE_PICTURES;
          if (folder !== undefined) await page.screenshot({ path: `${folder}/waiting.png`, fullPage: true });

          await page.getByRole('link', { name: 'Informar a la base' }).click();
          await page.getByText('Es su puesto').waitFor();
          await page.goBack();
          await page.getByRole('link', { name: 'La hoja de la semana' }).click();
          await page.getByRole('heading', { name: 'Lo que nos espera', level: 1 }).waitFor();
          await page.getByText('0 de 6 firmas').waitFor();
          assert.deepEqual(await faultsOn(page), []);
          assert.equal(await sidewaysOn(page), 0);
          await withTextTwiceAsLarge(page, async () => assert.equal(await sidewaysOn(page), 0));
          if (folder !== undefined) {
            await page.screenshot({ path: `${folder}/week.png`, fullPage: true });
            await page.pdf({ path: `${folder}/week.pdf`, format: 'A4', preferCSSPageSize: true });
          }
          assert.deepEqual(faults, []);
        });
      });
    });
  });
});
