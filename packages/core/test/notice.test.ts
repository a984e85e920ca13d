// What is not ordinary business is decided on a text that people had with the notice (DESIGN section 6, Notice).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type ActData,
  auditRules,
  type InputFor,
  plusDays,
  plusHours,
  plusMinutes,
  tableGet,
  tableValues,
} from '../src/index.ts';
import {
  announcing,
  type Base,
  bare,
  convene,
  countHall,
  decideByHands,
  evening,
  hallOf,
  indexOf,
  open,
  seal,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { anyone, type Done, dataOf, type Federation } from './federation/federation.ts';
import { calling, demand, demanding, neighbour } from './federation/sitting-scenes.ts';
import { late, onPaper } from './federation/story-irregular.ts';

const settled = demanding();

function given() {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  return { ...settled, fed, base, origin: base.origin };
}

const silent = (fed: Federation, origin: string): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

const accounts = 'Cuentas de la gestión: entraron 400, salieron 380.';
const named = { matter: 'accounts', text: accounts } as const;
const textHash = sha256(accounts);

const called = (fed: Federation, base: Base, notice: InputFor<'ConveneSitting'>['notice'], hours = 72): number => {
  const input = { ...calling(fed, notice), startsAt: plusHours(fed.now, hours) };
  return indexOf(fed.must(base.origin, base.presidium, 'ConveneSitting', input), 'SittingConvened');
};

const answered = (fed: Federation, origin: string) =>
  tableValues(fed.book(origin).state.obligations).map(({ sitting }) => sitting);

const tabling = (sitting: number, text = accounts) =>
  ({ sitting, matter: 'accounts', title: 'Cuentas', text, proposal: { kind: 'resolution' } }) as const;

test('officers announce a pact, accounts or a statute with the text; an election, a recall and the rest without', () => {
  const { fed, base, origin } = given();
  for (const matter of ['pact', 'accounts', 'statute', 'measure', 'lifting', 'dissolution', 'affiliation'] as const) {
    const refusal = fed.refuses(
      origin,
      base.presidium,
      'ConveneSitting',
      calling(fed, bare(matter)),
      'text-to-be-named',
    );
    assert.deepEqual([refusal.needed, refusal.present], [matter, `Punto: ${matter}`]);
    called(fed, base, announcing(matter));
  }
  called(fed, base, bare('ordinary', 'election', 'recall'));
  silent(fed, origin);
});

test('the words of an item go out with the notice, under their hash and no other', () => {
  const { fed, base, origin } = given();
  const notice = [{ matter: 'accounts', title: 'Cuentas', textHash }] as const;
  const input = { ...calling(fed, notice), startsAt: plusHours(fed.now, 72) };
  const refused = { ...input, texts: [{ item: 0, text: 'Otras cuentas' }] };
  fed.refuses(origin, base.presidium, 'ConveneSitting', refused, 'text-differs-from-notice');
  const none = { ...input, texts: [{ item: 1, text: accounts }] };
  fed.refuses(origin, base.presidium, 'ConveneSitting', none, 'not-found');
  const texts = [{ item: 0, text: accounts }];
  const done = fed.must(origin, base.presidium, 'ConveneSitting', { ...input, texts });
  assert.ok(!('texts' in dataOf(done, 'SittingConvened')), 'the book has the hash alone');
  const slot = `${indexOf(done, 'SittingConvened')}/texts`;
  assert.deepEqual(fed.book(origin).vault.disclosures.get(slot), texts);
  silent(fed, origin);
});

test('a demand is for matters: whoever convenes on it names the text afterwards, and that one is decided', () => {
  const { fed, base, origin } = given();
  demand(fed, base, ['accounts', 'election']);
  const sitting = called(fed, base, bare('accounts', 'election'));
  assert.deepEqual(answered(fed, origin), [sitting]);
  const input = { sitting, item: 0, textHash };
  fed.refuses(origin, base.presidium, 'NameNoticeText', { ...input, item: 1 }, 'text-not-wanted');
  fed.refuses(origin, base.presidium, 'NameNoticeText', { ...input, item: 2 }, 'not-found');
  fed.refuses(origin, neighbour(base, 5), 'NameNoticeText', input, 'not-allowed');
  fed.refuses(origin, base.presidium, 'NameNoticeText', { ...input, text: 'Otras' }, 'text-differs-from-notice');
  const act = indexOf(
    fed.must(origin, base.presidium, 'NameNoticeText', { ...input, text: accounts }),
    'NoticeTextNamed',
  );
  assert.deepEqual(tableGet(fed.book(origin).state.sittings, sitting)?.named, [{ item: 0, act }]);
  fed.refuses(origin, base.presidium, 'NameNoticeText', { ...input, textHash: sha256('x') }, 'text-not-wanted');
  fed.pass({ hours: 72 });
  open(fed, hallOf(base), sitting, 8);
  fed.refuses(origin, base.presidium, 'TableMotion', tabling(sitting, 'Otras cuentas'), 'text-differs-from-notice');
  const done = decideByHands(fed, hallOf(base), sitting, { ...named, yes: 8 });
  assert.equal(dataOf(done, 'ResolutionAdopted').textHash, textHash);
  silent(fed, origin);
});

test('only what was demanded may wait for its text, not what officers add to it', () => {
  const { fed, base, origin } = given();
  demand(fed, base, ['accounts']);
  const input = calling(fed, bare('accounts', 'pact'));
  const refusal = fed.refuses(origin, base.presidium, 'ConveneSitting', input, 'text-to-be-named');
  assert.equal(refusal.needed, 'pact');
});

test('the text is named as long before the sitting as the notice: up to that second, and no later', () => {
  const scene = given();
  demand(scene.fed, scene.base, ['accounts']);
  fc.assert(
    fc.property(fc.integer({ min: -600, max: 600 }), (minutes) => {
      const { base, origin } = scene;
      const fed = scene.fed.fork();
      const startsAt = plusHours(fed.now, 72);
      const sitting = called(fed, base, bare('accounts'));
      fed.now = plusMinutes(plusHours(startsAt, -48), minutes);
      const input = { sitting, item: 0, textHash };
      if (minutes <= 0) fed.must(origin, base.presidium, 'NameNoticeText', input);
      else fed.refuses(origin, base.presidium, 'NameNoticeText', input, 'text-too-late');
      fed.now = startsAt;
      open(fed, hallOf(base), sitting, 8);
      if (minutes <= 0) fed.must(origin, base.presidium, 'TableMotion', tabling(sitting));
      else fed.refuses(origin, base.presidium, 'TableMotion', tabling(sitting), 'text-not-in-notice');
      silent(fed, origin);
    }),
    { numRuns: 20 },
  );
});

test('officers who convene and name no text have answered nothing: the members convene with a text of their own', () => {
  const { fed, base, origin } = given();
  demand(fed, base, ['accounts']);
  const sitting = called(fed, base, bare('accounts'), 12 * 24);
  fed.pass({ days: 10 });
  const own = calling(fed, announcing(named));
  fed.refuses(origin, neighbour(base, 5), 'ConveneSitting', own, 'nothing-overdue');
  fed.pass({ minutes: 1 });
  const input = { ...own, startsAt: plusHours(fed.now, 48) };
  const convened = fed.must(origin, neighbour(base, 5), 'ConveneSitting', input);
  assert.deepEqual(answered(fed, origin), [indexOf(convened, 'SittingConvened')]);
  fed.pass({ days: 2 });
  open(fed, hallOf(base), sitting, 8);
  const refusal = fed.refuses(origin, base.presidium, 'TableMotion', tabling(sitting), 'text-not-in-notice');
  assert.deepEqual([refusal.needed, refusal.present], ['accounts', 'Punto: accounts']);
  silent(fed, origin);
});

test('of a sitting that was convened over the officers’ heads whoever convened it names the text, not the secretary', () => {
  const { fed, base, origin } = given();
  const { due } = dataOf(demand(fed, base, ['accounts']), 'SittingDemanded');
  fed.now = due;
  const chair = neighbour(base, 7);
  const input = { ...calling(fed, bare('accounts')), startsAt: plusDays(fed.now, 3) };
  const sitting = indexOf(fed.must(origin, chair, 'ConveneSitting', input), 'SittingConvened');
  const text = { sitting, item: 0, textHash };
  for (const officer of [base.presidium, base.secretary])
    fed.refuses(origin, officer, 'NameNoticeText', { ...text, textHash: sha256('Otro') }, 'not-allowed');
  fed.must(origin, chair, 'NameNoticeText', text);
  fed.now = input.startsAt;
  const hall = { ...hallOf(base), chair };
  countHall(fed, hall, sitting, 8);
  fed.must(origin, chair, 'OpenSitting', { sitting, call: 'first' });
  dataOf(decideByHands(fed, hall, sitting, { ...named, yes: 8 }), 'ResolutionAdopted');
  silent(fed, origin);
});

test('a demand may name its text: it is another demand, and answered on that text alone', () => {
  const { fed, base, origin } = given();
  const asked = { matters: ['accounts' as const], texts: [{ matter: 'accounts' as const, textHash }] };
  demand(fed, base, ['accounts'], 2);
  const supporters = [4, 5, 6].map((number) => fed.must(origin, neighbour(base, number), 'DemandSitting', asked));
  const { due, texts } = dataOf(supporters.at(-1) as Done, 'SittingDemanded');
  assert.deepEqual(texts, asked.texts);
  fed.refuses(origin, base.presidium, 'ConveneSitting', calling(fed, bare('accounts')), 'text-to-be-named');
  called(fed, base, announcing('accounts'));
  assert.deepEqual(answered(fed, origin), [null], 'on another text it is not answered');
  fed.now = due;
  const chair = neighbour(base, 5);
  fed.refuses(origin, chair, 'ConveneSitting', calling(fed, announcing('accounts')), 'nothing-overdue');
  fed.refuses(origin, chair, 'ConveneSitting', calling(fed, announcing(named, 'accounts')), 'nothing-overdue');
  fed.must(origin, chair, 'ConveneSitting', calling(fed, announcing(named)));
  silent(fed, origin);
});

test('a demand names texts of what it demands, where a text is decided', () => {
  const { fed, base, origin } = given();
  for (const matter of ['election', 'pact'] as const) {
    const input = { matters: ['accounts' as const, 'election' as const], texts: [{ matter, textHash }] };
    fed.refuses(origin, neighbour(base, 5), 'DemandSitting', input, 'text-not-wanted');
  }
});

test('what the bases ask on a text counts together with what others ask on that text', () => {
  const { fed, upper, bases } = given();
  const texts = [{ matter: 'accounts' as const, textHash }];
  for (const [at, base] of bases.slice(0, 2).entries()) {
    const proposal = { kind: 'ask-sitting', of: upper.origin, matters: ['accounts' as const], texts } as const;
    const [done] = evening(fed, base, [{ matter: 'ordinary', proposal }]);
    seal(fed, base, indexOf(done as Done, 'SittingAsked'));
    const input = { matters: ['accounts' as const], texts };
    if (at === 0) fed.refuses(upper.origin, anyone, 'ShowBasesDemand', input, 'too-few-demand');
  }
  fed.refuses(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'] }, 'too-few-demand');
  const shown = fed.must(upper.origin, anyone, 'ShowBasesDemand', { matters: ['accounts'], texts });
  assert.deepEqual(dataOf(shown, 'SittingDemandShown').texts, texts);
  for (const { origin } of [...bases, upper]) silent(fed, origin);
});

test('the review that a threat opens is of the text that was decided, and takes it back in words of its own', () => {
  const { fed, base, origin } = given();
  const [first, second] = [accounts, 'Otras cuentas'].map((text) =>
    indexOf(evening(fed, base, [{ matter: 'accounts', text }])[0] as Done, 'ResolutionAdopted'),
  ) as [number, number];
  const threat = fed.must(origin, neighbour(base, 5), 'RecordThreat', { act: first, text: 'Había gente armada.' });
  const { due, texts } = dataOf(threat, 'StatuteReviewOpened');
  assert.deepEqual(texts, [{ matter: 'accounts', textHash }]);
  fed.now = due;
  const chair = neighbour(base, 6);
  fed.refuses(origin, chair, 'ConveneSitting', calling(fed, bare('accounts')), 'nothing-overdue');
  const hall = { ...hallOf(base), chair };
  const sitting = convene(fed, hall, { notice: announcing(named) });
  countHall(fed, hall, sitting, 8);
  fed.must(origin, chair, 'OpenSitting', { sitting, call: 'first' });
  const words = {
    ...tabling(sitting, 'Se dejan sin efecto.'),
    proposal: { kind: 'revoke', resolution: second },
  } as const;
  fed.refuses(origin, chair, 'TableMotion', words, 'text-differs-from-notice');
  const item = {
    matter: 'accounts',
    text: 'Se dejan sin efecto.',
    proposal: { kind: 'revoke', resolution: first },
  } as const;
  dataOf(decideByHands(fed, hall, sitting, { ...item, yes: 8 }), 'ResolutionRevoked');
  silent(fed, origin);
});

test('on paper too the notice names the text; what was decided without is written down and has no effect', () => {
  const { fed, base, origin } = given();
  const decisions = [onPaper('accounts', accounts), onPaper('ordinary', 'Ollas')];
  const entered = (notice: InputFor<'EnterLateSitting'>['notice']) => {
    const index = late(fed, base, decisions, { notice });
    const act = fed.book(origin).acts[index]?.data as unknown as ActData<'SittingEnteredLate'>;
    return act.decisions.map(({ irregularities, effect }) => [effect, ...irregularities]);
  };
  assert.deepEqual(entered(bare('accounts')), [['none', 'text-not-in-notice'], ['in-force']]);
  assert.deepEqual(entered(announcing('accounts')), [['none', 'text-not-in-notice'], ['in-force']]);
  assert.deepEqual(entered(bare('election')), [['none', 'not-in-notice'], ['in-force']]);
  assert.deepEqual(entered(announcing(named)), [['in-force'], ['in-force']]);
  silent(fed, origin);
});
