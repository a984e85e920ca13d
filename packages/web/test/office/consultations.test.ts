// At the table in Chromium: the bases of three tiers are asked, answer, correct and are told what came of it; and a motion that a
// base sent up comes back with reasons.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { type DraftAct, type Statute, tableEntries } from '@cabildo/core';
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { freshKey, lightStatute, type TestBody, withNode } from '../../../server/test/app/node-fixture.ts';
import { Body, makeBody, memberName } from '../../../server/test/exchange/fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { type BaseBelow, baseBelow } from './base-below.ts';

const { browser, client } = await inChromium();

const textHash = base64Encode(new Uint8Array(32));

/** One whose questions go down to every base, through the bodies between. */
async function federation(node: Node): Promise<TestBody & { readonly book: Body }> {
  const { signer } = generateKey();
  const name = 'federacion';
  const ratification: Statute['ratification'] = { ...lightStatute().ratification, through: 'bases', days: 10 };
  const founder = { name: 'Felipa Quispe', key: base64Encode(signer.publicKey) };
  const statute = lightStatute({ ratification });
  const input = { name, title: 'Federación', kind: 'delegate', founder, statute, provisionalDays: 60 };
  const founded = await node.foundBody({ input, actor: { kind: 'operator' }, key: freshKey() });
  assert.ok(founded.kind === 'founded', JSON.stringify(founded));
  const book = Object.assign(new Body({ node }, name), { convener: signer });
  const keys = ['president', 'secretary'].map((office) => ({ office, signer: generateKey().signer }));
  const officers = keys.map((one, i) => ({
    office: one.office,
    holder: i === 0 ? founded.member : memberName(1),
    key: base64Encode(one.signer.publicKey),
  }));
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const index = await book.write('OfficersElected', { vote: 0, officers, ...term, signaturesNeeded: 2 });
  await book.sealWith(index, { index: 0, keys: [{ office: 'convener', signer }] });
  book.officers = { index, keys };
  const body = { name, origin: founded.origin, founder: { kind: 'member', member: founded.member }, signer } as const;
  return { ...body, founded, book };
}

interface Tiers {
  readonly above: TestBody & { readonly book: Body };
  /** Two in a district, and one that belongs to the federation itself. */
  readonly bases: readonly [BaseBelow, BaseBelow, BaseBelow];
}

async function threeTiers(node: Node): Promise<Tiers> {
  const above = await federation(node);
  const district = await makeBody({ node }, 'distrito', 'delegate');
  const data = { below: district.origin, key: await district.key(), title: 'Distrito', entitlement: 1 };
  const admitted = { act: 'AffiliationAdmitted', data, by: { office: 'convener', article: 'test' } };
  assert.equal((await node.record(above.origin, [admitted as unknown as DraftAct])).kind, 'done');
  const between = { ...above, name: 'distrito', origin: district.origin };
  const first = await baseBelow(node, 'alto-lima', between, 2);
  const second = await baseBelow(node, 'rio-seco', between, 2);
  const third = await baseBelow(node, 'minas', above, 2);
  const up = { vote: 0, to: above.origin, toKey: await above.book.key() };
  for (const [below, to] of [
    [district, up],
    [first.book, { ...up, to: district.origin, toKey: await district.key() }],
    [second.book, { ...up, to: district.origin, toKey: await district.key() }],
    [third.book, up],
  ] as const)
    await below.write('AffiliationRequested', to);
  return { above, bases: [first, second, third] };
}

async function toOffice(page: Page, url: string, { name }: TestBody, card: string): Promise<void> {
  await page.goto(`${url}/office/consultations/${name}#body=${name}&card=${card}`);
  await page.getByRole('heading', { level: 1, name: 'Consultas y mociones elevadas' }).waitFor();
}

/** A pact that the assembly above has adopted, and that waits for the bases. */
async function suspended({ book }: Tiers['above']): Promise<void> {
  const sitting = await book.sitting();
  const text = { matter: 'pact', title: 'Pacto de Senkata', textHash };
  const tabled = { sitting, ...text, proposal: { kind: 'pact', with: 'Ellos' } };
  const motion = await book.write('MotionTabled', tabled, { disclose: { text: 'Abrimos la planta a las seis.' } });
  await book.write('ResolutionAdopted', { vote: 0, motion, ...text, status: 'suspended' });
}

const tallies = { yes: { yes: 4, no: 2, abstain: 0 }, no: { yes: 2, no: 4, abstain: 0 } };

/** As a sitting of the base voted it, sealed by its officers. */
async function answers({ above }: Tiers, { book }: BaseBelow, answer: 'yes' | 'no'): Promise<void> {
  const index = Number(tableEntries((await above.book.state()).consultations)[0]?.[0]);
  const on = { consultation: { book: above.origin, index }, textHash };
  const said = { ...on, answer, ...tallies[answer], present: 6, roll: 6, heldAt: book.node.now() };
  await book.seal(await book.write('ConsultationAnswered', { vote: 0, ...said }));
}

describe('consultations and motions sent up, at the table in Chromium', { skip: browserMissing }, () => {
  test('three tiers are asked with both sides; an answer is counted, corrected, one comes late, and each base is told', async () => {
    await withNode(async ({ node }) => {
      const tiers = await threeTiers(node);
      const { above, bases } = tiers;
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
          await page.getByText('0 de 3 respondieron.').waitFor();

          await answers(tiers, bases[0], 'yes');
          const from = page.getByLabel('Llegó la respuesta de');
          const count = page.getByRole('button', { name: 'Contarla' });
          await from.selectOption({ label: 'Junta alto-lima' });
          await count.click();
          await page.getByText('1 de 3 respondieron.').waitFor();
          await answers(tiers, bases[1], 'yes');
          await from.selectOption(bases[1].body.origin);
          await count.click();
          await page.getByText('2 de 3 respondieron.').waitFor();
          await page.getByRole('button', { name: 'Cerrar la consulta' }).click();
          await page.getByRole('alert').waitFor();
          await look('consultations: open', page);
          const folder = process.env.OFFICE_PICTURES;
          if (folder !== undefined) await page.screenshot({ path: `${folder}/consultation.png`, fullPage: true });

          // The second base corrects itself, and the third is late: the close finds both in their books.
          await answers(tiers, bases[1], 'no');
          await answers(tiers, bases[2], 'no');
          await page.getByRole('button', { name: 'Cerrar la consulta' }).click();
          await page.getByText('Ahora no hay consultas abiertas').waitFor();

          const { page: told } = await another();
          for (const [base, said] of [
            ['alto-lima', 'Esta base dijo que sí; las bases decidieron que no'],
            ['rio-seco', 'Esta base dijo que no; las bases decidieron que no'],
            ['minas', 'Esta base dijo que no; las bases decidieron que no'],
          ]) {
            await told.goto(`${url}/b/${base}/correspondence`);
            await told.getByText(`${said}, porque hacía falta`).waitFor();
            await told.getByText('dijeron que sí 1 y que no 2; callaron 0').waitFor();
          }
          await told.getByRole('link', { name: 'Pacto de Senkata' }).click();
          await told.getByRole('link', { name: 'Material para cada base, para imprimir' }).click();
          await told.getByText('Sin planta no hay gas.').waitFor();
          assert.deepEqual(faults, []);
        });
      });
    });
  });

  test('a motion that a base sent up is put on the list, answered with reasons, and its fate comes back into the base’s book', async () => {
    await withNode(async ({ node }) => {
      const { above, bases } = await threeTiers(node);
      const base = bases[2];
      const sent = { title: 'Agua para todos', textHash };
      const forwarded = await base.book.write('MotionForwarded', { vote: 0, motion: 0, to: above.origin, ...sent });
      await base.book.seal(forwarded);
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { look, faults } = everybody();
          const { page } = await another();
          await toOffice(page, url, above, above.founded.card.code);
          await page.getByLabel('La base', { exact: true }).selectOption(base.body.origin);
          await page.getByLabel('Número del acto con que la mandó').fill(String(forwarded));
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
          assert.deepEqual(faults, []);
        });
      });
    });
  });
});
