// Who may have a sitting convened, and what follows if the officers do not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusDays, tableGet, tableValues } from '../src/index.ts';
import { announcing, type Base, convene, countHall, decideByHands, hallOf, indexOf } from './federation/assembly.ts';
import { anyone, dataOf, type Federation } from './federation/federation.ts';
import { ask, calling, demand, demanding, neighbour } from './federation/sitting-scenes.ts';
import { decideByRollCall, sitUpper } from './federation/upper.ts';

const settled = demanding();

function given() {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  return { ...settled, fed, base, origin: base.origin };
}

const obligationsOf = (fed: Federation, origin: string) => tableValues(fed.book(origin).state.obligations);

test('a third of the roll obliges the body to sit, and the book has the number and nobody’s name', () => {
  const { fed, base, origin } = given();
  // Nine on the roll with the founder.
  const before = fed.book(origin).acts.length;
  demand(fed, base, ['accounts'], 2);
  assert.equal(fed.book(origin).acts.length, before, 'two of nine are not enough');
  assert.equal(fed.book(origin).vault.demands.length, 2);
  const done = fed.must(origin, neighbour(base, 6), 'DemandSitting', { matters: ['accounts'] });
  const { supporters, of, due } = dataOf(done, 'SittingDemanded');
  assert.deepEqual([supporters, of, due], [3, 9, plusDays(fed.now, 10)]);
  assert.doesNotMatch(JSON.stringify(done.acts), /m-[0-9a-z]{16}/);
  assert.equal(fed.book(origin).vault.demands.length, 0, 'who supported it is deleted');
  assert.deepEqual(obligationsOf(fed, origin), [{ matters: ['accounts'], due, sitting: null }]);
});

test('support counts as long as the officers would have to convene, and no longer', () => {
  const { fed, base, origin } = given();
  demand(fed, base, ['accounts'], 2);
  fed.pass({ days: 10 });
  const late = fed.must(origin, neighbour(base, 6), 'DemandSitting', { matters: ['accounts'] });
  assert.deepEqual(late.answer, { supporters: 1, needed: 3 });
});

test('the leaders who never convene fail: after the day any neighbour convenes exactly these matters and presides', () => {
  const { fed, base, origin } = given();
  const matters = ['accounts', 'election'] as const;
  const { due } = dataOf(demand(fed, base, matters), 'SittingDemanded');
  const chair = neighbour(base, 7);
  fed.pass({ days: 9 });
  fed.refuses(origin, chair, 'ConveneSitting', calling(fed, announcing(...matters)), 'nothing-overdue');
  fed.now = due;
  fed.refuses(origin, chair, 'ConveneSitting', calling(fed, announcing('accounts')), 'nothing-overdue');
  fed.refuses(origin, chair, 'ConveneSitting', calling(fed, announcing(...matters, 'pact')), 'nothing-overdue');
  const hall = { ...hallOf(base), chair };
  const sitting = convene(fed, hall, { notice: announcing(...matters) });
  assert.equal(obligationsOf(fed, origin)[0]?.sitting, sitting);
  fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'not-allowed');
  countHall(fed, hall, sitting, 8);
  const opened = fed.must(origin, chair, 'OpenSitting', { sitting, call: 'first' });
  assert.equal(opened.acts[0] && fed.book(origin).acts[opened.acts[0].index]?.by.office, 'sitting-presidium');
  const done = decideByHands(fed, hall, sitting, { matter: 'accounts', yes: 8 });
  assert.equal(dataOf(done, 'ResolutionAdopted').status, 'in-force');
  fed.must(origin, chair, 'CloseSitting', { sitting });
  fed.refuses(origin, chair, 'ApproveMinutes', { sitting, text: 'Acta' }, 'not-allowed');
});

test('a sitting on a day far off answers no demand; one in time does, until it is called off', () => {
  const { fed, base, origin } = given();
  demand(fed, base, ['accounts']);
  const far = { ...calling(fed, announcing('accounts')), startsAt: plusDays(fed.now, 80) };
  fed.must(origin, base.presidium, 'ConveneSitting', far);
  assert.equal(obligationsOf(fed, origin)[0]?.sitting, null);
  const convened = fed.must(origin, base.presidium, 'ConveneSitting', calling(fed, announcing('accounts', 'pact')));
  const sitting = indexOf(convened, 'SittingConvened');
  assert.equal(obligationsOf(fed, origin)[0]?.sitting, sitting);
  fed.must(origin, base.presidium, 'CallOffSitting', { sitting, reason: 'Lluvia' });
  assert.equal(obligationsOf(fed, origin)[0]?.sitting, null);
  fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'sitting-closed');
  assert.equal(tableGet(fed.book(origin).state.sittings, sitting)?.calledOff, true);
});

test('officers who convene and do not open it have not convened', () => {
  const { fed, base, origin } = given();
  demand(fed, base, ['accounts']);
  convene(fed, hallOf(base), { notice: announcing('accounts') });
  fed.pass({ days: 10 });
  fed.must(origin, neighbour(base, 5), 'ConveneSitting', calling(fed, announcing('accounts')));
});

test('half of the bases, each by a sealed act of its own, oblige the assembly above against its officers', () => {
  const { fed, upper, bases } = given();
  const matters = ['accounts'] as const;
  const [first, second] = bases as readonly [Base, Base];
  ask(fed, first, upper.origin, matters);
  ask(fed, second, upper.origin, matters);
  const done = fed.must(upper.origin, anyone, 'ShowBasesDemand', { matters: [...matters] });
  const { by, supporters, of, asked } = dataOf(done, 'SittingDemandShown');
  assert.deepEqual([by, supporters, of], ['affiliates', 2, 3]);
  assert.deepEqual(
    asked.map(({ book }) => book),
    [first.origin, second.origin],
  );
  // What was counted is used up.
  fed.refuses(upper.origin, anyone, 'ShowBasesDemand', { matters: [...matters] }, 'too-few-demand');
});

test('the body above can demand an election, shown by its sealed act; for the rest the body itself promises to sit', () => {
  const { fed, upper, base, origin } = given();
  const proposal = { kind: 'ask-sitting', of: origin, matters: ['election'] } as const;
  const decided = decideByRollCall(settledWith(fed), sitUpper(settledWith(fed)), { matter: 'ordinary', proposal });
  const input = { above: upper.origin, matters: ['election' as const] };
  fed.refuses(origin, anyone, 'ShowDemandFromAbove', input, 'evidence-missing');
  for (const [actor, office] of [
    [upper.presidium, 'presidencia'],
    [upper.secretary, 'actas'],
  ] as const)
    fed.sign(upper.origin, actor, keyIn(fed, upper.origin, office), indexOf(decided, 'SittingAsked'));
  const done = fed.must(origin, anyone, 'ShowDemandFromAbove', input);
  assert.equal(dataOf(done, 'SittingDemandShown').by, 'above');
  const hall = hallOf(base);
  const sitting = convene(fed, hall);
  countHall(fed, hall, sitting, 8);
  fed.must(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' });
  const own = { kind: 'ask-sitting', of: origin, matters: ['accounts'] } as const;
  const promised = decideByHands(fed, hall, sitting, { matter: 'ordinary', proposal: own, yes: 8 });
  assert.equal(dataOf(promised, 'SittingDemanded').by, 'sitting');
});

const settledWith = (fed: Federation) => ({ ...settled, fed });

const keyIn = (fed: Federation, origin: string, office: string): string =>
  tableGet(fed.book(origin).state.officers, office)?.key ?? '';
