import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { officeInWords, type Statute, statuteTemplates } from '../src/index.ts';

const officesOf = ({ offices, presidium, elections, certifiers = [], rotation = [] }: Statute): string[] => [
  ...offices.map(({ office }) => office),
  ...(presidium?.offices ?? []),
  ...(elections?.contests ?? []).flatMap((contest) => contest.offices ?? []),
  ...certifiers,
  ...rotation.map(({ office }) => office),
];

test('every office of a template is read in the reader’s language, in whichever it was founded', () => {
  for (const { name, statutes } of statuteTemplates) {
    const [es, en] = [officesOf(statutes.es), officesOf(statutes.en)];
    assert.ok(es.length > 0 && es.length === en.length, name);
    for (const [place, office] of es.entries()) {
      const other = en[place] ?? assert.fail(name);
      assert.equal(officeInWords(office, 'es'), office, 'in its own language it keeps its name');
      assert.equal(officeInWords(other, 'en'), other);
      assert.ok(en.includes(officeInWords(office, 'en')) || sameMeaning.has(officeInWords(office, 'en')), office);
      assert.ok(es.includes(officeInWords(other, 'es')) || sameMeaning.has(officeInWords(other, 'es')), other);
    }
  }
});

/** Where a template says less or more than another one: who was founded in English as “secretary” is no secretary of minutes alone. */
const sameMeaning: ReadonlySet<string> = new Set([
  'secretaría',
  'recording secretary',
  'tesorería',
  'presiding member',
]);

test('an identifier is read as words: without its hyphens, with its accents', () => {
  assert.equal(officeInWords('secretaria-de-actas', 'es'), 'secretaría de actas');
  assert.equal(officeInWords('secretaria-de-actas', 'en'), 'recording secretary');
  assert.equal(officeInWords('president', 'es'), 'presidencia');
  assert.equal(officeInWords('Presidencia', 'en'), 'chair');
});

test('an office that a statute has invented keeps its own name', () => {
  for (const language of ['es', 'en'] as const) {
    assert.equal(officeInWords('mama t’alla', language), 'mama t’alla');
    assert.equal(officeInWords('jilaqata-mayor', language), 'jilaqata mayor');
    assert.equal(officeInWords('constructor', language), 'constructor');
    assert.equal(officeInWords('vice-chair para el agua', language), 'vice-chair para el agua');
  }
});

test('in words it is said the same again, in both languages, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('es' as const, 'en' as const),
      (office, language) => {
        const said = officeInWords(office, language);
        assert.equal(officeInWords(said, language), said);
      },
    ),
  );
});
