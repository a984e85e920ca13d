// A whole sitting of a base, from its call to its sealed minutes: every act is pressed on a screen, each by whoever does it in a
// hall. The presidium has a keyboard and no mouse; one member's phone loses the network in the middle of a vote.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Keyboard } from '../keyboard.ts';
import { DeskByKeyboard } from './desk-by-keyboard.ts';
import type { Gathered, InTheHall } from './gathered.ts';
import { beginToCount, countHall, countHands, doorCodeOn, nameBlock, openBlock, press } from './teller-at-work.ts';

const WEEK_MS = 7 * 86_400_000;
const MINUTE_MS = 60_000;
const TEXT = 'Que se arregle el tanque. Que se cobre una cuota de diez bolivianos.';

export interface Held {
  readonly sitting: number;
  readonly amendment: number;
  readonly vote: number;
}

export async function holdEvening(gathered: Gathered): Promise<Held> {
  const desk = new DeskByKeyboard(gathered.president.page);
  const sitting = await call(gathered, desk);
  await arrive(gathered, desk, sitting);
  await speak(gathered, desk);
  await tableAndRecord(gathered, desk, sitting);
  const amendment = await voteByHands(gathered, desk);
  const vote = await voteByPhone(gathered, desk);
  await close(gathered, desk, sitting);
  return { sitting, amendment, vote };
}

/** At the desk of the sitting before: the next one, a week later. Then that week is over. */
async function call({ hall, look, president, tellers, wall }: Gathered, desk: DeskByKeyboard): Promise<number> {
  const { page } = president;
  await page.goto(`${hall.url}/phone/desk/${hall.body.name}/${hall.sitting}`);
  await page.getByText('Falta aprobar el acta.').waitFor();
  await look('desk: a sitting that is over', page);
  const sitting = await desk.convene(['Agua', 'Cancha']);
  await look('desk: convened', page);
  await wall.page.goto(`${hall.url}/phone/screen/${hall.body.name}/${sitting}`);
  await wall.page.waitForSelector('[data-stage="before"]');
  await look('wall: before', wall.page, 'wall');
  hall.passes(WEEK_MS + MINUTE_MS);
  await desk.appointTellers([tellers[0].name, tellers[1].name], '.before');
  return sitting;
}

/** Three ways into the hall, and the count of it by two who do not see each other's number. */
async function arrive(gathered: Gathered, desk: DeskByKeyboard, sitting: number): Promise<void> {
  const { hall, look, president, tellers, members, wall } = gathered;
  const [one, other] = [tellers[0].page, tellers[1].page];
  for (const teller of [one, other]) await beginToCount(teller);
  await look('teller: the hall is due', one);
  await press(one, 'Puerta');
  await look('teller: who comes in', one);
  await press(one, 'Mostrar el código de la puerta');
  await look('teller: the code of the door', one);
  const [scans, types, asks] = members;
  await scans.page.goto('about:blank');
  await scans.page.goto(`${hall.url}/phone#body=${hall.body.name}&sitting=${sitting}&door=${await doorCodeOn(one)}`);
  await scans.page.getByText('El código de la puerta está leído').waitFor();
  await press(scans.page, 'Estoy aquí');
  await scans.page.getByText('Usted está en la sala').waitFor();
  await press(types.page, 'Estoy aquí');
  await look('member: the code is missing', types.page);
  await types.page.getByRole('textbox', { name: 'O escriba los ocho caracteres' }).fill(await doorCodeOn(one));
  await press(types.page, 'Entrar con el código');
  await types.page.getByText('Usted está en la sala').waitFor();
  await press(other, 'Puerta');
  await other.getByLabel('Buscar por nombre').fill(asks.name.split(' ')[0] ?? '');
  await press(other, 'Buscar');
  await other.getByRole('heading', { name: asks.name }).waitFor();
  await look('teller: how somebody votes', other);
  await press(other, 'Por teléfono');
  await other.getByText('Entró. Vota por teléfono.').waitFor();
  await press(one, 'Cerrar el código');
  for (const teller of [one, other]) await press(teller, 'Contar');
  await countHall(one, 7, 'by thumb');
  await one.getByText('Falta el otro').waitFor();
  await look('teller: one has counted', one);
  await president.page.getByText('Conteo en la puerta: 1 de 2 escrutadores').waitFor();
  await look('desk: the door', president.page);
  await countHall(other, 7, 'typed');
  await asks.page.getByText('Usted está en la sala').waitFor();
  await desk.press('Abrir en primera convocatoria', '.before');
  await wall.page.waitForSelector('[data-stage="between"]');
  await look('wall: between', wall.page, 'wall');
}

/** A member asks, the desk gives the floor, the wall shows a number and no name. */
async function speak({ look, president, members: [speaker], wall }: Gathered, desk: DeskByKeyboard): Promise<void> {
  await desk.press(/Agua/, '.agenda');
  await president.page.getByRole('heading', { name: 'Agua', level: 2 }).waitFor();
  await press(speaker.page, 'Pedir la palabra');
  await speaker.page.getByRole('radio', { name: 'Cuestión de orden' }).waitFor();
  await look('member: asking for the floor', speaker.page);
  await press(speaker.page, 'Pedir la palabra');
  await speaker.page.getByText('Usted está en la lista: número 1').waitFor();
  await desk.press(/^Dar la palabra a n\.º 1/, '.speakers');
  await wall.page.locator('.wall-speaker', { hasText: 'n.º 1' }).waitFor();
  await look('wall: somebody speaks', wall.page, 'wall');
  assert.doesNotMatch(await wall.page.content(), /Apaza|Mamani|Pedro/);
  await look('desk: somebody speaks', president.page);
  await press(speaker.page, 'Terminé');
  await wall.page.locator('.wall-speaker').waitFor({ state: 'detached' });
}

/** A motion, an amendment to it, and the motion read aloud by the secretary in the language of the hall. */
async function tableAndRecord(gathered: Gathered, desk: DeskByKeyboard, sitting: number): Promise<void> {
  const { hall, look, president, secretary, wall } = gathered;
  await desk.table('Arreglar el tanque', TEXT);
  await desk.amend('Arreglar el tanque', 'Sin cuota', 'Que se arregle el tanque.');
  await president.page.getByText('Después de «Sin cuota»').waitFor();
  await look('desk: motions in their order', president.page);
  await wall.page.locator('[data-stage="motion"]').getByRole('deletion').first().waitFor();
  await look('wall: an amendment', wall.page, 'wall');
  const { page } = secretary;
  await page.goto(`${hall.url}/phone/minutes/${hall.body.name}/${sitting}`);
  await page.getByLabel('Punto 1. Agua').fill('Se explicó que el tanque pierde agua.');
  await look('minutes: of an open sitting', page);
  await page.getByRole('link', { name: 'Grabar una moción en voz alta' }).click();
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Arreglar el tanque', exact: true }) });
  await card.getByLabel('Lengua').selectOption('ay');
  await look('voice: before', page);
  await card.getByRole('button', { name: 'Grabar', exact: true }).click();
  const left = card.getByRole('timer');
  const first = await left.textContent();
  await look('voice: recording', page);
  // The microphone has been on for a second at least.
  await page.waitForFunction((was) => document.querySelector('[role="timer"]')?.textContent !== was, first);
  await card.getByRole('button', { name: 'Terminar' }).click();
  await card.getByRole('button', { name: 'Escuchar lo grabado' }).click();
  await look('voice: recorded', page);
  await card.getByRole('button', { name: 'Guardar para todos' }).click();
  await card.getByText('Guardada.').waitFor();
  await card.getByRole('button', { name: 'Escuchar en aymara' }).waitFor();
  await look('voice: kept', page);
}

/** Two tellers differ; two others, appointed in the middle of the vote, count again and agree. */
async function voteByHands(gathered: Gathered, desk: DeskByKeyboard): Promise<number> {
  const { look, president, tellers, members, wall } = gathered;
  await desk.press('Votar: a mano alzada', '.motion.ready');
  await president.page.locator('.open-vote-card').waitFor();
  await members[2].page.getByRole('heading', { name: 'Se vota a mano alzada' }).waitFor();
  await look('member: a vote by hands', members[2].page);
  const [one, other] = [tellers[0].page, tellers[1].page];
  await nameBlock(one, 'Patio');
  await look('teller: a block of hands', one);
  await countHands(one, { yes: 4, no: 2, abstain: 0 });
  await one.getByText('Falta el otro').waitFor();
  await openBlock(other, 'Patio');
  await countHands(other, { yes: 5, no: 2, abstain: 0 });
  await president.page.getByText('Difieren: recontar').waitFor();
  await look('desk: two counts differ', president.page);
  await look('teller: two counts differ', other);
  await look('wall: a vote by hands', wall.page, 'wall');
  await desk.unfold('Curso de la sesión');
  await desk.appointTellers([members[0].name, members[1].name], '.other');
  for (const { page } of members.slice(0, 2)) {
    await beginToCount(page);
    await openBlock(page, 'Patio');
    await countHands(page, { yes: 5, no: 2, abstain: 0 });
  }
  await president.page.getByText('Coinciden').waitFor();
  await desk.closeVote();
  await president.page.locator('.result').getByText('5 sí · 2 no · 0 abstenciones').waitFor();
  await wall.page.waitForSelector('[data-stage="result"]');
  await look('wall: a result', wall.page, 'wall');
  await look('desk: a result', president.page);
  for (const { page } of members.slice(0, 2)) await page.locator('header a').click();
  return resultShown(president);
}

/** By phone: one with the keyboard, one after hearing the motion, one without a network for a minute. */
async function voteByPhone(gathered: Gathered, desk: DeskByKeyboard): Promise<number> {
  const { hall, look, president, members, wall } = gathered;
  const [typing, hearing, away] = members;
  await away.page.clock.install();
  await away.page.goto(`${hall.url}/phone`);
  await away.page.waitForSelector('main[data-screen="hall"], main[data-screen="result"]');
  const deciding = president.page.locator('.motion.ready');
  await desk.unfold('Otra forma de decidir', deciding);
  await desk.press('Por teléfono', '.motion.ready');
  await president.page.locator('.open-vote-card').waitFor();
  for (const { page, on } of members) {
    await on('vote');
    await page.getByText('Que se arregle el tanque.', { exact: true }).first().waitFor();
  }
  await look('member: a vote', typing.page);
  assert.equal(
    await typing.page.locator('[aria-live="assertive"]').textContent(),
    'Se abrió una votación: Arreglar el tanque',
  );
  await new Keyboard(typing.page).press(typing.page.getByRole('button', { name: 'Sí', exact: true }));
  await typing.page.getByText('Su voto está contado').waitFor();
  await look('member: counted', typing.page);
  await away.context.setOffline(true);
  await press(away.page, 'No');
  await away.on('unsent');
  await away.page.getByRole('heading', { name: 'NO CONTADO todavía: levante su tarjeta' }).waitFor();
  await look('member: not counted yet', away.page);
  await aMinute(away.page);
  hall.passes(MINUTE_MS);
  await away.on('unsent');
  await hear(hearing.page);
  await look('member: hearing a motion', hearing.page);
  await press(hearing.page, 'Sí');
  await hearing.page.getByText('Su voto está contado').waitFor();
  await president.page.getByText('1 teléfono sin señal: que levante su tarjeta').waitFor();
  await wall.page.getByText('de 3 ya votaron').waitFor();
  await look('wall: a vote by phone', wall.page, 'wall');
  assert.equal(await president.page.getByText(/\d sí/).count(), 1, 'the result before, and nothing of this vote');
  await away.context.setOffline(false);
  await away.page.getByText('Su voto está contado').waitFor();
  await desk.closeVote();
  for (const { page } of members) await page.waitForSelector('[data-receipt="verified"]');
  await typing.page.getByText('2 sí · 1 no · 0 abstenciones').waitFor();
  await look('member: result', typing.page);
  await wall.page.getByText('Aprobada', { exact: true }).waitFor();
  return resultShown(president);
}

async function aMinute(page: Page): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 5) await page.clock.runFor(5_000);
}

/** What the secretary has read aloud. */
async function hear(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Oír grabación' }).click();
  await page.getByRole('button', { name: 'Escuchar en aymara' }).click();
  await page.getByRole('button', { name: 'Pausa', pressed: true }).waitFor();
}

/** An objection, the end, the minutes as they wrote themselves, and two officers’ own devices that seal them. */
async function close(gathered: Gathered, desk: DeskByKeyboard, sitting: number): Promise<void> {
  const { hall, look, president, secretary, wall } = gathered;
  await desk.unfold('Para el acta');
  await desk.press('Objeción para el acta', '.other');
  await desk.type(president.page.locator('.other form').getByRole('textbox'), 'No se oyó a la zona sur.');
  await look('desk: an objection', president.page);
  await desk.press('Objeción para el acta', '.other form');
  await president.page.locator('.other form').waitFor({ state: 'detached' });
  await desk.unfold('Curso de la sesión');
  await desk.press('Cerrar la sesión', '.other');
  await desk.press('Sí, cerrar', '.other');
  await president.page.getByText('Falta aprobar el acta.').waitFor();
  await wall.page.waitForSelector('[data-stage="closed"]');
  await look('wall: closed', wall.page, 'wall');
  const { page } = secretary;
  await page.goto(`${hall.url}/phone/minutes/${hall.body.name}/${sitting}`);
  await press(page, 'Aprobar este texto');
  await look('minutes: to be approved', page);
  await press(page, 'Sí');
  await page.getByRole('link', { name: 'Firmar con este aparato' }).click();
  await seal(secretary, look);
  await president.page.locator('.after').getByRole('link', { name: 'Firmar' }).click();
  assert.equal(await seal(president, look), 'sealed');
}

/** Reads what the own device has worked out of the act, and signs it. */
async function seal({ page, name }: InTheHall, look: Gathered['look']): Promise<string | null> {
  await press(page, /^Acta aprobada/);
  await page.getByText('Comprobado aquí').waitFor();
  await look(`seals: ${name} is asked`, page);
  await press(page, 'Firmar');
  const signed = page.locator('[data-seal]');
  await signed.waitFor();
  await look(`seals: ${name} has signed`, page);
  return signed.getAttribute('data-seal');
}

/** The vote whose result stands on the desk, by the act that closed it. */
async function resultShown({ page }: InTheHall): Promise<number> {
  const act = await page.locator('.result a[href*="/acts/"]').getAttribute('href');
  return Number(act?.split('/').at(-1));
}
