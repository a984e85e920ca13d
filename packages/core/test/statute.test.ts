import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { sizeRefusal } from '../src/act-size.ts';
import {
  adviceOn,
  problemInWords,
  readStatute,
  type Statute,
  statuteDifferences,
  statuteProblems,
  statuteTemplates,
} from '../src/index.ts';
import { statuteFields } from '../src/statute/fields.ts';
import { statuteSchema } from '../src/statute/schema.ts';
import { statuteWith } from './federation/assembly.ts';
import { fullest, mutations, ruleOf, spoilers } from './federation/statutes.ts';

const languages = ['es', 'en'] as const;
const whole = (statute: Statute, language: 'es' | 'en'): string =>
  readStatute(statute, language)
    .flatMap(({ title, sentences }) => [title, ...sentences])
    .join('\n');

const sentencesOf = (statute: Statute, article: string, language: 'es' | 'en'): readonly string[] =>
  readStatute(statute, language).find((section) => section.article === article)?.sentences ?? [];

test('every article is read, once, also where the statute leaves it out', () => {
  for (const language of languages)
    for (const statute of [statuteWith(), fullest]) {
      const sections = readStatute(statute, language);
      assert.deepEqual(sections.map(({ article }) => article).sort(), Object.keys(statuteFields).sort());
      for (const { article, title, sentences } of sections) {
        assert.match(title, /^\p{Lu}/u);
        assert.ok(sentences.length > 0, article);
        for (const sentence of sentences) assert.match(sentence, /^[\p{Lu}«“].*\.$/u);
      }
    }
});

test('whatever changes in a statute changes what is read, in both languages', () => {
  const changed = mutations(fullest);
  assert.ok(changed.length > 150, String(changed.length));
  for (const language of languages) {
    const before = whole(fullest, language);
    for (const { path, statute } of changed) assert.notEqual(whole(statute, language), before, `${language}: ${path}`);
  }
});

test('what is read names no identifier of the data', () => {
  const schema = JSON.stringify(statuteSchema());
  const enums = [...schema.matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(
    ([, list = '']) => JSON.parse(`[${list}]`) as string[],
  );
  // Words that are the same in Spanish, and the body's own.
  const spanish = ['cabildo', 'titular', 'adscrito', 'fraterno', 'no', 'once', 'bases', 'debate'];
  for (const { statutes } of statuteTemplates)
    for (const language of languages) {
      const read = whole(statutes[language], language);
      assert.doesNotMatch(read, /undefined|null|NaN|\[object|[a-z][A-Z]| {2}|\.\.|,,/);
      for (const name of enums.filter((one) => (language === 'es' ? !spanish.includes(one) : one.includes('-'))))
        assert.ok(!new RegExp(`(?<![\\p{L}-])${name}(?![\\p{L}-])`, 'u').test(read), `${language}: ${name}`);
    }
});

test('sentences that a hall would recognise', () => {
  const of = (name: string, language: 'es' | 'en') => {
    const found = statuteTemplates.find((template) => template.name === name);
    assert.ok(found);
    return found.statutes[language];
  };
  assert.deepEqual(sentencesOf(of('union-local', 'en'), 'calls', 'en'), [
    'First call: more than half of those on the roll.',
    'Second call: 30 minutes later, with at least a third of those on the roll.',
  ]);
  assert.deepEqual(sentencesOf(of('neighbourhood-council', 'es'), 'calls', 'es'), [
    'Primera convocatoria: más de la mitad de quienes están en el padrón.',
    'Segunda convocatoria: 30 minutos después, con al menos un quinto de quienes están en el padrón, y nunca menos de 10 personas.',
  ]);
  assert.deepEqual(sentencesOf(of('peasant-community', 'es'), 'parity', 'es'), [
    'De toda lista de dos o más personas, al menos la mitad son mujeres.',
  ]);
  assert.ok(
    sentencesOf(of('federation', 'es'), 'rules', 'es').includes(
      'Reforma del estatuto: al menos dos tercios de quienes están presentes; sólo en congreso; sólo con el quórum de la primera convocatoria; por lista nominal o teléfono.',
    ),
  );
  assert.deepEqual(
    sentencesOf(of('small-association', 'en'), 'roll', 'en')[0],
    'Who joins the roll votes from the next notice on.',
  );
});

test('an absent article is read as what its absence means', () => {
  const pairs: readonly (readonly [Partial<Statute>, keyof Statute])[] = [
    [{ challenge: { days: 30 } }, 'challenge'],
    [{ disputes: { meanwhile: 'vacant' } }, 'disputes'],
    [{ weights: 'seats' }, 'weights'],
    [{ doubleMembership: 'each' }, 'doubleMembership'],
    [{ founding: { signatures: 2, neighbours: 2 } }, 'founding'],
    [{ precedence: ['order', 'adjourn', 'close-debate', 'refer', 'table'] }, 'precedence'],
    [{ publicity: { votes: 'roll-call', sensitive: 'members' } }, 'publicity'],
  ];
  for (const [change, article] of pairs)
    for (const language of languages)
      assert.deepEqual(
        sentencesOf(statuteWith(change), article, language),
        sentencesOf(statuteWith(), article, language),
        article,
      );
});

test('what an amendment changed is told article by article, and nothing else is', () => {
  const before = statuteWith();
  assert.deepEqual(statuteDifferences(before, before, 'es'), []);
  const after = statuteWith({ notice: { hours: 24 }, weights: 'members' });
  assert.deepEqual(statuteDifferences(before, after, 'en'), [
    {
      article: 'notice',
      title: 'Notice',
      gone: ['A sitting is convened 48 hours ahead.'],
      come: ['A sitting is convened 24 hours ahead.'],
    },
    {
      article: 'weights',
      title: 'Weight of cards',
      gone: ['A delegation’s card weighs its seats.'],
      come: ['A delegation’s card weighs the members of its body.'],
    },
  ]);
});

test('an amendment that only reorders is shown whole', () => {
  const before = statuteWith();
  const [change, ...rest] = statuteDifferences(before, statuteWith({ offices: [...before.offices].reverse() }), 'es');
  assert.deepEqual([change?.article, change?.gone.length, change?.come.length, rest], ['offices', 3, 3, []]);
});

test('the templates fit the schema, have no problem, and fit into one act', () => {
  const validate = new Ajv2020({ strict: true }).compile(statuteSchema());
  for (const { name, kind, statutes } of statuteTemplates)
    for (const language of languages) {
      const statute = statutes[language];
      assert.ok(validate(statute), `${name}: ${JSON.stringify(validate.errors)}`);
      assert.deepEqual(statuteProblems(statute, kind), [], name);
      assert.equal(sizeRefusal(adopting(statute)), null, name);
    }
  assert.equal(new Set(statuteTemplates.map(({ name }) => name)).size, 7);
});

test('the fullest statute, with every optional article, fits the schema and one act, and has no problem', () => {
  const validate = new Ajv2020({ strict: true }).compile(statuteSchema());
  assert.ok(validate(fullest), JSON.stringify(validate.errors));
  assert.deepEqual(Object.keys(fullest).sort(), Object.keys(statuteFields).sort());
  assert.deepEqual(statuteProblems(fullest), []);
  const { walkIns, ...ofDelegates } = fullest;
  assert.deepEqual(statuteProblems(ofDelegates, 'delegate'), [], 'slips are for people, in a base');
  assert.deepEqual(
    statuteProblems({ ...ofDelegates, ...(walkIns === undefined ? {} : { walkIns }) }, 'delegate').map(
      ({ problem }) => problem,
    ),
    ['walk-ins-need-members'],
  );
  assert.equal(sizeRefusal(adopting(fullest)), null);
});

function adopting(statute: Statute): Parameters<typeof sizeRefusal>[0] {
  const data = { statute, sha256: 'A'.repeat(43).concat('=') };
  return {
    ok: true,
    acts: [{ act: 'StatuteAdopted', by: { office: 'vote', article: 'amendment' }, data }],
    records: [],
    answer: {},
  };
}

test('each way of spoiling a template is found as exactly that problem', () => {
  for (const { name, kind, statutes } of statuteTemplates)
    for (const [change, problem, article] of spoilers) {
      const found = statuteProblems({ ...statutes.es, ...change(statutes.es) }, kind);
      assert.deepEqual(
        found.map((one) => [one.problem, one.article]),
        [[problem, article]],
        `${name}: ${problem}`,
      );
    }
});

test('a quorum on the edge: the same on both calls is sound, the stricter one on the second is not', () => {
  const half = { num: 1, den: 2, strict: false };
  const calls = (second: Statute['calls']['second']) =>
    statuteWith({ calls: { first: half, second, minutesBetween: 30 } });
  assert.deepEqual(statuteProblems(calls({ ...half, num: 2, den: 4 })), []);
  assert.equal(statuteProblems(calls({ ...half, strict: true }))[0]?.problem, 'second-call-harder');
  assert.deepEqual(statuteProblems(calls({ ...half, min: 5 })), []);
  const twenty = (min: number) =>
    statuteWith({ calls: { first: { ...half, min: 20 }, second: { ...half, min }, minutesBetween: 30 } });
  assert.deepEqual(statuteProblems(twenty(20)), []);
  assert.equal(statuteProblems(twenty(21))[0]?.problem, 'second-call-harder');
});

test('how a matter may be voted depends on who votes: members have no delegation, delegates have mandates', () => {
  const only = (matter: string, ...methods: Statute['rules'][number]['methods']) => {
    const sound = statuteWith();
    return { ...sound, ...ruleOf(matter, { methods })(sound) };
  };
  const problem = (statute: Statute, kind: 'base' | 'delegate' | 'committee') =>
    statuteProblems(statute, kind).map((one) => one.problem);
  assert.deepEqual(problem(only('pact', 'roll-call'), 'base'), ['members-have-no-delegation']);
  assert.deepEqual(problem(only('pact', 'roll-call', 'hands'), 'base'), []);
  assert.deepEqual(problem(only('pact', 'hands'), 'base'), []);
  assert.deepEqual(problem(only('pact', 'hands'), 'delegate'), ['mandate-cannot-be-held']);
  assert.deepEqual(
    problem(only('election', 'hands'), 'delegate'),
    [],
    'an election carries no mandate and may be secret',
  );
  assert.deepEqual(problem(only('pact', 'hands'), 'committee'), ['mandate-cannot-be-held'], 'its seats are delegates');
});

test('a committee has the seats that its parents gave it, and no roll: its statute says nothing of them', () => {
  const problems = (change: Partial<Statute>, kind: 'delegate' | 'committee') =>
    statuteProblems(statuteWith(change), kind).map(({ problem, article }) => [problem, article]);
  const entitlement = { kind: 'fixed', seats: 2 } as const;
  assert.deepEqual(problems({ entitlement }, 'delegate'), []);
  assert.deepEqual(problems({ entitlement }, 'committee'), [['seats-given-by-parents', 'entitlement']]);
  const turning = (among: 'members' | 'affiliates') => ({ rotation: [{ office: 'vocalía', among }] });
  assert.deepEqual(problems(turning('members'), 'committee'), [['no-members-here', 'rotation']]);
  assert.deepEqual(problems(turning('affiliates'), 'committee'), []);
});

test('a turn passes among those who are there: members or households of a base, the bodies below an assembly', () => {
  const problems = (among: 'members' | 'households' | 'affiliates', kind: 'base' | 'delegate' | null) =>
    statuteProblems(statuteWith({ rotation: [{ office: 'vocalía', among }] }), kind).map(({ problem }) => problem);
  assert.deepEqual([problems('members', 'base'), problems('households', 'base')], [[], []]);
  assert.deepEqual(problems('affiliates', 'base'), ['no-bodies-below']);
  assert.deepEqual(problems('affiliates', 'delegate'), []);
  assert.deepEqual(problems('members', 'delegate'), ['no-members-here']);
  assert.deepEqual(problems('households', 'delegate'), ['no-members-here']);
  assert.deepEqual(problems('households', null), [], 'a text that is for no body yet');
});

test('bases are given at least as many days to answer as a notice takes; a base asks nobody below it', () => {
  const asking = (days: number) =>
    statuteWith({ notice: { hours: 48 }, ratification: { ...statuteWith().ratification, days } });
  const problem = (days: number, kind: 'base' | 'delegate' | null) => statuteProblems(asking(days), kind)[0]?.problem;
  assert.equal(problem(2, 'delegate'), undefined);
  assert.equal(problem(1, 'delegate'), 'shorter-than-notice');
  assert.equal(problem(1, null), 'shorter-than-notice');
  assert.equal(problem(1, 'base'), undefined);
});

test('a second call one minute before the closing hour is sound, and one at it is not', () => {
  const sound = statuteWith();
  const waiting = (minutesBetween: number) => statuteWith({ calls: { ...sound.calls, minutesBetween } });
  assert.deepEqual(statuteProblems(waiting(sound.closing.hour * 60 - 1)), []);
  assert.equal(statuteProblems(waiting(sound.closing.hour * 60))[0]?.problem, 'second-call-after-closing');
});

const problemsOf = (change: Partial<Statute>, kind: 'base' | 'delegate' | null = null) =>
  statuteProblems(statuteWith(change), kind).map(({ problem, article }) => [problem, article]);

test('a second call that asks for less comes later than the first, or the first would be worth nothing', () => {
  const half = { num: 1, den: 2, strict: false };
  const third = { num: 1, den: 3, strict: false };
  const calls = (minutesBetween: number, second = third) => ({ calls: { first: half, second, minutesBetween } });
  assert.deepEqual(problemsOf(calls(0)), [['second-call-at-once', 'calls.minutesBetween']]);
  assert.deepEqual(problemsOf(calls(1)), []);
  assert.deepEqual(problemsOf(calls(0, half)), [], 'where both ask for the same nobody loses by it');
});

test('a matter’s own quorum below the second call’s decides nothing: without that there is no sitting', () => {
  const calls = {
    first: { num: 1, den: 2, strict: true },
    second: { num: 1, den: 3, strict: false, min: 10 },
    minutesBetween: 30,
  };
  const own = (num: number, den: number, min?: number) => {
    const statute = statuteWith({ calls });
    const quorum = { num, den, strict: false, ...(min === undefined ? {} : { min }) };
    return problemsOf({ calls, ...ruleOf('recall', { quorum })(statute) });
  };
  assert.deepEqual(own(1, 4), [['quorum-without-effect', 'rules.recall']]);
  assert.deepEqual(own(1, 3), []);
  assert.deepEqual(own(1, 4, 11), [], 'in a small hall the minimum asks for more');
});

test('a term outlasts the notice of the election that ends it, and a base’s motion is due after a sitting can be convened', () => {
  const notice = { hours: 28 * 24, daysAhead: 60 };
  assert.deepEqual(problemsOf({ notice, terms: { officersMonths: 1, delegatesMonths: 12 } }, 'base'), [
    ['term-over-before-election', 'terms.officersMonths'],
  ]);
  assert.deepEqual(
    problemsOf(
      { notice: { ...notice, hours: 28 * 24 - 1 }, terms: { officersMonths: 1, delegatesMonths: 12 } },
      'base',
    ),
    [],
  );
  assert.deepEqual(problemsOf({ notice: { hours: 72 }, proposing: { days: 2 } }), [
    ['due-before-a-sitting', 'proposing.days'],
  ]);
  assert.deepEqual(problemsOf({ notice: { hours: 72 }, proposing: { days: 3 } }), []);
});

test('nobody elects delegates to a base, and no base below it can be asked', () => {
  const entitlement = { kind: 'fixed', seats: 2 } as const;
  const mandates = { binding: 'flag', days: 5, answers: 2 } as const;
  assert.deepEqual(problemsOf({ entitlement, mandates }, 'base'), [
    ['nobody-below', 'entitlement'],
    ['nobody-below', 'mandates.answers'],
  ]);
  assert.deepEqual(problemsOf({ entitlement, mandates }, 'delegate'), []);
  const convening = { affiliates: { num: 1, den: 3 }, days: 7 };
  assert.deepEqual(problemsOf({ convening }, 'base'), [['nobody-may-demand', 'convening']]);
  assert.deepEqual(problemsOf({ convening }, 'delegate'), []);
});

test('a quorum that does not suit the hall of today is told to whoever writes it, and refused to nobody: rolls grow', () => {
  const quorum = { num: 1, den: 2, strict: false, min: 41 };
  const statute = statuteWith();
  const draft = { ...statute, ...ruleOf('statute', { quorum })(statute) };
  assert.deepEqual(adviceOn(draft, 41), []);
  assert.deepEqual(adviceOn(draft, 40), [{ problem: 'more-than-this-roll', article: 'rules.statute', present: 41 }]);
  assert.deepEqual(adviceOn(draft, null), []);
  assert.deepEqual(statuteProblems(draft, 'base'), []);
  const first = { num: 1, den: 2, strict: true };
  const tiny = (den: number, min?: number) =>
    statuteWith({
      calls: { first, second: { ...first, strict: false, den, ...(min && { min }) }, minutesBetween: 30 },
    });
  const alone = { problem: 'quorum-of-one', article: 'calls.second', present: '1/30' };
  assert.deepEqual([adviceOn(tiny(30), 30), adviceOn(tiny(30), 31), adviceOn(tiny(30, 2), 30)], [[alone], [], []]);
  assert.deepEqual([adviceOn(tiny(99), null), adviceOn(tiny(100), null).length], [[], 1]);
  assert.deepEqual(statuteProblems(tiny(100), 'base'), []);
});

test('a problem is said with what would be right, in both languages', () => {
  const [problem] = statuteProblems(statuteWith({ certifiers: ['nadie'] }));
  assert.ok(problem);
  assert.equal(
    problemInWords(problem, 'es'),
    'Artículo «quién certifica»: ese cargo no existe (nadie). Sería correcto: un cargo del artículo «cargos».',
  );
  assert.equal(
    problemInWords(problem, 'en'),
    'Article “who certifies”: there is no such office (nadie). Right would be: an office of the article “offices”.',
  );
});

test('totals and cards of delegations contradict each other, totals and a roll call do not', () => {
  const publishing = (votes: 'totals' | 'roll-call', ...methods: Statute['rules'][number]['methods']) => {
    const statute = statuteWith({ publicity: { votes, sensitive: 'members' } });
    return statuteProblems({ ...statute, ...ruleOf('pact', { methods })(statute) }, 'delegate').map(
      (one) => one.problem,
    );
  };
  assert.deepEqual(publishing('totals', 'roll-call', 'delegation-cards'), ['cards-tell-the-vote']);
  assert.deepEqual(publishing('totals', 'roll-call'), []);
  assert.deepEqual(publishing('roll-call', 'delegation-cards'), []);
});
