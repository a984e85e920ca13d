// An assembly of delegates on its screens: the desk, three delegates’ phones and an alternate’s, the wall. A mandate is seen before
// the vote and holds; a recall takes a vote back while it is open, and the alternate votes from the seat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, type Look } from '../everyone.ts';
import { type PhoneInHand, withPhones } from '../hall.ts';
import { type Assembly, withAssembly } from './assembly.ts';
import { DeskByKeyboard } from './desk-by-keyboard.ts';
import { projector } from './gathered.ts';

const { browser, client } = await inChromium();

interface Here {
  readonly assembly: Assembly;
  readonly look: Look;
  readonly presides: PhoneInHand;
  readonly delegates: readonly [PhoneInHand, PhoneInHand, PhoneInHand];
  readonly wall: PhoneInHand;
}

test('a mandate holds its delegate, a recall drops an open vote and seats the alternate, a roll is called', {
  skip: browserMissing,
}, async () => {
  await withAssembly(client.folder, async (assembly) => {
    await withPhones(browser, async (another) => {
      const { look, faults } = everybody();
      const presides = await another({ viewport: { width: 1280, height: 800 } });
      const delegates = [await another(), await another(), await another()] as const;
      const here: Here = { assembly, look, presides, delegates, wall: await another(projector) };
      const desk = await begin(here);
      await voteWithMandate(here, desk, await another());
      await callTheRoll(here, desk);
      assert.deepEqual(faults, []);
    });
  });
});

/** The desk opens the sitting of the seats that are accredited. */
async function begin({ assembly, look, presides, delegates, wall }: Here): Promise<DeskByKeyboard> {
  const { url, body, sitting, bases } = assembly;
  const { page } = presides;
  await page.goto(assembly.addressOf(assembly.card));
  await presides.on('hall');
  await page.getByRole('link', { name: 'La mesa: conducir la sesión' }).click();
  await page.locator('.before').waitFor();
  await look('desk: seats are accredited', page);
  const desk = new DeskByKeyboard(page);
  await desk.press('Abrir en primera convocatoria', '.before');
  await desk.press(/Gas/, '.agenda');
  for (const [place, base] of bases.entries()) {
    const phone = delegates[place];
    assert.ok(phone !== undefined);
    await phone.page.goto(assembly.addressOf(await assembly.seatCard(base)));
    await phone.on('hall');
  }
  await look('delegate: a seat', delegates[0].page);
  await wall.page.goto(`${url}/phone/screen/${body.name}/${sitting}`);
  await wall.page.waitForSelector('[data-stage="between"]');
  return desk;
}

async function voteWithMandate(here: Here, desk: DeskByKeyboard, alternate: PhoneInHand): Promise<void> {
  const { assembly, look, delegates, wall } = here;
  const [held, recalled, free] = delegates;
  const [lima, ballivian] = assembly.bases;
  assert.ok(lima !== undefined && ballivian !== undefined);
  await desk.table('Gas primero a hospitales', 'Que el gas vaya primero a los hospitales.');
  await assembly.mandate(lima, await assembly.lastMotion(), 'no');
  await desk.press('Votar: por teléfono', '.motion.ready');
  await held.page.getByRole('heading', { name: 'Su base decidió: NO' }).waitFor();
  await look('delegate: a mandate', held.page);
  await held.page.getByRole('button', { name: 'Sí', exact: true }).click();
  await held.page.getByRole('alert').waitFor();
  assert.equal(await held.page.getByText('Su voto está contado').count(), 0);
  await look('delegate: a vote against the mandate is refused', held.page);
  await vote(held, 'No');
  await vote(recalled, 'Sí');
  await vote(free, 'Sí');
  await wall.page.getByText('de 3 ya votaron').waitFor();
  await assembly.recall(ballivian);
  await assembly.presentRecall(ballivian);
  await alternate.page.goto(assembly.addressOf(await assembly.seatCard(ballivian)));
  await vote(alternate, 'No');
  await look('delegate: the alternate has voted', alternate.page);
  await recalled.page.reload();
  await recalled.page.getByText('Este teléfono ya no vale').waitFor();
  await look('delegate: recalled', recalled.page);
  await desk.closeVote();
  const { tallies, dropped } = await assembly.lastResult();
  assert.deepEqual([tallies[0], dropped], [{ yes: 1, no: 2, abstain: 0 }, 1]);
  for (const { page } of [held, free, alternate]) {
    await page.getByText('No aprobada').waitFor();
    await page.waitForSelector('[data-receipt="verified"]');
  }
  await wall.page.getByText('No aprobada', { exact: true }).waitFor();
  await look('wall: a result of delegates', wall.page, 'wall');
}

const vote = async ({ page }: PhoneInHand, choice: string): Promise<void> => {
  await page.getByRole('button', { name: choice, exact: true }).click();
  await page.getByText('Su voto está contado').waitFor();
};

/** Whoever presides calls the seats one after the other; who does not answer is called again at the end. */
async function callTheRoll(here: Here, desk: DeskByKeyboard): Promise<void> {
  const { assembly, look, presides, delegates, wall } = here;
  const { page } = presides;
  await desk.table('Pintar la sede', 'Que se pinte la sede.');
  await desk.unfold('Otra forma de decidir', page.locator('.motion.ready'));
  await desk.press('Votación nominal', '.motion.ready');
  await page.locator('.open-vote-card').waitFor();
  await delegates[0].page.getByRole('heading', { name: 'Se vota por lista' }).waitFor();
  await look('desk: a roll call', page);
  await desk.follow(page.getByRole('link', { name: 'Teléfono de escrutador' }));
  await page.getByRole('button', { name: 'Lista nominal' }).click();
  await page.getByText('Se llama a').waitFor();
  await look('teller: a roll call', page);
  await page.getByRole('button', { name: 'No responde' }).click();
  for (const answered of [1, 2]) {
    await page.getByRole('button', { name: 'Sí', exact: true }).click();
    await page.getByText(`Respondieron ${answered} de 3`).waitFor();
  }
  await page.getByRole('button', { name: 'Llamar otra vez a quienes no respondieron' }).click();
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByText('Respondieron 3 de 3').waitFor();
  await wall.page.getByText('de 3 han respondido').waitFor();
  await look('wall: a roll call', wall.page, 'wall');
  await page.goto(`${assembly.url}/phone/desk/${assembly.body.name}/${assembly.sitting}`);
  await desk.closeVote();
  await page.locator('.result').getByText('2 sí · 1 no · 0 abstenciones').waitFor();
  const { tallies } = await assembly.lastResult();
  assert.deepEqual(tallies[0], { yes: 2, no: 1, abstain: 0 });
}
