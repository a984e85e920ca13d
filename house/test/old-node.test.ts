import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Runs a program under a Node that says it is an older one. */
function runOld(program: string) {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '20.9.0' })";
  const path = fileURLToPath(new URL(`../../${program}`, import.meta.url));
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${pretend}`, path], { encoding: 'utf8' });
}

for (const program of ['packages/cli/bin/cabildo.js', 'house/test.js']) {
  test(`${program} tells an old Node what is needed`, () => {
    const { status, stderr, stdout } = runOld(program);
    assert.equal(status, 2);
    assert.match(stderr, /needs? Node\.js 24 or later/);
    assert.match(stderr, /npm ci/);
    assert.equal(stdout, '');
  });
}
