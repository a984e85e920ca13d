// The folder of the full story: it holds the story of so many districts, and of no other number.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { cabildo, scratch } from './cabildo.ts';

test('a folder that holds the story of three districts is not gone on with as that of two, nor served as it', async () => {
  const data = await scratch();
  const file = join(data, 'full-story.json');
  const memory = JSON.stringify({ seed: 'A'.repeat(43), startedAt: 0, districts: 3, told: null });
  await writeFile(file, memory);
  for (const line of [['story'], ['demo', '--full']]) {
    const refused = await cabildo([...line, '--districts', '2', '--data', data]);
    assert.equal(refused.code, 2, refused.out);
    assert.match(refused.err, /holds the story of 3 districts, not of 2\.\n +Give another folder with --data/);
    const spanish = await cabildo([...line, '--districts', '14', '--data', data, '--lang', 'es']);
    assert.match(spanish.err, /tiene la historia de 3 distritos, no de 14\./);
  }
  assert.equal(await readFile(file, 'utf8'), memory, 'what the folder remembers is untouched');
});

test('districts are a number from 1 to 14', async () => {
  const data = await scratch();
  for (const districts of ['0', '15', '1.5', 'all']) {
    const refused = await cabildo(['story', `--districts=${districts}`, '--data', data]);
    assert.equal(refused.code, 2, `${districts}: ${refused.out}`);
    assert.match(refused.err, /--districts: a number from 1 to 14/);
  }
});
