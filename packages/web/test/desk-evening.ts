// An evening as the desk sees it: what its presidium presses, and what happens in the hall meanwhile.
import type { Actor } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { done } from '../../server/test/app/node-fixture.ts';
import type { Hall } from './hall.ts';

export interface DeskEvening {
  readonly page: Page;
  /** Called at each moment that is worth a look. */
  at(moment: string): Promise<void>;
}

const teller = (member: string): Actor => ({ kind: 'member', member });

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
};

/** Signs the convener in on this page and opens the desk of the hall's sitting. */
export async function openDesk(hall: Hall, page: Page): Promise<void> {
  const card = await hall.newCard(hall.body.founded.member);
  await page.goto(hall.addressOf(card));
  await page.waitForSelector('main[data-screen="hall"], main[data-screen="vote"]');
  await page.goto(`${hall.url}/phone/desk/${hall.body.name}/${hall.sitting}`);
  await page.waitForSelector('.desk');
}

/** At the motion itself: what comes next of all may be a moment behind. */
async function voteOn(page: Page, title: string): Promise<void> {
  const card = page.locator('article', { has: page.getByRole('heading', { name: title, exact: true }) });
  await card.getByRole('button', { name: 'Votar: a mano alzada', disabled: false }).click();
}

async function tableMotion(page: Page, title: string, text: string): Promise<void> {
  await page.locator('.tabling > .step > .action').first().click();
  const form = page.locator('.tabling form');
  await form.getByRole('textbox', { name: 'Título' }).fill(title);
  await form.getByRole('textbox', { name: 'Texto' }).fill(text);
  await form.locator('button[type="submit"]').click();
  await page.getByRole('heading', { name: title, exact: true }).waitFor();
}

async function amend(page: Page, motion: string, title: string, text: string): Promise<void> {
  const card = page.locator('article', { has: page.getByRole('heading', { name: motion, exact: true }) });
  await card.getByText('Más sobre esta moción').click();
  await card.getByRole('button', { name: 'Presentar una enmienda' }).click();
  await card.getByRole('textbox', { name: 'Título' }).fill(title);
  await card.getByRole('textbox', { name: 'Texto' }).fill(text);
  await card.locator('form button[type="submit"]').click();
  await page.getByRole('heading', { name: `Enmienda: ${title}` }).waitFor();
}

/** From the convocation to the next one. */
export async function playEvening(hall: Hall, { page, at }: DeskEvening): Promise<void> {
  const { node, body, sitting, tellers } = hall;
  const [one, other] = tellers;
  await at('convened');
  await done(node, body, 'AppointTellers', { sitting, tellers });
  await done(node, body, 'CountPresence', { sitting, round: 1, present: 6 }, teller(one));
  await page.getByText('Conteo en la puerta: 1 de 2 escrutadores').waitFor();
  await at('door');
  await done(node, body, 'CountPresence', { sitting, round: 1, present: 6 }, teller(other));
  await page.locator('.before').getByRole('button', { name: 'Abrir en primera convocatoria', disabled: false }).click();
  await page.getByText(/^Sesión abierta, primera convocatoria/).waitFor();
  await press(page, /Agua/);
  await page.getByRole('heading', { name: 'Agua', level: 2 }).waitFor();
  await tableMotion(page, 'Arreglar el tanque', 'Que se arregle el tanque. Que se cobre una cuota de diez bolivianos.');
  await amend(page, 'Arreglar el tanque', 'Sin cuota', 'Que se arregle el tanque.');
  await page.getByText('Después de «Sin cuota»').waitFor();
  await at('motions');
  await voteOn(page, 'Enmienda: Sin cuota');
  await page.getByText('Los escrutadores todavía no entregaron ningún bloque.').waitFor();
  const vote = await openVoteOf(hall);
  const entry = { vote, block: 'Graderías norte', round: 1, yes: 3, no: 0, abstain: 0 };
  for (const member of tellers) await done(node, body, 'CountBlock', entry, teller(member));
  await page.getByText('Coinciden').waitFor();
  const south = { vote, block: 'Graderías sur', round: 1, yes: 2, no: 0, abstain: 0 };
  await done(node, body, 'CountBlock', south, teller(one));
  await page.getByText('Se espera al otro').waitFor();
  await done(node, body, 'CountBlock', { ...south, yes: 3 }, teller(other));
  await page.getByText('Difieren: recontar').waitFor();
  await at('differ');
  const others = hall.neighbours.slice(0, 2);
  await done(node, body, 'AppointTellers', { sitting, tellers: others });
  for (const member of others) await done(node, body, 'CountBlock', { ...south, round: 2 }, teller(member));
  await page.locator('.open-vote-card').getByRole('button', { name: 'Cerrar votación', disabled: false }).click();
  await page.locator('.result').getByText('5 sí · 0 no · 0 abstenciones').waitFor();
  await at('result');
  await page.getByText('Para el acta').click();
  await press(page, 'Objeción para el acta');
  await page.locator('.other form').getByRole('textbox').fill('No se dejó hablar a la zona sur.');
  await page.locator('.other form button[type="submit"]').click();
  await page.locator('.other form').waitFor({ state: 'detached' });
  await voteOn(page, 'Arreglar el tanque');
  await page.locator('.open-vote-card').waitFor();
  const main = await openVoteOf(hall);
  const whole = { vote: main, block: 'Graderías norte', round: 1, yes: 6, no: 0, abstain: 0 };
  for (const member of others) await done(node, body, 'CountBlock', whole, teller(member));
  await page.locator('.open-vote-card').getByRole('button', { name: 'Cerrar votación', disabled: false }).click();
  await page.locator('.result').getByText('6 sí · 0 no · 0 abstenciones').waitFor();
  await page.getByText('Curso de la sesión').click();
  await page.locator('.other').getByRole('button', { name: 'Cerrar la sesión' }).click();
  await page.getByRole('button', { name: 'Sí, cerrar' }).click();
  await page.getByText('Falta aprobar el acta.').waitFor();
  await at('closed');
  await page.getByText('Convocar la próxima sesión').last().click();
  const form = page.locator('.convene form');
  await form.getByRole('textbox', { name: 'Punto 1' }).fill('Cuentas del año');
  await form.getByRole('combobox', { name: 'Asunto' }).selectOption('accounts');
  await form.getByRole('textbox', { name: 'Texto' }).fill('Se aprueban las cuentas del año.');
  await at('convening');
}

async function openVoteOf({ node, body, sitting }: Hall): Promise<number> {
  const live = JSON.parse((await node.live({ kind: 'anyone' }, body.name, sitting)) ?? '{}') as {
    readonly vote: { readonly vote: number } | null;
  };
  if (live.vote === null) throw new Error('no vote is open');
  return live.vote.vote;
}
