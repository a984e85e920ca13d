import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allActs } from '@cabildo/core';
import { en } from '../src/words/en.ts';
import { es } from '../src/words/es.ts';
import { sealsEn } from '../src/words/seals-en.ts';
import { sealsEs } from '../src/words/seals-es.ts';

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
  assert.deepEqual(stringsOf(sealsEn).sort(), stringsOf(sealsEs).sort());
});

test('every kind of act that officers seal has its words', () => {
  const sealed = allActs.filter((row) => row.sealed && row.status === 'implemented').map(({ name }) => name);
  for (const { kinds } of [sealsEs, sealsEn])
    for (const name of [...sealed, 'OfficersElected']) assert.ok(kinds[name] !== undefined, name);
});

test('a vote or a signature that has not arrived is never called saved', () => {
  assert.match(es.unsent.title, /^NO CONTADO/);
  assert.match(en.unsent.title, /^NOT counted/);
  assert.match(sealsEs.unsent.title, /^NO FIRMADO/);
  assert.match(sealsEn.unsent.title, /^NOT SIGNED/);
  for (const { unsent } of [es, en, sealsEs, sealsEn])
    assert.doesNotMatch(JSON.stringify(unsent), /guardad|saved|pendiente/i);
});
