// What is done with paper and with one phone alone: a meeting without an account, a sitting entered late, and the screens on which
// somebody finds nothing to do. In Spanish; whoever looks changes the language.
import type { BrowserContext, Page } from 'playwright-core';
import type { Look } from './everyone.ts';
import { type Card, type Hall, inOffice, withHall } from './hall.ts';
import type { Walk } from './walk.ts';

export function walkPapers({ browser, client, locale }: Walk, look: Look): Promise<void> {
  return withHall(client.folder, async (hall) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      locale,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(60_000);
    try {
      const page = await context.newPage();
      await meeting(hall, page, look);
      // Whoever keeps the book issues the cards: before there is a secretary, the convener.
      const member = await hall.card();
      await late(hall, page, look);
      await nothingToDo(hall, member, context, look);
    } finally {
      await context.close();
    }
  });
}

async function meeting({ url }: Hall, page: Page, look: Look): Promise<void> {
  const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
  const shown = (view: string): Promise<unknown> => page.waitForSelector(`[data-meeting="${view}"]`);
  await page.goto(`${url}/phone/meeting`);
  await page.getByRole('button', { name: 'Empezar una reunión' }).waitFor();
  await look('meeting: none yet', page);
  await press('Empezar una reunión');
  await press(/^Empezar a las/);
  await page.getByText('Falta el nombre de la asamblea.').waitFor();
  await look('meeting: something is missing', page);
  await page.getByLabel('Nombre de la asamblea').fill('Junta Río Seco');
  await page.getByLabel('Lugar').fill('la cancha');
  await page.getByLabel('Orden del día').fill('1. Agua\n2. Luz');
  await press(/^Empezar a las/);
  await shown('hall');
  await look('meeting: begun', page);
  await press('Contar');
  await page.getByText('Contaron dos').click();
  await look('meeting: two count', page);
  await page.getByLabel('La primera contó').fill('84');
  await page.getByLabel('La segunda contó').fill('81');
  await page.getByText('No coinciden: cuenten otra vez, o queda el menor.').waitFor();
  await press('Listo');
  await press('Anotar una decisión');
  await page.getByLabel('Texto, como se leyó en voz alta').fill('Cavar un pozo');
  await page.getByLabel('Sí', { exact: true }).fill('60');
  await page.getByLabel('No', { exact: true }).fill('9');
  await look('meeting: a decision by hands', page);
  await press('Listo');
  await shown('hall');
  await press('Anotar una decisión');
  await page.getByText('Por aclamación').click();
  await look('meeting: a decision by acclamation', page);
  await page.goBack();
  await press('Terminar la reunión');
  await look('meeting: to be ended', page);
  await page.getByRole('button', { name: 'Sí', exact: true }).click();
  await shown('paper');
  await look('meeting: its minutes', page);
  // Loaded anew it would still be at the minutes.
  await page.goto('about:blank');
  await page.goto(`${url}/phone/meeting`);
  await page.getByRole('button', { name: /Junta Río Seco/ }).waitFor();
  await look('meeting: one is kept', page);
}

/** The secretary enters what was held on paper. */
async function late(hall: Hall, page: Page, look: Look): Promise<void> {
  const secretary = await hall.card();
  await inOffice(hall, 'secretary', secretary.member);
  await page.goto(hall.addressOf(secretary));
  await page.waitForSelector('main[data-screen="hall"]');
  await look('member: the secretary', page);
  await page.goto(`${hall.url}/phone/late/${hall.body.name}`);
  await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
  await page.getByText('Diga dónde fue.').waitFor();
  await look('late: something is missing', page);
  await page.getByLabel('Lugar').fill('La sede');
  await page.getByLabel('Personas presentes').fill('5');
  await page.getByLabel('Orden del día, como se anunció').fill('Agua\nLuz');
  await page.getByLabel('Qué se decidió, en una línea').fill('Arreglar el tanque');
  await page.getByLabel('Sí', { exact: true }).fill('9');
  await look('late: filled in', page);
  await page.getByRole('button', { name: 'Ver antes de anotar' }).click();
  await page.getByText('Hay más manos que personas.').waitFor();
  await look('late: before it is entered', page);
}

/** Addresses that somebody else sent, areas of those who run a sitting, a phone without a network. */
async function nothingToDo(hall: Hall, member: Card, context: BrowserContext, look: Look): Promise<void> {
  const page = await context.newPage();
  const of = `${hall.body.name}/${hall.sitting}`;
  await page.goto(hall.addressOf(member));
  await page.waitForSelector('main[data-screen="hall"]');
  const places: Readonly<Record<string, string>> = {
    'desk: not for you': `desk/${of}`,
    'desk: no such sitting': `desk/${hall.body.name}/999`,
    'teller: not appointed': `teller/${of}`,
    'speakers: not open': `speakers/${of}`,
    'voice: no motion': `voice/${of}`,
    'minutes: before the opening': `minutes/${of}`,
    'seals: nothing waits': `seals/${hall.body.name}`,
    nowhere: 'nowhere/at/all',
    'people: several': 'people',
    'sign-in: somebody else': 'sign-in',
  };
  for (const [name, path] of Object.entries(places)) {
    await page.goto(`${hall.url}/phone/${path}`);
    await page.locator('main h1').first().waitFor();
    await look(name, page);
  }
  await page.goto(`${hall.url}/phone/people`);
  await page.getByRole('button', { name: 'Salir en este teléfono' }).click();
  await look('people: leaving', page);
  await page.goto(`${hall.url}/phone/teller/${of}`);
  await page.locator('h1').first().waitFor();
  await context.setOffline(true);
  await page.evaluate('dispatchEvent(new Event("online"))');
  await page.locator('.offline').waitFor();
  await look('teller: without a network', page);
  await context.setOffline(false);
}
