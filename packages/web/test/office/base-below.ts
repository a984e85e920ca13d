// A base of real people with officers, a sealed delegate above, and an assembly of delegates in which that seat votes.
import assert from 'node:assert/strict';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { Actor, DraftAct } from '@cabildo/core';
import type { Node } from '../../../server/src/app/index.ts';
import { convened, done, found, lightStatute, type TestBody } from '../../../server/test/app/node-fixture.ts';
import { Body } from '../../../server/test/exchange/fixture.ts';

export interface BaseBelow {
  readonly body: TestBody;
  /** The same body, whose acts can be written as they stand and sealed by its officers. */
  readonly book: Body;
  readonly members: readonly string[];
  readonly president: Actor;
  /** Members who hold offices that count. */
  readonly counting: readonly [string, string];
  readonly delegate: string;
  readonly election: number;
  cardOf(member: string): Promise<string>;
}

const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
const offices = ['president', 'secretary', 'watch one', 'watch two'] as const;

/** `people` beside its four officers; the delegate is one of them. */
export async function baseBelow(node: Node, name: string, above: TestBody, people: number): Promise<BaseBelow> {
  const body = await found(
    node,
    name,
    lightStatute({
      checkIn: 'anywhere',
      mandates: { binding: 'flag', report: 10 },
      recall: { monthsBefore: 0, petition: { num: 1, den: 3 }, days: 15 },
      offices: [
        { office: 'president', role: 'presidium' },
        { office: 'secretary', role: 'secretary' },
        { office: 'watch one', role: 'teller' },
        { office: 'watch two', role: 'teller' },
      ],
    }),
  );
  const members: string[] = [];
  for (let i = 0; i < people + offices.length; i++) {
    const { answer } = await done(node, body, 'EnrolMember', { name: i === 4 ? 'Petrona Quispe' : `Vecina ${i}` });
    members.push(String(answer.member));
  }
  const book = Object.assign(new Body({ node }, name), { convener: body.signer });
  const keys = offices.map((office) => ({ office, signer: generateKey().signer }));
  const officers = keys.map(({ office, signer }, i) => ({
    office,
    holder: members[i] ?? '',
    key: base64Encode(signer.publicKey),
  }));
  const index = await book.write('OfficersElected', { vote: 0, officers, ...term, signaturesNeeded: 2 });
  await book.sealWith(index, { index: 0, keys: [{ office: 'convener', signer: body.signer }] });
  book.officers = { index, keys: keys.slice(0, 2) };
  await prove(book);
  const [delegate, alternate] = members.slice(-2) as [string, string];
  const seats = [{ seat: 1, holder: delegate, alternate }];
  const election = await book.write('DelegatesElected', { vote: 0, to: above.origin, ...term, seats });
  await book.seal(election);
  await admit(node, above, book);
  return {
    body,
    book,
    members,
    president: { kind: 'member', member: members[0] ?? '' },
    counting: [members[2] ?? '', members[3] ?? ''],
    delegate,
    election,
    async cardOf(member) {
      const secretary: Actor = { kind: 'member', member: members[1] ?? '' };
      const { answer } = await done(node, body, 'IssueCard', { member }, secretary);
      return (answer.card as { code: string }).code;
    },
  };
}

/** As if its founding minutes had been signed, and two neighbours had witnessed them. */
async function prove(book: Body): Promise<void> {
  const held = await book.sitting();
  const text = base64Encode(new Uint8Array(32));
  const minutes = await book.write('MinutesApproved', { sitting: held, firstAct: 0, lastAct: held, text });
  await book.seal(minutes);
  const witnesses = ['n1.example/junta', 'n2.example/junta'].map((of) => ({ book: of, index: 9 }));
  await book.write('BodyProven', { minutes, witnesses });
}

async function admit(node: Node, above: TestBody, book: Body): Promise<void> {
  const data = { below: book.origin, key: await book.key(), title: book.name, entitlement: 1 };
  const act = { act: 'AffiliationAdmitted', data, by: { office: 'convener', article: 'test' } };
  const outcome = await node.record(above.origin, [act as unknown as DraftAct]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
}

export interface VoteAbove {
  readonly sitting: number;
  readonly vote: number;
}

/** That seat is accredited above, and has voted yes on a motion whose vote is still open. */
export async function votesAbove(node: Node, above: TestBody, { book, delegate }: BaseBelow): Promise<VoteAbove> {
  const notice = [
    { matter: 'ordinary', title: 'Agua' },
    { matter: 'election', title: 'Directiva' },
  ];
  const sitting = await convened(node, above, { kind: 'founding', place: 'Colegio Los Andes', notice });
  await done(node, above, 'AccreditSeat', { sitting, below: book.origin, seat: 1 });
  await done(node, above, 'OpenSitting', { sitting, call: 'first' });
  const motion = { matter: 'ordinary', title: 'Agua', text: 'Que haya agua.', proposal: { kind: 'resolution' } };
  const tabled = await done(node, above, 'TableMotion', { sitting, ...motion });
  const opened = await done(node, above, 'OpenVote', { motion: tabled.acts[0]!.index, method: 'devices' });
  const vote = opened.acts[0]!.index;
  const seat: Actor = { kind: 'seat', below: book.origin, seat: 1, holder: delegate };
  await done(node, above, 'CastVote', { vote, choice: 'yes' }, seat);
  return { sitting, vote };
}

/** The base meets, as it was convened, and everybody who is there votes for the recall; its officers seal it. */
export async function recallInSitting(node: Node, base: BaseBelow, sitting: number): Promise<void> {
  const { body, book, members, president, counting, election } = base;
  const asMember = (member: string): Actor => ({ kind: 'member', member });
  await done(node, body, 'AppointTellers', { sitting, tellers: counting }, president);
  const there = members.slice(0, 8);
  for (const member of there) await done(node, body, 'CheckIn', { sitting }, asMember(member));
  for (const teller of counting)
    await done(node, body, 'CountPresence', { sitting, round: 1, present: there.length }, asMember(teller));
  await done(node, body, 'OpenSitting', { sitting, call: 'first' }, president);
  const proposal = { kind: 'recall-delegate', election, seat: 1 };
  const motion = { sitting, matter: 'recall', title: 'Revocatoria', text: 'Que se revoque al puesto 1.', proposal };
  const tabled = await done(node, body, 'TableMotion', motion, president);
  const input = { motion: tabled.acts[0]!.index, method: 'devices' };
  const vote = (await done(node, body, 'OpenVote', input, president)).acts[0]!.index;
  for (const member of there) await done(node, body, 'CastVote', { vote, choice: 'yes' }, asMember(member));
  const closed = await done(node, body, 'CloseVote', { vote }, president);
  const recall = closed.acts.find(({ act }) => act === 'DelegateRecalled') ?? assert.fail('nobody was recalled');
  await book.seal(recall.index);
}
