// A delegate reports back to the base in Chromium; whoever belongs reads it, and a report that did not come is put on record.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableGet } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { convened, done, withNode } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { foundAssembly } from '../sitting/assembly.ts';
import { type BaseBelow, baseBelow, votesAbove } from './base-below.ts';
import { opens, openVote } from './three-tiers.ts';

const { browser, client } = await inChromium();

async function toDelegations(page: Page, url: string, base: BaseBelow, member: string): Promise<void> {
  await page.goto(
    `${url}/office/delegations/${base.body.name}#body=${base.body.name}&card=${await base.cardOf(member)}`,
  );
  await page.getByRole('heading', { name: 'Asamblea Popular, puesto 1' }).waitFor();
}

describe('reports of delegates in Chromium', { skip: browserMissing }, () => {
  test('what was voted above is reported by whoever sits there, read by the members, and missed where it did not come', async () => {
    let ahead = 0;
    await withNode(
      async ({ node }) => {
        const above = await foundAssembly(node);
        const base = await baseBelow(node, 'alto-lima', above, 11);
        const { sitting, vote } = await votesAbove(node, above, base);
        await done(node, above, 'CloseVote', { vote });
        await done(node, above, 'CloseSitting', { sitting });
        await withServer(node, client.folder, async (url) => {
          await withPhones(browser, async (another) => {
            const { look, faults } = everybody();
            ahead = 11 * 86_400_000;
            const { page: neighbour } = await another();
            await neighbour.clock.install({ time: Date.now() + ahead });
            await toDelegations(neighbour, url, base, base.members[4] ?? '');
            assert.equal(await neighbour.getByText('Informar a la base').count(), 0, 'only who sits there reports');
            await neighbour.getByRole('button', { name: 'Asentar que no informó' }).click();
            await neighbour.getByText('No informó a tiempo').waitFor();

            const { page: delegate } = await another();
            await toDelegations(delegate, url, base, base.delegate);
            await delegate.getByText('Es su puesto').waitFor();
            await delegate.getByText('Informar a la base').click();
            await delegate.getByLabel('Agua, aprobada').waitFor();
            await delegate.getByLabel('Qué pasó, cómo votó y por qué').fill('Se votó el agua. Voté que sí.');
            await look('delegations: a report', delegate);
            const folder = process.env.OFFICE_PICTURES;
            if (folder !== undefined) await delegate.screenshot({ path: `${folder}/report.png`, fullPage: true });
            await delegate.getByRole('button', { name: 'Enviar el informe' }).click();
            await delegate.getByText('El informe está entregado.').waitFor();

            await neighbour.reload();
            await neighbour.getByText('Se votó el agua. Voté que sí.').waitFor();
            await look('delegations', neighbour);

            // The assembly says what it holds of the report: put to the open sitting from here, voted, and told.
            await neighbour.getByText('Espera que la asamblea lo apruebe').waitFor();
            await neighbour.goto(`${url}/office/waiting/${base.body.name}`);
            await neighbour.getByText('Informe por aprobar, en sesión').click();
            const notice = [{ matter: 'ordinary', title: 'Informe' }];
            const called = { kind: 'ordinary', place: 'Sede', notice };
            const own = await convened(node, base.body, called, base.president);
            await opens(node, base, own);
            await neighbour.reload();
            await neighbour.getByRole('button', { name: 'Ponerlo a aprobación de la sesión abierta' }).click();
            await neighbour.getByText('Está ante la sala: falta votarlo').waitFor();
            const ballot = await openVote(node, base);
            for (const member of base.members.slice(0, 3))
              await done(node, base.body, 'CastVote', { vote: ballot, choice: 'no' }, { kind: 'member', member });
            await done(node, base.body, 'CloseVote', { vote: ballot }, base.president);
            await neighbour.reload();
            await neighbour.getByText('La asamblea no lo aprobó').waitFor();
            await look('delegations: judged', neighbour);
            assert.deepEqual(faults, []);
          });
          const anybody = await (await fetch(`${url}/api/bodies/${base.body.name}/delegations`)).text();
          assert.ok(!anybody.includes('Voté que sí'), 'the words are for the members');
          assert.ok(!anybody.includes(base.delegate), 'and nobody is named');
          const { state } = (await node.book(base.body.origin))!;
          assert.ok(tableGet(state.reports, `${above.origin}#1`)?.last !== null);
        });
      },
      { clock: () => Date.now() + ahead },
    );
  });
});
