// The rule audit: silent over honest books, and each planted difference found and named.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, type ActName, type AuditedAct, auditRules, plusDays, plusMonths } from '../src/index.ts';
import { type Book, type StoredAct, sha256 } from './federation/book.ts';
import { playStory } from './federation/story.ts';

const { fed, base, upper } = playStory();
const below = fed.book(base.origin);
const above = fed.book(upper.origin);

test('over every book of an honest federation it finds nothing', () => {
  for (const { origin, acts, state } of fed.books.values()) {
    const audit = auditRules(origin, acts);
    assert.deepEqual(audit.differences, [], origin);
    assert.equal(audit.replayed, acts.length);
    assert.deepEqual(audit.state, state);
  }
});

/** The book with one act changed, as somebody would who holds the node's key. */
function tampered(
  book: Book,
  pick: (act: StoredAct) => boolean,
  change: (act: StoredAct) => object,
): { index: number; acts: AuditedAct[] } {
  const target = book.acts.findLast(pick);
  assert.ok(target, 'there is such an act');
  const acts = book.acts.map((act) => (act === target ? ({ ...act, ...change(act) } as AuditedAct) : act));
  return { index: target.index, acts };
}

const is = (name: ActName) => (act: StoredAct) => act.act === name;
const data = (change: object) => (act: StoredAct) => ({ data: { ...act.data, ...change } });

/** The same book under a statute that spares the elected so many months. */
function sparing(book: Book, monthsBefore: number): Book {
  const spared = book.fork();
  for (const [at, act] of spared.acts.entries()) {
    if (act.act !== 'StatuteAdopted') continue;
    const { statute, ...others } = (act as Act<'StatuteAdopted'>).data;
    const rules = { ...statute, recall: { ...statute.recall, monthsBefore } };
    spared.acts[at] = { ...act, data: { ...others, statute: rules } } as StoredAct;
  }
  return spared;
}

interface Plant {
  readonly what: string;
  readonly book: Book;
  readonly pick: (act: StoredAct) => boolean;
  readonly change: (act: StoredAct) => object;
  readonly code: string;
}

const carriedByHands = (act: StoredAct) =>
  act.act === 'VoteClosed' && (act as Act<'VoteClosed'>).data.ballots === undefined;
const byRollCall = (act: StoredAct) =>
  act.act === 'VoteClosed' && (act as Act<'VoteClosed'>).data.ballots !== undefined;

const plants: readonly Plant[] = [
  {
    what: 'a time that goes back',
    book: below,
    pick: is('SittingClosed'),
    change: () => ({ at: '2005-01-01T00:00:00Z' }),
    code: 'time',
  },
  {
    what: 'a quorum that was not there',
    book: below,
    pick: (act) => act.act === 'SittingOpened' && !(act as Act<'SittingOpened'>).data.quorum.met,
    change: data({ quorum: { needed: 2, present: 1, met: true } }),
    code: 'quorum',
  },
  {
    what: 'more people present than counted',
    book: above,
    pick: is('SittingOpened'),
    change: data({ quorum: { needed: 4, present: 9, met: true } }),
    code: 'quorum',
  },
  {
    what: 'tellers who did not agree',
    book: below,
    pick: is('PresenceCounted'),
    change: data({ counts: [3, 8] }),
    code: 'count',
  },
  {
    what: 'a block recounted by nobody, though its tellers differed',
    book: below,
    pick: is('BlockCounted'),
    change: data({
      agreed: false,
      entries: [
        { yes: 6, no: 2, abstain: 0 },
        { yes: 5, no: 2, abstain: 0 },
      ],
    }),
    code: 'count',
  },
  {
    what: 'hands of a block that were not counted so',
    book: below,
    pick: is('BlockCounted'),
    change: data({
      entries: [
        { yes: 6, no: 2, abstain: 0 },
        { yes: 5, no: 2, abstain: 0 },
      ],
    }),
    code: 'count',
  },
  {
    what: 'a recall before its time',
    book: sparing(below, 12),
    pick: is('DelegateRecalled'),
    change: () => ({}),
    code: 'term',
  },
  {
    what: 'another majority than the statute’s',
    book: below,
    pick: is('VoteOpened'),
    change: data({ rule: { num: 1, den: 10, strict: false, of: 'cast' } }),
    code: 'rule',
  },
  {
    what: 'an electorate made bigger',
    book: above,
    pick: is('VoteOpened'),
    change: data({ electorate: { count: 60, root: sha256('x') }, present: 60 }),
    code: 'electorate',
  },
  {
    what: 'hands that were not counted so',
    book: below,
    pick: carriedByHands,
    change: data({ tallies: [{ yes: 1, no: 7, abstain: 0 }] }),
    code: 'outcome',
  },
  {
    what: 'a vote that carried against its own tally',
    book: above,
    pick: byRollCall,
    change: data({ tallies: [{ yes: 0, no: 6, abstain: 0 }] }),
    code: 'outcome',
  },
  {
    what: 'a turnout that does not add up',
    book: above,
    pick: byRollCall,
    change: data({ turnout: 2 }),
    code: 'count',
  },
  {
    what: 'a longer term than was voted',
    book: below,
    pick: is('OfficersElected'),
    change: (act) => data({ until: plusMonths(act.at, 60) })(act),
    code: 'term',
  },
  {
    what: 'other delegates than were voted',
    book: below,
    pick: is('DelegatesElected'),
    change: data({ seats: [{ seat: 1, holder: base.members[7] }] }),
    code: 'effect',
  },
  {
    what: 'fewer signatures than the statute asks',
    book: below,
    pick: is('OfficersElected'),
    change: data({ signaturesNeeded: 1 }),
    code: 'statute',
  },
  {
    what: 'a pact in force before the bases agreed',
    book: above,
    pick: (act) => act.act === 'ResolutionAdopted' && (act as Act<'ResolutionAdopted'>).data.matter === 'pact',
    change: data({ status: 'in-force' }),
    code: 'suspension',
  },
  {
    what: 'a seat beyond the entitlement',
    book: above,
    pick: is('SeatAccredited'),
    change: data({ seat: 5 }),
    code: 'entitlement',
  },
  {
    what: 'a credential that had run out',
    book: above,
    pick: is('SeatAccredited'),
    change: data({ until: '2005-06-02T00:00:00Z' }),
    code: 'term',
  },
  {
    what: 'a shorter time for the bases',
    book: above,
    pick: is('ConsultationIssued'),
    change: (act) => data({ deadline: plusDays(act.at, 1) })(act),
    code: 'consultation',
  },
  {
    what: 'answers added up wrongly',
    book: above,
    pick: is('ConsultationClosed'),
    change: data({ yes: 0, no: 3 }),
    code: 'consultation',
  },
  {
    what: 'a ratification that the bases refused',
    book: above,
    pick: is('ResolutionRejected'),
    change: () => ({ act: 'ResolutionRatified' }),
    code: 'consultation',
  },
  {
    what: 'a seal with a key that nobody enrolled',
    book: below,
    pick: is('ActSealed'),
    change: (act) =>
      data({ signatures: (act as Act<'ActSealed'>).data.signatures.map((one) => ({ ...one, key: sha256('thief') })) })(
        act,
      ),
    code: 'enrolment',
  },
  {
    what: 'a seal by one officer',
    book: below,
    pick: is('ActSealed'),
    change: (act) => data({ signatures: (act as Act<'ActSealed'>).data.signatures.slice(0, 1) })(act),
    code: 'enrolment',
  },
  {
    what: 'a sitting without notice',
    book: below,
    pick: is('SittingConvened'),
    change: (act) => data({ startsAt: act.at })(act),
    code: 'notice',
  },
  {
    what: 'a roll of seats that do not exist',
    book: above,
    pick: is('SittingConvened'),
    change: data({ roll: { size: 2, root: sha256('x') } }),
    code: 'roll',
  },
  {
    what: 'another alternate',
    book: above,
    pick: is('AlternateSeated'),
    change: data({ holder: base.members[0] }),
    code: 'effect',
  },
  {
    what: 'a late decision without quorum in force',
    book: below,
    pick: is('SittingEnteredLate'),
    change: (act) =>
      data({
        decisions: (act as Act<'SittingEnteredLate'>).data.decisions.map((one) => ({
          ...one,
          irregularities: ['quorum-not-met'],
        })),
      })(act),
    code: 'effect',
  },
  {
    what: 'an officer out of term',
    book: below,
    pick: is('SittingClosed'),
    change: () => ({ at: '2009-01-01T00:00:00Z' }),
    code: 'authority',
  },
  {
    what: 'a breach of a mandate that was kept',
    book: above,
    pick: is('MandateBreached'),
    change: data({ cast: 'yes' }),
    code: 'outcome',
  },
];

for (const { what, book, pick, change, code } of plants)
  test(`found: ${what}`, () => {
    const { index, acts } = tampered(book, pick, change);
    const { differences } = auditRules(book.origin, acts);
    const found = differences.filter((one) => one.index === index && one.code === code);
    assert.ok(found.length > 0, `${code} at ${index}, not in ${JSON.stringify(differences.slice(0, 5))}`);
    for (const { says, recalculated } of found) assert.notEqual(says, recalculated);
  });

test('an act that nobody knows stops the audit there, and is named', () => {
  const { index, acts } = tampered(below, is('WitnessAppointed'), () => ({ act: 'MartialLawDeclared' }));
  const audit = auditRules(below.origin, acts);
  assert.equal(audit.replayed, index);
  assert.equal(audit.differences.at(-1)?.code, 'unknown-act');
});

test('an act that refers to nothing stops the audit there, and is named', () => {
  const { index, acts } = tampered(below, is('SittingClosed'), data({ sitting: 77_777 }));
  const audit = auditRules(below.origin, acts);
  assert.equal(audit.replayed, index);
  assert.equal(audit.differences.at(-1)?.code, 'cannot-follow');
});

test('a missing act is found at its place', () => {
  const audit = auditRules(
    below.origin,
    below.acts.filter(({ index }) => index !== 5),
  );
  assert.deepEqual(audit.differences.at(-1), {
    index: 6,
    act: below.acts[6]?.act,
    code: 'index',
    says: '6',
    recalculated: '5',
  });
});

test('a book of a hundred thousand acts is replayed whole', (t) => {
  const opening = below.acts.slice(0, 14);
  const rounds: AuditedAct[] = [];
  const cycle = below.acts.filter(
    ({ act }) => act === 'FoundingWitnessed' || act === 'ActSealed' || act === 'WitnessAppointed',
  );
  for (let index = opening.length; index < 100_000; index++) {
    const act = cycle[index % cycle.length];
    if (act !== undefined) rounds.push({ ...act, index, at: below.state.at } as AuditedAct);
  }
  const started = performance.now();
  const { replayed } = auditRules(below.origin, [...opening, ...rounds]);
  t.diagnostic(`${replayed} acts in ${Math.round(performance.now() - started)} ms`);
  assert.equal(replayed, 100_000);
});
