// What a copy may still be used for once its key is known to have signed two histories.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Decode, signCheckpoint } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { tableGet } from '@cabildo/core';
import { forks } from '../../src/app/exchange/forks.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { type Body, type BookServer, makeBody, memberName, type Place, serveBooks, withNodes } from './fixture.ts';

interface Scene {
  readonly base: Body;
  readonly above: Body;
  /** The base's other history comes up, signed by its key, and the copy stops. */
  fork(): Promise<void>;
  pull(): ReturnType<typeof pullMirror>;
  presentRecall(seat: number): Promise<string>;
}

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  await withNodes(['a.example', 'b.example', 'a.example'], async (a, b, elsewhere) => {
    const base = await makeBody(a, 'base');
    const above = await makeBody(b, 'above', 'delegate');
    await above.admit(base);
    const [server, twinServer] = [await serveBooks(() => a.node), await serveBooks(() => elsewhere.node)];
    try {
      await addMirror(b.node, { origin: base.origin, key: await base.key(), source: `${server.books}base` });
      await work({
        base,
        above,
        fork: () => forkOf(base, { a, b, elsewhere }, twinServer),
        pull: () => pullMirror(b.node, base.origin),
        async presentRecall(seat) {
          const input = { below: base.origin, seat };
          const actor = { kind: 'anyone' } as const;
          const key = `recall-${seat}`;
          const outcome = await b.node.command({ body: 'above', command: 'PresentRecall', input, actor, key });
          return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
        },
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
