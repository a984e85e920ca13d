import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

async function tables(more: Readonly<Record<string, string | Buffer>> = {}) {
  const folder = await scratch();
  const files = {
    'sites.csv': Buffer.from('lugar;personas\nPeñas;100\nPlanta;\n', 'latin1'),
    'needs.csv': 'site,item,amount\nPeñas,gas,30\n',
    'stocks.csv': 'site,item,amount\nPlanta,gas,12.5\n',
    'closures.csv': 'id,lon,lat\nc1,-68.2,-16.5\n',
    ...more,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const options = ['sites', 'needs', 'stocks', 'closures'].flatMap((name) => [
    `--${name}`,
    join(folder, `${name}.csv`),
  ]);
  const out = join(folder, 'plan.json');
  return { folder, out, args: ['supply', 'import', ...options, '--out', out] };
}

test('supply import: spreadsheets become a problem that supply plan reads, with the closures beside it', async () => {
  const { folder, out, args } = await tables();
  const ran = await cabildo([...args, '--json']);
  assert.equal(ran.code, 0, ran.err);
  assert.deepEqual(JSON.parse(ran.out), {
    files: [out, join(folder, 'plan-closures.geojson')],
    counts: { sites: 2, needs: 1, stocks: 1, closures: 1 },
  });
  assert.equal(JSON.parse(await readFile(out, 'utf8')).closures, 'plan-closures.geojson');
  const planned = await cabildo(['supply', 'plan', out]);
  assert.match(planned.out, /Peñas gets 12\.5 of 30/);
});

test('supply import: with one wrong cell nothing is written and what was there stays', async () => {
  const { folder, out, args } = await tables({ 'needs.csv': 'site,item,amount\nPeñas,gas,-3\nNorte,gas,1\n' });
  await writeFile(out, 'before');
  const ran = await cabildo([...args, '--lang', 'es']);
  assert.equal(ran.code, 2);
  assert.match(
    ran.err,
    /no se importó nada:\n {2}línea 2, columna 11, \S+needs\.csv amount: -3 es negativo\n {2}línea 3, /,
  );
  assert.equal(await readFile(out, 'utf8'), 'before');
  assert.ok(!(await readdir(folder)).some((name) => name.includes('plan-closures') || name.endsWith('.new')));
});

test('supply import: no table is misuse, and a spreadsheet that is no CSV is said to be none', async () => {
  const { out, args } = await tables({ 'sites.csv': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) });
  assert.equal((await cabildo(['supply', 'import', '--out', out])).code, 2);
  assert.match((await cabildo(args)).err, /sites\.csv: line 1, column 5: this is no CSV table/);
  const endless = await cabildo(['supply', 'import', '--sites', '/dev/zero', '--out', out]);
  assert.deepEqual([endless.code, /\/dev\/zero: more than 64000000 bytes/.test(endless.err)], [2, true], endless.err);
});
