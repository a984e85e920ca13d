// A body that has just been formed: nothing is in its registers and lists, and every screen of the office and of supply opens, says so,
// and says what would bring something.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Actor } from '@cabildo/core';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { faultsOn, settled, sidewaysOn, targetsBelow } from './everyone.ts';
import { inOffice, withHall, withPhone } from './hall.ts';

const { browser, client } = await inChromium();

interface Place {
  readonly client: string;
  readonly area: string;
  readonly of: string;
}

/** As the tables of addresses have them: none is forgotten. */
const places = ['office', 'supply'].flatMap((name): readonly Place[] => {
  const table = readFileSync(new URL(`../src/${name}/areas.ts`, import.meta.url), 'utf8');
  return [...table.matchAll(/^ {2}'?([a-z-]+)'?: \{\s+of: '(\w+)'/gm)].map(([, area = '', of = '']) => ({
    client: name,
    area,
    of,
  }));
});

/** That there is nothing yet, and what brings something; a new screen says it too. */
const saysOf: Readonly<Record<string, RegExp>> = {
  'office waiting': /Lo que le toca en esta asamblea/,
  'office mail': /no tiene servidor de correo.*Guardar el servidor/s,
  'office candidates': /cuando la mesa haya puesto la elección ante la sala/,
  'office first-steps': /Vecinas que dieron fe: 0 de 2.*Hace falta que den fe/s,
  'office accreditation': /Todavía no hay puestos: los hay cuando esta asamblea admite a otra/,
  'office delegations': /no tiene delegados en ninguna otra\. Los elige en una sesión/,
  'office accounts': /Todavía no hay asientos\. El primero necesita/,
  'office consultations': /Ahora no hay consultas abiertas.*Llegan aquí cuando/s,
  'office petitions': /No hay ningún pedido.*no se puede pedir sobre nadie/s,
  'office statute': /Todavía no hubo ninguna/,
  'office new-statute': /Para una asamblea que se va a fundar/,
  'supply board': /Todavía no hay ningún bien: el primero se agrega.*con la primera hay mapa/s,
  'supply map': /Ningún lugar de los registros tiene todavía longitud y latitud: con la primera hay mapa/,
  'supply registers': /Todavía no hay nada: agregue lo primero/,
  'supply plan': /Todavía no rige ninguna regla de reparto\. Compare/,
  'supply trips': /Ningún plan que rige está entero en el libro: se hace en/,
  'supply hand-over': /Este teléfono todavía no firma por nadie/,
  'supply for-sites': /En este teléfono no hay llave de ningún cargo: se hace en/,
  'supply hands': /Todavía ninguna: la primera se inscribe arriba/,
  'supply queue': /Todavía no hay ninguna fila: la primera se anuncia abajo/,
  'supply passes': /no hay corte que abrir\. Una medida se decide en sesión/,
};

describe('a body with nothing yet, in Chromium', { skip: browserMissing }, () => {
  test('each screen of the office and of supply opens, says that there is nothing yet and what brings something, and is for everybody', async () => {
    await withHall(
      client.folder,
      async (hall) => {
        const { body, url, sitting } = hall;
        const { member } = body.founder as Extract<Actor, { kind: 'member' }>;
        for (const office of ['president', 'secretary']) await inOffice(hall, office, member);
        const { code } = await hall.newCard(member);
        await withPhone(browser, async ({ page }) => {
          await page.goto(`${url}/office#body=${body.name}&card=${code}`);
          await page.locator('main h1').waitFor();
          const faults: string[] = [];
          // A founding begins with an invitation, and has a walk of its own.
          for (const { client: name, area, of } of places.filter(({ area }) => area !== 'founding')) {
            const own = of === 'phone' ? '' : `/${body.name}${of === 'sitting' ? `/${sitting}` : ''}`;
            await page.goto(`${url}/${name}/${area}${own}`);
            await page.locator('main h1').waitFor();
            const coming = page.locator('main').getByText('Un momento…').filter({ visible: true });
            await coming.first().waitFor({ state: 'detached' });
            const says = saysOf[`${name} ${area}`] ?? /a screen that the table above has not/;
            await page.locator('main').filter({ hasText: says }).waitFor();
            await settled(page);
            const said = await page.locator('main').innerText();
            assert.doesNotMatch(said, /undefined|NaN|\[object|Invalid/, area);
            assert.match(said, says);
            const found = [...(await faultsOn(page)), ...(await targetsBelow(page, 48))];
            if ((await sidewaysOn(page)) > 0) found.push('cut off at the side');
            faults.push(...found.map((one) => `${name} ${area}: ${one}`));
          }
          assert.deepEqual(faults, []);
        });
      },
      { checkIn: 'anywhere', supply: { allocation: 'officers' } },
      2,
    );
  });
});
