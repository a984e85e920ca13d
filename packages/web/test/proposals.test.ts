// What the desk tables: every kind of proposal by forms that the node describes, and announced texts on any officer's device.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { type Actor, type DraftAct, tableValues } from '@cabildo/core';
import type { Page } from 'playwright-core';
import type { Node } from '../../server/src/app/index.ts';
import { ask, done, found, lightStatute, type TestBody } from '../../server/test/app/node-fixture.ts';
import { electOfficers } from '../../server/test/app/officers.ts';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { openDesk } from './desk-evening.ts';
import { everybody } from './everyone.ts';
import { type Hall, type PhoneInHand, withHall, withPhone } from './hall.ts';

const pictures = process.env.DESK_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/proposal-${name}.png`, fullPage: true });
}

const asMember = (member: string): Actor => ({ kind: 'member', member });

const motions = async ({ node, body }: Hall) => {
  const book = await node.book(body.name);
  return book === null ? [] : [...tableValues(book.state.motions)];
};

const bloqueo = (node: Node, body: TestBody): Promise<number> =>
  decided(node, body, 'MeasureDeclared', {
    resolution: 1,
    what: 'bloqueo',
    place: 'Río Seco',
    from: '2026-01-01T00:00:00Z',
    exempt: [],
  });

const demanded = (node: Node, body: TestBody): Promise<number> =>
  decided(node, body, 'DemandListAdopted', { vote: 1, resolution: 1, demands: ['Agua cada día', 'Tarifa social'] });

/** As if that body had decided it. */
async function decided(node: Node, { origin }: TestBody, act: string, data: object): Promise<number> {
  const draft = { act, data, by: { office: 'statute', article: 'test' } } as unknown as DraftAct;
  const outcome = await node.record(origin, [draft]);
  assert.ok(outcome.kind === 'done', JSON.stringify(outcome));
  return outcome.acts[0]!.index;
}

/** The form of that kind of proposal, in the middle of the desk. */
async function openForm(page: Page, item: RegExp) {
  await page.getByRole('button', { name: item }).first().click();
  await page.getByRole('heading', { name: item, level: 2 }).waitFor();
  await page.locator('.tabling > .step > .action').first().click();
  return page.locator('.tabling form');
}

const { browser, client } = await inChromium();

describe('tabling at the desk in Chromium', { skip: browserMissing, concurrency: 2 }, () => {
  test('a demand list is written demand by demand, a task names its office: no kind needs a form of its own', async () => {
    await withHall(client.folder, async (hall) => {
      await hall.openSitting();
      await withPhone(browser, async ({ page }) => {
        await openDesk(hall, page);
        const form = await openForm(page, /Agua/);
        await form.getByRole('textbox', { name: 'Título' }).fill('Pliego del agua');
        await form.getByRole('textbox', { name: 'Texto' }).fill('Que se pida lo que sigue.');
        const submit = form.locator('button[type="submit"]');
        await form.getByRole('combobox', { name: 'Qué hace si se aprueba' }).selectOption('demand-list');
        await form.locator('button[type="submit"][aria-disabled="true"]').waitFor();
        for (const [number, demand] of ['Agua cada día', 'Tarifa social'].entries()) {
          await form.getByRole('button', { name: 'Añadir: demanda' }).click();
          await form.getByLabel(`Demanda ${number + 1}`).fill(demand);
        }
        await form.getByRole('button', { name: 'Añadir: demanda' }).click();
        await form.getByRole('button', { name: 'Quitar «Demanda 3»' }).click();
        await picture(page, 'demands');
        await submit.click();
        await page.getByRole('heading', { name: 'Pliego del agua', exact: true }).waitFor();
        const [tabled] = await motions(hall);
        assert.deepEqual(tabled?.proposal, { kind: 'demand-list', demands: ['Agua cada día', 'Tarifa social'] });

        await page.locator('.tabling > .step > .action').first().click();
        await form.getByRole('textbox', { name: 'Título' }).fill('Cavar');
        await form.getByRole('textbox', { name: 'Texto' }).fill('Que se cave.');
        const kind = form.getByRole('combobox', { name: 'Qué hace si se aprueba' });
        await kind.selectOption('draw-territory');
        const map = {
          name: 'm.geojson',
          mimeType: 'application/geo+json',
          buffer: Buffer.from('{}'.padEnd(5_000_001)),
        };
        await form.getByLabel('Mapa (GeoJSON)').setInputFiles(map);
        await form.getByText('Ese archivo no es JSON, o pasa de 5 MB: no se lee nada de él.').waitFor();
        await kind.selectOption('resolution');
        await form.getByText('Si hace falta: sólo si pasa algo, tareas').click();
        await form.getByRole('button', { name: 'Añadir: tarea' }).click();
        await form.getByRole('combobox', { name: 'Cargo', exact: true }).selectOption('secretary');
        await form.getByRole('textbox', { name: 'Qué', exact: true }).fill('Comprar palas');
        await picture(page, 'task');
        await submit.click();
        await page.getByRole('heading', { name: 'Cavar', exact: true }).waitFor();
        const proposal = (await motions(hall)).at(-1)?.proposal as { kind: string; tasks: Record<string, unknown>[] };
        assert.deepEqual(proposal.kind, 'resolution');
        assert.deepEqual(proposal.tasks[0]?.to, { kind: 'office', office: 'secretary' });
        assert.equal(proposal.tasks[0]?.what, 'Comprar palas');
        assert.ok(String(proposal.tasks[0]?.due) > hall.node.now(), 'it begins with a day that has not passed');
      });
    });
  });

  test('what a proposal is about is chosen by what it says, in this book or in another one: nobody types an act’s number', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body } = hall;
      await hall.openSitting();
      const vote = await hall.openVote('Subir la cuota');
      await hall.closeVote(vote);
      const other = await found(node, 'zona-norte', lightStatute({}));
      const measure = await bloqueo(node, other);
      const list = await demanded(node, body);
      const work = async ({ page }: PhoneInHand): Promise<void> => {
        // What the network does not bring at first is asked for again.
        await page.route('**/acts-of/**', (route) => route.abort(), { times: 1 });
        await openDesk(hall, page);
        const form = await openForm(page, /Agua/);
        const kind = form.getByRole('combobox', { name: 'Qué hace si se aprueba' });
        await form.getByRole('textbox', { name: 'Título' }).fill('Volver a votar la cuota');
        await form.getByRole('textbox', { name: 'Texto' }).fill('Que se anule.');
        await kind.selectOption('annul-vote');
        const votes = form.getByRole('combobox', { name: 'Qué votación' });
        await votes
          .locator('option', { hasText: 'Se abre la votación de «Subir la cuota»' })
          .waitFor({ state: 'attached' });
        await votes.selectOption(String(vote));
        await picture(page, 'chosen-vote');
        const { look, faults } = everybody();
        await look('desk: a vote is chosen', page);
        assert.deepEqual(faults, []);
        await kind.selectOption('join-measure');
        await form.getByRole('combobox', { name: 'Libro' }).selectOption({ label: 'Junta zona-norte' });
        const there = form.getByRole('combobox', { name: 'Qué acto de ese libro' });
        await there.locator('option', { hasText: 'Medida: bloqueo' }).waitFor({ state: 'attached' });
        await there.selectOption(String(measure));
        await picture(page, 'chosen-measure');
        await form.locator('button[type="submit"]:not([aria-disabled="true"])').click();
        // Its own rule answers: this body is not below that one.
        await page.locator('.tabling .refusal').waitFor();
        await kind.selectOption('change-demand');
        await form.getByRole('combobox', { name: 'El pliego' }).selectOption(String(list));
        await form.getByRole('combobox', { name: 'Qué demanda' }).selectOption({ label: '2. Tarifa social' });
        await kind.selectOption('annul-vote');
        await votes.selectOption(String(vote));
        await form.getByRole('textbox', { name: 'Por qué' }).fill('Se contó mal.');
        await form.locator('button[type="submit"]').click();
        await page.getByRole('heading', { name: 'Volver a votar la cuota', exact: true }).waitFor();
        assert.deepEqual((await motions(hall)).at(-1)?.proposal, { kind: 'annul-vote', vote, reason: 'Se contó mal.' });
      };
      await withPhone(browser, work, { serviceWorkers: 'block' });
    });
  });

  test('on a member’s phone an amendment is what it takes out and puts in, loaded when it is opened', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting } = hall;
      await hall.openSitting();
      const gas = { sitting, matter: 'ordinary', title: 'Gas', text: 'Gas a los hospitales.' };
      const tabled = await done(node, body, 'TableMotion', { ...gas, proposal: { kind: 'resolution' } });
      const proposal = { kind: 'amend-motion', motion: tabled.acts[0]!.index, order: 1, substantive: false };
      const better = { ...gas, title: 'Y a las ollas', text: 'Gas a los hospitales y a las ollas.', proposal };
      await done(node, body, 'TableMotion', better);
      await withPhone(browser, async ({ page, on, asked }) => {
        await page.goto(hall.addressOf(await hall.card()));
        await on('hall');
        const amendment = page.locator('.motions summary', { hasText: 'Y a las ollas' });
        await amendment.waitFor();
        assert.ok(!asked.some((address) => /changed-text/.test(address)), 'not before somebody wants it');
        await amendment.click();
        const added = page.locator('.motions ins');
        await added.waitFor();
        assert.match((await added.textContent()) ?? '', /\+.*se agrega:.*y a las ollas/);
        await picture(page, 'amendment-on-phone');
        await page.locator('.motions summary', { hasText: /^Gas$/ }).click();
        await page.getByText('Gas a los hospitales.', { exact: true }).waitFor();
      });
    });
  });

  test('a text that one officer has announced is tabled by another, on a device that has never seen it', async () => {
    await withHall(client.folder, async (hall) => {
      const { node, body, sitting } = hall;
      const cards = [await hall.card(), await hall.card()] as const;
      const officers = cards.map(({ member }) => asMember(member));
      for (const member of officers) await ask(node, body, 'CheckIn', { sitting }, member);
      await hall.openSitting();
      const keys = ['A'.repeat(43).concat('='), 'B'.repeat(42).concat('A=')] as const;
      await electOfficers(node, body, { sitting, members: officers }, keys);
      const [president, secretary] = officers as [Actor, Actor];
      await done(node, body, 'CloseSitting', { sitting }, president);
      const text = 'Se aprueban las cuentas del año: entraron 400, salieron 380.';
      const textHash = createHash('sha256').update(text).digest('base64');
      const notice = [{ matter: 'accounts', title: 'Cuentas del año', textHash }];
      const next = await convened(hall, secretary, { notice, texts: [{ item: 0, text }] });
      const { tellers } = hall;
      await done(node, body, 'AppointTellers', { sitting: next, tellers }, president);
      for (const member of tellers)
        await done(node, body, 'CountPresence', { sitting: next, round: 1, present: 4 }, asMember(member));
      await done(node, body, 'OpenSitting', { sitting: next, call: 'first' }, president);
      await withPhone(browser, async ({ page }) => {
        await page.goto(hall.addressOf(cards[0]));
        await page.waitForSelector('main[data-screen="hall"], main[data-screen="result"]');
        await page.goto(`${hall.url}/phone/desk/${body.name}/${next}`);
        const form = await openForm(page, /Cuentas del año/);
        await form.getByText('Es el texto de la convocatoria.').waitFor();
        assert.equal(await form.getByRole('textbox', { name: 'Texto' }).inputValue(), text);
        await picture(page, 'announced');
        await form.locator('button[type="submit"]').click();
        await page.getByRole('heading', { name: 'Cuentas del año', level: 3 }).waitFor();
        assert.equal((await motions(hall)).at(-1)?.textHash, textHash);
      });
      const poster = await (await fetch(`${hall.url}/b/${body.name}/sittings/${next}/poster`)).text();
      assert.match(poster, /entraron 400, salieron 380/, 'and whoever reads the convocation reads it');
    });
  });
});

async function convened({ node, body }: Hall, by: Actor, more: object): Promise<number> {
  for (;;) {
    const input = { kind: 'ordinary', place: 'Sede social', startsAt: node.now(), ...more };
    const outcome = await ask(node, body, 'ConveneSitting', input, by);
    if (outcome.kind === 'done') return outcome.acts[0]!.index;
    // A second may have turned on the way.
    if (outcome.kind !== 'refused' || outcome.refusal.code !== 'notice-too-short') assert.fail(JSON.stringify(outcome));
  }
}
