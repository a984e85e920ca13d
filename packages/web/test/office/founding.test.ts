// From an empty node to the first adopted resolution: founded by invitation, a roll from a spreadsheet, cards on paper, the first
// convocation; then phones that sign in with those cards, hands that two count, votes by phone, officers, and a founding that two
// neighbours witness, each on its own screens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { withNode } from '../../../server/test/app/node-fixture.ts';
import { readCodes } from '../../src/scan/read-picture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, faultsOn, type Look } from '../everyone.ts';
import { type PhoneInHand, withPhones, withServer } from '../hall.ts';
import { DeskByKeyboard } from '../sitting/desk-by-keyboard.ts';
import {
  beginToCount,
  countHall,
  countHands,
  doorCodeOn,
  nameBlock,
  openBlock,
  press,
} from '../sitting/teller-at-work.ts';
import { countedOn, secondsFor, secondsToRead } from './keystroke-level.ts';
import { neighbour, witnesses } from './neighbours.ts';

const { browser, client } = await inChromium();

const HOUR_MS = 3_600_000;
/** Seconds. */
const TEN_MINUTES = 600;
const laptop = { viewport: { width: 1280, height: 800 } };
const NAMES = ['Juana Ñáñez', 'Teófilo Condori', 'Nicolasa Ticona', 'Pedro Apaza', 'Martina Yujra'];

interface Empty {
  readonly node: Node;
  readonly url: string;
  passes(milliseconds: number): void;
}

async function onEmptyNode(work: (empty: Empty) => Promise<void>): Promise<void> {
  let passed = 0;
  const passes = (milliseconds: number): void => {
    passed += milliseconds;
  };
  await withNode(({ node }) => withServer(node, client.folder, (url) => work({ node, url, passes })), {
    clock: () => Date.now() + passed,
  });
}

const invitationLink = ({ node, url }: Empty): string => `${url}/office/founding#invitation=${node.invite().code}`;

/** As a spreadsheet in Spanish saves it: Windows-1252, with semicolons. */
const saved = (text: string) => ({ name: 'padron.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') });

async function founded({ page, on }: PhoneInHand, empty: Empty, look: Look): Promise<void> {
  await page.goto(invitationLink(empty));
  await on('founding');
  await page.getByText('Invitación del nodo el-alto.example').waitFor();
  assert.doesNotMatch(page.url(), /invitation/);
  await page.getByLabel('Nombre', { exact: true }).fill('Cooperativa Ñandú');
  await page.getByText('el-alto.example/cooperativa-nandu').waitFor();
  await page.getByText('Territorio, si quieren mostrarlo en el mapa').click();
  await page.getByLabel('O las esquinas, una por línea').fill('-16.5, -68.2\n-16.5');
  await page.getByText('Línea 2: esto no es una esquina').waitFor();
  await press(page, 'Elegir el estatuto');
  await page.getByText('Falta su nombre.').waitFor();
  await look('founding: a name is missing', page);
  await page.getByLabel('O las esquinas, una por línea').fill('-16.5, -68.2\n-16.5, -68.1\n-16.6, -68.1\n-16.6, -68.2');
  await page.getByRole('img', { name: 'El territorio, con el norte arriba' }).waitFor();
  await look('founding: the territory', page);
  await page.getByLabel('Su nombre').fill('Felipa Quispe');
  // Noon at the place, whenever this runs: an election is not voted after the statute's closing hour.
  await page.getByLabel('Hora del lugar').selectOption(String((12 - new Date().getUTCHours()) * 60));
  await press(page, 'Elegir el estatuto');
  await page.getByRole('radio', { name: 'Uno propio, de un archivo' }).check();
  const own = page.getByLabel('Archivo del estatuto');
  const json = (text: string) => ({ name: 'estatuto.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await own.setInputFiles(json(`{"title":"${'a'.repeat(200_000)}"}`));
  await page.getByText('Este archivo tiene más de 200 kB').waitFor();
  for (const none of ['=1+1', `{"title":${'['.repeat(9_000)}${']'.repeat(9_000)}}`, '\x89PNG\r\n\x1a\n', '<svg/>']) {
    await own.setInputFiles([]);
    await page.getByText('Este archivo no es JSON').waitFor({ state: 'detached' });
    await own.setInputFiles(json(none));
    await page.getByText('Este archivo no es JSON con un estatuto').waitFor();
  }
  await page.getByRole('radio', { name: 'Estatuto de la cooperativa' }).check();
  await page.getByText('Leer: Estatuto de la cooperativa').click();
  await page.getByText('Estas son las reglas: «Estatuto de la cooperativa».').waitFor();
  await look('founding: the statute', page);
  await press(page, 'Fundar Cooperativa Ñandú');
  await on('first-steps');
  await page.getByText('Fundación sin probar').waitFor();
}

async function enrolled(page: Page, look: Look): Promise<void> {
  await look('first steps', page);
  const file = page.getByLabel('Archivo del padrón');
  await file.setInputFiles(saved('Nombre;Hogar\nJuana Ñáñez;1\n;2\n=1+1;3\n'));
  await page.getByText('línea 3, columna 1: falta el nombre').waitFor();
  await page.getByText('línea 4, columna 1: esto no es un nombre').waitFor();
  await look('first steps: a file with flaws', page);
  await file.setInputFiles(saved(`Nombre;Hogar\r\n${NAMES.map((name) => `${name};1`).join('\r\n')}\r\n`));
  await page.getByText('Teófilo Condori · vive con Juana Ñáñez').waitFor();
  await look('first steps: what was read', page);
  await press(page, 'Anotar a 5 y hacer sus tarjetas');
  await page.getByRole('heading', { name: 'Tarjetas para imprimir: 5' }).waitFor();
  await page.getByText('En el padrón: 6').click();
  await look('first steps: cards', page);
}

/** A4 without its margins of 12 mm, at 96 pixels an inch: two cards beside each other, and nothing else on the paper. */
async function printed(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 703, height: 1030 });
  assert.deepEqual(await faultsOn(page), []);
  const cards = await page.locator('.cards li').evaluateAll((all) => all.map((card) => card.getBoundingClientRect().x));
  assert.deepEqual([cards.length, new Set(cards).size], [5, 2]);
  for (const hidden of ['header', 'input[type="file"]', 'form'])
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
  await page.emulateMedia({ media: 'screen' });
  if (size !== null) await page.setViewportSize(size);
}

/** What a camera reads on that card as it is shown. */
async function scanned(card: Locator): Promise<string> {
  const shot = await card.screenshot();
  const { pixels, width, height } = await card.page().evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pencil = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    pencil?.drawImage(bitmap, 0, 0);
    const { data } = pencil?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    return { pixels: [...data], width: bitmap.width, height: bitmap.height };
  }, shot.toString('base64'));
  return readCodes({ data: Uint8ClampedArray.from(pixels), width, height })[0] ?? assert.fail('the code is not read');
}

async function convened(page: Page, look: Look, said: () => Promise<void>): Promise<number> {
  await press(page, 'Convocar');
  await page.getByText('Falta el lugar.').waitFor();
  await page.getByLabel('Lugar').fill('Sede social');
  await page.getByLabel('Otros puntos').fill('Agua');
  await press(page, 'Convocar');
  await page.getByText('La sesión está convocada.').waitFor();
  await said();
  await look('first steps: convened', page);
  const poster = (await page.getByRole('link', { name: 'Afiche para imprimir' }).getAttribute('href')) ?? '';
  const desk = await page.getByRole('link', { name: 'Llevar la sesión' }).getAttribute('href');
  await page.goto(new URL(poster, page.url()).href);
  await page.getByText('Sede social').first().waitFor();
  await page.goto(new URL(desk ?? '', page.url()).href);
  await page.locator('.desk').waitFor();
  return Number(desk?.split('/').at(-1));
}

/** Everybody comes in by the door, two count them, and what is moved is voted by phone. */
async function adopted(desk: DeskByKeyboard, people: readonly PhoneInHand[]): Promise<void> {
  const [one, other] = people as readonly [PhoneInHand, PhoneInHand];
  await desk.appointTellers(['Juana Ñáñez', 'Teófilo Condori'], '.before');
  for (const { page } of [one, other]) await beginToCount(page);
  await press(one.page, 'Puerta');
  await press(one.page, 'Mostrar el código de la puerta');
  for (const { page, on } of people.slice(2)) {
    await press(page, 'Estoy aquí');
    await page.getByRole('textbox', { name: 'O escriba los ocho caracteres' }).fill(await doorCodeOn(one.page));
    await press(page, 'Entrar con el código');
    await page.getByText('Usted está en la sala').waitFor();
    await on('hall');
  }
  await press(one.page, 'Cerrar el código');
  await press(one.page, 'Contar');
  for (const { page } of [one, other]) await countHall(page, 5, 'typed');
  await desk.press('Abrir en primera convocatoria', '.before');
  await desk.press(/Agua/, '.agenda');
  await desk.table('Traer agua en cisterna', 'Que se traiga agua en cisterna hasta el domingo.');
  await votedByHands(desk, one, other);
  await desk.table('Arreglar el tanque', 'Que se arregle el tanque.');
  await voted(desk, people.slice(2));
  await desk.page.locator('.result').getByText('3 sí · 0 no · 0 abstenciones').waitFor();
}

/** The first resolution, with no phone but those of two who count: neither sees the other's number. */
async function votedByHands(desk: DeskByKeyboard, one: PhoneInHand, other: PhoneInHand): Promise<void> {
  await decidedBy(desk, /[Aa] mano alzada$/);
  await nameBlock(one.page, 'Patio');
  await countHands(one.page, { yes: 4, no: 1, abstain: 0 });
  await one.page.getByText('Falta el otro').waitFor();
  await openBlock(other.page, 'Patio');
  await countHands(other.page, { yes: 4, no: 1, abstain: 0 });
  await desk.page.getByText('Coinciden').waitFor();
  await desk.closeVote();
  await desk.page.locator('.result').getByText('4 sí · 1 no · 0 abstenciones').waitFor();
}

/** By what the statute puts first, or the same below the fold. */
async function decidedBy(desk: DeskByKeyboard, way: RegExp): Promise<void> {
  const motion = desk.page.locator('.motion.ready');
  await motion.waitFor();
  if (!(await motion.getByRole('button', { name: way }).first().isVisible()))
    await desk.unfold('Otra forma de decidir', motion);
  await desk.press(way, '.motion.ready');
  await desk.page.locator('.open-vote-card').waitFor();
}

/** The first sitting elects who presides and who writes, with keys of their own phones; the founder's key signs the hand-over. */
async function handedOver(desk: DeskByKeyboard, people: readonly PhoneInHand[]): Promise<void> {
  const { page } = desk;
  const [, , president, secretary] = people as readonly [PhoneInHand, PhoneInHand, PhoneInHand, PhoneInHand];
  const keys: string[] = [];
  for (const phone of [president, secretary]) {
    await phone.page.goto(new URL('/phone/seals/cooperativa-nandu', page.url()).href);
    await press(phone.page, 'Hacer mi llave en este teléfono');
    keys.push((await phone.page.locator('code.key').textContent()) ?? '');
    await phone.page.goto(new URL('/phone', page.url()).href);
  }
  await desk.press(/Elección de la directiva/, '.agenda');
  await page.getByRole('heading', { name: 'Elección de la directiva', level: 2 }).waitFor();
  await desk.press('Presentar una moción', '.tabling');
  const form = page.locator('.tabling form');
  await form.getByRole('textbox', { name: 'Título' }).fill('Directiva');
  await form.getByRole('textbox', { name: 'Texto' }).fill('Que se elija a la directiva.');
  await form.getByRole('combobox', { name: 'Qué hace si se aprueba' }).selectOption('elect-officers');
  const offices = ['presidencia del consejo', 'secretaría'];
  for (const [i, office] of offices.entries()) {
    if ((await form.locator('.notice-line').count()) <= i) await press(page, 'Añadir: cargo');
    const line = form.locator('.notice-line').nth(i);
    await line.getByRole('combobox', { name: 'Cargo', exact: true }).selectOption({ label: office });
    await line.getByPlaceholder(/./).fill(NAMES[i + 2]?.split(' ')[0] ?? '');
    await line
      .getByRole('button', { name: NAMES[i + 2] ?? '' })
      .first()
      .click();
    await line.getByLabel('Llave pública de su aparato').fill(keys[i] ?? '');
  }
  const until = form.getByLabel(/^Hasta/);
  const from = await form.getByLabel(/^Desde/).inputValue();
  await until.fill(`${Number(from.slice(0, 4)) + 1}${from.slice(4)}`);
  await form.locator('button[type="submit"]').click();
  await page.getByRole('heading', { name: 'Directiva', exact: true }).waitFor();
  await voted(desk, people.slice(2));
  await page.locator('.result').getByText('Aprobada').waitFor();
  await page.goto(new URL('/phone/seals/cooperativa-nandu', page.url()).href);
  await page.locator('.choose button').first().click();
  await page.getByText('Comprobado aquí').waitFor();
  await press(page, 'Firmar');
  await page.locator('[data-seal="sealed"]').waitFor();
}

/** The end of the sitting, its minutes as they wrote themselves, and the signatures of those who were elected. */
async function minutesSigned(officers: readonly PhoneInHand[], sitting: number): Promise<void> {
  const [president, secretary] = officers as readonly [PhoneInHand, PhoneInHand];
  const { page } = president;
  const at = (area: string): string => new URL(`/phone/${area}/cooperativa-nandu`, page.url()).href;
  await page.goto(`${at('desk')}/${sitting}`);
  const desk = new DeskByKeyboard(page);
  await page.locator('.desk').waitFor();
  await desk.press('Cerrar la sesión');
  await desk.press('Sí, cerrar');
  await page.getByText('Falta aprobar el acta.').waitFor();
  await secretary.page.goto(`${at('minutes')}/${sitting}`);
  await press(secretary.page, 'Aprobar este texto');
  await press(secretary.page, 'Sí');
  await secretary.page.getByRole('link', { name: 'Firmar con este aparato' }).waitFor();
  for (const officer of [secretary, president]) {
    await officer.page.goto(at('seals'));
    await press(officer.page, /^Acta aprobada/);
    await officer.page.getByText('Comprobado aquí').waitFor();
    await press(officer.page, 'Firmar');
    await officer.page.locator('[data-seal]').waitFor();
  }
}

/** Two neighbours witness it, each in its own office and book, by its own officers' phones; then the president proves it with one press. */
async function proven(
  { page }: PhoneInHand,
  { node, url }: Empty,
  look: Look,
  another: () => Promise<PhoneInHand>,
): Promise<void> {
  const asked = { node, url, another };
  const ballivian = await neighbour(asked, 'ballivian', ['president', 'secretary']);
  const senkata = await neighbour(asked, 'senkata', ['president']);
  await witnesses(ballivian, url, 'Cooperativa Ñandú');
  await page.goto(`${url}/office/first-steps/cooperativa-nandu`);
  await page.getByText('Vecinas que dieron fe: 1 de 2').waitFor();
  await witnesses(senkata, url, 'Cooperativa Ñandú');
  await page.goto(`${url}/office/first-steps/cooperativa-nandu`);
  await page.getByText('Vecinas que dieron fe: 2 de 2').waitFor();
  await look('first steps: to be proven', page);
  await press(page, 'Probar la fundación');
  await page.getByText('Fundación probada', { exact: true }).waitFor();
}

/** By phone, everybody for it. */
async function voted(desk: DeskByKeyboard, people: readonly PhoneInHand[]): Promise<void> {
  await decidedBy(desk, /[Pp]or teléfono$/);
  for (const { page, on } of people) {
    await on('vote');
    await press(page, 'Sí');
    await page.getByText('Su voto está contado').waitFor();
  }
  await desk.closeVote();
}

describe('founding, in Chromium', { skip: browserMissing }, () => {
  test('from an empty node to the first adopted resolution, to officers whom the founder’s key has handed over to, and to a proven founding', async (t) => {
    await onEmptyNode(async (empty) => {
      await withPhones(browser, async (another) => {
        const { look: everybodys, faults } = everybody();
        const founder = await another(laptop);
        const { page } = founder;
        // The statute's reading is folded, and cards are for those who get them.
        const { done, aside } = await countedOn(page, '.reading, .cards');
        const look: Look = async (...shown) => {
          await done();
          await aside(() => everybodys(...shown));
        };
        const said = async (what: string): Promise<number> => {
          const now = await done();
          const [seconds = 0, statute] = [secondsFor(now), secondsToRead(now.wordsApart)].map(Math.round);
          t.diagnostic(
            `${what}: ${seconds} s of the founder by the model, ${statute} more to read the statute and all cards`,
          );
          t.diagnostic(JSON.stringify(now));
          return seconds;
        };
        await founded(founder, empty, look);
        await said('founded');
        await enrolled(page, look);
        await printed(page);
        const cards = page.locator('.cards li');
        const addresses: string[] = [];
        for (let i = 0; i < NAMES.length; i++) addresses.push(await scanned(cards.nth(i)));
        const words = (await cards.nth(4).locator('.seven').innerText()).split('\n')[0] ?? '';
        const sitting = await convened(page, look, async () => assert.ok((await said('convened')) <= TEN_MINUTES));
        empty.passes(HOUR_MS);
        const people: PhoneInHand[] = [];
        for (const address of addresses.slice(0, 4)) {
          const phone = await another();
          await phone.page.goto(address);
          await phone.on('hall');
          people.push(phone);
        }
        // The last one has no camera.
        const typing = await another();
        await typing.page.goto(`${empty.url}/phone`);
        await typing.page.getByLabel('Siete palabras').fill(words);
        await press(typing.page, 'Entrar');
        await typing.on('hall');
        people.push(typing);
        await page.reload();
        const desk = new DeskByKeyboard(page);
        await adopted(desk, people);
        await said('a resolution adopted');
        await handedOver(desk, people);
        await said('handed over');
        const open = await another();
        await open.page.goto(`${empty.url}/b/cooperativa-nandu`);
        await open.page.getByText('Fundación sin probar').first().waitFor();
        for (const title of ['Traer agua en cisterna', 'Arreglar el tanque'])
          await open.page.getByText(title).first().waitFor();
        const officers = people.slice(2, 4);
        await minutesSigned(officers, sitting);
        await proven(officers[0] as PhoneInHand, empty, look, another);
        await open.page.reload();
        await open.page.getByText('Fundación probada').first().waitFor();
        const acts = (await empty.node.acts('cooperativa-nandu', 0, 100)).map(({ act }) => act);
        assert.deepEqual(acts.slice(0, 4), ['BodyFounded', 'StatuteAdopted', 'TerritoryDrawn', 'SittingConvened']);
        await open.page.goto(`${empty.url}/map`);
        await open.page.locator('svg.map a[href*="cooperativa-nandu"] path').waitFor({ state: 'attached' });
        assert.ok(
          acts.includes('ResolutionAdopted') &&
            acts.includes('OfficersElected') &&
            acts.at(-1) === 'BodyProven' &&
            sitting === 3,
          acts.join(),
        );
        for (const row of await empty.node.acts('cooperativa-nandu', 0, 100))
          assert.doesNotMatch(Buffer.from(row.entry).toString(), /Quispe|Condori|Apaza/);
        assert.deepEqual(faults, []);
      });
    });
  });

  test('an invitation that is none, and one that has founded already, are told before anything is typed', async () => {
    await onEmptyNode(async (empty) => {
      await withPhones(browser, async (another) => {
        const { look, faults } = everybody();
        const { page, on } = await another();
        await page.goto(`${empty.url}/office/founding`);
        await on('founding');
        await page.getByLabel('Invitación').fill('https://otro.example/');
        await press(page, 'Seguir');
        await page.getByText('Esto no es una invitación').waitFor();
        await look('founding: no invitation', page);
        const code = empty.node.invite().code;
        await page.getByLabel('Invitación').fill(`${code.slice(0, -22)}${'A'.repeat(22)}`);
        await press(page, 'Seguir');
        await page.getByText('Esa invitación no es de este nodo').waitFor();
        await look('founding: an invitation of another node', page);
        assert.deepEqual(faults, []);
      });
    });
  });
});
