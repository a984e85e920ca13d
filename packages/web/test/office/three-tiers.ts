// A federation, a district in it, and four bases; its questions go down to every base, through the bodies between.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { type Actor, type DraftAct, type Statute, tableEntries } from '@cabildo/core';
import type { Node } from '../../../server/src/app/index.ts';
import { done, freshKey, lightStatute, type TestBody } from '../../../server/test/app/node-fixture.ts';
import { Body, makeBody, memberName } from '../../../server/test/exchange/fixture.ts';
import { type BaseBelow, baseBelow } from './base-below.ts';

/** What is asked, and what a base sends up. */
export const askedText = 'Abrimos la planta a las seis.';
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

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

export interface Tiers {
  readonly above: TestBody & { readonly book: Body };
  /** Two in a district, and two that belong to the federation itself; the last one never answers. */
  readonly bases: readonly [BaseBelow, BaseBelow, BaseBelow, BaseBelow];
}

export async function threeTiers(node: Node): Promise<Tiers> {
  const above = await federation(node);
  const district = await makeBody({ node }, 'distrito', 'delegate');
  const data = { below: district.origin, key: await district.key(), title: 'Distrito', entitlement: 1 };
  const admitted = { act: 'AffiliationAdmitted', data, by: { office: 'convener', article: 'test' } };
  assert.equal((await node.record(above.origin, [admitted as unknown as DraftAct])).kind, 'done');
  const between = { ...above, name: 'distrito', origin: district.origin };
  const first = await baseBelow(node, 'alto-lima', between, 2);
  const second = await baseBelow(node, 'rio-seco', between, 2);
  const third = await baseBelow(node, 'minas', above, 2);
  const silent = await baseBelow(node, 'achocalla', above, 2);
  const up = { vote: 0, to: above.origin, toKey: await above.book.key() };
  for (const [below, to] of [
    [district, up],
    [first.book, { ...up, to: district.origin, toKey: await district.key() }],
    [second.book, { ...up, to: district.origin, toKey: await district.key() }],
    [third.book, up],
    [silent.book, up],
  ] as const)
    await below.write('AffiliationRequested', to);
  return { above, bases: [first, second, third, silent] };
}

/** A pact that the assembly above has adopted, and that waits for the bases. */
export async function suspended({ book }: Tiers['above']): Promise<void> {
  const sitting = await book.sitting();
  const text = { matter: 'pact', title: 'Pacto de Senkata', textHash: hashOf(askedText) };
  const tabled = { sitting, ...text, proposal: { kind: 'pact', with: 'Ellos' } };
  const motion = await book.write('MotionTabled', tabled, { disclose: { text: askedText } });
  await book.write('ResolutionAdopted', { vote: 0, motion, ...text, status: 'suspended' });
}

const tallies = { yes: { yes: 4, no: 2, abstain: 0 }, no: { yes: 2, no: 4, abstain: 0 } };

/** As a sitting of the base voted it, sealed by its officers. */
export async function answers({ above }: Tiers, { book }: BaseBelow, answer: 'yes' | 'no'): Promise<void> {
  const index = Number(tableEntries((await above.book.state()).consultations)[0]?.[0]);
  const on = { consultation: { book: above.origin, index }, textHash: hashOf(askedText) };
  const said = { ...on, answer, ...tallies[answer], present: 6, roll: 6, heldAt: book.node.now() };
  await book.seal(await book.write('ConsultationAnswered', { vote: 0, ...said }));
}

const asMember = (member: string): Actor => ({ kind: 'member', member });

/** Six are there, counted by two, and the item is called; `phones` votes are cast by whoever tests it. */
export async function opens(
  node: Node,
  { body, members, president, counting }: BaseBelow,
  sitting: number,
): Promise<void> {
  await done(node, body, 'AppointTellers', { sitting, tellers: counting }, president);
  for (const member of members) await done(node, body, 'CheckIn', { sitting }, asMember(member));
  for (const teller of counting)
    await done(node, body, 'CountPresence', { sitting, round: 1, present: members.length }, asMember(teller));
  await done(node, body, 'OpenSitting', { sitting, call: 'first' }, president);
}

/** The motion that was tabled last is put to the phones; the index of the vote. */
export async function openVote(node: Node, { body, book, president }: BaseBelow): Promise<number> {
  const motion = Number(tableEntries((await book.state()).motions).at(-1)?.[0]);
  return (await done(node, body, 'OpenVote', { motion, method: 'devices' }, president)).acts[0]!.index;
}

/** Those vote yes, the vote is closed, and the officers seal what the base has said. */
export async function votedAndSealed(
  node: Node,
  { body, book, president }: BaseBelow,
  vote: number,
  yes: readonly string[],
): Promise<void> {
  for (const member of yes) await done(node, body, 'CastVote', { vote, choice: 'yes' }, asMember(member));
  const closed = await done(node, body, 'CloseVote', { vote }, president);
  const answered = closed.acts.find(({ act }) => act === 'ConsultationAnswered') ?? assert.fail('nothing was answered');
  await book.seal(answered.index);
}
