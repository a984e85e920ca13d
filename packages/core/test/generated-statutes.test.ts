// Statutes by chance: what the check says of them is right, they are read whole, and who is given a sound one can live by it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { sizeRefusal } from '../src/act-size.ts';
import { statuteMisfit } from '../src/catalogue/misfit.ts';
import {
  auditRules,
  type BodyState,
  emptyState,
  evolve,
  problemInWords,
  readStatute,
  type Statute,
  stateToJson,
  statuteArticles,
  statuteDifferences,
  statuteProblems,
  statuteSchema,
} from '../src/index.ts';
import { anyStatute, type Kind, soundStatute } from './federation/drawn-statutes.ts';
import {
  amend,
  decideOnSecondCall,
  decideOrdinary,
  foundUnder,
  neighbourhood,
  recallAndReplace,
} from './federation/playing.ts';
import { spoilers } from './federation/statutes.ts';

const languages = ['es', 'en'] as const;
const kinds = ['base', 'delegate', 'committee', null] as const;
const runs = { numRuns: 300, seed: 20050608 };

function assertReadWhole(statute: Statute): void {
  for (const language of languages) {
    const read = readStatute(statute, language);
    assert.deepEqual(
      read.map(({ article }) => article),
      statuteArticles,
    );
    for (const { article, sentences } of read) {
      assert.ok(sentences.length > 0, article);
      for (const sentence of sentences) assert.match(sentence, /^[\p{Lu}«“].*\.$/su, article);
    }
  }
}

test('whatever fits the schema is checked without a throw, every problem is said, and every article read', () => {
  const validate = new Ajv2020({ strict: true }).compile(statuteSchema());
  fc.assert(
    fc.property(anyStatute, (statute) => {
      assert.ok(validate(statute), JSON.stringify(validate.errors));
      assert.equal(statuteMisfit(statute), null);
      for (const kind of kinds)
        for (const problem of statuteProblems(statute, kind))
          for (const language of languages) assert.match(problemInWords(problem, language), /.+: .+\..+: .+\./s);
      assertReadWhole(statute);
    }),
    runs,
  );
});

test('what differs in two statutes is told, and what does not is not', () => {
  fc.assert(
    fc.property(anyStatute, anyStatute, (one, other) => {
      assert.deepEqual(statuteDifferences(one, one, 'es'), []);
      const changed = new Set(statuteDifferences(one, other, 'es').map(({ article }) => article));
      for (const article of statuteArticles)
        if (JSON.stringify(one[article]) === JSON.stringify(other[article])) assert.ok(!changed.has(article), article);
    }),
    runs,
  );
});

for (const kind of ['base', 'delegate'] as const) {
  test(`a sound statute of a ${kind} body fits the schema and one act, and is read whole`, () => {
    const validate = new Ajv2020({ strict: true }).compile(statuteSchema());
    fc.assert(
      fc.property(soundStatute(kind), (statute) => {
        assert.ok(validate(statute), JSON.stringify(validate.errors));
        assertReadWhole(statute);
        const data = { statute, sha256: 'A'.repeat(43).concat('='), vote: 12_345 };
        const by = { office: 'sitting', article: 'rules.statute' };
        assert.equal(
          sizeRefusal({ ok: true, acts: [{ act: 'StatuteAdopted', by, data }], records: [], answer: {} }),
          null,
        );
      }),
      runs,
    );
  });

  test(`each contradiction seeded into a sound statute of a ${kind} body is found in its article`, () => {
    fc.assert(
      fc.property(soundStatute(kind), (statute) => {
        for (const [change, problem, article] of spoilers) {
          const found = statuteProblems({ ...statute, ...change(statute) }, kind);
          assert.ok(
            found.some((one) => one.problem === problem && one.article === article),
            `${problem} in ${article}: ${JSON.stringify(found)}`,
          );
        }
      }),
      runs,
    );
  });

  test(`a ${kind} body lives under any sound statute: founded, sitting, electing, voting, recalling, amending`, () => {
    fc.assert(
      fc.property(soundStatute(kind), soundStatute(kind), (statute, next) => lived(kind, statute, next)),
      { numRuns: 40, seed: 20050608 },
    );
  });
}

const settled = neighbourhood();

function lived(kind: Kind, statute: Statute, next: Statute): void {
  const fed = settled.fed.fork();
  const body = foundUnder(fed, settled.bases, kind, statute);
  decideOrdinary(body);
  decideOnSecondCall(body);
  recallAndReplace(body);
  const standing = { ...next, offices: statute.offices, seals: statute.seals };
  if (statuteProblems(standing, kind).length === 0 && amend(body, standing) === 'adopted') decideOrdinary(body);
  const { origin, acts, state } = fed.book(body.origin);
  assert.deepEqual(auditRules(origin, acts).differences, []);
  const replayed = acts.reduce<BodyState>(evolve, emptyState(origin));
  assert.equal(JSON.stringify(stateToJson(replayed)), JSON.stringify(stateToJson(state)));
}
