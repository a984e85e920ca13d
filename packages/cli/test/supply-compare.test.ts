import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

test('supply compare: every rule side by side, as a table and as a document; a rule that there is not is refused', async () => {
  const file = join(await scratch(), 'gas.json');
  await writeFile(file, '{"stock":200,"claims":{"C":300,"A":100,"B":200}}');
  const ran = await cabildo(['supply', 'compare', file, '--against', 'talmud', '--json']);
  assert.equal(ran.code, 0, ran.err);
  const { against, comparisons } = JSON.parse(ran.out);
  assert.equal(against, 'talmud');
  assert.deepEqual(
    comparisons[0].rules.map(({ rule }: { rule: string }) => rule),
    ['leximin', 'proportional', 'equal-awards', 'equal-losses', 'talmud'],
  );
  const lines = await cabildo(['supply', 'compare', file, '--lang', 'es']);
  assert.match(lines.out, /B +200 +66\.66 .* 50 \(−16\.66\) +75 \(\+8\.33\)/);
  const html = join(await scratch(), 'rules.html');
  await cabildo(['supply', 'compare', file, '--html', html, '--lang', 'es']);
  const page = await readFile(html, 'utf8');
  assert.match(
    page,
    /<th role="rowheader" scope="row">B<\/th>.*data-name="Talmud" class="n">75 <span class="up">▲ \+8\.33</,
  );
  assert.ok(!/<script|https?:|src=|@import|url\(/.test(page));
  assert.equal((await cabildo(['supply', 'compare', file, '--against', 'fair'])).code, 2);
  await writeFile(file, '{"items":[],"sites":[],"needs":[{"site":"A","item":"gas"}],"stocks":[]}');
  const wrong = await cabildo(['supply', 'compare', file]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /needs\[0\]\.site: there is no site “A”/);
});
