// Words of a half of a slip: what is printed beside its code, and is typed where no camera reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newCredential, seededRandom } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import { halfWords, readHalfWords } from '../../src/booth/half-words.ts';
import { wordList } from '../../src/booth/tracker.ts';

const random = seededRandom('halves in words', nodeMachine);
const texts = Array.from({ length: 200 }, () => newCredential(random));

for (const language of ['es', 'en'] as const) {
  test(`given a half in words (${language}), when they are typed with capitals, without accents or cut short, then it is that half`, async () => {
    const list = await wordList(language);
    for (const text of texts) {
      const words = halfWords(text, list);
      assert.equal(words.length, 8);
      const plain = words.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').slice(0, 4).toUpperCase());
      for (const said of [words.join(' '), ` ${plain.join('  ')} `])
        assert.deepEqual(await readHalfWords(said), { text, teller: null, number: null });
    }
  });
}

test('given the least and the greatest half, when they are read back, then nothing of them is lost', async () => {
  const list = await wordList('es');
  for (const text of ['111-111-111-111-111', greatest()])
    assert.equal((await readHalfWords(halfWords(text, list).join(' ')))?.text, text);
});

/** Fourteen of the last character, and its check. */
function greatest(): string {
  const check = (53n - ((58n ** 14n - 1n) % 53n)) % 53n;
  const last = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'[Number(check)];
  return `${'z'.repeat(14)}${last}`.match(/.{3}/g)?.join('-') ?? '';
}

test('given a word that was misread, when it is one of the list, then nearly always it is no half; else never', async () => {
  const list = await wordList('es');
  let taken = 0;
  for (const text of texts) {
    const words = halfWords(text, list);
    const other = list[(list.findIndex((word) => word.normalize('NFC') === words[3]) + 1) % list.length] ?? '';
    if ((await readHalfWords(words.with(3, other).join(' '))) !== null) taken += 1;
    assert.equal(await readHalfWords(words.with(3, 'xyzzy').join(' ')), null);
    assert.equal(await readHalfWords(words.slice(1).join(' ')), null);
  }
  assert.ok(taken < texts.length / 10, `${taken} of ${texts.length}`);
});
