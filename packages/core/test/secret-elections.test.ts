// Elections among candidates in secret: what the ballot asks, what the box gave each of them, and whom that elects by the statute's count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Act,
  type AuditedAct,
  auditRules,
  contestQuestions,
  recountElection,
  sentence,
  tableGet,
} from '../src/index.ts';
import { dataOf, indexOf } from './federation/assembly.ts';
import { type StoredAct, sha256 } from './federation/book.ts';
import { asMember, deviceKey } from './federation/federation.ts';
import { closing, drawLot, stand, tableElection, type } from './federation/story-elections.ts';
import {
  electionOf,
  openBox,
  openSecret,
  prepare,
  type SecretHall,
  secretHall,
  setUp,
  shows,
} from './federation/story-secret.ts';
import {
  electingHall,
  playSecretElection,
  secretElectionStatute,
  votedInBox,
} from './federation/story-secret-election.ts';

const silent = ({ fed, origin }: SecretHall): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

function dataOfFirst(acts: readonly StoredAct[]): Act<'SecretElectionClosed'>['data'] {
  const found = acts.find(({ act }) => act === 'SecretElectionClosed') as Act<'SecretElectionClosed'> | undefined;
  return found?.data ?? assert.fail('nothing was opened');
}

const decided = [
  [1, 9, 6],
  [0, 9, 8, 7, 4],
];

const countsIn = ({ fed, origin }: SecretHall) =>
  fed.book(origin).acts.filter((one): one is StoredAct & Act<'ElectionCounted'> => one.act === 'ElectionCounted');

const numbers = (list: readonly { readonly number: number }[]): number[] => list.map(({ number }) => number);

test('given sums of a box, when the vote is closed, then each contest is counted from them and whoever is elected takes the place', () => {
  const given = votedInBox(decided);
  const done = closing(given, given.vote);
  assert.deepEqual(
    done.acts.map(({ act }) => act),
    ['SecretElectionClosed', 'ElectionCounted', 'ElectionCounted', 'VoteClosed', 'OfficersElected'],
  );
  const [president, others] = countsIn(given).map(({ data }) => data);
  assert.deepEqual(numbers(president?.elected ?? []), [1]);
  assert.deepEqual(president?.papers, { valid: 15, blank: 1, invalid: 0, spoilt: 0 });
  assert.deepEqual([numbers(others?.elected ?? []), others?.box], [[1, 2], 16]);
  assert.equal(dataOf(done, 'VoteClosed').turnout, 16);
  const { state, vault } = given.fed.book(given.origin);
  assert.equal(tableGet(state.officers, 'presidencia')?.holder, given.base.members[4]);
  assert.equal(tableGet(state.officers, 'vocalía')?.holder, given.base.members[7]);
  for (const { index } of countsIn(given))
    for (const slot of ['ballots', 'scrutiny']) assert.equal(vault.disclosures.has(`${index}/${slot}`), false);
  silent(given);
});

test('given an urn beside the box, when both tellers have typed its papers, then they count with the sums', () => {
  const given = playSecretElection();
  const [president, others] = countsIn(given).map(({ data }) => data);
  assert.deepEqual(president?.papers, { valid: 21, blank: 1, invalid: 0, spoilt: 0 });
  assert.deepEqual(numbers(president?.elected ?? []), [1]);
  assert.deepEqual([numbers(others?.elected ?? []), others?.box], [[2, 1], 12]);
  silent(given);
  const { state, vault } = given.fed.book(given.origin);
  for (const act of countsIn(given)) {
    const files = vault.disclosures.get(`${act.index}/scrutiny`) as readonly string[];
    assert.deepEqual(recountElection(state, act, { files }), []);
    assert.notDeepEqual(recountElection(state, act, { files: [] }), []);
  }
});

test('given an urn beside the box, when its papers are not typed yet, then the vote is not closed', () => {
  const given = electingHall(24, 10);
  const { fed, hall, origin, motion } = given;
  const vote = openSecret(given, motion, prepare(given, motion, 14));
  openBox(given, vote, {
    ballots: 14,
    voters: 14,
    rows: [
      [0, 8, 6],
      [0, 8, 6, 5, 4],
    ],
  });
  fed.refuses(origin, hall.chair, 'CloseVote', { vote }, 'not-counted');
  const papers = { vote, contest: 1, round: 1, papers: 11, spoilt: 0, ballots: '11 1 0' };
  fed.refuses(origin, hall.tellers[0], 'EnterBallots', papers, 'more-hands-than-people');
  type(given, vote, { contest: 1, ballots: '10 2 0', papers: 10 });
  type(given, vote, { contest: 2, ballots: '10 4 0', papers: 10 });
  closing(given, vote);
  assert.deepEqual(
    countsIn(given).map(({ data }) => numbers(data.elected)),
    [[2], [4, 1]],
  );
});

test('given two candidates with as many votes in the box, when a lot is drawn, then the count goes on from the same sums', () => {
  const given = votedInBox([
    [2, 7, 7],
    [0, 9, 8, 7, 4],
  ]);
  const closed = dataOf(closing(given, given.vote), 'VoteClosed');
  assert.equal(closed.outcome, 'tied');
  assert.deepEqual(countsIn(given)[0]?.data.lotsRequired?.tied, [1, 2]);
  const drawn = drawLot(given, given.vote, '31 415');
  assert.deepEqual(numbers(dataOf(drawn, 'ElectionCounted').elected).map(String), [dataOf(drawn, 'LotDrawn').drawn]);
  indexOf(drawn, 'OfficersElected');
  silent(given);
});

test('given a box that elected, when an office falls empty, then whoever was next in it follows', () => {
  const given = votedInBox(decided);
  const { fed, base, origin, vote } = given;
  const elected = indexOf(closing(given, vote), 'OfficersElected');
  for (const [actor, office] of [
    [base.presidium, 'presidencia'],
    [base.secretary, 'actas'],
  ] as const)
    fed.sign(origin, actor, deviceKey(`${origin} ${office} ${(actor as { member: string }).member}`), elected);
  fed.must(origin, asMember(base.members[4] ?? ''), 'ResignOffice', { office: 'presidencia' });
  const actor = asMember(base.members[6] ?? '');
  const filled = fed.must(origin, actor, 'FillVacancy', { vote, contest: 1, left: 1 });
  assert.deepEqual(numbers(dataOf(filled, 'ElectionCounted').elected), [2]);
  assert.equal(tableGet(fed.book(origin).state.officers, 'presidencia')?.holder, base.members[5]);
  silent(given);
});

test('what a ballot asks is one name for one place, as many as places in a block, any number by approval, of whoever still stands', () => {
  const contests = [
    { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
    { offices: ['actas', 'vocalía'], method: 'approval', vacancy: 'next' },
  ] as const;
  const asked = (methods: Parameters<typeof secretElectionStatute>[0]) => {
    const scene = secretHall(16, 0, secretElectionStatute(methods));
    const motion = tableElection(scene);
    stand(scene, motion, 1, [4, 5]);
    stand(scene, motion, 2, [6, 7, 8, 9]);
    const { fed, base, origin } = scene;
    fed.must(origin, asMember(base.members[6] ?? ''), 'WithdrawCandidature', { motion, contest: 2, number: 1 });
    return contestQuestions(fed.book(origin).state, motion).map(({ answers, blank, min, max }) => [
      answers.join(),
      blank,
      min,
      max,
    ]);
  };
  assert.deepEqual(asked([...contests]), [
    ['1,2', true, 1, 1],
    ['2,3,4', true, 1, 3],
  ]);
  const [president, others] = contests;
  assert.deepEqual(asked([president, { ...others, method: 'block' }])[1], ['2,3,4', true, 1, 2]);
  assert.deepEqual(asked([president, { ...others, method: 'limited' }])[1], ['2,3,4', true, 1, 1]);
  const options = [{ option: 'votes', value: '5' }];
  assert.deepEqual(asked([president, { ...others, method: 'block', options }])[1], ['2,3,4', true, 1, 3]);
});

test('given an election that is set up, when somebody else stands, then it is not opened until it is set up anew', () => {
  const given = electingHall(16);
  const { fed, hall, origin, motion } = given;
  const archive = prepare(given, motion, 16);
  stand(given, motion, 1, [10]);
  const opening = { motion, method: 'secret', archive } as const;
  assert.equal(fed.refuses(origin, hall.chair, 'OpenVote', opening, 'archive-differs').needed, 'CandidateEntered');
  const twice = [{ answers: ['1', '2', '3'], blank: true, min: 1, max: 2 }];
  const wrong = setUp(given, motion, 16, { questions: twice });
  fed.refuses(origin, hall.chair, 'OpenVote', { ...opening, archive: wrong }, 'archive-differs');
  openSecret(given, motion, setUp(given, motion, 16));
});

test('sums that so many voters cannot have given, or of other questions, are not counted', () => {
  const given = electingHall(16);
  const { fed, hall, origin, motion } = given;
  const vote = openSecret(given, motion, prepare(given, motion, 16, 14));
  openBox(given, vote, {
    ballots: 15,
    voters: 14,
    rows: [
      [0, 8, 6],
      [0, 8, 6, 5, 4],
    ],
  });
  const { election, box } = electionOf(given, vote);
  const need = { fact: 'secret-result', election, box: box.head } as const;
  const head = sha256('another result');
  const others = [0, 8, 6, 5, 4];
  for (const wrong of [
    { ballots: 14, voters: 14, rows: [[0, 8, 6], others] },
    { ballots: 15, voters: 15, rows: [[1, 8, 6], others] },
    { ballots: 15, voters: 14, rows: [[0, 8, 7], others] },
    { ballots: 15, voters: 14, rows: [[0, 8, 5], others] },
    {
      ballots: 15,
      voters: 14,
      rows: [
        [0, 8, 6],
        [0, 15, 6, 5, 4],
      ],
    },
    {
      ballots: 15,
      voters: 14,
      rows: [
        [0, 8, 6],
        [0, 14, 14, 1, 0],
      ],
    },
    { ballots: 15, voters: 14, rows: [[0, 8, 6, 0], others] },
    { ballots: 15, voters: 14, rows: [[0, 8, 6]] },
  ]) {
    shows(given, need, { head, ...wrong });
    fed.refuses(origin, hall.chair, 'CloseVote', { vote }, 'archive-differs');
  }
  shows(given, need, { head, ballots: 15, yes: 8, no: 6, abstain: 0 });
  fed.refuses(origin, hall.chair, 'CloseVote', { vote }, 'archive-differs');
  shows(given, need, { head, ballots: 15, voters: 14, rows: [[0, 8, 6], others] });
  closing(given, vote);
});

test('an election that is counted by whole ballots is refused in secret with the way on paper, in both languages', () => {
  const contests = [
    { offices: ['presidencia'], method: 'plurality', vacancy: 'next' },
    { offices: ['actas', 'vocalía'], method: 'scottish-stv', vacancy: 'election' },
  ] as const;
  const scene = secretHall(16, 0, secretElectionStatute([...contests]));
  const motion = tableElection(scene);
  const { fed, hall, origin } = scene;
  const refusal = fed.refuses(origin, hall.chair, 'OpenVote', { motion, method: 'secret' }, 'ranked-on-paper');
  assert.deepEqual([refusal.needed, refusal.present], ['urn', 'scottish-stv']);
  assert.match(sentence(refusal, 'es'), /urna de papel/);
  assert.match(sentence(refusal, 'en'), /paper urn/);
  stand(scene, motion, 1, [4, 5]);
  stand(scene, motion, 2, [6, 7]);
  fed.must(origin, hall.chair, 'OpenVote', { motion, method: 'urn' });
});

test('the audit counts the box of an election again with nothing but the book, and finds what was changed', () => {
  const given = votedInBox(decided);
  closing(given, given.vote);
  const { acts } = given.fed.book(given.origin);
  const found = (act: string, change: (data: Record<string, unknown>) => object) =>
    auditRules(
      given.origin,
      acts.map((one) => (one.act === act ? ({ ...one, data: change({ ...one.data }) } as unknown as AuditedAct) : one)),
    ).differences.map((one) => `${one.act} ${one.code}`);
  const sums = (votes: readonly number[]) => [
    { contest: 1, blank: 1, votes: votes.map((one, at) => ({ number: at + 1, votes: one })) },
  ];
  const closed = dataOfFirst(acts);
  const otherwise = (votes: readonly number[]) => (data: object) => ({
    ...data,
    contests: [...sums(votes), ...closed.contests.slice(1)],
  });
  assert.ok(found('SecretElectionClosed', otherwise([6, 9])).includes('ElectionCounted outcome'));
  assert.ok(found('SecretElectionClosed', otherwise([9, 9])).includes('SecretElectionClosed count'));
  assert.ok(
    found('SecretElectionClosed', (data) => ({ ...data, voters: 17 })).includes('SecretElectionClosed electorate'),
  );
  assert.ok(found('ElectionCounted', (data) => ({ ...data, box: 15 })).includes('ElectionCounted count'));
  const papers = { valid: 14, blank: 2, invalid: 0, spoilt: 0 };
  assert.ok(found('ElectionCounted', (data) => ({ ...data, papers })).includes('ElectionCounted count'));
});
