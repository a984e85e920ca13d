// A delegate and an alternate are elected in a sitting, from the desk in Chromium; the card says why it does not count yet.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { type Actor, type DraftAct, tableEntries, tableValues } from '@cabildo/core';
import { convened, done, found } from '../../../server/test/app/node-fixture.ts';
import { Body } from '../../../server/test/exchange/fixture.ts';
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
        await form.getByRole('combobox', { name: 'A qué organismo' }).selectOption(above.origin);
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

  test('the base divides its delegates’ mandate on a motion above, which is chosen by what it says', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, tellers, neighbours } = hall;
      const above = await found(node, 'asamblea');
      const assembly = new Body({ node }, above.name);
      const motion = await assembly.motion(await assembly.sitting(), 'Que haya agua.');
      const text = 'Que nuestra delegación vote así.';
      const textHash = createHash('sha256').update(text).digest('base64');
      const notice = [
        { matter: 'election', title: 'Directiva' },
        { matter: 'mandate', title: 'Mandato sobre el agua', textHash },
      ];
      const sitting = await convened(node, body, { kind: 'founding', place: 'Sede', notice });
      const asMember = (member: string): Actor => ({ kind: 'member', member });
      await done(node, body, 'AppointTellers', { sitting, tellers });
      const neighbour = asMember(neighbours[0] ?? '');
      await done(node, body, 'CheckIn', { sitting }, neighbour);
      for (const teller of tellers)
        await done(node, body, 'CountPresence', { sitting, round: 1, present: 2 }, asMember(teller));
      await done(node, body, 'OpenSitting', { sitting, call: 'first' });
      await withPhone(browser, async ({ page }) => {
        const card = await hall.newCard((body.founder as { readonly member: string }).member);
        await page.goto(`${hall.url}/phone/desk/${body.name}/${sitting}#body=${body.name}&card=${card.code}`);
        await page
          .getByRole('button', { name: /Mandato sobre el agua/ })
          .first()
          .click();
        await page.locator('.tabling > .step > .action').first().click();
        const form = page.locator('.tabling form');
        await form.getByRole('textbox', { name: 'Título' }).fill('Mandato sobre el agua');
        await form.getByRole('textbox', { name: 'Texto', exact: true }).fill(text);
        await form.getByRole('combobox', { name: 'Libro' }).selectOption({ label: 'Junta asamblea' });
        const there = form.getByRole('combobox', { name: 'Qué acto de ese libro' });
        await there.locator(`option[value="${motion}"]`).waitFor({ state: 'attached' });
        await there.selectOption(String(motion));
        await form.getByRole('combobox', { name: 'Qué votan' }).selectOption('split');
        await form.getByText(/^Si hace falta: cómo se divide/).click();
        await form.getByRole('checkbox', { name: 'Cómo se divide el voto' }).check();
        await form.getByLabel('Sí', { exact: true }).fill('70');
        await form.getByLabel('No', { exact: true }).fill('30');
        await form.getByLabel('Abstención', { exact: true }).fill('0');
        await form.locator('button[type="submit"]:not([aria-disabled="true"])').click();
        await page.locator('article').getByRole('heading', { name: 'Mandato sobre el agua', exact: true }).waitFor();
      });
      const { state } = (await node.book(body.origin))!;
      const tabled = Math.max(...tableEntries(state.motions).map(([index]) => Number(index)));
      const vote = (await done(node, body, 'OpenVote', { motion: tabled, method: 'devices' })).acts[0]!.index;
      await done(node, body, 'CastVote', { vote, choice: 'yes' }, neighbour);
      const closed = await done(node, body, 'CloseVote', { vote });
      assert.ok(closed.acts.some(({ act }) => act === 'MandateDivided'));
      const [given] = tableValues((await node.book(body.origin))!.state.mandates);
      assert.deepEqual(given?.divided, { yes: 70, no: 30, abstain: 0 });
    });
  });
});
