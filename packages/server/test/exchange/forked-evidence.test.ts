// What a copy may still be used for once its key is known to have signed two histories.
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { base64Decode, signCheckpoint } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { type CommandName, tableEntries, tableGet, tableHas } from '@cabildo/core';
import { forks } from '../../src/app/exchange/forks.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { startSuccessor } from '../../src/app/exchange/successor.ts';
import { type Body, type BookServer, makeBody, memberName, type Place, serveBooks, withNodes } from './fixture.ts';

interface Scene {
  readonly base: Body;
  readonly above: Body;
  /** The base's other history comes up, signed by its key, and the copy stops. */
  fork(): Promise<void>;
  pull(): ReturnType<typeof pullMirror>;
  presentRecall(seat: number): Promise<string>;
  recordFork(origin: string): Promise<string>;
}

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  await withNodes(['a.example', 'b.example', 'a.example'], async (a, b, elsewhere) => {
    const base = await makeBody(a, 'base');
    const above = await makeBody(b, 'above', 'delegate');
    await above.admit(base);
    const [server, twinServer] = [await serveBooks(() => a.node), await serveBooks(() => elsewhere.node)];
    const ask = async (command: CommandName, input: object): Promise<string> => {
      const actor = { kind: 'anyone' } as const;
      const outcome = await b.node.command({ body: 'above', command, input, actor, key: randomUUID() });
      return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
    };
    try {
      await addMirror(b.node, { origin: base.origin, key: await base.key(), source: `${server.books}base` });
      await work({
        base,
        above,
        fork: () => forkOf(base, { a, b, elsewhere }, twinServer),
        pull: () => pullMirror(b.node, base.origin),
        presentRecall: (seat) => ask('PresentRecall', { below: base.origin, seat }),
        recordFork: (origin) => ask('RecordFork', { origin }),
      });
    } finally {
      await server.close();
      await twinServer.close();
    }
  });
}

type Places = Readonly<Record<'a' | 'b' | 'elsewhere', Place>>;

async function forkOf(base: Body, { a, b, elsewhere }: Places, server: BookServer): Promise<void> {
  const twin = await makeBody(elsewhere, 'base');
  await twin.fill(3);
  const { size, root } = (await elsewhere.node.book(twin.origin))!.head;
  const signer = (await a.node.signerOf(base.origin))!;
  const note = signCheckpoint(
    { origin: base.origin, size, root: base64Decode(root)! },
    signer,
    base.origin,
    nodeCrypto,
  );
  server.tamper = (path) => (path.endsWith('checkpoint') ? Buffer.from(note) : undefined);
  assert.equal((await pullMirror(b.node, base.origin, { source: `${server.books}base` })).kind, 'fork');
}

test('what officers have sealed in a copy before its fork was found goes on counting, and nothing after', async () => {
  await withScene(async ({ base, above, fork, pull, presentRecall }) => {
    const election = await base.elect(above.origin, [memberName(1), memberName(2)]);
    const sitting = await above.sitting();
    for (const seat of [1, 2]) {
      const seated = { sitting, below: base.origin, seat, holder: memberName(seat), until: '2099-01-01T00:00:00Z' };
      await above.write('SeatAccredited', { ...seated, election: { book: base.origin, index: election } });
    }
    await base.recall(above.origin, election, 1, memberName(1));
    assert.equal((await pull()).kind, 'pulled');
    await fork();

    // Whoever runs the base's node cannot save a recalled delegate by signing a second history.
    assert.equal(await presentRecall(1), 'done');
    assert.equal(tableGet((await above.state()).seats, `${base.origin}#1`)!.vacant, true);

    await base.recall(above.origin, election, 2, memberName(2));
    const stopped = await pull();
    assert.equal(stopped.kind === 'refused' && stopped.reason, 'stopped-by-fork');
    assert.equal(await presentRecall(2), 'no-recall-found');

    const copy = (await above.node.book(base.origin))!;
    assert.match(copy.readOnly!, /^fork 0: the key of this book signed two heads/);
    assert.equal((await forks(above.node, base.origin)).length, 1);
  });
});

test('a fork that this node has proven is written down once, by the hashes of the notes that it keeps, and goes on so', async () => {
  await withScene(async ({ base, above, fork, pull, recordFork }) => {
    assert.equal((await pull()).kind, 'pulled');
    assert.equal(await recordFork(base.origin), 'evidence-missing');
    await fork();
    assert.equal(await recordFork(above.origin), 'evidence-missing');
    assert.equal(await recordFork(base.origin), 'done');
    assert.equal(await recordFork(base.origin), 'already-so');

    const [kept] = await forks(above.node, base.origin);
    const hashOf = (note: string): string => createHash('sha256').update(note).digest('base64');
    const heads = [hashOf(kept!.held), hashOf(kept!.seen)].sort().join(' ');
    const { forks: recorded } = await above.state();
    assert.deepEqual(
      tableEntries(recorded).map(([key]) => key),
      [`${base.origin} ${heads}`],
    );

    const { size, root } = (await above.node.book(above.origin))!.head;
    const next = await startSuccessor(above.node, above.origin, { size, root });
    assert.equal(next.kind, 'succeeded');
    const { state } = (await above.node.book(`${above.origin}~2`))!;
    assert.ok(tableHas(state.forks, `${base.origin} ${heads}`));
  });
});
