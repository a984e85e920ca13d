// The failures of DESIGN section 1, each played and stopped. What is told is docs/scenarios.md.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { scenariosPage } from './scenarios/page.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { tell } from './scenarios/telling.ts';

for (const scenario of Object.values(scenarios))
  test(`${scenario.title} is stopped`, () => {
    const last = tell(scenario).at(-1);
    assert.equal(last?.word, 'Then');
  });

test('every scenario file is told', () => {
  const others = ['page.ts', 'scenarios.ts', 'telling.ts', 'write-page.ts'];
  const files = readdirSync(new URL('scenarios/', import.meta.url)).filter((name) => !others.includes(name));
  assert.deepEqual(
    files,
    Object.keys(scenarios)
      .map((name) => `${name}.ts`)
      .toSorted(),
  );
});

test('docs/scenarios.md is what is told; `npm run docs` writes it', () => {
  const committed = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8');
  assert.equal(committed, scenariosPage());
});
