import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.ts';
import { methods } from '../src/methods.ts';
import { resultDocument } from '../src/outputs/document.ts';
import { resultLines } from '../src/outputs/lines.ts';
import { resultPage } from '../src/outputs/page.ts';
import { stageTable } from '../src/outputs/stage-table.ts';
import { counted, ids, refused } from './asked.ts';
import { read } from './naive/profile.ts';

const blt = (seats: number, lines: string[], names = ['A', 'B', 'C', 'D']) =>
  read(
    'blt',
    [`${names.length} ${seats}`, ...lines, '0', ...names.map((name) => `"${name.replaceAll('"', '\\"')}"`), '"T"'].join(
      '\n',
    ),
  );

const tied = blt(1, ['3 1 0', '3 2 0', '1 3 0']);

test('a tie stops the count, says who is tied and what the lot is for, and the lot comes back as input', () => {
  const open = counted(tied, 'plurality');
  assert.deepEqual(
    [open.elected, open.lotsRequired?.tied, open.lotsRequired?.purpose, open.lotsRequired?.stage],
    [[], ['1', '2'], 'elect', 2],
  );
  const closed = counted(tied, 'plurality', { lots: ['2'] });
  assert.deepEqual([closed.elected.map(({ id }) => id), closed.lotsRequired, closed.options.lots], [['2'], null, '2']);
  assert.deepEqual(counted(tied, 'plurality', { lots: ['B'] }).elected, closed.elected);
  assert.deepEqual(counted(tied, 'plurality', { lots: ['3'] }).lotsRequired?.tied, ['1', '2']);
});

test('in an exclusion whoever is drawn is excluded', () => {
  const election = blt(1, ['4 1 0', '3 2 1 0', '3 3 2 0']);
  const open = counted(election, 'irv');
  assert.deepEqual(
    [open.lotsRequired?.purpose, open.lotsRequired?.tied, open.stages.length],
    ['exclude', ['2', '3'], 2],
  );
  assert.deepEqual(ids(counted(election, 'irv', { lots: ['3'] })), ['2']);
});

test('an order that the file carries is taken where no lot is handed in', () => {
  const text = '3 1\n[tie 2 1 3]\n3 1 0\n3 2 0\n0\nA\nB\nC\n';
  assert.deepEqual(ids(counted(read('blt', text), 'plurality')), ['2']);
  assert.deepEqual(ids(counted(read('blt', text), 'plurality', { lots: ['1'] })), ['1']);
});

test('of two elected in one stage with as many votes a lot says whose surplus goes first, never the list', () => {
  // A and B have 10 each, the quota is 8; C needs the surplus of A, D that of B.
  const votes = ['10 1 3 0', '10 2 4 0', '5 3 0', '5 4 0'];
  const election = blt(3, votes);
  const options = { surpluses: 'first-elected' };
  const tie = counted(election, 'scottish-stv', { options });
  assert.equal(tie.lotsRequired?.purpose, 'transfer-first');
  assert.deepEqual(tie.lotsRequired?.tied, ['1', '2']);
  for (const drawn of ['1', '2']) {
    const { stages, lotsRequired } = counted(election, 'scottish-stv', { options, lots: [drawn] });
    assert.equal(stages[1]?.transfers?.[0]?.from, drawn);
    assert.notEqual(lotsRequired?.purpose, 'transfer-first');
  }
  const more = counted(blt(3, ['10 1 3 0', '11 2 4 0', '5 3 0', '5 4 0']), 'scottish-stv', { options });
  assert.equal(more.stages[1]?.transfers?.[0]?.from, '2', 'of one stage whoever had more votes was elected first');
});

test('whoever was elected in an earlier stage passes a surplus on first, however small it is', () => {
  // Quota 8. A and B are elected first; what A passes on gives C more over the quota than B has.
  const election = blt(4, ['15 1 3 0', '9 2 0', '6 3 0', '4 4 0', '2 5 0', '1 6 0'], ['A', 'B', 'C', 'D', 'E', 'F']);
  const order = (surpluses: string) =>
    counted(election, 'scottish-stv', { options: { surpluses } }).stages.flatMap(({ transfers = [], action }) =>
      action === 'transfer-surplus' ? [transfers[0]?.from] : [],
    );
  assert.deepEqual(order('largest').slice(0, 2), ['1', '3']);
  assert.deepEqual(order('first-elected').slice(0, 2), ['1', '2']);
});

test('more decimals than any rule asks for are refused, and how many may be asked for is said', () => {
  const election = blt(2, ['9 1 2 0', '4 2 0', '3 3 0', '2 4 3 0']);
  for (const method of ['scottish-stv', 'meek-stv']) {
    assert.equal(refused(election, method, { options: { precision: '61' } }).code, 'bad-option');
    assert.equal(refused(election, method, { options: { precision: '1000000' } }).code, 'bad-option');
    assert.equal(counted(election, method, { options: { precision: '60' } }).elected.length, 2);
  }
  for (const name of ['guard', 'display', 'omega'])
    assert.equal(refused(election, 'meek-stv', { options: { [name]: '61' } }).code, 'bad-option');
  const outcome = count(election, { method: 'scottish-stv', options: { precision: '61' } });
  assert.match(outcome.ok ? '' : outcome.refusal.text.en, /0, 1, 2, … 60/);
});

test('what does not fit is refused by name', () => {
  assert.equal(refused(tied, 'nonsense').code, 'unknown-method');
  assert.equal(refused(tied, 'irv', { options: { colour: 'red' } }).code, 'unknown-option');
  assert.equal(refused(tied, 'irv', { options: { bulk: 'perhaps' } }).code, 'bad-option');
  assert.equal(refused(tied, 'scottish-stv', { options: { precision: 'five' } }).code, 'bad-option');
  for (const first of ['x', '', '0', '0/7'])
    assert.equal(refused(tied, 'modified-sainte-lague', { options: { first } }).code, 'bad-option');
  assert.equal(refused(tied, 'irv', { seats: 2 }).code, 'one-seat-only');
  assert.equal(refused(tied, 'block', { seats: 0 }).code, 'bad-seats');
  assert.equal(refused(tied, 'score').code, 'wrong-ballots');
  assert.equal(refused(tied, 'greedy-pb').code, 'wrong-ballots');
  assert.equal(refused(tied, 'plurality', { lots: ['9'] }).code, 'unknown-candidate');
  assert.equal(refused(read('abif', '1:A>B\n'), 'block').code, 'no-seats');
  assert.equal(refused(read('json', '{"pool": ["a", "b"], "seats": 1}'), 'sortition').code, 'no-seed');
  assert.equal(
    refused(read('json', '{"pool": ["a", "b"], "seats": 1, "seed": "s"}'), 'sortition', { options: { by: 'sex' } })
      .code,
    'no-group',
  );
  const many = Array.from({ length: 40 }, (_, at) => `C${at}`);
  assert.equal(
    refused(read('json', JSON.stringify({ candidates: many, seats: 20, ballots: many.map((name) => [name]) })), 'pav')
      .code,
    'too-many-committees',
  );
  assert.equal(
    refused(read('json', '{"seats": 2, "parties": {"A": 1, "B": 1}}'), 'dhondt', { options: { cap: 'x' } }).code,
    'bad-option',
  );
  const wide = blt(
    1,
    ['1 1 0'],
    Array.from({ length: 1600 }, (_, at) => `C${at}`),
  );
  assert.equal(refused(wide, 'schulze').code, 'too-many-candidates');
});

test('withdrawn candidates get nothing; the ballots pass them over', () => {
  const result = counted(blt(1, ['3 1 2 0', '2 2 0', '4 3 0']), 'irv', { options: { withdrawn: '1' } });
  assert.deepEqual(
    result.elected.map(({ id }) => id),
    ['2'],
  );
  assert.equal(result.stages[0]?.tally['1'], undefined);
});

test('quota, precision and order of transfer are options of the Gregory count', () => {
  const election = blt(2, ['9 1 2 0', '4 2 0', '3 3 0', '2 4 3 0']);
  assert.equal(counted(election, 'scottish-stv').quota, '7');
  assert.equal(counted(election, 'scottish-stv', { options: { quota: 'hare' } }).quota, '9');
  const exact = counted(blt(2, ['9 1 2 0', '4 2 0']), 'scottish-stv', {
    options: { quota: 'droop-exact', precision: '3' },
  });
  assert.equal(exact.quota, '4.334');
  assert.match(exact.stages[0]?.tally['1'] ?? '', /^\d+\.\d{3}$/);
  const bulk = blt(1, ['9 1 0', '8 2 0', '1 3 0', '1 4 0']);
  assert.deepEqual(counted(bulk, 'scottish-stv', { options: { bulk: 'yes' } }).stages[1]?.excluded?.length, 2);
});

test('a sitting member who is protected is not excluded', () => {
  const election = blt(1, ['5 1 0', '4 2 1 0', '1 3 0']);
  for (const method of ['scottish-stv', 'meek-stv']) {
    assert.deepEqual(ids(counted(election, method, { options: { protect: '3' }, lots: [] })), ['3']);
  }
});

test('blank and invalid ballots are counted, and never as votes', () => {
  const election = blt(1, ['2 0', '3 1=2 0', '4 1 0']);
  assert.deepEqual(counted(election, 'irv').ballots, { total: '9', valid: '4', blank: '2', invalid: '3' });
  assert.deepEqual(counted(election, 'plurality').ballots, { total: '9', valid: '4', blank: '2', invalid: '3' });
});

test('undeclared write-ins cannot be elected, and two are left to decide between', () => {
  const election = blt(1, ['5 1 0', '3 2 0', '1 3 0'], ['Write-ins', 'B', 'C']);
  const { elected } = counted(election, 'irv', { options: { 'exclude-first': '1' } });
  assert.deepEqual(
    elected.map(({ id }) => id),
    ['2'],
  );
  const many = blt(1, ['60 1 0', '15 2 0', '14 3 0', '2 4 3 0', '9 4 0'], ['A', 'B', 'C', 'D']);
  const { stages } = counted(many, 'irv', { options: { bulk: 'yes', 'until-two': 'yes' } });
  assert.deepEqual(stages.at(-2)?.tally, { 1: '60', 2: '0', 3: '16', 4: '0' });
});

test('a budget by marks, by points and by ranks; what nobody votes for is not funded', () => {
  const pb = (type: string, votes: string) =>
    read(
      'pb',
      `META\nkey;value\nbudget;10\nvote_type;${type}\nPROJECTS\nproject_id;cost\n1;6\n2;6\n3;1\nVOTES\n${votes}`,
    );
  const first = (election: ReturnType<typeof read>, votes: string) =>
    ids(counted(election, 'greedy-pb', { options: { votes } }));
  const points = pb('cumulative', 'voter_id;vote;points\na;1;5\nb;2;1\nc;2;1\n');
  assert.deepEqual([first(points, 'auto'), first(points, 'points'), first(points, 'marks')], [['1'], ['1'], ['2']]);
  const ranks = pb('ordinal', 'voter_id;vote\na;1,2\nb;1,2\nc;2,3\nd;3,2\n');
  assert.deepEqual(
    [first(ranks, 'auto'), first(ranks, 'ranks'), first(ranks, 'marks')],
    [
      ['2', '3'],
      ['2', '3'],
      ['2', '3'],
    ],
  );
});

test('two rounds: a majority wins, two go on, and a second vote is only announced', () => {
  assert.equal(counted(blt(1, ['3 1 0', '2 2 0']), 'two-round').stages.at(-1)?.action, 'elect');
  const election = blt(1, ['4 1 0', '3 2 0', '2 3 2 0']);
  assert.deepEqual(ids(counted(election, 'two-round')), ['2']);
  const announced = counted(election, 'two-round', { options: { second: 'vote' } });
  assert.deepEqual([announced.elected, announced.stages.at(-1)?.action], [[], 'second-round']);
});

test('limited vote: fewer names than seats count', () => {
  const election = blt(2, ['3 1 2 0', '2 3 0']);
  assert.deepEqual(ids(counted(election, 'block')), ['1', '2']);
  assert.deepEqual(ids(counted(election, 'limited')), ['1', '3']);
  assert.deepEqual(ids(counted(election, 'block', { options: { votes: '1' } })), ['1', '3']);
});

test('ranked pairs: a circle of equal victories needs an order by lot', () => {
  const election = blt(1, ['1 1 2 3 0', '1 2 3 1 0', '1 3 1 2 0'], ['A', 'B', 'C']);
  const open = counted(election, 'ranked-pairs');
  assert.deepEqual([open.lotsRequired?.purpose, open.lotsRequired?.tied], ['order', ['1', '2', '3']]);
  assert.equal(counted(election, 'ranked-pairs', { lots: ['2', '3', '1'] }).elected.length, 1);
});

test('every method has every option explained in both languages', () => {
  for (const [name, { options }] of Object.entries(methods)) {
    for (const [option, { says, values, default: otherwise }] of Object.entries(options)) {
      assert.ok(says.es !== '' && says.en !== '' && says.es !== says.en, `${name} ${option}`);
      if (values !== undefined) assert.ok(values.includes(otherwise), `${name} ${option}`);
    }
  }
});

test('outputs: a document, a table, a page and lines, in both languages, safe whatever the names are', () => {
  const election = blt(2, ['9 1 2 0', '4 2 0', '3 3 2 0', '2 4 3 0'], ['<script>x</script>', '=1+1', 'C, "D"', 'É']);
  const result = counted(election, 'scottish-stv');
  for (const language of ['es', 'en'] as const) {
    const document = resultDocument(result, language) as { stages: { explanation: string }[] };
    assert.equal(document.stages[0]?.explanation, result.stages[0]?.explanation[language]);
    const page = resultPage(election, result, language);
    assert.doesNotMatch(page, /<script|src=|href=/);
    assert.match(page, /<svg[\s\S]*<path/);
    assert.match(page, new RegExp(`lang="${language}"`));
    const table = stageTable(election, result, language).split('\r\n');
    assert.match(table[2] ?? '', /^2,'=1\+1,/);
    assert.match(table[3] ?? '', /^3,"C, ""D""",/);
    assert.ok(resultLines(election, result, language).length > 10);
  }
});

test('how transfer values are rounded, and a quota that falls with the votes that run out', () => {
  // A has 9 of a quota of 6: a third of each ballot passes on, and is 0.33333 or 0.33334.
  const election = blt(2, ['7 1 2 0', '2 1 0', '4 2 0', '3 3 4 0', '1 4 0']);
  const passed = (rounding: string) => {
    const { stages } = counted(election, 'scottish-stv', { options: { rounding } });
    return [stages[1]?.tally['2'], stages[1]?.nonTransferable, stages[1]?.residue];
  };
  assert.deepEqual(passed('down'), ['6.33331', '0.66666', '0.00003']);
  assert.deepEqual(passed('nearest'), ['6.33331', '0.66666', '0.00003']);
  assert.deepEqual(passed('up'), ['6.33338', '0.66668', '-0.00006']);
  const falling = blt(2, ['7 1 0', '5 2 0', '4 3 0', '3 4 0']);
  assert.equal(counted(falling, 'scottish-stv').stages.at(-1)?.quota, undefined);
  const moved = counted(falling, 'scottish-stv', { options: { 'quota-changes': 'dynamic' } });
  assert.deepEqual([moved.quota, moved.stages.map(({ quota }) => quota)], ['7', ['7', '6', '6', '6']]);
  assert.match(moved.stages[1]?.explanation.en ?? '', /The quota is now 6\./);
});

test('as many left as seats: elected at once, or after the transfers that are still to be made', () => {
  const election = blt(2, ['9 1 2 0', '4 2 0', '3 3 2 0', '1 4 3 0']);
  for (const method of ['scottish-stv', 'meek-stv']) {
    const [early, late] = ['at-once', 'after-transfers'].map((stop) =>
      counted(election, method, { options: { stop, 'quota-changes': 'static' } }),
    );
    assert.deepEqual(
      early?.elected.map(({ id }) => id),
      late?.elected.map(({ id }) => id),
    );
  }
  const votes = blt(2, ['6 1 2 0', '4 2 0', '3 3 2 0'], ['A', 'B', 'C']);
  const last = (stop: string) => counted(votes, 'scottish-stv', { options: { stop } }).stages.at(-1);
  assert.deepEqual([last('at-once')?.tally['2'], last('after-transfers')?.tally['2']], ['4.99996', '7.99996']);
});

test('Meek: the quota, its changes and the breaking of ties are options', () => {
  const tied = blt(1, ['5 1 0', '3 2 1 0', '2 3 1 0', '1 4 3 0']);
  assert.deepEqual(counted(tied, 'meek-stv').lotsRequired?.tied, ['2', '3']);
  for (const ties of ['backwards', 'forwards']) {
    assert.deepEqual(counted(tied, 'meek-stv', { options: { ties } }).stages.at(-2)?.excluded, ['3'], ties);
  }
  const two = blt(2, ['9 1 0', '5 2 0', '2 3 0', '1 4 0']);
  const quotas = (options: Record<string, string>) =>
    counted(two, 'meek-stv', { options }).stages.map(({ quota }) => Number(quota).toFixed(2));
  assert.deepEqual(quotas({ quota: 'droop' })[0], '6.00');
  assert.deepEqual(quotas({ quota: 'hare' })[0], '8.50');
  assert.equal(new Set(quotas({ 'quota-changes': 'static' })).size, 1);
  assert.ok(new Set(quotas({})).size > 1);
});

test('Meek: ballots end at an over-vote, after empty ranks or at a repeated name, where the rule says so', () => {
  const table = 'count,rank1,rank2,rank3\n4,A,,\n3,overvote,B,C\n2,C,,B\n1,D,D,B\n2,D,C,D\n';
  const first = (options: Record<string, string>, at = 0) =>
    counted(read('csv', table), 'meek-stv', { seats: 2, options, lots: ['D', 'C', 'A', 'B'] }).stages[at];
  const votes = (tally: Readonly<Record<string, string>> = {}) =>
    Object.values(tally).map((text) => Math.round(Number(text)));
  assert.deepEqual(votes(first({})?.tally), [4, 3, 2, 3]);
  assert.deepEqual(votes(first({ overvote: 'exhaust' })?.tally), [4, 0, 2, 3]);
  const gone = (options: Record<string, string>) =>
    counted(read('csv', table), 'meek-stv', { seats: 1, options: { withdrawn: 'C,D', ...options } }).ballots;
  assert.deepEqual([gone({}).valid, gone({}).invalid], ['10', '2']);
  assert.deepEqual(gone({ skipped: '0' }).invalid, '4');
  assert.deepEqual(gone({ duplicates: 'exhaust' }).invalid, '3');
});

test('a count by keep factors has a picture too', () => {
  const election = blt(2, ['9 1 2 0', '4 2 0', '3 3 2 0', '2 4 3 0']);
  assert.match(resultPage(election, counted(election, 'meek-stv'), 'en'), /<svg[\s\S]*#c77d0a/);
});

test('exact fractions that would never end are refused, and say what would do', () => {
  const rows = [
    '5 3 4 1 0',
    '1 2 1 0',
    '4 4 3 0',
    '9 3 2 4 1 0',
    '9 3 4 1 0',
    '2 2 4 3 1 0',
    '9 2 4 1 3 0',
    '9 3 1 2 0',
    '8 2 0',
  ];
  const election = blt(3, rows);
  const options = { arithmetic: 'rational', quota: 'hare' };
  assert.equal(
    refused(election, 'meek-stv', { options: { ...options, stop: 'after-transfers' } }).code,
    'fractions-too-long',
  );
  assert.equal(counted(election, 'meek-stv', { options: { ...options, arithmetic: 'guarded' } }).elected.length, 3);
});
