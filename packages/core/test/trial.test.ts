// Votes held against other rules than their own. What opened and counted them decides here too, so under their own rules they come out as
// the book says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type BodyState,
  emptyState,
  evolve,
  type Imagined,
  imaginedVote,
  pastVotes,
  type Statute,
  type Trial,
  tableGet,
  trialInWords,
  trialOf,
} from '../src/index.ts';
import { statuteWith } from './federation/assembly.ts';
import type { Book } from './federation/book.ts';
import { soundStatute } from './federation/drawn-statutes.ts';
import {
  decideOnSecondCall,
  decideOrdinary,
  foundUnder,
  neighbourhood,
  recallAndReplace,
} from './federation/playing.ts';
import { attempt, tries } from './federation/random.ts';
import { ruleOf } from './federation/statutes.ts';
import { stories } from './federation/stories.ts';
import { federationOf } from './federation/upper.ts';

/** In which ways the votes were taken that were tried. */
const ways = new Set<string>();

/** Tries every vote of a book, when it was just closed, under the rules by which it and its sitting were opened. */
function assertAsRecorded({ origin, acts }: Book): number {
  const under = new Map<number, Statute>();
  let tried = 0;
  let state: BodyState = emptyState(origin);
  for (const act of acts) {
    const rules = state.statute?.rules;
    if (rules !== undefined) under.set(act.index, rules);
    state = evolve(state, act);
    if (act.act !== 'VoteClosed' && act.act !== 'AcclamationRecorded') continue;
    const index = act.act === 'VoteClosed' ? (act.data as { readonly vote: number }).vote : act.index;
    const past = pastVotes(state, 10_000).find(({ vote }) => vote === index);
    if (past === undefined) continue;
    const sitting = tableGet(state.votes, index)?.sitting ?? -1;
    const whenOpened = under.get(tableGet(state.sittings, sitting)?.opened?.act ?? -1);
    const whenVoted = under.get(index);
    assert.ok(whenOpened !== undefined && whenVoted !== undefined);
    const place = JSON.stringify([origin, index, past.tried]);
    assert.equal(trialOf(past.tried, whenOpened).notOpened, null, place);
    const trial = trialOf(past.tried, whenVoted);
    assert.equal(trial.notVoted, null, place);
    if (trial.notOpened === null)
      assert.equal(trial.verdict === 'suspended' ? 'carried' : trial.verdict, past.outcome, place);
    tried++;
    ways.add(past.tried.method);
  }
  return tried;
}

test('a vote tried under the rules it was held under comes out as its book says: in every story', () => {
  for (const play of Object.values(stories)) for (const book of play().fed.books.values()) assertAsRecorded(book);
});

const settled = federationOf({ bases: 3, people: 8 });

test('and so in federations in which people try anything in any order', () => {
  let votes = 0;
  fc.assert(
    fc.property(tries(300), (list) => {
      const world = { ...settled, fed: settled.fed.fork() };
      for (const one of list) attempt(world, one);
      for (const book of world.fed.books.values()) votes += assertAsRecorded(book);
    }),
    { numRuns: 15, seed: 20050608 },
  );
  assert.ok(votes > 100, String(votes));
});

const quarter = neighbourhood();

for (const kind of ['base', 'delegate'] as const)
  test(`and so in a ${kind} body under any sound statute`, () => {
    fc.assert(
      fc.property(soundStatute(kind), (statute) => {
        const fed = quarter.fed.fork();
        const body = foundUnder(fed, quarter.bases, kind, statute);
        decideOrdinary(body);
        decideOnSecondCall(body);
        recallAndReplace(body);
        assert.ok(assertAsRecorded(fed.book(body.origin)) >= 4);
      }),
      { numRuns: 25, seed: 20050608 },
    );
  });

test('votes taken in every way were among them', () => {
  const all = 'acclamation delegation-cards devices hands mixed roll-call secret urn'.split(' ');
  assert.deepEqual([...ways].filter((way) => way !== 'consensus').sort(), all);
});

test('a vote of the past is held against other rules: a quorum that its hall did not have, a majority that it missed', () => {
  const fed = quarter.fed.fork();
  const body = foundUnder(fed, quarter.bases, 'delegate', statuteWith());
  decideOrdinary(body);
  const [last] = pastVotes(fed.book(body.origin).state, 1);
  assert.ok(last);
  const all = { num: 1, den: 1, strict: false } as const;
  const before = statuteWith();
  const whole = { ...before, ...ruleOf('ordinary', { quorum: { ...all, min: 500 } })(before) };
  assert.equal(trialOf(last.tried, before).verdict, last.outcome);
  assert.equal(trialOf(last.tried, whole).notVoted?.code, 'quorum-for-matter');
  const later = { ...before, calls: { ...before.calls, first: { ...all, min: 500 } } };
  assert.deepEqual(
    [trialOf(last.tried, later).verdict, trialOf(last.tried, later).notOpened?.needed],
    ['not-opened', 500],
  );
});

const half = { num: 1, den: 2, strict: true } as const;
const third = { num: 1, den: 3, strict: false } as const;
const rules = (change: Partial<Statute['rules'][number]> = {}, more: Partial<Statute> = {}): Statute => {
  const statute = statuteWith({ calls: { first: half, second: third, minutesBetween: 30 }, ...more });
  return { ...statute, ...ruleOf('pact', { secondCall: true, ...change })(statute) };
};

const evening: Imagined = {
  matter: 'pact',
  sitting: 'ordinary',
  call: 'second',
  roll: 90,
  present: 31,
  votes: { yes: 16, no: 10, abstain: 5 },
};

function tryOut(change: Partial<Imagined>, statute: Statute, kind: 'base' | 'delegate' = 'base'): Trial {
  const vote = imaginedVote({ ...evening, ...change }, kind, statute);
  assert.ok(vote.ok);
  return trialOf(vote.value, statute);
}

const verdict = (change: Partial<Imagined>, statute: Statute, kind?: 'base' | 'delegate') => {
  const { verdict, article } = tryOut(change, statute, kind);
  return [verdict, article];
};

const ofPresent = { rule: { ...half, of: 'present' } } as const;

test('an evening with few people: opened on the second call alone, and what carries depends on what the half is of', () => {
  assert.deepEqual(verdict({}, rules(ofPresent)), ['carried', 'rules.pact']);
  assert.deepEqual(verdict({ call: 'first' }, rules(ofPresent)), ['not-opened', 'calls.first']);
  assert.deepEqual(verdict({ present: 29, votes: { yes: 29, no: 0, abstain: 0 } }, rules(ofPresent)), [
    'not-opened',
    'calls.second',
  ]);
  const fifteen = { votes: { yes: 15, no: 10, abstain: 6 } };
  assert.deepEqual(verdict(fifteen, rules(ofPresent)), ['rejected', 'rules.pact']);
  assert.deepEqual(verdict(fifteen, rules({ rule: { ...half, of: 'cast' } })), ['carried', 'rules.pact']);
  assert.deepEqual(verdict({ votes: { yes: 10, no: 10, abstain: 0 } }, rules({ rule: { ...half, of: 'cast' } })), [
    'tied',
    'rules.pact',
  ]);
  assert.deepEqual(verdict({}, rules({ rule: { ...half, of: 'roll' } })), ['rejected', 'rules.pact']);
});

test('the quorum of a matter, the kind of sitting, the way of voting and the closing hour stand in the way each by its article', () => {
  assert.deepEqual(verdict({}, rules({ ...ofPresent, secondCall: false })), ['not-voted', 'rules.pact']);
  assert.deepEqual(verdict({}, rules({ ...ofPresent, sittings: ['congress'] })), ['not-voted', 'rules.pact']);
  assert.deepEqual(verdict({ method: 'urn' }, rules({ ...ofPresent, methods: ['hands'] })), [
    'not-voted',
    'rules.pact',
  ]);
  const early = rules(ofPresent, { closing: { hour: 22, offsetMinutes: -240 } });
  assert.deepEqual(verdict({ hour: 21 }, early), ['carried', 'rules.pact']);
  assert.deepEqual(verdict({ hour: 22 }, early), ['not-voted', 'closing']);
  assert.deepEqual(verdict({ matter: 'lifting' }, { ...early, rules: [] }), ['not-voted', 'rules']);
});

test('in an assembly of delegates a pact waits for the bases, and a majority of delegations is taken of those that are told', () => {
  const bodies = rules({ rule: { ...half, of: 'bodies' }, methods: ['roll-call'] });
  assert.deepEqual(verdict({}, rules({ ...ofPresent, methods: ['roll-call'] }), 'delegate'), [
    'suspended',
    'ratification',
  ]);
  assert.deepEqual(verdict({}, bodies, 'delegate'), ['not-known', 'rules.pact']);
  const sides = { bodies: { yes: 3, no: 3, abstain: 0 } };
  assert.deepEqual(verdict(sides, bodies, 'delegate'), ['rejected', 'rules.pact']);
  assert.deepEqual(verdict({ bodies: { yes: 4, no: 3, abstain: 0 } }, bodies, 'delegate'), [
    'suspended',
    'ratification',
  ]);
  assert.deepEqual(verdict(sides, bodies, 'base'), ['not-voted', 'rules.pact'], 'members have no delegation');
});

test('what cannot have been is refused: more votes than people, more people than belong', () => {
  const refused = (change: Partial<Imagined>) => {
    const found = imaginedVote({ ...evening, ...change }, 'base', rules());
    return found.ok ? null : found.refusal.code;
  };
  assert.equal(refused({}), null);
  assert.equal(refused({ present: 30 }), 'more-hands-than-people');
  assert.equal(refused({ roll: 30 }), 'more-than-the-roll');
});

test('a trial is said with its figures and its article, in both languages', () => {
  const trial = tryOut({}, rules(ofPresent));
  assert.deepEqual(trialInWords(trial, 'es', 0), [
    'Primera convocatoria: hacen falta 46, hay 31; no hay quórum.',
    'Segunda convocatoria: hacen falta 30, hay 31; hay quórum.',
    'Por el sí, 16 de 31; se pide más de la mitad de quienes están presentes: alcanza.',
    'Se aprobaría. Artículo «acuerdo con terceros».',
  ]);
  assert.deepEqual(trialInWords(tryOut({ call: 'first' }, rules(ofPresent)), 'en', 0), [
    'First call: 46 needed, 31 there; there is no quorum.',
    'Second call: 30 needed, 31 there; there is a quorum.',
    'For yes, 16 of 31; what is asked for is more than half of those present: reached.',
    'The sitting would not be opened. Article “quorum”.',
  ]);
});
