// In the hall of a base: who is there, who counts, what is decided.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusDays, tableGet } from '../src/index.ts';
import {
  announcing,
  appoint,
  type Base,
  convene,
  decideByHands,
  evening,
  foundBase,
  hallOf,
  indexOf,
  nameOf,
  open,
  openVote,
  others,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { asMember, dataOf, Federation } from './federation/federation.ts';

function given(statute = statuteWith()): { fed: Federation; base: Base } {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 40, statute);
  fed.pass({ days: 31 });
  return { fed, base };
}

const sittingOf = (fed: Federation, base: Base, index: number) => {
  const sitting = tableGet(fed.book(base.origin).state.sittings, index);
  assert.ok(sitting);
  return sitting;
};

test('without half plus one the first call does not open; on second call a quarter is enough for ordinary matters', () => {
  const { fed, base } = given();
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('pact') });
  fed.must(base.origin, base.presidium, 'AppointTellers', { sitting, tellers: base.tellers.map(nameOf) });
  for (const teller of base.tellers) fed.must(base.origin, teller, 'CountPresence', { sitting, round: 1, present: 20 });
  const refusal = fed.refuses(base.origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'no-quorum');
  // 41 on the roll with the founder: half plus one is 21.
  assert.deepEqual([refusal.needed, refusal.present], [21, 20]);
  fed.pass({ minutes: 30 });
  fed.must(base.origin, base.presidium, 'OpenSitting', { sitting, call: 'second' });
  const done = decideByHands(fed, hall, sitting, { matter: 'ordinary', yes: 12, no: 8 });
  assert.equal(dataOf(done, 'ResolutionAdopted').status, 'in-force');
  const pact = table(fed, { origin: base.origin, chair: base.presidium }, sitting, {
    matter: 'pact',
    proposal: { kind: 'pact', with: 'x' },
  });
  fed.refuses(base.origin, base.presidium, 'OpenVote', { motion: pact, method: 'hands' }, 'quorum-for-matter');
});

test('a sitting without quorum is on record as irregular, and nothing is decided in it', () => {
  const { fed, base } = given();
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 4, 'second');
  assert.equal(sittingOf(fed, base, sitting).opened?.quorum.met, false);
  fed.refuses(
    base.origin,
    base.presidium,
    'TableMotion',
    { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal: { kind: 'resolution' } },
    'no-quorum',
  );
  fed.must(base.origin, base.secretary, 'RecordIrregularity', {
    sitting,
    what: 'Se habló igual',
    irregularities: ['quorum-not-met'],
  });
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  assert.equal(sittingOf(fed, base, sitting).irregularities.length, 1);
});

test('two tellers who differ count again; if they still differ both numbers stand and the smaller one is relied on', () => {
  const { fed, base } = given();
  const { origin, presidium, tellers } = base;
  const sitting = convene(fed, hallOf(base));
  fed.must(origin, presidium, 'AppointTellers', { sitting, tellers: tellers.map(nameOf) });
  const [first, second] = tellers;
  const alone = fed.must(origin, first, 'CountPresence', { sitting, round: 1, present: 30 });
  assert.deepEqual([alone.acts.length, alone.answer.waiting], [0, 'the other teller']);
  fed.must(origin, second, 'CountPresence', { sitting, round: 1, present: 32 });
  assert.equal(sittingOf(fed, base, sitting).present, null);
  const [third, fourth] = others(base);
  appoint(fed, hallOf(base), sitting, [third, fourth]);
  fed.must(origin, third, 'CountPresence', { sitting, round: 2, present: 31 });
  const done = fed.must(origin, fourth, 'CountPresence', { sitting, round: 2, present: 32 });
  assert.deepEqual(dataOf(done, 'PresenceCounted').counts.toSorted(), [31, 32]);
  assert.equal(sittingOf(fed, base, sitting).present, 31);
});

test('when people leave and the hall is counted again, nothing more is voted', () => {
  const { fed, base } = given();
  const { origin, presidium } = base;
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  const motion = table(fed, { origin, chair: presidium }, sitting, { matter: 'ordinary' });
  appoint(fed, hallOf(base), sitting, others(base));
  for (const teller of others(base)) fed.must(origin, teller, 'CountPresence', { sitting, round: 2, present: 9 });
  fed.refuses(origin, presidium, 'OpenVote', { motion, method: 'hands' }, 'quorum-for-matter');
});

test('as many yes as no is a tie: an outcome, not a decision', () => {
  const { fed, base } = given();
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  const done = decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', yes: 15, no: 15 });
  assert.deepEqual(
    done.acts.map(({ act }) => act),
    ['BlockCounted', 'VoteClosed'],
  );
  assert.equal(dataOf(done, 'VoteClosed').outcome, 'tied');
});

test('tellers who still differ decide only what both of their numbers decide', () => {
  const { fed, base } = given();
  const { origin, presidium } = base;
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  const decideWith = (no: readonly [number, number]) => {
    const vote = openVote(
      fed,
      { origin, chair: presidium },
      table(fed, { origin, chair: presidium }, sitting, { matter: 'ordinary' }),
      'hands',
    );
    for (const [before, tellers] of [base.tellers, others(base)].entries()) {
      appoint(fed, hallOf(base), sitting, tellers);
      for (const [position, teller] of tellers.entries())
        fed.must(origin, teller, 'CountBlock', {
          vote,
          block: 'sala',
          round: before + 1,
          yes: 12,
          no: no[position] ?? 0,
          abstain: 0,
        });
    }
    return dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'VoteClosed');
  };
  assert.equal(decideWith([9, 10]).outcome, 'carried');
  const open12 = decideWith([11, 12]);
  assert.equal(open12.outcome, 'undetermined');
  assert.equal(open12.tallies.length, 2);
});

test('blocks are added up, and their hands never exceed the people', () => {
  const { fed, base } = given();
  const { origin, presidium, tellers } = base;
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  const vote = openVote(
    fed,
    { origin, chair: presidium },
    table(fed, { origin, chair: presidium }, sitting, { matter: 'ordinary' }),
    'hands',
  );
  for (const block of ['izquierda', 'derecha'])
    for (const teller of tellers)
      fed.must(origin, teller, 'CountBlock', { vote, block, round: 1, yes: 16, no: 0, abstain: 0 });
  fed.refuses(origin, presidium, 'CloseVote', { vote }, 'more-hands-than-people');
  appoint(fed, hallOf(base), sitting, others(base));
  for (const teller of others(base))
    fed.must(origin, teller, 'CountBlock', { vote, block: 'derecha', round: 2, yes: 10, no: 4, abstain: 0 });
  assert.deepEqual(dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'VoteClosed').tallies, [
    { yes: 26, no: 4, abstain: 0 },
  ]);
});

test('a phone votes once, if its owner checked in before the vote opened', () => {
  const { fed, base } = given();
  const { origin, presidium, members } = base;
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  const [, , , , ...neighbours] = members.map(asMember);
  for (const neighbour of neighbours.slice(0, 3)) fed.must(origin, neighbour, 'CheckIn', fed.atDoor(origin, sitting));
  fed.must(origin, base.tellers[0], 'AdmitAtDoor', { sitting, member: nameOf(neighbours[3] ?? presidium) });
  const vote = openVote(
    fed,
    { origin, chair: presidium },
    table(fed, { origin, chair: presidium }, sitting, { matter: 'ordinary' }),
    'devices',
  );
  for (const neighbour of neighbours.slice(0, 4)) fed.must(origin, neighbour, 'CastVote', { vote, choice: 'yes' });
  const closed = dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.turnout, closed.ballots?.count, closed.outcome], [4, 4, 'carried']);
  assert.equal(tableGet(fed.book(origin).state.votes, vote)?.electorate.count, 4);
});

test('the share of those present is taken of everybody who checked in, also after the hall was counted', () => {
  const ofPresent = statuteWith().rules.map((rule) => ({
    ...rule,
    rule: { num: 1, den: 2, strict: true, of: 'present' as const },
  }));
  const { fed, base } = given(statuteWith({ rules: ofPresent }));
  const { origin, presidium, members } = base;
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 21);
  for (const member of members) fed.must(origin, asMember(member), 'CheckIn', fed.atDoor(origin, sitting));
  const vote = openVote(
    fed,
    { origin, chair: presidium },
    table(fed, { origin, chair: presidium }, sitting, { matter: 'ordinary' }),
    'devices',
  );
  for (const member of members.slice(0, 20)) fed.must(origin, asMember(member), 'CastVote', { vote, choice: 'yes' });
  assert.equal(dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'VoteClosed').outcome, 'rejected');
});

test('what was not announced is not decided, and what was announced only on its text', () => {
  const { fed, base } = given();
  const [done] = evening(fed, base, [{ matter: 'accounts', yes: 30 }], 30);
  assert.ok(done);
  assert.equal(dataOf(done, 'ResolutionAdopted').matter, 'accounts');
});

test('minutes cover the acts of the sitting, and are approved once it is closed', () => {
  const { fed, base } = given();
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', yes: 30 });
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  const approved = fed.must(base.origin, base.secretary, 'ApproveMinutes', { sitting, text: 'Acta de la sesión' });
  const { firstAct, lastAct } = dataOf(approved, 'MinutesApproved');
  assert.deepEqual([firstAct, lastAct], [sitting, indexOf(approved, 'MinutesApproved') - 1]);
});

test('the founder convenes the founding sitting and no other, and has no more say once officers are elected', () => {
  const { fed, base } = given();
  const ordinary = { kind: 'ordinary', place: 'Sede', startsAt: plusDays(fed.now, 5), notice: [] } as const;
  fed.refuses(base.origin, base.convener, 'ConveneSitting', ordinary, 'nothing-overdue');
  const founding = { kind: 'founding', place: 'Sede', startsAt: plusDays(fed.now, 5), notice: [] } as const;
  fed.refuses(base.origin, base.presidium, 'ConveneSitting', founding, 'already-proven');
});

test('a sitting held on paper is entered with its own date; what was regular is in force, the rest is on record', () => {
  const { fed, base } = given();
  const heldAt = fed.now;
  const [later] = evening(fed, base, [{ matter: 'ordinary', yes: 30 }], 30);
  assert.ok(later);
  const decision = { title: 'Cuota', text: 'Cuota de dos bolivianos', yes: 20, no: 5, abstain: 0 };
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt,
    place: 'Cancha',
    call: 'first',
    present: 25,
    notice: announcing({ matter: 'accounts', ...decision }),
    decisions: [
      { ...decision, matter: 'ordinary' },
      { ...decision, matter: 'accounts' },
      { ...decision, matter: 'pact' },
      { ...decision, matter: 'ordinary', yes: 26 },
      { ...decision, matter: 'ordinary', yes: 2 },
    ],
  });
  const data = dataOf(entered, 'SittingEnteredLate');
  assert.deepEqual(
    data.decisions.map(({ effect, irregularities }) => [effect, ...irregularities]),
    [['in-force'], ['in-force'], ['none', 'not-in-notice'], ['none', 'more-hands-than-people'], ['none']],
  );
  assert.ok(data.review.includes(indexOf(later, 'ResolutionAdopted')));
});

test('what was acclaimed on paper holds where the statute opens it to that and objections were asked for', () => {
  const rules = statuteWith().rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, methods: [...rule.methods, 'acclamation' as const] } : rule,
  );
  const { fed, base } = given(statuteWith({ rules }));
  const decision = { matter: 'ordinary' as const, title: 'Cuota', text: 'Cuota', yes: 0, no: 0, abstain: 0 };
  const acclaimed = { method: 'acclamation' as const, asked: 3, objections: 0 };
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt: fed.now,
    place: 'Cancha',
    call: 'first',
    present: 25,
    notice: announcing({ matter: 'accounts', title: 'Cuota', text: 'Cuota' }),
    decisions: [
      { ...decision, acclaimed },
      { ...decision, acclaimed: { ...acclaimed, objections: 2 } },
      { ...decision, acclaimed: { ...acclaimed, asked: 2 } },
      { ...decision, acclaimed: { ...acclaimed, method: 'consensus' as const } },
      { ...decision, matter: 'accounts' as const, acclaimed },
      decision,
    ],
  });
  const data = dataOf(entered, 'SittingEnteredLate');
  assert.deepEqual(
    data.decisions.map(({ outcome, effect, irregularities }) => [outcome, effect, ...irregularities]),
    [
      ['carried', 'in-force'],
      ['carried', 'in-force'],
      ['carried', 'none', 'objections-not-asked'],
      ['carried', 'none', 'method-not-allowed'],
      ['carried', 'none', 'method-not-allowed'],
      ['rejected', 'none'],
    ],
  );
  assert.deepEqual(data.decisions[0]?.acclaimed, acclaimed);
  assert.ok(!('acclaimed' in (data.decisions[5] ?? {})));
});

test('consensus on paper is without objection', () => {
  const rules = statuteWith().rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, methods: [...rule.methods, 'consensus' as const] } : rule,
  );
  const { fed, base } = given(statuteWith({ rules }));
  const decision = { matter: 'ordinary' as const, title: 'Cuota', text: 'Cuota', yes: 0, no: 0, abstain: 0 };
  const of = (objections: number) => ({
    ...decision,
    acclaimed: { method: 'consensus' as const, asked: 3, objections },
  });
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', {
    heldAt: fed.now,
    place: 'Cancha',
    call: 'first',
    present: 25,
    notice: [],
    decisions: [of(0), of(1)],
  });
  assert.deepEqual(
    dataOf(entered, 'SittingEnteredLate').decisions.map(({ outcome, effect }) => [outcome, effect]),
    [
      ['carried', 'in-force'],
      ['rejected', 'none'],
    ],
  );
});

test('on paper as in the hall, what is for a congress is decided by a congress, and nothing else after the closing hour', () => {
  const rules = statuteWith().rules.map((rule) =>
    rule.matter === 'accounts' ? { ...rule, sittings: ['congress' as const] } : rule,
  );
  const { fed, base } = given(statuteWith({ rules }));
  const decision = { title: 'Cuentas', text: 'Cuentas', yes: 30, no: 0, abstain: 0 };
  const enter = (heldAt: string, kind?: 'enlarged' | 'congress') =>
    dataOf(
      fed.must(base.origin, base.secretary, 'EnterLateSitting', {
        heldAt,
        place: 'Cancha',
        ...(kind === undefined ? {} : { kind }),
        call: 'first',
        present: 30,
        notice: announcing({ matter: 'accounts', ...decision }),
        decisions: [
          { ...decision, matter: 'accounts' },
          { ...decision, matter: 'ordinary' },
        ],
      }),
      'SittingEnteredLate',
    ).decisions.map(({ irregularities }) => irregularities);
  // 02:59 UTC is a minute to eleven in the hall.
  const night = (minute: string) => `${plusDays(fed.now, -1).slice(0, 10)}T0${minute}:00Z`;
  assert.deepEqual(enter(night('2:59')), [['sitting-not-competent'], []]);
  assert.deepEqual(enter(night('2:59'), 'enlarged'), [['sitting-not-competent'], []]);
  assert.deepEqual(enter(night('2:59'), 'congress'), [[], []]);
  assert.deepEqual(enter(night('3:00'), 'congress'), [['after-closing-hour'], []]);
});

test('on paper without a number of people present, quorum is not shown and nothing is in force', () => {
  const { fed, base } = given();
  const decisions = [{ matter: 'ordinary', title: 'Cuota', text: 'Cuota', yes: 20, no: 5, abstain: 0 }] as const;
  const input = { heldAt: plusDays(fed.now, -3), place: 'Cancha', call: 'first', notice: [], decisions } as const;
  const data = dataOf(fed.must(base.origin, base.secretary, 'EnterLateSitting', input), 'SittingEnteredLate');
  assert.deepEqual(data.decisions[0]?.irregularities, ['quorum-not-shown']);
  assert.equal(data.decisions[0]?.effect, 'none');
});

test('hands are counted by two tellers, neither of whom sees the other’s number', () => {
  const { fed, base } = given();
  const { origin, presidium, tellers } = base;
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 30);
  const vote = openVote(
    fed,
    { origin, chair: presidium },
    table(fed, { origin, chair: presidium }, sitting, { matter: 'ordinary' }),
    'hands',
  );
  const one = fed.must(origin, tellers[0], 'CountBlock', { vote, block: 'sala', round: 1, yes: 20, no: 1, abstain: 0 });
  assert.deepEqual(one.acts, []);
  assert.deepEqual(Object.keys(one.answer), ['waiting']);
  fed.refuses(origin, presidium, 'CloseVote', { vote }, 'not-counted');
  fed.refuses(
    origin,
    presidium,
    'CountBlock',
    { vote, block: 'sala', round: 1, yes: 20, no: 1, abstain: 0 },
    'not-allowed',
  );
  fed.must(origin, tellers[1], 'CountBlock', { vote, block: 'sala', round: 1, yes: 20, no: 1, abstain: 0 });
  fed.must(origin, presidium, 'CloseVote', { vote });
});
