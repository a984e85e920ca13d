// The statute in Chromium: opened as it is in force, made to contradict itself and told so, mended, tried on votes, and taken to a
// sitting that adopts it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { type Actor, tableEntries } from '@cabildo/core';
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { done, withNode } from '../../../server/test/app/node-fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody } from '../everyone.ts';
import { withPhones, withServer } from '../hall.ts';
import { foundAssembly } from '../sitting/assembly.ts';
import { type BaseBelow, baseBelow } from './base-below.ts';

const { browser, client } = await inChromium();

const asMember = (member: string): Actor => ({ kind: 'member', member });

/** Eight of the roll are there, and counted; whoever works at the office is not among them. */
async function opened(node: Node, base: BaseBelow, sitting: number): Promise<void> {
  const { body, members, president, counting } = base;
  await done(node, body, 'AppointTellers', { sitting, tellers: counting }, president);
  for (const member of members.slice(2, 10)) await done(node, body, 'CheckIn', { sitting }, asMember(member));
  for (const teller of counting)
    await done(node, body, 'CountPresence', { sitting, round: 1, present: 8 }, asMember(teller));
  await done(node, body, 'OpenSitting', { sitting, call: 'first' }, president);
}

async function voted(node: Node, { body, members, president }: BaseBelow, motion: number, yes: number): Promise<void> {
  const vote = (await done(node, body, 'OpenVote', { motion, method: 'devices' }, president)).acts[0]!.index;
  for (const [i, member] of members.slice(2, 10).entries())
    await done(node, body, 'CastVote', { vote, choice: i < yes ? 'yes' : 'no' }, asMember(member));
  await done(node, body, 'CloseVote', { vote }, president);
}

/** Five for, three against. */
async function pastEvening(node: Node, base: BaseBelow): Promise<void> {
  const { body, president } = base;
  const startsAt = node.now();
  const notice = [{ matter: 'ordinary', title: 'Agua' }];
  const call = { kind: 'ordinary', place: 'Sede', startsAt, notice };
  const sitting = (await done(node, body, 'ConveneSitting', call, president)).acts[0]!.index;
  await opened(node, base, sitting);
  const motion = {
    sitting,
    matter: 'ordinary',
    title: 'Agua',
    text: 'Que se arregle.',
    proposal: { kind: 'resolution' },
  };
  await voted(node, base, (await done(node, body, 'TableMotion', motion, president)).acts[0]!.index, 5);
  await done(node, body, 'CloseSitting', { sitting }, president);
}

/** Of what is shown there, for whoever wants to look at it: `OFFICE_PICTURES=folder`. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.OFFICE_PICTURES;
  if (folder === undefined) return;
  await page.screenshot({ path: `${folder}/statute-${name}.png`, fullPage: true });
  for (const part of ['article-calls', 'article-rules', 'trial', 'move'])
    await page.locator(`#${part}`).screenshot({ path: `${folder}/statute-${name}-${part}.png` });
}

const second = (page: Page, part: 'num' | 'den') => page.locator(`#f-calls-second-${part}`);
const first = (page: Page, part: 'num' | 'den') => page.locator(`#f-calls-first-${part}`);
const article = (page: Page, name: string) => page.locator(`#article-${name}`);

async function contradict(page: Page): Promise<void> {
  await page.getByText('No se contradice.').waitFor();
  await article(page, 'calls').getByText('Cambiar: Quórum').click();
  await second(page, 'num').fill('2');
  await second(page, 'den').fill('3');
  const beside = article(page, 'calls').getByRole('group', { name: 'Segunda convocatoria' });
  await beside.getByText('la segunda convocatoria pide más gente que la primera').waitFor();
  await page.getByText('Hay 1 contradicción').waitFor();
  await page.getByText('antes hay que corregir las contradicciones').waitFor();
}

async function mend(page: Page): Promise<void> {
  await second(page, 'num').fill('1');
  await first(page, 'den').fill('2');
  await page.getByText('No se contradice.').waitFor();
  const reading = article(page, 'calls').locator('.reading');
  await reading.getByText('Segunda convocatoria: 30 minutos después, con al menos un tercio').waitFor();
  await article(page, 'calls').locator('del', { hasText: '1 %' }).first().waitFor();
  await article(page, 'calls').locator('ins', { hasText: 'al menos un tercio' }).waitFor();
}

async function tryOut(page: Page): Promise<void> {
  await page.getByLabel('En el padrón').fill('90');
  await page.getByLabel('Presentes').fill('20');
  await page.getByLabel('Por sí', { exact: true }).fill('15');
  await page.getByLabel('Por no', { exact: true }).fill('5');
  await page.getByRole('button', { name: 'Probar' }).click();
  const tried = page.locator('.tried');
  await tried.getByText('Primera convocatoria: hacen falta 45, hay 20; no hay quórum.').waitFor();
  await tried.getByText('la sesión no se abriría').first().waitFor();
  await tried.getByText('Por el sí, 15 de 20').first().waitFor();
  await tried.getByText('se aprobaría').first().waitFor();
}

/** In an hour, as the form wants it: by the body's clock, which is universal time, and not by that of the device. */
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString().slice(0, 16);

describe('the statute at the office, in Chromium', { skip: browserMissing }, () => {
  test('a draft that contradicts itself is mended, tried, convened for, tabled, and adopted by the sitting', async () => {
    let ahead = 0;
    const clock = (): number => Date.now() + ahead;
    await withNode(
      async ({ node }) => {
        const base = await baseBelow(node, 'alto-lima', await foundAssembly(node), 11);
        await pastEvening(node, base);
        await withServer(node, client.folder, async (url) => {
          await withPhones(browser, async (another) => {
            const { look, faults } = everybody();
            const { page } = await another({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/La_Paz' });
            await page.goto(`${url}/phone#body=alto-lima&card=${await base.cardOf(base.members[0] ?? '')}`);
            await page.getByRole('link', { name: 'Pedidos de revocatoria' }).waitFor();
            await page.goto(`${url}/office`);
            await page.getByRole('link', { name: 'Cambiar el estatuto' }).click();
            await page.getByRole('heading', { name: 'El estatuto', level: 1 }).waitFor();
            await contradict(page);
            await look('statute: contradicts', page);
            await picture(page, 'contradicts');
            await mend(page);
            await look('statute: changed', page);
            await picture(page, 'changed');
            await tryOut(page);
            const past = page.locator('.past li', { hasText: 'Agua' });
            await past.getByText('se aprobó').waitFor();
            await past.getByText('se aprobaría').first().waitFor();
            await page.getByText('Con el borrador saldrían de otra manera 0 de 1.').waitFor();
            await look('statute: tried', page);
            await picture(page, 'tried');

            await page.reload();
            await article(page, 'calls').getByText('Cambiar: Quórum').click();
            await page.getByText('No se contradice.').waitFor();
            assert.equal(await second(page, 'den').inputValue(), '3', 'the draft is kept on this device');

            await page.getByText('Convocar una sesión con este texto').click();
            await page.getByLabel('Lugar de la sesión').fill('Sede social');
            await page.getByLabel('Día y hora de la sesión').fill(inAnHour());
            await look('statute: handed over', page);
            await picture(page, 'handed-over');
            await page.getByRole('button', { name: 'Convocar la sesión' }).click();
            const table = page.getByRole('button', { name: 'Presentar la moción en la sesión de Sede social' });
            await table.waitFor();
            ahead = 2 * 3_600_000;
            const sitting = (await node.book('alto-lima'))!.state.activeSittings.at(-1) ?? assert.fail('none convened');
            await opened(node, base, sitting);
            await table.click();
            await page.getByText('La moción está presentada.').waitFor();
            const { state } = (await node.book('alto-lima'))!;
            const motion = Math.max(...tableEntries(state.motions).map(([key]) => Number(key)));
            await voted(node, base, motion, 8);
            const inForce = (await (await fetch(`${url}/api/bodies/alto-lima/statute`)).json()) as InForce;
            assert.deepEqual(inForce.statute.calls.second, { num: 1, den: 3, min: 1, strict: false });
            await page.reload();
            await page.getByText('el borrador dice lo mismo que el estatuto vigente').waitFor();
            assert.deepEqual(faults, []);
          });
        });
      },
      { clock },
    );
  });

  test('a template is written on without signing in, saved, opened again; what is no statute is refused at its place', async () => {
    await withNode(async ({ node }) => {
      await withServer(node, client.folder, async (url) => {
        await withPhones(browser, async (another) => {
          const { look, faults } = everybody();
          const { page } = await another();
          await page.goto(`${url}/office/new-statute`);
          await page.getByText('No se contradice.').waitFor();
          await page.getByLabel('Comenzar con').selectOption({ label: 'Estatuto del sindicato de base' });
          await page.getByText('Estas son las reglas: «Estatuto del sindicato de base».').waitFor();
          await look('statute: template', page);
          await article(page, 'rules').getByText('Cambiar: Reglas de decisión').click();
          await look('statute: rules', page);
          await article(page, 'notice').getByText('Cambiar: Convocatoria').click();
          await page.locator('#f-notice-hours').fill('');
          await article(page, 'notice').getByText('aquí va un número entero desde 0').first().waitFor();
          await look('statute: hole', page);
          await page.locator('#f-notice-hours').fill('12');
          await page.getByText('Se convoca con 12 horas de anticipación.').waitFor();
          const saving = page.waitForEvent('download');
          await page.getByRole('button', { name: 'Guardar el borrador como archivo' }).click();
          const saved = await readFile(await (await saving).path(), 'utf8');
          const statute = JSON.parse(saved) as { readonly notice: object };
          assert.deepEqual(statute.notice, { hours: 12 });
          const open = (content: string) =>
            page.getByLabel('Abrir un borrador guardado').setInputFiles({
              name: 'x.json',
              mimeType: 'application/json',
              buffer: Buffer.from(content),
            });
          const refused = page.locator('.files .refusal');
          for (const none of ['<script>alert(1)</script>', `{"title":${'['.repeat(9_000)}${']'.repeat(9_000)}}`]) {
            await open(none);
            await refused.getByText('Ese archivo no es un estatuto').waitFor();
            await open(JSON.stringify({ ...statute, notice: { hours: 'pronto' } }));
            await refused.getByText('(/notice/hours): aquí va un número entero desde 0').waitFor();
          }
          await open(JSON.stringify({ ...statute, rules: 5 }));
          await refused.getByText('(/rules): aquí va una lista de hasta 12').waitFor();
          await page.getByText('Se convoca con 12 horas de anticipación.').waitFor();
          await open('x'.repeat(300_000));
          await page.getByText('demasiado grande').waitFor();
          await open(saved);
          await page.getByText('No se contradice.').waitFor();
          await page.getByText('Se convoca con 12 horas de anticipación.').waitFor();
          await page.emulateMedia({ media: 'print' });
          assert.equal(await page.locator('.article details').first().isVisible(), false);
          assert.equal(await page.getByText('Se convoca con 12 horas').isVisible(), true);
          assert.deepEqual(faults, []);
        });
      });
    });
  });
});

interface InForce {
  readonly statute: { readonly calls: { readonly second: object } };
}
