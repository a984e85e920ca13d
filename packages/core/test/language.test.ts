import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  inOtherWords,
  over,
  type PluralCategory,
  parseLanguageFile,
  parseLanguageHead,
  type Speaking,
  translationProblem,
} from '../src/index.ts';

const words = {
  title: 'Sesiones',
  unseen: 'Todavía no',
  present: (present: string, roll: string) => `${present} de ${roll}`,
  ends: (what: string, day: string | null) => `Termina «${what}»${day === null ? '' : `; el ${day} se sabe más`}.`,
  many: (count: string) => `${count} ${count === '1' ? 'acto' : 'actos'}`,
  named: (title: string) => title,
  parts: ['uno', 'dos'],
};

const speaking: Speaking = {
  plural: (count) => (count === 1 ? 'one' : count === 2 ? 'two' : 'other') as PluralCategory,
  spoken: {
    'pages.title': { Sesiones: 'Tantachawi' },
    'pages.present': { '{present} de {roll}': '{roll} › {present}' },
    'pages.ends': {
      'Termina «{what}»{part}.': 'X «{what}»{part}!',
      '; el {day} se sabe más': ' ({day})',
    },
    'pages.many': {
      '{count} acto': { by: 'count', forms: { one: 'uno solo', other: '{count} u' } },
      '{count} actos': { by: 'count', forms: { two: 'un par', other: '{count} uu' } },
    },
    'pages.named': { '{present} de {roll}': '{roll} › {present}', 'Agua de pozo': 'nunca' },
    'pages.parts.1': { dos: 'pä' },
  },
};

describe('words laid over the Spanish ones', () => {
  const said = over(words, 'pages', speaking);

  test('each is said in the language where there is one, and in Spanish where there is none', () => {
    assert.equal(said.title, 'Tantachawi');
    assert.equal(said.unseen, 'Todavía no');
    assert.deepEqual(said.parts, ['uno', 'pä']);
  });

  test('what is put in stands where the language puts it, and parts are said in parts', () => {
    assert.equal(said.present('31', '412'), '412 › 31');
    assert.equal(said.ends('La luz', null), 'X «La luz»!');
    assert.equal(said.ends('La luz', 'lunes'), 'X «La luz» (lunes)!');
  });

  test('a number has the form that the language has for it', () => {
    assert.equal(said.many('1'), 'uno solo');
    assert.equal(said.many('2'), 'un par');
    assert.equal(said.many('1.234'), '1.234 uu');
  });

  test('what a person wrote is never translated, whatever it looks like', () => {
    assert.equal(said.named('Agua de pozo'), 'Agua de pozo');
    assert.equal(said.present('Agua de pozo', '{present}'), '{present} › Agua de pozo');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        assert.equal(said.named(title), title);
      }),
    );
  });

  test('whatever is put in comes out whole', () => {
    const without = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !text.includes(' de ') && !text.includes('; el '));
    fc.assert(
      fc.property(without, without, (present, roll) => {
        assert.equal(said.present(present, roll), `${roll} › ${present}`);
      }),
    );
  });

  test('what stays Spanish is told, whole', () => {
    const marked = over(words, 'pages', { ...speaking, stays: (text) => `[${text}]` });
    assert.equal(marked.unseen, '[Todavía no]');
    assert.equal(marked.title, 'Tantachawi');
  });

  test('a text of which only its parts are known is put into other words', () => {
    const texts = { '{phrase} Artículo «{article}».': '{article}: {phrase}', 'No hay quórum.': 'Q.', quórum: 'q' };
    assert.equal(inOtherWords('No hay quórum. Artículo «quórum».', texts, speaking), 'q: Q.');
  });
});

describe('what may stand for a text', () => {
  const refused: readonly (readonly [string, unknown, string])[] = [
    ['nothing', '  ', 'empty'],
    ['a placeholder is missing', 'pä', 'placeholders'],
    ['a placeholder too many', '{count} {day}', 'placeholders'],
    ['a mark that turns the writing round', '{count} \u202eabc', 'hidden-characters'],
    ['an isolate', '\u2067{count}\u2069', 'hidden-characters'],
    ['a space without width', '{count}\u200b', 'hidden-characters'],
    ['a control character', '{count}\u0007', 'hidden-characters'],
    ['letters not composed', '{count} e\u0301', 'not-normal'],
    ['a page of text', `{count}${'a'.repeat(500)}`, 'too-long'],
    ['a form that there is not', { by: 'count', forms: { other: '{count}', some: '{count}' } }, 'plural-forms'],
    ['forms by what is not there', { by: 'day', forms: { other: '{count}' } }, 'plural-by'],
  ];
  for (const [what, said, code] of refused)
    test(`${what} is refused, and why`, () => {
      assert.equal(translationProblem('{count} actos', said as string)?.code, code);
    });

  test('the same placeholders in another order are right, and markup is text like any other', () => {
    assert.equal(translationProblem('{present} de {roll}', '{roll} <b>{present}</b>'), null);
    assert.deepEqual(translationProblem('{present} de {roll}', '{roll}'), {
      field: 'said',
      code: 'placeholders',
      needed: '{present} {roll}',
    });
  });
});

describe('a language as a file', () => {
  const head = {
    tag: 'qaa',
    name: 'Zirgal',
    nameFrom: 'invented',
    direction: 'ltr',
    like: 'es',
    quotes: ['“', '”'],
  };
  const sources = new Set(['Sesiones', '{count} actos']);
  const string = { source: 'Sesiones', said: 'Zir', from: 'Ana' };

  test('is read whole', () => {
    const parsed = parseLanguageFile(
      { ...head, strings: [{ ...string, reviewedBy: 'Beto', reviewed: '2026-05-03' }] },
      sources,
    );
    assert.ok('file' in parsed);
    assert.equal(parsed.file.strings[0]?.reviewedBy, 'Beto');
  });

  test('every problem is told with its place, and nothing is taken', () => {
    const strings = [
      string,
      string,
      { ...string, source: 'Nada' },
      { source: '{count} actos', said: 'u', from: 'Ana' },
      { ...string, html: true },
      { ...string, said: 7 },
      null,
    ];
    const parsed = parseLanguageFile({ ...head, tag: 'es', extra: 1, strings }, sources);
    assert.ok('problems' in parsed);
    assert.deepEqual(
      parsed.problems.map(({ entry, field, code }) => [entry, field, code]),
      [
        [null, 'tag', 'tag-built-in'],
        [null, 'extra', 'unknown-field'],
        [1, 'source', 'said-twice'],
        [2, 'source', 'unknown-source'],
        [3, 'said', 'placeholders'],
        [4, 'html', 'unknown-field'],
        [5, 'said', 'not-a-text'],
        [6, '', 'not-a-file'],
      ],
    );
  });

  test('nobody reviews what they wrote', () => {
    const parsed = parseLanguageFile(
      { ...head, strings: [{ ...string, reviewedBy: 'Ana', reviewed: '2026-05-03' }] },
      sources,
    );
    assert.ok('problems' in parsed && parsed.problems[0]?.code === 'same-person');
  });

  test('any value at all is a file or has problems, and never breaks what reads it', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.ok('problems' in parseLanguageFile(value, sources));
        assert.ok('problems' in parseLanguageHead(value));
      }),
    );
  });
});
