import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

// Two stops on one side of the depot, two on the other, and room for two on a vehicle.
const instance = `NAME : four
TYPE : CVRP
DIMENSION : 5
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 2
NODE_COORD_SECTION
1 0 0
2 10 0
3 -10 0
4 11 0
5 -11 0
DEMAND_SECTION
1 0
2 1
3 1
4 1
5 1
DEPOT_SECTION
1
-1
EOF
`;

test('supply route: rounds as a document and as a solution file, the same each time', async () => {
  const file = join(await scratch(), 'four.vrp');
  await writeFile(file, instance);
  const ran = await cabildo(['supply', 'route', file, '--iterations', '50', '--json']);
  assert.equal(ran.code, 0, ran.err);
  const document = JSON.parse(ran.out);
  assert.deepEqual([document.name, document.cost, document.loads, document.iterations], ['four', 44, [2, 2], 50]);
  assert.deepEqual(
    document.routes.map((round: number[]) => round.toSorted()),
    [
      [1, 3],
      [2, 4],
    ],
  );
  const lines = await cabildo(['supply', 'route', file, '--iterations', '50']);
  assert.match(lines.out, /^Route #1: (1 3|3 1)\nRoute #2: (2 4|4 2)\nCost 44\n$/);
});

test('supply route: what cannot be read ends with 2, and says where', async () => {
  const file = join(await scratch(), 'four.vrp');
  await writeFile(file, instance.replace('2 10 0', '2 1e308 0'));
  for (const [line, said] of [
    [[file], /four\.vrp: line 8: a number .* belongs here, not “1e308”/],
    [[file, '--iterations', 'x'], /--iterations x is no whole number/],
    [[`${file}x`], /does not exist/],
  ] as const) {
    const ran = await cabildo(['supply', 'route', ...line]);
    assert.deepEqual([ran.code, ran.out], [2, ''], ran.err);
    assert.match(ran.err, said);
  }
});
