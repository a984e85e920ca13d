// Bodies: whether they can decide at all, to whom they belong, and when they do no more (invariant 3).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ActName, auditRules, emptyState, evolve, rolesOf, tableGet } from '../src/index.ts';
import { proposalNeeds, proposalRefusal } from '../src/motion/check.ts';
import { statuteOf } from '../src/statute/quorum.ts';
import {
  affiliate,
  announcing,
  type Base,
  convene,
  decideByHands,
  evening,
  foundBase,
  hallOf,
  indexOf,
  open,
  openVote,
  originOf,
  seal,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { decideAbove, decideBelow, dissolve, leave } from './federation/bodies.ts';
import { Book, sha256 } from './federation/book.ts';
import { findingsFor } from './federation/evidence.ts';
import { anyone, dataOf, type Federation, memberId } from './federation/federation.ts';
import { callOut, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf();

interface Scene extends World {
  readonly base: Base;
}

function given(): Scene {
  return { ...settled, fed: settled.fed.fork(), base: settled.bases[2] as Base };
}

const chairOf = ({ upper }: World) => ({ origin: upper.origin, chair: upper.presidium });

const silent = (fed: Federation, origin: string): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('an unproven body past its last day decides nothing, in a sitting that was convened in time neither', () => {
  const { fed } = given();
  const young = foundBase(fed, 'junta-nueva', 6);
  fed.pass({ days: 57 });
  const sitting = convene(fed, hallOf(young));
  open(fed, hallOf(young), sitting, 6);
  decideByHands(fed, hallOf(young), sitting, { matter: 'ordinary', yes: 6 });
  fed.pass({ days: 2 });
  const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal: { kind: 'resolution' } } as const;
  fed.refuses(young.origin, young.presidium, 'TableMotion', input, 'provisional-over');
  fed.must(young.origin, young.presidium, 'CloseSitting', { sitting });
});

test('a dissolved body decides nothing more; its last sitting is closed, its minutes approved and signed', () => {
  const { fed, base } = given();
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('dissolution') });
  open(fed, hall, sitting, 8);
  const proposal = { kind: 'dissolve', assetsTo: 'la escuela' } as const;
  const done = decideByHands(fed, hall, sitting, { matter: 'dissolution', proposal, yes: 8 });
  assert.equal(dataOf(done, 'BodyDissolved').assetsTo, 'la escuela');
  const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal: { kind: 'resolution' } } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'body-dissolved');
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  const minutes = fed.must(base.origin, base.secretary, 'ApproveMinutes', { sitting, text: 'Última acta' });
  seal(fed, base, indexOf(minutes, 'MinutesApproved'));
  silent(fed, base.origin);
});

test('a sitting on paper of a dissolved body is written down and has no effect', () => {
  const { fed, base } = given();
  const before = fed.now;
  const input = (heldAt: string) =>
    ({
      heldAt,
      place: 'Cancha',
      call: 'first',
      present: 8,
      notice: announcing('ordinary'),
      decisions: [{ matter: 'ordinary', title: 'Ollas', text: 'Ollas', yes: 8, no: 0, abstain: 0 }],
    }) as const;
  const regular = fed.must(base.origin, base.secretary, 'EnterLateSitting', input(before));
  assert.equal(dataOf(regular, 'SittingEnteredLate').decisions[0]?.effect, 'in-force');
  dissolve(fed, base);
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', input(fed.now));
  const [decision] = dataOf(entered, 'SittingEnteredLate').decisions;
  assert.deepEqual([decision?.irregularities, decision?.effect], [['body-ended'], 'none']);
});

test('the delegate of a dissolved body is not accredited, and shown above the body belongs there no more', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  dissolve(fed, base);
  const sitting = convene(fed, { ...chairOf(scene), tellers: [anyone, anyone] });
  const input = { sitting, below: base.origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'not-affiliated');
  const shown = fed.must(upper.origin, anyone, 'PresentEnd', { other: base.origin });
  assert.equal(dataOf(shown, 'AffiliationEnded').side, 'dissolved');
  fed.refuses(upper.origin, anyone, 'PresentEnd', { other: base.origin }, 'already-presented');
});

test('a body that leaves in the middle of a vote: its votes drop out, the quorum falls, closed votes stand', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const sitting = sitUpper(scene);
  const vote = openVote(fed, chairOf(scene), table(fed, chairOf(scene), sitting, { matter: 'ordinary' }), 'roll-call');
  for (const seat of [1, 2]) callOut(fed, upper.origin, upper.presidium, vote, `${base.origin}#${seat}`, 'no');
  const delegate = seatActor(fed, upper.origin, `${base.origin}#1`);
  leave(scene, base, false);
  assert.equal(fed.counted(upper.origin, vote).length, 2, 'it counts from when it is shown');
  fed.must(upper.origin, anyone, 'PresentEnd', { other: base.origin });
  assert.equal(fed.counted(upper.origin, vote).length, 0);
  assert.deepEqual([...rolesOf(fed.book(upper.origin).state, delegate, fed.now)], ['anyone']);
  const closed = dataOf(fed.must(upper.origin, upper.presidium, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.turnout, closed.dropped], [0, 2]);
  const next = openVote(fed, chairOf(scene), table(fed, chairOf(scene), sitting, { matter: 'ordinary' }), 'roll-call');
  assert.equal(tableGet(fed.book(upper.origin).state.votes, next)?.electorate.count, 4);
  silent(fed, upper.origin);
  silent(fed, base.origin);
});

test('who has left is not in the next roll, elects nobody there, and can ask to come back', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  leave(scene, base);
  const rest = { ...scene, bases: scene.bases.slice(0, 2) };
  const sitting = sitUpper(rest, 'affiliation');
  assert.equal(tableGet(fed.book(upper.origin).state.sittings, sitting)?.roll, 4);
  const below = base.origin;
  const admit = { kind: 'admit', below, key: fed.book(below).key, title: 'x', entitlement: 2 } as const;
  const motion = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal: admit } as const;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', motion, 'affiliation-not-requested');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  affiliate(fed, base, upper.origin, [{ seat: 1, holder: base.members[4] ?? '' }]);
  fed.refuses(upper.origin, anyone, 'PresentEnd', { other: below }, 'already-presented');
  decideAbove(rest, { matter: 'affiliation', proposal: admit });
  fed.refuses(upper.origin, anyone, 'PresentEnd', { other: below }, 'no-end-found');
  // Who comes back waits as who comes.
  fed.pass({ days: 30 });
  const again = convene(fed, { ...chairOf(scene), tellers: [anyone, anyone] });
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting: again, below, seat: 1 });
});

test('leaving that nobody has sealed ends nothing above', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  decideBelow(fed, base, { matter: 'affiliation', proposal: { kind: 'leave', above: upper.origin } });
  fed.refuses(upper.origin, anyone, 'PresentEnd', { other: base.origin }, 'no-end-found');
});

test('an excluded body’s seats count no more at once; its own book learns of it on proof', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const done = decideAbove(scene, { matter: 'affiliation', proposal: { kind: 'exclude', below: base.origin } });
  const delegate = seatActor(fed, upper.origin, `${base.origin}#1`);
  assert.deepEqual([...rolesOf(fed.book(upper.origin).state, delegate, fed.now)], ['anyone']);
  fed.refuses(base.origin, anyone, 'PresentEnd', { other: upper.origin }, 'no-end-found');
  seal(fed, upper, indexOf(done, 'AffiliationEnded'));
  fed.must(base.origin, anyone, 'PresentEnd', { other: upper.origin });
  const proposal = { kind: 'leave', above: upper.origin } as const;
  const sitting = convene(fed, hallOf(base), { notice: announcing('affiliation') });
  open(fed, hallOf(base), sitting, 8);
  const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'not-affiliated');
});

test('a consultation does not count a body that has left before it answered', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const pact = { matter: 'pact', proposal: { kind: 'pact', with: 'la alcaldía' }, text: 'Pacto' } as const;
  const resolution = indexOf(decideAbove(scene, pact), 'ResolutionAdopted');
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  const consultation = indexOf(issued, 'ConsultationIssued');
  leave(scene, base);
  const textHash = sha256('Pacto');
  const proposal = { kind: 'answer', consultation: { book: upper.origin, index: consultation }, textHash } as const;
  const [answer] = evening(fed, base, [{ matter: 'consultation', proposal }]);
  assert.ok(answer);
  seal(fed, base, indexOf(answer, 'ConsultationAnswered'));
  const input = { consultation, below: base.origin };
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'no-answer-found');
  fed.pass({ days: 30 });
  const closed = fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  assert.equal(dataOf(closed, 'ConsultationClosed').yes, 0);
});

test('a body belongs to several bodies above, and leaving one touches nothing of the other', () => {
  const scene = given();
  const { fed, base } = scene;
  const other = originOf('federacion-minera');
  const key = fed.book(other).key;
  decideBelow(fed, base, { matter: 'affiliation', proposal: { kind: 'request-affiliation', to: other, toKey: key } });
  leave(scene, base);
  const { state } = fed.book(base.origin);
  assert.equal(tableGet(state.left, other), undefined);
  const [elected] = evening(fed, base, [
    {
      matter: 'election',
      proposal: {
        kind: 'elect-delegates',
        to: other,
        from: fed.now,
        until: '2006-03-01T00:00:00Z',
        seats: [{ seat: 1, holder: base.members[4] ?? '' }],
      },
    },
  ]);
  assert.ok(elected);
  indexOf(elected, 'DelegatesElected');
});

/** A delegate assembly that exists, and nothing more. */
function assembly(name: string): Book {
  const book = new Book(originOf(name));
  const convener = { holder: memberId(name), key: sha256(name) };
  const founded = { name, title: name, kind: 'delegate', convener, provisionalUntil: '2006-01-01T00:00:00Z' };
  write(book, 'BodyFounded', founded);
  write(book, 'StatuteAdopted', { statute: statuteWith(), sha256: sha256('x') });
  return book;
}

function write(book: Book, act: ActName, data: object): number {
  const index = book.acts.length;
  const stored = { act, v: 1, index, at: '2005-06-01T12:00:00Z', data, by: { office: 'x', article: 'x' } };
  book.acts.push({ ...stored, cites: [], leaf: '' } as unknown as Book['acts'][number]);
  book.state = evolve(book.state.size === 0 ? emptyState(book.origin) : book.state, stored as never);
  return index;
}

test('however bodies ask, admit and leave, none comes to be above itself', () => {
  const step = fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom('ask', 'ask', 'admit', 'admit', 'leave'));
  let rings = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => {
      const all = Array.from({ length: 6 }, (_, number) => assembly(`b${number}`));
      const books = new Map(all.map((book) => [book.origin, book]));
      for (const [a, b, what] of steps) {
        const [own, other] = [all[a] as Book, all[b] as Book];
        const proposal =
          what === 'ask'
            ? ({ kind: 'request-affiliation', to: other.origin, toKey: other.key } as const)
            : what === 'leave'
              ? ({ kind: 'leave', above: other.origin } as const)
              : ({ kind: 'admit', below: other.origin, key: other.key, title: 'x', entitlement: 1 } as const);
        const rules = statuteOf(own.state);
        assert.ok(rules);
        const at = '2005-06-01T12:00:00Z';
        const evidence = findingsFor(books, own, proposalNeeds({ state: own.state }, proposal), at);
        const context = { state: own.state, at, actor: anyone, evidence, fresh: { member: '' } };
        const refused = proposalRefusal(context, rules, 'affiliation', proposal);
        if (refused?.refusal.code === 'affiliation-cycle') rings += 1;
        if (refused !== null) continue;
        const [act, data] =
          what === 'ask'
            ? (['AffiliationRequested', { vote: 0, to: other.origin, toKey: other.key }] as const)
            : what === 'leave'
              ? (['AffiliationEnded', { other: other.origin, side: 'left', vote: 0 }] as const)
              : (['AffiliationAdmitted', { below: other.origin, key: other.key, title: 'x', entitlement: 1 }] as const);
        const index = write(own, act, data);
        if (what !== 'admit') write(own, 'ActSealed', { index, leaf: '', officers: 0, signatures: [] });
        if (what === 'leave' && tableGet(other.state.affiliates, own.origin)?.ended === undefined)
          write(other, 'AffiliationEnded', { other: own.origin, side: 'left', from: { book: own.origin, index } });
      }
      assert.ok(all.every((book) => !isAbove(books, book.origin, book.origin, new Set())));
    }),
    { numRuns: 200, seed: 20050608 },
  );
  assert.ok(rings > 20, `${rings} rings were tried`);
});

/** Is `above` above `below`, by what was admitted? */
function isAbove(books: ReadonlyMap<string, Book>, above: string, below: string, seen: Set<string>): boolean {
  const { affiliates } = (books.get(above) as Book).state;
  return [...books.keys()].some((origin) => {
    const affiliate = tableGet(affiliates, origin);
    if (affiliate === undefined || affiliate.ended !== undefined) return false;
    if (origin === below) return true;
    if (seen.has(origin)) return false;
    seen.add(origin);
    return isAbove(books, origin, below, seen);
  });
}
