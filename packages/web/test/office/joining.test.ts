// A founding that is proven and a base that is admitted, from the office: what one book says is looked up in the other.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { DraftAct } from '@cabildo/core';
import type { Node } from '../../../server/src/app/index.ts';
import { freshKey, lightStatute } from '../../../server/test/app/node-fixture.ts';
import { makeBody } from '../../../server/test/exchange/fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { type Hall, inOffice, withHall, withPhone } from '../hall.ts';
import { withAssembly } from '../sitting/assembly.ts';
import { press } from '../sitting/teller-at-work.ts';
import { choose } from './choosing.ts';

const { browser, client } = await inChromium();

describe('proof and affiliation, in Chromium', { skip: browserMissing, concurrency: 1 }, () => {
  test('the convener of a federation admits a base whose sealed request is in its book, and no other', async () => {
    await withAssembly(client.folder, async ({ node, body, url, card }) => {
      const base = await makeBody({ node }, 'senkata');
      await withPhone(browser, async ({ page, on }) => {
        const { look, faults } = everybody();
        await page.goto(`${url}/office/first-steps/${body.name}#body=${body.name}&card=${card}`);
        await on('first-steps');
        await page.getByText('Ninguna espera respuesta.').waitFor();
        await look('joining: not asked for', page);
        const above = (await node.book(body.origin))?.vkey ?? '';
        const request = await base.write('AffiliationRequested', { vote: 0, to: body.origin, toKey: above });
        await page.reload();
        await page.getByText('falta que su directiva firme el pedido').waitFor();
        assert.equal(await page.getByRole('button', { name: 'Admitir' }).count(), 0);
        await base.seal(request);
        await page.reload();
        await page.getByRole('button', { name: 'Admitir' }).waitFor();
        await look('joining: asked for', page);
        await press(page, 'Admitir');
        await page.getByText('senkata: 1 puesto').waitFor();
        assert.deepEqual(faults, []);
      });
      const [admitted] = (await node.actsOf(body.origin, ['AffiliationAdmitted'], 1)) ?? [];
      const entry = JSON.parse(Buffer.from(admitted?.entry ?? []).toString());
      assert.equal(entry.data.below, base.origin);
      assert.equal(entry.cites[0]?.book, base.origin);
    });
  });

  test('an officer witnesses a neighbour; a founding whose minutes are not signed cannot be proven yet', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, url, neighbours } = hall;
      const president = neighbours[0] ?? '';
      const card = await hall.newCard(president);
      const other = await makeBody({ node }, 'ballivian');
      await inOffice(hall, 'president', president);
      await withPhone(browser, async ({ page, on }) => {
        const { look, faults } = everybody();
        await page.goto(`${url}/office/first-steps/${body.name}#body=${body.name}&card=${card.code}`);
        await on('first-steps');
        await page.getByText('Falta aprobar el acta de fundación').waitFor();
        assert.equal(await page.getByRole('button', { name: 'Probar la fundación' }).count(), 0);
        await choose(page, 'Asamblea vecina', 'balliv');
        await look('proof: a neighbour is chosen', page);
        await press(page, 'Dar fe de su fundación');
        await page.locator('.named li', { hasText: 'ballivian' }).getByText('falta firmar').waitFor();
        await look('proof: a neighbour is witnessed', page);
        assert.deepEqual(faults, []);
      });
      const [witnessed] = (await node.actsOf(body.origin, ['FoundingWitnessed'], 1)) ?? [];
      assert.equal(JSON.parse(Buffer.from(witnessed?.entry ?? []).toString()).data.founding.book, other.origin);
    });
  });

  test('an officer chooses a federation and calls a sitting on the words that will be moved there', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, url, neighbours } = hall;
      const above = await federation(node);
      const president = neighbours[0] ?? '';
      const card = await hall.newCard(president);
      await inOffice(hall, 'president', president);
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(`${url}/office/first-steps/${body.name}#body=${body.name}&card=${card.code}`);
        await on('first-steps');
        await choose(page, 'A qué federación o asamblea de delegados', 'asamblea');
        await page.getByText('Convocar a una sesión que lo decida').click();
        await page.locator('#ask-place').fill('Sede social');
        await press(page, 'Convocar');
        await page.getByText('Está en la convocatoria: Sede social').waitFor();
        await page.getByText('Cuando la sesión esté abierta').waitFor();
      });
      const [convened] = (await node.actsOf(body.origin, ['SittingConvened'], 1)) ?? [];
      const { data } = JSON.parse(Buffer.from(convened?.entry ?? []).toString());
      const text = `Que esta asamblea pida pertenecer a Junta asamblea (libro ${above.origin}).`;
      const textHash = createHash('sha256').update(text).digest('base64');
      assert.deepEqual(data.notice, [
        { matter: 'affiliation', title: 'Pedir la afiliación a Junta asamblea', textHash },
      ]);
    });
  });

  test('the minutes signed and two neighbours named that have witnessed it, the founding is proven; with one it is not', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, url, neighbours, sitting } = hall;
      const president = neighbours[0] ?? '';
      const card = await hall.newCard(president);
      const founding = (await node.act(body.origin, 0))?.leaf ?? new Uint8Array();
      const witnesses = async (name: string): Promise<void> => {
        const neighbour = await makeBody({ node }, name);
        const leaf = base64Encode(founding);
        await neighbour.seal(
          await neighbour.write('FoundingWitnessed', { founding: { book: body.origin, index: 0 }, leaf }),
        );
      };
      await witnesses('ballivian');
      await inOffice(hall, 'president', president);
      await minutesSigned(hall, sitting);
      await withPhone(browser, async ({ page, on }) => {
        const { look, faults } = everybody();
        await page.goto(`${url}/office/first-steps/${body.name}#body=${body.name}&card=${card.code}`);
        await on('first-steps');
        await page.getByText('La directiva firmó el acta').waitFor();
        await page.getByText('Vecinas que dieron fe: 1 de 2').waitFor();
        await page.getByText('Todavía no: hacen falta 2 vecinas con su firma.').waitFor();
        await look('proof: too few', page);
        await witnesses('senkata');
        await page.reload();
        await page.getByText('Vecinas que dieron fe: 2 de 2').waitFor();
        await press(page, 'Probar la fundación');
        await page.getByText('Fundación probada', { exact: true }).waitFor();
        assert.deepEqual(faults, []);
      });
      const [proven] = (await node.actsOf(body.origin, ['BodyProven'], 1)) ?? [];
      assert.equal(JSON.parse(Buffer.from(proven?.entry ?? []).toString()).data.witnesses.length, 2);
    });
  });
});

async function federation(node: Node): Promise<{ readonly origin: string }> {
  const key = base64Encode(generateKey().signer.publicKey);
  const founder = { name: 'Basilia Mamani', key };
  const about = { name: 'asamblea', title: 'Junta asamblea', kind: 'delegate', provisionalDays: 60 };
  const input = { ...about, founder, statute: lightStatute() };
  const founded = await node.foundBody({ input, actor: { kind: 'operator' }, key: freshKey() });
  return founded.kind === 'founded' ? founded : assert.fail(JSON.stringify(founded));
}

/** As if the founding sitting were over, its minutes approved and sealed. */
async function minutesSigned({ node, body }: Hall, sitting: number): Promise<void> {
  const by = { office: 'president', article: 'test' };
  const write = async (act: string, data: object): Promise<number> => {
    const outcome = await node.record(body.origin, [{ act, data, by } as unknown as DraftAct]);
    return outcome.kind === 'done' ? (outcome.acts[0]?.index ?? 0) : assert.fail(JSON.stringify(outcome));
  };
  const text = base64Encode(new Uint8Array(32));
  const minutes = await write('MinutesApproved', { sitting, firstAct: sitting, lastAct: sitting, text });
  const leaf = base64Encode((await node.act(body.origin, minutes))?.leaf ?? new Uint8Array());
  const officers = (await node.book(body.origin))?.state.enrolment?.act ?? 0;
  await write('ActSealed', { index: minutes, leaf, officers, signatures: [] });
}
