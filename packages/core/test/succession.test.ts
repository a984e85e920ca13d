// Bodies whose book was lost in part and goes on in a successor: they are one body, and count once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Act,
  answerNeed,
  type BodyState,
  type Citation,
  type Command,
  decide,
  emptyState,
  evolve,
  type Finding,
  needs,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import { statuteWith } from './federation/assembly.ts';
import { memberId } from './federation/federation.ts';

const at = '2005-06-10T12:00:00Z';
const hash = Buffer.alloc(32).toString('base64');
const upper = 'alto.example/asamblea';
const junta = 'alto.example/junta';

/** The state after these acts, one after the other. */
function after(origin: string, acts: readonly (readonly [act: string, data: object])[]): BodyState {
  return acts.reduce(
    (state, [act, data]) => evolve(state, { act, v: 1, index: state.size, at, data } as unknown as Act),
    emptyState(origin),
  );
}

const convener = { holder: memberId('convener'), key: hash };
const founded = (kind: string) =>
  ['BodyFounded', { name: 'a', title: 'A', kind, convener, provisionalUntil: '2006-01-01T00:00:00Z' }] as const;
const admitted = (below: string) =>
  ['AffiliationAdmitted', { below, key: `${below}+0+x`, title: 'Junta', entitlement: 2 }] as const;
/** A pact that waits for the bases: three acts. */
const pact = (next: number) => {
  const roll = { size: 2, root: hash };
  const text = { matter: 'pact', title: 'Pact', textHash: hash };
  return [
    ['SittingConvened', { kind: 'ordinary', place: 'Sede', startsAt: at, notice: [], roll }],
    ['MotionTabled', { sitting: next, ...text, proposal: { kind: 'pact', with: 'The company' } }],
    ['ResolutionAdopted', { vote: 0, motion: next + 1, ...text, status: 'suspended' }],
  ] as const;
};
const consulted = (resolution: number, bases: number) =>
  [
    'ConsultationIssued',
    {
      resolution,
      title: 'Pact',
      textHash: hash,
      deadline: '2005-07-01T00:00:00Z',
      bases,
      rule: { num: 1, den: 2, strict: true, of: 'answered' },
    },
  ] as const;

/** What a base’s book answers, if it is asked. */
function answering(state: BodyState, books: Readonly<Record<string, 'yes' | 'no'>>, command: Command) {
  const actor = { kind: 'member', member: convener.holder } as const;
  const evidence = needs(state, command, actor, at).map((need) => {
    const cites: Citation[] = [];
    const tally = { yes: 5, no: 5, abstain: 0, roll: 20, heldAt: at, receivedAt: at };
    const said = (book: string) => {
      const answer = books[book];
      return answer === undefined ? null : { index: 7, bodyProven: true, textHash: hash, answer, ...tally };
    };
    const held = Object.keys(books).map((base) => ({ base, path: [], answer: said(base), cites }));
    const found = need.fact === 'answer' ? said(need.book) : held;
    return { need, found, cites, bookKey: null } as unknown as Finding;
  });
  return decide({ state, at, actor, evidence, fresh: { member: '' } }, command);
}

test('the book in which a body goes on takes the place of the one before; the body is in once', () => {
  const state = after(upper, [founded('delegate'), admitted(junta), admitted(`${junta}~2`), admitted(`${junta}~3`)]);
  const shown = tableEntries(state.affiliates).map(([book, { entitlement, since, succeededBy }]) => [
    book,
    entitlement,
    since,
    succeededBy,
  ]);
  assert.deepEqual(shown, [
    [junta, 0, undefined, `${junta}~2`],
    [`${junta}~2`, 0, 1, `${junta}~3`],
    [`${junta}~3`, 2, 1, undefined],
  ]);
});

test('a consultation counts a base once, whichever of its books has answered; the later one counts', () => {
  const acts = [
    founded('delegate'),
    ['StatuteAdopted', { statute: statuteWith(), sha256: hash }],
    admitted(junta),
  ] as const;
  const state = after(upper, [...acts, ...pact(3), consulted(5, 1), admitted(`${junta}~2`)]);
  const close = { name: 'CloseConsultation', input: { consultation: 6 } } as unknown as Command;
  const both = answering(state, { [junta]: 'yes', [`${junta}~2`]: 'no' }, close);
  assert.ok(both.ok, JSON.stringify(both));
  const closed = both.acts.find(({ act }) => act === 'ConsultationClosed')!.data as Record<string, unknown>;
  assert.deepEqual([closed.yes, closed.no, closed.silent], [0, 1, 0]);

  // What came first does not come back: the answer in the old book is older, whatever its number.
  const receive = (below: string) =>
    ({ name: 'ReceiveAnswer', input: { consultation: 6, below } }) as unknown as Command;
  const received = answering(state, { [`${junta}~2`]: 'no' }, receive(`${junta}~2`));
  assert.ok(received.ok);
  const index = state.size;
  const next = evolve(state, { act: 'AnswerReceived', v: 1, index, at, data: received.acts[0]!.data } as Act);
  assert.equal(tableGet(next.consultations, 6)!.answers.size, 1);
  const late = answering(next, { [junta]: 'yes' }, receive(junta));
  assert.equal(!late.ok && late.refusal.code, 'already-received');
});

test('officers of an assembly whose book goes on are who they were: the delegates who held the seats then', () => {
  const seat = (number: number, holder: string) =>
    [
      'SeatAccredited',
      {
        sitting: 9,
        below: junta,
        seat: number,
        holder,
        until: '2006-01-01T00:00:00Z',
        election: { book: junta, index: 4 },
      },
    ] as const;
  const officer = { office: 'presidium', holder: `${junta}#1`, key: hash };
  const term = { from: at, until: '2006-01-01T00:00:00Z' };
  const state = after(`${upper}~2`, [
    ['BookSucceeded', { predecessor: upper, size: 40, root: hash }],
    founded('delegate'),
    seat(1, memberId('first')),
    ['OfficersElected', { vote: 12, officers: [officer], ...term, signaturesNeeded: 1 }],
    seat(1, memberId('second')),
  ]);
  assert.equal(tableGet(state.officers, 'presidium')!.person, memberId('first'));
  assert.equal(tableGet(state.seats, `${junta}#1`)!.holder, memberId('second'));
  assert.equal(tableGet(state.seats, `${junta}#1`)!.sitting, -1, 'of no sitting of this book');
});

test('below a body between it is one as well: in the last book that was admitted before the question', () => {
  const state = after(upper, [founded('delegate'), admitted(junta), admitted(`${junta}~2`), admitted(`${junta}~3`)]);
  const receivedAt = (index: number): string => `2005-06-1${index}T12:00:00Z`;
  const below = (before: string) => {
    const answer = answerNeed(state, { fact: 'affiliates', book: upper, before }, receivedAt, () => hash);
    return ((answer?.found ?? []) as readonly { readonly below: string }[]).map((one) => one.below);
  };
  assert.deepEqual(below('2005-06-11T12:00:00Z'), []);
  assert.deepEqual(below('2005-06-12T12:00:00Z'), [junta]);
  assert.deepEqual(below('2005-06-13T12:00:00Z'), [`${junta}~2`]);
  assert.deepEqual(below('2005-07-01T12:00:00Z'), [`${junta}~3`]);
});
