// A base joins an assembly above whose book another node keeps: asked for in a sitting of the base, signed by its officers' phones,
// admitted in a sitting above. Both motions are moved and voted on screens, and each node reads the other's act in a copy of the book.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import type { Actor } from '@cabildo/core';
import type { Page } from 'playwright-core';
import type { Node } from '../../../server/src/app/index.ts';
import { done, found, lightStatute, type TestBody } from '../../../server/test/app/node-fixture.ts';
import { Body } from '../../../server/test/exchange/fixture.ts';
import { browserMissing } from '../browser.ts';
import { inChromium } from '../chromium.ts';
import { everybody, type Look } from '../everyone.ts';
import { type PhoneInHand, withPhones } from '../hall.ts';
import { baseBelow, foundAssembly } from '../sitting/assembly.ts';
import { DeskByKeyboard } from '../sitting/desk-by-keyboard.ts';
import { press } from '../sitting/teller-at-work.ts';
import { choose } from './choosing.ts';
import { officersOnPhones, sign } from './neighbours.ts';
import { type TwoNodes, withTwoNodes } from './two-nodes.ts';

const { browser, client } = await inChromium();

const HOURS_MS = 3 * 3_600_000;
const asMember = (member: string): Actor => ({ kind: 'member', member });

interface Walk extends TwoNodes {
  readonly look: Look;
  readonly upper: TestBody;
  readonly base: TestBody;
  /** Who presides over the base and who writes there; and who presides above. */
  readonly officers: readonly [PhoneInHand, PhoneInHand];
  readonly presides: PhoneInHand;
  readonly president: Actor;
  readonly tellers: readonly Enrolled[];
  another(): Promise<PhoneInHand>;
}

interface Enrolled {
  readonly member: string;
  readonly phone: PhoneInHand;
}

/** On the roll before anything is convened, each signed in by the own card. */
async function enrolled({ below }: TwoNodes, base: TestBody, another: () => Promise<PhoneInHand>) {
  const all: Enrolled[] = [];
  for (const name of ['Juana Ñáñez', 'Teófilo Condori']) {
    const member = String((await done(below.node, base, 'EnrolMember', { name })).answer.member);
    const card = (await done(below.node, base, 'IssueCard', { member })).answer.card as { readonly code: string };
    const phone = await another();
    await phone.page.goto(`${below.url}/phone#body=${base.name}&card=${card.code}`);
    await phone.on('hall');
    all.push({ member, phone });
  }
  return all;
}

/** The act of that kind that was written last in a book, as that node has it. */
async function lastOf(node: Node, book: string, act: string) {
  const rows = (await node.actsOf(book, [act], 1)) ?? [];
  const [row] = rows;
  if (row === undefined) return null;
  const { data, cites = [] } = JSON.parse(Buffer.from(row.entry).toString());
  return { index: row.index, data, cites } as {
    readonly index: number;
    readonly data: Readonly<Record<string, unknown>>;
    readonly cites: readonly { readonly book: string; readonly index: number }[];
  };
}

const firstSteps = (url: string, { name }: TestBody): string => `${url}/office/first-steps/${name}`;

/** In the office: a sitting is called on the words that will be moved there. Its number; the hour has come. */
async function called({ passes }: Walk, page: Page, node: Node, id: string): Promise<number> {
  const place = `#${id}-place`;
  await page.getByText('Convocar a una sesión que lo decida').click();
  const form = page.locator('form', { has: page.locator(place) });
  await form.locator(place).fill('Sede social');
  // On the clock of the nodes, which is ahead of the browser's.
  const hour = new Date(Date.parse(node.now()) + HOURS_MS / 2).toISOString().slice(0, 16);
  await form.locator(`#${id}-hour`).fill(hour);
  await form.getByRole('button', { name: 'Convocar', exact: true }).click();
  await page.getByText('Está en la convocatoria: Sede social').waitFor();
  passes(HOURS_MS);
  const desk = await page.getByRole('link', { name: 'Llevar la sesión' }).last().getAttribute('href');
  return Number(desk?.split('/').at(-1));
}

/** The item is called at the desk, the motion put from the office with the words of the notice, and voted by phone. */
async function movedAndVoted(
  { look }: Walk,
  { page }: PhoneInHand,
  at: { readonly office: string; readonly desk: string; readonly item: RegExp; readonly before?: () => Promise<void> },
  voters: readonly PhoneInHand[],
): Promise<void> {
  const desk = new DeskByKeyboard(page);
  await page.goto(at.desk);
  await desk.press(at.item, '.agenda');
  await page.getByRole('heading', { name: at.item, level: 2 }).waitFor();
  await page.goto(at.office);
  await at.before?.();
  await press(page, 'Presentar la moción');
  await page.getByText('Presentada: se vota en la mesa').waitFor();
  await look(`joining: presented (${at.item.source})`, page);
  await page.goto(at.desk);
  const motion = page.locator('.motion.ready');
  await motion.waitFor();
  if (
    !(await motion
      .getByRole('button', { name: /[Pp]or teléfono$/ })
      .first()
      .isVisible())
  )
    await desk.unfold('Otra forma de decidir', motion);
  await desk.press(/[Pp]or teléfono$/, '.motion.ready');
  for (const voter of voters) {
    await voter.on('vote');
    await press(voter.page, 'Sí');
    await voter.page.getByText('Su voto está contado').waitFor();
  }
  await desk.closeVote();
  await page.locator('.result').getByText('Aprobada').waitFor();
}

/** The base asks, in a sitting of its own. */
async function asks(walk: Walk): Promise<void> {
  const { below, base, officers, look, tellers } = walk;
  const [{ page }] = officers;
  await page.goto(firstSteps(below.url, base));
  const chosen = async (): Promise<void> => {
    await choose(page, 'A qué federación o asamblea de delegados', 'Asamblea Popular');
  };
  await chosen();
  await look('joining: the one above, of another node', page);
  const sitting = await called(walk, page, below.node, 'ask');
  const people = tellers.map(({ member }) => member);
  await done(below.node, base, 'AppointTellers', { sitting, tellers: people }, walk.president);
  for (const member of people) await done(below.node, base, 'CheckIn', { sitting }, asMember(member));
  for (const member of people)
    await done(below.node, base, 'CountPresence', { sitting, round: 1, present: 2 }, asMember(member));
  await done(below.node, base, 'OpenSitting', { sitting, call: 'first' }, walk.president);
  const desk = `${below.url}/phone/desk/${base.name}/${sitting}`;
  const at = { office: firstSteps(below.url, base), desk, item: /Pedir la afiliación a Asamblea Popular/ };
  const phones = tellers.map(({ phone }) => phone);
  await movedAndVoted(walk, officers[0], { ...at, before: chosen }, phones);
}

/** The assembly above admits, in a sitting of its own: the delegate of a base that belongs to it already votes. */
async function admits(walk: Walk): Promise<void> {
  const { above, upper, presides, another, base, look } = walk;
  const { page } = presides;
  await page.goto(firstSteps(above.url, upper));
  await page.getByText('falta que su directiva firme el pedido').waitFor();
  await sign(
    walk.officers.map((officer) => officer.page),
    walk.below.url,
    base.name,
    /^Pedido de afiliación/,
  );
  await above.pulls(base.origin);
  await page.reload();
  await page.getByRole('textbox', { name: 'Puestos' }).waitFor();
  await look('joining: asked from another node', page);
  const sitting = await called(walk, page, above.node, `admit-${base.origin.replaceAll(/[^\w-]/g, '-')}`);
  const seat = { below: `${above.node.name}/ballivian`, seat: 1 };
  await done(above.node, upper, 'AccreditSeat', { sitting, ...seat });
  await done(above.node, upper, 'OpenSitting', { sitting, call: 'first' });
  const card = (await done(above.node, upper, 'IssueSeatCard', seat)).answer.card as { readonly code: string };
  const delegate = await another();
  await delegate.page.goto(`${above.url}/phone#body=${upper.name}&card=${card.code}`);
  await delegate.on('hall');
  const desk = `${above.url}/phone/desk/${upper.name}/${sitting}`;
  await movedAndVoted(walk, presides, { office: firstSteps(above.url, upper), desk, item: /Admitir a/ }, [delegate]);
}

describe('joining an assembly whose book is on another node, in Chromium', { skip: browserMissing }, () => {
  test('a base asks in its sitting and signs, the one above admits in its own; both acts are in both nodes’ books', async () => {
    await withTwoNodes(client.folder, async (nodes) => {
      await withPhones(browser, async (another) => {
        const { look, faults } = everybody();
        const { below, above } = nodes;
        const laptop = () => another({ viewport: { width: 1280, height: 800 } });
        const upper = await foundAssembly(above.node);
        await baseBelow(above.node, upper, 'ballivian', 1);
        const president = {
          office: 'president',
          holder: upper.founded.member,
          key: base64Encode(upper.signer.publicKey),
        };
        const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
        const office = { vote: 0, officers: [president], ...term, signaturesNeeded: 1 };
        await new Body({ node: above.node }, upper.name).write('OfficersElected', office);
        const presides = await laptop();
        await presides.page.goto(`${above.url}/phone#body=${upper.name}&card=${upper.founded.card.code}`);
        await presides.on('hall');
        const base = await found(below.node, 'alto-lima', lightStatute({ checkIn: 'anywhere' }));
        const tellers = await enrolled(nodes, base, another);
        const { officers, members } = await officersOnPhones({ ...below, another: laptop }, base, [
          'president',
          'secretary',
        ]);
        await below.copies(above, upper.origin);
        await above.copies(below, base.origin);
        const [one, other] = officers as readonly PhoneInHand[] as readonly [PhoneInHand, PhoneInHand];
        const people = { presides, officers: [one, other] as const, tellers, president: asMember(members[0] ?? '') };
        const walk: Walk = { ...nodes, ...people, look, upper, base, another };

        await asks(walk);
        const asked = (await lastOf(below.node, base.origin, 'AffiliationRequested')) ?? assert.fail('nothing asked');
        assert.equal(asked.data.to, upper.origin);
        await above.pulls(base.origin);
        await admits(walk);

        const admitted = (await lastOf(above.node, upper.origin, 'AffiliationAdmitted')) ?? assert.fail('not admitted');
        assert.deepEqual([admitted.data.below, admitted.cites[0]?.book], [base.origin, base.origin]);
        await below.pulls(upper.origin);
        await above.pulls(base.origin);
        for (const { node } of [below, above]) {
          assert.equal((await lastOf(node, base.origin, 'AffiliationRequested'))?.index, asked.index, node.name);
          assert.equal((await lastOf(node, upper.origin, 'AffiliationAdmitted'))?.index, admitted.index, node.name);
        }
        const { page } = one;
        await page.goto(firstSteps(below.url, base));
        await page.locator('.named li', { hasText: 'Asamblea Popular' }).getByText('afiliada').waitFor();
        await look('joining: joined', page);
        assert.deepEqual(faults, []);
      });
    });
  });
});
