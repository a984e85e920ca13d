import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Constraints } from '../src/constraints.ts';
import { count } from '../src/count.ts';
import { methods } from '../src/methods.ts';
import { counted, ids, refused } from './asked.ts';
import { type NaiveBound, naiveBestFirst, naiveGregory, results } from './naive/gregory.ts';
import { electionOf, profiles, read } from './naive/profile.ts';

const runs = { numRuns: 200 };

const hall = read(
  'blt',
  '5 2\n9 1 2 0\n8 2 1 0\n5 3 4 0\n3 4 3 0\n1 5 4 0\n0\n"Abel"\n"Bruno"\n"Carla"\n"Delia"\n"Elsa"\n"T"\n',
);
const parity = { 'group.women': '3,4,5', 'min.women': '1' };

test('parity: at least one woman, and whoever has most of them', () => {
  assert.deepEqual(ids(counted(hall, 'block', { options: { votes: '1' } })), ['1', '2']);
  assert.deepEqual(ids(counted(hall, 'block', { options: { votes: '1', ...parity } })), ['1', '3']);
  for (const method of ['scottish-stv', 'meek-stv']) {
    assert.deepEqual(ids(counted(hall, method)), ['1', '2'], method);
    const result = counted(hall, method, { options: parity });
    assert.deepEqual(ids(result), ['1', '3'], method);
    const out = result.stages.find(({ excluded }) => excluded?.includes('2'));
    assert.match(out?.explanation.en ?? '', /the constraints leave no seat for Bruno/);
    assert.equal(result.options['min.women'], '1');
  }
});

test('origin: no more than one from one body, by an option or as the file says', () => {
  const options = { 'group.mine-a': 'Abel,Bruno', 'max.mine-a': '1' };
  assert.deepEqual(ids(counted(hall, 'plurality', { seats: 2, options })), ['1', '3']);
  const document = {
    seats: 3,
    candidates: [
      { id: 'a', groups: { body: 'mine', sex: 'man' } },
      { id: 'b', groups: { body: 'mine', sex: 'man' } },
      { id: 'c', groups: { body: 'mill', sex: 'man' } },
      { id: 'd', groups: { body: 'mill', sex: 'woman' } },
      { id: 'e', groups: { body: 'port', sex: 'woman' } },
    ],
    ballots: [
      { count: 9, approves: ['a', 'b'] },
      { count: 5, approves: ['c'] },
      { count: 2, approves: ['d'] },
      { count: 1, approves: ['e'] },
    ],
  };
  const election = read('json', JSON.stringify(document));
  const elected = (asked: Record<string, string>, lots: string[] = []) =>
    counted(election, 'approval', { seats: 3, options: asked, lots });
  assert.deepEqual(ids(elected({})), ['a', 'b', 'c']);
  assert.deepEqual(elected({ 'max.body': '1' }).lotsRequired?.tied, ['a', 'b']);
  assert.deepEqual(ids(elected({ 'max.body': '1' }, ['b'])), ['b', 'c', 'e']);
  assert.deepEqual(ids(elected({ 'min.sex:woman': '2' }, ['a'])), ['a', 'd', 'e']);
  assert.deepEqual(ids(elected({ 'max.body': '1', 'min.sex:woman': '2' }, ['a'])), ['a', 'd', 'e']);
});

test('what cannot be kept is said before anything is counted', () => {
  const code = (options: Record<string, string>) => refused(hall, 'block', { options });
  assert.match(code({ 'group.w': '3', 'min.w': '2' }).text.en, /At least 2 of “w”.*but 1 stand and there are 2 seats/);
  assert.match(code({ 'group.w': '3,4,5', 'min.w': '3' }).text.en, /At least 3/);
  assert.match(code({ 'group.m': '1,2,3,4', 'max.m': '0' }).text.en, /At most 0 of “m”.*only 1 others/);
  assert.match(code({ 'group.w': '3,4', 'min.w': '2', 'max.w': '1' }).text.en, /cannot be/);
  const together = code({ 'group.a': '1,2', 'min.a': '2', 'group.b': '3', 'min.b': '1' });
  assert.equal(together.code, 'constraints-impossible');
  assert.match(together.text.en, /not all together/);
  assert.equal(code({ 'min.w': '1' }).code, 'unknown-group');
  assert.equal(code({ 'group.w': '1' }).code, 'idle-group');
  assert.equal(code({ 'group.w': '9', 'min.w': '1' }).code, 'unknown-candidate');
  assert.equal(code({ 'group.w': '1', 'min.w': 'some' }).code, 'bad-option');
});

test('a method without a sound rule for it refuses constraints and says why', () => {
  const asked = { 'group.w': '1', 'max.w': '0' };
  for (const [name, { constrained }] of Object.entries(methods)) {
    if (constrained) continue;
    assert.equal(refused(hall, name, { options: asked }).code, 'no-constraints', name);
  }
  assert.match(refused(hall, 'irv', { options: asked }).text.en, /one seat only/);
  assert.match(refused(hall, 'dhondt', { options: asked }).text.en, /order within each list/);
  assert.match(refused(hall, 'sortition', { options: asked }).text.en, /by=GROUP/);
  assert.match(refused(hall, 'phragmen', { options: asked }).text.en, /no published rule/);
});

test('groups that cross each other in more ways than can be looked at are refused, not waited for', () => {
  const size = 40;
  const bounds = Array.from({ length: 24 }, (_, bound) => ({
    group: `g${bound}`,
    members: new Set(Array.from({ length: size }, (__, at) => at).filter((at) => ((at * 2654435761) >> bound) & 1)),
    least: 5,
    most: 6,
  }));
  const all = Array.from({ length: size }, (_, at) => at);
  assert.throws(() => new Constraints(bounds).canFill([], all, 13), { message: /Fewer groups are needed/ });
});

test('Hill’s example: fourteen seats by nation and by sex guard and doom at once', () => {
  // Voting matters 9 and 13: 7 English, 6 Scottish, 1 Welsh; 7 men and 7 women; here 3 English men are elected, and of the
  // Scottish two women and five men stand.
  const kinds = { em: 5, ew: 7, sm: 5, sw: 2, wm: 1, ww: 1 };
  let next = 0;
  const places = Object.fromEntries(
    Object.entries(kinds).map(([kind, number]) => [kind, Array.from({ length: number }, () => next++)]),
  ) as Record<keyof typeof kinds, number[]>;
  const exactly = (group: string, members: number[], number: number) => {
    return { group, members: new Set(members), least: number, most: number };
  };
  const { em, ew, sm, sw, wm, ww } = places;
  const constraints = new Constraints([
    exactly('english', [...em, ...ew], 7),
    exactly('scottish', [...sm, ...sw], 6),
    exactly('welsh', [...wm, ...ww], 1),
    exactly('men', [...em, ...sm, ...wm], 7),
    exactly('women', [...ew, ...sw, ...ww], 7),
  ]);
  const elected = em.slice(0, 3);
  const standing = [...em.slice(3), ...ew, ...sm, ...sw, ...wm, ...ww];
  const { guarded, doomed } = constraints.standing(elected, standing, 14);
  assert.deepEqual([...guarded].sort(), [...sw, ...ww].sort());
  assert.deepEqual([...doomed].sort(), [...em.slice(3), ...wm].sort());
});

/** Groups of the candidates of a profile, and how many of each. */
const boundsFor = (candidates: number, seats: number): fc.Arbitrary<NaiveBound[]> =>
  fc.array(
    fc
      .record({
        members: fc.subarray(
          Array.from({ length: candidates }, (_, at) => at),
          { minLength: 1 },
        ),
        least: fc.integer({ min: 0, max: seats }),
        more: fc.integer({ min: 0, max: seats }),
      })
      .map(({ members, least, more }) => ({ members, least, most: least + more })),
    { maxLength: 3 },
  );

const bounded = profiles().chain((profile) =>
  fc.record({ profile: fc.constant(profile), bounds: boundsFor(profile.candidates, profile.seats) }),
);

const asOptions = (bounds: readonly NaiveBound[]): Record<string, string> =>
  Object.fromEntries(
    bounds.flatMap(({ members, least, most }, at) => [
      [`group.g${at}`, members.map((member) => member + 1).join()],
      [`min.g${at}`, String(least)],
      [`max.g${at}`, String(most)],
    ]),
  );

const everybody = (candidates: number): number[] => Array.from({ length: candidates }, (_, at) => at);

test('guarded and doomed are who is in every possible result and who is in none', () => {
  fc.assert(
    fc.property(bounded, fc.nat(), ({ profile: { candidates, seats }, bounds }, seed) => {
      const all = everybody(candidates);
      const elected = all.filter((at) => (seed >> at) & 1).slice(0, seats);
      const standing = all.filter((at) => !elected.includes(at) && !((seed >> (at + 8)) & 1));
      const size = Math.min(seats, elected.length + standing.length);
      const sets = results([...elected, ...standing], size, bounds).filter((set) =>
        elected.every((at) => set.includes(at)),
      );
      const constraints = new Constraints(
        bounds.map(({ members, ...rest }, at) => ({ group: `g${at}`, members: new Set(members), ...rest })),
      );
      if (bounds.length === 0) return;
      assert.equal(constraints.canFill(elected, standing, seats), sets.length > 0);
      if (sets.length === 0) return;
      const { guarded, doomed } = constraints.standing(elected, standing, seats);
      assert.deepEqual(
        standing.filter((at) => guarded.has(at)),
        standing.filter((at) => sets.every((set) => set.includes(at))),
      );
      assert.deepEqual(
        standing.filter((at) => doomed.has(at)),
        standing.filter((at) => !sets.some((set) => set.includes(at))),
      );
    }),
    { numRuns: 500 },
  );
});

test('scottish-stv within bounds elects whom a count of single papers elects that knows every possible result', () => {
  fc.assert(
    fc.property(bounded, ({ profile, bounds }) => {
      const outcome = count(electionOf(profile), { method: 'scottish-stv', options: asOptions(bounds) });
      const possible = results(everybody(profile.candidates), profile.seats, bounds);
      if (possible.length === 0) {
        assert.equal(outcome.ok ? '' : outcome.refusal.code, 'constraints-impossible');
        return;
      }
      assert.ok(outcome.ok);
      const { elected, lotsRequired } = outcome.result;
      const naive = naiveGregory(profile, bounds);
      const found = lotsRequired === null ? elected.map(({ id }) => Number(id) - 1).sort() : 'tie';
      assert.deepEqual(found, naive === 'tie' ? naive : [...naive.elected].sort());
    }),
    runs,
  );
});

for (const method of ['scottish-stv', 'meek-stv', 'plurality', 'block', 'borda', 'approval']) {
  test(`${method}: what is elected keeps every bound, and bounds that bind nobody change nothing`, () => {
    fc.assert(
      fc.property(bounded, fc.boolean(), ({ profile, bounds }, late) => {
        const election = electionOf(profile);
        const lots = everybody(profile.candidates).map((at) => String(at + 1));
        if (late) lots.reverse();
        const more = { seats: profile.seats, lots };
        const possible = results(everybody(profile.candidates), profile.seats, bounds);
        if (possible.length === 0) return;
        const { elected, lotsRequired } = counted(election, method, { ...more, options: asOptions(bounds) });
        assert.equal(lotsRequired, null);
        const set = elected.map(({ id }) => Number(id) - 1).sort();
        assert.ok(possible.some((one) => one.join() === set.join()));
        const loose = bounds.map((bound) => ({ ...bound, least: 0, most: profile.seats }));
        assert.deepEqual(
          counted(election, method, { ...more, options: asOptions(loose) }).stages,
          counted(election, method, more).stages,
        );
      }),
      runs,
    );
  });
}

test('best first: from the most votes down, whoever leaves a possible result', () => {
  fc.assert(
    fc.property(bounded, ({ profile, bounds }) => {
      if (results(everybody(profile.candidates), profile.seats, bounds).length === 0) return;
      const { stages, elected, lotsRequired } = counted(electionOf(profile), 'plurality', {
        seats: profile.seats,
        options: asOptions(bounds),
      });
      const votes = everybody(profile.candidates).map((at) => Number(stages[0]?.tally[String(at + 1)]));
      const naive = naiveBestFirst(votes, profile.seats, bounds);
      assert.deepEqual(
        lotsRequired === null ? elected.map(({ id }) => Number(id) - 1).sort() : 'tie',
        naive === 'tie' ? naive : [...naive].sort(),
      );
    }),
    runs,
  );
});

test('a seat that becomes free is filled within the same bounds', () => {
  const options = { ...parity, vacancy: 'countback' };
  const election = counted(hall, 'scottish-stv', { options });
  assert.deepEqual(ids(election), ['1', '3']);
  const after = counted(hall, 'scottish-stv', { options: { vacated: '3' }, original: election });
  assert.equal(after.stages[0]?.tally['2'], undefined);
  assert.match(after.stages[0]?.explanation.en ?? '', /By the constraints of parity or origin it cannot be Bruno/);
  assert.deepEqual(ids(after), ['4']);
});
