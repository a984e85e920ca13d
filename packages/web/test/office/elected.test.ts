// A delegate and an alternate are elected in a sitting, from the desk in Chromium; the card says why it does not count yet.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Actor, type DraftAct, tableEntries, tableValues } from '@cabildo/core';
import { done, found } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { openDesk } from '../desk-evening.ts';
import { everybody } from '../everyone.ts';
import { type Hall, withHall, withPhone } from '../hall.ts';

const { browser, client } = await inChromium();

/** As if the hall had asked that body to admit it. */
async function asksToBelong({ node, body }: Hall, above: string): Promise<void> {
  const data = { vote: 0, to: above, toKey: (await node.book(above))!.vkey };
  const act = { act: 'AffiliationRequested', data, by: { office: 'statute', article: 'test' } };
  const outcome = await node.record(body.origin, [act as unknown as DraftAct]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
}

describe('an election of delegates in Chromium', { skip: browserMissing }, () => {
  test('delegate and alternate are proposed by name at the desk; the hall elects them', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting, neighbours } = hall;
      const above = await found(node, 'asamblea');
      await asksToBelong(hall, above.origin);
      const [petrona] = neighbours;
      const neighbour: Actor = { kind: 'member', member: petrona ?? '' };
      await done(node, body, 'CheckIn', { sitting }, neighbour);
      await hall.openSitting();
      await withPhone(browser, async ({ page }) => {
        const { look, faults } = everybody();
        await openDesk(hall, page);
        await page
          .getByRole('button', { name: /Directiva/ })
          .first()
          .click();
        await page.locator('.tabling > .step > .action').first().click();
        const form = page.locator('.tabling form');
        await form.getByRole('textbox', { name: 'Título' }).fill('Delegación a la asamblea');
        await form.getByRole('textbox', { name: 'Texto' }).fill('Que vayan quienes se nombra.');
        await form.getByRole('combobox', { name: 'Qué hace si se aprueba' }).selectOption('elect-delegates');
        await form.getByRole('combobox', { name: 'A qué organismo' }).fill(above.origin);
        await form.getByRole('button', { name: 'Añadir: puesto' }).click();
        await form.getByLabel('Persona: nombre').fill('petrona');
        await form.getByRole('button', { name: /Petrona Quispe/ }).click();
        await form.getByText('Si hace falta: suplente').click();
        await form.getByLabel('Suplente: nombre').fill('felipa');
        await form.getByRole('button', { name: /Felipa Quispe/ }).click();
        await look('desk: delegates are proposed', page);
        await form.locator('button[type="submit"]').click();
        await page.getByRole('heading', { name: 'Delegación a la asamblea', exact: true }).waitFor();
        const { state } = (await node.book(body.origin))!;
        const motion = Math.max(...tableEntries(state.motions).map(([index]) => Number(index)));
        const opened = await done(node, body, 'OpenVote', { motion, method: 'devices' });
        const vote = opened.acts[0]!.index;
        await done(node, body, 'CastVote', { vote, choice: 'yes' }, neighbour);
        await done(node, body, 'CloseVote', { vote });
        const after = (await node.book(body.origin))!;
        const elections = [...tableValues(after.state.elections)];
        const founder = (body.founder as { readonly member: string }).member;
        assert.deepEqual(
          elections.map(({ to, seats }) => [to, seats.map(({ seat, holder, alternate }) => [seat, holder, alternate])]),
          [[above.origin, [[1, petrona, founder]]]],
        );
        await page.goto(`${hall.url}/b/${body.name}/credentials/${above.name}`);
        await page.getByText('El organismo no está afiliado al de arriba.').waitFor();
        await look('credentials: none', page, 'page');
        assert.deepEqual(faults, []);
      });
    });
  });
});
