// Rules that were each played alone, played together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceOver, auditRules, stateToJson, tableEntries, tableGet } from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  decideByHands,
  delegatesTo,
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
import { decideAbove, decisionsStatute, nth } from './federation/decisions-story.ts';
import { anyone, asMember, asSeat, dataOf, type Federation } from './federation/federation.ts';
import { divide, foundPart, partNames, showPart } from './federation/splits.ts';
import { callOut, federationOf, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf({ upperStatute: decisionsStatute });
const given = (world = settled): World => ({ ...world, fed: world.fed.fork() });

const silent = (fed: Federation, ...origins: readonly string[]): void => {
  for (const origin of origins) assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
};

test('who is a member below and the alternate of a seat above votes once in each, and above only after the delegate has gone', () => {
  const world = given();
  const { fed, upper } = world;
  const { origin, presidium } = upper;
  const base = nth(world, 2);
  const alternate = base.members[5] ?? '';
  const sitting = sitUpper(world);
  const chair = { origin, chair: presidium };
  const vote = openVote(fed, chair, table(fed, chair, sitting, { matter: 'ordinary' }), 'roll-call');
  const key = `${base.origin}#1`;
  callOut(fed, origin, presidium, vote, key, 'yes');
  const above = asSeat(base.origin, 1, alternate);
  assert.equal(fed.do(origin, above, 'CastVote', { vote, choice: 'no' }).ok, false, 'an alternate is no delegate yet');

  // The neighbour votes at home for the recall that brings the own seat about: as one of eight.
  const election = tableGet(fed.book(origin).state.seats, key)?.election.index ?? 0;
  const hall = convene(fed, hallOf(base), { notice: announcing('recall') });
  open(fed, hallOf(base), hall, 8);
  fed.must(base.origin, asMember(alternate), 'CheckIn', fed.atDoor(base.origin, hall));
  const proposal = { kind: 'recall-delegate', election, seat: 1 } as const;
  const done = decideByHands(fed, hallOf(base), hall, { matter: 'recall', proposal, yes: 8 });
  assert.equal(dataOf(done, 'VoteClosed').turnout, 8);
  seal(fed, base, indexOf(done, 'DelegateRecalled'));
  fed.must(origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 });
  assert.equal(tableGet(fed.book(origin).state.seats, key)?.holder, alternate);

  callOut(fed, origin, presidium, vote, key, 'no');
  const closed = dataOf(fed.must(origin, presidium, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.tallies, closed.dropped], [[{ yes: 0, no: 1, abstain: 0 }], 1]);
  silent(fed, origin, base.origin);
});

test('whoever follows in one seat above is not elected to another one there beside it', () => {
  const world = given();
  const { fed, upper } = world;
  const base = nth(world, 2);
  const sitting = convene(fed, hallOf(base), { notice: announcing('election') });
  open(fed, hallOf(base), sitting, 8);
  const holder = base.members[5] ?? '';
  const proposal = delegatesTo(fed, upper.origin, [{ seat: 2, holder }]);
  const input = { sitting, matter: 'election', title: 'x', text: 'x', proposal } as const;
  const refusal = fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'holder-twice');
  assert.equal(refusal.present, holder);
});

/** A base challenges above, by a vote in a hall in which two have checked in by name, what the assembly called ordinary. */
function challenging(world: World) {
  const { fed, upper } = world;
  const base = nth(world, 2);
  const text = 'Tregua con el gobierno';
  const resolution = indexOf(decideAbove(world, { matter: 'ordinary', text }), 'ResolutionAdopted');
  const proposal = {
    kind: 'challenge',
    on: { book: upper.origin, index: resolution },
    claimedMatter: 'lifting',
  } as const;
  const sitting = convene(fed, hallOf(base), { notice: announcing() });
  for (const member of base.members.slice(5, 7))
    fed.must(base.origin, asMember(member), 'CheckIn', fed.atDoor(base.origin, sitting));
  open(fed, hallOf(base), sitting, 8);
  const done = decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', proposal, yes: 8 });
  seal(fed, base, indexOf(done, 'ChallengeRaised'));
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  return { base, sitting, resolution };
}

test('a challenge that waits above keeps no name: the base’s node deletes who was there, and the challenge stands on both nodes', () => {
  const world = given();
  const { fed, upper } = world;
  const { base, sitting, resolution } = challenging(world);
  const input = { resolution, claimedMatter: 'lifting', below: base.origin } as const;
  fed.must(upper.origin, anyone, 'ChallengeClassification', input);
  const status = (of: Federation) => tableGet(of.book(upper.origin).state.resolutions, resolution)?.status;
  assert.equal(status(fed), 'suspended');

  // The other node has the book of the base, and nothing of its vault.
  const mirror = fed.fork();
  mirror.book(base.origin).vault.attendance = [];
  fed.pass({ days: 30 });
  assert.ok(attendanceOver(fed.book(base.origin).state, sitting, fed.now));
  const erased = fed.must(base.origin, anyone, 'EraseAttendance', { sitting });
  assert.equal(dataOf(erased, 'AttendanceErased').count, 2);
  assert.equal(fed.book(base.origin).vault.attendance.filter((row) => row.sitting === sitting).length, 0);
  assert.ok(
    attendanceOver(mirror.book(base.origin).state, sitting, fed.now),
    'by time, whether or not the act has come',
  );
  assert.equal(status(fed), 'suspended');
  assert.deepEqual(
    stateToJson(fed.book(upper.origin).state),
    stateToJson(mirror.book(upper.origin).state),
    'the deletion below has changed nothing above',
  );
  silent(fed, base.origin, upper.origin);
});

test('a challenge can still be shown above after the names of those who were there when it was decided are deleted', () => {
  const statute = statuteWith({ challenge: { days: 10 } });
  const world = given(federationOf({ statute, upperStatute: decisionsStatute }));
  const { fed, upper } = world;
  const { base, sitting, resolution } = challenging(world);
  fed.pass({ days: 10 });
  fed.must(base.origin, anyone, 'EraseAttendance', { sitting });
  const input = { resolution, claimedMatter: 'lifting', below: base.origin } as const;
  fed.must(upper.origin, anyone, 'ChallengeClassification', input);
  assert.equal(tableGet(fed.book(upper.origin).state.resolutions, resolution)?.status, 'suspended');
});

const text = 'Acuerdo con el ministerio';

/** A pact goes down to the bases; they have long enough for one of them to divide itself meanwhile. */
function consulting() {
  const ratification = { ...statuteWith().ratification, days: 150 };
  const world = given(federationOf({ upperStatute: statuteWith({ ratification }) }));
  const { fed, upper } = world;
  const done = decideAbove(world, { matter: 'pact', text, proposal: { kind: 'pact', with: 'el ministerio' } });
  const resolution = indexOf(done, 'ResolutionAdopted');
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  return { ...world, base: nth(world, 2), consultation: indexOf(issued, 'ConsultationIssued') };
}

type Asked = ReturnType<typeof consulting>;

function answers({ fed, upper, consultation }: Asked, base: Base): void {
  const on = { book: upper.origin, index: consultation };
  const proposal = { kind: 'answer', consultation: on, textHash: sha256(text) } as const;
  const [done] = evening(fed, base, [{ matter: 'consultation', proposal }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'ConsultationAnswered'));
}

/** Divided, with both parts shown above. */
function parted(asked: Asked): readonly Base[] {
  const { fed, base } = asked;
  const splitFrom = { book: base.origin, index: divide(asked, base) };
  fed.pass({ hours: 1 });
  return partNames.map((name) => {
    const part = foundPart(asked, name, splitFrom);
    showPart(asked, base.origin, part.origin);
    return part;
  });
}

function closed({ fed, upper, consultation }: Asked) {
  const { state } = fed.book(upper.origin);
  const deadline = tableGet(state.consultations, consultation)?.deadline ?? '';
  if (fed.now < deadline) fed.now = deadline;
  const done = fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
  const { yes, no, silent: silence } = dataOf(done, 'ConsultationClosed');
  silent(fed, upper.origin);
  return [yes, no, silence];
}

test('a base that divides itself while it is consulted was asked once: what the whole had answered counts', () => {
  const asked = consulting();
  answers(asked, asked.base);
  parted(asked);
  assert.deepEqual(closed(asked), [1, 0, 2]);
});

test('parts of a base that was asked answer nothing in its place: the question was put before they were there', () => {
  const asked = consulting();
  const { fed, upper, consultation } = asked;
  for (const part of parted(asked)) {
    answers(asked, part);
    const input = { consultation, below: part.origin };
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'waiting-time');
  }
  assert.equal(tableEntries(fed.book(upper.origin).state.affiliates).filter(([, one]) => !one.ended).length, 4);
  assert.deepEqual(closed(asked), [0, 0, 3]);
});
