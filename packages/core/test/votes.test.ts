// Ways of voting: cards of delegations, the urn, several channels in one vote, no count at all, a second vote, a lot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditRules, type InputFor, plusHours, statuteProblems, tableGet } from '../src/index.ts';
import { drawnFrom, lotText } from '../src/vote/draw.ts';
import {
  announcing,
  appoint,
  convene,
  dataOf,
  decideByHands,
  evening,
  type Hall,
  indexOf,
  open,
  openVote,
  seal,
  slate,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import { asMember, type Done, type Federation } from './federation/federation.ts';
import { bothCount, hallWith, papers, statuteOfMethods, upperHall } from './federation/story-votes.ts';
import { callOut, decideByRollCall, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

type Raised = InputFor<'CountDelegationCard'>['raised'];

const silent = (fed: Federation, origin: string): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

const close = (fed: Federation, { origin, chair }: Hall, vote: number): Done =>
  fed.must(origin, chair, 'CloseVote', { vote });

/** A delegate assembly of three bases with two seats each, its tellers appointed. */
function assembly(change: Parameters<typeof statuteOfMethods>[0] = {}) {
  const world = federationOf({ upperStatute: statuteOfMethods(change) });
  const hall = upperHall(world.upper);
  const sitting = sitUpper(world);
  appoint(world.fed, hall, sitting, hall.tellers);
  return { ...world, hall, sitting };
}

type Assembly = ReturnType<typeof assembly>;

const byCards = ({ fed, hall, sitting }: Assembly): number =>
  openVote(
    fed,
    hall,
    table(fed, hall, sitting, { matter: 'ordinary', title: 'Paro', text: 'Paro' }),
    'delegation-cards',
  );

/** Both tellers see the same cards, in the order of the bases. */
function raise({ fed, hall, bases }: Assembly, vote: number, ...cards: Raised[]): void {
  for (const teller of hall.tellers)
    for (const [number, raised] of cards.entries())
      fed.must(hall.origin, teller, 'CountDelegationCard', {
        vote,
        below: bases[number]?.origin ?? '',
        round: 1,
        raised,
      });
}

const { fed: settled, ...rest } = assembly();
const scene = (): Assembly => ({ ...rest, fed: settled.fork() });

test('each delegation raises one card, which weighs its seats; nobody is told a number before the close', () => {
  const given = scene();
  const { fed, hall } = given;
  const vote = byCards(given);
  const size = fed.book(hall.origin).acts.length;
  raise(given, vote, 'yes', 'yes', 'no');
  assert.equal(fed.book(hall.origin).acts.length, size);
  const closed = close(fed, hall, vote);
  assert.deepEqual(dataOf(closed, 'VoteClosed').tallies, [{ yes: 4, no: 2, abstain: 0 }]);
  assert.equal(dataOf(closed, 'VoteClosed').outcome, 'carried');
  assert.equal(dataOf(closed, 'DelegationCardsCounted').cards.length, 3);
  silent(fed, hall.origin);
});

test('a card that two tellers saw differently is looked at again by others; then both numbers stand', () => {
  const given = scene();
  const { fed, hall, sitting, bases, upper } = given;
  const vote = byCards(given);
  raise(given, vote, 'yes', 'no');
  const third = { vote, below: bases[2]?.origin ?? '' };
  const [one, two] = hall.tellers;
  fed.must(hall.origin, one, 'CountDelegationCard', { ...third, round: 1, raised: 'yes' });
  fed.must(hall.origin, two, 'CountDelegationCard', { ...third, round: 1, raised: 'no' });
  fed.refuses(hall.origin, hall.chair, 'CloseVote', { vote }, 'counts-differ');
  fed.refuses(hall.origin, one, 'CountDelegationCard', { ...third, round: 2, raised: 'yes' }, 'recount-by-others');
  const others = [`${bases[2]?.origin}#1`, `${bases[2]?.origin}#2`].map((key) => seatActor(fed, upper.origin, key));
  appoint(fed, hall, sitting, [others[0] ?? one, others[1] ?? two]);
  for (const [teller, raised] of [
    [others[0], 'yes'],
    [others[1], 'no'],
  ] as const)
    fed.must(hall.origin, teller ?? one, 'CountDelegationCard', { ...third, round: 2, raised });
  const closed = dataOf(close(fed, hall, vote), 'VoteClosed');
  assert.equal(closed.outcome, 'undetermined');
  assert.deepEqual(closed.tallies.map(({ yes }) => yes).sort(), [2, 4]);
  silent(fed, hall.origin);
});

test('a vote that the tellers’ numbers leave open is put once more, by another method, and not a third time', () => {
  const given = scene();
  const { fed, hall, bases, upper } = given;
  const vote = byCards(given);
  raise(given, vote, 'yes', 'no');
  const motion = tableGet(fed.book(hall.origin).state.votes, vote)?.motion ?? 0;
  const other = { ...given, fed: fed.fork() };
  close(other.fed, hall, vote);
  other.fed.refuses(hall.origin, hall.chair, 'OpenVote', { motion, method: 'roll-call' }, 'already-put-to-vote');
  const third = bases[2]?.origin ?? '';
  undetermined(given, vote, third);
  fed.refuses(hall.origin, hall.chair, 'OpenVote', { motion, method: 'delegation-cards' }, 'method-not-allowed');
  const again = openVote(fed, hall, motion, 'roll-call');
  assert.equal(tableGet(fed.book(hall.origin).state.votes, again)?.again, vote);
  callOut(fed, upper.origin, upper.presidium, again, `${third}#1`, 'yes');
  assert.equal(dataOf(close(fed, hall, again), 'VoteClosed').outcome, 'carried');
  fed.refuses(hall.origin, hall.chair, 'OpenVote', { motion, method: 'devices' }, 'already-put-to-vote');
  silent(fed, hall.origin);
});

/** The last card is seen differently, counted again by others, and seen differently again. */
function undetermined({ fed, hall, sitting, upper }: Assembly, vote: number, below: string): void {
  const others = [1, 2].map((seat) => seatActor(fed, upper.origin, `${below}#${seat}`)) as unknown as Hall['tellers'];
  for (const [round, tellers] of [
    [1, hall.tellers],
    [2, others],
  ] as const) {
    appoint(fed, hall, sitting, tellers);
    fed.must(hall.origin, tellers[0], 'CountDelegationCard', { vote, below, round, raised: 'yes' });
    fed.must(hall.origin, tellers[1], 'CountDelegationCard', { vote, below, round, raised: 'no' });
  }
  close(fed, hall, vote);
}

/** The first base tells its delegation what to do with a motion. */
function mandate({ fed, bases, upper }: World, motion: number, text: string, instruction: 'yes' | 'no'): void {
  const [base] = bases;
  assert.ok(base);
  const on = { book: upper.origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: sha256(text), instruction } as const;
  const [done] = evening(fed, base, [{ matter: 'mandate', proposal }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'MandateGiven'));
}

for (const binding of ['flag', 'refuse', 'free'] as const)
  test(`a card against its mandate, where the statute says “${binding}”`, () => {
    const given = assembly({ mandates: { binding } });
    const { fed, hall, bases, sitting } = given;
    const motion = table(fed, hall, sitting, { matter: 'ordinary', title: 'Paro', text: 'Paro' });
    mandate(given, motion, 'Paro', 'yes');
    fed.refuses(hall.origin, hall.chair, 'OpenVote', { motion, method: 'urn' }, 'mandated-not-by-hands');
    const vote = openVote(fed, hall, motion, 'delegation-cards');
    const input = { vote, below: bases[0]?.origin ?? '', round: 1, raised: 'no' } as const;
    if (binding === 'refuse') {
      fed.refuses(hall.origin, hall.tellers[0], 'CountDelegationCard', input, 'against-mandate');
      raise(given, vote, 'yes', 'no');
    } else raise(given, vote, 'no', 'yes');
    const closed = close(fed, hall, vote);
    const breaches = closed.acts.filter(({ act }) => act === 'MandateBreached');
    assert.deepEqual(dataOf(closed, 'VoteClosed').tallies, [{ yes: 2, no: 2, abstain: 0 }]);
    assert.equal(breaches.length, binding === 'flag' ? 1 : 0);
    silent(fed, hall.origin);
  });

test('cards weigh the members of their body where the statute says so, as of the convocation', () => {
  const given = assembly({ weights: 'members' });
  const { fed, hall } = given;
  const vote = byCards(given);
  const opened = tableGet(fed.book(hall.origin).state.votes, vote);
  assert.deepEqual([opened?.weights, opened?.present], ['members', 27]);
  raise(given, vote, 'yes', 'no');
  assert.deepEqual(dataOf(close(fed, hall, vote), 'VoteClosed').tallies, [{ yes: 9, no: 9, abstain: 0 }]);
  silent(fed, hall.origin);
});

test('two majorities: the votes and the delegations, each once; the close says how each came out', () => {
  const statute = statuteOfMethods();
  const of = { num: 1, den: 2, strict: true } as const;
  const rules = statute.rules.map((rule) => ({ ...rule, and: { ...of, of: 'bodies' as const } }));
  const given = assembly({ rules });
  const { fed, hall, sitting, bases, upper } = given;
  const motion = table(fed, hall, sitting, { matter: 'ordinary' });
  fed.refuses(hall.origin, hall.chair, 'OpenVote', { motion, method: 'hands' }, 'method-not-allowed');
  const vote = openVote(fed, hall, motion, 'roll-call');
  const choices = [
    ['yes', 'yes'],
    ['yes', 'no'],
    ['abstain', 'abstain'],
  ] as const;
  for (const [number, seats] of choices.entries())
    for (const [seat, choice] of seats.entries())
      callOut(fed, upper.origin, upper.presidium, vote, `${bases[number]?.origin}#${seat + 1}`, choice);
  const closed = dataOf(close(fed, hall, vote), 'VoteClosed');
  assert.equal(closed.outcome, 'rejected');
  assert.deepEqual(closed.each, ['carried', 'rejected']);
  assert.deepEqual(closed.bodies, [{ yes: 1, no: 0, abstain: 2 }]);
  silent(fed, hall.origin);
});

test('papers in the urn are at most those who were marked at the door; blank ones abstain, spoilt ones count for nothing', () => {
  const { fed, hall, sitting } = hallWith(['paper', 'paper', 'paper', 'paper', 'phone']);
  const vote = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), 'urn');
  const six = { vote, round: 1, ...papers(3, 3) };
  fed.refuses(hall.origin, hall.tellers[0], 'CountUrn', six, 'more-hands-than-people');
  fed.refuses(hall.origin, hall.chair, 'CloseVote', { vote }, 'not-counted');
  bothCount(fed, hall, vote, papers(2, 1, { blank: 1, spoilt: 1 }));
  assert.deepEqual(dataOf(close(fed, hall, vote), 'VoteClosed').tallies, [{ yes: 2, no: 1, abstain: 1 }]);
  silent(fed, hall.origin);
});

test('a mixed vote adds its channels up; each person is in one of them', () => {
  const { fed, base, hall, sitting } = hallWith(['phone', 'phone', 'paper', 'card']);
  const vote = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), 'mixed');
  assert.deepEqual(tableGet(fed.book(hall.origin).state.votes, vote)?.channels, { hands: 7, phones: 2, papers: 1 });
  const [phone, , paper, card] = base.members.slice(4).map(asMember);
  assert.ok(phone && paper && card);
  for (const other of [paper, card])
    fed.refuses(hall.origin, other, 'CastVote', { vote, choice: 'yes' }, 'not-in-electorate');
  fed.must(hall.origin, phone, 'CastVote', { vote, choice: 'yes' });
  const hands = { vote, block: 'sala', round: 1 };
  const eight = { ...hands, yes: 8, no: 0, abstain: 0 };
  fed.refuses(hall.origin, hall.tellers[0], 'CountBlock', eight, 'more-hands-than-people');
  fed.refuses(hall.origin, hall.chair, 'CloseVote', { vote }, 'not-counted');
  for (const teller of hall.tellers)
    fed.must(hall.origin, teller, 'CountBlock', { ...hands, yes: 3, no: 4, abstain: 0 });
  fed.refuses(hall.origin, hall.chair, 'CloseVote', { vote }, 'not-counted');
  bothCount(fed, hall, vote, papers(1, 0));
  const closed = dataOf(close(fed, hall, vote), 'VoteClosed');
  assert.deepEqual(closed.tallies, [{ yes: 5, no: 4, abstain: 0 }]);
  assert.deepEqual(closed.phones, { yes: 1, no: 0, abstain: 0 });
  assert.equal(closed.ballots?.count, 1);
  silent(fed, hall.origin);
});

test('2. whatever is entered in whichever channel, a mixed vote never counts more than are there', () => {
  const { fed: before, base, hall, sitting } = hallWith(['phone', 'phone', 'phone', 'paper', 'paper', 'card']);
  const motion = table(before, hall, sitting, { matter: 'ordinary' });
  const vote = openVote(before, hall, motion, 'mixed');
  const number = fc.integer({ min: 0, max: 7 });
  const entry = fc.tuple(fc.constantFrom('hands', 'urn', 'phone', 'door'), number, number, number);
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 24 }), (entries) => {
      const fed = before.fork();
      for (const [what, who, yes, no] of entries) {
        const actor = asMember(base.members[who + 4] ?? '');
        const rounds = { vote, round: 1 };
        if (what === 'phone') fed.do(hall.origin, actor, 'CastVote', { vote, choice: yes > no ? 'yes' : 'no' });
        if (what === 'door')
          fed.do(hall.origin, hall.chair, 'AdmitAtDoor', {
            sitting,
            member: base.members[who + 4] ?? '',
            channel: 'phone',
          });
        for (const teller of hall.tellers) {
          const block = `bloque ${who}`;
          if (what === 'hands') fed.do(hall.origin, teller, 'CountBlock', { ...rounds, block, yes, no, abstain: 0 });
          if (what === 'urn') fed.do(hall.origin, teller, 'CountUrn', { ...rounds, ...papers(yes, no) });
        }
      }
      const decision = fed.do(hall.origin, hall.chair, 'CloseVote', { vote });
      if (!decision.ok || decision.done === undefined) return;
      const { turnout, phones, ballots } = dataOf(decision.done, 'VoteClosed');
      assert.ok(turnout <= 10);
      assert.ok((ballots?.count ?? 0) <= 3 && (phones?.yes ?? 0) + (phones?.no ?? 0) === ballots?.count);
      silent(fed, hall.origin);
    }),
    { numRuns: 60, seed: 20050608 },
  );
});

const asked = (motion: number, more: Partial<InputFor<'RecordAcclamation'>> = {}) =>
  ({ motion, method: 'acclamation', asked: 3, objections: 0, countAsked: false, ...more }) as const;

test('by acclamation an ordinary motion has the effects of a vote that carried', () => {
  const { fed, hall, sitting } = hallWith([]);
  const motion = table(fed, hall, sitting, { matter: 'ordinary' });
  const done = fed.must(hall.origin, hall.chair, 'RecordAcclamation', asked(motion, { objections: 2 }));
  assert.equal(dataOf(done, 'ResolutionAdopted').vote, indexOf(done, 'AcclamationRecorded'));
  assert.equal(dataOf(done, 'ResolutionAdopted').status, 'in-force');
  fed.refuses(hall.origin, hall.chair, 'OpenVote', { motion, method: 'hands' }, 'already-put-to-vote');
  silent(fed, hall.origin);
});

test('one who asks for a count gets it: nothing is decided, and the motion is voted', () => {
  const { fed, hall, sitting } = hallWith([]);
  const motion = table(fed, hall, sitting, { matter: 'ordinary' });
  const done = fed.must(hall.origin, hall.chair, 'RecordAcclamation', asked(motion, { countAsked: true }));
  assert.equal(done.acts.length, 1);
  const vote = openVote(fed, hall, motion, 'hands');
  assert.equal(tableGet(fed.book(hall.origin).state.votes, vote)?.closed, null);
  silent(fed, hall.origin);
});

test('consensus is without any objection', () => {
  for (const objections of [0, 1]) {
    const { fed, hall, sitting } = hallWith([]);
    const motion = table(fed, hall, sitting, { matter: 'ordinary' });
    const input = asked(motion, { method: 'consensus', objections });
    const done = fed.must(hall.origin, hall.chair, 'RecordAcclamation', input);
    assert.equal(dataOf(done, 'AcclamationRecorded').carried, objections === 0);
    assert.equal(done.acts.length, objections === 0 ? 2 : 1);
    silent(fed, hall.origin);
  }
});

test('nothing but an ordinary matter is decided without a count', () => {
  const { fed, hall, sitting } = hallWith([]);
  const proposal = { kind: 'measure', what: 'Paro', place: 'Plaza', from: fed.now } as const;
  const motion = table(fed, hall, sitting, { matter: 'measure', proposal });
  fed.refuses(hall.origin, hall.chair, 'RecordAcclamation', asked(motion), 'method-not-allowed');
  const plain = hallWith([], statuteWith());
  const ordinary = table(plain.fed, plain.hall, plain.sitting, { matter: 'ordinary' });
  plain.fed.refuses(plain.hall.origin, plain.hall.chair, 'RecordAcclamation', asked(ordinary), 'method-not-allowed');
});

test('a statute that could not be counted by is a contradiction', () => {
  const ordinary = (change: object) => ({
    ...statuteWith(),
    rules: statuteWith().rules.map((rule) => (rule.matter === 'ordinary' ? { ...rule, ...change } : rule)),
  });
  const problems = (statute: ReturnType<typeof statuteWith>) => statuteProblems(statute).map(({ problem }) => problem);
  const everywhere = statuteWith().rules.map((rule) => ({ ...rule, methods: ['hands', 'acclamation'] as const }));
  const half = { num: 1, den: 2, strict: true } as const;
  assert.deepEqual(problems(statuteOfMethods()), []);
  assert.ok(problems(statuteWith({ rules: everywhere })).includes('only-ordinary-without-a-count'));
  assert.deepEqual(problems(ordinary({ methods: ['consensus'] })), ['no-method']);
  assert.deepEqual(problems(ordinary({ methods: ['hands'], and: { ...half, of: 'bodies' } })), [
    'bodies-not-told-apart',
  ]);
  assert.deepEqual(problems(ordinary({ and: { num: 1, den: 1, strict: true, of: 'cast' } })), ['never-reached']);
  const weighed = ordinary({ methods: ['delegation-cards'], rule: { ...half, of: 'roll' } });
  assert.deepEqual(problems({ ...weighed, weights: 'members' }), ['roll-not-weighed']);
});

test('an open vote is stopped with its reason, told without a number, and taken again', () => {
  const { fed, hall, sitting } = hallWith([]);
  const motion = table(fed, hall, sitting, { matter: 'ordinary' });
  const vote = openVote(fed, hall, motion, 'hands');
  for (const teller of hall.tellers)
    fed.must(hall.origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 8, no: 1, abstain: 0 });
  const done = fed.must(hall.origin, hall.chair, 'AnnulVote', { vote, reason: 'Se leyó otro texto.' });
  assert.deepEqual(dataOf(done, 'VoteAnnulled'), { vote, reason: 'Se leyó otro texto.' });
  assert.equal(tableGet(fed.book(hall.origin).state.votes, vote)?.closed?.turnout, 0);
  fed.refuses(hall.origin, hall.chair, 'CloseVote', { vote }, 'vote-closed');
  fed.refuses(hall.origin, hall.chair, 'AnnulVote', { vote, reason: 'x' }, 'vote-closed');
  openVote(fed, hall, motion, 'hands');
  silent(fed, hall.origin);
});

test('a closed vote is annulled by a vote of its own matter alone, and only while nothing has come of it', () => {
  const { fed, hall, sitting } = hallWith([]);
  const lost = decideByHands(fed, hall, sitting, { matter: 'ordinary', no: 8 });
  const { vote } = dataOf(lost, 'VoteClosed');
  const proposal = { kind: 'annul-vote', vote, reason: 'Se votó sin luz.' } as const;
  const other = { sitting, matter: 'measure', title: 'x', text: 'x', proposal } as const;
  fed.refuses(hall.origin, hall.chair, 'TableMotion', other, 'proposal-does-not-fit-matter');
  const done = decideByHands(fed, hall, sitting, { matter: 'ordinary', title: 'Repetir', proposal, yes: 8 });
  assert.equal(dataOf(done, 'VoteAnnulled').decidedBy, dataOf(done, 'VoteClosed').vote);
  const motion = tableGet(fed.book(hall.origin).state.votes, vote)?.motion ?? 0;
  openVote(fed, hall, motion, 'hands');
  silent(fed, hall.origin);
});

function tie(matter: 'election' | 'ordinary') {
  const scene = hallWith([]);
  const { fed, base, hall, sitting } = scene;
  const proposal = slate(fed, base.origin, [base.members[6] ?? '', base.members[7] ?? '']);
  const item = matter === 'election' ? { matter, proposal } : { matter };
  const done = decideByHands(fed, hall, sitting, { ...item, yes: 4, no: 4 });
  return { ...scene, vote: dataOf(done, 'VoteClosed').vote };
}

test('a tied election is resolved by a lot whose source was named before it was known', () => {
  const outcomes = new Set<string>();
  for (const seed of ['31 415', '27 182', '16 180', '14 142']) {
    const { fed, hall, vote } = tie('election');
    const at = plusHours(fed.now, 1);
    fed.refuses(hall.origin, hall.chair, 'AnnounceLot', { vote, source: 'Lotería', at: fed.now }, 'too-early');
    fed.must(hall.origin, hall.chair, 'AnnounceLot', { vote, source: 'Lotería', at });
    fed.refuses(hall.origin, hall.chair, 'DrawLot', { vote, seed }, 'lot-not-announced');
    fed.pass({ hours: 1 });
    const done = fed.must(hall.origin, hall.chair, 'DrawLot', { vote, seed });
    const { drawn, digest } = dataOf(done, 'LotDrawn');
    assert.equal(digest, sha256(lotText(hall.origin, vote, seed)));
    assert.equal(
      done.acts.some(({ act }) => act === 'OfficersElected'),
      drawn === 'yes',
    );
    outcomes.add(drawn);
    fed.refuses(hall.origin, hall.tellers[0], 'DrawLot', { vote, seed: 'otra' }, 'no-lot-needed');
    silent(fed, hall.origin);
  }
  assert.deepEqual([...outcomes].sort(), ['no', 'yes']);
});

test('any other tied motion is not carried, and there is nothing to draw', () => {
  const { fed, hall, vote } = tie('ordinary');
  const input = { vote, source: 'Lotería', at: plusHours(fed.now, 1) };
  assert.equal(fed.refuses(hall.origin, hall.chair, 'AnnounceLot', input, 'no-lot-needed').present, 'ordinary');
});

test('a lot draws each of them as often, and what is drawn can be drawn again by anyone with SHA-256', () => {
  const among = ['a', 'b', 'c'];
  const drawn = Array.from({ length: 3_000 }, (_, n) => drawnFrom(among, sha256(`seed ${n}`)));
  for (const one of among) assert.ok(Math.abs(drawn.filter((other) => other === one).length - 1_000) < 120);
  const high = Buffer.concat([Buffer.alloc(4, 0xff), Buffer.from([0, 0, 0, 4]), Buffer.alloc(24)]).toString('base64');
  assert.equal(drawnFrom(among, high), 'b', 'the first number is too high to be fair, the second is 4');
});

test('who is in the hall with a card may take a phone at the next sitting, not in this one', () => {
  const { fed, base, hall, sitting } = hallWith(['card']);
  const member = base.members[4] ?? '';
  fed.refuses(hall.origin, asMember(member), 'CheckIn', fed.atDoor(hall.origin, sitting), 'other-channel');
  fed.must(hall.origin, hall.chair, 'AdmitAtDoor', { sitting, member, channel: 'card' });
  fed.must(hall.origin, hall.chair, 'CloseSitting', { sitting });
  const next = convene(fed, hall, { notice: announcing('ordinary') });
  fed.must(hall.origin, asMember(member), 'CheckIn', fed.atDoor(hall.origin, next));
  open(fed, hall, next, 9);
});

test('a sitting entered late is held to both majorities too', () => {
  const second = { num: 2, den: 3, strict: false, of: 'present' } as const;
  const rules = statuteWith().rules.map((rule) => ({ ...rule, and: second }));
  const { fed, base, hall } = hallWith([], statuteWith({ rules }));
  const decision = { matter: 'ordinary', title: 'Cuota', text: 'Cuota', no: 0, abstain: 0 } as const;
  const input = { heldAt: fed.now, place: 'Cancha', call: 'first', present: 9, notice: [] } as const;
  const decisions = [
    { ...decision, yes: 5 },
    { ...decision, yes: 6 },
  ];
  const done = fed.must(hall.origin, base.secretary, 'EnterLateSitting', { ...input, decisions });
  const entered = dataOf(done, 'SittingEnteredLate').decisions.map(({ outcome, effect }) => [outcome, effect]);
  assert.deepEqual(entered, [
    ['rejected', 'none'],
    ['carried', 'in-force'],
  ]);
  silent(fed, hall.origin);
});

test('where the statute publishes totals alone, who voted what is committed to and disclosed to members, and in no act', () => {
  const calling = (votes: 'totals' | 'roll-call' | null) => {
    const publicity = votes === null ? {} : { publicity: { votes, sensitive: 'members' as const } };
    const world = federationOf({ upperStatute: statuteWith({ ...publicity, ...withoutCards }) });
    const sitting = sitUpper(world, 'ordinary');
    const size = world.fed.book(world.upper.origin).acts.length;
    decideByRollCall(world, sitting, { matter: 'ordinary' });
    const { acts, vault } = world.fed.book(world.upper.origin);
    const written = acts.slice(size);
    const closed = written.find(({ act }) => act === 'VoteClosed');
    assert.ok(closed);
    return { closed, written: JSON.stringify(written), disclosed: vault.disclosures.get(`${closed.index}/seats`) };
  };
  const hidden = calling('totals');
  assert.equal((hidden.closed.data as { rollCall?: unknown }).rollCall, undefined);
  assert.equal((hidden.disclosed as readonly unknown[]).length, 6);
  assert.doesNotMatch(hidden.written, /junta-\d#\d/);
  for (const votes of ['roll-call', null] as const) {
    const open = calling(votes);
    assert.ok((open.closed.data as { rollCall?: unknown }).rollCall !== undefined);
    assert.equal(open.disclosed, undefined);
  }
});

const withoutCards = {
  rules: statuteWith().rules.map((rule) => ({ ...rule, methods: ['hands', 'devices', 'roll-call'] as const })),
};
