// Terms, statutes, keys and seals: nobody stays by their own decision (invariant 5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusMonths, rolesOf, type Statute, statuteProblems, tableGet } from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  countHands,
  decideByHands,
  evening,
  foundBase,
  hallOf,
  indexOf,
  keyOf,
  open,
  openVote,
  slate,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { fakeSignature } from './federation/book.ts';
import { replacementText } from './federation/evidence.ts';
import { asMember, dataOf, deviceKey, Federation } from './federation/federation.ts';

function given(statute = statuteWith()): { fed: Federation; base: Base } {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 10, statute);
  fed.pass({ days: 31 });
  return { fed, base };
}

const officerOf = (fed: Federation, base: Base, office: string) =>
  tableGet(fed.book(base.origin).state.officers, office);

test('an amended term does not touch those in office', () => {
  const { fed, base } = given();
  const until = officerOf(fed, base, 'presidencia')?.until;
  const statute = statuteWith({ terms: { officersMonths: 60, delegatesMonths: 12 } });
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
  assert.equal(officerOf(fed, base, 'presidencia')?.until, until);
});

test('a term lapses by itself, with no act that says so', () => {
  const { fed, base } = given();
  const { state } = fed.book(base.origin);
  const until = officerOf(fed, base, 'presidencia')?.until ?? '';
  assert.ok(rolesOf(state, base.presidium, fed.now).has('presidium'));
  assert.ok(!rolesOf(state, base.presidium, until).has('presidium'));
  assert.ok(rolesOf(state, base.presidium, until).has('former-officer'));
});

test('an election replaces every officer and every key', () => {
  const { fed, base } = given();
  const [, , , , , president = '', secretary = ''] = base.members;
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('election') });
  open(fed, hall, sitting, 10);
  const done = decideByHands(fed, hall, sitting, {
    matter: 'election',
    proposal: slate(fed, base.origin, [president, secretary]),
    yes: 10,
  });
  fed.refuses(base.origin, base.presidium, 'CloseSitting', { sitting }, 'not-allowed');
  fed.must(base.origin, asMember(president), 'CloseSitting', { sitting });
  const { state } = fed.book(base.origin);
  assert.equal(state.enrolment?.act, indexOf(done, 'OfficersElected'));
  assert.ok(!rolesOf(state, base.presidium, fed.now).has('officer'));
});

test('a statute amended between motion and vote: a term that is now too long is not given', () => {
  const { fed, base } = given();
  const hall = hallOf(base);
  const chair = { origin: base.origin, chair: base.presidium };
  const sitting = convene(fed, hall, { notice: announcing('statute', 'election') });
  open(fed, hall, sitting, 10);
  const [, , , , , president = '', secretary = ''] = base.members;
  const election = table(fed, chair, sitting, {
    matter: 'election',
    proposal: slate(fed, base.origin, [president, secretary]),
  });
  const statute = statuteWith({ terms: { officersMonths: 6, delegatesMonths: 6 } });
  for (const motion of [
    table(fed, chair, sitting, { matter: 'statute', proposal: { kind: 'amend-statute', statute } }),
    election,
  ]) {
    const vote = openVote(fed, chair, motion, 'hands');
    countHands(fed, hall, vote, { yes: 10 });
    const done = fed.must(base.origin, base.presidium, 'CloseVote', { vote });
    if (motion !== election) continue;
    assert.deepEqual(done.answer, { outcome: 'carried', withoutEffect: 'term-too-long' });
    assert.deepEqual(
      done.acts.map(({ act }) => act),
      ['BlockCounted', 'VoteClosed'],
    );
  }
});

test('an amendment cannot leave the assembly without a presidium', () => {
  const { fed, base } = given();
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('statute') });
  open(fed, hall, sitting, 10);
  const statute = statuteWith({
    offices: [
      { office: 'coordinación', role: 'presidium' },
      { office: 'actas', role: 'secretary' },
    ],
  });
  const input = {
    sitting,
    matter: 'statute',
    title: 'x',
    text: 'x',
    proposal: { kind: 'amend-statute', statute },
  } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'statute-contradiction');
});

test('an act is sealed by as many officers as the statute asks, each once, each with the own key', () => {
  const { fed, base } = given();
  const [done] = evening(fed, base, [{ matter: 'ordinary' }]);
  assert.ok(done);
  const index = indexOf(done, 'ResolutionAdopted');
  const key = keyOf(base.origin, `presidencia ${base.members[0]}`);
  const first = fed.sign(base.origin, base.presidium, key, index);
  assert.deepEqual([first.acts.length, first.answer], [0, { signatures: 1, needed: 2 }]);
  const twice = fed.sign(base.origin, base.presidium, key, index);
  assert.deepEqual(twice.acts, [], 'one officer who signs twice has signed once');
  const sealed = fed.sign(base.origin, base.secretary, keyOf(base.origin, `actas ${base.members[1]}`), index);
  assert.deepEqual(
    dataOf(sealed, 'ActSealed').signatures.map(({ office }) => office),
    ['presidencia', 'actas'],
  );
});

test('a replaced key signs no more, and its signature counts no more', () => {
  const { fed, base } = given();
  const { origin, presidium, secretary } = base;
  const [done] = evening(fed, base, [{ matter: 'ordinary' }]);
  assert.ok(done);
  const index = indexOf(done, 'ResolutionAdopted');
  const oldKey = keyOf(origin, `presidencia ${base.members[0]}`);
  fed.sign(origin, presidium, oldKey, index);
  const newKey = deviceKey('nuevo');
  const signature = fakeSignature(oldKey, replacementText('presidencia', newKey));
  fed.refuses(origin, secretary, 'ReplaceOfficerKey', { office: 'presidencia', newKey, signature }, 'not-allowed');
  const others = keyOf(origin, `actas ${base.members[1]}`);
  fed.refuses(
    origin,
    presidium,
    'ReplaceOfficerKey',
    { office: 'presidencia', newKey: others, signature },
    'holder-twice',
  );
  fed.must(origin, presidium, 'ReplaceOfficerKey', { office: 'presidencia', newKey, signature });
  const one = fed.sign(origin, secretary, others, index);
  assert.deepEqual(one.answer, { signatures: 1, needed: 2 });
  const sealed = fed.sign(origin, presidium, newKey, index);
  assert.equal(dataOf(sealed, 'ActSealed').signatures.length, 2);
});

test('members and officers of one assembly are nobody in another', () => {
  const { fed, base } = given();
  const other = foundBase(fed, 'villa-adela', 6);
  const { state } = fed.book(other.origin);
  assert.ok(!rolesOf(state, base.presidium, fed.now).has('presidium'));
  assert.ok(!rolesOf(state, asMember(base.members[0] ?? ''), fed.now).has('officer'));
});

test('a statute that could not be kept is named, article by article', () => {
  const sound = statuteWith();
  assert.deepEqual(statuteProblems(sound), []);
  const broken: readonly (readonly [Partial<Statute>, string, string])[] = [
    [
      {
        offices: [
          { office: 'actas', role: 'secretary' },
          { office: 'x', role: 'teller' },
        ],
      },
      'presidium-missing',
      'offices',
    ],
    [{ offices: [...sound.offices, { office: 'actas', role: 'secretary' }] }, 'office-twice', 'offices'],
    [{ seals: { signatures: 4, handover: 'show' } }, 'more-signatures-than-offices', 'seals'],
    [{ rules: sound.rules.slice(1) }, 'matter-missing', 'rules'],
    [{ rules: [...sound.rules, ...sound.rules.slice(0, 1)] }, 'matter-twice', 'rules'],
    [{ rules: sound.rules.map((rule) => ({ ...rule, methods: [] })) }, 'no-method', 'rules.ordinary'],
    [{ calls: { ...sound.calls, first: { num: 3, den: 2, strict: false } } }, 'never-reached', 'calls.first'],
    [{ calls: { ...sound.calls, second: { num: 1, den: 1, strict: true } } }, 'never-reached', 'calls.second'],
    [{ ratification: { ...sound.ratification, num: 2, den: 1 } }, 'never-reached', 'ratification'],
    [{ ratification: { ...sound.ratification, matters: ['recall'] } }, 'not-for-the-bases', 'ratification'],
    [{ closing: { hour: 0, offsetMinutes: 0 } }, 'closed-all-day', 'closing'],
    [{ terms: { officersMonths: 2 ** 31 - 1, delegatesMonths: 12 } }, 'longer-than-any-use', 'terms.officersMonths'],
    [{ notice: { hours: 2 ** 31 - 1 } }, 'longer-than-any-use', 'notice.hours'],
    [{ recall: { monthsBefore: 12 } }, 'longer-than-any-use', 'recall.monthsBefore'],
  ];
  for (const [change, problem, article] of broken) {
    const found = statuteProblems(statuteWith(change));
    assert.ok(
      found.some((one) => one.problem === problem && one.article === article),
      `${problem} in ${article}: ${JSON.stringify(found)}`,
    );
  }
});

test('a whole term is a whole term: months by the calendar', () => {
  assert.equal(plusMonths('2004-02-29T12:00:00Z', 12), '2005-02-28T12:00:00Z');
  assert.equal(plusMonths('2005-01-31T12:00:00Z', 1), '2005-02-28T12:00:00Z');
  assert.equal(plusMonths('2005-12-31T12:00:00Z', 2), '2006-02-28T12:00:00Z');
});
