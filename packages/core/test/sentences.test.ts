import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type RefusalCode, refusalCodes } from '../src/refusal.ts';
import { articleInWords, sentence } from '../src/sentences.ts';

const rules = new URL('../src/', import.meta.url);

test('every refusal has a sentence in Spanish and in English, with and without values', () => {
  for (const code of refusalCodes) {
    for (const language of ['es', 'en'] as const) {
      const bare = sentence({ code, article: 'calls' }, language);
      const filled = sentence({ code, article: 'calls', needed: 21, present: 12 }, language);
      for (const text of [bare, filled]) {
        assert.match(text, language === 'es' ? /\. Artículo «quórum»\.$/ : /\. Article “quorum”\.$/, code);
        assert.doesNotMatch(text, /undefined|NaN|\[object/, code);
      }
    }
  }
});

test('Spanish and English are not the same sentence', () => {
  for (const code of refusalCodes) {
    const refusal = { code, article: 'calls' } as const;
    assert.notEqual(sentence(refusal, 'es'), sentence(refusal, 'en'), code);
  }
});

test('numbers, hours and roles are said as people say them', () => {
  assert.equal(
    sentence({ code: 'no-quorum', article: 'calls.first', needed: 21, present: 12 }, 'es'),
    'No hay quórum: hacen falta 21 y hay 12. Nada se puede decidir así. Artículo «quórum».',
  );
  const early = { code: 'too-early', article: 'calls', needed: '2005-06-08T18:00:00Z' } as const;
  assert.match(sentence(early, 'es'), /8 jun 2005, 18:00 UTC/);
  assert.match(sentence(early, 'es', -240), /8 jun 2005, 14:00 UTC−4\./);
  assert.match(
    sentence({ code: 'not-allowed', article: 'notice', needed: 'presidium | secretary' }, 'en'),
    /the presidium or the secretary/,
  );
  assert.match(sentence({ code: 'not-found', article: 'rules', needed: 'VoteOpened 12' }, 'es'), /la votación n\.º 12/);
  assert.match(
    sentence({ code: 'no-such-seat', article: 'delegates', needed: 'el-alto.example/villa#2' }, 'es'),
    /el-alto\.example\/villa, n\.º 2/,
  );
});

test('an article is named in plain words, the nearest one that is known', () => {
  assert.equal(articleInWords('calls.first', 'es'), 'quórum');
  assert.equal(articleInWords('rules.recall', 'es'), 'revocatoria');
  assert.equal(articleInWords('terms.officersMonths', 'en'), 'terms');
  assert.equal(articleInWords('something.else', 'en'), 'something.else');
});

test('no refusal names an act, a command or a missing role where people should read what is wanted', () => {
  const sources = globSync('**/*.ts', { cwd: rules }).map((path) => readFileSync(new URL(path, rules), 'utf8'));
  const refusals = sources.flatMap((source) => [
    ...source.matchAll(/refuse\(\s*'([a-z-]+)',\s*(?:'[^']*'|[^,)]+)(?:,\s*\{([^}]*)\})?/g),
  ]);
  assert.ok(refusals.length > 300);
  for (const [, code = '', values = ''] of refusals) {
    if (code === 'not-allowed') assert.match(values, /needed/, 'a refusal says whose it is');
    for (const [, name = '', value = ''] of values.matchAll(/(needed|present): ['`]([^'`$]+)['`]/g))
      for (const part of value.split(' | ')) {
        if (!/^[A-Z][a-z]+[A-Z]/.test(part)) continue;
        const refusal = { code: code as RefusalCode, article: 'calls', [name]: part };
        for (const language of ['es', 'en'] as const)
          assert.doesNotMatch(sentence(refusal, language), new RegExp(`\\b${part.split(' ')[0]}\\b`), code);
      }
  }
});
