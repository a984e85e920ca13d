// E-mail from one end to the other, in Chromium: officers enter the server, a member gives an address and confirms it, a sitting is
// convened, its letter leads to what waits, and the letter's own link ends it, with a script and without.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { keepMailing } from '../../../server/src/keep-mailing.ts';
import { done, found, lightStatute, type TestBody, withNode } from '../../../server/test/app/node-fixture.ts';
import {
  openPostOffice,
  type PostOffice,
  password,
  type Received,
  selfSigned,
} from '../../../server/test/mail/post-office.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, faultsOn, sidewaysOn, withTextTwiceAsLarge } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';

const { browser, client } = await inChromium();

const folder = process.env.OFFICE_PICTURES;

async function shot(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  for (const [width, height] of [
    [360, 740],
    [768, 1024],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

interface Written {
  readonly node: Node;
  readonly body: TestBody;
  readonly office: PostOffice;
}

/** A node that writes through a server of the test's own. */
async function withWriting(work: (written: Written) => Promise<void>): Promise<void> {
  const certificate = await selfSigned();
  const office = await openPostOffice({ certificate });
  const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'), CABILDO_MAIL_HOSTS: 'localhost' };
  try {
    await withNode(
      async ({ node }) => {
        const mailing = keepMailing(node, 250, () => undefined);
        try {
          await work({ node, office, body: await found(node, 'villa-ingenio', lightStatute()) });
        } finally {
          await mailing.stop();
        }
      },
      { env, mailCa: certificate.cert },
    );
  } finally {
    await office.close();
  }
}

const linkIn = ({ text }: Received, path: string): string =>
  text.split(/\s+/).find((word) => word.includes(path)) ?? assert.fail(`no link to ${path}`);

async function convene({ node, body }: Written, hours: number): Promise<void> {
  const startsAt = new Date(Date.parse(node.now()) + hours * 3_600_000).toISOString().replace(/\.\d+/, '');
  const notice = [{ matter: 'election', title: 'Directiva' }];
  await done(node, body, 'ConveneSitting', { kind: 'founding', place: 'Sede', notice, startsAt });
}

async function pageIsSound(page: Page): Promise<void> {
  assert.deepEqual(await faultsOn(page), []);
  assert.equal(await sidewaysOn(page), 0);
  await withTextTwiceAsLarge(page, async () => assert.equal(await sidewaysOn(page), 0));
  assert.ok(((await page.locator('main button').boundingBox())?.height ?? 0) >= 48);
}

describe('e-mail, in Chromium', { skip: browserMissing }, () => {
  test('a member is told of a sitting at an address that they gave and confirmed, and stops it from the letter', async () => {
    await withWriting(async (written) => {
      const { node, body, office } = written;
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { look, faults } = everybody();
          const officer = (await another()).page;
          await officer.goto(`${url}/phone#body=${body.name}&card=${body.founded.card.code}`);
          await officer.getByRole('link', { name: 'Lo que me espera' }).waitFor();
          await officer.goto(`${url}/office/mail/${body.name}`);
          await officer.getByText('no tiene servidor de correo').waitFor();
          await officer.getByLabel('Servidor', { exact: true }).fill('localhost');
          await officer.getByText('STARTTLS').click();
          await officer.getByLabel('Puerto').fill(String(office.port));
          await officer.getByLabel('Usuario').fill('junta');
          await officer.getByLabel('Contraseña').fill('otra');
          await officer.getByLabel('Dirección del remitente').fill('avisos@example.org');
          await officer.getByRole('button', { name: 'Guardar el servidor' }).click();
          await officer.getByLabel('Mandar una prueba a').fill('mesa@example.org');
          await officer.getByRole('button', { name: 'Mandar la prueba' }).click();
          await officer.getByText('El servidor no aceptó el usuario o la contraseña.').waitFor();
          await officer.getByLabel('Contraseña').fill(password);
          await officer.getByRole('button', { name: 'Guardar el servidor' }).click();
          await officer.getByText('Hay una guardada').waitFor();
          await officer.getByRole('button', { name: 'Mandar la prueba' }).click();
          await officer.getByText('El servidor aceptó la carta.').waitFor();
          await office.arrived(1);
          await look('mail of an officer', officer);
          await shot(officer, 'mail-officer');

          const { answer } = await done(node, body, 'EnrolMember', { name: 'Juana Choque' });
          const issued = await done(node, body, 'IssueCard', { member: String(answer.member) });
          const card = (issued.answer.card as { code: string }).code;
          const { page } = await another();
          await page.goto(`${url}/phone#body=${body.name}&card=${card}`);
          await page.getByRole('link', { name: 'Lo que me espera' }).click();
          await page.getByRole('link', { name: 'Avisos por correo' }).click();
          await page.getByLabel('Dirección de correo').fill('juana@example');
          await page.getByRole('button', { name: 'Guardar' }).click();
          await page.getByText('Eso no es una dirección de correo').waitFor();
          await page.getByLabel('Dirección de correo').fill('juana@example.org');
          await page.getByRole('button', { name: 'Guardar' }).click();
          await page.getByText('Falta confirmar').waitFor();
          await look('mail of a member', page);
          await shot(page, 'mail-member');

          // The letter is read on another machine, which nobody is signed in on.
          await office.arrived(2);
          const elsewhere = (await another()).page;
          await elsewhere.goto(linkIn(office.letters[1]!, '/mail/confirm'));
          await elsewhere.waitForFunction(() => document.querySelector('input')?.value.length === 19);
          assert.doesNotMatch(elsewhere.url(), /#/);
          await look('confirm', elsewhere, 'page');
          await pageIsSound(elsewhere);
          await shot(elsewhere, 'mail-confirm');
          await elsewhere.getByRole('button', { name: 'Confirmar' }).click();
          await elsewhere.getByRole('heading', { name: 'Dirección confirmada' }).waitFor();
          await page.reload();
          await page.getByText('Confirmada', { exact: true }).waitFor();

          await convene(written, 48);
          await office.arrived(3);
          const told = office.letters[2]!;
          assert.equal(told.header('subject'), 'Cabildo: algo le espera');
          await page.goto(linkIn(told, '/office/waiting'));
          await page.getByRole('link', { name: 'Sesión convocada' }).waitFor();

          const plain = (await another({ javaScriptEnabled: false })).page;
          await plain.goto(linkIn(told, '/mail/stop'));
          await plain.getByRole('button', { name: 'No recibir más correo' }).click();
          await plain.getByRole('heading', { name: 'Ya no le llega correo' }).waitFor();
          await page.goto(`${url}/office/mail/${body.name}`);
          await page.getByLabel('Dirección de correo').waitFor();
          assert.equal(await page.getByLabel('Dirección de correo').inputValue(), '');

          // Once more the other way round: the code typed without a script, the letters stopped with one.
          await page.getByLabel('Dirección de correo').fill('juana@example.org');
          await page.getByRole('button', { name: 'Guardar' }).click();
          await office.arrived(4);
          const [address = '', code = ''] = linkIn(office.letters[3]!, '/mail/confirm').split('#');
          await plain.goto(address);
          await plain.getByLabel('Código del correo').fill(code.toLowerCase());
          await plain.getByRole('button', { name: 'Confirmar' }).click();
          await plain.getByRole('heading', { name: 'Dirección confirmada' }).waitFor();
          await office.arrived(5);
          await elsewhere.goto(linkIn(office.letters[4]!, '/mail/stop'));
          await look('stop', elsewhere, 'page');
          await pageIsSound(elsewhere);
          await shot(elsewhere, 'mail-stop');
          await elsewhere.getByRole('button', { name: 'No recibir más correo' }).click();
          await elsewhere.getByRole('heading', { name: 'Ya no le llega correo' }).waitFor();
          assert.deepEqual(faults, []);
        });
      });
    });
  });
});
