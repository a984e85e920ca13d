// Amendments: their order, what falls, and that no mandate and no notice is dodged by one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tableGet } from '../src/index.ts';
import { sameText } from '../src/motion/text.ts';
import {
  announcing,
  type Base,
  convene,
  evening,
  hallOf,
  indexOf,
  open,
  openVote,
  seal,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { dataOf, type Federation } from './federation/federation.ts';
import { amend, amending, handsOn } from './federation/motions.ts';
import { callOut, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf({
  statute: statuteWith(),
  upperStatute: statuteWith({ mandates: { binding: 'refuse' } }),
});

function hallWith(text = 'A') {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('accounts') });
  open(fed, hall, sitting, base.members.length);
  return { fed, base, hall, sitting, motion: table(fed, hall, sitting, { matter: 'ordinary', text }) };
}

const motionIn = (fed: Federation, origin: string, motion: number) => {
  const found = tableGet(fed.book(origin).state.motions, motion);
  assert.ok(found);
  return found;
};

test('the furthest amendment is voted first, and when it carries those that waited fall', () => {
  const { fed, base, hall, motion } = hallWith();
  const near = amend(fed, hall, motion, { text: 'B', order: 2 });
  const far = amend(fed, hall, motion, { text: 'C', order: 1 });
  const opening = { motion: near, method: 'hands' } as const;
  fed.refuses(base.origin, base.presidium, 'OpenVote', opening, 'amendment-waiting');
  const amended = dataOf(handsOn(fed, hall, far, { yes: 8 }), 'MotionAmended');
  assert.deepEqual([amended.textHash, amended.fallen, amended.substantive], [sha256('C'), [near], true]);
  fed.refuses(base.origin, base.presidium, 'OpenVote', opening, 'motion-ended');
  const adopted = dataOf(handsOn(fed, hall, motion, { yes: 8 }), 'ResolutionAdopted');
  assert.equal(adopted.textHash, sha256('C'));
});

test('an amendment that is rejected leaves the text, and the next one has its turn', () => {
  const { fed, base, hall, motion } = hallWith();
  const far = amend(fed, hall, motion, { text: 'C', order: 1 });
  const near = amend(fed, hall, motion, { text: 'B', order: 2 });
  assert.ok(handsOn(fed, hall, far, { no: 8 }).acts.every(({ act }) => act !== 'MotionAmended'));
  assert.equal(motionIn(fed, base.origin, motion).textHash, sha256('A'));
  fed.refuses(base.origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'amendment-waiting');
  handsOn(fed, hall, near, { yes: 8 });
  assert.equal(motionIn(fed, base.origin, motion).textHash, sha256('B'));
});

test('an amendment that carries after its motion was withdrawn has no effect', () => {
  const { fed, base, hall, motion } = hallWith();
  const amendment = amend(fed, hall, motion, { text: 'B' });
  const vote = openVote(fed, hall, amendment, 'hands');
  fed.must(base.origin, base.presidium, 'WithdrawMotion', { motion });
  for (const teller of hall.tellers)
    fed.must(base.origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 8, no: 0, abstain: 0 });
  const done = fed.must(base.origin, base.presidium, 'CloseVote', { vote });
  assert.equal(done.answer.withoutEffect, 'motion-ended');
  assert.equal(motionIn(fed, base.origin, motion).textHash, sha256('A'));
});

test('an amendment is on the matter of its motion, so that it is decided by the same rule', () => {
  const { fed, base, motion } = hallWith();
  const input = { ...amending(fed, base.origin, motion, { text: 'B' }), matter: 'accounts' } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'proposal-does-not-fit-matter');
});

test('a text that the notice fixed is changed in its wording only, until a new convocation', () => {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  const hall = hallOf(base);
  const notice = [{ matter: 'accounts', title: 'Cuentas', textHash: sha256('Cuentas') }] as const;
  const sitting = convene(fed, hall, { notice });
  open(fed, hall, sitting, base.members.length);
  const motion = table(fed, hall, sitting, { matter: 'accounts', text: 'Cuentas' });
  const substantive = amending(fed, base.origin, motion, { text: 'Otras cuentas' });
  fed.refuses(base.origin, base.presidium, 'TableMotion', substantive, 'text-differs-from-notice');
  const parts = { motion, parts: ['Cuen', 'tas'] };
  fed.refuses(base.origin, base.presidium, 'SplitMotion', parts, 'text-differs-from-notice');

  const editorial = amend(fed, hall, motion, { text: 'Cuentas.', substantive: false });
  handsOn(fed, hall, editorial, { yes: 8 });
  const claimed = fed.fork();
  claimed.must(base.origin, base.secretary, 'ClaimSubstantive', { motion: editorial });
  const opening = { motion, method: 'hands' } as const;
  claimed.refuses(base.origin, base.presidium, 'OpenVote', opening, 'text-differs-from-notice');
  const back = amend(claimed, hall, motion, { text: 'Cuentas' });
  handsOn(claimed, hall, back, { yes: 8 });
  assert.equal(dataOf(handsOn(claimed, hall, motion, { yes: 8 }), 'ResolutionAdopted').textHash, sha256('Cuentas'));

  assert.equal(dataOf(handsOn(fed, hall, motion, { yes: 8 }), 'ResolutionAdopted').textHash, sha256('Cuentas.'));
});

test('once claimed to be substantive, an amendment of a noticed text is not put to the vote', () => {
  const fed = settled.fed.fork();
  const base = settled.bases[0] as Base;
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: [{ matter: 'accounts', title: 'x', textHash: sha256('Cuentas') }] });
  open(fed, hall, sitting, base.members.length);
  const motion = table(fed, hall, sitting, { matter: 'accounts', text: 'Cuentas' });
  const editorial = amend(fed, hall, motion, { text: 'Otras', substantive: false });
  fed.must(base.origin, base.secretary, 'ClaimSubstantive', { motion: editorial });
  const opening = { motion: editorial, method: 'hands' } as const;
  fed.refuses(base.origin, base.presidium, 'OpenVote', opening, 'text-differs-from-notice');
  fed.must(base.origin, base.presidium, 'WithdrawMotion', { motion: editorial });
  assert.equal(dataOf(handsOn(fed, hall, motion, { yes: 8 }), 'ResolutionAdopted').textHash, sha256('Cuentas'));
});

/** The first base has said yes to the text “A” of a motion before the assembly above. */
function mandated() {
  const world: World = { ...settled, fed: settled.fed.fork() };
  const { fed, upper, bases } = world;
  const base = bases[0] as Base;
  const chair = { origin: upper.origin, chair: upper.presidium };
  const sitting = sitUpper(world);
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: 'A' });
  const on = { book: upper.origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: sha256('A'), instruction: 'yes' } as const;
  const [given] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(given);
  seal(fed, base, indexOf(given, 'MandateGiven'));
  const carry = (amendment: number) => {
    const vote = openVote(fed, chair, amendment, 'roll-call');
    for (const one of bases)
      for (const seat of [1, 2]) callOut(fed, upper.origin, upper.presidium, vote, `${one.origin}#${seat}`, 'yes');
    return fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
  };
  const sayYes = (): string => {
    const vote = openVote(fed, chair, motion, 'roll-call');
    const input = { vote, below: base.origin, seat: 1, choice: 'yes' } as const;
    const decision = fed.do(upper.origin, upper.presidium, 'RecordRollCallVote', input);
    return decision.ok ? 'counted' : decision.refusal.code;
  };
  return { fed, base, upper, chair, motion, carry, sayYes };
}

test('a mandate holds after an editorial amendment, and is “come back and ask” after a substantive one', () => {
  for (const [substantive, expected] of [
    [false, 'counted'],
    [true, 'come-back-and-ask'],
  ] as const) {
    const { fed, chair, motion, carry, sayYes } = mandated();
    carry(amend(fed, chair, motion, { text: 'B', substantive }));
    assert.equal(sayYes(), expected);
  }
});

test('the mandate is not dodged by calling an amendment editorial: anyone may claim that it is not, before or after', () => {
  for (const after of [false, true]) {
    const { fed, base, upper, chair, motion, carry, sayYes } = mandated();
    const delegate = seatActor(fed, upper.origin, `${base.origin}#2`);
    const amendment = amend(fed, chair, motion, { text: 'B', substantive: false });
    if (after) carry(amendment);
    fed.must(upper.origin, delegate, 'ClaimSubstantive', { motion: amendment });
    if (!after) assert.equal(dataOf(carry(amendment), 'MotionAmended').substantive, true);
    assert.equal(sayYes(), 'come-back-and-ask');
    fed.refuses(upper.origin, delegate, 'ClaimSubstantive', { motion: amendment }, 'already-substantive');
  }
});

test('while the motion is being voted nobody claims anything about its amendments any more', () => {
  const { fed, upper, chair, motion, carry, sayYes } = mandated();
  const amendment = amend(fed, chair, motion, { text: 'B', substantive: false });
  carry(amendment);
  assert.equal(sayYes(), 'counted');
  const claim = { motion: amendment };
  fed.refuses(upper.origin, upper.secretary, 'ClaimSubstantive', claim, 'already-put-to-vote');
});

test('a mandate is not dodged by dividing the motion: on a part it reads “come back and ask”', () => {
  const { fed, base, upper, chair } = mandated();
  const world = { ...settled, fed };
  fed.must(upper.origin, upper.presidium, 'CloseSitting', {
    sitting: fed.book(upper.origin).state.activeSittings[0] ?? 0,
  });
  const sitting = sitUpper(world);
  const motion = table(fed, chair, sitting, { matter: 'ordinary', text: 'Uno. Dos.' });
  const on = { book: upper.origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: sha256('Uno. Dos.'), instruction: 'yes' } as const;
  const [given] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(given);
  seal(fed, base, indexOf(given, 'MandateGiven'));
  const split = fed.must(upper.origin, upper.presidium, 'SplitMotion', { motion, parts: ['Uno. ', 'Dos.'] });
  const part = indexOf(split, 'MotionTabled');
  const hands = { motion: part, method: 'hands' } as const;
  fed.refuses(upper.origin, upper.presidium, 'OpenVote', hands, 'mandated-not-by-hands');
  const vote = openVote(fed, chair, part, 'roll-call');
  const input = { vote, below: base.origin, seat: 1, choice: 'yes' } as const;
  fed.refuses(upper.origin, upper.presidium, 'RecordRollCallVote', input, 'come-back-and-ask');
});

test('a mandate is on the text: it holds when the same text is put once more, as anybody’s motion', () => {
  for (const [text, expected] of [
    ['A', 'against-mandate'],
    ['A.', 'counted'],
  ] as const) {
    const { fed, base, upper, chair } = mandated();
    const sitting = fed.book(upper.origin).state.activeSittings[0] ?? 0;
    const again = table(fed, chair, sitting, { matter: 'ordinary', text });
    const hands = fed.fork().do(upper.origin, upper.presidium, 'OpenVote', { motion: again, method: 'hands' });
    assert.equal(hands.ok ? 'opened' : hands.refusal.code, text === 'A' ? 'mandated-not-by-hands' : 'opened');
    const vote = openVote(fed, chair, again, 'roll-call');
    const input = { vote, below: base.origin, seat: 1, choice: 'no' } as const;
    const said = fed.do(upper.origin, upper.presidium, 'RecordRollCallVote', input);
    assert.equal(said.ok ? 'counted' : said.refusal.code, expected);
  }
});

test('texts count as the motion’s own back to the last substantive amendment, and no further', () => {
  const steps = fc.array(fc.record({ text: fc.constantFrom('A', 'B', 'C', 'D'), substantive: fc.boolean() }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(steps, (changes) => {
      let motion = { textHash: 'A', amended: [] as { amendment: number; before: string; substantive: boolean }[] };
      let own = new Set(['A']);
      changes.forEach(({ text, substantive }, amendment) => {
        const before = motion.textHash;
        motion = { textHash: text, amended: [...motion.amended, { amendment, before, substantive }] };
        own = substantive ? new Set([text]) : new Set([...own, text]);
      });
      for (const text of ['A', 'B', 'C', 'D']) assert.equal(sameText(motion, text), own.has(text));
    }),
  );
});
