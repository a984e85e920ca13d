// Phones without a network, phones that several people share, and browsers that keep nothing.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { comeIn, type PhoneInHand, withHall, withPhone, workerReady } from './hall.ts';

const { browser, client } = await inChromium();

interface OwnFiles {
  readonly folder: string;
  readonly hall: Parameters<Parameters<typeof withHall>[1]>[0];
  readonly phone: Parameters<Parameters<typeof withPhone>[1]>[0];
}

/** A hall that serves files of its own, which the test may change, and a phone that has them without a network. */
async function onOwnFiles(work: (own: OwnFiles) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cabildo-own-files-'));
  try {
    await cp(client.folder, folder, { recursive: true });
    await withHall(folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        await comeIn(phone, hall, await hall.card());
        await workerReady(phone.page);
        await work({ folder, hall, phone });
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('without a network, in Chromium', { skip: browserMissing, concurrency: 3 }, () => {
  test('a new version of the page waits until what waits has gone out', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        const { page, context, on } = phone;
        await comeIn(phone, hall, await hall.card());
        await workerReady(page);
        await hall.openSitting();
        await page.reload();
        await page.getByRole('button', { name: 'Pedir la palabra' }).click();
        await page.locator('.floor form button').waitFor();
        await context.setOffline(true);
        await page.locator('.floor form button').click();
        await page.locator('[data-waiting="1"]').waitFor();
        // As the browser tells a page whose worker has been replaced.
        await page.evaluate(() => {
          (globalThis as { mark?: boolean }).mark = true;
          navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
        });
        const isSamePage = (): Promise<boolean> => page.evaluate(() => 'mark' in globalThis);
        await page.locator('header a').click();
        await on('people');
        assert.equal(await isSamePage(), true, 'what waits is still in the page that made it');
        // It tries by itself too: once there is a network, the button may be gone before it is pressed.
        await page.getByRole('button', { name: 'Intentar ahora' }).click();
        await context.setOffline(false);
        await page.locator('[data-waiting]').waitFor({ state: 'detached' });
        await page.locator('header a').click();
        await until('the new version has taken over', async () => !(await isSamePage().catch(() => true)));
        await on('hall');
      });
    });
  });

  test('the app opens, shows what it last knew and how old that is; a vote waits over it and is counted once', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        const { page, context, on } = phone;
        await comeIn(phone, hall, await hall.card());
        await workerReady(page);
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await on('vote');
        await page.getByRole('button', { name: 'No', exact: true }).waitFor();
        await context.setOffline(true);
        await page.getByRole('button', { name: 'No', exact: true }).click();
        await on('unsent');
        await page.reload();
        await on('unsent');
        await page.getByRole('heading', { name: 'NO CONTADO todavía: levante su tarjeta' }).waitFor();
        await page.getByText(/^Usted tocó: No, a las \d\d:\d\d$/).waitFor();
        await page.getByText(/Sin conexión. Lo que ve es de (ahora|hace )/).waitFor();
        assert.equal(await page.getByText('Su voto está contado').count(), 0);
        assert.equal((await waiting(page)).length, 1);
        await context.setOffline(false);
        await page.getByText('Su voto está contado').waitFor();
        assert.deepEqual(await waiting(page), [], 'what was acknowledged is erased');
        await hall.closeVote(vote);
        await page.waitForSelector('[data-receipt="verified"]');
        assert.deepEqual(await hall.tally(vote), { yes: 0, no: 1, abstain: 0 });
      });
    });
  });

  test('a minute without a network loses nothing: neither a vote that waits nor one that opens meanwhile', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        const { page, context, on } = phone;
        await page.clock.install();
        await comeIn(phone, hall, await hall.card());
        await hall.openSitting();
        const first = await hall.openVote('Luz en la cancha');
        await on('vote');
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Sí' }).click();
        await on('unsent');
        // The clock of the page goes on for a minute: it tries again and again, and gives up nothing.
        await aMinute(page);
        await on('unsent');
        await context.setOffline(false);
        await page.getByText('Su voto está contado').waitFor();
        await context.setOffline(true);
        await hall.closeVote(first);
        const second = await hall.openVote('Arreglar el tanque');
        await aMinute(page);
        await context.setOffline(false);
        await page.getByRole('heading', { name: 'Arreglar el tanque' }).waitFor();
        await page.getByRole('button', { name: 'Sí' }).click();
        await page.getByText('Su voto está contado').waitFor();
        await hall.closeVote(second);
        for (const vote of [first, second]) assert.deepEqual(await hall.tally(vote), { yes: 1, no: 0, abstain: 0 });
      });
    });
  });

  test('a vote closed meanwhile is refused with its reason, which stays until it was read', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        const { page, context, on } = phone;
        await comeIn(phone, hall, await hall.card());
        await workerReady(page);
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await on('vote');
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Sí' }).click();
        await on('unsent');
        await hall.closeVote(vote);
        await context.setOffline(false);
        await page.getByRole('heading', { name: 'Su voto no se contó' }).waitFor();
        const said = (await page.locator('[data-refused="CastVote"] [role="alert"]').textContent()) ?? '';
        assert.ok(said.length > 20, said);
        await page.reload();
        await page.getByText(said).waitFor();
        await page.getByRole('button', { name: 'Entendido' }).click();
        await page.locator('[data-refused]').waitFor({ state: 'detached' });
        assert.deepEqual(await waiting(page), []);
        assert.deepEqual(await hall.tally(vote), { yes: 0, no: 0, abstain: 0 });
      });
    });
  });

  test('two people on one phone: each votes once, each queue waits by itself, and who signs out erases only the own', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async (phone) => {
        const { page, context, on } = phone;
        await comeIn(phone, hall, await hall.card());
        await comeIn(phone, hall, await hall.card());
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await on('vote');
        await changePerson(page);
        await page.getByRole('button', { name: 'Sí' }).waitFor();
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Sí' }).click();
        await on('unsent');
        await changePerson(page);
        await on('vote');
        await page.getByText('De otras personas en este teléfono: 1 sin enviar.').waitFor();
        await page.getByRole('button', { name: 'No', exact: true }).click();
        await on('unsent');
        assert.equal((await waiting(page)).length, 2);
        await context.setOffline(false);
        await page.getByText('Su voto está contado').waitFor();
        await until('nothing waits', async () => (await waiting(page)).length === 0);
        await hall.closeVote(vote);
        assert.deepEqual(await hall.tally(vote), { yes: 1, no: 1, abstain: 0 });
        await on('result');
        await page.getByRole('button', { name: 'Seguir' }).click();
        await on('hall');
        await page.getByRole('link', { name: 'Cambiar de persona' }).click();
        await on('people');
        assert.equal(await page.locator('.choose button').count(), 2);
        await page.getByRole('button', { name: 'Salir en este teléfono' }).click();
        await page.getByRole('button', { name: 'Sí, salir' }).click();
        // The other one is still there, with the own result and its proof.
        await on('result');
        await page.waitForSelector('[data-receipt="verified"]');
        assert.equal((await page.evaluate(keptIn, 'people')).length, 1);
      });
    });
  });

  test('what the page before kept is taken over: whoever was signed in stays so, and a waiting vote arrives', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async (phone) => {
        const { page, on } = phone;
        const token = 'A'.repeat(43);
        const reply = await fetch(`${hall.url}/api/sign-in`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ body: hall.body.name, card: card.code, token }),
        });
        assert.equal(reply.status, 200);
        const command = (name: string, input: object): Promise<Response> =>
          fetch(`${hall.url}/api/bodies/${hall.body.name}/commands/${name}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': 'k-1' },
            body: JSON.stringify(input),
          });
        assert.equal((await command('CheckIn', { sitting: hall.sitting })).status, 200);
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await page.goto(`${hall.url}/assets/icon.svg`);
        await page.evaluate(
          ([name, place]) => {
            localStorage.setItem(`cabildo/body/${name}`, place ?? '');
            localStorage.setItem('cabildo/last', name ?? '');
          },
          [
            hall.body.name,
            JSON.stringify({
              token,
              signedIn: true,
              title: 'Junta villa-ingenio',
              unsent: { vote, choice: 'yes', key: 'kept-key' },
              pressed: { [vote]: 'yes' },
            }),
          ],
        );
        await page.goto(`${hall.url}/phone`);
        await page.getByText('Su voto está contado').waitFor();
        await page.getByText('Usted tocó: Sí').waitFor();
        assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
        await hall.closeVote(vote);
        await on('result');
        await page.waitForSelector('[data-receipt="verified"]');
        assert.deepEqual(await hall.tally(vote), { yes: 1, no: 0, abstain: 0 });
      });
    });
  });

  test('a browser that keeps nothing says so at once, and votes all the same', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(browser, async (phone) => {
        const { page, on } = phone;
        await page.addInitScript(() => {
          const forbidden = (): never => {
            throw new DOMException('', 'SecurityError');
          };
          Object.defineProperty(globalThis, 'localStorage', { get: forbidden });
          Object.defineProperty(globalThis, 'indexedDB', { get: forbidden });
        });
        await page.goto(`${hall.url}/phone`);
        await page.getByText('Este navegador no guarda nada').waitFor();
        await page.getByRole('textbox', { name: 'Siete palabras' }).fill(card.words.es);
        await page.getByRole('button', { name: 'Entrar', exact: true }).click();
        await on('hall');
        await page.getByText('Este navegador no guarda nada').waitFor();
        await page.getByRole('button', { name: 'Estoy aquí' }).click();
        await page.getByText('Usted está en la sala').waitFor();
        await hall.openSitting();
        const vote = await hall.openVote('Luz en la cancha');
        await on('vote');
        await page.getByRole('button', { name: 'Sí' }).click();
        await page.getByText('Su voto está contado').waitFor();
        await hall.closeVote(vote);
        await page.waitForSelector('[data-receipt="verified"]');
      });
    });
  });

  test('what waits is signed by the phone’s key: changed on the way it is refused, with or without https', async () => {
    for (const https of [true, false])
      await withHall(client.folder, async (hall) => {
        const work = async (phone: PhoneInHand): Promise<void> => {
          const { page, context, on } = phone;
          if (!https) await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
          const signed: boolean[] = [];
          page.on('request', (request) => {
            if (request.url().endsWith('CastVote')) signed.push('cabildo-signed' in request.headers());
          });
          await comeIn(phone, hall, await hall.card());
          await hall.openSitting();
          const first = await hall.openVote('Luz en la cancha');
          await page.getByRole('button', { name: 'Sí' }).click();
          await page.getByText('Su voto está contado').waitFor();
          await hall.closeVote(first);
          const second = await hall.openVote('Arreglar el tanque');
          await page.getByRole('heading', { name: 'Arreglar el tanque' }).waitFor();
          await page.route('**/commands/CastVote', (route) =>
            route.continue({ postData: (route.request().postData() ?? '').replace('yes', 'no') }),
          );
          await page.getByRole('button', { name: 'Sí' }).click();
          await page.locator('.refusal').waitFor();
          await page.unroute('**/commands/CastVote');
          await context.setOffline(true);
          await page.getByRole('button', { name: 'No', exact: true }).click();
          await on('unsent');
          await context.setOffline(false);
          await page.getByText('Su voto está contado').waitFor();
          await hall.closeVote(second);
          assert.deepEqual(await hall.tally(first), { yes: 1, no: 0, abstain: 0 });
          assert.deepEqual(await hall.tally(second), { yes: 0, no: 1, abstain: 0 });
          assert.ok(signed.length >= 4 && signed.every(Boolean), String(signed));
        };
        // What passes the worker does not always pass what stands in for the node.
        await withPhone(browser, work, { serviceWorkers: 'block' });
      });
  });

  test('a new version takes over when the next area is opened, never under somebody’s fingers', async () => {
    await onOwnFiles(async ({ folder, hall, phone: { page, on } }) => {
      await hall.openSitting();
      const vote = await hall.openVote('Luz en la cancha');
      await on('vote');
      const [kept = ''] = (await page.evaluate('caches.keys()')) as string[];
      const version = kept.split(' ').at(-1) ?? '';
      const worker = join(folder, 'phone-worker.js');
      const text = await readFile(worker, 'utf8');
      assert.ok(version.length > 4 && text.includes(version));
      await writeFile(worker, text.replaceAll(version, 'the-next-one'));
      await page.evaluate(async () => {
        (globalThis as { page?: string }).page = 'the same';
        const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
        await (await navigator.serviceWorker.getRegistration('/phone'))?.update();
        await changed;
      });
      assert.ok(((await page.evaluate('caches.keys()')) as string[]).includes('cabildo-app the-next-one'));
      await page.getByRole('button', { name: 'Sí' }).click();
      await page.getByText('Su voto está contado').waitFor();
      assert.equal(await page.evaluate('globalThis.page'), 'the same');
      await page.locator('header a').click();
      await on('people');
      await page.waitForFunction(() => (globalThis as { page?: string }).page === undefined);
      await hall.closeVote(vote);
      assert.deepEqual(await hall.tally(vote), { yes: 1, no: 0, abstain: 0 });
    });
  });

  test('without its worker’s file the node takes the worker off every phone, and the page goes on without', async () => {
    await onOwnFiles(async ({ folder, phone: { page, on } }) => {
      assert.notDeepEqual(await page.evaluate('caches.keys()'), []);
      await rm(join(folder, 'phone-worker.js'));
      await page.evaluate(async () => {
        await (await navigator.serviceWorker.getRegistration('/phone'))?.update();
      });
      await until(
        'the kept files are gone',
        async () => ((await page.evaluate('caches.keys()')) as string[]).length === 0,
      );
      await until('the worker is gone', () =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0),
      );
      await page.reload();
      await on('hall');
    });
  });
});

async function aMinute(page: Page): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 5) await page.clock.runFor(5_000);
}

/** To the other one on this phone, by the list of people. */
async function changePerson(page: Page): Promise<void> {
  await page.locator('header a').click();
  await page.locator('main[data-screen="people"] .choose .quiet').first().click();
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not within a minute: ${what}`);
}

const waiting = (page: Page): Promise<unknown[]> => page.evaluate(keptIn, 'queue');

/** Run in the page: what its database holds. */
async function keptIn(store: string): Promise<unknown[]> {
  const open = indexedDB.open('cabildo-phone');
  await new Promise((resolve) => {
    open.onsuccess = resolve;
  });
  const all = open.result.transaction(store).objectStore(store).getAll();
  await new Promise((resolve) => {
    all.onsuccess = resolve;
  });
  open.result.close();
  return all.result;
}
