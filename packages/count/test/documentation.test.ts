import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { methods } from '../src/methods.ts';

const page = readFileSync(new URL('../../../docs/counting.md', import.meta.url), 'utf8');

test('the page on counting names every method and every option', () => {
  for (const [name, { options }] of Object.entries(methods)) {
    assert.ok(page.includes(name), name);
    for (const option of Object.keys(options))
      assert.ok(page.includes(`\`${option}`) || page.includes(`${option}=`), `${name} ${option}`);
  }
});
