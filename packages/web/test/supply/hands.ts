// Phones of depots, drivers and clinics: each makes its key, is enrolled, and passes texts to another without a network.
import type { Page } from 'playwright-core';
import type { PhoneInHand } from '../hall.ts';
import { type Committee, inDays } from './committee.ts';

/** Opens the committee's hand-overs, which asks for no card. */
export async function openHandOvers({ page }: PhoneInHand, { url, body }: Committee): Promise<void> {
  await page.goto(`${url}/supply/hand-over/${body.name}`);
  await page.getByRole('heading', { name: 'Entregas', level: 1 }).waitFor();
}

export async function keyOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Hacer una llave para este teléfono' }).click();
  return page.locator('.key-letters code').innerText();
}

/** Enrolled for that place; answers with the hand. */
export async function enrolled(phone: PhoneInHand, committee: Committee, of: number): Promise<number> {
  await openHandOvers(phone, committee);
  const key = await keyOf(phone.page);
  const hand = await committee.act('EnrolHand', { of, key, until: inDays(9) });
  await phone.page.getByRole('heading', { name: 'Este teléfono firma por' }).waitFor();
  return hand;
}

/** Kept by its worker, so that it opens without a network. */
export const kept = ({ page }: PhoneInHand): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const all = async () =>
      (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
    // What opens this page is kept as the line allows.
    for (let files = await all(); !files.some(({ url }) => /hand-over-[^/]*\.js$/.test(url)); files = await all())
      await new Promise((resolve) => setTimeout(resolve, 50));
  });

/** What the phone that shows a text says as text: as its codes say it, frame for frame. */
export async function shown(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Que el otro teléfono lea esto' }).waitFor();
  return page.locator('#packet').inputValue();
}

export async function take(page: Page, text: string): Promise<void> {
  await page.getByLabel('O pegue aquí el texto').fill(text);
  await page.getByRole('button', { name: 'Tomar el texto' }).click();
}

/** Signs that so much of the first lot is handed over, and shows it. */
export async function give(page: Page, to: string, quantity: number): Promise<string> {
  await page.getByRole('button', { name: 'Entregar', exact: true }).click();
  await page.getByLabel('A', { exact: true }).selectOption({ label: to });
  await page.locator('input[id^="lot-"]').first().fill(String(quantity));
  await page.getByRole('button', { name: 'Firmar y mostrar' }).click();
  return shown(page);
}

export interface Came {
  readonly received?: number;
  readonly damaged?: number;
}

/** Reads the giver's text, says what came, signs, and shows that. */
export async function receive(page: Page, text: string, { received, damaged }: Came = {}): Promise<string> {
  await page.getByRole('button', { name: 'Recibir, o leer la respuesta' }).click();
  await take(page, text);
  if (received !== undefined) await page.locator('input[id^="came-"]').fill(String(received));
  if (damaged !== undefined) await page.locator('input[id^="damaged-"]').fill(String(damaged));
  await page.getByRole('button', { name: 'Firmar lo que llegó' }).click();
  return shown(page);
}
