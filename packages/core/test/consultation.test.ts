// Down to the bases and back: pacts, liftings, and whatever else a statute lets the bases ratify (invariants 6 and 7).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditRules, plusDays, tableEntries, tableGet } from '../src/index.ts';
import {
  affiliate,
  type Base,
  evening,
  foundBase,
  indexOf,
  type Matter,
  prove,
  seal,
  statuteWith,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { anyone, type Done, dataOf } from './federation/federation.ts';
import { decideByRollCall, federationOf, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf({ bases: 4 });
const copyOf = (world: World): World => ({ ...world, fed: world.fed.fork() });

interface Asked extends World {
  readonly consultation: number;
  readonly resolution: number;
}

const text = 'El texto que se consulta';

function ask(
  world: World,
  matter: Matter = 'pact',
  proposal: Parameters<typeof decideByRollCall>[2]['proposal'] = { kind: 'pact', with: 'x' },
): Asked {
  const { fed, upper } = world;
  const sitting = sitUpper(world, { matter, text });
  const done = decideByRollCall(world, sitting, { matter, text, proposal });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const resolution = indexOf(done, 'ResolutionAdopted');
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  return { ...world, resolution, consultation: indexOf(issued, 'ConsultationIssued') };
}

function answer({ fed, upper, consultation }: Asked, base: Base, verdict: 'yes' | 'no', sealIt = true): number {
  const proposal = {
    kind: 'answer',
    consultation: { book: upper.origin, index: consultation },
    textHash: sha256(text),
  } as const;
  const [done] = evening(fed, base, [
    { matter: 'consultation', proposal, ...(verdict === 'yes' ? { yes: 7, no: 1 } : { yes: 1, no: 7 }) },
  ]);
  assert.ok(done);
  const act = indexOf(done, 'ConsultationAnswered');
  if (sealIt) seal(fed, base, act);
  return act;
}

const receive = ({ fed, upper, consultation }: Asked, base: Base): Done =>
  fed.must(upper.origin, anyone, 'ReceiveAnswer', { consultation, below: base.origin });

function close({ fed, upper, consultation }: Asked): Done {
  const deadline = tableGet(fed.book(upper.origin).state.consultations, consultation)?.deadline ?? '';
  if (fed.now < deadline) fed.now = deadline;
  return fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
}

const statusOf = ({ fed, upper, resolution }: Asked) =>
  tableGet(fed.book(upper.origin).state.resolutions, resolution)?.status;

const nth = ({ bases }: World, number: number): Base => bases[number] as Base;

test('what was said for and against goes down with the question, beside the book; without it nothing lies there', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const sitting = sitUpper(world, { matter: 'pact', text });
  const proposal = { kind: 'pact', with: 'x' } as const;
  const done = decideByRollCall(world, sitting, { matter: 'pact', text, proposal });
  const resolution = indexOf(done, 'ResolutionAdopted');
  const sides = { for: 'Trae gas', against: 'No hay garantías' };
  const beside = (said: object): unknown => {
    const fork = fed.fork();
    const issued = fork.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution, ...said });
    return fork.book(upper.origin).vault.disclosures.get(`${indexOf(issued, 'ConsultationIssued')}/arguments`);
  };
  assert.deepEqual(beside({ arguments: sides }), sides);
  assert.equal(beside({}), undefined);
});

test('a pact is suspended until the bases agree, and void if they do not', () => {
  for (const [verdict, status] of [
    ['yes', 'in-force'],
    ['no', 'rejected'],
  ] as const) {
    const asked = ask(copyOf(settled));
    assert.equal(statusOf(asked), 'suspended');
    for (const base of asked.bases) answer(asked, base, verdict);
    assert.equal(statusOf(asked), 'suspended', 'answers alone put nothing in force');
    close(asked);
    assert.equal(statusOf(asked), status);
  }
});

test('who closes cannot leave an answer out', () => {
  const asked = ask(copyOf(settled));
  answer(asked, nth(asked, 0), 'yes');
  receive(asked, nth(asked, 0));
  answer(asked, nth(asked, 1), 'no');
  answer(asked, nth(asked, 2), 'no');
  const done = close(asked);
  const { yes, no, silent, members } = dataOf(done, 'ConsultationClosed');
  assert.deepEqual([yes, no, silent, members], [1, 2, 1, { yes: 9, no: 15, abstain: 0 }]);
  assert.equal(statusOf(asked), 'rejected');
  assert.equal(done.acts.filter(({ act }) => act === 'AnswerReceived').length, 2);
});

function countRoll({ fed }: World, base: Base, doubleMembers: number, sealIt = true): void {
  const counted = fed.must(base.origin, base.secretary, 'CountRoll', { doubleMembers });
  if (sealIt) seal(fed, base, indexOf(counted, 'RollCounted'));
}

for (const doubleMembership of ['each', 'shown', 'once'] as const)
  test(`double membership, ${doubleMembership}: how far the bases overlap stands beside the result, and weighs nothing`, () => {
    const world = federationOf({ bases: 4, upperStatute: statuteWith({ doubleMembership }) });
    const asked = ask(world);
    countRoll(asked, nth(asked, 0), 5);
    countRoll(asked, nth(asked, 1), 9);
    for (const base of asked.bases.slice(0, 3)) answer(asked, base, base === nth(asked, 2) ? 'yes' : 'no');
    const { yes, no, silent, doubleMembers } = dataOf(close(asked), 'ConsultationClosed');
    assert.deepEqual([yes, no, silent, doubleMembers], [1, 2, 1, { bases: 2, members: 14 }]);
    for (const { origin } of [asked.upper, nth(asked, 0)])
      assert.deepEqual(auditRules(origin, asked.fed.book(origin).acts).differences, []);
  });

test('what no base has counted is not known: it is left out, and not told as nobody', () => {
  const asked = ask(copyOf(settled));
  answer(asked, nth(asked, 0), 'yes');
  countRoll(asked, nth(asked, 1), 0);
  answer(asked, nth(asked, 1), 'yes');
  const { answers } = tableGet(asked.fed.book(asked.upper.origin).state.consultations, asked.consultation) ?? {};
  assert.equal(answers?.size, 0);
  const done = close(asked);
  assert.deepEqual(dataOf(done, 'ConsultationClosed').doubleMembers, { bases: 1, members: 0 });
  const alone = ask(copyOf(settled));
  answer(alone, nth(alone, 0), 'yes');
  assert.equal(dataOf(close(alone), 'ConsultationClosed').doubleMembers, undefined);
});

test('of the roll counts the last one that was sealed before the sitting was convened', () => {
  const asked = ask(copyOf(settled));
  const base = nth(asked, 0);
  const said = (): number | undefined => {
    const { state } = asked.fed.book(base.origin);
    return tableEntries(state.answers).at(-1)?.[1].doubleMembers;
  };
  countRoll(asked, base, 4, false);
  answer(asked, base, 'yes');
  assert.equal(said(), undefined, 'nobody has sealed it');
  countRoll(asked, base, 3);
  countRoll(asked, base, 2, false);
  answer(asked, base, 'yes');
  assert.equal(said(), 3);
  countRoll(asked, base, 1);
  answer(asked, base, 'yes');
  assert.equal(said(), 1);
});

test('an answer that says another overlap than its book has is found by the audit', () => {
  const asked = ask(copyOf(settled));
  const base = nth(asked, 0);
  countRoll(asked, base, 5);
  answer(asked, base, 'yes');
  const { acts } = asked.fed.book(base.origin);
  const told = acts.map((act) =>
    act.act === 'ConsultationAnswered' ? ({ ...act, data: { ...act.data, doubleMembers: 0 } } as typeof act) : act,
  );
  assert.deepEqual(
    auditRules(base.origin, told).differences.map(({ code }) => code),
    ['count'],
  );
});

test('once every base has answered it may be closed before the deadline', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper, consultation } = asked;
  for (const base of asked.bases.slice(1)) answer(asked, base, 'yes');
  fed.refuses(upper.origin, upper.presidium, 'CloseConsultation', { consultation }, 'consultation-still-open');
  answer(asked, nth(asked, 0), 'no');
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.equal(statusOf(asked), 'in-force');
});

test('a correction in time replaces the answer; a late one, or one that is not sealed, hides nothing', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper, consultation } = asked;
  const [corrected, late, unsealed] = [nth(asked, 0), nth(asked, 1), nth(asked, 2)];
  answer(asked, corrected, 'no');
  receive(asked, corrected);
  answer(asked, corrected, 'yes');
  answer(asked, unsealed, 'yes');
  answer(asked, unsealed, 'no', false);
  const inTime = answer(asked, late, 'yes');
  const size = fed.book(late.origin).acts.length;
  answer(asked, late, 'no');
  const tooLate = plusDays(fed.now, 300);
  const book = fed.book(late.origin);
  book.receivedAt = (index) => (index < size ? (book.acts[index]?.at ?? '') : tooLate);
  close(asked);
  const answers = tableEntries(
    tableGet(fed.book(upper.origin).state.consultations, consultation)?.answers ?? { size: 0, root: [] },
  );
  assert.deepEqual(
    answers.map(([, said]) => said.answer),
    ['yes', 'yes', 'yes'],
  );
  assert.equal(answers.find(([below]) => below === late.origin)?.[1].from.index, inTime);
});

test('the order in which answers arrive, and who sends them in, does not matter', () => {
  const asked = ask(copyOf(settled));
  const verdicts = ['yes', 'no', 'yes', 'yes'] as const;
  for (const [number, base] of asked.bases.entries()) answer(asked, base, verdicts[number] ?? 'no');
  answer(asked, nth(asked, 2), 'no');
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 0 });
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(order, (arrivals) => {
      const copy = { ...asked, fed: asked.fed.fork() };
      for (const number of arrivals) receive(copy, nth(copy, number));
      outcomes.add(JSON.stringify(dataOf(close(copy), 'ConsultationClosed')));
    }),
    { numRuns: 40 },
  );
  assert.equal(outcomes.size, 1, [...outcomes].join('\n'));
});

/** The base leaves by a sealed decision of its own; that nobody has shown it above yet changes nothing. */
function departs({ fed, upper }: World, base: Base): void {
  const [done] = evening(fed, base, [{ matter: 'affiliation', proposal: { kind: 'leave', above: upper.origin } }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'AffiliationEnded'));
}

function isPutOut(world: World, base: Base): void {
  const sitting = sitUpper(world, 'affiliation');
  decideByRollCall(world, sitting, { matter: 'affiliation', proposal: { kind: 'exclude', below: base.origin } });
  world.fed.must(world.upper.origin, world.upper.presidium, 'CloseSitting', { sitting });
}

test('a base that leaves, or is put out, is heard with what it had decided before; whenever that arrives', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper, consultation } = asked;
  answer(asked, nth(asked, 2), 'yes');
  answer(asked, nth(asked, 3), 'yes');
  isPutOut(asked, nth(asked, 3));
  departs(asked, nth(asked, 2));
  fed.must(upper.origin, anyone, 'PresentEnd', { other: nth(asked, 2).origin });
  answer(asked, nth(asked, 2), 'no');
  receive(asked, nth(asked, 2));
  receive(asked, nth(asked, 3));
  answer(asked, nth(asked, 3), 'no');
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', { consultation, below: nth(asked, 3).origin }, 'already-received');
  const { yes, no } = dataOf(close(asked), 'ConsultationClosed');
  assert.deepEqual([yes, no], [2, 0]);
});

test('a departure that nobody has sealed takes no answer away', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper } = asked;
  evening(fed, nth(asked, 2), [{ matter: 'affiliation', proposal: { kind: 'leave', above: upper.origin } }]);
  answer(asked, nth(asked, 2), 'no');
  assert.equal(dataOf(close(asked), 'ConsultationClosed').no, 1);
});

test('a base that was out and is in again waits for the next question; what it said before it left counts', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper } = asked;
  const base = nth(asked, 2);
  answer(asked, base, 'yes');
  departs(asked, base);
  fed.must(upper.origin, anyone, 'PresentEnd', { other: base.origin });
  const back = { kind: 'request-affiliation', to: upper.origin, toKey: fed.book(upper.origin).key } as const;
  const [request] = evening(fed, base, [{ matter: 'affiliation', proposal: back }]);
  assert.ok(request);
  seal(fed, base, indexOf(request, 'AffiliationRequested'));
  const others = { ...asked, bases: asked.bases.filter((one) => one !== base) };
  const sitting = sitUpper(others, 'affiliation');
  const admission = { below: base.origin, key: fed.book(base.origin).key, title: 'Junta', entitlement: 2 };
  decideByRollCall(others, sitting, { matter: 'affiliation', proposal: { kind: 'admit', ...admission } });
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const { yes, no, silent } = dataOf(close(asked), 'ConsultationClosed');
  assert.deepEqual([yes, no, silent], [1, 0, 3]);
});

test('the result does not depend on when answers and departures arrive (invariant 7, with bases that leave)', () => {
  const shown = fc.record({ base: fc.nat(3), end: fc.boolean() });
  const outcomes = new Set<string>();
  let refused = 0;
  fc.assert(
    fc.property(fc.tuple(fc.array(shown), fc.array(shown), fc.array(shown)), (stages) => {
      const asked = ask(copyOf(settled));
      const { fed, upper, consultation } = asked;
      const show = (stage: number): void => {
        for (const { base, end } of stages[stage] ?? []) {
          const { origin } = nth(asked, base);
          // It may be refused (nothing to show yet, shown before, too late): whether it is must make no difference.
          const { ok } = end
            ? fed.do(upper.origin, anyone, 'PresentEnd', { other: origin })
            : fed.do(upper.origin, anyone, 'ReceiveAnswer', { consultation, below: origin });
          if (!ok) refused++;
        }
      };
      for (const [number, verdict] of [
        [0, 'yes'],
        [2, 'yes'],
        [3, 'no'],
      ] as const)
        answer(asked, nth(asked, number), verdict);
      show(0);
      isPutOut(asked, nth(asked, 3));
      departs(asked, nth(asked, 2));
      show(1);
      answer(asked, nth(asked, 2), 'no');
      answer(asked, nth(asked, 3), 'yes');
      answer(asked, nth(asked, 0), 'no');
      show(2);
      outcomes.add(JSON.stringify(dataOf(close(asked), 'ConsultationClosed')));
    }),
    { numRuns: 40 },
  );
  const [only = '{}'] = outcomes;
  assert.equal(outcomes.size, 1, [...outcomes].join('\n'));
  const { yes, no, silent } = JSON.parse(only);
  assert.deepEqual([yes, no, silent], [1, 2, 1], 'the last word of each before it was out');
  assert.ok(refused > 10, String(refused));
});

test('where the rule is over all bases, silence is on neither side but counts in the number needed', () => {
  const over = { ...statuteWith().ratification, of: 'bases' as const };
  const asked = ask(federationOf({ bases: 4, upperStatute: statuteWith({ ratification: over }) }));
  answer(asked, nth(asked, 0), 'yes');
  answer(asked, nth(asked, 1), 'yes');
  close(asked);
  assert.equal(statusOf(asked), 'rejected');
});

test('a measure is lifted only when the bases have agreed', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const sitting = sitUpper(world, 'measure');
  const proposal = { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from: fed.now } as const;
  const measure = indexOf(decideByRollCall(world, sitting, { matter: 'measure', proposal }), 'MeasureDeclared');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const asked = ask(world, 'lifting', { kind: 'lift', measure, how: 'suspend' });
  const lifted = () => tableGet(fed.book(upper.origin).state.measures, measure)?.lifted;
  assert.equal(lifted(), null);
  for (const base of asked.bases) answer(asked, base, 'yes');
  assert.equal(lifted(), null);
  const done = close(asked);
  assert.equal(lifted()?.act, indexOf(done, 'MeasureLifted'));
  assert.equal(dataOf(done, 'ResolutionRatified').consultation, indexOf(done, 'ConsultationClosed'));
});

test('what the statute lets the bases ratify takes effect when they do: a measure, an amendment', () => {
  const ratification = { ...statuteWith().ratification, matters: ['measure', 'statute', 'pact'] as const };
  const world = federationOf({ bases: 3, upperStatute: statuteWith({ ratification }) });
  const { fed, upper } = world;
  const measure = ask(world, 'measure', { kind: 'measure', what: 'Marcha', place: 'Plaza', from: fed.now });
  assert.equal(fed.book(upper.origin).state.measures.size, 0);
  for (const base of world.bases) answer(measure, base, 'yes');
  assert.equal(dataOf(close(measure), 'MeasureDeclared').resolution, measure.resolution);
  const before = fed.book(upper.origin).state.statute?.act;
  const amended = ask(world, 'statute', { kind: 'amend-statute', statute: statuteWith({ title: 'Nuevo' }) });
  assert.equal(fed.book(upper.origin).state.statute?.act, before);
  for (const base of world.bases) answer(amended, base, 'yes');
  close(amended);
  assert.equal(fed.book(upper.origin).state.statute?.rules.title, 'Nuevo');
});

test('a base answers once a sitting of its own has decided; a tie is no answer', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper, consultation } = asked;
  const base = nth(asked, 0);
  const proposal = {
    kind: 'answer',
    consultation: { book: upper.origin, index: consultation },
    textHash: sha256(text),
  } as const;
  const [done] = evening(fed, base, [{ matter: 'consultation', proposal, yes: 4, no: 4 }]);
  assert.deepEqual(
    done?.acts.map(({ act }) => act),
    ['BlockCounted', 'VoteClosed'],
  );
});

test('two liftings of one measure: the second finds nothing to lift', () => {
  const world = copyOf(settled);
  const base = nth(world, 0);
  const { fed } = world;
  const [declared] = evening(fed, base, [
    { matter: 'measure', proposal: { kind: 'measure', what: 'Paro', place: 'Barrio', from: fed.now } },
  ]);
  assert.ok(declared);
  const measure = indexOf(declared, 'MeasureDeclared');
  const lift = { matter: 'lifting', proposal: { kind: 'lift', measure, how: 'end' } } as const;
  const hall = { origin: base.origin, chair: base.presidium };
  const sitting = indexOf(evening(fed, base, [lift])[0] as Done, 'ResolutionAdopted');
  assert.ok(sitting > 0 && hall.origin === base.origin);
  assert.notEqual(tableGet(fed.book(base.origin).state.measures, measure)?.lifted, null);
});

test('what a base says before its founding is complete counts nothing, nor after it: it says it again', () => {
  const asked = ask(copyOf(settled));
  const { fed, upper, consultation } = asked;
  const base = nth(asked, 0);
  const act = answer(asked, base, 'yes');
  const book = fed.book(base.origin);
  const { state } = book;
  const { body } = state;
  assert.ok(body !== null);
  const input = { consultation, below: base.origin };
  // Such a book is written by a node with rules of its own: here the base could not have tabled it.
  for (const late of [{ proven: null, provenBy: null }, { proven: act + 1 }]) {
    book.state = { ...state, body: { ...body, ...late } };
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'answer-unproven');
    const closed = close({ ...asked, fed: fed.fork() });
    assert.ok(!closed.acts.some((one) => one.act === 'AnswerReceived'));
  }
  book.state = { ...state, body: { ...body, proven: act - 1 } };
  receive(asked, base);
});

test('three juntas of paper that witness each other are proven and admitted, and neither sit nor answer', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const ring = [1, 2, 3].map((number) => foundBase(fed, `papel-${number}`, 8));
  for (const [i, one] of ring.entries())
    prove(
      fed,
      one,
      [1, 2].map((step) => ring[(i + step) % 3] as Base),
    );
  fed.pass({ days: 31 });
  for (const one of ring) affiliate(fed, one, upper.origin, [{ seat: 1, holder: one.members[0] ?? '' }]);
  const sitting = sitUpper(world, 'affiliation');
  for (const { origin: below } of ring) {
    const proposal = { kind: 'admit', below, key: fed.book(below).key, title: below, entitlement: 1 } as const;
    decideByRollCall(world, sitting, { matter: 'affiliation', proposal });
  }
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  // As long as they wait they are not even asked.
  fed.pass({ days: 30 });
  const asked = ask(world);
  for (const one of ring) {
    answer(asked, one, 'yes');
    const input = { consultation: asked.consultation, below: one.origin };
    assert.equal(fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'witnesses-unknown-here').present, 0);
  }
  const closed = close(asked);
  assert.ok(!closed.acts.some((one) => one.act === 'AnswerReceived'));
});
