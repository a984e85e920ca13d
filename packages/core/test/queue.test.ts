// The queue at the neighbourhood: a card once, in an order that nobody chose, and nothing in it about a person.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allActs,
  auditRules,
  cardsIn,
  type InputFor,
  leftIn,
  type Queue,
  tableEntries,
  tableGet,
  turnOrder,
} from '../src/index.ts';
import { indexOf } from './federation/assembly.ts';
import type { StoredAct } from './federation/book.ts';
import { anyone } from './federation/federation.ts';
import { codeOf, commitmentOf, drawn, issue, type Neighbourhood, neighbourhood, serving } from './federation/queue.ts';
import { playQueue } from './federation/story-queue.ts';

const settled = neighbourhood(12);
const given = (): Neighbourhood => ({ ...settled, fed: settled.fed.fork() });

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

function queueIn({ fed, origin }: Neighbourhood, queue: number): Queue {
  const found = tableGet(fed.book(origin).state.queues.queues, queue);
  assert.ok(found);
  return found;
}

test('the story of a queue holds against an audit, and says how many were left and why', () => {
  const { fed, origin } = playQueue();
  const { state, acts } = fed.book(origin);
  assert.deepEqual(auditRules(origin, acts).differences, []);
  const queue = tableEntries(state.queues.queues)[0]?.[1];
  assert.ok(queue);
  assert.deepEqual([queue.cards, queue.served, queue.disputed, queue.portionsOut, leftIn(queue)], [6, 3, 1, 4, 3]);
  assert.deepEqual(
    queue.closings.map(({ left }) => left),
    [{ absent: 1, ranOut: 2, other: 0 }],
  );
});

test('an order is drawn again by anyone from what the act says: the lots sorted, whatever the order of the cards', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 60 }), (seed, cards) => {
      const drawn = { book: 'el-alto.example/villa', queue: 7, seed, cards };
      const order = turnOrder(drawn, hex);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        [...cards].sort((a, b) => a - b),
      );
      assert.deepEqual(turnOrder({ ...drawn, cards: cards.toReversed() }, hex), order);
      // As with `sha256sum` and `sort` on a command line.
      const lines = cards.map(
        (card) => `${hex(`cabildo/turn/v1\nel-alto.example/villa\n7\n${seed}\n${card}\n`)} ${card}`,
      );
      assert.deepEqual(
        lines.sort().map((line) => Number(line.split(' ')[1])),
        order,
      );
    }),
  );
});

test('cards are frozen before anybody can know the seed: one issued or void afterwards changes no turn', () => {
  const scene = given();
  const { fed, base, origin } = scene;
  fed.must(origin, base.secretary, 'VoidHouseholdCard', { card: 3 });
  const queue = drawn(scene);
  const before = cardsIn(fed.book(origin).state.queues, queue);
  issue(scene, [codeOf('afterwards')], 12);
  fed.must(origin, base.secretary, 'VoidHouseholdCard', { card: 5 });
  assert.deepEqual(cardsIn(fed.book(origin).state.queues, queue), before);
  assert.deepEqual([before.length, before.includes(3), before.includes(5)], [11, false, true]);
});

test('a seed is drawn once, and not before the hour that was announced', () => {
  const scene = given();
  const { fed, base, origin } = scene;
  const queue = drawn(scene);
  fed.refuses(origin, base.presidium, 'DrawQueue', { queue, seed: '6 6 6' }, 'already-so');
  const input = {
    goods: 'Arroz',
    portions: 4,
    drawnFrom: 'Dados',
    at: new Date(Date.parse(fed.now) + 3_600_000).toISOString().replace('.000', ''),
  };
  const next = indexOf(fed.must(origin, base.presidium, 'AnnounceQueue', input), 'QueueAnnounced');
  fed.refuses(origin, base.presidium, 'DrawQueue', { queue: next, seed: '6 6 6' }, 'lot-not-announced');
  fed.refuses(origin, anyone, 'DrawQueue', { queue: next, seed: '6 6 6' }, 'not-allowed');
});

test('a closing stands beside the next one, where phones have brought more since', () => {
  const scene = given();
  const { fed, base, origin, codes } = scene;
  const queue = drawn(scene);
  const close = (absent: number) => ({ queue, left: { absent, ranOut: 0, other: 0 } });
  fed.must(origin, base.presidium, 'CloseQueue', close(12));
  fed.refuses(origin, base.presidium, 'CloseQueue', close(12), 'already-so');
  fed.must(origin, base.presidium, 'ServePortion', serving(queue, codes[0] ?? '', 'late', true));
  fed.must(origin, base.presidium, 'CloseQueue', close(11));
  assert.deepEqual(
    queueIn(scene, queue).closings.map(({ served }) => served),
    [0, 1],
  );
});

test('one household leaves another mark in each queue, and no act says which card it was', () => {
  const scene = given();
  const { fed, base, origin, codes } = scene;
  const marks = ['first', 'second'].map((name) => {
    const queue = drawn(scene, 4, name);
    const done = fed.must(origin, base.presidium, 'ServePortion', serving(queue, codes[0] ?? '', name));
    const act = done.acts.find((one) => one.act === 'PortionServed');
    assert.ok(act);
    assert.deepEqual(Object.keys(act.data).sort(), ['mark', 'queue', 'serving']);
    return (act.data as { mark: string }).mark;
  });
  assert.notEqual(marks[0], marks[1]);
});

test('nothing that is written of a queue can hold a person, a vote, an attendance, a fine or a signature', () => {
  const names = ['HouseholdCardsIssued', 'HouseholdCardVoided', 'QueueAnnounced', 'QueueDrawn', 'PortionServed'];
  names.push('ServingWithdrawn', 'QueueComplaintMade', 'QueueComplaintAnswered', 'QueueClosed');
  const rows = allActs.filter(({ name }) => names.includes(name));
  assert.equal(rows.length, names.length);
  for (const { name, data, cites } of rows) {
    const said = JSON.stringify(data);
    assert.ok(!/m-\[0-9a-hjkmnp|Ed25519|sitting|motion|vote/i.test(said), name);
    assert.deepEqual(cites, []);
  }
});

interface Sent {
  readonly serve?: InputFor<'ServePortion'>;
  readonly take?: InputFor<'WithdrawServing'>;
}

const step = fc.record({
  card: fc.nat(5),
  phone: fc.nat(2),
  given: fc.constant(true),
  taken: fc.boolean(),
  again: fc.nat(2),
});

/** What the book's acts say, read from the list: portions per mark that nobody took back. */
function naive(acts: readonly StoredAct[], queue: number) {
  const out = new Map<string, Set<string>>();
  for (const { act, data } of acts) {
    const said = data as unknown as { queue: number; mark: string; serving: string };
    if (said.queue !== queue) continue;
    const on = out.get(said.mark) ?? new Set<string>();
    if (act === 'PortionServed') out.set(said.mark, on.add(said.serving));
    if (act === 'ServingWithdrawn') on.delete(said.serving);
  }
  const counts = [...out.values()].map(({ size }) => size);
  const more = (than: number) => counts.filter((size) => size > than).length;
  return { served: more(0), disputed: more(1), portionsOut: counts.reduce((sum, size) => sum + size, 0) };
}

test('phones that come back in any order, with duplicates and retries, give one sum, and a second count agrees', () => {
  const scene = given();
  const queue = drawn(scene);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), fc.infiniteStream(fc.nat(1000)), (steps, chance) => {
      const phones = [0, 1, 2].map((phone) =>
        steps
          .filter((one) => one.phone === phone)
          .flatMap(({ card, taken, again }, number): Sent[] => {
            const serve = serving(queue, scene.codes[card] ?? '', `${phone} ${number}`, true);
            const { given: _given, ...held } = serve;
            const take: Sent[] = taken ? [{ take: { ...held, why: 'not-given' } }] : [];
            return [...Array.from({ length: again + 1 }, () => ({ serve })), ...take];
          }),
      );
      const sums = [0, 1].map(() => {
        const { fed, base, origin } = { ...scene, fed: scene.fed.fork() };
        const left = phones.map((all) => [...all]);
        for (
          let open = left.filter((all) => all.length > 0);
          open.length > 0;
          open = left.filter((all) => all.length > 0)
        ) {
          const from = open[chance.next().value % open.length];
          const { serve, take } = from?.shift() ?? {};
          if (serve !== undefined) fed.must(origin, base.presidium, 'ServePortion', serve);
          if (take !== undefined) fed.must(origin, base.presidium, 'WithdrawServing', take);
        }
        const { served, disputed, portionsOut } = queueIn({ ...scene, fed }, queue);
        const { acts } = fed.book(origin);
        assert.deepEqual(naive(acts, queue), { served, disputed, portionsOut });
        assert.deepEqual(auditRules(origin, acts).differences, []);
        return { served, disputed, portionsOut };
      });
      assert.deepEqual(sums[0], sums[1]);
    }),
    { numRuns: 25 },
  );
});

test('cards that are issued by several acts are numbered on, and no code counts twice', () => {
  const scene = given();
  const { fed, base, origin, codes } = scene;
  const more = Array.from({ length: 3 }, (_, number) => codeOf(`more ${number}`));
  const done = issue(scene, more, 15);
  assert.deepEqual(done.answer, { first: 13 });
  assert.deepEqual(fed.book(origin).state.queues.cards.size, 15);
  for (const again of [[codes[0] ?? ''], [codeOf('new'), codeOf('new')]]) {
    const commitments = again.map((code) => commitmentOf(origin, code));
    fed.refuses(origin, base.secretary, 'IssueHouseholdCards', { households: 99, commitments }, 'already-so');
  }
});
