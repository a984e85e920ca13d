// The secretary's pages: minutes, a sitting from paper, a motion read aloud, seals; and their sheets of paper.
import type { Actor } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../../server/test/app/node-fixture.ts';
import { electOfficers, signWith } from '../../../server/test/app/officers.ts';
import { type Card, type Hall, type PhoneInHand, withHall } from '../hall.ts';
import { inOffice, press, type Scene, type Studio, says, withPage } from './studio.ts';

const inHall =
  (play: (studio: Studio, hall: Hall) => Promise<void>): Scene =>
  (studio) =>
    withHall(studio.client.folder, (hall) => play(studio, hall));

async function secretaryOf(hall: Hall): Promise<Card> {
  const found = await hall.card();
  await inOffice(hall, found.member);
  return found;
}

async function enter(page: Page, hall: Hall, card: Card, area: string): Promise<void> {
  await page.goto(hall.addressOf(card));
  await page.waitForSelector('main:is([data-screen="hall"], [data-screen="vote"], [data-screen="result"])');
  await page.goto(`${hall.url}/phone/${area}`);
}

const texts = [
  ['Arreglar el tanque', 'Que se arregle el tanque con una cuota de diez bolivianos por familia, hasta fin de mes.'],
  ['Turnos de la olla común', 'Que cada manzano cocine un día, en el orden de la lista, empezando por el manzano A.'],
] as const;

export const minutes: Scene = inHall(async ({ browser, camera }, hall) => {
  const { node, body, sitting, url } = hall;
  const card = await hall.newCard(hall.body.founded.member);
  const writer = await hall.card();
  await withPage({ browser }, async ({ page }) => {
    const take = (name: string, english = true): Promise<void> => camera.take(name, page, { english });
    await enter(page, hall, card, `minutes/${body.name}/${sitting}`);
    await page.locator('.sheet').waitFor();
    await take('minutes before');
    await hall.openSitting();
    await page
      .getByLabel('Punto 1. Agua')
      .fill('Se explicó que el tanque pierde agua y que el plomero pide un adelanto.');
    for (const [title, text] of texts) await handVote(hall, title, text);
    await says(page, /Turnos de la olla común/);
    await take('minutes open', false);
    await page.goto(`${url}/phone/voice/${body.name}/${sitting}#record`);
    await done(node, body, 'TableMotion', {
      sitting,
      matter: 'ordinary',
      title: 'Pintar la sede',
      text: 'Que se pinte la sede.',
      proposal: { kind: 'resolution' },
    });
    await page.reload();
    await says(page, 'Pintar la sede');
    await take('voice list');
    await press(page, 'Grabar');
    await press(page, 'Terminar');
    await says(page, 'Guardar para todos');
    await take('voice recorded', false);
    await done(node, body, 'RecordObjection', {
      sitting,
      act: sitting,
      asksForCount: false,
      text: 'No se dejó hablar a la zona sur.',
    });
    await done(node, body, 'CloseSitting', { sitting });
    await page.goto(`${url}/phone/minutes/${body.name}/${sitting}`);
    await page.getByRole('button', { name: 'Aprobar este texto' }).waitFor();
    await take('minutes to approve');
    await camera.print('paper-minutes-of-the-phone', page);
    await press(page, 'Aprobar este texto');
    await press(page, 'Sí');
    await says(page, 'Firmar con este aparato');
    await take('minutes approved');
    await inOffice(hall, writer.member);
    await correct(hall, writer);
    await page.goto(`${url}/b/${body.name}/sittings/${sitting}/minutes`);
    await page.locator('.sheet').first().waitFor();
    await camera.print('paper-minutes-corrected', page);
    await page.goto(`${url}/b/${body.name}/sittings/${sitting}/poster`);
    await camera.take('page poster', page, { english: false });
    await camera.print('paper-poster', page);
  });
});

/** A motion that is voted by hand, both tellers of one mind. */
async function handVote({ node, body, sitting, tellers }: Hall, title: string, text: string): Promise<void> {
  const motion = { sitting, matter: 'ordinary', title, text, proposal: { kind: 'resolution' } };
  const tabled = (await done(node, body, 'TableMotion', motion)).acts[0]!.index;
  const vote = (await done(node, body, 'OpenVote', { motion: tabled, method: 'hands' })).acts[0]!.index;
  await countedAlike({ node, body, tellers }, vote);
}

async function countedAlike(
  { node, body, tellers }: Pick<Hall, 'node' | 'body' | 'tellers'>,
  vote: number,
): Promise<void> {
  for (const member of tellers)
    await done(
      node,
      body,
      'CountBlock',
      { vote, block: 'Sala', round: 1, yes: 2, no: 0, abstain: 0 },
      { kind: 'member', member },
    );
  await done(node, body, 'CloseVote', { vote });
}

/** The next sitting finds a mistake in them. */
async function correct({ node, body, sitting, tellers }: Hall, writer: Card): Promise<void> {
  const by: Actor = { kind: 'member', member: writer.member };
  const approved = (await node.acts(body.name, 0, 500)).find(({ act }) => act === 'MinutesApproved')!.index;
  const notice = [{ matter: 'ordinary', title: 'Acta anterior' }];
  const input = { kind: 'ordinary', place: 'La sede', startsAt: node.now(), notice };
  const next = (await done(node, body, 'ConveneSitting', input, by)).acts[0]!.index;
  await done(node, body, 'AppointTellers', { sitting: next, tellers }, by);
  for (const member of tellers)
    await done(node, body, 'CountPresence', { sitting: next, round: 1, present: 2 }, { kind: 'member', member });
  await done(node, body, 'OpenSitting', { sitting: next, call: 'first' }, by);
  const text = `1. LUGAR, FECHA Y HORA\n\nEn la sede social.\n\n7. INTERVENCIONES\n\nPunto 1. Agua\nSe explicó que el tanque pierde agua. El plomero no pide adelanto (sesión ${sitting}).`;
  const proposal = { kind: 'correct-minutes', minutes: approved };
  const tabled = await done(
    node,
    body,
    'TableMotion',
    { sitting: next, matter: 'ordinary', title: 'Corregir el acta', text, proposal },
    by,
  );
  const vote = (await done(node, body, 'OpenVote', { motion: tabled.acts[0]!.index, method: 'hands' }, by)).acts[0]!
    .index;
  for (const member of tellers)
    await done(
      node,
      body,
      'CountBlock',
      { vote, block: 'Sala', round: 1, yes: 2, no: 0, abstain: 0 },
      { kind: 'member', member },
    );
  await done(node, body, 'CloseVote', { vote }, by);
}

export const late: Scene = inHall(async ({ browser, camera }, hall) => {
  const card = await secretaryOf(hall);
  await withPage({ browser }, async ({ page, context }) => {
    const take = (name: string, english = false): Promise<void> => camera.take(`late ${name}`, page, { english });
    await enter(page, hall, card, `late/${hall.body.name}`);
    await page.getByLabel('Lugar').waitFor();
    await take('empty', true);
    await press(page, 'Ver antes de anotar');
    await says(page, 'Diga dónde fue.');
    await take('missing');
    await page.getByLabel('Lugar').fill('La sede');
    await page.getByLabel('Personas presentes').fill('5');
    await page.getByLabel('Orden del día, como se anunció').fill('Agua\nLuz');
    await page.getByLabel('Qué se decidió, en una línea').fill('Arreglar el tanque');
    await page.getByLabel('Sí', { exact: true }).fill('4');
    await press(page, 'Otra decisión');
    const second = page.getByRole('group', { name: 'Decisión 2' });
    await second.getByLabel('Qué se decidió, en una línea').fill('Cuentas del año');
    await second.getByLabel('Sí', { exact: true }).fill('9');
    await second.getByText('Otro asunto, texto más largo, quitar').click();
    await second.getByLabel('Asunto').selectOption('accounts');
    await take('filled');
    await context.setOffline(true);
    await press(page, 'Ver antes de anotar');
    await says(page, /No hay conexión con el nodo/);
    await take('offline');
    await context.setOffline(false);
    await press(page, 'Corregir');
    await press(page, 'Ver antes de anotar');
    await says(page, 'Sin efecto: solo constará');
    await take('preview');
    await press(page, 'Anotar en el libro');
    await says(page, 'Está en el libro');
    await take('entered');
  });
});

export const seals: Scene = inHall(async ({ browser, camera }, hall) => {
  const { node, body, sitting, url } = hall;
  const cards = [await hall.card(), await hall.card()] as const;
  await withPage({ browser }, async (phone) => {
    const { page, context } = phone;
    const take = (name: string, english = true): Promise<void> => camera.take(`seals ${name}`, page, { english });
    const key = await keyOnPhone(phone, hall, cards[0], () => take('no key'));
    await take('key');
    const members = cards.map(({ member }): Actor => ({ kind: 'member', member }));
    await done(node, body, 'CheckIn', { sitting }, members[1]);
    await hall.openSitting();
    const election = await electOfficers(node, body, { sitting, members }, [key, 'A'.repeat(43).concat('=')]);
    await signWith(node, body, election, { signer: body.signer, actor: body.founder });
    await done(node, body, 'CloseSitting', { sitting }, members[0]);
    await done(node, body, 'ApproveMinutes', { sitting, text: 'Acta de fundación.' }, members[1]);
    await page.goto(`${url}/phone/seals/${body.name}`);
    await page.getByRole('button', { name: 'Acta aprobada' }).waitFor();
    await take('waiting');
    await page.getByRole('button', { name: 'Acta aprobada' }).click();
    await says(page, 'Comprobado aquí');
    await take('act', false);
    await context.setOffline(true);
    await press(page, 'Firmar');
    await page.getByRole('heading', { name: 'NO FIRMADO todavía' }).waitFor();
    await take('not signed yet', false);
    await context.setOffline(false);
    await page.locator('[data-seal="signed"]').waitFor();
    await take('signed', false);
  });
});

async function keyOnPhone(
  { page, on }: PhoneInHand,
  hall: Hall,
  card: Card,
  before: () => Promise<void>,
): Promise<string> {
  await page.goto(hall.addressOf(card));
  await press(page, 'Estoy aquí');
  await says(page, 'Usted está en la sala');
  await page.getByRole('link', { name: 'Mi llave y mis firmas' }).click();
  await on('seals');
  await page.getByRole('button', { name: 'Hacer mi llave en este teléfono' }).waitFor();
  await before();
  await press(page, 'Hacer mi llave en este teléfono');
  return (await page.locator('code.key').textContent()) ?? '';
}

export const roll: Scene = async ({ browser, client, camera }) => {
  await withHall(client.folder, async (hall) => {
    const founder = hall.body.founder as { readonly member: string };
    const card = await hall.newCard(founder.member);
    await withPage({ browser }, async ({ page, on }) => {
      await page.goto(hall.addressOf(card));
      await on('hall');
      await page.goto(`${hall.url}/phone/roll/${hall.body.name}`);
      await page.getByRole('textbox', { name: 'Nombre' }).fill('Rosa Quispe');
      await page.getByRole('textbox', { name: 'Vive con' }).fill('petrona');
      await page.getByRole('button', { name: 'Petrona Quispe' }).waitFor();
      await camera.take('roll', page, { english: false });
      await press(page, 'Petrona Quispe');
      await page.locator('button[type="submit"]').click();
      await page.locator('.roll-card').waitFor();
      await camera.take('roll card', page, { english: false });
    });
  });
};
