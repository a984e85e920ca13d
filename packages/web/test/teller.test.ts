// Two tellers' phones at one hall, in a real browser: each alone, neither told the other's number (docs/decisions/0009).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { ask, atDoor, done } from '../../server/test/app/node-fixture.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { everybody } from './everyone.ts';
import { type Hall, type PhoneInHand, withHall, withPhone } from './hall.ts';

const pictures = process.env.TELLER_PICTURES;

/** Of what is shown there, for whoever wants to look at it: `TELLER_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  for (const size of [
    { width: 360, height: 740 },
    { width: 768, height: 1024 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${pictures}/teller-${name}-${size.width}.png` });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

interface Teller {
  readonly member: string;
  readonly address: string;
}

/** Two neighbours whom the presidium has appointed, each with a card of their own. */
async function twoTellers(hall: Hall): Promise<readonly [Teller, Teller]> {
  const { node, body, sitting, url } = hall;
  const cards = [await hall.card(), await hall.card()];
  await done(node, body, 'AppointTellers', { sitting, tellers: cards.map(({ member }) => member) });
  const [one, other] = cards.map(({ member, code }) => ({
    member,
    address: `${url}/phone/teller/${body.name}/${sitting}#body=${body.name}&card=${code}`,
  }));
  return [one as Teller, other as Teller];
}

const press = (page: Page, name: string, exact = true) => page.getByRole('button', { name, exact }).click();

/** Both with their own phone, at the same time. */
async function withTellers(
  browser: Browser,
  hall: Hall,
  work: (one: PhoneInHand, other: PhoneInHand) => Promise<void>,
): Promise<void> {
  const [first, second] = await twoTellers(hall);
  await withPhone(browser, async (one) => {
    await one.page.goto(first.address);
    await withPhone(browser, async (other) => {
      await other.page.goto(second.address);
      await work(one, other);
    });
  });
}

const entries = async ({ node, body, sitting }: Hall) =>
  JSON.parse((await node.live(body.founder, body.name, sitting)) ?? 'null');

/** A disk that takes its time over what a teller has kept, until it is let read: so many, or whatever comes. */
const readingWaits = `{
  const own = IDBObjectStore.prototype.get;
  const success = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'onsuccess');
  let free = 0;
  globalThis.readers = [];
  globalThis.letRead = (many = Infinity) => {
    free = many;
    while (free > 0 && readers.length > 0) (free--, readers.shift()());
    document.documentElement.dataset.readers = readers.length;
  };
  IDBObjectStore.prototype.get = function (key) {
    const request = own.call(this, key);
    if (String(key).includes('/teller/'))
      Object.defineProperty(request, 'onsuccess', {
        set: (work) =>
          success.set.call(request, () => {
            if (free > 0) return void (free--, work());
            readers.push(work);
            document.documentElement.dataset.readers = readers.length;
          }),
      });
    return request;
  };
}`;

const { browser, client } = await inChromium();

describe('the teller’s phone in Chromium', { skip: browserMissing }, () => {
  test('the hall is counted by thumb, each alone; the second number is followed by both', async () => {
    await withHall(client.folder, async (hall) => {
      await withTellers(browser, hall, async ({ page: one }, { page: other }) => {
        await press(one, 'Cuánta gente hay en la sala', false);
        await press(one, 'Una persona más');
        await press(one, 'Una persona más');
        await picture(one, 'door');
        await press(one, 'Entregar mi número');
        await one.getByText('Falta el otro').waitFor();
        await picture(one, 'door-given');
        assert.equal((await entries(hall)).door.entered, 1);
        await other.getByText('Falta el suyo').waitFor();
        await press(other, 'Cuánta gente hay en la sala', false);
        assert.equal(await other.getByText('2', { exact: true }).count(), 0, 'not a number of the other is there');
        await press(other, 'Escribir el número');
        await press(other, '2');
        await picture(other, 'door-keypad');
        await press(other, 'Entregar mi número');
        await other.getByText('Contar otra vez la sala').waitFor();
        assert.deepEqual([(await entries(hall)).door.agree, (await entries(hall)).present], [true, 2]);
      });
    });
  });

  test('a block of hands: yes, no and abstentions one after the other; two that differ are for others to count', async () => {
    await withHall(client.folder, async (hall) => {
      await hall.openSitting();
      await withTellers(browser, hall, async ({ page: one }, { page: other }) => {
        const vote = await hall.openVote('Arreglar el tanque', 'hands');
        await one.getByRole('heading', { name: 'Arreglar el tanque' }).waitFor();
        await press(one, 'Otro bloque de manos');
        await one.getByLabel('Nombre del bloque').fill('norte');
        await press(one, 'Contar este bloque');
        await one.getByRole('heading', { name: 'Personas en este bloque' }).waitFor();
        await press(one, '2');
        await picture(one, 'hands-people');
        const onTo = async (heading: string): Promise<void> => {
          await press(one, 'Siguiente');
          await one.getByRole('heading', { name: heading }).waitFor();
        };
        await onTo('Manos por el SÍ');
        await press(one, '3');
        await picture(one, 'hands');
        for (const heading of ['Manos por el NO', 'Manos que se abstienen', 'Sus números']) await onTo(heading);
        await one.getByText('Hay más manos que personas').waitFor();
        await picture(one, 'hands-too-many');
        await one.getByRole('button', { name: 'Entregar mis números', disabled: true }).waitFor();
        const { look, faults } = everybody();
        await look('teller: more hands than people', one);
        assert.deepEqual(faults, []);
        await press(one, 'Borrar');
        await one.getByRole('heading', { name: 'Personas en este bloque' }).waitFor();
        await onTo('Manos por el SÍ');
        await press(one, 'Borrar');
        await press(one, '1');
        for (const heading of ['Manos por el NO', 'Manos que se abstienen', 'Sus números']) await onTo(heading);
        assert.equal(await one.getByText('Hay más manos que personas').count(), 0);
        await picture(one, 'hands-own');
        await press(one, 'Entregar mis números');
        await one.getByText('Falta el otro').waitFor();
        await press(other, 'Manos: norte', false);
        await other.getByText('Falta el suyo').waitFor();
        // Who has not counted the people goes on without.
        await press(other, 'Siguiente');
        await press(other, '2');
        for (let step = 0; step < 3; step++) await press(other, 'Siguiente');
        await press(other, 'Entregar mis números');
        for (const page of [one, other]) await page.getByText('Difieren: otros cuentan').waitFor();
        await picture(other, 'differ');
        assert.deepEqual(
          (await entries(hall)).vote.blocks.map(
            ({ block, agree, recount }: { block: string; agree: boolean; recount: boolean }) => [block, agree, recount],
          ),
          [['norte', false, true]],
        );
        const refused = await ask(hall.node, hall.body, 'CloseVote', { vote });
        assert.equal(refused.kind === 'refused' ? refused.refusal.code : refused.kind, 'counts-differ');
        await done(hall.node, hall.body, 'AnnulVote', { vote, reason: 'Los números difieren.' });
        await hall.openVote('Arreglar la bomba', 'hands');
        await press(one, 'Otro bloque de manos');
        await one.getByLabel('Nombre del bloque').fill('norte');
        await press(one, 'Contar este bloque');
        await one.getByRole('heading', { name: 'Manos por el SÍ' }).waitFor();
      });
    });
  });

  test('a count without a network waits on the phone, says so, and arrives once, signed, when it is back', async () => {
    await withHall(client.folder, async (hall) => {
      const [teller] = await twoTellers(hall);
      await withPhone(browser, async ({ page, context }) => {
        await page.goto(teller.address);
        await press(page, 'Cuánta gente hay en la sala', false);
        await press(page, 'Una persona más');
        await context.setOffline(true);
        await press(page, 'Entregar mi número');
        await page.getByText('NO entregado todavía', { exact: false }).waitFor();
        await picture(page, 'offline');
        assert.equal(await page.getByText('Falta el otro').count(), 0, 'it is not said to be given');
        assert.equal((await entries(hall)).door.entered, 0);
        const arrived = page.waitForResponse((response) => response.url().endsWith('/commands/CountPresence'));
        await context.setOffline(false);
        const answer = await arrived;
        assert.equal(answer.status(), 200, await answer.text());
        assert.match((await answer.request().allHeaders())['cabildo-signed'] ?? '', /^\S+Z [A-Za-z0-9+/]{86}==$/);
        assert.equal((await entries(hall)).door.entered, 1);
        await page.getByText('Falta el otro').waitFor();
        await context.setOffline(true);
        await page.evaluate('dispatchEvent(new Event("online"))');
        await page.locator('.offline').waitFor();
        await press(page, 'Puerta');
        await page.getByLabel('Buscar por nombre').waitFor();
        await picture(page, 'tabs-offline');
      });
    });
  });

  test('nothing is offered to press before what was counted has been read: no press is lost, and no number', async () => {
    await withHall(client.folder, async (hall) => {
      const [teller] = await twoTellers(hall);
      await withPhone(browser, async ({ page }) => {
        await page.addInitScript(readingWaits);
        await page.goto(teller.address);
        await page.locator('html[data-readers="1"]').waitFor();
        assert.equal(await page.getByText('Cuánta gente hay en la sala').count(), 0);
        await page.evaluate('letRead()');
        await press(page, 'Cuánta gente hay en la sala', false);
        await press(page, 'Diez personas más');
        await press(page, 'Una persona más');
        await page.getByText('11 personas').waitFor();
        await page.reload();
        await page.locator('html[data-readers="1"]').waitFor();
        await page.evaluate('letRead(1)');
        await press(page, 'Cuánta gente hay en la sala', false);
        await page.locator('html[data-readers="1"]').waitFor();
        assert.equal(await page.getByRole('button', { name: 'Una persona más' }).count(), 0);
        assert.equal(await page.getByRole('button', { name: 'Entregar mi número' }).count(), 0);
        await page.evaluate('letRead()');
        await press(page, 'Una persona más');
        await page.getByText('12 personas').waitFor();
      });
    });
  });

  test('at the door somebody is found by name and gets one channel; the code stands there for whoever has a phone', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        const { node, body, sitting } = hall;
        const [teller] = await twoTellers(hall);
        const neighbour = await hall.card();
        await withPhone(browser, async ({ page }) => {
          await page.goto(teller.address);
          await press(page, 'Puerta');
          await picture(page, 'admit');
          await page.getByLabel('Buscar por nombre').fill('petrona');
          await press(page, 'Buscar');
          // One alone has that name: she is shown at once, without a list to choose from.
          await page.getByRole('heading', { name: 'Petrona Quispe' }).waitFor();
          await picture(page, 'channel');
          await press(page, 'Con tarjeta de mano');
          await page.getByText('Entró. Vota con tarjeta.').waitFor();
          await press(page, 'Mostrar el código de la puerta');
          const { door } = await atDoor(node, body, sitting);
          await page.locator('.code').waitFor();
          await picture(page, 'code');
          const shown = (await page.locator('.code').textContent())?.replace(/\s/g, '') ?? '';
          const now = (await atDoor(node, body, sitting)).door;
          assert.ok([door, now].includes(shown), `${shown} is the code of this minute`);
          await withPhone(browser, async (phone) => {
            await phone.page.goto(`${hall.addressOf(neighbour)}&sitting=${sitting}&door=${shown}`);
            await press(phone.page, 'Estoy aquí');
            await phone.page.getByText('Usted está en la sala').waitFor();
          });
        });
      },
      {},
    );
  });

  test('a neighbour on no roll scans a slip from the teller’s screen and votes as one person', async () => {
    const walkIns = { sittings: ['founding' as const], mark: 'tinta en el pulgar' };
    await withHall(
      client.folder,
      async (hall) => {
        await hall.openSitting();
        const [teller, second] = await twoTellers(hall);
        for (const { member } of [teller, second]) {
          const counted = { sitting: hall.sitting, round: 2, present: 5 };
          await done(hall.node, hall.body, 'CountPresence', counted, { kind: 'member', member });
        }
        await withPhone(browser, async ({ page }) => {
          await page.goto(teller.address);
          await press(page, 'Fichas');
          await page.getByText('tinta en el pulgar', { exact: false }).waitFor();
          await picture(page, 'slips');
          await press(page, 'Con su teléfono');
          await page.getByRole('heading', { name: 'Ficha 1' }).waitFor();
          await picture(page, 'slip');
          const code = (await page.locator('.code').textContent()) ?? '';
          await withPhone(browser, async (walkIn) => {
            await walkIn.page.goto(`${hall.url}/phone#body=${hall.body.name}&card=${code}`);
            await walkIn.on('hall');
            const vote = await hall.openVote('El gas');
            await walkIn.on('vote');
            await walkIn.page.getByRole('button', { name: 'Sí' }).click();
            await walkIn.page.getByText('Su voto está contado').waitFor();
            await hall.closeVote(vote);
            assert.deepEqual(await hall.tally(vote), { yes: 1, no: 0, abstain: 0 });
          });
          await press(page, 'Otra ficha');
          await press(page, 'Hoja para imprimir');
          await press(page, 'Borrar');
          await press(page, '2');
          await press(page, 'Hacer la hoja');
          await page.locator('.slip').nth(1).waitFor();
          await picture(page, 'sheet');
          await page.emulateMedia({ media: 'print' });
          await picture(page, 'sheet-print');
        });
      },
      { walkIns },
    );
  });
});
