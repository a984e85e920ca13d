// Coming in: the code of the door by an address, by fingers and by the camera; the card by the camera.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { withFilm } from './film.ts';
import { type Hall, withHall, withPhone } from './hall.ts';

const doorCode = async ({ node, body, sitting }: Hall): Promise<string> => {
  const door = await node.door(body.founder, body.name, sitting);
  assert.ok(door !== null);
  return door.code;
};

const inTheHall = { checkIn: 'hall' } as const;

const { browser, client } = await inChromium();

describe('at the door, in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('the door’s scanned address and one tap: in the hall; the code is in no request’s address', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        await withPhone(browser, async ({ page, on, asked }) => {
          await page.goto(hall.addressOf(await hall.card()));
          await on('hall');
          const code = await doorCode(hall);
          await page.goto('about:blank');
          await page.goto(`${hall.url}/phone#body=${hall.body.name}&sitting=${hall.sitting}&door=${code}`);
          await page.getByText('El código de la puerta está leído').waitFor();
          assert.equal(await page.evaluate('location.href'), `${hall.url}/phone`);
          await page.getByRole('button', { name: 'Estoy aquí' }).click();
          await page.getByText('Usted está en la sala').waitFor();
          assert.ok(!asked.some((address) => address.includes(code)));
        });
      },
      inTheHall,
    );
  });

  test('without the code the refusal says so, and the code is typed where it stands; an old one is refused', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        await withPhone(browser, async ({ page, on }) => {
          await page.goto(hall.addressOf(await hall.card()));
          await on('hall');
          await page.getByRole('button', { name: 'Estoy aquí' }).click();
          await page.getByRole('alert').waitFor();
          const field = page.getByRole('textbox', { name: 'O escriba los ocho caracteres' });
          await field.fill('ZZZZ ZZZZ');
          const answered = page.waitForResponse(/\/commands\/CheckIn$/);
          await page.getByRole('button', { name: 'Entrar con el código' }).click();
          assert.equal((await answered).ok(), false);
          await page.getByRole('alert').waitFor();
          assert.equal(await page.getByText('Usted está en la sala').count(), 0);
          await field.fill((await doorCode(hall)).toLowerCase());
          await page.getByRole('button', { name: 'Entrar con el código' }).click();
          await page.getByText('Usted está en la sala').waitFor();
        });
      },
      inTheHall,
    );
  });

  test('a card held before the camera signs in; the picture goes nowhere', async () => {
    await withHall(client.folder, async (hall) => {
      await withFilm([hall.addressOf(await hall.card())], (camera) =>
        withPhone(
          camera,
          async ({ page, on, asked }) => {
            await page.goto(`${hall.url}/phone`);
            await page.getByRole('button', { name: 'Escanear la tarjeta' }).click();
            await on('hall');
            await page.getByRole('button', { name: 'Estoy aquí' }).waitFor();
            assert.ok(asked.every((address) => address.startsWith(hall.url)));
          },
          { permissions: ['camera'] },
        ),
      );
    });
  });

  test('without a camera the page says so, loads nothing for one, and the words are there', async () => {
    await withHall(client.folder, async (hall) => {
      await withPhone(browser, async ({ page, asked }) => {
        await page.addInitScript(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
        await page.goto(`${hall.url}/phone`);
        await page.getByRole('button', { name: 'Escanear la tarjeta' }).click();
        await page.getByText('Este teléfono no ofrece cámara a la página').waitFor();
        // What cannot be used is not loaded: the weight of the client without https goes by that.
        assert.deepEqual(
          asked.filter((address) => address.includes('camera-')),
          [],
        );
        await page.getByRole('button', { name: 'Cerrar la cámara' }).click();
        await page.getByRole('textbox', { name: 'Siete palabras' }).waitFor();
      });
    });
  });
});
