// At the table in Chromium: the bases of three tiers are asked, answer in their own ways, correct and are told what came of it; and a
// motion that a base sent up comes back with reasons.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableEntries } from '@cabildo/core';
import type { Page } from 'playwright-core';
import { convened, done, type TestBody, withNode } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { choose } from './choosing.ts';
import { answers, askedText, hashOf, opens, openVote, suspended, threeTiers, votedAndSealed } from './three-tiers.ts';

const { browser, client } = await inChromium();

/** As `datetime-local` has it, at a place that keeps UTC. */
const atPlace = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 16);

/** Of what is shown there, for whoever wants to look at it: `OFFICE_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OFFICE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/consultation-${name}.png`, fullPage: true });
}

async function toOffice(page: Page, url: string, { name }: TestBody, card: string): Promise<void> {
  await page.goto(`${url}/office/consultations/${name}#body=${name}&card=${card}`);
  await page.getByRole('heading', { level: 1, name: 'Consultas y mociones elevadas' }).waitFor();
}

describe('consultations and motions sent up, at the table in Chromium', { skip: browserMissing }, () => {
  test('three tiers: one base answers by a phone, one from its desk, one on paper, one not at all; each is told what came of it', async () => {
    // The question is two hours old when the bases answer; then its time runs out.
    let passed = -2 * 3_600_000;
    const clock = (): number => Date.now() + passed;
    const inTiers = async ({ node }: Parameters<Parameters<typeof withNode>[0]>[0]): Promise<void> => {
      const tiers = await threeTiers(node);
      const { above, bases } = tiers;
      const [byDesk, byPhone, onPaper] = bases;
      await suspended(above);
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { look, faults } = everybody();
          const { page } = await another();
          await toOffice(page, url, above, above.founded.card.code);
          await page.getByLabel('Qué se dijo a favor').fill('Sin planta no hay gas.');
          const ask = page.getByRole('button', { name: 'Preguntar a las bases' });
          assert.equal(await ask.isDisabled(), true, 'one side alone does not go down');
          await page.getByLabel('Qué se dijo en contra').fill('No hay garantías.');
          await look('consultations: asking', page);
          await ask.click();
          await page.getByText('0 de 4 respondieron.').waitFor();
          passed = 0;

          // From the desk: convened with the question in the notice, put before the hall by one press.
          const { page: desk } = await another();
          await toOffice(desk, url, byDesk.body, await byDesk.cardOf(byDesk.members[0] ?? ''));
          await desk.getByText('Falta una sesión que la tenga en su convocatoria.').waitFor();
          await look('consultations: asked from above', desk);
          await desk.getByText('Convocar una sesión para responder').click();
          await desk.getByLabel('Lugar').first().fill('Sede de Alto Lima');
          await desk.getByLabel('Día y hora').fill(atPlace(clock() + 120_000));
          await desk.getByRole('button', { name: 'Convocar', exact: true }).click();
          await desk.getByText('Falta abrir la sesión.').waitFor();
          passed += 180_000;
          const sitting = Number(tableEntries((await byDesk.book.state()).sittings).at(-1)?.[0]);
          await opens(node, byDesk, sitting);
          await done(node, byDesk.body, 'TakeItem', { sitting, item: 0 }, byDesk.president);
          await desk.getByText('La sesión está abierta. Falta ponerla ante la sala.').waitFor();
          await desk.getByRole('link', { name: 'A la mesa de esa sesión' }).click();
          await desk.locator('.tabling').getByRole('button', { name: 'Presentar una moción' }).click();
          await desk.locator('.tabling form').waitFor({ state: 'detached' });
          await desk.locator('article').getByRole('heading', { name: 'Pacto de Senkata' }).waitFor();
          await votedAndSealed(node, byDesk, await openVote(node, byDesk), byDesk.members.slice(0, 4));
          await choose(page, 'Llegó la respuesta de', 'alto-lima');
          await page.getByRole('button', { name: 'Contarla' }).click();
          await page.getByText('1 de 4 respondieron.').waitFor();
          await page.locator('[data-progress="1/0"]').waitFor();

          // By phone: put before the hall from the office; the last vote is a phone's.
          const { page: office } = await another();
          const notice = [{ matter: 'consultation', title: 'Pacto', textHash: hashOf(askedText) }];
          const hall = await convened(
            node,
            byPhone.body,
            { kind: 'ordinary', place: 'Sede', notice },
            byPhone.president,
          );
          await opens(node, byPhone, hall);
          await toOffice(office, url, byPhone.body, await byPhone.cardOf(byPhone.members[0] ?? ''));
          await office.getByRole('button', { name: 'Ponerla ante la sesión' }).click();
          await office.getByText('Está ante la sala. Falta votarla.').waitFor();
          const vote = await openVote(node, byPhone);
          const voter = byPhone.members[4] ?? '';
          const { page: phone } = await another();
          await phone.goto(`${url}/phone#body=${byPhone.body.name}&card=${await byPhone.cardOf(voter)}`);
          await phone.getByRole('button', { name: 'Sí' }).click();
          await phone.getByText('Su voto está contado').waitFor();
          await votedAndSealed(node, byPhone, vote, []);
          await office.getByText('Firmada; todavía no llegó arriba').waitFor();

          // On paper: the kit's form is typed in, with the day on which the sitting was; it is sent up, and the table above fills up.
          const { page: paper } = await another();
          await toOffice(paper, url, onPaper.body, await onPaper.cardOf(onPaper.members[1] ?? ''));
          await paper.getByText('Se votó en papel: escribir el resultado').click();
          await paper.getByLabel('Cuándo fue la sesión').fill(atPlace(clock() - 3_600_000));
          await paper.getByLabel('Lugar').last().fill('Cancha de Minas');
          for (const [label, figure] of [
            ['Presentes', '6'],
            ['Sí', '2'],
            ['No', '4'],
          ] as const)
            await paper.getByLabel(label, { exact: true }).fill(figure);
          await look('consultations: a result on paper', paper);
          await picture(paper, 'paper');
          await paper.getByRole('button', { name: 'Anotar la sesión y su respuesta' }).click();
          await paper.getByText('Faltan firmas de la directiva').waitFor();
          const [, said] = tableEntries((await onPaper.book.state()).answers)[0] ?? assert.fail('nothing was answered');
          assert.deepEqual([said.answer, said.yes, said.no, said.present], ['no', 2, 4, 6]);
          await onPaper.book.seal(said.act);
          await paper.getByRole('button', { name: 'Mandarla arriba' }).click();
          await paper.getByText('Llegó y está contada').waitFor();
          await look('consultations: it has arrived', paper);
          await picture(paper, 'arrived');
          await page.locator('[data-progress="1/1"]').waitFor();
          await look('consultations: open', page);
          await picture(page, 'open');

          // Whoever is silent stands on the list of reminders alone.
          const { page: told } = await another();
          const index = Number(tableEntries((await above.book.state()).consultations)[0]?.[0]);
          await told.goto(`${url}/b/${above.name}/consultations/${index}/silent`);
          await told.getByText('Junta achocalla').waitFor();
          assert.equal(await told.getByText('Junta minas').count(), 0);

          // The base of the phone corrects itself; the close finds that in its book.
          await answers(tiers, byPhone, 'no');
          await page.getByRole('button', { name: 'Cerrar la consulta' }).click();
          await page.getByRole('alert').waitFor();
          passed += 11 * 24 * 3_600_000;
          await page.getByRole('button', { name: 'Cerrar la consulta' }).click();
          await page.getByText('Ahora no hay consultas abiertas').waitFor();
          for (const [base, ours] of [
            ['alto-lima', 'Esta base dijo que sí; las bases decidieron que no'],
            ['rio-seco', 'Esta base dijo que no; las bases decidieron que no'],
            ['minas', 'Esta base dijo que no; las bases decidieron que no'],
            ['achocalla', 'Esta base no respondió; las bases decidieron que no'],
          ]) {
            await told.goto(`${url}/b/${base}/correspondence`);
            await told.getByText(`${ours}, porque hacía falta`).waitFor();
            await told.getByText('dijeron que sí 1 y que no 2; callaron 1').waitFor();
          }
          await told.getByRole('link', { name: 'Pacto de Senkata' }).click();
          await told.getByRole('link', { name: 'Material para cada base, para imprimir' }).click();
          await told.getByText('Sin planta no hay gas.').waitFor();
          assert.deepEqual(faults, []);
        });
      });
    };
    await withNode(inTiers, { clock });
  });

  test('a motion that a base sent up is put on the list, answered with reasons, and its fate comes back into the base’s book', async () => {
    await withNode(async ({ node }) => {
      const { above, bases } = await threeTiers(node);
      const base = bases[2];
      const water = 'Que el agua llegue a todas las zonas.';
      const sent = { title: 'Agua para todos', textHash: hashOf(water) };
      const own = { sitting: await base.book.sitting(), matter: 'ordinary', ...sent };
      const proposal = { kind: 'forward', to: above.origin };
      const motion = await base.book.write('MotionTabled', { ...own, proposal }, { disclose: { text: water } });
      const forwarded = await base.book.write('MotionForwarded', { vote: 0, motion, to: above.origin, ...sent });
      await base.book.seal(forwarded);
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { look, faults } = everybody();
          const { page } = await another();
          await toOffice(page, url, above, above.founded.card.code);
          await page.getByLabel('La moción').selectOption({ label: 'minas: Agua para todos' });
          await look('consultations: motions that wait', page);
          await page.getByRole('button', { name: 'Poner en la lista' }).click();
          await page.getByRole('heading', { name: 'Responder a la base: Agua para todos' }).waitFor();
          const reasons = 'No hubo tiempo. Minoría: que se trate primero.';
          await page.getByLabel('Razones y posiciones de minoría').fill(reasons);
          await look('consultations: a motion of a base', page);
          await page.getByRole('button', { name: 'Responder a la base' }).click();
          await page.getByText('Respondida: no se trató').waitFor();
          const answered = tableEntries((await above.book.state()).received)[0]?.[1].answers[0]?.act ?? 0;
          await above.book.seal(answered);

          const { page: below } = await another();
          const president = base.members[0] ?? '';
          await toOffice(below, url, base.body, await base.cardOf(president));
          await below.getByRole('button', { name: 'Anotar la respuesta' }).click();
          await below.getByText('Arriba: no se trató').waitFor();
          await look('consultations: a motion sent up', below);
          await below.getByRole('link', { name: 'Todo lo que va y viene' }).click();
          await below.getByText(reasons).waitFor();
          await below.getByText('La respuesta consta en el libro de esta asamblea: no se trató').waitFor();

          // As if there were more than one answer holds.
          const { page: many } = await another({ serviceWorkers: 'block' });
          await many.route('**/correspondence', async (route) => {
            const response = await route.fetch();
            const said = (await response.json()) as object;
            const more = { questions: 2, waiting: 1, received: 0, sent: 3 };
            await route.fulfill({ response, json: { ...said, more } });
          });
          await toOffice(many, url, base.body, await base.cardOf(base.members[1] ?? ''));
          await many.getByRole('link', { name: /^Preguntas de arriba que aquí no están: 2\./ }).waitFor();
          await many.getByText('Mociones de las bases que aquí no están: 1.').waitFor();
          const older = many.getByRole('link', { name: 'Mociones elevadas más antiguas, que aquí no están: 3.' });
          assert.equal(await older.getAttribute('href'), `/b/${base.body.name}/book`);
          assert.equal(await many.getByText('Mociones recibidas más antiguas').count(), 0);
          await look('consultations: more than is said', many);
          assert.deepEqual(faults, []);
        });
      });
    });
  });
});
