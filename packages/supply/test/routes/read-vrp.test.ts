import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, problemSentence } from '../../src/problem.ts';
import { readVrp } from '../../src/routes/read-vrp.ts';

const plain = `NAME : three
COMMENT : (drawn: by hand)
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 10
NODE_COORD_SECTION
1 0 0
2 3 4
3 1 1
DEMAND_SECTION
1 4
2 5
3 0
DEPOT_SECTION
3
-1
EOF
`;

const explicit = (format: string, rows: string): string =>
  plain
    .replace('EUC_2D', `EXPLICIT\nEDGE_WEIGHT_FORMAT : ${format}`)
    .replace(/NODE_COORD_SECTION[^D]*/, `EDGE_WEIGHT_SECTION\n${rows}\n`);

test('the depot comes first wherever it stands, and distances are rounded as TSPLIB says', () => {
  const { name, errands } = readVrp(plain.replaceAll('\n', '\t\r\n'));
  assert.equal(name, 'three');
  assert.deepEqual([...errands.load], [0, 4, 5]);
  // √2 = 1.41 is 1, √13 = 3.61 is 4.
  assert.deepEqual([...errands.cost], [0, 1, 4, 1, 0, 5, 4, 5, 0]);
  const { cost } = readVrp(plain.replace('EUC_2D', 'CEIL_2D')).errands;
  assert.deepEqual([...cost], [0, 2, 4, 2, 0, 5, 4, 5, 0]);
});

test('distances written out, in every order that TSPLIB has', () => {
  const told = [0, 7, 8, 7, 0, 6, 8, 6, 0];
  for (const [format, rows] of [
    ['FULL_MATRIX', '0 6 7\n6 0 8\n7 8 0'],
    ['LOWER_ROW', '6\n7 8'],
    ['UPPER_ROW', '6 7 8'],
    ['LOWER_DIAG_ROW', '0 6 0 7\n8 0'],
    ['UPPER_DIAG_ROW', '0 6 7\n0 8\n0'],
  ] as const) {
    assert.deepEqual([...readVrp(explicit(format, rows)).errands.cost], told, format);
  }
  const oneWay = readVrp(explicit('FULL_MATRIX', '0 6 7\n1 0 8\n2 3 0')).errands;
  assert.deepEqual([...oneWay.cost], [0, 2, 3, 7, 0, 6, 8, 1, 0]);
});

test('a limit on a round, with what is spent at each stop', () => {
  const { longest, stay } = readVrp(plain.replace('CAPACITY', 'DISTANCE : 200\nSERVICE_TIME : 10\nCAPACITY')).errands;
  assert.deepEqual([longest, ...stay], [200, 0, 10, 10]);
  assert.equal(readVrp(plain).errands.longest, Number.POSITIVE_INFINITY);
});

test('what does not fit is named with its line', () => {
  for (const [from, to, said] of [
    ['CVRP', 'TSP', /^line 3: TYPE may be CVRP/],
    ['DIMENSION : 3', 'DIMENSION : 1', /^line 4: DIMENSION is from 2/],
    ['DIMENSION : 3', 'DIMENSION : 1e9', /^line 4: .*not “1e9”/],
    ['DIMENSION : 3\n', '', /DIMENSION is missing/],
    ['DIMENSION : 3', 'DIMENSION : 4', /^line 7: place 4 is missing|^line 11: place 4 is missing/],
    ['EUC_2D', 'GEO', /^line 5: EDGE_WEIGHT_TYPE may be/],
    ['CAPACITY : 10', 'CAPACITY : 0', /^line 6: a whole number from 1/],
    ['CAPACITY : 10', 'CAPACITY : 4', /^line 13: 5 fits into no vehicle \(4\)/],
    ['2 3 4', '2 NaN 4', /^line 9: a number .* not “NaN”/],
    ['2 3 4', '2 1e308 4', /^line 9: .* not “1e308”/],
    ['2 3 4', '2 3', /^line 9: a number/],
    ['2 3 4', '9 3 4', /^line 9: there is no place 9/],
    ['2 3 4\n', '', /^line 7: place 2 is missing/],
    ['2 5', '2 -5', /^line 13: a whole number from 0/],
    ['2 5', '1 5', /^line 13: place 1 stands twice/],
    ['3 0', '3 1', /^line 14: the depot demands nothing/],
    ['\n3\n-1', '\n3\n2\n-1', /^line 17: more than one depot/],
    ['\n3\n-1', '', /^line 15: the depot is missing/],
    ['CAPACITY', 'DISTANCE : 7\nCAPACITY', /^line 6: place 2 is too far for going there and back/],
    ['NAME : three', 'x y z', /^line 1: “x y z” does not belong here/],
    ['DEMAND_SECTION', 'DEMANDS_SECTION', /DEMAND_SECTION is missing/],
  ] as const) {
    const outcome = attempt(() => readVrp(plain.replace(from, to)));
    assert.match(outcome.ok ? 'fine' : problemSentence(outcome.problem).en, said, to);
  }
  const short = attempt(() => readVrp(explicit('LOWER_ROW', '6 7')));
  assert.match(short.ok ? 'fine' : problemSentence(short.problem).en, /there are 2 distances, not 3/);
});
