// Offices that pass from one to the next in a fixed order, and are not elected.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditRules, plusMonths, tableGet } from '../src/index.ts';
import { announcing, convene, hallOf, indexOf, keyOf, open, seal, slate } from './federation/assembly.ts';
import { asMember, dataOf } from './federation/federation.ts';
import { type Community, community, keyOfWarden, nextOf, take, warden } from './federation/turns.ts';

const settled = community();
const given = (): Community => ({ ...settled, fed: settled.fed.fork() });

/** The place of a member in the order of enrolment. */
function placeOf({ fed, base }: Community, member: string): number {
  const roll = [...fed.book(base.origin).vault.members].map(([name, { enrolledAt }]) => `${enrolledAt} ${name}`);
  return roll.toSorted().findIndex((one) => one.endsWith(member)) + 1;
}

test('the next one takes the office without an election, out of turn nobody does, and the key signs once it is sealed', () => {
  const place = given();
  const { fed, base } = place;
  const next = nextOf(place);
  const other = place.order.find((member) => member !== next) ?? '';
  const asked = { office: warden, key: keyOfWarden(place, other) };
  const refusal = fed.refuses(base.origin, asMember(other), 'TakeTurn', asked, 'not-your-turn');
  const place1 = placeOf(place, next);
  assert.deepEqual([refusal.article, refusal.needed, refusal.present], ['rotation', place1, undefined]);
  const done = take(place, next);
  const { until } = dataOf(done, 'OfficeTurnTaken');
  assert.equal(until, plusMonths(fed.now, 24));
  const keys = () => fed.book(base.origin).state.enrolment?.keys.map(({ office }) => office);
  assert.deepEqual(keys(), ['presidencia', 'actas']);
  seal(fed, base, indexOf(done, 'OfficeTurnTaken'));
  assert.deepEqual(keys(), ['presidencia', 'actas', warden]);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('the term over, the same one is not next; in its term nobody is', () => {
  const place = given();
  const { fed, base } = place;
  const first = nextOf(place);
  const until = dataOf(take(place, first), 'OfficeTurnTaken').until;
  const asked = { office: warden, key: keyOfWarden(place, first) };
  fed.refuses(base.origin, asMember(first), 'TakeTurn', asked, 'too-early');
  fed.now = until;
  fed.refuses(base.origin, asMember(first), 'TakeTurn', asked, 'not-your-turn');
});

test('who declines passes the turn on; of one who does not come the secretary notes it, and nobody else does', () => {
  const place = given();
  const { fed, base } = place;
  const first = nextOf(place);
  const plain = place.order.find((member) => member !== first) ?? '';
  fed.refuses(base.origin, asMember(plain), 'DeclineTurn', { office: warden }, 'not-your-turn');
  const noted = fed.must(base.origin, base.secretary, 'DeclineTurn', { office: warden });
  assert.equal(noted.acts[0]?.by.office, 'actas');
  const { office: _office, turn: _turn, ...who } = dataOf(noted, 'OfficeTurnDeclined');
  assert.deepEqual(who, { place: placeOf(place, first) }, 'the place in the order, and no member');
  assert.notEqual(nextOf(place), first);
});

test('an election of the others does not end a turn, and nobody is elected to the office', () => {
  const place = given();
  const { fed, base } = place;
  const next = nextOf(place);
  seal(fed, base, indexOf(take(place, next), 'OfficeTurnTaken'));
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('election') });
  open(fed, hall, sitting, base.members.length);
  const [president, secretary] = place.order.filter((member) => member !== next);
  const proposal = slate(fed, base.origin, [president ?? '', secretary ?? '']);
  const named = { office: warden, holder: place.order[3] ?? '', key: keyOf(base.origin, 'otra') };
  const asked = (officers: (typeof proposal)['officers']) =>
    ({
      sitting,
      matter: 'election',
      title: 'Directiva',
      text: 'Directiva',
      proposal: { ...proposal, officers },
    }) as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', asked([...proposal.officers, named]), 'office-by-turn');
  const motion = indexOf(
    fed.must(base.origin, base.presidium, 'TableMotion', asked(proposal.officers)),
    'MotionTabled',
  );
  const vote = indexOf(fed.must(base.origin, base.presidium, 'OpenVote', { motion, method: 'hands' }), 'VoteOpened');
  for (const teller of base.tellers)
    fed.must(base.origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 8, no: 0, abstain: 0 });
  fed.must(base.origin, base.presidium, 'CloseVote', { vote });
  const { officers, enrolment } = fed.book(base.origin).state;
  assert.equal(tableGet(officers, warden)?.holder, next);
  assert.equal(enrolment?.keys.length, 3);
});

test('by households: whoever of the next household takes the turn, and then none of them is next', () => {
  const { fed, base, order } = community('households');
  const place = { fed, base, order };
  const enrolled = (household: string): string =>
    String(fed.must(base.origin, base.secretary, 'EnrolMember', { name: 'vecina', household }).answer.member);
  const first = nextOf(place);
  const daughter = enrolled(first);
  const cousin = enrolled(daughter);
  fed.now = dataOf(take(place, cousin), 'OfficeTurnTaken').until;
  for (const member of [first, daughter, cousin])
    fed.refuses(
      base.origin,
      asMember(member),
      'TakeTurn',
      { office: warden, key: keyOfWarden(place, member) },
      'not-your-turn',
    );
  assert.notEqual(nextOf(place), first);
});

test('a household lets its turn pass as one: the next one has the place after it', () => {
  const { fed, base, order } = community('households');
  const place = { fed, base, order };
  const first = nextOf(place);
  const daughter = String(
    fed.must(base.origin, base.secretary, 'EnrolMember', { name: 'hija', household: first }).answer.member,
  );
  const declined = fed.must(base.origin, asMember(daughter), 'DeclineTurn', { office: warden });
  const { place: was } = dataOf(declined, 'OfficeTurnDeclined');
  const next = nextOf(place);
  assert.ok(next !== first && next !== daughter);
  const refusal = fed.refuses(
    base.origin,
    asMember(daughter),
    'TakeTurn',
    { office: warden, key: keyOfWarden(place, daughter) },
    'not-your-turn',
  );
  assert.equal(refusal.needed, Number(was) + 1);
});

test('nobody is enrolled into the household of a stranger', () => {
  const { fed, base } = community('households');
  const input = { name: 'vecina', household: 'm-0000000000000000' };
  fed.refuses(base.origin, base.secretary, 'EnrolMember', input, 'not-on-roll');
});

test('whatever is taken and declined, the order goes on: nobody has two turns before everybody had one', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (takes) => {
      const place = given();
      const { fed, base } = place;
      const had: string[] = [];
      for (const takesIt of takes.slice(0, place.order.length)) {
        const next = nextOf(place);
        assert.ok(!had.includes(next));
        had.push(next);
        if (takesIt) fed.now = dataOf(take(place, next), 'OfficeTurnTaken').until;
        else fed.must(base.origin, asMember(next), 'DeclineTurn', { office: warden });
      }
    }),
    { numRuns: 10 },
  );
});
