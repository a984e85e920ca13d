// The tellers' phones: the hall, blocks of hands, the urn, the door, slips; and with delegations, cards and the roll call.
import { done, lightStatute } from '../../../server/test/app/node-fixture.ts';
import { type Hall, type PhoneInHand, withHall } from '../hall.ts';
import { withAssembly } from '../sitting/assembly.ts';
import { openAssembly, openVoteOn, press, type Scene, type Studio, says, tableAt, withPage } from './studio.ts';

const walkIns = { sittings: ['founding' as const], mark: 'tinta en el pulgar' };

export const teller: Scene = (studio) =>
  withHall(studio.client.folder, (hall) => hallCounts(studio, hall), { walkIns });

export const urn: Scene = ({ browser, client, camera }) =>
  withHall(client.folder, (hall) => papers({ browser, camera }, hall), {
    rules: lightStatute().rules.map((rule) => ({ ...rule, methods: ['urn', 'hands'] as const })),
  });

interface Appointed {
  readonly member: string;
  readonly address: string;
}

async function twoTellers({ node, body, sitting, url, card }: Hall): Promise<readonly [Appointed, Appointed]> {
  const cards = [await card(), await card()];
  await done(node, body, 'AppointTellers', { sitting, tellers: cards.map(({ member }) => member) });
  const [one, other] = cards.map(({ member, code }) => ({
    member,
    address: `${url}/phone/teller/${body.name}/${sitting}#body=${body.name}&card=${code}`,
  }));
  return [one!, other!];
}

async function hallCounts({ browser, camera }: Studio, hall: Hall): Promise<void> {
  const { node, body, sitting } = hall;
  const [first, second] = await twoTellers(hall);
  const counted = (member: string, round: number, present: number): Promise<unknown> =>
    done(node, body, 'CountPresence', { sitting, round, present }, { kind: 'member', member });
  await withPage({ browser }, async (phone) => {
    const { page, context } = phone;
    const take = (name: string, english = false): Promise<void> => camera.take(`teller ${name}`, page, { english });
    await page.goto(first.address);
    await says(page, 'Escrutinio');
    await take('due', true);
    await press(page, /^Cuánta gente hay en la sala/);
    for (let i = 0; i < 3; i++) await press(page, 'Diez personas más');
    await press(page, 'Una persona más');
    await take('door count');
    await press(page, 'Escribir el número');
    await take('door keypad');
    await press(page, 'Entregar mi número');
    await says(page, 'Falta el otro');
    await take('door given');
    await counted(second.member, 1, 31);
    await done(node, body, 'OpenSitting', { sitting, call: 'first' });
    await page.reload();
    await says(page, 'Ahora no hay nada que contar');
    await take('nothing due', true);
    await door(phone, hall, take);
    await slips(phone, take, camera);
    await press(page, 'Contar');
    const vote = await hall.openVote('Arreglar el tanque', 'hands');
    await page.getByRole('heading', { name: 'Arreglar el tanque' }).waitFor();
    await press(page, 'Otro bloque de manos');
    await take('new block');
    await page.getByLabel('Nombre del bloque').fill('Graderías norte');
    await press(page, 'Contar este bloque');
    await press(page, '2');
    await press(page, '4');
    await take('hands people');
    await press(page, 'Siguiente');
    await press(page, '1');
    await press(page, '2');
    await take('hands');
    for (let step = 0; step < 3; step++) await press(page, 'Siguiente');
    await take('hands own');
    await context.setOffline(true);
    await press(page, 'Entregar mis números');
    await says(page, /NO entregado todavía/);
    await take('not given yet');
    await context.setOffline(false);
    await says(page, 'Falta el otro');
    const block = { vote, block: 'Graderías norte', round: 1, yes: 11, no: 0, abstain: 0 };
    await done(node, body, 'CountBlock', block, { kind: 'member', member: second.member });
    await says(page, 'Difieren: otros cuentan');
    await take('differ');
    await press(page, 'Volver');
    await take('blocks', true);
  });
}

async function door(
  { page }: PhoneInHand,
  { card }: Hall,
  take: (name: string, english?: boolean) => Promise<void>,
): Promise<void> {
  await card();
  await press(page, 'Puerta');
  await take('door', true);
  await page.getByLabel('Buscar por nombre').fill('juana');
  await press(page, 'Buscar');
  await page.getByRole('button', { name: 'Juana Choque' }).first().waitFor();
  await take('door found');
  await page.getByRole('button', { name: 'Juana Choque' }).first().click();
  await take('door channel');
  await press(page, 'Con tarjeta de mano');
  await says(page, 'Entró. Vota con tarjeta.');
  await take('door admitted');
  await press(page, 'Mostrar el código de la puerta');
  await page.locator('.code').waitFor();
  await take('door code');
  await press(page, 'Cerrar el código');
}

async function slips(
  { page }: PhoneInHand,
  take: (name: string, english?: boolean) => Promise<void>,
  camera: Studio['camera'],
): Promise<void> {
  await press(page, 'Fichas');
  await says(page, /tinta en el pulgar/);
  await take('slips', true);
  await press(page, 'Con su teléfono');
  await page.getByRole('heading', { name: 'Ficha 1' }).waitFor();
  await take('slip');
  await press(page, 'Otra ficha');
  await press(page, 'Anular fichas');
  await take('slip void');
  await press(page, 'Volver');
  await press(page, 'Hoja para imprimir');
  await take('slip sheet how many');
  await press(page, 'Hacer la hoja');
  await page.locator('.slip').nth(1).waitFor();
  await take('slip sheet');
  await camera.print('paper-slips', page);
  await press(page, 'Volver');
}

async function papers({ browser, camera }: Pick<Studio, 'browser' | 'camera'>, hall: Hall): Promise<void> {
  const { node, body, sitting } = hall;
  await hall.openSitting();
  const [first] = await twoTellers(hall);
  const motion = {
    sitting,
    matter: 'ordinary',
    title: 'Elegir la sede',
    text: 'La sede.',
    proposal: { kind: 'resolution' },
  };
  const tabled = (await done(node, body, 'TableMotion', motion)).acts[0]!.index;
  await done(node, body, 'OpenVote', { motion: tabled, method: 'urn' });
  await withPage({ browser }, async ({ page }) => {
    await page.goto(first.address);
    await press(page, /^Papeletas del ánfora/);
    await page.locator('.piles').waitFor();
    await press(page, '2');
    await press(page, '4');
    await press(page, 'Siguiente');
    await press(page, '9');
    await camera.take('teller urn', page, { english: false });
  });
}

export const delegations: Scene = async ({ browser, client, camera }) => {
  await withAssembly(client.folder, async (assembly) => {
    const { node, body, sitting, url } = assembly;
    await openAssembly(assembly);
    const { answer } = await done(node, body, 'IssueCard', { member: body.founded.member });
    const { code } = answer.card as { readonly code: string };
    await withPage({ browser }, async ({ page }) => {
      await page.goto(`${url}/phone/teller/${body.name}/${sitting}#body=${body.name}&card=${code}`);
      await says(page, 'Ahora no hay nada que contar');
      for (const [method, entry, name] of [
        ['delegation-cards', /^Tarjetas de las delegaciones/, 'cards'],
        ['roll-call', /^Lista nominal/, 'roll call'],
      ] as const) {
        const vote = await openVoteOn(assembly, await tableAt(assembly, `Gas primero a hospitales: ${name}`), method);
        await press(page, entry);
        await page.locator('.action.green').waitFor();
        await camera.take(`teller ${name}`, page, { english: false });
        await page.goto(`${url}/phone/desk/${body.name}/${sitting}`);
        await page.locator('.open-vote-card').waitFor();
        await camera.take(`desk ${name}`, page);
        await page.goto(`${url}/phone/screen/${body.name}/${sitting}`);
        await page.waitForSelector('[data-stage="vote"]');
        await camera.take(`wall ${name}`, page, { dark: false, whole: false });
        await done(node, body, 'AnnulVote', { vote, reason: 'otra vez' });
        await page.goto(`${url}/phone/teller/${body.name}/${sitting}`);
        await says(page, 'Ahora no hay nada que contar');
      }
    });
  });
};
