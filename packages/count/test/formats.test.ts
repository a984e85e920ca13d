import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { count } from '../src/count.ts';
import { type Election, weightOf } from '../src/election.ts';
import { readElection } from '../src/formats/read.ts';
import { bltOf, electionOf, profiles, read } from './naive/profile.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The ballots as `weight: A > B = C`, in order. */
function shown({ ballots, candidates }: Election): string[] {
  return Array.from({ length: ballots.groups }, (_, group) => {
    const parts: string[] = [];
    for (let at = ballots.starts[group]!; at < ballots.starts[group + 1]!; at++) {
      const entry = ballots.entries[at]!;
      const word = entry === -1 ? '-' : entry === -2 ? '!' : (candidates[entry >> 1]?.name ?? '');
      parts.push(
        entry >= 0 && (entry & 1) === 1 ? `=${word}` : ` ${word}`,
        ballots.scores === null ? '' : `/${ballots.scores[at]}`,
      );
    }
    return `${weightOf(ballots, group)}:${parts.join('')}`;
  }).sort();
}

function problem(extension: string, text: string): string {
  const reading = readElection(extension, [bytes(text)]);
  assert.ok(!reading.ok, 'it was read');
  assert.notEqual(reading.problem.text.es, reading.problem.text.en);
  return `${reading.problem.line}:${reading.problem.column}`;
}

test('BLT: withdrawn candidates, nicknames, ties, ballot numbers, skipped and shared ranks, comments', () => {
  const election = read(
    'blt',
    '\uFEFF# made by hand\n4 2\n-4\n[nick a b c d]\n[tie 3 2 1 4]\n2 a b 0\n(17) c=b - a 0\n1 0\n3 2 /* a note */ 1 0 # end\n0\n"A" # first\n"B"\nC\n"D \\"x\\""\n"T"\n',
  );
  assert.deepEqual(shown(election), ['1: C=B - A', '2: A B', '3: B A']);
  assert.deepEqual(
    election.candidates.map(({ name, withdrawn }) => `${name}${withdrawn ? '-' : ''}`),
    ['A', 'B', 'C', 'D "x"-'],
  );
  assert.deepEqual(
    [election.title, election.seats, election.tieOrder, election.ballots.blank],
    ['T', 2, [2, 1, 0, 3], 1n],
  );
});

test('BLT: names of the Scottish returning officers, with and without quotes, and all on one line', () => {
  const head = '2 1\n1 1 2 0\n0\n';
  for (const names of [
    'Ann Lee\nBob Ray\nWard 1\n',
    '"Ann Lee" "Party (P)"\n"Bob Ray" "Other (O)"\n"Ward 1"\n',
    '"Ann Lee" "Bob Ray" "Ward 1"',
  ]) {
    const election = read('blt', head + names);
    assert.deepEqual(
      [...election.candidates.map(({ name }) => name), election.title],
      ['Ann Lee', 'Bob Ray', 'Ward 1'],
    );
  }
});

test('BLT: from a spreadsheet with commas, with names in comments, with blanks, tabs and other line ends', () => {
  for (const text of [
    '2 1,\n3 1 2,0,\n1 2 0,\n0,\nAnn Lee,\nBob Ray,\nWard 1,\n',
    '2 1\n3 1 2 0\n1 2 0\n0\n# ALTERNATIVE NAME 1: Ann Lee\n# ALTERNATIVE NAME 2: Bob Ray\nWard 1\n',
    '\n\t2\t1\r\n\r\n3 1\t2 0\r\n1 2 0\r\n0\r\n\r\n"Ann Lee" \r\n"Bob Ray ""Party (P)"""\r\nWard 1\r\n',
  ]) {
    const election = read('blt', text);
    assert.deepEqual(shown(election), ['1: Bob Ray', '3: Ann Lee Bob Ray'], text);
    assert.equal(election.title, 'Ward 1');
  }
});

test('weights: with decimals, and larger than any number holds exactly', () => {
  const election = read('blt', '2 1\n1.5 1 0\n0.25 2 0\n9223372036854775807 2 0\n9223372036854775807 2 0\n0\nA\nB\n');
  const outcome = count(election, { method: 'plurality' });
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.result.stages[0]?.tally, { 1: '1.5', 2: '18446744073709551614.25' });
});

test('a problem has a line and a column', () => {
  for (const [extension, text, place] of [
    ['blt', 'x 1\n', '1:1'],
    ['blt', '3 2\n1 1 4 0\n', '2:5'],
    ['blt', '3 2\n1 1 2 0\n', '3:1'],
    ['blt', '3 2\n1 1 = = 2 0\n', '2:7'],
    ['blt', '2 1\n1 1 0\n0\n"A"\n', '5:1'],
    ['blt', '2 1\n[foo 1]\n', '2:1'],
    ['cvotes', '#/Candidates: A ; B\nA > C\n', '2:5'],
    ['cvotes', '#/Number of Seats: x\n', '1:19'],
    ['abif', '3:A>B\n4:A>>B\n', '2:5'],
    ['abif', 'x:A', '1:2'],
    ['soc', '# ALTERNATIVE NAME 1: A\n2: 1,3\n', '2:6'],
    ['toc', '# ALTERNATIVE NAME 1: A\n2: {1\n', '2:5'],
    ['csv', '1,"A\n', '1:3'],
    ['pb', 'META\nkey;value\nPROJECTS\nproject_id;cost\n1;x\n', '5:3'],
    ['pb', 'VOTES\n', '1:1'],
    ['json', '{"seats": 3,\n "parties": {"A": 1, "A": 2}}', '2:22'],
    ['json', '{"seats": 3, "parties": {"A": 1.5}}', '1:31'],
    ['json', '[1,]', '1:4'],
    ['json', '{"candidates": ["A"], "ballots": [["B"]]}', '1:36'],
    ['xyz', '', '1:1'],
  ] as const) {
    assert.equal(problem(extension, text), place, `${extension}: ${text}`);
  }
  const reading = readElection('abif', [Uint8Array.of(0x41, 0x3e, 0xff)]);
  assert.equal(reading.ok ? '' : `${reading.problem.line}:${reading.problem.column}`, '1:3');
});

test('ABIF: weights, shared ranks, names in brackets, scores', () => {
  const election = read('abif', '# x\n{title: "T"}\n=DGM:[Doña García]\n27:DGM>[B B]="C c"\n3*C\nDGM\n');
  assert.equal(election.title, 'T');
  assert.deepEqual(shown(election), ['1: Doña García', '27: Doña García B B=C c', '3: C']);
  assert.deepEqual(shown(read('abif', '2:A/5,B/3,C/5\n')), ['2: A/5=C/5 B/3']);
});

test('PrefLib, new and old, with sets', () => {
  const modern =
    '# TITLE: T\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n4: 1,{2,3}\n2: {2,1}\n';
  const older = '3\n1,A\n2,B\n3,C\n6,6,2\n4,1,{2,3}\n2,{2,1}\n';
  assert.deepEqual(shown(read('toc', modern)), ['2: B=A', '4: A B=C']);
  assert.deepEqual(shown(read('toi', older)), ['2: B=A', '4: A B=C']);
});

test('CEF: tags, weights, counts, empty rankings', () => {
  const text =
    '#/Candidates: A ; B\n#/Weight Allowed: true\n#/Implicit Ranking: false\nx, y || A > B ^2 * 3\n/EMPTY_RANKING/\nB # note\n';
  const election = read('cvotes', text);
  assert.deepEqual(shown(election), ['1: B', '6: A B']);
  assert.deepEqual([election.ballots.blank, election.implicitRanking], [1n, false]);
});

test('a table of ranks: header, counts, over-votes, empty cells', () => {
  const election = read('csv', 'count,rank 1,rank 2,rank 3\n4,"Lee, Ann",undervote,Bob\n1,overvote,Bob,\n2,Bob|Cy,,\n');
  assert.deepEqual(shown(election), ['1: ! Bob', '2: Bob=Cy', '4: Lee, Ann - Bob']);
});

test('a table of ranks: of the columns only those that say so are ranks, in their order', () => {
  const text = 'Source,CVR Id,Precinct,Rank 2,Rank 1\nf.xlsx,1,P 1,undervote,Ann\nf.xlsx,2,P 1,Ann,Bob\n';
  assert.deepEqual(shown(read('csv', text)), ['1: Ann', '1: Bob Ann']);
  assert.deepEqual(shown(read('csv', 'id,ballots,1st choice\n7,12,Ann\n')), ['12: Ann']);
  assert.equal(problem('csv', '\nRank 1,Rank 1\nAnn,Bob\n'), '2:1');
});

test('a table with a candidate in each column and its rank in the cells', () => {
  const text = 'Response ID,precinct_id,Ann,Bob,Cy\nR_1,p1,2,1,\nR_2,p1,1,1,3\nR_3,p1,,,\nR_4,p1,,3,1\n';
  const election = read('csv', text);
  assert.deepEqual(shown(election), ['1: Ann=Bob - Cy', '1: Bob Ann', '1: Cy - Bob']);
  assert.equal(election.ballots.blank, 1n);
  assert.equal(problem('csv', 'id,Ann,Bob\n1,1,2\n2,x,1\n'), '3:3');
});

test('pieces of any size read the same', () => {
  fc.assert(
    fc.property(profiles(true), fc.integer({ min: 1, max: 7 }), (profile, size) => {
      const whole = bytes(bltOf(profile));
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) =>
        whole.subarray(at * size, (at + 1) * size),
      );
      const reading = readElection('blt', pieces);
      assert.ok(reading.ok);
      assert.deepEqual(shown(reading.election), shown(electionOf(profile)));
    }),
    { numRuns: 100 },
  );
});

const samples: Record<string, string> = {
  blt: '3 2\n[tie 3 1 2]\n-2\n4 1 2=3 0\n(9) 3 0\n0\n"A"\n"B"\n"C"\n"T"\n',
  abif: '=A:[An A]\n3:A>B=C/2\n',
  soc: '# ALTERNATIVE NAME 1: A\n2: 1,{1}\n',
  cvotes: '#/Candidates: A ; B\nA > B * 2\n',
  csv: 'count,rank 1\n3,A|B,,\n',
  pb: 'META\nkey;value\nbudget;10\nPROJECTS\nproject_id;cost\n1;3\nVOTES\nvoter_id;vote\n1;1\n',
  json: '{"seats": 2, "parties": {"A": 3, "B": 4}}',
};

for (const [extension, sample] of Object.entries(samples)) {
  test(`${extension}: whatever stands in a file, it is read or has a problem with a place`, () => {
    const change = fc.record({
      at: fc.nat(sample.length),
      gone: fc.nat(4),
      text: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom('0', '\n', '=', '"', '[', '{', '-', '999999999999'),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (all, { at, gone, text: put }) => all.slice(0, at) + put + all.slice(at + gone),
          sample,
        );
        const reading = readElection(extension, [bytes(text)]);
        if (reading.ok) return;
        assert.ok(reading.problem.line >= 1 && reading.problem.column >= 1, JSON.stringify(reading.problem));
      }),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => void readElection(extension, [noise])),
      { numRuns: 100 },
    );
  });
}

test('a header that promises much takes no memory for it', () => {
  const before = process.memoryUsage().rss;
  assert.equal(problem('blt', '1000000 100000\n1 1 0\n0\n"A"\n'), '5:1');
  assert.equal(problem('blt', '10000000 2\n'), '1:1');
  assert.equal(problem('soc', '9999999\n1,A\n1,B\n'), '3:1');
  assert.ok(process.memoryUsage().rss - before < 100_000_000);
});
