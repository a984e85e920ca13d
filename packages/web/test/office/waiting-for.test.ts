// What waits for one person in one body, and in which order, out of what the node answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Me } from '../../src/answers.ts';
import type { CommitteeAccounts } from '../../src/office/accounts/accounts-answer.ts';
import type { QuestionAbove } from '../../src/office/consultations/correspondence-answer.ts';
import type { SeatAbove } from '../../src/office/delegations/delegations-answer.ts';
import type { Petition } from '../../src/office/petitions/petitions-answer.ts';
import { waitingFor } from '../../src/office/waiting/waiting-for.ts';

const now = Date.parse('2026-06-20T12:00:00Z');

const sitting = (index: number, startsAt: string, opened = false): Me['sittings'][number] => ({
  ...{ sitting: index, kind: 'ordinary', place: 'Sede', startsAt, opened },
  ...{ present: null, needed: null, roll: 30, checkedIn: false },
});
const vote = (index: number, mayVote: boolean, voted: boolean): Me['openVotes'][number] => ({
  ...{ vote: index, motion: 1, sitting: 3, title: 'Agua', method: 'devices', mandate: null },
  ...{ mayVote, voted },
});
const seal = (index: number, signed: boolean): Me['toSeal'][number] => ({
  ...{ index, act: 'MinutesApproved', office: 'secretary', key: 'k', signatures: 0, needed: 2 },
  called: { es: 'secretaría', en: 'secretary' },
  signed,
});
const me: Me = {
  ...{ title: 'Junta', size: 9, actor: { kind: 'member', member: 'm' }, votes: [], officeKey: null },
  sittings: [
    sitting(3, '2026-06-24T22:00:00Z'),
    sitting(4, '2026-06-22T22:00:00Z'),
    sitting(5, '2026-06-25T22:00:00Z', true),
  ],
  openVotes: [vote(6, true, false), vote(7, true, true), vote(8, false, false)],
  minutesDue: [{ sitting: 2, place: 'Sede', startsAt: '2026-06-10T22:00:00Z' }],
  toSeal: [seal(10, false), seal(11, true)],
};

const seat = (number: number, more: Partial<SeatAbove>): SeatAbove => ({
  ...{ above: 'a/fed', title: 'Federación', seat: number, until: '2099-01-01T00:00:00Z', recalled: null, mine: null },
  ...{ votes: [], reports: [], missed: null, due: '2026-06-18T00:00:00Z' },
  mandates: [
    { motion: 20, title: 'Pacto', instruction: null },
    { motion: 21, title: 'Cuota', instruction: 'yes' },
  ],
  ...more,
});
const petition = (index: number, more: Partial<Petition>): Petition => ({
  ...{ petition: index, against: 'presidium', target: 'presidium', needed: 6, of: 16, until: '2099-01-01T00:00:00Z' },
  ...{ gathering: true, phones: 0, paper: 0, reached: null, due: null, sitting: null, recalled: null },
  mine: { signed: false, counts: null },
  ...more,
});

const nothing = { me: null, delegations: null, petitions: null, correspondence: null, accounts: null };

const kindsOf = (asked: Parameters<typeof waitingFor>[0]): readonly string[] =>
  waitingFor(asked, now).map((one) => one.kind);

test('votes and signatures come first, then sittings, the open one before the next, then minutes of those that are over', () => {
  const all = waitingFor({ ...nothing, me }, now);
  assert.deepEqual(
    all.map((one) => (one.kind === 'sitting' ? one.sitting.sitting : one.kind)),
    ['vote', 'seal', 5, 4, 3, 'minutes'],
  );
});

test('a report waits for whoever sits in the seat: the holder, or the alternate of one who was recalled', () => {
  const due = (mine: SeatAbove['mine'], recalled: number | null): readonly string[] =>
    kindsOf({
      ...nothing,
      delegations: { days: 10, sitting: null, seats: [seat(1, { mine, recalled, mandates: [] })] },
    });
  assert.deepEqual(due('holder', null), ['report']);
  assert.deepEqual(due('alternate', 5), ['report']);
  for (const [mine, recalled] of [
    ['holder', 5],
    ['alternate', null],
    [null, null],
  ] as const)
    assert.deepEqual(due(mine, recalled), []);
  const [late] = waitingFor(
    { ...nothing, delegations: { days: 10, sitting: null, seats: [seat(1, { mine: 'holder', mandates: [] })] } },
    now,
  );
  assert.equal(late?.kind === 'report' && late.late, true);
});

test('a motion above without a mandate stands once, however many seats are to be told', () => {
  const seats = [seat(1, {}), seat(2, {}), seat(1, { above: 'a/other' })];
  const all = waitingFor({ ...nothing, delegations: { days: null, sitting: null, seats } }, now);
  assert.deepEqual(
    all.map((one) => one.kind === 'mandate' && one.motion),
    ['a/fed#20', 'a/other#20'],
  );
});

test('a petition waits while it is gathered for whoever has not signed; counting it, for whoever counts', () => {
  const petitions = [
    petition(30, {}),
    petition(31, { mine: { signed: true, counts: { round: 1, entered: false } } }),
    petition(32, { mine: { signed: true, counts: { round: 1, entered: true } } }),
    petition(33, { gathering: false }),
    petition(34, { mine: null }),
  ];
  const all = waitingFor({ ...nothing, petitions: { petitions, about: [], offsetMinutes: 0 } }, now);
  assert.deepEqual(
    all.map((one) => ('petition' in one ? `${one.kind} ${one.petition.petition}` : one.kind)),
    ['count 31', 'petition 30'],
  );
});

test('accounts that a committee has handed in wait until this assembly has spoken, or another one has rejected them', () => {
  const handedIn: CommitteeAccounts = {
    ...{ committee: 'a/comite', title: 'Comité', page: 'comite', isHere: true, act: 12, until: '2026-06-01' },
    ...{ entries: 2, single: 0, sums: [], outcome: null, said: null, tabled: false },
  };
  const said = { book: 'a/junta', act: 3, outcome: 'approved', sealed: false, shown: false } as const;
  const committees = [handedIn, { ...handedIn, said }, { ...handedIn, outcome: 'rejected' } as const];
  const all = waitingFor({ ...nothing, accounts: { committees } }, now);
  assert.deepEqual(all, [{ kind: 'accounts', committee: handedIn }]);
});

test('a question from above waits until this base has answered or its day is over; a report until the assembly has judged it', () => {
  const question = (more: Partial<QuestionAbove>): QuestionAbove => ({
    ...{ asker: 'a/fed', name: 'fed', body: 'Federación', consultation: 7, title: 'Pacto', text: null, textHash: 'h' },
    ...{ issuedAt: '2026-06-01T00:00:00Z', deadline: '2026-06-20T12:00:00Z', outcome: null, through: [] },
    ...{ answer: null, sitting: null },
    ...more,
  });
  const said = { act: 4, answer: 'yes', yes: 4, no: 1, abstain: 0, sealed: false, arrived: false } as const;
  const questions = [
    question({}),
    question({ consultation: 8, answer: said }),
    question({ consultation: 9, deadline: '2026-06-20T11:59:59Z' }),
    question({ consultation: 10, outcome: 'ratified' }),
  ];
  const correspondence = {
    questions,
    waiting: [],
    received: [],
    sent: [],
    more: { questions: 0, waiting: 0, received: 0, sent: 0 },
  };
  const made = { at: '2026-06-19T00:00:00Z', text: null, tabled: false };
  const reports = [
    { ...made, act: 30, judged: null },
    { ...made, act: 20, judged: { act: 25, outcome: 'approved' } as const },
  ];
  const seats = [seat(1, { mandates: [], reports })];
  const all = waitingFor({ ...nothing, correspondence, delegations: { days: 10, sitting: null, seats } }, now);
  assert.deepEqual(
    all.map((one) =>
      one.kind === 'question' ? one.question.consultation : one.kind === 'approve' ? `report ${one.act}` : one.kind,
    ),
    [7, 'report 30'],
  );
});
