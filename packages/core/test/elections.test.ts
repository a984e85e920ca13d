// Elections among candidates: who stands, what two tellers type, how it is counted, and what becomes of a tie.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Act,
  type ActName,
  type AuditedAct,
  actEntry,
  auditRules,
  recountElection,
  type Statute,
  statuteProblems,
  statuteTemplates,
  tableGet,
} from '../src/index.ts';
import {
  appoint,
  decideByHands,
  delegatesTo,
  evening,
  foundBase,
  openVote,
  others,
  seal,
  statuteWith,
} from './federation/assembly.ts';
import type { StoredAct } from './federation/book.ts';
import { asMember, dataOf, deviceKey, Federation, indexOf } from './federation/federation.ts';
import {
  closing,
  drawLot,
  electing,
  electionHall,
  officersVote,
  playElections,
  sitToElect,
  stand,
  tableElection,
  type,
} from './federation/story-elections.ts';
import { statuteOfMethods } from './federation/story-votes.ts';
import { federationOf } from './federation/upper.ts';

test('officers are elected by the statute’s methods: the president by most votes, the two others by transfers', () => {
  const world = electionHall();
  const { fed, base } = world;
  const { vote } = officersVote(world);
  type(world, vote, { contest: 1, ballots: '7 1 0\n4 2 0\n1 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '6 1 2 0\n4 3 0\n2 4 3 0', papers: 12 });
  const done = closing(world, vote);
  const counted = done.acts.filter(({ act }) => act === 'ElectionCounted');
  assert.equal(counted.length, 2);
  assert.deepEqual(dataOf(done, 'ElectionCounted').elected, [{ number: 1, holder: base.members[4], stage: 2 }]);
  assert.equal(dataOf(done, 'VoteClosed').outcome, 'carried');
  const { officers } = dataOf(done, 'OfficersElected');
  assert.deepEqual(
    officers.map(({ office, holder }) => [office, base.members.indexOf(holder)]),
    [
      ['presidencia', 4],
      ['actas', 6],
      ['vocalía', 8],
    ],
  );
  assert.equal(tableGet(fed.book(base.origin).state.officers, 'vocalía')?.holder, base.members[8]);
});

test('a tie is drawn by lot, the count goes on with it, and the lot is on record', () => {
  const world = electionHall();
  const { vote } = officersVote(world);
  type(world, vote, { contest: 1, ballots: '6 1 0\n6 2 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '6 1 2 0\n4 3 0\n2 4 3 0', papers: 12 });
  const done = closing(world, vote);
  assert.equal(dataOf(done, 'VoteClosed').outcome, 'tied');
  assert.deepEqual(dataOf(done, 'ElectionCounted').lotsRequired?.tied, [1, 2]);
  const drawn = drawLot(world, vote, '31 415');
  const { drawn: who, among } = dataOf(drawn, 'LotDrawn');
  assert.deepEqual(among, ['1', '2']);
  assert.deepEqual(
    dataOf(drawn, 'ElectionCounted').elected.map(({ number }) => String(number)),
    [who],
  );
  assert.ok(indexOf(drawn, 'OfficersElected') > 0);
  assert.equal(tableGet(world.fed.book(world.hall.origin).state.votes, vote)?.closed?.outcome, 'carried');
});

test('over the book of an election the rule audit finds nothing, and each number that was changed', () => {
  const { fed } = playElections();
  const [book] = fed.books.values();
  assert.ok(book);
  const { origin, acts } = book;
  assert.deepEqual(auditRules(origin, acts).differences, []);
  const changed = (name: ActName, data: object) =>
    auditRules(
      origin,
      acts.map((act) => (act.act === name ? ({ ...act, data: { ...act.data, ...data } } as AuditedAct) : act)),
    ).differences.map(({ act, code }) => `${act} ${code}`);
  assert.ok(changed('ElectionCounted', { method: 'irv' }).includes('ElectionCounted rule'));
  assert.ok(changed('ElectionCounted', { publicFrom: 1 }).includes('ElectionCounted rule'));
  assert.ok(
    changed('ElectionCounted', { papers: { valid: 13, blank: 0, invalid: 0, spoilt: 0 } }).includes(
      'ElectionCounted electorate',
    ),
  );
  assert.ok(changed('CandidateEntered', { number: 7 }).includes('CandidateEntered order'));
  const drawn = acts.find((act): act is StoredAct & Act<'LotDrawn'> => act.act === 'LotDrawn')?.data.drawn;
  assert.ok(changed('LotDrawn', { drawn: drawn === '1' ? '2' : '1' }).includes('LotDrawn outcome'));
  assert.ok(changed('OfficersElected', { until: '2030-01-01T00:00:00Z' }).includes('OfficersElected effect'));
});

/** The counted contest of the story that needed no lot, with what lies beside it. */
function countedBeside() {
  const { fed } = playElections();
  const [book] = fed.books.values();
  const act = book?.acts.find(
    (one): one is StoredAct & Act<'ElectionCounted'> =>
      one.act === 'ElectionCounted' && (one as Act<'ElectionCounted'>).data.contest === 2,
  );
  assert.ok(book && act);
  const files = book.vault.disclosures.get(`${act.index}/scrutiny`) as readonly string[];
  const result = book.attached.get(act.data.result?.sha256 ?? '');
  assert.ok(result);
  return { state: book.state, act, beside: { files, result } };
}

test('whoever has the papers counts them again and gets what the act says, to the last stage', () => {
  const { state, act, beside } = countedBeside();
  assert.deepEqual(recountElection(state, act, beside), []);
});

test('a changed result, a changed paper and a changed stage are found by whoever has the papers', () => {
  const { state, act, beside } = countedBeside();
  const codes = (data: object, other: object = {}) =>
    recountElection(state, { ...act, data: { ...act.data, ...data } }, { ...beside, ...other }).map(({ code }) => code);
  const [first, second] = act.data.elected;
  assert.ok(first && second);
  assert.deepEqual(codes({ elected: [second, first] }), ['outcome', 'outcome']);
  assert.deepEqual(codes({ elected: [first, { ...second, number: 4 }] }), ['outcome', 'outcome']);
  assert.ok(codes({ papers: { ...act.data.papers, valid: 11 } }).includes('count'));
  assert.ok(codes({ method: 'block' }).length > 0);
  const [file = ''] = beside.files;
  assert.ok(codes({}, { files: [file.replace('5 1 2 0', '1 1 2 0')] }).length > 0);
  assert.ok(codes({}, { files: [file.replace('villa-dolores', 'villa-otra')] }).includes('count'));
  const stages = JSON.parse(beside.result) as { stages: { tally: Record<string, string> }[] };
  const [stage] = stages.stages;
  assert.ok(stage);
  stage.tally['1'] = '9';
  assert.deepEqual(codes({}, { result: JSON.stringify(stages) }), ['count']);
  assert.deepEqual(codes({}, { result: '{' }), ['count']);
});

test('two typings of the same papers are the same bytes, whatever their order and however ranks are shared', () => {
  const world = electionHall();
  const { vote } = officersVote(world);
  const [one, other] = world.hall.tellers;
  const typed = { vote, contest: 2, round: 1, papers: 12, spoilt: 1 };
  const enter = (teller: typeof one, ballots: string) =>
    world.fed.must(world.base.origin, teller, 'EnterBallots', { ...typed, ballots });
  assert.deepEqual(enter(one, '3 1=4 2 0\n2 2 0\n4 3 0\n1 2 0\n1 0').answer, { waiting: 'the other teller' });
  const whole = '4 2\n4 3 0\n3 2 0\n1 4=1 2 0\n2 1=4 2 0\n1 0\n0\n"Ana"\n"José"\n"Ema"\n"Luz"\n"Directiva"\n';
  assert.deepEqual(enter(other, whole).answer, { agreed: true, final: true, round: 1 });
});

test('what a teller typed is told to nobody before the close; where two differ, two others type again', () => {
  const world = electionHall();
  const { fed, base, hall } = world;
  const { vote } = officersVote(world);
  const [one, other] = hall.tellers;
  const first = { vote, contest: 1, round: 1, papers: 12, spoilt: 0 };
  fed.must(base.origin, one, 'EnterBallots', { ...first, ballots: '7 1 0\n5 2 0' });
  assert.deepEqual(fed.must(base.origin, other, 'EnterBallots', { ...first, ballots: '8 1 0\n4 2 0' }).answer, {
    agreed: false,
    final: false,
    round: 1,
  });
  fed.refuses(base.origin, hall.chair, 'CloseVote', { vote }, 'counts-differ');
  const again = { ...first, round: 2, ballots: '7 1 0\n5 2 0' };
  fed.refuses(base.origin, one, 'EnterBallots', again, 'recount-by-others');
  const tellers = others(base, 3);
  appoint(fed, hall, world.sitting, tellers);
  for (const teller of tellers) fed.must(base.origin, teller, 'EnterBallots', again);
  fed.refuses(base.origin, hall.chair, 'CloseVote', { vote }, 'not-counted');
  type(world, vote, { contest: 2, ballots: '6 1 2 0\n6 3 0', papers: 12 }, tellers);
  const done = closing(world, vote);
  assert.equal(dataOf(done, 'VoteClosed').outcome, 'carried');
  assert.equal(dataOf(done, 'ElectionCounted').round, 2);
});

test('where two typings still differ both stand: a result if both elect the same, otherwise the vote is taken again', () => {
  for (const [second, outcome] of [
    ['7 1 0\n4 2 0', 'carried'],
    ['4 1 0\n7 2 0', 'undetermined'],
  ] as const) {
    const world = electionHall(electing({ tellers: { recounts: 0 } }));
    const { motion, vote } = officersVote(world);
    const [one, other] = world.hall.tellers;
    const typed = { vote, contest: 1, round: 1, papers: 11, spoilt: 0 };
    world.fed.must(world.base.origin, one, 'EnterBallots', { ...typed, ballots: '6 1 0\n5 2 0' });
    world.fed.must(world.base.origin, other, 'EnterBallots', { ...typed, ballots: second });
    type(world, vote, { contest: 2, ballots: '6 1 2 0\n6 3 0', papers: 12 });
    const done = closing(world, vote);
    assert.equal(dataOf(done, 'VoteClosed').outcome, outcome);
    const { agreed, elected } = dataOf(done, 'ElectionCounted');
    assert.deepEqual([agreed, elected.length], [false, outcome === 'carried' ? 1 : 0]);
    assert.deepEqual(auditRules(world.base.origin, world.fed.book(world.base.origin).acts).differences, []);
    if (outcome === 'undetermined') openVote(world.fed, world.hall, motion, 'urn');
  }
});

test('papers are for everybody from the statute’s number on; below it for officers alone', () => {
  for (const [publicFrom, slot] of [
    [12, 'ballots'],
    [13, 'scrutiny'],
  ] as const) {
    const { elections = { contests: [] } } = electing();
    const world = electionHall(electing({ elections: { ...elections, publicFrom } }));
    const { vote } = officersVote(world);
    type(world, vote, { contest: 1, ballots: '7 1 0\n5 2 0', papers: 12 });
    type(world, vote, { contest: 2, ballots: '6 1 2 0\n6 3 0', papers: 12 });
    const index = indexOf(closing(world, vote), 'ElectionCounted');
    const { disclosures } = world.fed.book(world.base.origin).vault;
    assert.deepEqual(
      [...disclosures.keys()].filter((key) => key.startsWith(`${index}/`)),
      [`${index}/${slot}`],
    );
  }
  assert.deepEqual(actEntry('ElectionCounted')?.discloses, { ballots: 'public', scrutiny: 'officers' });
});

test('papers of an election are not counted as yes and no, and only an urn takes them', () => {
  const world = electionHall();
  const { fed, base, hall } = world;
  const { vote } = officersVote(world);
  const yes = { papers: 12, yes: 12, no: 0, abstain: 0, blank: 0, spoilt: 0 };
  fed.refuses(base.origin, hall.tellers[0], 'CountUrn', { vote, round: 1, ...yes }, 'method-not-allowed');
  const more = { vote, contest: 1, round: 1, papers: 13, spoilt: 0, ballots: '13 1 0' };
  fed.refuses(base.origin, hall.tellers[0], 'EnterBallots', more, 'more-hands-than-people');
  const fewer = { ...more, papers: 12, ballots: '11 1 0' };
  fed.refuses(base.origin, hall.tellers[0], 'EnterBallots', fewer, 'papers-do-not-add-up');
  const next = electionHall();
  const motion = tableElection(next);
  stand(next, motion, 1, [4]);
  stand(next, motion, 2, [6, 7]);
  next.fed.refuses(base.origin, next.hall.chair, 'OpenVote', { motion, method: 'hands' }, 'method-not-allowed');
  openVote(next.fed, next.hall, motion, 'urn');
  const late = { motion, contest: 1, holder: base.members[8] ?? '', key: deviceKey('late') };
  next.fed.refuses(base.origin, next.hall.chair, 'EnterCandidature', late, 'already-put-to-vote');
});

test('where the statute has parity, a contest of several places elects so many women, whoever has more votes', () => {
  const { elections = { contests: [] } } = electing();
  const parity = { women: { num: 1, den: 3 } };
  const fed = new Federation();
  const base = foundBase(fed, 'villa-dolores', 16, statuteOfMethods({ roll: { waitingDays: 0 } }));
  evening(fed, base, [
    { matter: 'statute', proposal: { kind: 'amend-statute', statute: electing({ elections, parity }) } },
  ]);
  const world = { fed, base, ...sitToElect(fed, base) };
  const { hall } = world;
  const motion = tableElection(world);
  const enter = (contest: number, place: number, woman: boolean) => {
    const holder = base.members[place] ?? '';
    fed.must(base.origin, asMember(holder), 'EnterCandidature', {
      motion,
      contest,
      holder,
      key: deviceKey(holder),
      woman,
    });
  };
  enter(1, 4, false);
  enter(2, 6, false);
  enter(2, 7, false);
  fed.refuses(base.origin, hall.chair, 'OpenVote', { motion, method: 'urn' }, 'parity-not-met');
  enter(2, 8, true);
  const vote = openVote(fed, hall, motion, 'urn');
  type(world, vote, { contest: 1, ballots: '12 1 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '6 1 0\n5 2 0\n1 3 0', papers: 12 });
  const { officers, women } = dataOf(closing(world, vote), 'OfficersElected');
  assert.equal(women, 1);
  assert.ok(officers.some(({ holder }) => holder === base.members[8]));
});

/** Four and five stand for president and five loses; six and seven take the other offices, nobody but eight is left. */
function officersInPlace(vacancy: 'recount' | 'countback' | 'election', presidency: 'next' | 'election' = 'next') {
  const contests = [
    { offices: ['presidencia'], method: 'plurality', vacancy: presidency },
    { offices: ['actas', 'vocalía'], method: 'scottish-stv', vacancy },
  ] as const;
  const world = electionHall(electing({ elections: { contests } }));
  const { fed, base } = world;
  const { vote } = officersVote(world);
  type(world, vote, { contest: 1, ballots: '7 1 0\n5 2 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '5 1 3 0\n5 2 4 0\n1 3 0\n1 4 3 0', papers: 12 });
  const elected = indexOf(closing(world, vote), 'OfficersElected');
  const place = (number: number) => asMember(base.members[number] ?? '');
  const before = { presidium: base.presidium, secretary: base.secretary };
  for (const actor of [before.presidium, before.secretary]) {
    const office = actor === before.presidium ? 'presidencia' : 'actas';
    fed.sign(
      base.origin,
      actor,
      deviceKey(`${base.origin} ${office} ${(actor as { member: string }).member}`),
      elected,
    );
  }
  return { ...world, vote, place };
}

test('an office that falls empty is filled from the papers, and nobody has to be convened for it any more', () => {
  const { fed, base, vote, place } = officersInPlace('recount');
  const resigned = fed.must(base.origin, place(6), 'ResignOffice', { office: 'actas' });
  const done = fed.must(base.origin, place(4), 'FillVacancy', { vote, contest: 2, left: 1 });
  const { elected, vacated, answers } = dataOf(done, 'ElectionCounted');
  assert.deepEqual([elected.map(({ number }) => number), vacated], [[3, 2], [1]]);
  assert.deepEqual(answers, [indexOf(resigned, 'OfficerResigned')]);
  const { state, acts } = fed.book(base.origin);
  assert.equal(tableGet(state.officers, 'actas')?.holder, base.members[8]);
  assert.equal(tableGet(state.officers, 'presidencia')?.holder, base.members[4]);
  assert.equal(tableGet(state.officers, 'actas')?.until, tableGet(state.officers, 'presidencia')?.until);
  assert.notEqual(tableGet(state.obligations, indexOf(resigned, 'OfficerResigned'))?.sitting, null);
  assert.deepEqual(auditRules(base.origin, acts).differences, []);
  const counted = acts[indexOf(done, 'ElectionCounted')] as StoredAct & Act<'ElectionCounted'>;
  const first = acts.findIndex(
    ({ act, data }) => act === 'ElectionCounted' && (data as { contest: number }).contest === 2,
  );
  const files = fed.book(base.origin).vault.disclosures.get(`${first}/scrutiny`) as readonly string[];
  assert.deepEqual(recountElection(state, counted, { files }), []);
  const other = { ...counted, data: { ...counted.data, elected: [{ ...elected[0], number: 4 }, elected[1]] } };
  assert.deepEqual(
    recountElection(state, other as typeof counted, { files }).map(({ code }) => code),
    ['outcome'],
  );
});

test('by countback whoever the papers of the one who left prefer follows; by the next most votes the runner-up', () => {
  const { fed, base, vote, place } = officersInPlace('countback');
  fed.must(base.origin, place(7), 'ResignOffice', { office: 'vocalía' });
  const back = fed.must(base.origin, place(4), 'FillVacancy', { vote, contest: 2, left: 2 });
  assert.equal(tableGet(fed.book(base.origin).state.officers, 'vocalía')?.holder, base.members[9]);
  assert.deepEqual(back.answer, { winner: 4 });
  fed.must(base.origin, place(4), 'ResignOffice', { office: 'presidencia' });
  fed.must(base.origin, place(6), 'FillVacancy', { vote, contest: 1, left: 1 });
  const { state, acts } = fed.book(base.origin);
  assert.equal(tableGet(state.officers, 'presidencia')?.holder, base.members[5]);
  assert.deepEqual(auditRules(base.origin, acts).differences, []);
  // Nobody is left on the paper.
  fed.must(base.origin, place(5), 'ResignOffice', { office: 'presidencia' });
  fed.refuses(base.origin, place(6), 'FillVacancy', { vote, contest: 1, left: 2 }, 'nobody-follows');
});

test('a place is filled only where it is empty, by whoever presides or writes, and as was said before the election', () => {
  const { fed, base, vote, place } = officersInPlace('election');
  const left = { vote, contest: 2, left: 1 };
  fed.refuses(base.origin, place(4), 'FillVacancy', { vote, contest: 1, left: 1 }, 'place-not-empty');
  fed.refuses(base.origin, place(4), 'FillVacancy', { vote, contest: 1, left: 2 }, 'not-a-candidate');
  fed.must(base.origin, place(6), 'ResignOffice', { office: 'actas' });
  fed.refuses(base.origin, place(4), 'FillVacancy', left, 'vacancy-by-election');
  fed.refuses(base.origin, place(10), 'FillVacancy', left, 'not-allowed');
});

type Contests = NonNullable<Statute['elections']>['contests'];

const stv = { method: 'scottish-stv', vacancy: 'election' } as const;
const all = ['presidencia', 'actas', 'vocalía'];

const unsound: readonly (readonly [problem: string, contests: Contests, change?: Partial<Statute>])[] = [
  ['no-contest', []],
  [
    'no-contest',
    [
      { ...stv, offices: all },
      { ...stv, offices: [] },
    ],
  ],
  ['one-seat-method', [{ offices: all, method: 'irv', vacancy: 'election' }]],
  ['option-unknown', [{ ...stv, options: [{ option: 'quota', value: 'enough' }] }]],
  ['option-unknown', [{ ...stv, options: [{ option: 'protect', value: '1' }] }]],
  ['option-unknown', [{ method: 'two-round', vacancy: 'election', options: [{ option: 'second', value: 'vote' }] }]],
  ['next-after-transfers', [{ method: 'scottish-stv', vacancy: 'next' }]],
  ['next-after-transfers', [{ method: 'meek-stv', vacancy: 'next' }]],
  ['no-bundle-to-count-back', [{ method: 'plurality', vacancy: 'countback' }]],
  ['no-bundle-to-count-back', [{ method: 'meek-stv', vacancy: 'countback' }]],
  ['office-in-no-contest', [{ ...stv, offices: ['presidencia', 'actas'] }]],
  ['office-unknown', [{ ...stv, offices: [...all, 'rey'] }]],
  ['named-twice', [{ ...stv, offices: all }, stv, stv]],
  ['named-twice', [{ ...stv, offices: [...all, 'actas'] }]],
  ['elected-and-by-turn', [{ ...stv, offices: all }], { rotation: [{ office: 'vocalía', among: 'members' }] }],
  ['no-urn', [{ ...stv, offices: all }], { rules: statuteWith().rules }],
  ['parity-not-counted', [{ method: 'phragmen', vacancy: 'election' }], { parity: { women: { num: 1, den: 2 } } }],
  [
    'parity-not-counted',
    [
      { ...stv, offices: ['presidencia'] },
      { ...stv, offices: ['actas', 'vocalía'] },
    ],
    { parity: { women: { num: 1, den: 2 } } },
  ],
];

test('an article on elections that nobody could hold to is found, each way as that problem', () => {
  for (const [problem, contests, change = {}] of unsound) {
    const found = statuteProblems({ ...statuteOfMethods({ elections: { contests } }), ...change }, 'base');
    assert.deepEqual(
      found.map((one) => one.problem),
      [problem],
      JSON.stringify(contests),
    );
  }
});

test('what is sound has no problem: by turn beside elected, recount of either transferable vote, parity that is made sure of', () => {
  const sound: readonly (readonly [Contests, Partial<Statute>?])[] = [
    [[{ ...stv, offices: ['presidencia', 'actas'] }], { rotation: [{ office: 'vocalía', among: 'members' }] }],
    [[{ method: 'meek-stv', vacancy: 'recount', options: [{ option: 'omega', value: '6' }] }]],
    [[{ ...stv, offices: all }, stv], { parity: { women: { num: 1, den: 2 } } }],
  ];
  for (const [contests, change = {}] of sound)
    assert.deepEqual(statuteProblems({ ...statuteOfMethods({ elections: { contests } }), ...change }, 'base'), []);
});

test('the co-operative elects its board by transferable votes and its supervisor by most votes', () => {
  const found = statuteTemplates.find(({ name }) => name === 'co-operative')?.statutes.en.elections?.contests ?? [];
  assert.deepEqual(
    found.map(({ method, vacancy }) => [method, vacancy]),
    [
      ['scottish-stv', 'countback'],
      ['plurality', 'next'],
      ['scottish-stv', 'countback'],
    ],
  );
});

test('delegates are elected by transferable votes, sealed as any, and a seat that is given up is filled by countback', () => {
  const contests = [{ method: 'scottish-stv', vacancy: 'countback' }] as const;
  const world = federationOf({ people: 16, statute: statuteOfMethods() });
  const { fed, upper, bases } = world;
  const [base] = bases;
  assert.ok(base);
  evening(fed, base, [
    { matter: 'statute', proposal: { kind: 'amend-statute', statute: electing({ elections: { contests } }) } },
  ]);
  const hall = { ...world, base, ...sitToElect(fed, base) };
  const held = { sitting: hall.sitting, matter: 'election', title: 'x', text: 'x' } as const;
  const list = delegatesTo(fed, upper.origin, [{ seat: 1, holder: base.members[4] ?? '' }]);
  fed.refuses(base.origin, base.presidium, 'TableMotion', { ...held, proposal: list }, 'counted-not-by-list');
  const motion = tableElection(hall, { to: upper.origin, seats: [1, 2] });
  stand(hall, motion, 1, [4, 5, 6, 7], false);
  const vote = openVote(fed, hall.hall, motion, 'urn');
  type(hall, vote, { contest: 1, ballots: '3 1 3 0\n3 2 4 0\n1 3 0\n1 4 0', papers: 8 });
  const done = closing(hall, vote);
  const election = indexOf(done, 'DelegatesElected');
  assert.deepEqual(
    dataOf(done, 'DelegatesElected').seats.map(({ seat, holder }) => [seat, base.members.indexOf(holder)]),
    [
      [1, 4],
      [2, 5],
    ],
  );
  seal(fed, base, election);
  const left = { vote, contest: 1, left: 1 };
  fed.refuses(base.origin, base.presidium, 'FillVacancy', left, 'place-not-empty');
  const proposal = { kind: 'vacate-seat', election, seat: 1, reason: 'died' } as const;
  decideByHands(fed, hall.hall, hall.sitting, { matter: 'election', proposal, yes: 12 });
  const filled = fed.must(base.origin, base.presidium, 'FillVacancy', left);
  const [seat] = dataOf(filled, 'DelegatesElected').seats;
  assert.deepEqual([seat?.seat, base.members.indexOf(seat?.holder ?? '')], [1, 6]);
  assert.equal(dataOf(filled, 'DelegatesElected').until, dataOf(done, 'DelegatesElected').until);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});
