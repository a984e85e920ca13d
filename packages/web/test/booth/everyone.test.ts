// The ballot's own pages for everybody: axe, keyboard, text at twice its size, dark, in both languages.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fingerprint } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, type Look } from '../everyone.ts';
import { type PhoneInHand, withPhone } from '../hall.ts';
import { motion, preparedElection, uuid } from './fake-election.ts';
import { type FakeNode, fakeNode } from './fake-node.ts';
import { codeOf } from './fake-trustees.ts';

const { browser, client } = await inChromium();

interface Seen extends PhoneInHand {
  readonly node: FakeNode;
  readonly look: Look;
  press(name: string): Promise<void>;
}

async function seen(work: (seen: Seen) => Promise<void>): Promise<void> {
  const node = await fakeNode(client.booth, await preparedElection());
  const { look, faults } = everybody();
  try {
    await withPhone(browser, (phone) =>
      work({ ...phone, node, look, press: (name) => phone.page.getByRole('button', { name, exact: true }).click() }),
    );
  } finally {
    await node.close();
  }
  assert.deepEqual(faults, []);
}

describe('the ballot’s own pages for everybody', { skip: browserMissing, concurrency: 2 }, () => {
  test('the voter’s page', async () => {
    await seen(async ({ page, node, look, press }) => {
      await page.goto(node.halfAddress(1, 1));
      await page.getByText('sobre 1').waitFor();
      await look('halves', page);
      await press('Escribir los caracteres');
      await page.getByLabel('Los quince caracteres').fill('abc');
      await press('Usar esta mitad');
      await page.getByText('Algún carácter').waitFor();
      await look('characters', page);
      await page.goto(node.halfAddress(2, 1));
      await page.getByRole('heading', { name: motion.question }).waitFor();
      await look('question', page);
      await press('Sí');
      await page.getByText('Su voto está cifrado').waitFor();
      await look('review', page);
      node.troubles.push(...Array.from({ length: 200 }, () => 'before' as const));
      await press('Depositar en la urna');
      await page.getByText('La urna no ha respondido').waitFor();
      await look('unsent', page);
      // It tries by itself too: once the box answers, the button may be gone before it is pressed.
      await press('Intentar ahora');
      node.troubles.length = 0;
      await page.locator('.tracker-words:not(:empty)').waitFor();
      await look('done', page);
      await press('Terminar y olvidar el sobre');
      await look('ended', page);
    });
  });

  test('the trustees’ page', async () => {
    await seen(async ({ page, node, look, press }) => {
      node.stage = 'keys';
      node.trustees = { sizes: { size: 3, threshold: 3 }, messages: [], trial: null, archive: null };
      await page.goto(`${node.url}/ballot/t/${uuid}`);
      await page.getByLabel('Enlace de su puesto').waitFor();
      await look('link', page);
      await page.goto(`${node.url}/ballot/t/${uuid}#2-${codeOf(2)}`);
      await page.getByText('Haga su clave').waitFor();
      await page.locator('summary').click();
      await look('make', page);
      await press('Hacer mi clave');
      const secret = await page.locator('.code-text.large').innerText();
      await look('keep', page);
      await press('Ya la guardé');
      await press('Escribir los caracteres');
      await look('read back', page);
      await page.getByLabel('Los veinticuatro caracteres').fill(secret);
      await press('Usar esta clave');
      await page.locator('.tracker-words:not(:empty)').waitFor();
      await look('wait', page);
      node.stage = 'closed';
      await page.goto('about:blank');
      await page.goto(`${node.url}/ballot/t/${uuid}#2-${codeOf(2)}`);
      await page.getByText('La urna está cerrada').waitFor();
      await look('share', page);
      node.result = { yes: 61, no: 14, abstain: 3 };
      node.stage = 'opened';
      await page.getByText('El resultado está abierto').waitFor();
      await look('opened', page);
    });
  });

  test('the page of slips', async () => {
    await seen(async ({ page, node, look, press }) => {
      node.stage = 'credentials';
      await page.goto(`${node.url}/ballot/h/${uuid}#1-${codeOf(1)}`);
      await page.getByLabel('¿Cuántos sobres?').waitFor();
      await look('how many', page);
      await page.getByLabel('¿Cuántos sobres?').fill('3');
      await press('Hacer las mitades');
      await page.getByText('sólo en esta página').first().waitFor();
      await look('print', page);
      await press('Ya las imprimí: entregar las mitades públicas');
      await page.getByText('Mitades públicas entregadas').waitFor();
      node.halves.set(2, node.halves.get(1) ?? '');
      await press('Olvidar lo secreto y seguir');
      await page.goto('about:blank');
      await page.goto(`${node.url}/ballot/h/${uuid}#1-${codeOf(1)}`);
      await page.getByLabel('Números', { exact: true }).waitFor();
      await look('left over', page);
    });
  });

  test('the check of a tracker', async () => {
    await seen(async ({ page, node, look }) => {
      const tracker = fingerprint('one', nodeMachine);
      const address = `${node.url}/ballot/c/${uuid}`;
      await page.goto(address);
      await page.getByRole('button', { name: 'Buscar' }).waitFor();
      await look('check', page);
      await page.goto(`${address}#${tracker}`);
      await page.getByText('Todavía no está a la vista').waitFor();
      await look('not yet', page);
      node.board.push(tracker);
      await page.goto('about:blank');
      await page.goto(`${address}#${tracker}`);
      await page.getByText('Está en la urna').waitFor();
      await look('found', page);
    });
  });
});
