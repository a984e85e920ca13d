// The files of docs/guide/files for systemd, read by systemd's own checker, with this project in the place of /opt/cabildo.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cabildo, scratch } from './cabildo.ts';

const checker = '/usr/bin/systemd-analyze';
const missing = existsSync(checker) ? false : `no systemd-analyze at ${checker}`;
if (missing !== false && process.env.CI === 'true') throw new Error(missing);

const project = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const given = (file: string): Promise<string> => readFile(`${project}/docs/guide/files/${file}`, 'utf8');
const units = ['cabildo.service', 'cabildo-backup.service', 'cabildo-backup.timer'];

test('systemd finds nothing wrong with the units of the guide', { skip: missing }, async () => {
  const folder = await scratch();
  for (const unit of units)
    await writeFile(join(folder, unit), (await given(unit)).replaceAll('/opt/cabildo', project));
  const ran = spawnSync(checker, ['verify', ...units.map((unit) => join(folder, unit))], { encoding: 'utf8' });
  assert.deepEqual([ran.status, ran.stderr], [0, '']);
});

test('each command of the units is one that the program has, with options that it has', async () => {
  for (const unit of units) {
    const lines = [...(await given(unit)).matchAll(/cabildo\.js (\w+) ([^;'\n]*)/g)];
    if (unit.endsWith('.service')) assert.equal(lines.length, 1, unit);
    for (const [, command = '', rest = ''] of lines) {
      const { out, code } = await cabildo(['help', command]);
      assert.equal(code, 0);
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) assert.ok(out.includes(`${option} `), `${command} ${option}`);
    }
  }
});
