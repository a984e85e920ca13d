// The door of a hall: its code, and the slips of an open cabildo (docs/decisions/0009, The door).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditRules, parseSlipName, rolesOf, slipName, slipsOut, statuteProblems, tableGet } from '../src/index.ts';
import { announcing, appoint, convene } from './federation/assembly.ts';
import { asMember, asSlip, dataOf } from './federation/federation.ts';
import { type Cabildo, cabildoOf, opened, openStatute, playDoor, put } from './federation/story-door.ts';

const silent = ({ fed, origin }: Pick<Cabildo, 'fed' | 'origin'>) =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

const sittingOf = ({ fed, origin, sitting }: Cabildo) => {
  const found = tableGet(fed.book(origin).state.sittings, sitting);
  assert.ok(found);
  return found;
};

test('the code of the door holds in its minute and the two after it', () => {
  for (const [minutes, holds] of [
    [0, true],
    [2, true],
    [3, false],
  ] as const) {
    const { fed, base, origin, sitting } = cabildoOf(9, 0);
    const seen = fed.atDoor(origin, sitting);
    fed.pass({ minutes });
    const decision = fed.do(origin, asMember(base.members[5] ?? ''), 'CheckIn', seen);
    assert.equal(decision.ok, holds, `after ${minutes} minutes`);
    assert.equal(decision.ok ? '' : decision.refusal.code, holds ? '' : 'door-code-over');
  }
});

test('the code of another sitting opens nothing', () => {
  const { fed, base, hall, origin, sitting } = cabildoOf(9, 0);
  const other = convene(fed, hall, { notice: announcing('ordinary') });
  const { door } = fed.atDoor(origin, other);
  const input = { sitting, ...(door === undefined ? {} : { door }) };
  fed.refuses(origin, asMember(base.members[5] ?? ''), 'CheckIn', input, 'door-code-over');
});

test('whoever is checked in is answered as before, without a code', () => {
  const { fed, base, origin, sitting } = cabildoOf(9, 6);
  fed.must(origin, asMember(base.members[5] ?? ''), 'CheckIn', { sitting });
  fed.refuses(origin, asMember(base.members[6] ?? ''), 'CheckIn', { sitting }, 'door-code-missing');
});

test('a body that meets from anywhere asks for no code', () => {
  const { fed, base, origin, sitting } = cabildoOf(9, 0, openStatute({ checkIn: 'anywhere' }));
  fed.must(origin, asMember(base.members[5] ?? ''), 'CheckIn', { sitting });
});

test('a slip is one person: it votes once, in this sitting, by its own channel', () => {
  const cabildo = cabildoOf(20, 8);
  const { fed, origin, base, sitting } = cabildo;
  const done = fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 2 });
  assert.deepEqual(done.answer, { numbers: [1, 2], left: 10 });
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 1, channel: 'card' });
  opened(cabildo);
  const vote = put(cabildo, 'devices');
  assert.equal(tableGet(fed.book(origin).state.votes, vote)?.slips, 3);
  fed.must(origin, asSlip(sitting, 1), 'CastVote', { vote, choice: 'yes' });
  fed.refuses(origin, asSlip(sitting, 1), 'CastVote', { vote, choice: 'no' }, 'already-voted');
  fed.refuses(origin, asSlip(sitting, 3), 'CastVote', { vote, choice: 'yes' }, 'not-in-electorate');
  fed.refuses(origin, asSlip(sitting, 4), 'CastVote', { vote, choice: 'yes' }, 'not-allowed');
  fed.refuses(origin, asSlip(sitting + 1, 1), 'CastVote', { vote, choice: 'yes' }, 'not-allowed');
  const closed = fed.must(origin, base.presidium, 'CloseVote', { vote });
  assert.deepEqual(dataOf(closed, 'VoteClosed').tallies, [{ yes: 1, no: 0, abstain: 0 }]);
  silent(cabildo);
});

test('a slip may do nothing but vote, and nothing any more once the sitting is closed', () => {
  const cabildo = cabildoOf(20, 8);
  const { fed, origin, base, hall, sitting } = cabildo;
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 1 });
  opened(cabildo);
  const roles = () => [...rolesOf(fed.book(origin).state, asSlip(sitting, 1), fed.now)].sort();
  assert.deepEqual(roles(), ['anyone', 'slip']);
  fed.refuses(origin, asSlip(sitting, 1), 'DemandSitting', { matters: ['ordinary'] }, 'not-allowed');
  fed.refuses(origin, asSlip(sitting, 1), 'ChallengeQuorum', { sitting }, 'not-allowed');
  fed.must(origin, hall.chair, 'CloseSitting', { sitting });
  assert.deepEqual(roles(), ['anyone']);
});

test('slips make no quorum: of a hall of strangers the members alone are counted', () => {
  const cabildo = cabildoOf(9, 4);
  const { fed, origin, base, hall, sitting } = cabildo;
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 3 });
  assert.deepEqual(fed.refuses(origin, hall.chair, 'OpenSitting', { sitting, call: 'first' }, 'no-quorum'), {
    code: 'no-quorum',
    article: 'calls.first',
    needed: 7,
    present: 6,
  });
  fed.must(origin, hall.tellers[0], 'VoidSlip', { sitting, number: 3, why: 'given-back' });
  opened(cabildo);
  assert.equal(sittingOf(cabildo).opened?.quorum.present, 7);
  assert.equal(sittingOf(cabildo).present, 9, 'in the hall there are as many as were counted');
  silent(cabildo);
});

test('a sitting that is open keeps its quorum: no slip that would show there was none', () => {
  const cabildo = cabildoOf(9, 4);
  const { fed, origin, base, sitting } = cabildo;
  opened(cabildo);
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 2 });
  const refused = fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 1 }, 'no-quorum');
  assert.deepEqual([refused.needed, refused.present], [7, 6]);
});

test('never more slips than people counted at the door who have not checked in otherwise', () => {
  const { fed, origin, base, sitting } = cabildoOf(20, 8);
  assert.equal(
    fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 13 }, 'slips-beyond-count').needed,
    12,
  );
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 12 });
  fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 1 }, 'slips-beyond-count');
});

test('without an agreed count no slip is given out', () => {
  const { fed, origin, base, hall } = cabildoOf(20, 8);
  const sitting = convene(fed, hall, { kind: 'cabildo', notice: announcing('ordinary') });
  fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 1 }, 'not-counted');
  appoint(fed, hall, sitting, hall.tellers);
  for (const [i, teller] of hall.tellers.entries())
    fed.must(origin, teller, 'CountPresence', { sitting, round: 1, present: 20 + i });
  fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 1 }, 'counts-differ');
});

test('several slips are taken out in one step, each by an act of its own; those that are out already stay as they were', () => {
  const cabildo = cabildoOf(20, 8);
  const { fed, origin, base, hall, sitting } = cabildo;
  const [teller] = hall.tellers;
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 6 });
  opened(cabildo);
  fed.must(origin, teller, 'VoidSlip', { sitting, number: 3, why: 'lost' });
  const sheet = { sitting, number: 2, others: [3, 4, 5, 5, 7], why: 'given-back' } as const;
  const { acts, answer } = fed.must(origin, teller, 'VoidSlip', sheet);
  assert.deepEqual(
    acts.map(({ act, data }) => [act, (data as { readonly number: number }).number]),
    [2, 4, 5].map((number) => ['SlipVoided', number]),
  );
  assert.deepEqual(answer, { voided: [2, 4, 5] });
  const refused = fed.refuses(origin, teller, 'VoidSlip', sheet, 'not-found');
  assert.equal(refused.needed, 'slip 2, 3, 4, 5, 7');
  assert.deepEqual(sittingOf(cabildo).slips?.voided.toSorted(), [2, 3, 4, 5]);
  silent(cabildo);
});

test('a slip that is void drops out of the open vote, and its number is not given out again', () => {
  const cabildo = cabildoOf(20, 8);
  const { fed, origin, base, hall, sitting } = cabildo;
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 2 });
  opened(cabildo);
  const vote = put(cabildo, 'devices');
  for (const number of [1, 2]) fed.must(origin, asSlip(sitting, number), 'CastVote', { vote, choice: 'yes' });
  fed.must(origin, hall.tellers[0], 'VoidSlip', { sitting, number: 2, why: 'taken-twice' });
  fed.refuses(origin, hall.tellers[0], 'VoidSlip', { sitting, number: 2, why: 'lost' }, 'not-found');
  const closed = dataOf(fed.must(origin, hall.chair, 'CloseVote', { vote }), 'VoteClosed');
  assert.deepEqual([closed.tallies, closed.dropped], [[{ yes: 1, no: 0, abstain: 0 }], 1]);
  assert.deepEqual(fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 1 }).answer.numbers, [3]);
  silent(cabildo);
});

test('a slip is told from a member and from a seat by its name alone', () => {
  assert.deepEqual(parseSlipName(slipName({ sitting: 57, number: 12 })), { sitting: 57, number: 12 });
  assert.equal(parseSlipName('el-alto.example/junta-1#2'), null);
  assert.equal(parseSlipName('slip-057-1'), null);
});

test('an assembly of delegates opens no sitting to slips', () => {
  const [problem] = statuteProblems(openStatute(), 'delegate').filter(({ article }) => article === 'walkIns');
  assert.equal(problem?.problem, 'walk-ins-need-members');
  assert.deepEqual(statuteProblems(openStatute(), 'base'), []);
  const twice = openStatute({ walkIns: { sittings: ['cabildo', 'cabildo'], mark: 'tinta' } });
  assert.deepEqual(
    statuteProblems(twice, 'base').map(({ problem }) => problem),
    ['named-twice'],
  );
});

test('the story of a cabildo holds together: hands, phones and slips in one vote', () => {
  const cabildo = playDoor();
  const { fed, origin } = cabildo;
  const [opening] = fed
    .book(origin)
    .acts.filter(({ act }) => act === 'VoteOpened')
    .slice(-1);
  const data = opening?.data as { slips: number; channels: object; present: number; electorate: { count: number } };
  assert.deepEqual(
    [data.slips, data.channels, data.present, data.electorate.count],
    [4, { hands: 10, phones: 10, papers: 0 }, 20, 20],
  );
  silent(cabildo);
});

type Step = readonly [what: number, who: number, much: number];
const steps = fc.array(fc.tuple(fc.nat(6), fc.nat(11), fc.integer({ min: 1, max: 6 })), {
  minLength: 5,
  maxLength: 40,
});

/** Anything in any order; what the rules refuse is refused. */
function tried(cabildo: Cabildo, [what, who, much]: Step): void {
  const { fed, origin, base, hall, sitting } = cabildo;
  const { counted, slips } = sittingOf(cabildo);
  const member = base.members[who % base.members.length] ?? '';
  const channels = ['phone', 'card', 'paper'] as const;
  switch (what) {
    case 0:
      fed.do(origin, asMember(member), 'CheckIn', fed.atDoor(origin, sitting));
      return;
    case 1:
      fed.do(origin, hall.tellers[0], 'AdmitAtDoor', { sitting, member, channel: channels[much % 3] ?? 'card' });
      return;
    case 2:
      fed.do(origin, hall.tellers[0], 'VoidSlip', { sitting, number: 1 + (who % (slips?.issued ?? 1)), why: 'lost' });
      return;
    case 3:
      for (const teller of hall.tellers)
        fed.do(origin, teller, 'CountPresence', { sitting, round: (counted?.round ?? 0) + 1, present: 9 + who });
      return;
    default:
      fed.do(origin, base.secretary, 'IssueSlips', { sitting, count: much, channel: channels[who % 3] ?? 'phone' });
  }
}

/** After each act, of a book told again from its beginning: those out and those checked in before fit into the door count. */
function neverMoreThanCounted({ fed, origin, sitting }: Cabildo): void {
  const { acts, vault } = fed.book(origin);
  let present = 0;
  const out = new Set<number>();
  for (const { act, data, index } of acts as readonly { act: string; data: Told; index: number }[]) {
    if (data.sitting !== sitting) continue;
    if (act === 'PresenceCounted') present = data.present ?? 0;
    if (act === 'SlipVoided') out.delete(data.number ?? 0);
    if (act !== 'SlipsIssued') continue;
    for (let number = data.from ?? 0; number <= (data.to ?? -1); number++) {
      assert.ok(!out.has(number), 'a number is given out once');
      out.add(number);
    }
    const members = new Set(
      vault.attendance.flatMap((row) =>
        row.sitting === sitting && row.asOf <= index && parseSlipName(row.holder) === null ? [row.holder] : [],
      ),
    );
    assert.ok(out.size + members.size <= present, `${out.size} slips and ${members.size} members of ${present}`);
  }
}

interface Told {
  readonly sitting?: number;
  readonly present?: number;
  readonly number?: number;
  readonly from?: number;
  readonly to?: number;
}

/** Who votes by phone: the channel of each one's first check-in, without the slips that are void. */
function onPhones({ fed, origin, sitting, ...cabildo }: Cabildo): readonly string[] {
  const first = new Map<string, string>();
  for (const row of fed.book(origin).vault.attendance)
    if (row.sitting === sitting && !first.has(row.holder)) first.set(row.holder, row.channel);
  const { slips } = sittingOf({ fed, origin, sitting, ...cabildo });
  return [...first].flatMap(([holder, channel]) => {
    const number = parseSlipName(holder)?.number;
    return channel === 'phone' && (number === undefined || slips?.voided.includes(number) !== true) ? [holder] : [];
  });
}

test('each person once, whoever comes how: slips and check-ins never exceed the door count they were issued under', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }), (all, choices) => {
      const cabildo = cabildoOf(12, 4);
      const { fed, origin, base, hall, sitting } = cabildo;
      for (const step of all) tried(cabildo, step);
      neverMoreThanCounted(cabildo);
      if (!fed.do(origin, hall.chair, 'OpenSitting', { sitting, call: 'first' }).ok) return silent(cabildo);
      const vote = put(cabildo, 'devices');
      const issued = sittingOf(cabildo).slips?.issued ?? 0;
      const voters = [
        ...base.members.map(asMember),
        ...Array.from({ length: issued + 1 }, (_, i) => asSlip(sitting, i + 1)),
      ];
      const names = ['yes', 'no', 'abstain'] as const;
      let counted = 0;
      for (const round of [0, 1])
        for (const [i, voter] of voters.entries()) {
          const choice = names[choices[(i + round) % choices.length] ?? 0] ?? 'yes';
          if (fed.do(origin, voter, 'CastVote', { vote, choice }).ok) counted += 1;
        }
      assert.equal(counted, onPhones(cabildo).length, 'everybody with a phone once, nobody else');
      const closed = dataOf(fed.must(origin, hall.chair, 'CloseVote', { vote }), 'VoteClosed');
      assert.equal(closed.turnout, counted);
      silent(cabildo);
    }),
    { numRuns: 60, seed: 20051010 },
  );
});

test('more people have come: counted again, there are slips for them', () => {
  const cabildo = cabildoOf(20, 8);
  const { fed, origin, base, hall, sitting } = cabildo;
  for (const teller of hall.tellers) fed.must(origin, teller, 'CountPresence', { sitting, round: 2, present: 30 });
  assert.equal(fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 22 }).answer.left, 0);
  assert.equal(slipsOut(sittingOf(cabildo)), 22);
});
