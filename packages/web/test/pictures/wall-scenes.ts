// The projector in each phase of a sitting.
import type { Actor } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../../server/test/app/node-fixture.ts';
import { type Hall, withHall } from '../hall.ts';
import { withAssembly } from '../sitting/assembly.ts';
import { inOffice, press, type Scene, says, withPage } from './studio.ts';

const text =
  'Que el gas que llegue a la planta de Senkata se reparta primero a los hospitales y a las ollas comunes. Que el resto se reparta por zonas, según la cantidad de familias. Que cada zona nombre a dos personas que anoten las entregas.';

const stage = (page: Page, name: string): Promise<unknown> => page.waitForSelector(`[data-stage="${name}"]`);

type Take = (name: string) => Promise<void>;

/** The wall as the presidium has opened it. */
const onTheWall =
  (play: (hall: Hall, take: Take, page: Page) => Promise<void>): Scene =>
  ({ browser, client, camera }) =>
    withHall(client.folder, (hall) =>
      withPage({ browser }, async ({ page, on }) => {
        await page.goto(hall.addressOf(await hall.newCard(hall.body.founded.member)));
        await on('hall');
        await page.goto(`${hall.url}/phone/screen/${hall.body.name}/${hall.sitting}`);
        await page.waitForSelector('.wall');
        await play(hall, (name) => camera.take(`wall ${name}`, page, { dark: false, whole: false }), page);
      }),
    );

export const square: Scene = ({ browser, client, camera }) =>
  withAssembly(client.folder, async ({ node, body, url }) => {
    const { member: president } = body.founded;
    await inOffice({ node, body }, president);
    const called = { kind: 'cabildo', place: 'Plaza San Francisco', startsAt: node.now(), notice: [] };
    const sitting = (await done(node, body, 'ConveneSitting', called)).acts[0]!.index;
    const method = 'por cuadras, cuatro personas por metro';
    await done(node, body, 'EstimateCrowd', { sitting, atLeast: 8_000, atMost: 11_000, method });
    await withPage({ browser }, async ({ page }) => {
      await page.goto(`${url}/phone/screen/${body.name}/${sitting}`);
      await stage(page, 'crowd');
      await camera.take('wall open cabildo', page, { dark: false, whole: false });
    });
  });

export const afterwards: Scene = onTheWall(async (hall, take, page) => {
  const { node, body, sitting } = hall;
  await hall.openSitting();
  await done(node, body, 'CloseSitting', { sitting });
  await stage(page, 'closed');
  await take('closed');
});

export const wall: Scene = onTheWall(async (hall, take, page) => {
  const { node, body, sitting, tellers } = hall;
  const president = await hall.card();
  const by: Actor = { kind: 'member', member: president.member };
  await stage(page, 'before');
  await take('before');
  await press(page, 'Mostrar el código de la puerta');
  await page.getByRole('img', { name: /^Estoy aquí/ }).waitFor();
  await take('door');
  await press(page, 'Quitar el código de la puerta');
  await hall.openSitting();
  await stage(page, 'between');
  await take('between');
  const gas = { sitting, matter: 'ordinary', title: 'Gas primero a hospitales y ollas comunes', text };
  const tabled = await done(node, body, 'TableMotion', { ...gas, proposal: { kind: 'resolution' } });
  const motion = tabled.acts[0]!.index;
  await stage(page, 'motion');
  for (const label of ['Villa Ingenio 12', 'Gremiales 16 de Julio', 'Río Seco 4', 'Cosmos 79', 'Fabriles'])
    await done(node, body, 'AskForFloor', { sitting, motion, kind: 'speech', label });
  await done(node, body, 'GiveFloor', { sitting, number: 1 });
  await page.locator('.wall-speaker').waitFor();
  await take('motion and speaker');
  await done(node, body, 'EndSpeech', { sitting, number: 1 });
  const proposal = { kind: 'amend-motion', motion, order: 1, substantive: false };
  const schools = text
    .replace(' y a las ollas comunes', ', a las ollas comunes y a las escuelas con comedor')
    .replace('dos personas', 'tres personas');
  await done(node, body, 'TableMotion', { ...gas, title: 'Y a las escuelas con comedor', text: schools, proposal });
  await page.locator('.wall-text ins').first().waitFor();
  await take('amendment');
  const amendment = (await node.acts(body.name, 0, 500)).filter(({ act }) => act === 'MotionTabled').at(-1)!.index;
  const byHand = (await done(node, body, 'OpenVote', { motion: amendment, method: 'hands' })).acts[0]!.index;
  await stage(page, 'vote');
  const block = { vote: byHand, round: 1, yes: 1, no: 1, abstain: 0 };
  for (const member of tellers)
    await done(node, body, 'CountBlock', { ...block, block: 'Graderías norte' }, { kind: 'member', member });
  await done(node, body, 'CountBlock', { ...block, block: 'Graderías sur' }, { kind: 'member', member: tellers[0] });
  await says(page, /Bloques con los dos conteos/);
  await take('vote by hand');
  await done(node, body, 'AnnulVote', { vote: byHand, reason: 'otra vez' });
  const voters = [president, await hall.card()].map(({ member }) => ({ kind: 'member', member }) as const);
  for (const voter of voters) await done(node, body, 'CheckIn', { sitting }, voter);
  const byPhone = await hall.openVote('Gas primero a hospitales y ollas comunes');
  await stage(page, 'vote');
  await done(node, body, 'CastVote', { vote: byPhone, choice: 'no' }, voters[0]);
  await page.locator('.wall-number', { hasText: '1' }).waitFor();
  await take('vote by phone');
  await hall.closeVote(byPhone);
  await stage(page, 'result');
  await take('result rejected');
  const again = (
    await done(node, body, 'OpenVote', { motion: await lastMotion(hall, 'Pintar la sede social'), method: 'hands' })
  ).acts[0]!.index;
  for (const member of tellers)
    await done(
      node,
      body,
      'CountBlock',
      { vote: again, block: 'Sala', round: 1, yes: 2, no: 0, abstain: 0 },
      { kind: 'member', member },
    );
  await hall.closeVote(again);
  await page.locator('.wall-outcome.green').waitFor();
  await take('result');
  await page.context().setOffline(true);
  await page.evaluate('dispatchEvent(new Event("online"))');
  await says(page, 'Sin red. Esto era así');
  await take('offline');
  await page.context().setOffline(false);
  const until = new Date(Date.parse(node.now()) + 1_800_000).toISOString().replace(/\.\d+/, '');
  await inOffice(hall, president.member);
  await done(node, body, 'RecessSitting', { sitting, until }, by);
  await stage(page, 'recess');
  await take('recess');
});

async function lastMotion({ node, body, sitting }: Hall, title: string): Promise<number> {
  const motion = { sitting, matter: 'ordinary', title, text: `${title}.`, proposal: { kind: 'resolution' } };
  return (await done(node, body, 'TableMotion', motion)).acts[0]!.index;
}
