// The trustees' page: keys that are kept and read back, the ceremony, the trial, and the parts of the result, in Chromium.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { finish, writeArchive } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import type { Page } from 'playwright-core';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { type PhoneInHand, withPhones } from '../hall.ts';
import { fail, preparedElection, uuid } from './fake-election.ts';
import { type FakeNode, fakeNode } from './fake-node.ts';
import { closedBox, codeOf, type FakeTrustees, type Sizes } from './fake-trustees.ts';

const { browser, client } = await inChromium();
const folder = await mkdtemp(join(tmpdir(), 'cabildo-trustee-'));
after(() => rm(folder, { recursive: true, force: true }));

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, exact: true }).waitFor();

type Held = FakeNode & { readonly trustees: FakeTrustees };

async function withTrustees(
  sizes: Sizes,
  work: (node: Held, another: () => Promise<PhoneInHand>) => Promise<void>,
): Promise<void> {
  const node = await fakeNode(client.booth, await preparedElection());
  node.stage = 'keys';
  node.trustees = { sizes, messages: [], trial: null, archive: null };
  try {
    await withPhones(browser, (another) => work(node as Held, another));
  } finally {
    await node.close();
  }
}

async function takeSeat(node: FakeNode, { page }: PhoneInHand, seat: number): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${node.url}/ballot/t/${uuid}#${seat}-${codeOf(seat)}`);
  await page.getByText(`Custodio ${seat} ·`).waitFor();
}

/** Made, downloaded, and read back from the file; where the file is. */
async function makeKey({ page }: PhoneInHand, seat: number): Promise<string> {
  await press(page, 'Hacer mi clave');
  const downloading = page.waitForEvent('download');
  await press(page, 'Bajar el archivo');
  const path = join(folder, `${seat}-${Math.random()}.json`);
  await (await downloading).saveAs(path);
  await press(page, 'Ya la guardé');
  await page.getByLabel('Abrir el archivo de la clave').setInputFiles(path);
  return path;
}

const readKeyFile = async (path: string): Promise<{ secret: string }> =>
  JSON.parse(await readFile(path, 'utf8')) as { secret: string };

/** What the trustees sent opens the box. */
function openedWith({ trustees }: Held, box: Awaited<ReturnType<typeof closedBox>>) {
  const { setup, tally, weight } = box;
  const writer = writeArchive({ machine: nodeMachine, time: 0, write: () => undefined }, { hash: box.head, height: 9 });
  const shares = trustees.messages
    .filter(({ step }) => step === 'share')
    .map(({ seat, message }) => ({ owner: seat, json: message }));
  return finish(writer, { setup, tally, weight, parts: new Map(), shares });
}

describe('trustees in Chromium', { skip: browserMissing }, () => {
  test('two of three hold the ceremony in three browsers, open the trial, and two open the result', async () => {
    await withTrustees({ size: 3, threshold: 2 }, async (node, another) => {
      const phones = [await another(), await another(), await another()];
      const files: string[] = [];
      for (const [at, phone] of phones.entries()) {
        await takeSeat(node, phone, at + 1);
        files.push(await makeKey(phone, at + 1));
      }
      // Each goes on by itself as soon as the others have sent what it needs.
      // The pages have the keys in hand, and open the trial too.
      await Promise.all(phones.map(({ page }) => heading(page, 'Guarde su clave hasta el cierre')));
      await phones[0]?.page.getByText('Huella de su clave').waitFor();
      for (const step of ['certificate', 'coefficients', 'verification', 'trial'])
        assert.equal(node.trustees.messages.filter((one) => one.step === step).length, 3, step);
      const said = [...node.asked, ...node.trustees.messages.map(({ message }) => message)].join('\n');
      for (const file of files) assert.ok(!said.includes((await readKeyFile(file)).secret));
      const box = await closedBox(node.trustees, node.prepared);
      node.trustees.archive = box.archive;
      node.stage = 'closed';
      for (const seat of [1, 3]) {
        const phone = phones[seat - 1] ?? fail('no phone');
        // As somebody who comes back with the file.
        await takeSeat(node, phone, seat);
        await heading(phone.page, 'La urna está cerrada: abra su parte');
        await phone.page.getByLabel('Abrir el archivo de la clave').setInputFiles(files[seat - 1] ?? '');
        await phone.page.getByText(box.atClose).waitFor();
        await press(phone.page, 'Es lo anunciado: enviar mi parte');
        await heading(phone.page, 'Su parte está hecha');
      }
      const opened = openedWith(node, box);
      assert.ok(opened.ok);
      assert.deepEqual(opened.result, [[0n, 3n, 0n]]);
    });
  });

  test('where all are needed each sends one key, and a key of another place is told apart', async () => {
    await withTrustees({ size: 2, threshold: 2 }, async (node, another) => {
      const [one, other] = [await another(), await another()];
      await takeSeat(node, one, 1);
      const file = await makeKey(one, 1);
      await heading(one.page, 'Su parte está hecha');
      await takeSeat(node, other, 2);
      await press(other.page, 'Hacer mi clave');
      await press(other.page, 'Ya la guardé');
      const large = { name: 'film.json', mimeType: 'application/json', buffer: Buffer.alloc(4_000_001, 0x20) };
      await other.page.getByLabel('Abrir el archivo de la clave').setInputFiles(large);
      await other.page.getByText('demasiado grande para ser lo que se pide').waitFor();
      await other.page.getByLabel('Abrir el archivo de la clave').setInputFiles(file);
      await other.page.getByText('de otra votación o de otro puesto').waitFor();
      await press(other.page, 'Volver a verla');
      const secret = await other.page.locator('.code-text.large').innerText();
      await press(other.page, 'Ya la guardé');
      await press(other.page, 'Escribir los caracteres');
      await other.page.getByLabel('Los veinticuatro caracteres').fill(`${secret.slice(0, -1)}!`);
      await press(other.page, 'Usar esta clave');
      await other.page.getByText('algún carácter no está bien').waitFor();
      await other.page.getByLabel('Los veinticuatro caracteres').fill(secret.replaceAll('-', ' '));
      await press(other.page, 'Usar esta clave');
      await other.page.locator('main[data-screen="keep"], main[data-screen="wait"]').waitFor();
      assert.deepEqual(
        node.trustees.messages.filter(({ step }) => step === 'key').map(({ seat }) => seat),
        [1, 2],
      );
    });
  });

  test('what is not the box of these trustees is not opened, and nor is a second sum', async () => {
    await withTrustees({ size: 2, threshold: 2 }, async (node, another) => {
      const phones = [await another(), await another()];
      const files: string[] = [];
      for (const [at, phone] of phones.entries()) {
        await takeSeat(node, phone, at + 1);
        files.push(await makeKey(phone, at + 1));
        await phone.page.locator('main[data-screen="wait"], main[data-screen="keep"]').waitFor();
      }
      const [phone = fail('no phone')] = phones;
      node.stage = 'closed';
      const attempt = async (archive: Buffer | null): Promise<void> => {
        node.trustees.archive = archive;
        await takeSeat(node, phone, 1);
        await phone.page.getByLabel('Abrir el archivo de la clave').setInputFiles(files[0] ?? '');
      };
      await attempt(node.trustees.trial);
      await phone.page.getByText('no es lo que toca abrir ahora').waitFor();
      const box = await closedBox(node.trustees, node.prepared);
      const spoilt = Buffer.from(box.archive);
      const place = spoilt.lastIndexOf('"alpha":"') + 12;
      spoilt[place] = spoilt[place] === 0x31 ? 0x32 : 0x31;
      await attempt(spoilt);
      await phone.page.getByText('no es una urna válida').waitFor();
      await attempt(box.archive);
      await press(phone.page, 'Es lo anunciado: enviar mi parte');
      await heading(phone.page, 'Su parte está hecha');
      // The same voters without the last one: the difference of both sums would be a vote.
      node.trustees.messages.splice(
        0,
        node.trustees.messages.length,
        ...node.trustees.messages.filter(({ step }) => step !== 'share'),
      );
      await attempt((await closedBox(node.trustees, node.prepared)).archive);
      await phone.page.getByText('ya abrió otra suma').waitFor();
    });
  });

  test('the page as a file makes a key without a network, from what was carried to it', async () => {
    await withTrustees({ size: 2, threshold: 2 }, async (node, another) => {
      const [online, offline] = [await another(), await another()];
      const page = join(folder, 'trustee.html');
      await writeFile(page, client.booth.get('trustee.html') ?? fail('no page'));
      await takeSeat(node, online, 1);
      await online.page.getByText('Mi clave está en otro aparato').click();
      const saving = online.page.waitForEvent('download');
      await press(online.page, 'Bajar el tablón');
      const board = join(folder, 'board.json');
      await (await saving).saveAs(board);
      await offline.context.setOffline(true);
      await offline.page.goto(pathToFileURL(page).href);
      await offline.page.getByLabel('Este aparato no tiene red: abrir el archivo del tablón').setInputFiles(board);
      await makeKey(offline, 1);
      await heading(offline.page, 'Lleve este mensaje de vuelta');
      const carrying = offline.page.waitForEvent('download');
      await press(offline.page, 'Bajar el mensaje');
      const message = join(folder, 'message.json');
      await (await carrying).saveAs(message);
      await online.page.getByLabel('Traer el mensaje').setInputFiles(message);
      await heading(online.page, 'Su parte está hecha');
      assert.deepEqual(
        node.trustees.messages.map(({ seat, step }) => [seat, step]),
        [[1, 'key']],
      );
    });
  });

  test('what was opened of an election has the names of those who asked for it beside their numbers', async () => {
    await withTrustees({ size: 2, threshold: 2 }, async (node, another) => {
      const president = { answers: ['1', '3'], blank: true, min: 1, max: 1, question: 'Directiva · presidencia' };
      const prepared = { ...node.prepared, questions: [president] };
      Object.assign(node, { prepared, stage: 'opened', names: [['Rosa Quispe', null]], rows: [[1, 5, 4]] });
      const phone = await another();
      await takeSeat(node, phone, 1);
      await heading(phone.page, president.question);
      const rows = await phone.page.locator('dl.facts > div').allInnerTexts();
      assert.deepEqual(
        rows.map((row) => row.split(/\s*\n\s*/)),
        [
          ['En blanco', '1'],
          ['1 · Rosa Quispe', '5'],
          ['3', '4'],
        ],
      );
    });
  });

  test('a link that is none of a trustee is told so, and the right one is taken', async () => {
    await withTrustees({ size: 2, threshold: 2 }, async (node, another) => {
      const { page } = await another();
      await page.goto(`${node.url}/ballot/t/${uuid}`);
      await page.getByLabel('Enlace de su puesto').fill(`${node.url}/ballot/t/${uuid}`);
      await press(page, 'Seguir');
      await page.getByText('Ese no es el enlace de un custodio').waitFor();
      await page.getByLabel('Enlace de su puesto').fill(`${node.url}/ballot/t/${uuid}#2-${codeOf(2)}`);
      await press(page, 'Seguir');
      await heading(page, 'Haga su clave en este aparato');
      assert.ok(!node.asked.join().includes(codeOf(2)));
    });
  });
});
