// Officers' keys made on phones, and seals made with them, in a real browser on a real node.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type BookReader, verifyBook } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { Actor, DraftAct } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { ask, done } from '../../server/test/app/node-fixture.ts';
import { electOfficers, signWith } from '../../server/test/app/officers.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { type Card, type Hall, type PhoneInHand, withHall, withPhone } from './hall.ts';

/** Signs in, and makes the key that is then shown. */
async function keyOnPhone({ page, on }: PhoneInHand, hall: Hall, card: Card): Promise<string> {
  await page.goto(hall.addressOf(card));
  await page.getByRole('button', { name: 'Estoy aquí' }).click();
  await page.getByText('Usted está en la sala').waitFor();
  await page.getByRole('link', { name: 'Mi llave y mis firmas' }).click();
  await on('seals');
  await page.getByRole('button', { name: 'Hacer mi llave en este teléfono' }).click();
  const key = (await page.locator('code.key').textContent()) ?? '';
  assert.match(key, /^[A-Za-z0-9+/]{43}=$/);
  return key;
}

const asMember = ({ member }: Card): Actor => ({ kind: 'member', member });

/** The founding sitting elects the two whose phones these are; its minutes are approved. */
async function elected(hall: Hall, cards: readonly [Card, Card], keys: readonly [string, string]) {
  const { node, body, sitting } = hall;
  const members = cards.map(asMember) as [Actor, Actor];
  // Whoever has done it on the phone stays checked in.
  for (const member of members) await ask(node, body, 'CheckIn', { sitting }, member);
  await hall.openSitting();
  const election = await electOfficers(node, body, { sitting, members }, keys);
  await done(node, body, 'CloseSitting', { sitting }, members[0]);
  const approved = await done(node, body, 'ApproveMinutes', { sitting, text: 'Acta de fundación.' }, members[1]);
  return { election, minutes: approved.acts[0]!.index };
}

/** From the hall, or from where the phone was when the vote came. */
async function openAct(page: Page, kind: string): Promise<void> {
  const entry = page.getByRole('button', { name: kind });
  const toSeals = page.getByRole('button', { name: 'Ver y firmar' });
  await entry.or(toSeals).first().waitFor();
  if (!(await entry.isVisible())) await toSeals.click();
  await entry.click();
  await page.getByText('Comprobado aquí').waitFor();
}

async function sealsOf(hall: Hall, index: number): Promise<number[]> {
  const answer = await fetch(`${hall.url}/api/bodies/${hall.body.name}/acts?limit=500`);
  const { acts } = (await answer.json()) as {
    acts: { act: string; index: number; entry: { data: { index: number } } }[];
  };
  return acts.filter(({ act, entry }) => act === 'ActSealed' && entry.data.index === index).map((act) => act.index);
}

async function actsNamed({ node, body }: Hall, name: string): Promise<Record<string, unknown>[]> {
  const acts = (await node.acts(body.name, 0, 500)).filter(({ act }) => act === name);
  return acts.map(({ entry }) => (JSON.parse(Buffer.from(entry).toString()) as { data: Record<string, unknown> }).data);
}

/** Others are elected who have nobody's seal, and two bodies attest it: as it would stand in the book. */
async function claimed(hall: Hall, election: number): Promise<number> {
  const { node, body } = hall;
  const [first = {}] = await actsNamed(hall, 'OfficersElected');
  const officers = (first.officers as object[]).map((officer) => ({ ...officer, key: 'B'.repeat(42).concat('A=') }));
  const by = { office: 'vote', article: 'offices' };
  const data = { ...first, officers, from: node.now() };
  const second = await node.record(body.origin, [{ act: 'OfficersElected', by, data } as unknown as DraftAct]);
  assert.ok(second.kind === 'done');
  const key = 'x+0123abcd+AAAA';
  const bodies = ['b.example/una', 'b.example/otra'].map((book) => ({
    book,
    index: 4,
    known: 'above',
    key,
    signatures: 40,
  }));
  const claim = { election: second.acts[0]?.index ?? election, bodies, objectors: 1, due: '2099-01-01T00:00:00Z' };
  const written = await node.record(body.origin, [
    { act: 'RecoveryClaimed', by: { office: 'anyone', article: 'seals' }, data: claim } as DraftAct,
  ]);
  assert.ok(written.kind === 'done');
  return written.acts[0]?.index ?? -1;
}

function readerOf(hall: Hall): BookReader {
  return {
    async read(path) {
      const answer = await fetch(`${hall.url}/books/${hall.body.name}/${path}`);
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
    },
  };
}

/** What passes the worker does not always pass what stands in for the node. */
const withoutWorker = { serviceWorkers: 'block' } as const;

const { browser, client } = await inChromium();

describe('seals by phone in Chromium', { skip: browserMissing, concurrency: 3 }, () => {
  test('two officers make keys, are elected with them, and seal the minutes; anyone verifies the book', async () => {
    await withHall(client.folder, async (hall) => {
      const cards = [await hall.card(), await hall.card()] as const;
      const work = async (one: PhoneInHand): Promise<void> => {
        await withPhone(browser, async (two) => {
          const keys = [await keyOnPhone(one, hall, cards[0]), await keyOnPhone(two, hall, cards[1])] as const;
          assert.notEqual(keys[0], keys[1]);
          const { election, minutes } = await elected(hall, cards, keys);
          const { founder: actor, signer } = hall.body;
          await signWith(hall.node, hall.body, election, { signer, actor });

          await openAct(one.page, 'Acta aprobada');
          const act = await (await fetch(`${hall.url}/api/bodies/${hall.body.name}/acts/${minutes}`)).json();
          await one.page.getByText(/^Se leyó y aprobó el acta de la sesión de fundación del /).waitFor();
          await one.page.getByText(`${act.code.slice(0, 5)} ${act.code.slice(5)}`, { exact: true }).waitFor();
          await one.page.getByText(act.origin, { exact: true }).waitFor();
          await one.page.getByText('Leer el texto que se aprobó').click();
          await one.page.getByText('Acta de fundación.', { exact: true }).waitFor();
          // The answer comes after the second press, which would meet another button in the same place.
          const pressed = Promise.withResolvers<void>();
          await one.page.route('**/commands/SignAct', async (route) => {
            await pressed.promise;
            await route.continue();
          });
          await one.page.getByRole('button', { name: 'Firmar', exact: true }).dblclick();
          pressed.resolve();
          await one.page.locator('[data-seal="signed"]').waitFor();
          await one.page.getByText('Van 1 de 2 firmas.').waitFor();

          await openAct(two.page, 'Acta aprobada');
          await two.page.getByRole('button', { name: 'Firmar', exact: true }).click();
          await two.page.locator('[data-seal="sealed"]').waitFor();
          await two.page.getByRole('button', { name: 'Seguir' }).click();
          await two.page.getByRole('heading', { name: 'Nada espera su firma' }).waitFor();
          await one.page.getByRole('button', { name: 'Seguir' }).click();
          await one.page.getByRole('heading', { name: 'Nada espera su firma' }).waitFor();
          await two.page.getByText('Inscrita para «secretaría»').waitFor();

          assert.equal((await sealsOf(hall, minutes)).length, 1);
          const report = await verifyBook(readerOf(hall), hall.body.founded.key, nodeCrypto);
          assert.deepEqual(report.findings, []);
          const sealed = await (await fetch(`${hall.url}/api/bodies/${hall.body.name}/acts/${minutes}`)).json();
          assert.deepEqual([sealed.sealedBy], await sealsOf(hall, minutes));
        });
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('without a network it is NOT signed, a lost answer is sent again as it was, and it is one signature', async () => {
    await withHall(client.folder, async (hall) => {
      const cards = [await hall.card(), await hall.card()] as const;
      const work = async (one: PhoneInHand): Promise<void> => {
        const { page, context } = one;
        const key = await keyOnPhone(one, hall, cards[0]);
        const { minutes } = await elected(hall, cards, [key, 'A'.repeat(43).concat('=')]);
        await openAct(page, 'Acta aprobada');
        const sent: string[] = [];
        page.on('request', (request) => {
          if (request.url().endsWith('SignAct'))
            sent.push(`${request.headers()['idempotency-key']} ${request.postData()}`);
        });
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Firmar', exact: true }).click();
        await page.getByRole('heading', { name: 'NO FIRMADO todavía' }).waitFor();
        assert.equal(await page.locator('[data-seal]').count(), 0);
        let arrived = false;
        await page.route('**/commands/SignAct', async (route) => {
          if (!arrived) await route.fetch();
          arrived = true;
          await route.abort('connectionreset');
        });
        // What was tried without a network may be told as failed only now.
        const lost = page.waitForEvent('requestfailed', (request) => arrived && request.url().endsWith('SignAct'));
        await context.setOffline(false);
        await lost;
        await page.getByRole('heading', { name: 'NO FIRMADO todavía' }).waitFor();
        // It tries by itself too: once there is an answer, the button may be gone before it is pressed.
        await page.getByRole('button', { name: 'Intentar ahora' }).click();
        await page.unroute('**/commands/SignAct');
        await page.locator('[data-seal="signed"]').waitFor();
        assert.ok(sent.length >= 3);
        assert.equal(new Set(sent).size, 1, 'every time the very same request');
        const me = await hall.node.me(asMember(cards[0]), hall.body.name);
        assert.deepEqual(
          me?.toSeal.map(({ index, signed, signatures }) => ({ index, signed, signatures })),
          [{ index: minutes, signed: true, signatures: 1 }],
        );
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('the key stays on the phone, cannot be read out, is copied as it is, and is its owner’s alone', async () => {
    await withHall(client.folder, async (hall) => {
      const card = await hall.card();
      await withPhone(
        browser,
        async (phone) => {
          const { page, on } = phone;
          const key = await keyOnPhone(phone, hall, card);
          await page.getByRole('button', { name: 'Copiar la llave' }).click();
          await page.getByRole('button', { name: 'Copiada' }).waitFor();
          assert.equal(await page.evaluate('navigator.clipboard.readText()'), key);
          await page.getByRole('img', { name: 'La llave pública, para una cámara' }).waitFor();
          await page.getByText('Todavía no inscrita en un cargo').waitFor();
          assert.deepEqual(await page.evaluate(keptKeys), [{ extractable: false, usages: ['sign'] }]);
          await page.reload();
          await on('seals');
          assert.equal(await page.locator('code.key').textContent(), key);
          await page.goto('about:blank');
          await page.goto(hall.addressOf(await hall.card()));
          await on('hall');
        },
        { permissions: ['clipboard-read', 'clipboard-write'] },
      );
    });
  });

  test('an officer whom others say to be gone objects with the key of the phone, once and after being asked', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body } = hall;
      const cards = [await hall.card(), await hall.card()] as const;
      await withPhone(browser, async (one) => {
        const { page } = one;
        const key = await keyOnPhone(one, hall, cards[0]);
        const { election } = await elected(hall, cards, [key, 'A'.repeat(43).concat('=')]);
        await signWith(node, body, election, { signer: body.signer, actor: body.founder });
        const claim = await claimed(hall, election);
        await page.goto(`${hall.url}/phone/seals/${body.name}`);
        const card = page.locator(`[data-claim="${claim}"]`);
        await card.getByText('Con la llave de «presidencia» que está en este teléfono').waitFor();
        await card.getByRole('button', { name: 'Objetar' }).click();
        await card.getByRole('button', { name: 'No objetar' }).click();
        assert.equal((await actsNamed(hall, 'RecoveryObjected')).length, 0);
        await card.getByRole('button', { name: 'Objetar' }).click();
        await card.getByRole('button', { name: 'Objetar con mi llave' }).click();
        await page.getByText('Objetado', { exact: true }).waitFor();
        const [objected] = await actsNamed(hall, 'RecoveryObjected');
        assert.deepEqual([objected?.claim, objected?.office, objected?.key], [claim, 'president', key]);
        await page.reload();
        await page.getByRole('heading', { name: 'Su llave' }).waitFor();
        assert.equal(await card.count(), 0, 'there is nothing left to object to');
      });
    });
  });

  test('a key that is not the enrolled one signs nothing, and the screen says which device does', async () => {
    await withHall(client.folder, async (hall) => {
      const cards = [await hall.card(), await hall.card()] as const;
      const keys = ['A'.repeat(43).concat('='), 'B'.repeat(42).concat('A=')] as const;
      await elected(hall, cards, keys);
      await withPhone(browser, async ({ page, on }) => {
        await page.goto(hall.addressOf(cards[0]));
        await on('result');
        await page.getByRole('button', { name: 'Seguir' }).click();
        await on('hall');
        await page.getByRole('heading', { name: 'Un acto espera su firma' }).waitFor();
        await openAct(page, 'Acta aprobada');
        await page.getByRole('heading', { name: 'No se puede firmar con este teléfono' }).waitFor();
        await page.getByText('está inscrita la llave AAAAAAAA…, y en este teléfono no hay ninguna suya').waitFor();
        await page.getByText(/^npx cabildo sign villa-ingenio \d+ --key llave\.pem$/).waitFor();
        assert.equal(await page.getByRole('button', { name: 'Firmar', exact: true }).count(), 0);
        await page.getByRole('button', { name: 'Volver', exact: true }).click();
        await page.getByText('Una llave nueva hecha aquí no firma nada').waitFor();
        await page.getByRole('button', { name: 'Hacer mi llave en este teléfono' }).click();
        await page.getByText('Está inscrita otra llave').waitFor();
        await openAct(page, 'Acta aprobada');
        await page.getByText(/La llave inscrita es AAAAAAAA… y la de este teléfono es \S{8}…/).waitFor();
        assert.equal(await page.getByRole('button', { name: 'Firmar', exact: true }).count(), 0);
      });
    });
  });

  test('a node that shows another act than the one in its book gets no signature', async () => {
    await withHall(client.folder, async (hall) => {
      const cards = [await hall.card(), await hall.card()] as const;
      const work = async (phone: PhoneInHand): Promise<void> => {
        const { page, asked } = phone;
        const key = await keyOnPhone(phone, hall, cards[0]);
        await page.route(/\/acts\/\d+$/, async (route) => {
          const response = await route.fetch();
          const act = (await response.json()) as { entry: { data: object } };
          act.entry.data = { ...act.entry.data, lastAct: 1 };
          await route.fulfill({ response, json: act });
        });
        await elected(hall, cards, [key, 'A'.repeat(43).concat('=')]);
        await page
          .getByRole('button', { name: 'Acta aprobada' })
          .or(page.getByRole('button', { name: 'Ver y firmar' }))
          .first()
          .click();
        await page.getByText('La huella que calculó este teléfono no es la que dice el nodo.').waitFor();
        assert.equal(await page.getByRole('button', { name: 'Firmar', exact: true }).count(), 0);
        assert.ok(!asked.some((address) => address.endsWith('SignAct')));
      };
      await withPhone(browser, work, withoutWorker);
    });
  });

  test('a browser that makes no keys says why, and names the command line', async () => {
    await withHall(client.folder, async (hall) => {
      const withoutEd25519 = () => {
        const { subtle } = crypto;
        const known = subtle.importKey.bind(subtle) as (...args: unknown[]) => Promise<CryptoKey>;
        subtle.importKey = ((...args: unknown[]) =>
          args[2] === 'Ed25519' ? Promise.reject(new DOMException('', 'NotSupportedError')) : known(...args)) as never;
      };
      const withoutHttps = () => Object.defineProperty(crypto, 'subtle', { value: undefined });
      for (const [script, said] of [
        [withoutEd25519, 'Este navegador no conoce las llaves Ed25519.'],
        [withoutHttps, 'Esta página no llegó por una conexión segura (https)'],
      ] as const)
        await withPhone(browser, async ({ page, on }) => {
          await page.addInitScript(script);
          await page.goto(hall.addressOf(await hall.card()));
          await on('hall');
          await page.getByRole('link', { name: 'Mi llave y mis firmas' }).click();
          await page.getByText(said).waitFor();
          await page.getByText('npx cabildo key new --out llave.pem').waitFor();
          assert.equal(await page.getByRole('button', { name: 'Hacer mi llave en este teléfono' }).count(), 0);
        });
    });
  });
});

/** What the browser holds of private keys; runs in the page. */
async function keptKeys(): Promise<unknown> {
  const open = indexedDB.open('cabildo');
  await new Promise((resolve) => {
    open.onsuccess = resolve;
  });
  const all = open.result.transaction('keys').objectStore('keys').getAll();
  await new Promise((resolve) => {
    all.onsuccess = resolve;
  });
  return (all.result as { privateKey: CryptoKey }[]).map(({ privateKey: { extractable, usages } }) => ({
    extractable,
    usages,
  }));
}
