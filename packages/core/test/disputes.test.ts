// Disputes: both books stand, nothing is merged; what the seat does meanwhile the statute says, and the assembly settles it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { seatsInHall, shareMeanwhile } from '../src/dispute/standing.ts';
import { auditRules, rolesOf, type Statute, tableGet, tableSet } from '../src/index.ts';
import { convene, openVote, statuteWith, table } from './federation/assembly.ts';
import { decideAbove } from './federation/bodies.ts';
import { type Rivals, rivals, sharing } from './federation/disputes.ts';
import { anyone, dataOf, type Federation, indexOf } from './federation/federation.ts';
import { callOut, federationOf, seatActor, sitUpper } from './federation/upper.ts';

const vacant = rivals();
const shared = rivals(sharing());

const given = (world: Rivals): Rivals => ({ ...world, fed: world.fed.fork() });

const silent = (fed: Federation, ...origins: string[]): void => {
  for (const origin of origins) assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
};

const dispute = ({ fed, upper, claims }: Rivals, over: 'seat' | 'name' | 'congress' = 'seat') =>
  fed.must(upper.origin, upper.secretary, 'RecordDispute', { over, claims });

const chairOf = ({ upper }: Rivals) => ({ origin: upper.origin, chair: upper.presidium });
const hallOf = (scene: Rivals) => ({ ...chairOf(scene), tellers: [anyone, anyone] as const });
const rest = (scene: Rivals) => ({ ...scene, bases: scene.bases.filter((base) => base !== scene.old) });

test('a vacant seat votes no more from the moment the dispute is on record, in open votes either', () => {
  const scene = given(vacant);
  const { fed, upper, old } = scene;
  const sitting = sitUpper(scene);
  const vote = openVote(fed, chairOf(scene), table(fed, chairOf(scene), sitting, { matter: 'ordinary' }), 'roll-call');
  callOut(fed, upper.origin, upper.presidium, vote, `${old.origin}#2`, 'no');
  callOut(fed, upper.origin, upper.presidium, vote, `${scene.bases[1]?.origin}#2`, 'yes');
  const recorded = dispute(scene);
  assert.equal(dataOf(recorded, 'ClaimDisputed').share, 0);
  const closed = dataOf(fed.must(upper.origin, upper.presidium, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.turnout, closed.dropped], [1, 1]);
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const next = convene(fed, hallOf(scene));
  const seat = { sitting: next, below: old.origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', seat, 'seat-disputed');
  const other = { ...seat, below: scene.rival.origin };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', other, 'not-affiliated');
  silent(fed, upper.origin);
});

test('a shared seat is divided: each claimant has half of the seats, and the roll is what it was', () => {
  const scene = given(shared);
  const { fed, upper, old, rival } = scene;
  assert.equal(dataOf(dispute(scene), 'ClaimDisputed').share, 1);
  const sitting = convene(fed, hallOf(scene));
  for (const { origin: below } of [old, rival]) {
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat: 1 });
    fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat: 2 }, 'seat-disputed');
  }
  assert.equal(tableGet(fed.book(upper.origin).state.sittings, sitting)?.roll, 6);
  silent(fed, upper.origin);
});

test('who was not seated sits from the next convocation on: a frozen list forbids additions, never removals', () => {
  const scene = given(shared);
  const { fed, upper, old, rival } = scene;
  const sitting = convene(fed, hallOf(scene));
  for (const seat of [1, 2])
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: old.origin, seat });
  dispute(scene);
  const input = { sitting, below: rival.origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'not-affiliated');
  const second = seatActor(fed, upper.origin, `${old.origin}#2`);
  assert.ok(!rolesOf(fed.book(upper.origin).state, second, fed.now).has('delegate'));
});

test('an office that the assembly gave is not lost by a dispute about the seat', () => {
  const scene = rivals(statuteWith(), { number: 0 });
  const { fed, upper } = scene;
  assert.equal(upper.presidium.kind === 'seat' && upper.presidium.below, scene.old.origin);
  dispute(scene);
  const roles = rolesOf(fed.book(upper.origin).state, upper.presidium, fed.now);
  assert.ok(roles.has('presidium') && !roles.has('delegate'));
});

test('settled for one of them: its seats count again, the other has none, and nothing was merged', () => {
  const scene = given(vacant);
  const { fed, upper, old, rival } = scene;
  const index = indexOf(dispute(scene), 'ClaimDisputed');
  const proposal = { kind: 'settle-dispute', dispute: index, holder: old.origin } as const;
  const done = decideAbove(rest(scene), { matter: 'affiliation', proposal });
  assert.deepEqual(
    done.acts.map(({ act }) => act).filter((act) => act === 'DisputeSettled' || act === 'AffiliationEnded'),
    ['DisputeSettled'],
  );
  const sitting = convene(fed, hallOf(scene));
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: old.origin, seat: 2 });
  const input = { sitting, below: rival.origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'not-affiliated');
  fed.refuses(
    upper.origin,
    upper.secretary,
    'RecordDispute',
    { over: 'seat', claims: scene.claims },
    'already-disputed',
  );
  silent(fed, upper.origin, old.origin, rival.origin);
});

test('settled for the one that had no seat: the other is out, and it still has to be admitted', () => {
  const scene = given(shared);
  const { fed, upper, old, rival } = scene;
  const index = indexOf(dispute(scene), 'ClaimDisputed');
  const below = rival.origin;
  const admit = { kind: 'admit', below, key: fed.book(below).key, title: 'Junta 1', entitlement: 2 } as const;
  const sitting = sitUpper(rest(scene), 'affiliation');
  const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal: admit } as const;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'in-dispute');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const proposal = { kind: 'settle-dispute', dispute: index, holder: below } as const;
  const done = decideAbove(rest(scene), { matter: 'affiliation', proposal });
  assert.equal(dataOf(done, 'AffiliationEnded').other, old.origin);
  const next = convene(fed, hallOf(scene));
  const seat = { sitting: next, below, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', seat, 'not-affiliated');
  silent(fed, upper.origin);
});

test('settled for neither alone, each stands as before', () => {
  const scene = given(vacant);
  const { fed, upper, old } = scene;
  const index = indexOf(dispute(scene), 'ClaimDisputed');
  decideAbove(rest(scene), { matter: 'affiliation', proposal: { kind: 'settle-dispute', dispute: index } });
  const sitting = convene(fed, hallOf(scene));
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: old.origin, seat: 2 });
});

test('a body whose founding nobody has witnessed empties nobody’s seat; over a name alone it touches no seat', () => {
  const scene = rivals(statuteWith(), { proven: false });
  const { fed, upper, old, rival, claims } = scene;
  fed.refuses(upper.origin, upper.secretary, 'RecordDispute', { over: 'seat', claims }, 'body-unproven');
  const foundings = [old, rival].map(({ origin: book }) => ({ book, index: 0 }));
  fed.refuses(upper.origin, upper.secretary, 'RecordDispute', { over: 'seat', claims: foundings }, 'no-claim-found');
  fed.refuses(
    upper.origin,
    upper.secretary,
    'RecordDispute',
    { over: 'name', claims: foundings.slice(1) },
    'one-claimant',
  );
  const nowhere = [...foundings.slice(1), { book: old.origin, index: 3 }];
  fed.refuses(upper.origin, upper.secretary, 'RecordDispute', { over: 'name', claims: nowhere }, 'no-claim-found');
  fed.must(upper.origin, upper.secretary, 'RecordDispute', { over: 'name', claims: foundings });
  const sitting = convene(fed, hallOf(scene));
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: old.origin, seat: 1 });
});

test('a dispute makes a sitting due that can settle it; after the day a delegate convenes it', () => {
  const scene = given(vacant);
  const { fed, upper } = scene;
  const { due } = dataOf(dispute(scene), 'ClaimDisputed');
  fed.now = due;
  const delegate = seatActor(fed, upper.origin, `${scene.bases[1]?.origin}#2`);
  const notice = [{ matter: 'affiliation', title: 'La disputa' }] as const;
  const input = { kind: 'ordinary', place: 'Sede', startsAt: '2005-12-01T00:00:00Z', notice } as const;
  fed.must(upper.origin, delegate, 'ConveneSitting', input);
});

test('a dispute settles once, and for a claimant or for none', () => {
  const scene = given(vacant);
  const { fed, upper } = scene;
  const index = indexOf(dispute(scene), 'ClaimDisputed');
  const settle = (change: object) => ({
    matter: 'affiliation' as const,
    title: 'x',
    text: 'x',
    proposal: { kind: 'settle-dispute', dispute: index, ...change } as never,
  });
  const sitting = sitUpper(rest(scene), 'affiliation');
  const refused = (change: object, code: 'not-a-claimant' | 'not-found' | 'already-so') =>
    fed.refuses(upper.origin, upper.presidium, 'TableMotion', { sitting, ...settle(change) }, code);
  refused({ holder: scene.bases[1]?.origin }, 'not-a-claimant');
  refused({ dispute: 0 }, 'not-found');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  decideAbove(rest(scene), settle({ holder: scene.old.origin }));
  const next = sitUpper(rest(scene), 'affiliation');
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', { sitting: next, ...settle({}) }, 'already-so');
});

function known<V>(value: V | undefined): V {
  assert.ok(value !== undefined);
  return value;
}

test('however many claim, and whatever the statute says, a dispute adds no seat', () => {
  const { fed, upper, bases } = federationOf();
  const { state } = fed.book(upper.origin);
  const names = [...bases.map(({ origin }) => origin), 'alto.example/otra', 'alto.example/tercera'];
  const subset = fc.subarray(names, { minLength: 2 });
  const statutes = fc.constantFrom<Statute>(statuteWith(), sharing(), { ...sharing(), weights: 'members' });
  fc.assert(
    fc.property(subset, statutes, fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), (claimants, rules, seats) => {
      let { affiliates } = state;
      for (const [at, { origin }] of bases.entries())
        affiliates = tableSet(affiliates, origin, {
          ...known(tableGet(affiliates, origin)),
          entitlement: seats[at] ?? 0,
        });
      const own = (book: string): number => tableGet(affiliates, book)?.entitlement ?? 0;
      const share = shareMeanwhile({ affiliates, disputes: state.disputes }, rules, claimants);
      const most = Math.max(...claimants.map(own));
      assert.ok(share * claimants.length <= most, `${share} × ${claimants.length} ≤ ${most}`);
    }),
  );
  assert.equal(seatsInHall(state, bases[0]?.origin ?? '', state.size), 2);
});
