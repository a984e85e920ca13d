import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allActs } from '@cabildo/core';
import { languageOf } from '../../src/pages/language.ts';
import { englishSentences } from '../../src/pages/sentences/en.ts';
import { spanishSentences } from '../../src/pages/sentences/es.ts';
import { en } from '../../src/pages/words/en.ts';
import { es } from '../../src/pages/words/es.ts';

/** Every path to a string, with how many blanks it has; an empty string is a missing one. */
function stringsOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return stringsOf(value, at);
    if (typeof value === 'function') return [`${at}/${value.length}`];
    assert.ok(typeof value === 'string' && value.trim() !== '', `${at} says nothing`);
    return [at];
  });
}

test('every string is there in Spanish and in English', () => {
  assert.deepEqual(stringsOf(en).sort(), stringsOf(es).sort());
  assert.ok(stringsOf(es).length > 150);
});

test('no English string was left as it is in Spanish', () => {
  const same = Object.entries(flat(es)).filter(
    ([path, value]) => value !== 'cabildo' && value.length > 6 && flat(en)[path] === value,
  );
  assert.deepEqual(same, []);
});

function flat(words: object, path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(words).map(([name, value]) =>
      typeof value === 'string'
        ? { [`${path}.${name}`]: value }
        : typeof value === 'object'
          ? flat(value, `${path}.${name}`)
          : {},
    ),
  ) as Record<string, string>;
}

test('every act that a book can hold today has a sentence in both languages', () => {
  const implemented = allActs.filter(({ status }) => status === 'implemented').map(({ name }) => name);
  assert.deepEqual(Object.keys(spanishSentences).sort(), [...implemented].sort());
  assert.deepEqual(Object.keys(englishSentences).sort(), [...implemented].sort());
});

test('the address decides the language, then the browser, then Spanish', () => {
  assert.equal(languageOf('en', 'es'), 'en');
  assert.equal(languageOf('fr', 'en-GB,en;q=0.9'), 'en');
  assert.equal(languageOf(undefined, 'ay, es-BO;q=0.8, en;q=0.9'), 'en');
  assert.equal(languageOf(undefined, 'es;q=0.1, en;q=0'), 'es');
  assert.equal(languageOf(undefined, undefined), 'es');
});
