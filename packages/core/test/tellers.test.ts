// Who counts, who recounts, and when the numbers are told (DESIGN section 6, Tellers).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, auditRules, tableGet } from '../src/index.ts';
import {
  announcing,
  appoint,
  type Base,
  convene,
  foundBase,
  hallOf,
  indexOf,
  nameOf,
  open,
  openVote,
  others,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { type Done, dataOf, Federation } from './federation/federation.ts';

interface Scene {
  readonly fed: Federation;
  readonly base: Base;
  readonly sitting: number;
  readonly vote: number;
}

/** Thirty people in the hall, and a vote by hands that is open. */
function given(statute = statuteWith(), item: Partial<Parameters<typeof table>[3]> = {}): Scene {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 40, statute);
  fed.pass({ days: 31 });
  const { matter = 'ordinary' } = item;
  const sitting = convene(fed, hallOf(base), { notice: announcing({ matter, ...item }) });
  open(fed, hallOf(base), sitting, 30);
  const motion = table(fed, hallOf(base), sitting, { matter, ...item });
  return { fed, base, sitting, vote: openVote(fed, hallOf(base), motion, 'hands') };
}

interface Hands {
  readonly block?: string;
  readonly round?: number;
  readonly yes?: number;
  readonly no?: number;
}

const entry = (vote: number, { block = 'sala', round = 1, yes = 0, no = 0 }: Hands) => ({
  vote,
  block,
  round,
  yes,
  no,
  abstain: 0,
});

const count = ({ fed, base, vote }: Scene, teller: Actor, hands: Hands): Done =>
  fed.must(base.origin, teller, 'CountBlock', entry(vote, hands));

const refused = (scene: Scene, teller: Actor, hands: Hands, code: Parameters<Federation['refuses']>[4]) =>
  scene.fed.refuses(scene.base.origin, teller, 'CountBlock', entry(scene.vote, hands), code);

const close = ({ fed, base, vote }: Scene): Done => fed.must(base.origin, base.presidium, 'CloseVote', { vote });

const closingRefused = ({ fed, base, vote }: Scene, code: Parameters<Federation['refuses']>[4]) =>
  fed.refuses(base.origin, base.presidium, 'CloseVote', { vote }, code);

const named = ({ acts }: Done): readonly string[] => acts.map(({ act }) => act);

test('while a vote is open no number of any block is in the book, nor told to the tellers themselves', () => {
  const scene = given();
  const { fed, base, vote } = scene;
  const book = fed.book(base.origin);
  const [size, state] = [book.acts.length, book.state];
  const [first, second] = base.tellers;
  for (const block of ['izquierda', 'derecha']) {
    assert.deepEqual(count(scene, first, { block, yes: 9, no: 4 }).answer, { waiting: 'the other teller' });
    const both = count(scene, second, { block, yes: 9, no: 4 });
    assert.deepEqual([both.acts, both.answer], [[], { agreed: true, final: true, round: 1 }]);
  }
  assert.equal(book.acts.length, size);
  assert.equal(book.state, state);
  assert.equal(tableGet(book.state.votes, vote)?.blocks.size, 0);
});

test('the close tells every block once, in the order of their names, and then the result', () => {
  const scene = given();
  for (const [block, yes] of [
    ['izquierda', 9],
    ['derecha', 5],
  ] as const)
    for (const teller of scene.base.tellers) count(scene, teller, { block, yes, no: 4 });
  const closed = close(scene);
  assert.deepEqual(named(closed), ['BlockCounted', 'BlockCounted', 'VoteClosed', 'ResolutionAdopted']);
  const told = closed.acts.slice(0, 2).map(({ data, by }) => ({ ...data, by }));
  const tally = (yes: number) => ({ yes, no: 4, abstain: 0 });
  const by = { office: 'presidencia', article: 'tellers' };
  const block = { vote: scene.vote, round: 1, agreed: true, by };
  assert.deepEqual(told, [
    { ...block, block: 'derecha', entries: [tally(5), tally(5)] },
    { ...block, block: 'izquierda', entries: [tally(9), tally(9)] },
  ]);
  assert.deepEqual(dataOf(closed, 'VoteClosed').tallies, [{ yes: 14, no: 8, abstain: 0 }]);
  const { origin, acts, state } = scene.fed.book(scene.base.origin);
  assert.equal(tableGet(state.votes, scene.vote)?.blocks.size, 2);
  assert.deepEqual(auditRules(origin, acts).differences, []);
});

test('what the motion does names its resolution, however many blocks were counted', () => {
  const measure = { kind: 'measure', what: 'Paro', place: 'Plaza', from: '2005-08-01T12:00:00Z' } as const;
  const scene = given(statuteWith(), { matter: 'measure', proposal: measure });
  for (const block of ['a', 'b', 'c']) for (const teller of scene.base.tellers) count(scene, teller, { block, yes: 8 });
  const closed = close(scene);
  assert.equal(dataOf(closed, 'MeasureDeclared').resolution, indexOf(closed, 'ResolutionAdopted'));
});

test('a vote is not closed while a block waits for its second teller; the block is named, the number is not', () => {
  const scene = given();
  const [first, second] = scene.base.tellers;
  closingRefused(scene, 'not-counted');
  for (const teller of scene.base.tellers) count(scene, teller, { block: 'izquierda', yes: 9 });
  count(scene, first, { block: 'derecha', yes: 17 });
  const refusal = closingRefused(scene, 'not-counted');
  assert.deepEqual(refusal, {
    code: 'not-counted',
    article: 'tellers',
    needed: 2,
    present: 1,
    detail: { block: 'derecha' },
  });
  count(scene, second, { block: 'derecha', yes: 17 });
  assert.deepEqual(dataOf(close(scene), 'VoteClosed').tallies, [{ yes: 26, no: 0, abstain: 0 }]);
});

test('a vote is not closed while a block awaits its recount, nor in the middle of one', () => {
  const scene = given();
  const { fed, base, sitting } = scene;
  for (const [teller, yes] of [
    [base.tellers[0], 9],
    [base.tellers[1], 10],
  ] as const)
    count(scene, teller, { yes });
  assert.deepEqual(closingRefused(scene, 'counts-differ').detail, { block: 'sala' });
  const [third, fourth] = others(base);
  appoint(fed, hallOf(base), sitting, [third, fourth]);
  count(scene, third, { round: 2, yes: 9 });
  closingRefused(scene, 'not-counted');
  assert.deepEqual(count(scene, fourth, { round: 2, yes: 9 }).answer, { agreed: true, final: true, round: 2 });
  const closed = close(scene);
  assert.deepEqual(named(closed), ['BlockCounted', 'VoteClosed', 'ResolutionAdopted']);
  assert.equal(dataOf(closed, 'BlockCounted').round, 2);
});

test('as many recounts as the statute says: with none, the first two numbers stand', () => {
  const scene = given(statuteWith({ tellers: { recounts: 0 } }));
  const [first, second] = scene.base.tellers;
  count(scene, first, { yes: 9 });
  assert.deepEqual(count(scene, second, { yes: 10 }).answer, { agreed: false, final: true, round: 1 });
  const closed = close(scene);
  assert.equal(dataOf(closed, 'BlockCounted').agreed, false);
  assert.equal(dataOf(closed, 'VoteClosed').outcome, 'carried');
});

test('a block is recounted by others than those who counted it, who may still count another block', () => {
  const scene = given();
  const { fed, base, sitting } = scene;
  const [first, second] = base.tellers;
  count(scene, first, { yes: 9 });
  count(scene, second, { yes: 10 });
  refused(scene, first, { round: 2, yes: 10 }, 'recount-by-others');
  refused(scene, first, { round: 1, yes: 10 }, 'wrong-round');
  count(scene, first, { block: 'patio', yes: 3 });
  count(scene, second, { block: 'patio', yes: 3 });
  const [third] = others(base);
  // One who counted before does not become another by being appointed again.
  appoint(fed, hallOf(base), sitting, [first, third]);
  refused(scene, first, { round: 2, yes: 10 }, 'recount-by-others');
  refused(scene, second, { round: 2, yes: 10 }, 'not-allowed');
  count(scene, third, { round: 2, yes: 10 });
});

test('the two of a round were each appointed when they counted, though not together', () => {
  const scene = given();
  const { fed, base, sitting } = scene;
  const [first] = base.tellers;
  const [third, fourth] = others(base);
  count(scene, first, { yes: 9 });
  appoint(fed, hallOf(base), sitting, [third, fourth]);
  refused(scene, base.tellers[1], { yes: 9 }, 'not-allowed');
  assert.deepEqual(count(scene, third, { yes: 9 }).answer, { agreed: true, final: true, round: 1 });
  refused(scene, fourth, { yes: 9 }, 'wrong-round');
});

test('the order of two numbers in an act is the same, whoever enters first and whoever is appointed afterwards', () => {
  const orders = [false, true].map((turned) => {
    const scene = given(statuteWith({ tellers: { recounts: 0 } }));
    const { fed, base, sitting } = scene;
    const [first, second] = base.tellers;
    const entries = [
      [first, 9],
      [second, 10],
    ] as const;
    for (const [teller, yes] of turned ? entries.toReversed() : entries) count(scene, teller, { yes });
    if (turned) appoint(fed, hallOf(base), sitting, [second, first]);
    const byName = entries.toSorted(([a], [b]) => (nameOf(a) < nameOf(b) ? -1 : 1)).map(([, yes]) => yes);
    const told = dataOf(close(scene), 'BlockCounted').entries.map(({ yes }) => yes);
    assert.deepEqual(told, byName);
    return told;
  });
  assert.deepEqual(orders[0], orders[1]);
});

test('the hall is recounted by others than those who counted it', () => {
  const { fed, base } = given();
  const { origin, tellers } = base;
  const sitting = convene(fed, hallOf(base));
  appoint(fed, hallOf(base), sitting, tellers);
  const present = (teller: Actor, round: number, people: number) =>
    fed.must(origin, teller, 'CountPresence', { sitting, round, present: people });
  present(tellers[0], 1, 30);
  present(tellers[1], 1, 31);
  for (const teller of tellers)
    fed.refuses(origin, teller, 'CountPresence', { sitting, round: 2, present: 31 }, 'recount-by-others');
  appoint(fed, hallOf(base), sitting, others(base));
  for (const teller of others(base)) present(teller, 2, 31);
  assert.equal(tableGet(fed.book(origin).state.sittings, sitting)?.present, 31);
});

test('after an agreed count the same tellers may count the hall again, as when people have left', () => {
  const { fed, base } = given();
  const { origin, tellers } = base;
  const sitting = convene(fed, hallOf(base));
  appoint(fed, hallOf(base), sitting, tellers);
  for (const [round, people] of [
    [1, 30],
    [2, 26],
  ] as const)
    for (const teller of tellers) fed.must(origin, teller, 'CountPresence', { sitting, round, present: people });
  assert.equal(tableGet(fed.book(origin).state.sittings, sitting)?.present, 26);
  fed.must(origin, tellers[0], 'CountPresence', { sitting, round: 3, present: 25 });
  fed.must(origin, tellers[1], 'CountPresence', { sitting, round: 3, present: 24 });
  assert.equal(tableGet(fed.book(origin).state.sittings, sitting)?.present, null, 'a recount is due, as at first');
});
