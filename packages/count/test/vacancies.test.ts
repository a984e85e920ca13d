import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { counted, ids, type More, refused } from './asked.ts';
import { type NaivePart, naiveCountback, naiveGregory } from './naive/gregory.ts';
import { electionOf, type NaiveProfile, profiles, read } from './naive/profile.ts';

const runs = { numRuns: 200 };

// Ana has 9 of a quota of 9; Beto comes in on the ballots of Cira. Whoever chose Ana wants Dora next.
const assembly = read(
  'blt',
  '5 2\n9 1 4 2 0\n6 2 3 0\n4 3 2 0\n3 4 3 0\n2 5 4 0\n0\n"Ana"\n"Beto"\n"Cira"\n"Dora"\n"Elio"\n"T"\n',
);

test('countback: the ballots that made up the seat choose who takes it, and nobody else loses a seat', () => {
  const election = counted(assembly, 'scottish-stv', { options: { vacancy: 'countback' } });
  assert.deepEqual(ids(election), ['1', '2']);
  const after = counted(assembly, 'scottish-stv', { options: { vacated: '1' }, original: election });
  assert.deepEqual(ids(after), ['4']);
  assert.deepEqual(
    after.stages.map(({ action }) => action),
    ['count', 'elect', 'fill'],
  );
  assert.deepEqual(after.stages[0]?.tally, { '3': '0.00000', '4': '9.00000', '5': '0.00000' });
  assert.deepEqual(after.stages.at(-1)?.details, { fills: { '1': '4' } });
  assert.match(after.stages.at(-1)?.explanation.en ?? '', /Dora takes the seat that Ana left/);
  // Beto's seat: six ballots of his own and four that came from Cira, who stands again and has those back.
  const other = counted(assembly, 'scottish-stv', { options: { vacated: '2' }, original: election });
  assert.deepEqual(other.stages[0]?.tally, { '3': '10.00000', '4': '0.00000', '5': '0.00000' });
  assert.deepEqual(ids(other), ['3']);
});

test('countback: a ballot is worth what of it stayed when the surplus passed on', () => {
  const election = read('blt', '4 2\n12 1 3 0\n4 1 4 0\n5 2 0\n4 3 0\n0\n"A"\n"B"\n"C"\n"D"\n"T"\n');
  // Quota 9 of 25; A has 16, and 7/16 of each ballot passes on: 0.43750. What stays is 0.5625 of each.
  const after = counted(election, 'scottish-stv', { options: { vacancy: 'countback', vacated: '1' } });
  assert.deepEqual(after.stages[0]?.tally, { '2': '0.00000', '4': '2.25000' });
  assert.equal(after.stages[0]?.nonTransferable, '6.75000');
  assert.deepEqual(ids(after), ['4']);
});

test('countback: nobody who has left, will not or has a seat is elected; where nobody is named the seat stays free', () => {
  const options = { vacancy: 'countback', vacated: '1' };
  const without = counted(assembly, 'scottish-stv', { options: { ...options, unavailable: '4' } });
  assert.equal(without.stages.at(-1)?.action, 'fill');
  assert.deepEqual(ids(without), []);
  assert.match(without.stages.at(-1)?.explanation.en ?? '', /a new election is needed/);
  // One alone is elected without anybody naming her.
  const alone = counted(assembly, 'scottish-stv', { options: { ...options, unavailable: '4,5' } });
  assert.deepEqual(ids(alone), ['3']);
  const both = counted(assembly, 'scottish-stv', { options: { vacancy: 'countback', vacated: '1,2' } });
  assert.deepEqual(ids(both), ['4', '3']);
  // Whoever took a seat can leave it too: the same ballots choose once more.
  const again = counted(assembly, 'scottish-stv', { options: { vacancy: 'countback', vacated: '1,4' } });
  assert.equal(again.stages.filter(({ action }) => action === 'fill').length, 2);
  assert.deepEqual(ids(again), ['4']);
});

for (const method of ['scottish-stv', 'meek-stv']) {
  test(`${method}, recount: all ballots count again, sitting members keep their seats`, () => {
    const after = counted(assembly, method, { options: { vacancy: 'recount', vacated: '1' } });
    assert.deepEqual(ids(after).sort(), ['2', '4']);
    assert.deepEqual(after.stages.at(-1)?.details, { fills: { '1': '4' } });
    assert.equal(after.stages[0]?.tally['1'], undefined);
  });
}

test('“next highest” is refused for transferable votes, with the reason; elsewhere it is the rule', () => {
  for (const method of ['scottish-stv', 'meek-stv']) {
    const { code, text } = refused(assembly, method, { options: { vacancy: 'next-highest' } });
    assert.equal(code, 'bad-option');
    assert.match(text.en, /no “next highest”.*It may be: none, /);
    assert.match(text.es, /no existe «la siguiente»/);
  }
  assert.match(refused(assembly, 'meek-stv', { options: { vacancy: 'countback' } }).text.en, /none, recount/);
  assert.match(refused(assembly, 'plurality', { options: { vacancy: 'recount' } }).text.en, /none, next-highest/);
  for (const method of ['plurality', 'block', 'limited', 'borda', 'approval']) {
    const options = { vacancy: 'next-highest' };
    const election = counted(assembly, method, { seats: 2, options, lots: ['1', '2', '3', '4', '5'] });
    const longer = counted(assembly, method, {
      seats: 3,
      options: method === 'block' || method === 'limited' ? { votes: method === 'block' ? '2' : '1' } : {},
      lots: ['1', '2', '3', '4', '5'],
    });
    const [first = ''] = ids(election);
    const after = counted(assembly, method, {
      options: { vacated: first },
      original: election,
      lots: ['1', '2', '3', '4', '5'],
    });
    assert.deepEqual(
      ids(after),
      ids(longer).filter((id) => !ids(election).includes(id)),
      method,
    );
  }
});

test('the rule was fixed before the election: another is refused, and so is none', () => {
  const election = counted(assembly, 'scottish-stv', { options: { vacancy: 'countback' } });
  const code = (more: More, method = 'scottish-stv') => refused(assembly, method, { original: election, ...more }).code;
  assert.equal(code({ options: { vacated: '1', vacancy: 'recount' } }), 'other-rule');
  assert.equal(code({ options: { vacated: '1', precision: '3' } }), 'other-rule');
  assert.equal(code({ options: { vacated: '1', 'min.women': '1', 'group.women': '4' } }), 'other-rule');
  assert.equal(code({ options: { vacated: '1' }, seats: 3 }), 'other-rule');
  assert.equal(code({ options: { vacated: '1' } }, 'meek-stv'), 'other-rule');
  assert.equal(code({ options: { vacated: '5' } }), 'no-seat');
  assert.equal(code({ options: { vacated: '1', unavailable: '2' } }), 'has-a-seat');
  assert.equal(refused(assembly, 'scottish-stv', { options: { vacated: '1' } }).code, 'no-vacancy-rule');
  const others = read('blt', '3 2\n9 3 0\n6 2 3 0\n4 1 2 0\n0\n"Ana"\n"Beto"\n"Cira"\n"T"\n');
  const found = refused(others, 'scottish-stv', { options: { vacated: '1' }, original: election });
  assert.equal(found.code, 'other-ballots');
});

test('a second vacancy goes on from the first; lots of the election are not those of the vacancy', () => {
  const options = { vacancy: 'countback' };
  const tied = read('blt', '5 2\n5 1 4 0\n5 1 5 0\n4 2 0\n4 3 0\n0\n"A"\n"B"\n"C"\n"D"\n"E"\n"T"\n');
  assert.equal(refused(tied, 'scottish-stv', { options: { ...options, vacated: '1' } }).code, 'original-undecided');
  const election = counted(tied, 'scottish-stv', { options, lots: ['4', '5', '3'] });
  assert.deepEqual(ids(election), ['1', '2']);
  const open = counted(tied, 'scottish-stv', { options: { vacated: '1' }, original: election });
  assert.deepEqual([open.lotsRequired?.tied, open.lotsRequired?.purpose], [['4', '5'], 'exclude']);
  const first = counted(tied, 'scottish-stv', { options: { vacated: '1' }, original: election, lots: ['5'] });
  assert.deepEqual(ids(first), ['4']);
  assert.deepEqual([first.options['original-lots'], first.options.lots], ['4,5,3', '5']);
});

type Rule = 'countback' | 'recount';

/** Who takes a seat, `null` for nobody, by a count of single papers. */
function naiveFill(
  profile: NaiveProfile,
  elected: readonly number[],
  bundle: readonly NaivePart[],
  left: number,
  rule: Rule,
): number | null | 'tie' {
  const sitting = elected.filter((at) => at !== left);
  if (rule === 'countback') {
    const others = Array.from({ length: profile.candidates }, (_, at) => at).filter((at) => !elected.includes(at));
    const found = naiveCountback(bundle, others);
    return found === 'tie' ? found : found.winner;
  }
  const found = naiveGregory(profile, [{ members: sitting, least: sitting.length, most: sitting.length }], [left]);
  return found === 'tie' ? found : (found.elected.find((at) => !sitting.includes(at)) ?? null);
}

function fillsAgree(profile: NaiveProfile, rule: Rule): void {
  const before = naiveGregory(profile);
  if (before === 'tie') return;
  for (const left of before.elected) {
    const options = { vacancy: rule, vacated: String(left + 1) };
    const result = counted(electionOf(profile), 'scottish-stv', { options });
    const winner = naiveFill(profile, before.elected, before.bundles[left]!, left, rule);
    assert.equal(result.lotsRequired !== null, winner === 'tie');
    if (winner === 'tie') continue;
    const fills = result.stages.at(-1)?.details?.fills as Record<string, string>;
    assert.equal(fills[options.vacated], winner === null ? undefined : String(winner + 1));
    const sitting = before.elected.filter((at) => at !== left);
    if (rule === 'recount') assert.ok(sitting.every((at) => ids(result).includes(String(at + 1))));
  }
}

for (const rule of ['countback', 'recount'] as const) {
  test(`${rule} fills every seat as a count of single papers does`, () => {
    fc.assert(
      fc.property(profiles(), (profile) => fillsAgree(profile, rule)),
      runs,
    );
  });
}

test('a countback loses no vote: what the seat was made of is with somebody, with nobody, or rounding', () => {
  fc.assert(
    fc.property(profiles(), (profile) => {
      const election = electionOf(profile);
      const original = count(election, { method: 'scottish-stv', options: { vacancy: 'countback' } });
      if (!original.ok || original.result.lotsRequired !== null) return;
      const [first] = ids(original.result);
      const { stages } = counted(election, 'scottish-stv', {
        options: { vacated: first ?? '' },
        original: original.result,
      });
      const units = (text: string) => Math.round(Number(text) * 100_000);
      const sums = stages.map(({ tally, nonTransferable, residue }) =>
        [...Object.values(tally), nonTransferable, residue].reduce((sum, text) => sum + units(text), 0),
      );
      assert.ok(sums.every((sum) => sum === sums[0]));
    }),
    runs,
  );
});
