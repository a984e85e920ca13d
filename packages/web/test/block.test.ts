// The page of a road block in Chromium: safe-conducts judged in airplane mode, then revoked and refused, and with its age on a phone that
// has not heard. Life passes in each case.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { base64Encode, MAX_KEY_LIST, type Pass, signPass } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { Page } from 'playwright-core';
import { passListOf } from '../../server/src/app/pass-list.ts';
import { type Body, makeBody } from '../../server/test/exchange/fixture.ts';
import type { Passed } from '../src/block/kept.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { buildClient } from './client.ts';
import { everybody } from './everyone.ts';
import { withHall, withPhone, withPhones } from './hall.ts';
import { press } from './sitting/teller-at-work.ts';

const { browser, client } = await inChromium();
const [from, until] = ['2005-01-01T00:00:00Z', '2099-01-01T00:00:00Z'];

interface Closure {
  readonly body: Body;
  readonly measure: number;
  pass(change?: Partial<Pass>): string;
}

/** A base that has closed a road and named a key that writes passes. */
async function closedRoad(place: Parameters<typeof makeBody>[0], name: string): Promise<Closure> {
  const body = await makeBody(place, name);
  const { signer } = generateKey();
  const measure = await body.write('MeasureDeclared', {
    vote: 0,
    resolution: 0,
    what: 'Bloqueo',
    place: 'Puente Vela',
    from,
  });
  const key = base64Encode(signer.publicKey);
  const data = { code: 'K7F3', key, cargoes: ['goods', 'oxygen'], closures: [measure], from, until };
  await body.seal(await body.write('PassKeyNamed', data));
  const pass = {
    key: 'K7F3',
    id: 'P4Q8ZK1M',
    cargo: 'goods',
    vehicle: '4213ABC',
    from,
    until,
    closures: [measure],
  } as const;
  return { body, measure, pass: (change = {}) => signPass({ ...pass, ...change }, body.origin, signer) };
}

/** The list is fetched, and the page will open without a network. */
async function toBlock(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/pass`);
  await page.getByLabel('Asamblea que decidió el corte').fill(name);
  await press(page, 'Traer su lista');
  await page.getByText('La lista está en este teléfono: ahora sirve sin red.').waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller !== null) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
}

async function ask(page: Page, text: string | null, cargo?: string): Promise<void> {
  if (cargo !== undefined) await page.getByLabel('¿Qué lleva?').selectOption({ label: cargo });
  if (text === null) return press(page, 'No trae papel');
  await page.getByLabel('O escriba el texto del papel').fill(text);
  await press(page, 'Comprobar');
}

const passedOn = async (page: Page): Promise<readonly Passed[]> =>
  JSON.parse(await page.evaluate(() => localStorage.getItem('cabildo-pass-passed') ?? 'null'));

async function says(page: Page, answer: string, finding: string, words: string): Promise<void> {
  const said = page.locator(`[data-answer="${answer}"][data-finding="${finding}"]`);
  await said.getByRole('heading', { name: words }).waitFor();
}

describe('the page of a road block, in Chromium', { skip: browserMissing, concurrency: 1 }, () => {
  test('in airplane mode a pass is judged and counted, at a block of a base that joined the measure too; revoked it is refused, and with its age where nobody has heard; life passes', async () => {
    await withHall(client.folder, async ({ node, url }) => {
      const { body, measure, pass } = await closedRoad({ node }, 'senkata');
      const base = await makeBody({ node }, 'ventilla');
      await base.write('MeasureJoined', { vote: 0, measure: { book: body.origin, index: measure }, how: 'joined' });
      await withPhones(browser, async (another) => {
        const [near, far] = [await another(), await another()];
        const { look, faults } = everybody();
        await toBlock(near.page, url, base.name);
        await toBlock(far.page, url, body.name);
        await near.page.getByText('Se sumó a una medida de senkata: aquí valen también sus papeles.').waitFor();
        await look('block: asks', near.page);
        for (const { context, page } of [near, far]) {
          await context.setOffline(true);
          await page.reload();
        }
        await near.page.getByLabel('¿En qué corte está?').selectOption({ label: 'Bloqueo, Puente Vela (senkata)' });
        await ask(near.page, pass());
        await says(near.page, 'valid', 'valid', 'Vale: puede pasar');
        await near.page.getByText('4213ABC').waitFor();
        await press(near.page, 'Pasó: contarlo');
        await near.page.getByRole('row', { name: 'otros bienes 1 0' }).waitFor();
        await ask(near.page, pass());
        await near.page
          .getByText(/Este papel ya pasó aquí una vez: .* Mire la placa: si es otra, es una copia/)
          .waitFor();
        await look('block: passed before', near.page);
        await press(near.page, 'Otro');
        await ask(near.page, null, 'enfermos');
        await says(near.page, 'let-pass', 'no-document', 'Déjelo pasar');
        await press(near.page, 'Pasó: contarlo');
        await near.page.getByRole('row', { name: 'enfermos 0 1' }).waitFor();
        await near.page.getByText(/PASOS1 [0-9A-Z]{4} GO1\.0 PA0\.1 =2/).waitFor();
        // Known again by the head of its signature; and of a paper whose window is over nothing stays.
        const [paper] = await passedOn(near.page);
        assert.deepEqual(paper, { paper: pass().split(' ').at(-1)?.slice(0, 12), times: 1, last: paper?.last, until });
        await near.page.evaluate((one) => localStorage.setItem('cabildo-pass-passed', JSON.stringify([one])), {
          ...paper,
          until: from,
        });
        await near.page.reload();
        await near.page.getByRole('heading', { name: 'Comprobar en el corte' }).waitFor();
        assert.deepEqual(await passedOn(near.page), []);

        await body.write('PassageRevoked', { pass: 'P4Q8ZK1M' });
        await near.context.setOffline(false);
        await press(near.page, 'Traerlas de nuevo');
        await near.page.getByText('ahora sirve sin red').waitFor();
        await ask(near.page, pass());
        await says(near.page, 'not-valid', 'revoked', 'Este papel no abre este corte');
        await look('block: revoked', near.page);
        await press(near.page, 'Otro');
        await ask(near.page, pass({ cargo: 'oxygen' }));
        await says(near.page, 'let-pass', 'revoked', 'Déjelo pasar');
        await near.page.getByText('Anótelo y que se revise después.').waitFor();
        await look('block: life passes', near.page);

        await ask(far.page, pass());
        await says(far.page, 'valid', 'valid', 'Vale: puede pasar');
        await far.page
          .getByText(/La lista de «senkata» es de hace \d+ .*: lo que pasó después no se ve aquí/)
          .waitFor();
        assert.deepEqual(faults, []);
      });
    });
  });

  test('what was read wrongly, forged, or is of nobody here is said; the page keeps no plate and asks nobody', async () => {
    await withHall(client.folder, async ({ node, url }) => {
      const { body, pass } = await closedRoad({ node }, 'apana');
      await withPhone(browser, async ({ page, asked }) => {
        await toBlock(page, url, body.name);
        const before = asked.length;
        for (const [text, answer, finding, words] of [
          [pass().replace('4213ABC', '4213ABD'), 'not-valid', 'forged', 'Este papel no abre este corte'],
          [pass().slice(0, 60), 'not-valid', 'misread', 'Este papel no abre este corte'],
          ['hola', 'ask-cargo', 'misread', 'Si lleva enfermos'],
          [pass({ key: 'N0NE' }), 'not-valid', 'unknown-issuer', 'Este papel no abre este corte'],
          [pass({ until: '2006-01-01T00:00:00Z' }), 'not-valid', 'expired', 'Este papel no abre este corte'],
          [pass({ until: '2006-01-01T00:00:00Z', cargo: 'oxygen' }), 'let-pass', 'expired', 'Déjelo pasar'],
        ] as const) {
          await ask(page, text);
          await says(page, answer, finding, words);
          await press(page, 'Otro');
        }
        assert.deepEqual(asked.slice(before), [], 'judging asks no server');
        const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
        assert.doesNotMatch(kept, /4213|P4Q8ZK1M/);
        await page.getByLabel('O abra el archivo de la lista').setInputFiles({
          name: 'x.json',
          mimeType: 'application/json',
          buffer: Buffer.from('{"format":"cabildo-passes/1","origin":7}'),
        });
        await page.getByText('Ese archivo no es una lista de llaves. origin').waitFor();
        await page.getByLabel('O abra el archivo de la lista').setInputFiles({
          name: 'y.json',
          mimeType: 'application/json',
          buffer: Buffer.alloc(MAX_KEY_LIST + 1, ' '),
        });
        await page.getByText('Ese archivo tiene más de 2 MB').waitFor();
        const joined = {
          ...passListOf((await node.book(body.name))!),
          origin: 'n.example/base',
          joined: ['n.example/city'],
        };
        await page.getByLabel('O abra el archivo de la lista').setInputFiles({
          name: 'z.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(joined)),
        });
        await page.getByText('Falta la lista de n.example/city').waitFor();
        await page.getByLabel('Asamblea que decidió el corte').fill('no-hay');
        await press(page, 'Traer su lista');
        await page.getByText('Este nodo no conoce a esa asamblea.').waitFor();
      });
    });
  });
});

test('the page of a road block weighs at most 25 kB compressed; what reads codes comes only where a browser has nothing for it', async (t) => {
  const { block } = await buildClient();
  const names = [...block.keys()].filter((name) => /\.(?:js|css|html)$/.test(name) && !name.startsWith('read-picture'));
  assert.ok(names.includes('index.html') && names.includes('pass-worker.js') && names.length === 4, names.join(' '));
  const sizes = names.map((name) => gzipSync(block.get(name) ?? '', { level: 9 }).length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  t.diagnostic(`${all}: ${names.map((name, at) => `${sizes[at]} ${name}`).join(', ')}`);
  assert.ok(all <= 25_000, String(all));
});
