// The voter's page and the check of a tracker, in Chromium against a node that follows the contract.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fingerprint } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import type { Locator, Page } from 'playwright-core';
import { halfWords } from '../../src/booth/half-words.ts';
import { wordList } from '../../src/booth/tracker.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { withFilm } from '../film.ts';
import { withPhone } from '../hall.ts';
import { motion, preparedElection, uuid } from './fake-election.ts';
import { type FakeNode, fakeNode } from './fake-node.ts';

const { browser, client } = await inChromium();

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).waitFor();

/** As a phone's own camera does it: the same address with another half after its `#`. */
async function scan(page: Page, node: FakeNode, teller: 1 | 2, slip: number): Promise<void> {
  await page.goto(node.halfAddress(teller, slip));
}

async function withNode(work: (node: FakeNode, page: Page) => Promise<void>, wanted = {}): Promise<void> {
  const node = await fakeNode(client.booth, await preparedElection(wanted));
  try {
    await withPhone(browser, ({ page }) => work(node, page));
  } finally {
    await node.close();
  }
}

async function untilReview(node: FakeNode, page: Page, answer = 'Sí'): Promise<void> {
  await scan(page, node, 1, 1);
  await page.getByText('sobre 1').waitFor();
  await scan(page, node, 2, 1);
  await heading(page, motion.question);
  await press(page, answer);
  await heading(page, '¿Deposita este voto?');
}

const trackerOn = (page: Page): Promise<string> => page.locator('.code-text').innerText();

/** Shape and colour beside each answer. */
const marksIn = (place: Locator): Promise<readonly string[]> =>
  place
    .locator('.answer-mark')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-shape')} ${getComputedStyle(one).color}`));

describe('voting in secret in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('two halves vote, the box has that very ballot, and nothing of the slip is anywhere else', async () => {
    await withNode(async (node, page) => {
      await untilReview(node, page);
      await page.getByText('Su voto está cifrado').waitFor();
      await press(page, 'Depositar en la urna');
      await heading(page, 'Su voto está en la urna');
      assert.deepEqual([fingerprint(node.box[0] ?? '', nodeMachine)], [await trackerOn(page)]);
      await page.waitForFunction(() => document.querySelector('.tracker-words')?.textContent?.split(' ').length === 8);
      const texts = node.prepared.tellers.map(({ texts: [first = ''] }) => first);
      const said = [...node.asked, ...node.box, page.url()].join('\n');
      for (const text of texts) assert.ok(!said.includes(text) && !said.includes(text.replaceAll('-', '')));
      const kept = await page.evaluate(
        async () =>
          [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie] as const,
      );
      assert.deepEqual(kept, [0, 0, 0, '']);
      assert.equal(await page.evaluate('navigator.serviceWorker?.controller ?? null'), null);
      await press(page, 'Terminar y olvidar el sobre');
      await heading(page, 'Este aparato ya no sabe nada de su sobre');
    });
  });

  test('a ballot whose answer is lost is sent again as it is, and is said not to count until there is an answer', async () => {
    await withNode(async (node, page) => {
      node.troubles.push('before', 'after', ...Array.from({ length: 200 }, () => 'before' as const));
      await untilReview(node, page, 'No');
      await press(page, 'Depositar en la urna');
      await page.getByText('La urna no ha respondido').waitFor();
      await heading(page, 'NO CONTADO todavía');
      // It tries by itself too: once the box answers, the button may be gone before it is pressed.
      await press(page, 'Intentar ahora');
      node.troubles.length = 0;
      await heading(page, 'Su voto está en la urna');
      assert.equal(node.box.length, 1);
    });
  });

  test('voting again replaces the vote with a second ballot of the same credential', async () => {
    await withNode(async (node, page) => {
      await untilReview(node, page);
      await press(page, 'Depositar en la urna');
      await heading(page, 'Su voto está en la urna');
      const first = await trackerOn(page);
      await press(page, 'Votar de nuevo: reemplaza este voto');
      await press(page, 'Voto en blanco');
      await press(page, 'Depositar en la urna');
      await heading(page, 'Su voto está en la urna');
      assert.notEqual(await trackerOn(page), first);
      const credentials = node.box.map((ballot) => (JSON.parse(ballot) as { credential: string }).credential);
      assert.equal(credentials.length, 2);
      assert.equal(new Set(credentials).size, 1);
    });
  });

  test('halves that do not belong together are told apart before anything is sent', async () => {
    await withNode(async (node, page) => {
      await scan(page, node, 1, 1);
      await page.getByText('sobre 1').waitFor();
      await scan(page, node, 1, 2);
      await page.getByText('Ésa es la mitad que ya leyó').waitFor();
      await scan(page, node, 2, 3);
      await page.getByText('son de sobres distintos').waitFor();
      await press(page, 'Escribir los caracteres');
      const typed = node.prepared.tellers[1]?.texts[0] ?? '';
      const field = page.getByLabel('Los quince caracteres de la mitad');
      await field.fill(`${typed.slice(0, -1)}${typed.endsWith('2') ? '3' : '2'}`);
      await press(page, 'Usar esta mitad');
      await page.getByText('Algún carácter no está bien').waitFor();
      await field.fill(typed.replaceAll('-', ' '));
      await press(page, 'Usar esta mitad');
      await heading(page, motion.question);
    });
  });

  test('two halves are held before the page’s own camera, and it looks on while it sees the one that it knows', async () => {
    const node = await fakeNode(client.booth, await preparedElection());
    try {
      const halves = [node.halfAddress(1, 1), `${node.url}/ballot/c/${uuid}#not-a-half`, node.halfAddress(2, 1)];
      await withFilm(halves, (camera) =>
        withPhone(
          camera,
          async ({ page, asked }) => {
            await page.goto(`${node.url}/ballot/v/${uuid}`);
            await press(page, 'Leer con la cámara');
            await page.getByText('sobre 1').waitFor();
            await press(page, 'Leer con la cámara');
            await heading(page, motion.question);
            assert.ok(asked.every((address) => address.startsWith(node.url)));
            const secrets = node.prepared.tellers.map(({ texts: [text = ''] }) => text);
            assert.ok(secrets.every((text) => !`${asked}${page.url()}`.includes(text)));
          },
          { permissions: ['camera'] },
        ),
      );
    } finally {
      await node.close();
    }
  });

  test('a half is typed in its eight words, in either language, and one that was misread is told', async () => {
    await withNode(async (node, page) => {
      const [one = '', other = ''] = [0, 1].map((teller) => node.prepared.tellers[teller]?.texts[0] ?? '');
      await page.goto(`${node.url}/ballot/v/${uuid}`);
      await press(page, 'Escribir los caracteres');
      const field = page.getByLabel('Los quince caracteres de la mitad');
      const words = halfWords(one, await wordList('es'));
      await field.fill(['xyzzy', ...words.slice(1)].join(' '));
      await press(page, 'Usar esta mitad');
      await page.getByText('Algún carácter no está bien').waitFor();
      await field.fill(words.join(' ').toUpperCase());
      await press(page, 'Usar esta mitad');
      await press(page, 'Escribir los caracteres');
      await field.fill(halfWords(other, await wordList('en')).join(' '));
      await press(page, 'Usar esta mitad');
      await heading(page, motion.question);
    });
  });

  test('halves of different slips that were typed make a ballot that the box refuses, and the page says why', async () => {
    await withNode(async (node, page) => {
      await page.goto(`${node.url}/ballot/v/${uuid}`);
      for (const [teller, slip] of [
        [0, 0],
        [1, 1],
      ] as const) {
        await press(page, 'Escribir los caracteres');
        await page
          .getByLabel('Los quince caracteres de la mitad')
          .fill(node.prepared.tellers[teller]?.texts[slip] ?? '');
        await press(page, 'Usar esta mitad');
      }
      await press(page, 'Sí');
      await press(page, 'Depositar en la urna');
      await heading(page, 'La urna no recibió el voto');
      await page.getByText('Las mitades no son del mismo sobre').waitFor();
      assert.equal(node.box.length, 0);
    });
  });

  test('several questions, of which one asks for several answers, are asked one after the other', async () => {
    const several = { answers: ['Elsa', 'Félix', 'Gina'], blank: false, min: 1, max: 2, question: '¿Quiénes?' };
    await withNode(
      async (node, page) => {
        await scan(page, node, 1, 1);
        await scan(page, node, 2, 1);
        await press(page, 'Sí');
        await heading(page, '¿Quiénes?');
        await page.getByLabel('Elsa').check();
        await page.getByLabel('Gina').check();
        await page.getByLabel('Félix').check();
        assert.equal(await page.getByRole('button', { name: 'Seguir' }).getAttribute('aria-disabled'), 'true');
        await page.getByLabel('Félix').uncheck();
        await press(page, 'Seguir');
        await press(page, 'Depositar en la urna');
        await heading(page, 'Su voto está en la urna');
        assert.equal(node.box.length, 1);
      },
      { questions: [motion, several] },
    );
  });

  test('candidates are asked by their numbers, with the names of those who asked for it, to be held against the hall’s list', async () => {
    const president = { answers: ['1', '3'], blank: true, min: 1, max: 1, question: 'Directiva · presidencia' };
    const others = { answers: ['1', '2', '4'], blank: true, min: 1, max: 2, question: 'Directiva · actas, vocalía' };
    await withNode(
      async (node, page) => {
        node.names = [
          ['Rosa Quispe', null],
          [null, 'Elías Choque', null],
        ];
        await scan(page, node, 1, 1);
        await scan(page, node, 2, 1);
        await heading(page, president.question);
        await page.getByText('Compare con la lista de la sala').waitFor();
        await page.getByRole('button', { name: '3', exact: true }).waitFor();
        await press(page, '1 · Rosa Quispe');
        await heading(page, others.question);
        await page.getByLabel('2 · Elías Choque', { exact: true }).check();
        await page.getByLabel('4', { exact: true }).check();
        const marks = await marksIn(page.locator('.answers'));
        assert.equal(new Set(marks).size, 3, 'each its own shape and colour');
        await press(page, 'Seguir');
        await page.locator('.chosen').getByText('2 · Elías Choque').waitFor();
        const [, two, four] = marks;
        assert.deepEqual((await marksIn(page.locator('.chosen'))).slice(1), [two, four], 'known again');
        await press(page, 'Depositar en la urna');
        await heading(page, 'Su voto está en la urna');
        assert.equal(node.box.length, 1);
        assert.ok(!`${node.box}${node.prepared.election}`.includes('Choque'), 'what is for ever has numbers alone');
      },
      { questions: [president, others] },
    );
  });

  test('before the vote opens and after it is closed the page says so', async () => {
    await withNode(async (node, page) => {
      node.stage = 'ready';
      await scan(page, node, 1, 1);
      await heading(page, 'Todavía no se vota');
      node.stage = 'closed';
      await page.goto('about:blank');
      await scan(page, node, 1, 1);
      await heading(page, 'La votación está cerrada');
      await page.getByRole('link', { name: 'Comprobar que mi voto está en la urna' }).click();
      await heading(page, '¿Está mi voto en la urna?');
    });
  });

  test('a tracker is found on the board by its characters, its words or its address, and the node is not told which', async () => {
    await withNode(async (node, page) => {
      await untilReview(node, page);
      await press(page, 'Depositar en la urna');
      await heading(page, 'Su voto está en la urna');
      await press(page, '¿Ya está a la vista?');
      await page.getByText('Todavía no está a la vista.').waitFor();
      const tracker = await trackerOn(page);
      const words = (await page.locator('.tracker-words:not(:empty)').innerText()).trim();
      node.board.push(fingerprint('another', nodeMachine), tracker);
      await press(page, '¿Ya está a la vista?');
      await page.getByText('A la vista en el tablón').waitFor();
      node.asked.length = 0;
      for (const sought of [tracker, words, words.normalize('NFD').toUpperCase()]) {
        await page.goto('about:blank');
        await page.goto(`${node.url}/ballot/c/${uuid}`);
        await page.getByLabel(/^Comprobante/).fill(sought);
        await press(page, 'Buscar');
        await page.getByText('Está en la urna').waitFor();
        await page.getByText('Es el número 2 de 2').waitFor();
      }
      await page.goto('about:blank');
      await page.goto(`${node.url}/ballot/c/${uuid}#${tracker}`);
      await page.getByText('Está en la urna').waitFor();
      assert.ok(!node.asked.join().includes(tracker));
    });
  });

  test('a tracker that is not there may come while the box is open, and is missing once it is closed', async () => {
    await withNode(async (node, page) => {
      const tracker = fingerprint('nowhere', nodeMachine);
      await page.goto(`${node.url}/ballot/c/${uuid}#${tracker}`);
      await page.getByText('Todavía no está a la vista').waitFor();
      node.stage = 'closed';
      await page.goto('about:blank');
      await page.goto(`${node.url}/ballot/c/${uuid}#${tracker}`);
      await page.getByText('No está en la urna').waitFor();
      await press(page, 'Buscar otro');
      await page.getByLabel(/^Comprobante/).fill('unas palabras');
      await press(page, 'Buscar');
      await page.getByText('Eso no es un comprobante').waitFor();
    });
  });
});
