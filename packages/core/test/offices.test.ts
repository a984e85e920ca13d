// Officers who are recalled, resign, or wait for their term; terms in a row and parity (invariant 5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  auditRules,
  plusDays,
  plusMonths,
  rolesOf,
  type Statute,
  tableEntries,
  tableGet,
  tableHas,
} from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  decideByHands,
  evening,
  hallOf,
  indexOf,
  keyOf,
  open,
  originOf,
  seal,
  slate,
  statuteWith,
} from './federation/assembly.ts';
import { asMember, dataOf, type Federation } from './federation/federation.ts';
import { electAnew, recalling, slateFrom } from './federation/story-offices.ts';
import { federationOf } from './federation/upper.ts';
import { parity } from './refusals/offices.ts';

interface Scene {
  readonly fed: Federation;
  readonly base: Base;
}

function given(change: Partial<Statute> = {}): Scene {
  const { fed, bases } = federationOf({ people: 10, statute: statuteWith(change) });
  return { fed, base: bases[0] as Base };
}

const stateOf = ({ fed, base }: Scene) => fed.book(base.origin).state;
const roles = (scene: Scene, member: number, at = scene.fed.now) =>
  rolesOf(stateOf(scene), asMember(scene.base.members[member] ?? ''), at);
const honest = ({ fed, base }: Scene) =>
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
const recall = ({ fed, base }: Scene, office: string, member: number) =>
  evening(fed, base, [{ matter: 'recall', proposal: recalling(office, base.members[member]) }])[0];

test('a recalled officer’s powers and key end with the act, and the others go on', () => {
  const scene = given();
  const { fed, base } = scene;
  const done = recall(scene, 'actas', 1);
  assert.ok(done && !roles(scene, 1).has('officer') && roles(scene, 0).has('presidium'));
  assert.equal(dataOf(done, 'OfficerRecalled').due, plusDays(fed.now, 30));
  const key = keyOf(base.origin, `actas ${base.members[1]}`);
  assert.deepEqual(
    stateOf(scene).enrolment?.keys.some((one) => one.key === key),
    false,
  );
  const index = indexOf(done, 'OfficerRecalled');
  fed.refuses(base.origin, base.secretary, 'SignAct', { index, signature: `${'A'.repeat(86)}==` }, 'not-allowed');
  honest(scene);
});

test('an officer is recalled once the months that the statute says have passed, not before', () => {
  const scene = given({ recall: { monthsBefore: 3 } });
  const { fed, base } = scene;
  const from = tableGet(stateOf(scene).officers, 'actas')?.from ?? '';
  fed.now = plusDays(plusMonths(from, 3), -2);
  fed.pass({ hours: -2 });
  const sitting = convene(fed, hallOf(base), { notice: announcing('recall') });
  open(fed, hallOf(base), sitting, 10);
  const proposal = recalling('actas', base.members[1]);
  const input = { sitting, matter: 'recall', title: 'x', text: 'x', proposal } as const;
  const early = fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'too-early');
  assert.equal(early.needed, plusMonths(from, 3));
  fed.now = plusMonths(from, 3);
  decideByHands(fed, hallOf(base), sitting, { matter: 'recall', proposal, yes: 10 });
  assert.ok(!roles(scene, 1).has('officer'));
});

test('with the presidency recalled the secretary presides; with nobody left any member convenes the election', () => {
  const scene = given();
  const { fed, base } = scene;
  const sitting = convene(fed, hallOf(base), { notice: announcing('recall') });
  open(fed, hallOf(base), sitting, 10);
  const proposal = recalling('presidencia', base.members[0]);
  decideByHands(fed, hallOf(base), sitting, { matter: 'recall', proposal, yes: 10 });
  fed.must(base.origin, base.secretary, 'CloseSitting', { sitting });
  assert.ok(roles(scene, 1).has('presidium'));
  const done = fed.must(base.origin, base.secretary, 'ResignOffice', { office: 'actas' });
  assert.equal(dataOf(done, 'OfficerResigned').due, fed.now, 'at once');
  assert.ok(!roles(scene, 1).has('presidium') && !roles(scene, 0).has('presidium'));
  electAnew(scene, base, [base.members[4] ?? '', base.members[5] ?? '']);
  assert.ok(roles(scene, 4).has('presidium'));
  honest(scene);
});

test('the founder does not come back when all officers are recalled', () => {
  const scene = given();
  const { fed, base } = scene;
  fed.must(base.origin, base.presidium, 'ResignOffice', { office: 'presidencia' });
  fed.must(base.origin, base.secretary, 'ResignOffice', { office: 'actas' });
  assert.ok(!rolesOf(stateOf(scene), base.convener, fed.now).has('convener'));
  const founding = { kind: 'founding', place: 'x', startsAt: fed.now, notice: [] } as const;
  const outsider = asMember(base.members[7] ?? '');
  fed.refuses(
    base.origin,
    outsider,
    'ConveneSitting',
    { ...founding, notice: announcing('election') },
    'already-proven',
  );
});

test('nobody resigns for another, and not twice', () => {
  const { fed, base } = given();
  fed.refuses(base.origin, base.presidium, 'ResignOffice', { office: 'actas' }, 'not-allowed');
  fed.must(base.origin, base.secretary, 'ResignOffice', { office: 'actas' });
  fed.refuses(base.origin, base.secretary, 'ResignOffice', { office: 'actas' }, 'not-allowed');
});

test('one officer who is left attests the next election, though a seal needs two', () => {
  const scene = given();
  const { fed, base } = scene;
  recall(scene, 'actas', 1);
  const [done] = evening(fed, base, [
    { matter: 'election', proposal: slate(fed, base.origin, [base.members[0] ?? '', base.members[5] ?? '']) },
  ]);
  assert.ok(done);
  const election = indexOf(done, 'OfficersElected');
  const key = keyOf(base.origin, `presidencia ${base.members[0]}`);
  const sealed = fed.sign(base.origin, base.presidium, key, election);
  assert.equal(dataOf(sealed, 'ActSealed').signatures.length, 1);
  assert.ok(tableHas(stateOf(scene).sealed, election));
  honest(scene);
});

/** Members 4 and 5 elected for a term that begins so many days from now. */
function electedLater(scene: Scene, days: number): { readonly election: number; readonly from: string } {
  const { fed, base } = scene;
  const from = plusDays(fed.now, days);
  const proposal = slateFrom(base.origin, [base.members[4] ?? '', base.members[5] ?? ''], from);
  const [done] = evening(fed, base, [{ matter: 'election', proposal }]);
  assert.ok(done);
  return { election: indexOf(done, 'OfficersElected'), from };
}

test('officers elected for a later term wait for it; those in office stay until then', () => {
  const scene = given();
  const { fed, base } = scene;
  const { election, from } = electedLater(scene, 60);
  assert.ok(roles(scene, 0).has('presidium') && !roles(scene, 4).has('officer'));
  const [done] = evening(fed, base, [{ matter: 'ordinary' }]);
  seal(fed, base, indexOf(done as NonNullable<typeof done>, 'ResolutionAdopted'));
  assert.ok(roles(scene, 0, plusDays(from, -1)).has('presidium'));
  assert.ok(!roles(scene, 0, from).has('officer') && roles(scene, 4, from).has('presidium'), 'at the very moment');
  seal(fed, base, election);
  fed.now = from;
  const chair = asMember(base.members[4] ?? '');
  convene(fed, { ...hallOf(base), chair });
  assert.equal(stateOf(scene).enrolment?.act, election);
  fed.refuses(base.origin, base.presidium, 'ResignOffice', { office: 'presidencia' }, 'not-allowed');
  honest(scene);
});

test('those who wait do not lengthen the term of those in office: between the terms there is only the election', () => {
  const scene = given();
  const until = tableGet(stateOf(scene).officers, 'presidencia')?.until ?? '';
  scene.fed.now = plusDays(until, -10);
  const { from } = electedLater(scene, 40);
  assert.ok(!roles(scene, 0, until).has('officer') && roles(scene, 0, until).has('former-officer'));
  assert.ok(!roles(scene, 4, until).has('officer') && roles(scene, 4, from).has('officer'));
});

test('whoever is elected for later is recalled before the term begins: those in office stay, and the office is elected anew', () => {
  const scene = given();
  const { fed, base } = scene;
  const { from } = electedLater(scene, 60);
  const later = { ...recalling('actas', base.members[5]), later: true } as const;
  const sitting = convene(fed, hallOf(base), { notice: announcing('recall') });
  open(fed, hallOf(base), sitting, 10);
  const asked = { sitting, matter: 'recall', title: 'x', text: 'x' } as const;
  const serving = { ...recalling('actas', base.members[1]), later: true } as const;
  for (const proposal of [serving, recalling('actas', base.members[5])])
    fed.refuses(base.origin, base.presidium, 'TableMotion', { ...asked, proposal }, 'office-vacant');
  const done = decideByHands(fed, hallOf(base), sitting, { matter: 'recall', proposal: later, yes: 10 });
  assert.equal(dataOf(done, 'OfficerRecalled').due, plusDays(fed.now, 30));
  assert.ok(roles(scene, 1).has('secretary') && !roles(scene, 5, from).has('officer'));
  assert.ok(roles(scene, 4, from).has('presidium'), 'the others of the list begin as they were elected');
  assert.deepEqual(
    stateOf(scene).incoming?.keys.map((one) => one.office),
    ['presidencia'],
  );
  honest(scene);
});

test('where nobody is left of those elected for later, those in office go on to the end of their own term', () => {
  const scene = given();
  const { base } = scene;
  const { from } = electedLater(scene, 60);
  const until = tableGet(stateOf(scene).officers, 'presidencia')?.until ?? '';
  for (const [office, member] of [
    ['presidencia', 4],
    ['actas', 5],
  ] as const)
    evening(scene.fed, base, [
      { matter: 'recall', proposal: { ...recalling(office, base.members[member]), later: true } },
    ]);
  assert.equal(stateOf(scene).incoming, null);
  assert.ok(roles(scene, 0, from).has('presidium') && !roles(scene, 0, until).has('officer'));
  honest(scene);
});

test('the months that the statute spares officers run from the day on which the term begins', () => {
  const scene = given({ recall: { monthsBefore: 1 } });
  const { fed, base } = scene;
  fed.pass({ days: 40 });
  const { from } = electedLater(scene, 60);
  const sitting = convene(fed, hallOf(base), { notice: announcing('recall') });
  open(fed, hallOf(base), sitting, 10);
  const proposal = { ...recalling('actas', base.members[5]), later: true } as const;
  const input = { sitting, matter: 'recall', title: 'x', text: 'x', proposal } as const;
  const early = fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'too-early');
  assert.equal(early.needed, plusMonths(from, 1));
});

test('a later election takes the place of those who wait', () => {
  const scene = given();
  const { fed, base } = scene;
  const { from } = electedLater(scene, 60);
  const proposal = slate(fed, base.origin, [base.members[6] ?? '', base.members[7] ?? '']);
  const sitting = convene(fed, hallOf(base), { notice: announcing('election') });
  open(fed, hallOf(base), sitting, 10);
  decideByHands(fed, hallOf(base), sitting, { matter: 'election', proposal: { ...proposal, from: fed.now }, yes: 10 });
  assert.ok(roles(scene, 6, from).has('presidium') && !roles(scene, 4, from).has('officer'));
});

test('the term that extends itself: nobody is elected to more terms in a row than the statute says', () => {
  const terms = { officersMonths: 24, delegatesMonths: 12, officersInARow: 1 };
  const scene = given({ terms });
  const { fed, base } = scene;
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('election') });
  open(fed, hall, sitting, 10);
  const again = slate(fed, base.origin, [base.members[0] ?? '', base.members[5] ?? '']);
  const input = { sitting, matter: 'election', title: 'x', text: 'x' } as const;
  const refusal = fed.refuses(
    base.origin,
    base.presidium,
    'TableMotion',
    { ...input, proposal: again },
    'terms-in-a-row',
  );
  assert.deepEqual([refusal.needed, refusal.present], [1, 1]);
  const until = tableGet(stateOf(scene).officers, 'presidencia')?.until ?? '';
  fed.must(base.origin, base.presidium, 'TableMotion', { ...input, proposal: { ...again, until } });
  const other = slate(fed, base.origin, [base.members[5] ?? '', base.members[0] ?? '']);
  fed.must(base.origin, base.presidium, 'TableMotion', { ...input, proposal: other });
});

test('a list has the women that the statute asks for, and the act carries the number alone', () => {
  const scene = given();
  const { fed, base } = scene;
  parity(scene, base);
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('election') });
  open(fed, hall, sitting, 10);
  const proposal = slate(fed, base.origin, [base.members[4] ?? '', base.members[5] ?? '']);
  const input = { sitting, matter: 'election', title: 'x', text: 'x' } as const;
  for (const women of [undefined, 0, 3])
    fed.refuses(
      base.origin,
      base.presidium,
      'TableMotion',
      { ...input, proposal: women === undefined ? proposal : { ...proposal, women } },
      'parity-not-met',
    );
  const done = decideByHands(fed, hall, sitting, { matter: 'election', proposal: { ...proposal, women: 1 }, yes: 10 });
  assert.equal(dataOf(done, 'OfficersElected').women, 1);
  honest(scene);
});

test('parity is of the delegation: who adds a seat to one that serves elects it whole, and an emptied seat is filled alone', () => {
  const scene = given();
  const { fed, base } = scene;
  const { origin, presidium, members } = base;
  parity(scene, base);
  const to = originOf('asamblea-popular');
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('election', 'recall') });
  open(fed, hall, sitting, 10);
  const electing = (until: string, ...seats: readonly (readonly [seat: number, member: number])[]) => ({
    kind: 'elect-delegates' as const,
    to,
    from: fed.now,
    until,
    seats: seats.map(([seat, member]) => ({ seat, holder: members[member] ?? '' })),
    ...(seats.length > 1 ? { women: 1 } : {}),
  });
  const until = plusDays(fed.now, 300);
  const ask = (proposal: ReturnType<typeof electing>) =>
    ({ sitting, matter: 'election', title: 'x', text: 'x', proposal }) as const;
  const refusal = fed.refuses(origin, presidium, 'TableMotion', ask(electing(until, [3, 8])), 'parity-not-met');
  assert.deepEqual([refusal.needed, refusal.present], [3, 1]);
  fed.must(origin, presidium, 'TableMotion', ask(electing(until, [1, 8], [2, 9])));
  const [[election = '', { until: end }] = ['', { until: '' }]] = tableEntries(fed.book(origin).state.elections);
  const recall = { kind: 'recall-delegate', election: Number(election), seat: 1 } as const;
  decideByHands(fed, hall, sitting, { matter: 'recall', proposal: recall, yes: 10 });
  fed.must(origin, presidium, 'TableMotion', ask(electing(end, [1, 8])));
  fed.refuses(origin, presidium, 'TableMotion', ask(electing(plusDays(end, 1), [1, 8])), 'parity-not-met');
  fed.refuses(origin, presidium, 'TableMotion', ask(electing(end, [2, 8])), 'parity-not-met');
});
