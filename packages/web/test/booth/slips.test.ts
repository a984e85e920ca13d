// A teller's page: halves that are printed and never sent, their public parts, and the slips left over; the strips that come out of it vote.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupNamed, joinHalves, readExcluded, readHalves, secretOf } from '@cabildo/ballot';
import { nodeDerive, nodeMachine } from '@cabildo/ballot/node';
import type { Page } from 'playwright-core';
import { readHalfWords } from '../../src/booth/half-words.ts';
import { numberOnOutside, outsideCode, readNumbers } from '../../src/booth/slips/slip-numbers.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { type PhoneInHand, withPhones } from '../hall.ts';
import { fail, preparedElection, uuid } from './fake-election.ts';
import { type FakeNode, fakeNode } from './fake-node.ts';
import { codeOf } from './fake-trustees.ts';

const { browser, client } = await inChromium();
const group = groupNamed('BELENIOS-2048', nodeMachine) ?? fail('no group');

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

async function withTellers(work: (node: FakeNode, phones: readonly PhoneInHand[]) => Promise<void>): Promise<void> {
  const node = await fakeNode(client.booth, await preparedElection());
  node.stage = 'credentials';
  try {
    await withPhones(browser, async (another) => work(node, [await another(), await another()]));
  } finally {
    await node.close();
  }
}

/** Makes that many; what is inside each strip, as the paper shows it. */
async function make(node: FakeNode, { page }: PhoneInHand, teller: number, count: number): Promise<readonly string[]> {
  await page.goto(`${node.url}/ballot/h/${uuid}#${teller}-${codeOf(teller)}`);
  await page.getByLabel('¿Cuántos sobres?').fill(String(count));
  await press(page, 'Hacer las mitades');
  await press(page, 'Ya las imprimí: entregar las mitades públicas');
  await page.getByRole('heading', { name: 'Mitades públicas entregadas' }).waitFor();
  return page.locator('.strip-inside .code-text').allTextContents();
}

describe('slips in Chromium', { skip: browserMissing }, () => {
  test('two tellers make halves that fit, of which nothing secret is sent, and take out what was left over', async () => {
    await withTellers(async (node, [one = fail('no phone'), other = fail('no phone')]) => {
      const texts = [await make(node, one, 1, 6), await make(node, other, 2, 6)];
      assert.deepEqual(
        texts.map(({ length }) => length),
        [6, 6],
      );
      const read = [1, 2].map((teller) => {
        const halves = readHalves({ group, machine: nodeMachine }, node.halves.get(teller) ?? '');
        return halves.ok ? halves : fail(`${halves.fault} ${halves.path}`);
      });
      assert.deepEqual(
        read.map(({ election, teller }) => [election, teller]),
        [
          [uuid, 1],
          [uuid, 2],
        ],
      );
      for (const [at, { halves }] of read.entries())
        for (const [slip, text] of (texts[at] ?? []).entries())
          assert.equal(group.powerOfG(await secretOf(text, uuid, group, nodeDerive)), halves[slip]);
      const said = [...node.asked, ...node.halves.values()].join();
      for (const text of texts.flat()) assert.ok(!said.includes(text));
      await press(other.page, 'Olvidar lo secreto y seguir');
      assert.equal(await other.page.locator('.strip').count(), 0);
      await other.page.reload();
      await other.page.goto(`${node.url}/ballot/h/${uuid}#2-${codeOf(2)}`);
      await other.page.getByText('En una lista de papel aparte se tacha a quien ya sacó').waitFor();
      const numbers = other.page.getByLabel('Números', { exact: true });
      await numbers.fill('2, 9');
      await press(other.page, 'Entregar la lista');
      await other.page.getByText('«9» no es un número').waitFor();
      await numbers.fill('5 2-3');
      await press(other.page, 'Entregar la lista');
      await other.page.getByText('Lista entregada').waitFor();
      const left = readExcluded(node.excluded ?? '')?.left ?? [];
      assert.deepEqual(left, [2, 3, 5]);
      const [first, second] = read.map(({ halves }) => halves);
      assert.equal(joinHalves(group, first ?? [], second ?? [], new Set(left)).length, 3);
    });
  });

  test('what is inside is on paper alone: the screen shows none of it', async () => {
    await withTellers(async (node, [one = fail('no phone')]) => {
      const [text = ''] = await make(node, one, 1, 1);
      assert.ok(!(await one.page.locator('body').innerText()).includes(text));
      const words = one.page.locator('.half-words');
      await words.waitFor({ state: 'attached' });
      assert.equal((await readHalfWords((await words.textContent()) ?? ''))?.text, text);
      await one.page.emulateMedia({ media: 'print' });
      assert.ok((await one.page.locator('body').innerText()).includes(text));
    });
  });

  test('a link without a place opens nothing', async () => {
    await withTellers(async (node, [one = fail('no phone')]) => {
      await one.page.goto(`${node.url}/ballot/h/${uuid}`);
      await one.page.getByRole('heading', { name: 'Falta el enlace de su puesto' }).waitFor();
    });
  });
});

test('numbers are read as people write them down', () => {
  assert.deepEqual(readNumbers('4, 9-12;31 4', 40), { ok: true, numbers: [4, 9, 10, 11, 12, 31] });
  assert.deepEqual(readNumbers('', 40), { ok: true, numbers: [] });
  for (const wrong of ['0', '41', '12-9', 'x', '1.5', '3-41'])
    assert.deepEqual(readNumbers(`7 ${wrong}`, 40), { ok: false, wrong });
  assert.equal(numberOnOutside(outsideCode(uuid, 17), uuid), 17);
  assert.equal(numberOnOutside(outsideCode('another', 17), uuid), null);
});
