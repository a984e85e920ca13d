// What a guide tells people to press is what the screens say, in either language.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGuide } from '../../../server/src/http/guide-files.ts';
import { guideNames } from '../../../server/src/pages/guide/shelf.ts';
import { catalogueIn, placesOf } from './catalogue.ts';
import { boldIn } from './steps.ts';

const [spanish, english] = await Promise.all([catalogueIn('es'), catalogueIn('en')]);

/** Of a way to vote the desk says both: that one votes, and how. */
const parts = (name: string): readonly string[] => {
  const [first = '', second] = name.split(/: (?=por |by |a mano|by a )/);
  return second === undefined ? [name] : [first, second.replace(/^./, (letter) => letter.toUpperCase())];
};

const inBold: Readonly<Record<'es' | 'en', string>> = { es: 'en negrita', en: 'in bold' };

for (const name of guideNames)
  test(`each name in bold of the guide “${name}” is one that the screens say, the same in both languages`, async () => {
    const [es, en] = await Promise.all([readGuide(name, 'es'), readGuide(name, 'en')]);
    const [said, same] = [boldIn(es.blocks), boldIn(en.blocks)];
    const wrong: string[] = [];
    for (let i = 0; i < Math.max(said.length, same.length); i++) {
      const [one = '', other = ''] = [said[i], same[i]];
      if (one === inBold.es && other === inBold.en) continue;
      const [left, right] = [parts(one), parts(other)];
      for (let k = 0; k < Math.max(left.length, right.length); k++) {
        const [there, here] = [placesOf(spanish, left[k] ?? ''), new Set(placesOf(english, right[k] ?? ''))];
        if (there.length === 0) wrong.push(`es: no screen says “${left[k]}”`);
        else if (here.size === 0) wrong.push(`en: no screen says “${right[k]}”`);
        else if (!there.some((at) => here.has(at))) wrong.push(`“${left[k]}” and “${right[k]}” are not the same`);
      }
    }
    assert.deepEqual(wrong, []);
  });

test('a name that no screen says is found out', () => {
  assert.deepEqual(placesOf(spanish, 'Apretar el botón'), []);
  assert.notDeepEqual(placesOf(spanish, 'Persona 1'), []);
  assert.notDeepEqual(placesOf(spanish, 'Elegir el estatuto'), []);
});
