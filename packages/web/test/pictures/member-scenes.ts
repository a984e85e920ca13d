// The member's phone, from the card to the result, and everything that can go wrong on the way.
import { ask, done } from '../../../server/test/app/node-fixture.ts';
import { type Card, type Hall, type PhoneInHand, withHall } from '../hall.ts';
import { withAssembly } from '../sitting/assembly.ts';
import {
  changed,
  openAssembly,
  openVoteOn,
  press,
  type Scene,
  type Studio,
  says,
  tableAt,
  withPage,
} from './studio.ts';

const text =
  'Que el gas que llegue a la planta de Senkata se reparta primero a los hospitales y a las ollas comunes, y después por zonas, según la cantidad de familias.';

const inHall =
  (play: (studio: Studio, hall: Hall) => Promise<void>): Scene =>
  (studio) =>
    withHall(studio.client.folder, (hall) => play(studio, hall), {});

async function arrive({ page, on }: PhoneInHand, hall: Hall, card: Card): Promise<void> {
  await page.goto(hall.addressOf(card));
  await on('hall');
}

export const signIn: Scene = inHall(async ({ browser, camera }, hall) => {
  await withPage({ browser }, async ({ page, on }) => {
    const take = (name: string): Promise<void> => camera.take(`sign-in ${name}`, page);
    await page.goto(`${hall.url}/phone`);
    await on('sign-in');
    await page.getByRole('combobox').locator('option').first().waitFor({ state: 'attached' });
    await take('first');
    await page.getByRole('textbox').fill('ni una de estas es mi palabra');
    await page.locator('form [type="submit"]').click();
    await page.waitForSelector('.refusal');
    await take('refused');
    await page.route('**/api/bodies', (route) => route.fulfill({ json: { bodies: [] } }));
    await page.goto(`${hall.url}/phone/nowhere`);
    await says(page, 'Aquí no hay nada');
    await take('nowhere');
    await page.goto(`${hall.url}/phone`);
    await says(page, 'Este nodo no tiene ninguna asamblea');
    await take('no bodies');
    await press(page, 'Escanear la tarjeta');
    await page.locator('.scan').waitFor();
    await page.locator('.scan video:not([hidden]), .scan .refusal').first().waitFor();
    await camera.take('scan camera', page, { english: false });
  });
});

export const member: Scene = inHall(async ({ browser, camera }, hall) => {
  await withPage({ browser }, async (phone) => {
    const { page, context } = phone;
    const take = (name: string, english = true): Promise<void> => camera.take(`member ${name}`, page, { english });
    await page.route('**/sign-in', () => undefined);
    const card = await hall.card();
    await page.goto(hall.addressOf(card));
    await page.waitForSelector('main[data-screen="loading"]');
    await take('loading');
    await page.unroute('**/sign-in');
    await page.goto('about:blank');
    await page.goto(hall.addressOf(card));
    await page.waitForSelector('main[data-screen="hall"]');
    await changed(page, '**/me', (me: object) => ({ ...me, sittings: [] }));
    await page.reload();
    await says(page, 'No hay ninguna sesión convocada');
    await take('no sitting');
    await page.unroute('**/me');
    await page.reload();
    await says(page, 'Próxima sesión');
    await take('next sitting');
    await press(page, 'Estoy aquí');
    await page.locator('#door').waitFor();
    await take('door code', false);
    const door = await hall.node.door(hall.body.founder, hall.body.name, hall.sitting);
    await page.locator('#door').fill(door?.code ?? '');
    await press(page, 'Entrar con el código');
    await says(page, 'Usted está en la sala');
    await take('checked in');
    await context.setOffline(true);
    await page.evaluate('dispatchEvent(new Event("online"))');
    await page.locator('.offline').waitFor();
    await take('offline', false);
    await context.setOffline(false);
    await page.goto(hall.addressOf(await hall.card()));
    await page.getByRole('button', { name: 'Estoy aquí' }).waitFor();
    await take('two people');
    await page.goto(`${hall.url}/phone/people`);
    await says(page, 'En este teléfono');
    await camera.take('people list', page);
    await press(page, 'Salir en este teléfono');
    await camera.take('people leave', page, { english: false });
  });
});

/** Who has a task in the sitting finds it there. */
async function ofOfficers({ browser, camera }: Studio, hall: Hall): Promise<void> {
  await hall.openSitting();
  await withPage({ browser }, async (phone) => {
    await arrive(phone, hall, await hall.newCard(hall.body.founded.member));
    await says(phone.page, 'Su tarea en esta sesión');
    await camera.take('member presidium', phone.page);
  });
}

export const voting: Scene = inHall(async (studio, hall) => {
  const { browser, camera } = studio;
  await ofOfficers(studio, hall);
  const { node, body, sitting } = hall;
  await withPage({ browser }, async (phone) => {
    const { page, context, on } = phone;
    const take = (name: string, english = true): Promise<void> => camera.take(`member ${name}`, page, { english });
    const card = await hall.card();
    const door = await node.door(body.founder, body.name, sitting);
    await done(node, body, 'CheckIn', { sitting, door: door?.code }, { kind: 'member', member: card.member });
    await arrive(phone, hall, card);
    await says(page, 'Usted está en la sala');
    await says(page, 'Pedir la palabra');
    await take('sitting open');
    await press(page, 'Pedir la palabra');
    await page.getByRole('radio').first().waitFor();
    await take('ask for the floor');
    await page.locator('.floor form [type="submit"]').click();
    await says(page, 'Usted está en la lista');
    await take('waiting for the floor');
    await done(node, body, 'GiveFloor', { sitting, number: 1 });
    await says(page, 'Usted tiene la palabra');
    await take('has the floor');
    await press(page, 'Terminé');
    const gas = { sitting, matter: 'ordinary', title: 'Gas primero a hospitales y ollas comunes', text };
    const tabled = await done(node, body, 'TableMotion', { ...gas, proposal: { kind: 'resolution' } });
    const motion = tabled.acts[0]!.index;
    const more = {
      ...gas,
      title: 'Y a las escuelas con comedor',
      text: text.replace(' y a las ollas', ', a las escuelas con comedor y a las ollas'),
    };
    await done(node, body, 'TableMotion', {
      ...more,
      proposal: { kind: 'amend-motion', motion, order: 1, substantive: false },
    });
    await says(page, 'Y a las escuelas con comedor');
    await take('motion with amendment');
    const amendment = (await node.acts(body.name, 0, 500)).filter(({ act }) => act === 'MotionTabled').at(-1)!.index;
    const first = (await done(node, body, 'OpenVote', { motion: amendment, method: 'devices' })).acts[0]!.index;
    await on('vote');
    await page.locator('.turnout').waitFor();
    await take('vote');
    await withPage({ browser }, async (late) => {
      await late.page.goto(hall.addressOf(await hall.card()));
      await late.on('vote');
      await camera.take('member not on the list', late.page);
    });
    await context.setOffline(true);
    await page.locator('.action.green').click();
    await on('unsent');
    await take('not counted yet');
    await context.setOffline(false);
    await says(page, 'Su voto está contado');
    await take('counted');
    await hall.closeVote(first);
    await on('result');
    await page.waitForSelector('[data-receipt]');
    await take('result');
    await page.locator('details summary').first().click();
    await take('receipt', false);
    await page.locator('main > .action').last().click();
    const second = (await done(node, body, 'OpenVote', { motion, method: 'devices' })).acts[0]!.index;
    await page.locator('.choices').waitFor();
    await context.setOffline(true);
    await page.locator('.action.red').click();
    await on('unsent');
    await hall.closeVote(second);
    await context.setOffline(false);
    await page.locator('[data-refused]').waitFor();
    await take('refused late');
    await page.locator('[data-refused] .action').click();
    await hall.openVote('Pintar la sede', 'hands');
    await says(page, 'Se vota a mano alzada');
    await take('raised hands');
  });
  await withPage({ browser }, async (phone) => {
    const card = await hall.card();
    await phone.page.goto(hall.addressOf(card));
    await phone.on('vote');
    await hall.newCard(card.member);
    await phone.page.reload();
    await ask(node, body, 'CheckIn', { sitting }, { kind: 'member', member: card.member });
    await withPage({ browser }, async (other) => {
      await other.page.goto(hall.addressOf(await hall.newCard(card.member)));
      await other.on('vote');
    });
    await phone.page.reload();
    await phone.on('sign-in');
    await camera.take('sign-in gone', phone.page);
  });
});

export const delegate: Scene = async (studio) => {
  await withAssembly(studio.client.folder, async (assembly) => {
    await openAssembly(assembly);
    const [lima] = assembly.bases;
    await withPage(studio, async ({ page }) => {
      await page.goto(assembly.addressOf(await assembly.seatCard(lima!)));
      await says(page, 'Usted ocupa un puesto de delegado');
      await studio.camera.take('member delegate', page);
      const motion = await tableAt(assembly, 'Gas primero a hospitales y ollas comunes');
      await assembly.mandate(lima!, motion, 'no');
      await openVoteOn(assembly, motion, 'devices');
      await says(page, 'Su base decidió: NO');
      await studio.camera.take('member mandate', page);
    });
  });
};
