// What tellers press on their phones.
import type { Page } from 'playwright-core';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();

export { press };

/** From the own page to the teller's, as soon as one is appointed. */
export async function beginToCount(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Contar: puerta, bloques, lista' }).click();
  await page.locator('main[data-screen="teller"] h1').waitFor();
}

/** As it stands there now: it changes every minute, and an old one is not taken for long. */
export async function doorCodeOn(page: Page): Promise<string> {
  return ((await page.locator('.code').textContent()) ?? '').replace(/\s/g, '');
}

/** Digit by digit, as a thumb types it. */
async function typed(page: Page, count: number): Promise<void> {
  for (const digit of String(count)) await press(page, digit);
}

/** People in the hall: by thumb, one after the other, or as a number. */
export async function countHall(page: Page, people: number, how: 'by thumb' | 'typed'): Promise<void> {
  await press(page, /^Cuánta gente hay en la sala/);
  if (how === 'typed') {
    await press(page, 'Escribir el número');
    await typed(page, people);
  } else for (let one = 0; one < people; one++) await press(page, 'Una persona más');
  await press(page, 'Entregar mi número');
}

export interface Hands {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** A block that nobody has named in this vote yet. */
export async function nameBlock(page: Page, block: string): Promise<void> {
  await press(page, 'Otro bloque de manos');
  await page.getByLabel('Nombre del bloque').fill(block);
  await press(page, 'Contar este bloque');
}

export const openBlock = (page: Page, block: string): Promise<void> => press(page, new RegExp(`^Manos: ${block}`));

/** How many people are in it, one side after the other, and all of it once more before it is given. */
export async function countHands(page: Page, { yes, no, abstain }: Hands): Promise<void> {
  for (const [heading, count] of [
    ['Personas en este bloque', yes + no + abstain],
    ['Manos por el SÍ', yes],
    ['Manos por el NO', no],
    ['Manos que se abstienen', abstain],
  ] as const) {
    await page.getByRole('heading', { name: heading }).waitFor();
    await typed(page, count);
    await press(page, 'Siguiente');
  }
  await page.getByRole('heading', { name: 'Sus números' }).waitFor();
  await press(page, 'Entregar mis números');
}
