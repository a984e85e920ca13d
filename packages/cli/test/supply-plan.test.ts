import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

const problem = {
  items: [{ id: 'gas', indivisible: true }],
  sites: [{ id: '<Norte>' }, { id: 'Sur' }, { id: 'Planta' }],
  needs: [
    { site: '<Norte>', item: 'gas', amount: 30 },
    { site: 'Sur', item: 'gas', amount: 10 },
  ],
  stocks: [{ site: 'Planta', item: 'gas', amount: 20 }],
};

test('supply plan: lines, a document, a page that needs nothing else, and the next plan from this one', async () => {
  const folder = await scratch();
  const [file, html, before] = ['plan.json', 'plan.html', 'before.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(file, JSON.stringify(problem));
  const ran = await cabildo(['supply', 'plan', file, '--html', html, '--json']);
  assert.equal(ran.code, 0, ran.err);
  const { allocation } = JSON.parse(ran.out);
  assert.deepEqual(
    allocation.map(({ site, award }: { site: string; award: number }) => [site, award]),
    [
      ['<Norte>', 15],
      ['Sur', 5],
    ],
  );
  const page = await readFile(html, 'utf8');
  assert.ok(page.includes('&lt;Norte&gt;') && !page.includes('<Norte>'));
  assert.ok(page.includes('There is 20, 40 is needed, 20 is given'));
  assert.ok(!/<script|https?:|src=|@import|url\(/.test(page));
  await writeFile(before, ran.out);
  await writeFile(file, JSON.stringify({ ...problem, previous: 'before.json' }));
  assert.match((await cabildo(['supply', 'plan', file])).out, /Nothing changes since the plan before/);
});

test('supply plan: a need without a site is said with its place', async () => {
  const file = join(await scratch(), 'plan.json');
  await writeFile(file, JSON.stringify({ ...problem, needs: [{ site: 'Oeste', item: 'gas', amount: 1 }] }));
  const ran = await cabildo(['supply', 'plan', file, '--lang', 'es']);
  assert.equal(ran.code, 2);
  assert.match(ran.err, /línea 1, columna \d+, needs\[0\]\.site: no hay ningún lugar «Oeste»/);
  await writeFile(file, JSON.stringify({ ...problem, roads: '/dev/zero' }));
  const endless = await cabildo(['supply', 'plan', file, '--lang', 'es']);
  assert.deepEqual([endless.code, /\/dev\/zero: más de 64000000 bytes/.test(endless.err)], [2, true], endless.err);
});

test('supply plan: closures of another hemisphere are answered and reported, and end with 1', async () => {
  const folder = await scratch();
  const [file, roads, closures] = ['plan.json', 'roads.geojson', 'closures.geojson'].map((name) => join(folder, name));
  await writeFile(roads ?? '', '{"type":"LineString","coordinates":[[-68,-16],[-68,-16.2]]}');
  await writeFile(closures ?? '', '{"type":"Feature","id":"c","geometry":{"type":"Point","coordinates":[68,16]}}');
  const sites = problem.sites.map((site) => ({ ...site, at: [-68, -16] }));
  await writeFile(
    file ?? '',
    JSON.stringify({ ...problem, sites, roads: 'roads.geojson', closures: 'closures.geojson' }),
  );
  const ran = await cabildo(['supply', 'plan', file ?? '', '--json']);
  assert.equal(ran.code, 1);
  assert.equal(JSON.parse(ran.out).closuresIgnored.length, 1);
  assert.match(ran.err, /plan\.json: c \(68, 16\): none of the closures given is anywhere near/);
});
