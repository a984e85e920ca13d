// What stood when a book ended stands in the one that goes on: with its state, its measures, demands, duties and questions.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Act,
  type BodyState,
  type Carried,
  type Command,
  decide,
  decisionsStanding,
  emptyState,
  evolve,
  type Finding,
  measureAt,
  needs,
  plusDays,
  servicesExempt,
  statusAt,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import { indexOf, statuteWith } from './federation/assembly.ts';
import {
  decideAbove,
  decisionsStatute,
  declare,
  demandList,
  nth,
  playDecisions,
  seatOf,
} from './federation/decisions-story.ts';
import { federationOf, type World } from './federation/upper.ts';

const root = Buffer.alloc(32).toString('base64');

/** The successor as a node begins it: where it comes from, what the body is, and what stands. */
function successorOf(old: BodyState, at: string): { readonly state: BodyState; readonly carried: readonly Carried[] } {
  const { body, statute } = old;
  assert.ok(body && statute);
  const { name, title, kind, convener, provisionalUntil } = body;
  const begin: readonly (readonly [string, object])[] = [
    ['BookSucceeded', { predecessor: old.origin, size: old.size, root }],
    ['BodyFounded', { name, title, kind, convener, provisionalUntil }],
    ['StatuteAdopted', { statute: statute.rules, sha256: root }],
  ];
  const carried = decisionsStanding(old, at, begin.length);
  const acts = [
    ...begin,
    ...carried.map(({ index, what }) => ['DecisionCarried', { from: { book: old.origin, index }, what }] as const),
  ];
  const state = acts.reduce(
    (before, [act, data]) => evolve(before, { act, v: 1, index: before.size, at, data } as unknown as Act),
    emptyState(`${old.origin}~2`),
  );
  return { state, carried };
}

const resolutionsOf = (state: BodyState, at: string) =>
  tableEntries(state.resolutions)
    .map(([, resolution]) => ({
      // What has taken something back has nothing left to do.
      kind: tableGet(state.motions, resolution.motion ?? -1)?.proposal.kind,
      title: resolution.title,
      textHash: resolution.textHash,
      status: statusAt(state, resolution, at),
    }))
    .filter(({ status, kind }) => ['in-force', 'suspended', 'conditional'].includes(status) && kind !== 'revoke');

test('every decision of a whole story stands after it as it stood, and those that were rejected or revoked do not', () => {
  const { fed, upper } = playDecisions();
  const { state: old } = fed.book(upper.origin);
  const { state } = successorOf(old, fed.now);
  for (const at of [fed.now, plusDays(fed.now, 30), plusDays(fed.now, 400)])
    assert.deepEqual(resolutionsOf(state, at), resolutionsOf(old, at));
  assert.ok(resolutionsOf(state, fed.now).length > 3);
  const measures = (book: BodyState) =>
    tableEntries(book.measures)
      .filter(([, measure]) => measureAt(book, measure, fed.now) !== 'over')
      .map(([, measure]) => [
        measure.what,
        measure.withheld,
        measureAt(book, measure, fed.now),
        servicesExempt(book, measure, fed.now),
      ]);
  assert.deepEqual(measures(state), measures(old));
  const demands = (book: BodyState) =>
    tableEntries(book.demandLists).map(([, list]) => list.demands.map(({ act: _, ...demand }) => demand));
  assert.deepEqual(demands(state), demands(old));
  const duties = (book: BodyState) =>
    tableEntries(book.obligations).flatMap(([, one]) =>
      one.sitting === null ? [[one.matters, one.due, one.texts]] : [],
    );
  assert.deepEqual(duties(state), duties(old));
});

test('where a measure stands, or is to move, stays committed to in the book before', () => {
  const world = federationOf({ upperStatute: decisionsStatute });
  const measure = declare(world, { place: 'Río Seco, surtidor' });
  const to = 'Senkata, puente';
  decideAbove(world, { matter: 'lifting', proposal: { kind: 'lift', measure, how: 'move', to } });
  const { state: old } = world.fed.book(world.upper.origin);
  const { state, carried } = successorOf(old, world.fed.now);
  assert.doesNotMatch(JSON.stringify(carried), /surtidor|puente/);
  const [[, called] = ['', undefined]] = tableEntries(state.measures);
  assert.deepEqual(called?.withheld, tableGet(old.measures, measure)?.withheld);
  const waiting = tableEntries(state.motions).find(([, { proposal }]) => proposal.kind === 'lift')?.[1];
  const [tabled] = tableEntries(old.motions).find(([, { proposal }]) => proposal.kind === 'lift') ?? [];
  assert.deepEqual(waiting?.withheld, { on: { book: old.origin, index: Number(tabled) } });
});

test('a lifting that waits for the bases still waits, and lifts the same measure by its new number', () => {
  const world = federationOf({ upperStatute: decisionsStatute });
  const measure = declare(world);
  decideAbove(world, { matter: 'lifting', proposal: { kind: 'lift', measure, how: 'end' } });
  const { state: old } = world.fed.book(world.upper.origin);
  const { state } = successorOf(old, world.fed.now);
  const [[number, called] = ['', undefined]] = tableEntries(state.measures);
  assert.equal(called?.lifted, null);
  const waiting = tableEntries(state.resolutions).find(([, { lifts }]) => lifts !== null)?.[1];
  assert.deepEqual([waiting?.status, waiting?.lifts?.measure, waiting?.hasActed], ['suspended', Number(number), false]);
  const motion = tableGet(state.motions, waiting?.motion ?? -1);
  assert.deepEqual(motion?.proposal, { kind: 'lift', measure: Number(number), how: 'end' });
});

test('a challenged resolution is suspended in the successor too, and whoever challenged it has done so', () => {
  const world: World = federationOf({ upperStatute: decisionsStatute });
  const resolution = indexOf(decideAbove(world, { matter: 'ordinary', text: 'Tregua' }), 'ResolutionAdopted');
  const seat = seatOf(world, nth(world, 1));
  world.fed.must(world.upper.origin, seat, 'ChallengeClassification', { resolution, claimedMatter: 'lifting' });
  const { state: old } = world.fed.book(world.upper.origin);
  const { state } = successorOf(old, world.fed.now);
  const [[, carried] = ['', undefined]] = tableEntries(state.resolutions);
  assert.deepEqual(
    [carried?.status, carried?.challenges.map(({ body, claimedMatter }) => [body, claimedMatter])],
    ['suspended', [[nth(world, 1).origin, 'lifting']]],
  );
});

test('what does not fit into one act with all that became of it is left to be decided anew; the rest stands', () => {
  const world = federationOf({ upperStatute: statuteWith() });
  const long = Array.from({ length: 30 }, (_, i) => `${i}: ${'ñ'.repeat(90)}`);
  decideAbove(world, { matter: 'ordinary', proposal: { kind: 'demand-list', demands: long } });
  demandList(world);
  const { state: old } = world.fed.book(world.upper.origin);
  const { state } = successorOf(old, world.fed.now);
  assert.deepEqual(
    tableEntries(state.demandLists).map(([, { demands }]) => demands.length),
    [3],
  );
  const [[list = '', { resolution }] = ['', { resolution: -1 }]] = tableEntries(state.demandLists);
  assert.ok(Number(list) > resolution && tableGet(state.resolutions, resolution) !== undefined, 'numbers still fit');
});

test('a statute that was adopted and begins once it is ratified begins in the successor, by the answers given before', () => {
  const ratification = { ...statuteWith().ratification, matters: ['statute'] as const };
  const world = federationOf({ upperStatute: statuteWith({ ratification }) });
  const { fed, upper, bases } = world;
  const amended = statuteWith({ title: 'El que empieza después' });
  const done = decideAbove(world, { matter: 'statute', proposal: { kind: 'amend-statute', statute: amended } });
  const resolution = indexOf(done, 'ResolutionAdopted');
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  const { state: old } = fed.book(upper.origin);
  const { state } = successorOf(old, fed.now);
  const [[question = '', { textHash, names }] = assert.fail()] = tableEntries(state.consultations);
  assert.deepEqual(names, [{ book: upper.origin, index: indexOf(issued, 'ConsultationIssued') }]);
  assert.notEqual(state.statute?.rules.title, amended.title, 'until then the rules in force are those of before');

  const close = { name: 'CloseConsultation', input: { consultation: Number(question) } } as unknown as Command;
  const actor = { kind: 'member', member: state.body?.convener.holder ?? '' } as const;
  const said = {
    kind: 'base',
    bodyProven: true,
    textHash,
    answer: 'yes',
    yes: 5,
    no: 1,
    abstain: 0,
    roll: 8,
    heldAt: fed.now,
  };
  const held = bases.map(({ origin: base }) => {
    const answer = { ...said, index: 9, receivedAt: fed.now };
    return { base, path: [], answer, cites: [] };
  });
  const evidence = needs(state, close, actor, fed.now).map((need) => {
    const found = need.fact === 'held-answers' ? held : need.fact === 'sha256' ? { hash: root } : null;
    return { need, found, cites: [], bookKey: null } as unknown as Finding;
  });
  const decided = decide({ state, at: fed.now, actor, evidence, fresh: { member: '' } }, close);
  assert.ok(decided.ok, JSON.stringify(decided));
  const after = decided.acts.reduce(
    (before, { act, data }) => evolve(before, { act, v: 1, index: before.size, at: fed.now, data } as unknown as Act),
    state,
  );
  assert.deepEqual(after.statute?.rules, amended);
  const left = decisionsStanding(after, fed.now, 0).map(({ what }) => what.kind);
  assert.deepEqual(
    left,
    ['officers-before'],
    'once it has begun nothing is left but that its founder never handed over',
  );
});

test('a book that goes on from none takes nothing over, and none does once it has convened', () => {
  const world = federationOf({ upperStatute: decisionsStatute });
  demandList(world);
  const { state: old } = world.fed.book(world.upper.origin);
  const [first] = decisionsStanding(old, world.fed.now, 0);
  assert.ok(first);
  const data = { from: { book: old.origin, index: first.index }, what: first.what };
  const act = { act: 'DecisionCarried', v: 1, index: old.size, at: old.at, data } as unknown as Act;
  const { state } = successorOf(old, world.fed.now);
  assert.equal(evolve(old, act).resolutions, old.resolutions);
  const roll = { size: 2, root };
  const convened = { kind: 'ordinary', place: 'Sede', startsAt: old.at, notice: [], roll };
  const later = evolve(state, {
    act: 'SittingConvened',
    v: 1,
    index: state.size,
    at: old.at,
    data: convened,
  } as unknown as Act);
  assert.equal(evolve(later, { ...act, index: later.size }).resolutions, later.resolutions);
});
