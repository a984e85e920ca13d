// Officers who cannot hand over: the assembly elects in a sitting of its own, and two bodies that it knew before attest that.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Act,
  auditRules,
  type BodyState,
  decisionsStanding,
  evolve,
  openClaim,
  plusDays,
  standingOf,
  tableGet,
} from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  decideByHands,
  delegatesTo,
  evening,
  hallOf,
  indexOf,
  keyOf,
  open,
  seal,
} from './federation/assembly.ts';
import { fakeSignature, type StoredAct } from './federation/book.ts';
import { objectionText, sealedText } from './federation/evidence.ts';
import { anyone, asMember, dataOf } from './federation/federation.ts';
import {
  attest,
  attestBoth,
  attestedWorld,
  claim,
  electAnew,
  isAttested,
  type Lost,
  objecting,
  otherDevice,
} from './federation/story-recovery.ts';

const settled = attestedWorld();
const given = (): Lost => ({ ...settled, fed: settled.fed.fork() });
const stateOf = ({ fed, origin }: Lost) => fed.book(origin).state;
const audited = ({ fed, origin }: Lost) => assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

/** The new officers seal an election of delegates, and its seat is accredited above: is it marked as unattested? */
function unattestedAbove({ fed, upper }: Lost, base: Base): boolean {
  const proposal = delegatesTo(fed, upper.origin, [{ seat: 1, holder: base.members[4] ?? '' }], 200);
  const [done] = evening(fed, base, [{ matter: 'election', proposal }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'DelegatesElected'));
  const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
  const asked = { sitting, below: base.origin, seat: 1 };
  const seated = fed.must(upper.origin, upper.presidium, 'AccreditSeat', asked);
  return dataOf(seated, 'SeatAccredited').unattested === true;
}

test('two bodies that the book knew before attest the election, and when nobody has objected in time it is as good as handed over', () => {
  const world = given();
  const { fed, origin } = world;
  const { election, base } = electAnew(world);
  assert.equal(unattestedAbove({ ...world, fed: fed.fork() }, base), true, 'nobody attests it yet');
  const done = claim(world, attestBoth(world));
  const claimed = dataOf(done, 'RecoveryClaimed');
  assert.deepEqual(
    [claimed.election, claimed.objectors, claimed.due, claimed.bodies.map(({ known }) => known)],
    [election, 2, plusDays(fed.now, 30), ['neighbour', 'above']],
  );
  assert.deepEqual(new Set(done.acts[0]?.cites.map(({ book }) => book)).size, 2, 'each body’s book is cited');
  assert.equal(unattestedAbove({ ...world, fed: fed.fork() }, base), true, 'there is time to object');
  fed.now = claimed.due;
  assert.equal(unattestedAbove(world, base), false);
  fed.refuses(origin, anyone, 'ClaimRecovery', { bodies: [] }, 'already-so');
  audited(world);
});

test('an officer before with key and term stops it, whoever brings the signature; the assembly’s election stands all the same', () => {
  const world = given();
  const { fed, origin } = world;
  const { election, base } = electAnew(world);
  const index = indexOf(claim(world, attestBoth(world)), 'RecoveryClaimed');
  const objected = fed.must(origin, anyone, 'ObjectToRecovery', objecting(world, index));
  assert.equal(dataOf(objected, 'RecoveryObjected').office, 'actas');
  fed.pass({ days: 31 });
  assert.equal(stateOf(world).enrolment?.act, election);
  assert.equal(unattestedAbove(world, base), true);
  fed.refuses(origin, anyone, 'ObjectToRecovery', objecting(world, index, 'presidencia'), 'already-so');
  audited(world);
});

test('what the officers before seal all the same is the ordinary hand-over: then nobody else attests anything', () => {
  const world = given();
  const { fed, base, origin } = world;
  const { election } = electAnew(world);
  attestBoth(world);
  for (const [actor, office] of [
    [base.presidium, 'presidencia'],
    [base.secretary, 'actas'],
  ] as const)
    fed.sign(origin, actor, keyOf(origin, `${office} ${actor.kind === 'member' ? actor.member : ''}`), election);
  assert.ok(isAttested(world));
  fed.refuses(origin, anyone, 'ClaimRecovery', { bodies: [] }, 'already-so');
  fed.refuses(
    world.upper.origin,
    world.upper.secretary,
    'AttestElection',
    { body: origin, election, signatures: 8 },
    'already-so',
  );
});

test('an objection after the day, by another key, of another claim, or not signed by that key counts for nothing', () => {
  const world = given();
  const { fed, origin } = world;
  electAnew(world);
  const index = indexOf(claim(world, attestBoth(world)), 'RecoveryClaimed');
  const good = objecting(world, index);
  const text = objectionText(fed.book(origin), index);
  const refuses = (change: Partial<typeof good>, code: Parameters<typeof fed.refuses>[4]) =>
    fed.refuses(origin, anyone, 'ObjectToRecovery', { ...good, ...change }, code);
  refuses({ key: otherDevice, signature: fakeSignature(otherDevice, text) }, 'not-allowed');
  refuses({ office: 'presidencia' }, 'not-allowed');
  refuses({ signature: fakeSignature(otherDevice, text) }, 'signature-not-valid');
  refuses({ claim: index - 1 }, 'not-found');
  const [late, last] = [world, world].map(() => ({ ...world, fed: fed.fork() }));
  assert.ok(late && last);
  late.fed.now = tableGet(stateOf(world).recoveries, index)?.due ?? '';
  late.fed.refuses(origin, anyone, 'ObjectToRecovery', good, 'challenge-period-over');
  last.fed.pass({ days: 29 });
  last.fed.must(origin, anyone, 'ObjectToRecovery', good);
});

test('a body counts once, and only if it was known before: what the book has learnt since the election attests nothing', () => {
  const world = given();
  const { fed, origin, bases } = world;
  const { base } = electAnew(world);
  const [book = '', above = ''] = attestBoth(world);
  const refuses = (...named: readonly string[]) => {
    const bodies = named.map((one) => ({ book: one }));
    return fed.refuses(origin, anyone, 'ClaimRecovery', { bodies }, 'too-few-attestations').present;
  };
  assert.deepEqual([refuses(book, book), refuses(above, origin)], [1, 1]);
  const stranger = bases[3] as Base;
  seal(fed, stranger, indexOf(attest(fed, stranger, origin), 'ElectionAttested'));
  assert.equal(refuses(above, stranger.origin), 1);
  const toKey = fed.book(stranger.origin).key;
  const proposal = { kind: 'request-affiliation', to: stranger.origin, toKey } as const;
  const [asked] = evening(fed, base, [{ matter: 'affiliation', proposal }]);
  assert.ok(asked);
  seal(fed, base, indexOf(asked, 'AffiliationRequested'));
  assert.equal(refuses(above, stranger.origin), 1, 'the new officers have asked it for that');
});

test('a sibling counts if the body above had admitted it before; two siblings are one voice', () => {
  const world = given();
  const { fed, origin, bases, upper } = world;
  electAnew(world);
  const through = upper.origin;
  const [one, two] = [bases[3] as Base, bases[4] as Base];
  for (const body of [one, two]) seal(fed, body, indexOf(attest(fed, body, origin), 'ElectionAttested'));
  const siblings = [one, two].map((body) => ({ book: body.origin, through }));
  const refusal = fed.refuses(origin, anyone, 'ClaimRecovery', { bodies: siblings }, 'too-few-attestations');
  assert.equal(refusal.present, 1);
  seal(fed, upper, indexOf(attest(fed, upper, origin), 'ElectionAttested'));
  const done = fed.must(origin, anyone, 'ClaimRecovery', { bodies: [...siblings, { book: through }] });
  assert.deepEqual(
    dataOf(done, 'RecoveryClaimed').bodies.map(({ known }) => known),
    ['sibling', 'above'],
  );
  audited(world);
});

test('a second election made up on top of the first does not put the officers before out of the way', () => {
  const world = given();
  const { fed, origin } = world;
  electAnew(world);
  electAnew(world, [5, 4, 5]);
  const done = claim(world, attestBoth(world));
  assert.equal(dataOf(done, 'RecoveryClaimed').objectors, 2, 'those who were attested last, not those in between');
  fed.must(origin, anyone, 'ObjectToRecovery', objecting(world, indexOf(done, 'RecoveryClaimed')));
});

test('where all officers before were recalled nobody is waited for', () => {
  const world = given();
  const { fed, base, origin } = world;
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('recall') });
  open(fed, hall, sitting, base.members.length);
  for (const [office, member] of [
    ['actas', 1],
    ['presidencia', 0],
  ] as const) {
    const proposal = { kind: 'recall-officer', office, holder: base.members[member] ?? '' } as const;
    decideByHands(fed, hall, sitting, { matter: 'recall', proposal, yes: base.members.length });
  }
  electAnew(world);
  const done = claim(world, attestBoth(world));
  const { objectors, due } = dataOf(done, 'RecoveryClaimed');
  assert.deepEqual([objectors, due], [0, fed.now]);
  assert.ok(isAttested(world));
  fed.refuses(origin, anyone, 'ClaimRecovery', { bodies: [] }, 'already-so');
});

test('a body whose own officers nobody attests attests nobody', () => {
  const world = attestedWorld(false);
  const { fed, origin, bases, upper } = world;
  electAnew(world);
  const bodies = [bases[1] as Base, upper];
  for (const body of bodies) seal(fed, body, indexOf(attest(fed, body, origin), 'ElectionAttested'));
  const named = { bodies: bodies.map(({ origin: book }) => ({ book })) };
  const refusal = fed.refuses(origin, anyone, 'ClaimRecovery', named, 'too-few-attestations');
  assert.equal(refusal.present, 1);
});

test('nobody attests the election of the own officers, nor one that the other book does not have', () => {
  const world = given();
  const { fed, base, origin, upper } = world;
  const { election } = electAnew(world);
  const own = fed.book(origin).state.enrolment?.keys[0]?.holder ?? '';
  const input = { body: origin, election, signatures: 6 };
  fed.refuses(origin, { kind: 'member', member: own }, 'AttestElection', input, 'not-allowed');
  fed.refuses(upper.origin, upper.secretary, 'AttestElection', { ...input, election: 0 }, 'evidence-missing');
  assert.ok(base);
});

test('whatever a node and one other body try, without a second sealed word no election is attested', () => {
  const world = given();
  electAnew(world);
  const { fed, origin, upper, bases } = world;
  const all = [upper, ...bases.slice(1)];
  const names = [origin, ...all.map((body) => body.origin)];
  fc.assert(
    fc.property(
      fc.nat({ max: all.length - 1 }),
      fc.array(
        fc.record({
          book: fc.constantFrom(...names),
          through: fc.option(fc.constantFrom(...names), { nil: undefined }),
        }),
        { maxLength: 4 },
      ),
      fc.array(fc.nat({ max: all.length - 1 }), { maxLength: 3 }),
      (one, named, unsealed) => {
        const there = { ...world, fed: fed.fork() };
        const body = all[one] as Base;
        seal(there.fed, body, indexOf(attest(there.fed, body, origin), 'ElectionAttested'));
        for (const other of new Set(unsealed)) if (other !== one) attest(there.fed, all[other] as Base, origin);
        const bodies = named.map(({ book, through }) => ({ book, ...(through === undefined ? {} : { through }) }));
        const decision = there.fed.do(origin, anyone, 'ClaimRecovery', { bodies });
        assert.equal(decision.ok ? 'accepted' : decision.refusal.code, 'too-few-attestations');
        there.fed.pass({ days: 800 });
        assert.equal(isAttested(there), false);
      },
    ),
    { numRuns: 25 },
  );
});

/** The book goes on in another one, as a node begins it: what the body is by, and what stood. */
function goesOn({ fed, origin }: Lost): { readonly next: string; readonly claim: number } {
  const old = fed.book(origin);
  const next = `${origin}~2`;
  const taken = ['BodyFounded', 'StatuteAdopted', 'OfficersElected', 'BodyProven'].map((name) =>
    old.acts.findLast(({ act }) => act === name),
  );
  const standing = decisionsStanding(old.state, fed.now, taken.length + 1);
  const acts = [
    ['BookSucceeded', { predecessor: origin, size: old.acts.length, root: '' }],
    ...taken.map((one) => [one?.act, one?.data]),
    ...standing.map(({ index, what }) => ['DecisionCarried', { from: { book: origin, index }, what }]),
  ] as const;
  const book = fed.book(next);
  for (const [act, data] of acts) {
    const by = { office: 'operator', article: 'book' };
    const stored = { act, v: 1, index: book.acts.length, at: fed.now, data, by, cites: [], leaf: '' };
    book.acts.push(stored as unknown as StoredAct);
    book.state = evolve(book.state, stored as unknown as Act);
  }
  for (const [member, row] of old.vault.members) book.vault.members.set(member, row);
  const claim = standing.findIndex(({ what }) => what.kind === 'recovery');
  return { next, claim: claim + taken.length + 1 };
}

const before = { proven: true, attested: false };
const later = (state: BodyState, at: string): BodyState => ({ ...state, at });

test('a claim that is open when the book ends goes on in the next one: from its day on the officers are attested there', () => {
  const world = given();
  const { fed, origin } = world;
  electAnew(world);
  const done = claim(world, attestBoth(world));
  const { due } = dataOf(done, 'RecoveryClaimed');
  fed.pass({ days: 3 });
  const { next, claim: carried } = goesOn(world);
  const { state } = fed.book(next);
  const keys = stateOf(world).attestedBefore?.keys;
  assert.deepEqual(tableGet(state.recoveries, carried)?.carried, keys);
  assert.equal(keys?.length, 2);
  assert.equal(standingOf(state, before).attested, false, 'there is time to object');
  assert.equal(standingOf(later(state, due), before).attested, true);
  const unfaithful = { proven: false, attested: false };
  assert.equal(standingOf(later(state, due), unfaithful).attested, false, 'not of a book that says something else');
  assert.deepEqual(openClaim(state), { claim: carried, due, keys }, 'and on into a third');
  assert.equal(
    openClaim(later(fed.book(origin).state, due)),
    null,
    'what has become due is told by the book that ended',
  );
});

test('an officer before objects in the book that goes on as in the one that ended, with the key of then', () => {
  const world = given();
  const { fed, origin } = world;
  electAnew(world);
  const index = indexOf(claim(world, attestBoth(world)), 'RecoveryClaimed');
  const { key, office } = objecting(world, index);
  const { next, claim: carried } = goesOn(world);
  const book = fed.book(next);
  const signed = (by: string) => ({
    claim: carried,
    office,
    key: by,
    signature: fakeSignature(by, objectionText(book, carried)),
  });
  fed.refuses(next, anyone, 'ObjectToRecovery', signed(otherDevice), 'not-allowed');
  fed.must(next, anyone, 'ObjectToRecovery', signed(key));
  assert.equal(standingOf(later(fed.book(next).state, plusDays(fed.now, 60)), before).attested, false);
  assert.equal(openClaim(fed.book(next).state), null);
  const said = auditRules(next, fed.book(next).acts).differences.filter(({ act }) => act === 'RecoveryObjected');
  assert.deepEqual(said, []);
  assert.equal(tableGet(stateOf(world).recoveries, index)?.objected, null, `${origin} has ended`);
});

/** The same body, in the book in which it goes on. */
const goneOn = (world: Lost, next: string): Lost => ({ ...world, origin: next, base: { ...world.base, origin: next } });

test('officers whom nobody attested are no more in the book that goes on: those before them alone can object there', () => {
  const world = given();
  const { fed, base, origin } = world;
  electAnew(world);
  const keys = stateOf(world).attestedBefore?.keys;
  const { next } = goesOn(world);
  const on = goneOn(world, next);
  assert.deepEqual(stateOf(on).attestedBefore?.keys, keys);
  assert.equal(standingOf(stateOf(on), before).attested, false);
  fed.pass({ days: 30 });
  electAnew(on, [3, 4, 5]);
  assert.deepEqual(stateOf(on).attestedBefore?.keys, keys, 'one election more puts them out of the way of nothing');
  const done = claim(on, attestBoth(on));
  const { objectors, due, bodies } = dataOf(done, 'RecoveryClaimed');
  assert.equal(objectors, 2);
  assert.deepEqual(
    bodies.map(({ known }) => known),
    ['neighbour', 'above'],
    'known is who was known when they were replaced',
  );
  const index = indexOf(done, 'RecoveryClaimed');
  const signed = (key: string) => ({
    claim: index,
    office: 'actas',
    key,
    signature: fakeSignature(key, objectionText(fed.book(next), index)),
  });
  const unattested = stateOf(world).enrolment?.keys.find(({ office }) => office === 'actas')?.key ?? '';
  fed.refuses(next, anyone, 'ObjectToRecovery', signed(unattested), 'not-allowed');
  assert.equal(standingOf(later(stateOf(on), due), before).attested, true, 'nobody objects');
  assert.equal(standingOf(later(stateOf(on), due), { proven: false, attested: false }).attested, false);
  fed.must(next, anyone, 'ObjectToRecovery', signed(keyOf(origin, `actas ${base.members[1]}`)));
  assert.equal(standingOf(later(stateOf(on), due), before).attested, false);
  audited(on);
});

test('nor can they hand over there to whom they like; and their own election is not claimed, but another one', () => {
  const world = given();
  const { fed, bases, upper } = world;
  const { base: unattested } = electAnew(world);
  const { next } = goesOn(world);
  const on = goneOn(world, next);
  const carried = stateOf(on).enrolment?.act ?? 0;
  const bodies = [bases[1]?.origin ?? '', upper.origin].map((book) => ({ book }));
  fed.refuses(next, anyone, 'ClaimRecovery', { bodies }, 'not-found');
  const { convener } = fed.book(world.origin).state.body ?? {};
  const founder = asMember(convener?.holder ?? '');
  const text = sealedText(fed.book(next), carried);
  const signature = fakeSignature(convener?.key ?? '', text);
  fed.refuses(next, founder, 'SignAct', { index: carried, signature }, 'not-allowed');
  fed.pass({ days: 30 });
  const { election } = electAnew(on, [3, 4, 5]);
  for (const [officer, office] of [
    [unattested.presidium, 'presidencia'],
    [unattested.secretary, 'actas'],
  ] as const)
    fed.sign(
      next,
      officer,
      keyOf(world.origin, `${office} ${officer.kind === 'member' ? officer.member : ''}`),
      election,
    );
  assert.notEqual(tableGet(stateOf(on).sealed, election), undefined, 'what they sign is signed');
  assert.equal(isAttested(on), false, 'and attests nobody');
});

test('a founder who has not handed over when the book ends does so in the one that goes on', () => {
  const world = attestedWorld(false);
  const { fed, bases } = world;
  const base = bases[1] as Base;
  const { next } = goesOn({ ...world, base, origin: base.origin });
  const on = goneOn({ ...world, base }, next);
  assert.deepEqual(
    stateOf(on).attestedBefore?.keys.map(({ office }) => office),
    ['convener'],
  );
  assert.equal(standingOf(stateOf(on), before).attested, false);
  fed.sign(next, base.convener, keyOf(base.origin, 'convener'), stateOf(on).enrolment?.act ?? 0);
  assert.equal(standingOf(stateOf(on), before).attested, true);
});
