// An open cabildo: members by phone and by hand, neighbours on no roll with slips, one of them by phone. Each person votes once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Statute } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { convened, done, lightStatute } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, type Look } from '../everyone.ts';
import { type Card, type Hall, inOffice, type PhoneInHand, withHall, withPhones } from '../hall.ts';
import { DeskByKeyboard } from './desk-by-keyboard.ts';
import { projector } from './gathered.ts';
import { beginToCount, countHall, countHands, doorCodeOn, nameBlock, openBlock, press } from './teller-at-work.ts';

const { browser, client } = await inChromium();

const open: Partial<Statute> = {
  walkIns: { sittings: ['cabildo'], mark: 'tinta en el pulgar' },
  rules: lightStatute().rules.map((rule) => ({ ...rule, methods: ['mixed', 'hands'] as const })),
};

interface Here {
  readonly hall: Hall;
  /** The cards of those who were on the roll before the convocation, by name. */
  readonly cards: ReadonlyMap<string, Card>;
  readonly look: Look;
  readonly presides: PhoneInHand;
  readonly tellers: readonly [PhoneInHand, PhoneInHand];
  readonly member: PhoneInHand;
  readonly walkIn: PhoneInHand;
  readonly wall: PhoneInHand;
}

test('slips are printed and typed in, hands are counted by block, phones vote: one result, with the slips beside it', {
  skip: browserMissing,
}, async () => {
  await withHall(
    client.folder,
    async (base) => {
      await withPhones(browser, async (another) => {
        const { look, faults } = everybody();
        const cards = await enrol(base);
        const hall: Hall = { ...base, sitting: await callCabildo(base) };
        const here: Here = {
          hall,
          cards,
          look,
          presides: await another({ viewport: { width: 1280, height: 800 } }),
          tellers: [await another(), await another()],
          member: await another(),
          walkIn: await another(),
          wall: await another(projector),
        };
        const desk = await fillTheHall(here);
        const code = await giveSlips(here);
        await enterWithSlip(here, code);
        await decide(here, desk);
        assert.deepEqual(faults, []);
      });
    },
    open,
  );
});

const tellerNames = ['Teófilo Condori', 'Nicolasa Ticona'] as const;

const president = 'Felipa Quispe Huanca';

async function enrol({ node, body, newCard }: Hall): Promise<ReadonlyMap<string, Card>> {
  const cards = new Map([[president, await newCard(body.founded.member)]]);
  for (const name of [...tellerNames, 'Pedro Apaza', 'Santos Limachi'])
    cards.set(name, await newCard(String((await done(node, body, 'EnrolMember', { name })).answer.member)));
  return cards;
}

/** The president of an older election convenes it: what a cabildo is about is the open sitting, not how its officers came. */
async function callCabildo(hall: Hall): Promise<number> {
  const { node, body } = hall;
  const holder = body.founded.member;
  const presides: Actor = { kind: 'member', member: holder };
  await inOffice(hall, 'president', holder);
  await done(node, body, 'CallOffSitting', { sitting: hall.sitting, reason: 'la plaza' }, presides);
  const notice = [{ matter: 'ordinary', title: 'Agua' }];
  return convened(node, body, { kind: 'cabildo', place: 'La plaza', notice }, presides);
}

/** Eight people: one member with a phone, one with a hand-card, and neighbours whom nobody has on a roll. */
async function fillTheHall(here: Here): Promise<DeskByKeyboard> {
  const { hall, look, presides, tellers, member, wall } = here;
  const { page } = presides;
  await signIn(here, presides, president);
  await page.goto(`${hall.url}/phone/desk/${hall.body.name}/${hall.sitting}`);
  const desk = new DeskByKeyboard(page);
  for (const [place, phone] of tellers.entries()) await signIn(here, phone, tellerNames[place] ?? '');
  await desk.appointTellers(tellerNames, '.before');
  await signIn(here, member, 'Pedro Apaza');
  await wall.page.goto(`${hall.url}/phone/screen/${hall.body.name}/${hall.sitting}`);
  const [one, other] = [tellers[0].page, tellers[1].page];
  for (const teller of [one, other]) await beginToCount(teller);
  await press(one, 'Puerta');
  await press(one, 'Mostrar el código de la puerta');
  const code = await doorCodeOn(one);
  await press(one, 'Cerrar el código');
  await member.page.goto('about:blank');
  await member.page.goto(`${hall.url}/phone#body=${hall.body.name}&sitting=${hall.sitting}&door=${code}`);
  await press(member.page, 'Estoy aquí');
  await member.page.getByText('Usted está en la sala').waitFor();
  await press(other, 'Fichas');
  await other.getByText('Primero cuenten la sala').waitFor();
  await look('teller: no slips before the count', other);
  await press(other, 'Puerta');
  await other.getByLabel('Buscar por nombre').fill('Santos');
  await press(other, 'Buscar');
  await other.getByRole('heading', { name: 'Santos Limachi' }).waitFor();
  await press(other, 'Con tarjeta de mano');
  await other.getByText('Entró. Vota con tarjeta.').waitFor();
  for (const teller of [one, other]) {
    await press(teller, 'Contar');
    await countHall(teller, 8, 'typed');
  }
  await desk.press('Abrir en primera convocatoria', '.before');
  await desk.press(/Agua/, '.agenda');
  return desk;
}

async function signIn({ hall, cards }: Here, phone: PhoneInHand, name: string): Promise<void> {
  const card = cards.get(name);
  assert.ok(card !== undefined);
  await phone.page.goto(hall.addressOf(card));
  await phone.on('hall');
}

/** Two on a printed sheet, and one that raises a hand: never more than were counted and have not checked in. */
async function giveSlips({ look, tellers: [{ page }] }: Here): Promise<string> {
  await press(page, 'Fichas');
  await page.getByText('Primero la marca: tinta en el pulgar.').waitFor();
  await page.getByText('Quedan 6 fichas').waitFor();
  await look('teller: slips', page);
  await press(page, 'Levantando la tarjeta');
  await page.getByRole('heading', { name: 'Ficha 1' }).waitFor();
  await look('teller: a slip that is written', page);
  await press(page, 'Otra ficha');
  await press(page, 'Hoja para imprimir');
  await look('teller: how many slips', page);
  await press(page, 'Borrar');
  await press(page, '2');
  await press(page, 'Hacer la hoja');
  const slip = page.locator('.slip', { hasText: 'Ficha 2' });
  const code = ((await slip.locator('.code').textContent()) ?? '').trim();
  await look('teller: a sheet of slips', page);
  await press(page, 'Volver');
  await page.getByText('Quedan 3 fichas').waitFor();
  return code;
}

/** The code as it is printed, typed by somebody without a camera. */
async function enterWithSlip({ hall, look, walkIn }: Here, code: string): Promise<void> {
  const { page } = walkIn;
  assert.match(code, /^2-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await page.goto(`${hall.url}/phone`);
  await page.getByRole('textbox', { name: 'Siete palabras' }).fill(code.toLowerCase());
  await press(page, 'Entrar');
  await page.getByText(/Usted tiene la (boleta|ficha) 2/).waitFor();
  await look('walk-in: a slip', page);
}

async function decide(here: Here, desk: DeskByKeyboard): Promise<void> {
  const { hall, look, presides, tellers, member, walkIn, wall } = here;
  const [one, other] = [tellers[0].page, tellers[1].page];
  await desk.table('Pozo nuevo', 'Que se cave un pozo.');
  await desk.press('Votar: manos, teléfonos y papel', '.motion.ready');
  await presides.page.locator('.open-vote-card').waitFor();
  for (const { page } of [member, walkIn]) {
    await page.getByRole('button', { name: 'Sí', exact: true }).click();
    await page.getByText('Su voto está contado').waitFor();
  }
  await press(one, 'Contar');
  await nameBlock(one, 'Plaza');
  await one.getByText('En la sala hay 5 que votan a mano.').waitFor();
  await countHands(one, { yes: 2, no: 1, abstain: 1 });
  await openBlock(other, 'Plaza');
  await countHands(other, { yes: 2, no: 1, abstain: 1 });
  await presides.page.getByText('Coinciden').waitFor();
  await wall.page.getByText(/3 fichas/).waitFor();
  await look('wall: a mixed vote', wall.page, 'wall');
  await look('desk: a mixed vote', presides.page);
  await desk.closeVote();
  await presides.page.locator('.result').getByText('4 sí · 1 no · 1 abstenciones').waitFor();
  await presides.page
    .locator('.result')
    .getByText(/3 fichas/)
    .waitFor();
  await wall.page.waitForSelector('[data-stage="result"]');
  await wall.page.getByText(/3 fichas/).waitFor();
  await look('wall: a result with slips', wall.page, 'wall');
  await walkIn.page.waitForSelector('[data-receipt="verified"]');
  await look('walk-in: result', walkIn.page);
  await publicly(hall, presides.page, look);
}

/** Whoever was not there reads the same. */
async function publicly({ url, body, sitting }: Hall, page: Page, look: Look): Promise<void> {
  await page.goto(`${url}/b/${body.name}/sittings/${sitting}`);
  await page
    .getByText(/3 fichas/)
    .first()
    .waitFor();
  await look('page: an open cabildo', page, 'page');
}
