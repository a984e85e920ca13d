import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allActs } from '@cabildo/core';
import { en as memberEn } from '../src/member/words-en.ts';
import { es as memberEs } from '../src/member/words-es.ts';
import { en as sealsEn } from '../src/seals/words-en.ts';
import { es as sealsEs } from '../src/seals/words-es.ts';
import { en as shellEn } from '../src/shell/words-en.ts';
import { es as shellEs } from '../src/shell/words-es.ts';

const source = fileURLToPath(new URL('../src/', import.meta.url));

function stringsOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) => {
    const at = `${path}.${name}`;
    if (typeof value === 'object' && value !== null) return stringsOf(value, at);
    if (typeof value === 'function') return [`${at}/${value.length}`];
    assert.ok(typeof value === 'string' && value.trim() !== '', `${at} says nothing`);
    return [at];
  });
}

/** Every folder of the client that has words of its own. */
const areas = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('words-es.ts'))
  .map((path) => path.slice(0, -'words-es.ts'.length));

for (const area of areas)
  test(`every string of ${area} is there in Spanish and in English`, async () => {
    const [spanish, english] = (await Promise.all(
      ['es', 'en'].map((language) => import(`../src/${area}words-${language}.ts`)),
    )) as [{ es: object }, { en: object }];
    assert.deepEqual(stringsOf(english.en).sort(), stringsOf(spanish.es).sort());
  });

interface Text {
  readonly source: string;
  readonly places: readonly string[];
}

const sources: readonly Text[] = JSON.parse(
  readFileSync(new URL('../../server/languages/sources.json', import.meta.url), 'utf8'),
);
const translated = new Set(sources.flatMap(({ source, places }) => places.map((place) => `${place} ${source}`)));
/** What each language says for itself (`read-sources.ts`). */
const ownName = /^office\.(?:first-steps\.roll\.columns|statute\.language)|\.icon /;

const textsIn = (words: object, place: string): string[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? textsIn(value, `${place}.${name}`)
      : typeof value === 'string'
        ? [`${place}.${name} ${value}`]
        : [],
  );

test('what an area says is laid over at the place where it is translated', async () => {
  const places: string[] = [];
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|\/)words\.ts$/.test(path),
  ))
    for (const words of Object.values(await import(`../src/${path}`)) as { place?: string; es(): Promise<object> }[]) {
      if (typeof words.place !== 'string') continue;
      places.push(words.place);
      for (const text of textsIn(await words.es(), words.place))
        assert.ok(ownName.test(text) || translated.has(text), text);
    }
  assert.deepEqual(places, [...new Set(places)]);
  for (const place of ['phone.desk', 'office.statute', 'supply.queue']) assert.ok(places.includes(place), place);
});

test('the areas with words are found', () => {
  for (const area of ['member/', 'seals/', 'shell/']) assert.ok(areas.includes(area), area);
});

test('every kind of act that officers seal has its words', () => {
  const sealed = allActs.filter((row) => row.sealed && row.status === 'implemented').map(({ name }) => name);
  for (const { kinds } of [sealsEs, sealsEn])
    for (const name of [...sealed, 'OfficersElected']) assert.ok(kinds[name] !== undefined, name);
});

test('what has not arrived is never called saved', () => {
  assert.match(memberEs.unsent.title, /^NO CONTADO/);
  assert.match(memberEn.unsent.title, /^NOT counted/);
  assert.match(sealsEs.unsent.title, /^NO FIRMADO/);
  assert.match(sealsEn.unsent.title, /^NOT SIGNED/);
  for (const said of [memberEs.unsent, memberEn.unsent, sealsEs.unsent, sealsEn.unsent]) notSaved(said);
  for (const { waiting } of [shellEs, shellEn]) {
    notSaved(waiting);
    assert.match(waiting.one, /NO |NOT /);
  }
});

const notSaved = (said: object): void => assert.doesNotMatch(JSON.stringify(said), /guardad|saved|pendiente/i);
