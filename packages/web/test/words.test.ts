import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../src/words/en.ts';
import { es } from '../src/words/es.ts';

function stringsOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return stringsOf(value, at);
    if (typeof value === 'function') return [`${at}/${value.length}`];
    assert.ok(typeof value === 'string' && value.trim() !== '', `${at} says nothing`);
    return [at];
  });
}

test('every string of the phone is there in Spanish and in English', () => {
  assert.deepEqual(stringsOf(en).sort(), stringsOf(es).sort());
});

test('a vote that has not arrived is never called saved', () => {
  assert.match(es.unsent.title, /^NO CONTADO/);
  assert.match(en.unsent.title, /^NOT counted/);
  for (const words of [es, en]) assert.doesNotMatch(JSON.stringify(words.unsent), /guardad|saved|pendiente/i);
});
