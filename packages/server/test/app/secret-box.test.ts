// The ballot box by itself: what is taken is on the board once, in an order that keeps each voter's own, whatever comes between.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { extendsArchive, writeArchive } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import { emptyState, tableSet } from '@cabildo/core';
import fc from 'fast-check';
import { wholeArchive } from '../../src/app/ballot/board.ts';
import { BallotBoxes } from '../../src/app/ballot/box.ts';
import type { BallotTools } from '../../src/app/ballot/elections.ts';
import type { SetUp } from '../../src/app/ballot/secret-votes.ts';
import { shuffled } from '../../src/app/ballot/shuffled.ts';
import type { Node } from '../../src/app/index.ts';
import { publish } from '../../src/store/secret/board.ts';
import { addElection } from '../../src/store/secret/elections.ts';
import { withNode } from './node-fixture.ts';

const base64 = (text: string): string => hash('sha256', text, 'base64');

test('given a batch, when it is shuffled, then all of it is there and two of one credential keep their order', () => {
  const batches = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
  fc.assert(
    fc.property(
      batches,
      fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      (own, chance) => {
        const batch = own.map((voter, at) => ({
          credential: `voter ${voter}`,
          nth: own.slice(0, at).filter((one) => one === voter).length,
          at,
        }));
        const order = shuffled(batch, (bound) => Math.floor(Number(chance.next().value) * bound));
        assert.deepEqual(
          order.map(({ at }) => at).toSorted((a, b) => a - b),
          batch.map(({ at }) => at),
        );
        for (const { credential } of batch) {
          const places = order.filter((one) => one.credential === credential).map(({ nth }) => nth);
          assert.deepEqual(
            places,
            places.toSorted((a, b) => a - b),
          );
        }
      },
    ),
  );
});

test('given twenty ballots, when they are shuffled often, then any of them comes first at times', () => {
  const batch = Array.from({ length: 20 }, (_, at) => ({ credential: `${at}`, nth: 0, at }));
  const first = new Set<number>();
  for (let round = 0; round < 1_000; round++) {
    const [one] = shuffled(batch, (bound) => Math.floor(Math.random() * bound));
    first.add(one?.at ?? -1);
  }
  assert.equal(first.size, batch.length, 'one that never comes first has a place of its own');
});

interface Scene {
  readonly uuid: string;
  readonly tools: BallotTools;
  /** The book says from now on that the box is closed. */
  close(): void;
  archive(): Promise<Uint8Array>;
}

let scenes = 0;

/** A box that is open in a book, and a checker that finds nothing wrong with anything. */
async function openScene(node: Node): Promise<Scene> {
  scenes += 1;
  const uuid = `election${scenes}`;
  const origin = 'el-alto.example/junta';
  const pieces: Uint8Array[] = [];
  const writer = writeArchive({ machine: nodeMachine, time: 1, write: (bytes) => pieces.push(bytes) });
  writer.setUp('{}', '[]', '[]');
  const head = writer.head()?.hash ?? assert.fail();
  const files = (['election', 'trustees', 'credentials'] as const).map((kind) => {
    const content = kind === 'election' ? '{}' : '[]';
    return { election: uuid, kind, sha256: Buffer.alloc(32), count: null, content: Buffer.from(content) };
  });
  const setUp: SetUp = {
    archive: base64('archive'),
    election: base64(uuid),
    trustees: base64('trustees'),
    credentials: base64('credentials'),
    keys: [],
    page: base64('page'),
    head: Buffer.from(head, 'hex').toString('base64'),
    time: 1,
  };
  await addElection(node.store, { election: uuid, origin, motion: 5, prepared: '{}' });
  await publish(node.store, {
    election: uuid,
    piece: { number: 0, start: 0, head, height: 0, ballots: 0, kind: 'setup', content: Buffer.concat(pieces) },
    parts: files,
    says: { setup: JSON.stringify(setUp) },
  });
  let closed = false;
  const tools = {
    store: node.store,
    books: { get: async () => ({ origin, readOnly: null, folded: { state: stateOf(origin, setUp, closed) } }) },
    codes: { idOf: (election: string, content: Uint8Array) => hash('sha256', `${election} ${content}`, 'buffer') },
    threads: {
      checkBallot: async (_uuid: string, _files: object, ballot: string) => ({ ...JSON.parse(ballot), faults: [] }),
      letGo: () => undefined,
    },
    touched: () => undefined,
    log: () => undefined,
  } as unknown as BallotTools;
  return { uuid, tools, close: () => (closed = true), archive: () => wholeArchive(node.store, uuid) };
}

function stateOf(origin: string, { election, head, page }: SetUp, closed: boolean) {
  const state = emptyState(origin);
  const secret = { election, page, box: { head, ballots: 0, closed } };
  const motion = { sitting: 3, title: 'T', textHash: base64('t'), proposal: { kind: 'resolution' }, end: null };
  return {
    ...state,
    motions: tableSet(state.motions, 5, motion as never),
    sittings: tableSet(state.sittings, 3, { tellers: [] } as never),
    votes: tableSet(state.votes, 7, { secret, closed: null } as never),
  };
}

const inMemory = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (at: number, length: number) => bytes.slice(at, at + length),
});

/** What is on the board, in its order. */
function ballotsIn(archive: Uint8Array): readonly { readonly credential: string; readonly number: number }[] {
  return [
    ...Buffer.from(archive)
      .toString('utf8')
      .matchAll(/\{"credential":"[^"]*","number":[0-9]+\}/g),
  ].map(([json]) => JSON.parse(json));
}

type Step =
  | { readonly voters: readonly number[] }
  | { readonly again: number }
  | 'settle'
  | 'restart'
  | 'refused close';

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    // Several at once, as from a hall.
    {
      weight: 8,
      arbitrary: fc.record({ voters: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 4 }) }),
    },
    { weight: 2, arbitrary: fc.record({ again: fc.nat() }) },
    { weight: 2, arbitrary: fc.constantFrom('settle' as const, 'restart' as const, 'refused close' as const) },
  ),
  { maxLength: 25 },
);

async function play(scene: Scene, plan: readonly Step[]): Promise<void> {
  const { uuid, tools } = scene;
  let boxes = new BallotBoxes(tools);
  const cast: { readonly json: string; readonly voter: number; readonly number: number }[] = [];
  const copies = [await scene.archive()];
  for (const step of plan) {
    if (step === 'settle') await boxes.settled();
    else if (step === 'refused close') await boxes.whileClosing(uuid, async () => 'refused');
    else if (step === 'restart') {
      await boxes.settled();
      boxes = new BallotBoxes(tools);
    } else if ('again' in step) {
      const one = cast[step.again % Math.max(1, cast.length)];
      if (one !== undefined) {
        const taken = await boxes.take(uuid, one.json);
        assert.ok(taken.ok && taken.value.known, 'the same ballot again is no other');
      }
    } else {
      const fresh = [...new Set(step.voters)].map((voter, at) => {
        const number = cast.length + at;
        return { voter, number, json: JSON.stringify({ credential: `voter ${voter}`, number }) };
      });
      const taken = await Promise.all(fresh.map(({ json }) => boxes.take(uuid, json)));
      for (const one of taken) assert.ok(one.ok && !one.value.known);
      cast.push(...fresh);
    }
    copies.push(await scene.archive());
  }
  await boxes.whileClosing(uuid, async () => scene.close());
  copies.push(await scene.archive());
  const late = await boxes.take(uuid, JSON.stringify({ credential: 'voter 0', number: 9_999 }));
  assert.ok(!late.ok && late.code === 'box-not-open');
  for (const [at, now] of copies.entries())
    assert.ok((await extendsArchive(inMemory(copies[at - 1] ?? now), inMemory(now), nodeMachine)).ok);
  const board = ballotsIn(copies.at(-1) ?? assert.fail());
  assert.deepEqual(
    board.map(({ number }) => number).toSorted((a, b) => a - b),
    cast.map(({ number }) => number),
    'every ballot that was taken is there, once',
  );
  for (const { voter } of cast) {
    const own = board.filter(({ credential }) => credential === `voter ${voter}`).map(({ number }) => number);
    assert.deepEqual(
      own,
      own.toSorted((a, b) => a - b),
      'the last one counts',
    );
  }
}

test('given any interleaving of votes, batches, restarts and refused closes, then each board extends the one before and the last ballot of each credential is last', async () => {
  await withNode(async ({ node }) => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => play(await openScene(node), plan)),
      { numRuns: 25 },
    );
  });
});

test('given one voter who votes nine times, when another votes, then neither is on the board before ten voters are there', async () => {
  await withNode(async ({ node }) => {
    const scene = await openScene(node);
    const boxes = new BallotBoxes(scene.tools);
    const take = (credential: string, number: number) => boxes.take(scene.uuid, JSON.stringify({ credential, number }));
    for (let number = 0; number < 9; number++) assert.ok((await take('busy', number)).ok);
    assert.ok((await take('quiet', 9)).ok);
    await boxes.settled();
    assert.equal(ballotsIn(await scene.archive()).length, 0);
    for (let number = 10; number < 18; number++) assert.ok((await take(`voter ${number}`, number)).ok);
    await boxes.settled();
    assert.equal(ballotsIn(await scene.archive()).length, 18);
  });
});

test('given a credential that has voted fifty times, when it votes again, then it is refused and the others are not', async () => {
  await withNode(async ({ node }) => {
    const scene = await openScene(node);
    const boxes = new BallotBoxes(scene.tools);
    const take = (credential: string, number: number) => boxes.take(scene.uuid, JSON.stringify({ credential, number }));
    for (let number = 0; number < 50; number++) assert.ok((await take('busy', number)).ok);
    const more = await take('busy', 50);
    assert.ok(!more.ok && more.code === 'too-many-ballots');
    assert.ok((await take('quiet', 51)).ok);
  });
});

test('given a board that lies behind the book, as after a backup, when somebody votes, then it takes nothing', async () => {
  await withNode(async ({ node }) => {
    const scene = await openScene(node);
    const books = {
      get: async () => {
        const row = { election: base64(scene.uuid), head: base64('a later head'), page: base64('page') } as SetUp;
        const origin = 'el-alto.example/junta';
        return { origin, folded: { state: stateOf(origin, row, false) } };
      },
    };
    const boxes = new BallotBoxes({ ...scene.tools, books } as unknown as BallotTools);
    const taken = await boxes.take(scene.uuid, JSON.stringify({ credential: 'voter', number: 1 }));
    assert.ok(!taken.ok && taken.code === 'box-not-open');
  });
});
