// A consultation through all tiers: base → district → federation. Answers come straight from the bases' books.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOfAnswers } from '@cabildo/count';
import fc from 'fast-check';
import { settledOutcome, tableGet } from '../src/index.ts';
import { affiliate, foundBase, indexOf, prove, seal } from './federation/assembly.ts';
import { decideAbove, inBase, seatOf } from './federation/decisions-story.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { answerBelow, askAll, type Tiered, tierAbove, tiered } from './federation/tiers-story.ts';
import { decideByRollCall, federationOf, sitUpper } from './federation/upper.ts';

const settled = tiered();
const copy = (): Tiered => ({ ...settled, fed: settled.fed.fork() });

const statusOf = ({ fed, upper }: Tiered, resolution: number) =>
  tableGet(fed.book(upper.origin).state.resolutions, resolution)?.status;

const originOf = ({ below }: Tiered, number: number): string => below[number]?.origin ?? '';

function close(world: Tiered, consultation: number) {
  world.fed.pass({ days: 20 });
  const { origin, presidium } = world.upper;
  return dataOf(world.fed.must(origin, presidium, 'CloseConsultation', { consultation }), 'ConsultationClosed');
}

test('every base below is asked once, also one that belongs to two bodies above it', () => {
  const world = copy();
  const { fed, upper, district } = world;
  const { consultation } = askAll(world);
  assert.equal(tableGet(fed.book(upper.origin).state.consultations, consultation)?.bases, 4);
  answerBelow(world, 0, consultation, 'yes');
  const input = { consultation, below: originOf(world, 0) } as const;
  const done = fed.must(upper.origin, anyone, 'ReceiveAnswer', { ...input, through: [district] });
  assert.deepEqual(
    dataOf(done, 'AnswerReceived').path?.map(({ book }) => book),
    [district],
  );
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'already-received');
});

test('an answer comes by a way of admissions, each before the question was put', () => {
  const world = copy();
  const { fed, upper, district } = world;
  const { consultation } = askAll(world);
  answerBelow(world, 2, consultation, 'yes');
  const input = { consultation, below: originOf(world, 2) } as const;
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'not-affiliated');
  const wrong = { ...input, through: [originOf(world, 0)] };
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', wrong, 'not-affiliated');
  const book = fed.book(district);
  const before = book.receivedAt;
  book.receivedAt = () => fed.now;
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', { ...input, through: [district] }, 'not-affiliated');
  book.receivedAt = before;
  fed.must(upper.origin, anyone, 'ReceiveAnswer', { ...input, through: [district] });
});

test('juntas of paper that a body between has admitted do not answer through it either, before they have sat there', () => {
  const below = federationOf({ bases: 4 });
  const { fed, upper } = below;
  const ring = [1, 2, 3].map((number) => foundBase(fed, `papel-${number}`, 8));
  for (const one of ring)
    prove(
      fed,
      one,
      ring.filter((other) => other !== one),
    );
  fed.pass({ days: 31 });
  for (const one of ring) affiliate(fed, one, upper.origin, [{ seat: 1, holder: one.members[0] ?? '' }]);
  const sitting = sitUpper(below, 'affiliation');
  for (const { origin } of ring) {
    const title = { below: origin, key: fed.book(origin).key, title: origin };
    decideByRollCall(below, sitting, { matter: 'affiliation', proposal: { kind: 'admit', ...title, entitlement: 1 } });
  }
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  // As long as they wait they are not even asked.
  fed.pass({ days: 30 });
  const above = tierAbove(below, 'federacion');
  const world: Tiered = { ...above, district: upper.origin, below: [...below.bases, ...ring] };
  const { consultation } = askAll(world);
  for (const number of [3, 4, 5, 6]) answerBelow(world, number, consultation, 'yes');
  for (const { origin } of ring) {
    const input = { consultation, below: origin, through: [upper.origin] };
    fed.refuses(above.upper.origin, anyone, 'ReceiveAnswer', input, 'witnesses-unknown-here');
  }
  const { yes, no } = close(world, consultation);
  assert.deepEqual([yes, no], [1, 0]);
});

test('a body between can neither withhold an answer nor make one up: the close counts what the bases’ books say', () => {
  const world = copy();
  const { resolution, consultation } = askAll(world);
  for (const number of [1, 2, 3]) answerBelow(world, number, consultation, 'no');
  const { yes, no, silent } = close(world, consultation);
  assert.deepEqual([yes, no, silent], [0, 3, 1]);
  assert.equal(statusOf(world, resolution), 'rejected');
});

test('the result does not depend on which answers came in by hand, when, and by which way (invariant 7, through tiers)', () => {
  const world = copy();
  const { consultation } = askAll(world);
  for (const [number, verdict] of (['yes', 'no', 'yes'] as const).entries())
    answerBelow(world, number, consultation, verdict);
  answerBelow(world, 1, consultation, 'yes');
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2]), fc.boolean(), (arrivals, direct) => {
      const later = { ...world, fed: world.fed.fork() };
      for (const number of arrivals) {
        const way = direct && number < 2 ? {} : { through: [world.district] };
        const input = { consultation, below: originOf(world, number), ...way };
        later.fed.must(world.upper.origin, anyone, 'ReceiveAnswer', input);
      }
      outcomes.add(JSON.stringify(close(later, consultation)));
    }),
    { numRuns: 20 },
  );
  assert.equal(outcomes.size, 1, [...outcomes].join('\n'));
});

test('after the close only a challenge opens one answer again, and the consultation is closed anew', () => {
  const world = copy();
  const { fed, upper } = world;
  const { resolution, consultation } = askAll(world);
  answerBelow(world, 2, consultation, 'yes');
  const seat = seatOf(world, world.below[1] as Tiered['below'][number]);
  const challenge = { consultation, below: originOf(world, 2), reason: 'Sin convocatoria' } as const;
  fed.refuses(upper.origin, seat, 'ChallengeConsultation', challenge, 'consultation-still-open');
  close(world, consultation);
  assert.equal(statusOf(world, resolution), 'in-force');
  const late = fed.fork();
  late.pass({ days: 5, minutes: 1 });
  late.refuses(upper.origin, seat, 'ChallengeConsultation', challenge, 'challenge-period-over');
  fed.must(upper.origin, seat, 'ChallengeConsultation', challenge);
  assert.equal(statusOf(world, resolution), 'suspended');
  const other = { ...world, fed: fed.fork() };
  assert.throws(() => answerBelow(other, 3, consultation, 'no'), /consultation-closed/);
  answerBelow(world, 2, consultation, 'no');
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.equal(statusOf(world, resolution), 'rejected');
  fed.refuses(upper.origin, seat, 'ChallengeConsultation', challenge, 'already-challenged');
});

test('an answer that was opened again and not given anew stands as it was', () => {
  const world = copy();
  const { fed, upper } = world;
  const { resolution, consultation } = askAll(world);
  answerBelow(world, 2, consultation, 'yes');
  close(world, consultation);
  const seat = seatOf(world, world.below[1] as Tiered['below'][number]);
  const challenge = { consultation, below: originOf(world, 2), reason: 'Duda' } as const;
  fed.must(upper.origin, seat, 'ChallengeConsultation', challenge);
  fed.refuses(upper.origin, upper.presidium, 'CloseConsultation', { consultation }, 'consultation-still-open');
  fed.pass({ days: 5 });
  fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.equal(statusOf(world, resolution), 'in-force');
});

test('a challenge that could not change the outcome is not taken', () => {
  const world = copy();
  const { fed, upper } = world;
  const { consultation } = askAll(world);
  for (const number of [0, 1, 2]) answerBelow(world, number, consultation, 'yes');
  close(world, consultation);
  const challenge = { consultation, below: originOf(world, 0), reason: 'Duda' } as const;
  const seat = seatOf(world, world.below[1] as Tiered['below'][number]);
  fed.refuses(upper.origin, seat, 'ChallengeConsultation', challenge, 'changes-nothing');
});

test('a base two tiers down challenges what a text is called, with proof by admissions, once', () => {
  const world = copy();
  const { fed, upper, district } = world;
  const base = world.below[3] as Tiered['below'][number];
  const truce = indexOf(decideAbove(world, { matter: 'ordinary', text: 'Tregua' }), 'ResolutionAdopted');
  const on = { book: upper.origin, index: truce };
  const proposal = { kind: 'challenge', on, claimedMatter: 'lifting' } as const;
  const raised = inBase(world, base, { matter: 'ordinary', proposal });
  const claim = { resolution: truce, claimedMatter: 'lifting', below: base.origin } as const;
  const shown = { ...claim, through: [district] };
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', shown, 'evidence-missing');
  seal(fed, base, indexOf(raised, 'ChallengeRaised'));
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', claim, 'not-affiliated');
  const through = [originOf(world, 1)];
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', { ...claim, through }, 'not-affiliated');
  const book = fed.book(district);
  const before = book.receivedAt;
  book.receivedAt = () => fed.now;
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', shown, 'not-affiliated');
  book.receivedAt = before;
  const done = dataOf(fed.must(upper.origin, anyone, 'ChallengeClassification', shown), 'ClassificationChallenged');
  assert.deepEqual(
    [done.below, done.path?.map((step) => step.book), done.challenger?.book],
    [base.origin, [district], base.origin],
  );
  assert.equal(statusOf(world, truce), 'suspended');
  fed.refuses(upper.origin, anyone, 'ChallengeClassification', shown, 'already-challenged');
});

test('the bodies between do not answer for their bases', () => {
  const world = copy();
  const { fed, upper, district } = world;
  const { consultation } = askAll(world);
  const { state } = fed.book(district);
  assert.equal(state.answers.size, 0);
  const book = fed.book(originOf(world, 0));
  answerBelow(world, 0, consultation, 'yes');
  const { body } = book.state;
  assert.ok(body);
  book.state = { ...book.state, body: { ...body, kind: 'delegate' } };
  const input = { consultation, below: originOf(world, 0) } as const;
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'not-a-base');
});

test('settled is said exactly when nothing that is still to come could change the outcome', () => {
  const rule = fc.record({
    num: fc.integer({ min: 1, max: 3 }),
    den: fc.integer({ min: 3, max: 4 }),
    strict: fc.boolean(),
    of: fc.constantFrom('answered' as const, 'bases' as const),
    silence: fc.constantFrom('neither' as const, 'yes' as const, 'no' as const),
  });
  fc.assert(
    fc.property(rule, fc.nat(5), fc.nat(5), fc.nat(5), (chosen, yes, no, free) => {
      const bases = yes + no + free;
      const outcomes = new Set<string>();
      for (let more = 0; more <= free; more++)
        for (let against = 0; against <= free - more; against++)
          outcomes.add(outcomeOfAnswers(chosen, { yes: yes + more, no: no + against, bases }));
      const naive = outcomes.size === 1 ? [...outcomes][0] : null;
      assert.equal(settledOutcome(chosen, { yes, no, bases }), naive);
    }),
    { numRuns: 2_000 },
  );
});
