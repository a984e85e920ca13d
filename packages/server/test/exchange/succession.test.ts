import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { base64Decode, base64Encode, decodeLeaf, signKeyReplacement } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { tableEntries, tableGet, tableValues } from '@cabildo/core';
import { askWitnesses } from '../../src/app/exchange/ask-witnesses.ts';
import { backupNode } from '../../src/app/exchange/backup.ts';
import { headsOf, startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { compareWithOutside } from '../../src/app/exchange/outside.ts';
import { restoreNode } from '../../src/app/exchange/restore.ts';
import { noticeRollback } from '../../src/app/exchange/rollback.ts';
import { startSuccessor } from '../../src/app/exchange/successor.ts';
import { trustLog, witnessKey } from '../../src/app/exchange/witness.ts';
import { handOverListOf } from '../../src/app/hand-over-list.ts';
import { type Node, openNode } from '../../src/app/index.ts';
import { ask, done, found, type TestBody, witnessInput } from '../app/node-fixture.ts';
import { freshDatabase } from '../database.ts';
import {
  Body,
  type BookServer,
  makeBody,
  memberName,
  type Place,
  serveBooks,
  vaultKey,
  withFolder,
  withNodes,
} from './fixture.ts';

interface Scene {
  readonly a: Place;
  readonly b: Place;
  readonly hall: TestBody;
  /** The books of B, which mirrors A's. */
  readonly mirrors: BookServer;
  backup(): Promise<void>;
  /** Pulls A's books and log of heads to B. */
  pull(): Promise<void>;
  /** A's node, as the backup has it, in A's place. */
  withRestored(work: (node: Node) => Promise<void>): Promise<void>;
  readonly outside: { origin: string; source: string }[];
}

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const hall = await found(a.node, 'hall');
    const log = await startLoggingHeads(a.node);
    const [servedA, servedB] = [await serveBooks(() => a.node), await serveBooks(() => b.node)];
    const origins = [hall.origin, headsOf(a.node)];
    for (const origin of origins) {
      const key = (await a.node.book(origin))!.vkey;
      await addMirror(b.node, { origin, key, source: `${servedA.books}${origin.split('/')[1]}` });
    }
    try {
      await withFolder(async (dir) => {
        const file = join(dir, 'backup.jsonl');
        const env = { CABILDO_VAULT_KEY: vaultKey };
        await work({
          a,
          b,
          hall,
          mirrors: servedB,
          outside: origins.map((origin) => ({ origin, source: `${servedB.books}${encodeURIComponent(origin)}` })),
          backup: async () => {
            await log.flush();
            await backupNode(a.node, file);
          },
          pull: async () => {
            await log.flush();
            for (const origin of origins) {
              const { kind } = await pullMirror(b.node, origin);
              assert.ok(kind === 'pulled' || kind === 'current', kind);
            }
          },
          withRestored: async (then) => {
            const database = await freshDatabase();
            const restored = await restoreNode({ databaseUrl: database.url, dataDir: dir, file, env });
            assert.equal(restored.kind, 'restored', JSON.stringify(restored));
            const node = await openNode({ databaseUrl: database.url, dataDir: dir, name: 'a.example', env });
            try {
              await then(node);
            } finally {
              await node.close();
              await database.drop();
            }
          },
        });
      });
    } finally {
      await log.stop();
      await servedA.close();
      await servedB.close();
    }
  });
}

test('a restored node that misses nothing is opened for writing', async () => {
  await withScene(async ({ hall, backup, pull, withRestored, outside }) => {
    await pull();
    await backup();
    await withRestored(async (node) => {
      assert.equal((await ask(node, hall, 'EnrolMember', { name: 'Juana' })).kind, 'problem');
      const alone = await compareWithOutside(node, {});
      assert.deepEqual(
        alone.books.map(({ kind }) => kind),
        ['unconfirmed', 'unconfirmed'],
      );
      const { books } = await compareWithOutside(node, { mirrors: outside });
      assert.deepEqual(
        books.map(({ kind }) => kind),
        ['confirmed', 'confirmed'],
      );
      assert.equal((await ask(node, hall, 'EnrolMember', { name: 'Juana' })).kind, 'done');
    });
  });
});

test('nobody outside: the operator may open it, knowing what that means', async () => {
  await withScene(async ({ hall, backup, withRestored }) => {
    await backup();
    await withRestored(async (node) => {
      const { books } = await compareWithOutside(node, { openUnconfirmed: true });
      assert.deepEqual(
        books.map(({ kind }) => kind),
        ['opened-unconfirmed', 'opened-unconfirmed'],
      );
      assert.equal((await ask(node, hall, 'EnrolMember', { name: 'Juana' })).kind, 'done');
    });
  });
});

test('a node restored from an old backup goes on in a successor; what was erased since stays erased', async () => {
  await withScene(async ({ a, b, hall, backup, pull, withRestored, outside }) => {
    const body = new Body(a, 'hall');
    await done(a.node, hall, 'EnrolMember', { name: 'Juana' });
    const motion = await body.motion(await body.sitting(), 'That Juana be thanked.');
    const item = await body.write('ItemNamed', { symbol: 'GLP10', title: 'Gas', unit: 'garrafa', cargo: 'goods' });
    const depot = await body.write('SiteRegistered', { title: 'Planta', kind: 'depot', peopleServed: 0 });
    await body.write('CommodityNamed', { symbol: 'BOB', title: 'Bolivianos', decimals: 2 });
    await pull();
    await backup();
    const small = (await a.node.book(hall.origin))!;

    await body.write('ErasureRecorded', { index: motion, slot: 'text' });
    // What the backup does not have and the last known head does.
    const lot = await body.write('LotReceived', { item, site: depot, quantity: 100, from: 'YPFB' });
    await body.write('LossRecorded', { lot, at: depot, quantity: 3, reason: 'fuga' });
    const carrying = await underWay(body, { item, depot, lot });
    const lines = [
      { account: 'assets:cash', commodity: 'BOB', amount: 500 },
      { account: 'income:dues', commodity: 'BOB', amount: -500 },
    ];
    await body.write('EntryBooked', { day: '2005-06-01', words: 'Cuotas', lines, office: 'x', second: false });
    await body.fill(300);
    await pull();
    const last = (await a.node.book(hall.origin))!;
    await withRestored(async (node) => {
      assert.ok((await node.disclosures(hall.origin, motion))?.slots.text);
      const { books } = await compareWithOutside(node, { mirrors: outside });
      const successor = `${hall.origin}~2`;
      assert.deepEqual(books, [
        { kind: 'caught-up', origin: 'a.example/heads', from: 2, size: 3 },
        {
          kind: 'behind',
          origin: hall.origin,
          size: small.size,
          seen: last.size,
          recovered: last.size - small.size,
          next: { kind: 'succeeded', origin: hall.origin, successor },
        },
        { kind: 'confirmed', origin: 'a.example/heads', size: 3 },
      ]);
      assert.equal((await node.disclosures(hall.origin, motion))?.slots.text, undefined);

      // The old book is whole again, and ends; the new one says where it comes from.
      const old = (await node.book(hall.origin))!;
      assert.deepEqual(old.head, last.head);
      assert.match(old.readOnly!, /goes on as a\.example\/hall~2$/);
      const next = (await node.book(hall.name))!;
      assert.equal(next.origin, successor);
      const { size, root } = last.head;
      assert.deepEqual(next.state.predecessor, { book: hall.origin, size, root });
      assert.equal(next.state.body!.name, 'hall');
      assert.deepEqual(next.state.statute!.rules, old.state.statute!.rules);
      const founded = decodeLeaf((await node.act(successor, 1))!.entry);
      assert.ok(founded.ok && founded.leaf.act === 'BodyFounded');
      assert.deepEqual(
        founded.leaf.cites.map(({ book, index }) => [book, index]),
        [[hall.origin, 0]],
      );

      // Its goods and its money are what the last known head has of them, each citing the act that says so.
      const { supply, accounts } = next.state;
      const [[number, taken] = []] = tableEntries(supply.lots);
      assert.deepEqual([taken?.received, taken?.lost, tableValues(supply.balances).toSorted()], [100, 3, [15, 25, 57]]);
      const [trip] = supply.openTrips.map((index) => tableGet(supply.trips, index));
      assert.deepEqual([trip?.beside, trip?.lines[0]?.left], [{ book: hall.origin, index: carrying.trip }, 15]);
      const waiting = handOverListOf(next).handOvers.filter(({ provisional }) => provisional);
      assert.deepEqual(
        waiting.map(({ id, trip: on, written }) => [id, on, written?.book, written?.trip]),
        [[carrying.id, supply.openTrips[0], hall.origin, carrying.trip]],
      );
      const cited = decodeLeaf((await node.act(successor, Number(number)))!.entry);
      assert.ok(cited.ok && cited.leaf.act === 'DecisionCarried');
      assert.deepEqual(
        cited.leaf.cites.map(({ book, index }) => [book, index]),
        [[hall.origin, lot]],
      );
      assert.deepEqual(tableEntries(accounts.balances), [
        ['assets:cash BOB', 500],
        ['income:dues BOB', -500],
      ]);

      // Its people are its people, and commands on its name reach it.
      const written = await ask(node, hall, 'EnrolMember', { name: 'Felipa' });
      assert.equal(written.kind, 'done', JSON.stringify(written));
      const token = 'A'.repeat(43);
      const signedIn = await node.signIn({ body: hall.name, card: hall.founded.card.code, token });
      assert.ok(signedIn.ok && signedIn.origin === successor, JSON.stringify(signedIn));
      assert.equal((await node.authenticate(token, hall.name))?.kind, 'member');

      // Others hold both books; nothing of the old one is contradicted.
      const served = await serveBooks(() => node);
      try {
        const source = (name: string) => `${served.books}${encodeURIComponent(name)}`;
        const current = await pullMirror(b.node, hall.origin, { source: source(hall.origin) });
        assert.deepEqual(current, { kind: 'current', origin: hall.origin, size });
        await addMirror(b.node, { origin: successor, key: next.vkey, source: source(successor) });
        assert.equal((await pullMirror(b.node, successor)).kind, 'pulled');
        assert.deepEqual((await b.node.book(successor))!.state.predecessor, next.state.predecessor);
      } finally {
        await served.close();
      }
      assert.deepEqual((await compareWithOutside(node, { mirrors: outside })).books, []);
    });
  });
});

/** A trip by a plan of the committee's, loaded, with one hand-over that waits for the site's signature. */
async function underWay(body: Body, { item, depot, lot }: Readonly<Record<'item' | 'depot' | 'lot', number>>) {
  const sha256 = base64Encode(new Uint8Array(32));
  const clinic = await body.write('SiteRegistered', { title: 'Posta', kind: 'clinic', peopleServed: 90 });
  const truck = await body.write('VehicleRegistered', { title: 'Camión', carries: [] });
  const until = '2005-12-01T00:00:00Z';
  const key = base64Encode(generateKey().signer.publicKey);
  const hand = await body.write('HandEnrolled', { of: truck, key, until });
  const rule = await body.write('SharingRuleAdopted', { vote: 1, rule: 'leximin', parameters: sha256 });
  const plan = await body.write('PlanAdopted', { rule, problem: sha256, plan: sha256, parts: [sha256], until });
  const lines = [{ lot, site: clinic, quantity: 30 }];
  await body.write('AllocationAdopted', { plan, part: 1, parts: 1, lines });
  const trip = await body.write('TripDispatched', { plan, vehicle: truck, hand, lines });
  const handed = (kind: string, [from, to]: readonly [number, number], quantity: number) => ({
    id: base64Encode(generateKey().signer.publicKey)
      .replaceAll(/[^0-9a-f]/g, '')
      .padEnd(32, '0')
      .slice(0, 32),
    ...{ kind, from, to, madeAt: '2005-06-01T12:00:00Z' },
    lines: [{ lot, item, given: quantity, received: quantity, damaged: 0 }],
    giver: { hand, signature: base64Encode(new Uint8Array(64)) },
  });
  const receiver = { hand, signature: base64Encode(new Uint8Array(64)) };
  await body.write('HandOverRecorded', { ...handed('load', [depot, truck], 40), receiver, provisional: false });
  const given = { ...handed('deliver', [truck, clinic], 15), trip, provisional: true };
  await body.write('HandOverRecorded', given);
  return { trip, id: given.id };
}

test('the log of heads alone shows that a book is behind, and what its last head was', async () => {
  await withScene(async ({ a, hall, backup, pull, withRestored, outside }) => {
    await pull();
    await backup();
    await new Body(a, 'hall').fill(3);
    await pull();
    const { size, root } = (await a.node.book(hall.origin))!.head;
    await withRestored(async (node) => {
      const { books } = await compareWithOutside(node, {
        mirrors: outside.filter(({ origin }) => origin !== hall.origin),
      });
      const behind = books.find(({ origin }) => origin === hall.origin);
      assert.ok(behind?.kind === 'behind' && behind.recovered === 0 && behind.seen === size);
      assert.deepEqual((await node.book(hall.name))!.state.predecessor, { book: hall.origin, size, root });
    });
  });
});

test('a witness that has seen more closes the books; nobody’s word does', async () => {
  await withScene(async ({ a, b, hall, backup, withRestored }) => {
    const served = await serveBooks(() => b.node);
    try {
      const heads = (await a.node.book('heads'))!;
      await trustLog(b.node, { origin: heads.origin, vkey: heads.vkey });
      const witness = { url: served.witness, key: witnessKey(b.node) };
      assert.equal((await askWitnesses(a.node, [witness]))[0]!.kind, 'cosigned');
      await backup();
      await new Body(a, 'hall').fill(3);
      const log = await startLoggingHeads(a.node);
      await log.stop();
      assert.equal((await askWitnesses(a.node, [witness]))[0]!.kind, 'cosigned');
      await withRestored(async (node) => {
        await compareWithOutside(node, { openUnconfirmed: true });
        assert.equal((await node.book(hall.origin))!.readOnly, null);
        // A witness that only says so.
        served.tamper = (path) => (path.endsWith('/checkpoint') ? 404 : undefined);
        const [claimed] = await askWitnesses(node, [witness]);
        assert.equal(claimed!.kind === 'refused' && claimed!.reason, 'ahead-unproven');
        assert.equal((await node.book(hall.origin))!.readOnly, null);
        served.tamper = undefined;
        const [proven] = await askWitnesses(node, [witness]);
        assert.equal(proven!.kind, 'rolled-back', JSON.stringify(proven));
        assert.match((await node.book(hall.origin))!.readOnly!, /^restored or rolled back/);
        const { books } = await compareWithOutside(node, { witnesses: [witness] });
        assert.deepEqual(books.map(({ kind }) => kind).sort(), ['still-behind', 'unconfirmed']);
      });
    } finally {
      await served.close();
    }
  });
});

test('a book that is shorter than its own log of heads says is noticed at start', async () => {
  await withScene(async ({ a, hall, backup, pull, withRestored }) => {
    await backup();
    await new Body(a, 'hall').fill(3);
    await pull();
    const entries = (await a.node.acts('heads', 1, 9)).map(({ entry }) => entry);
    await withRestored(async (node) => {
      await compareWithOutside(node, { openUnconfirmed: true });
      // The database of the log is newer than that of the book: somebody has put one of them back.
      await node.extend('a.example/heads', { fromSize: 1, entries });
      const found = await noticeRollback(node);
      assert.deepEqual(
        found.map(({ origin, by }) => [origin, by]),
        [[hall.origin, 'a.example/heads']],
      );
      assert.ok(base64Decode(found[0]!.seen.root!));
      assert.equal((await ask(node, hall, 'EnrolMember', { name: 'Juana' })).kind, 'problem');
    });
  });
});

test('a book that was opened too early and went another way is a fork, and stays closed', async () => {
  await withScene(async ({ a, hall, backup, pull, withRestored, outside }) => {
    await pull();
    await backup();
    await new Body(a, 'hall').fill(3);
    await pull();
    await withRestored(async (node) => {
      await compareWithOutside(node, { openUnconfirmed: true });
      assert.equal((await ask(node, hall, 'AppointWitness', witnessInput(1))).kind, 'done');
      const { books } = await compareWithOutside(node, { mirrors: outside });
      assert.deepEqual(
        books.find(({ origin }) => origin === hall.origin),
        { kind: 'fork', origin: hall.origin, number: 0 },
      );
      assert.match((await node.book(hall.origin))!.readOnly!, /^fork 0/);
      assert.equal((await ask(node, hall, 'EnrolMember', { name: 'Juana' })).kind, 'problem');
    });
  });
});

test('a key that was replaced in the old book seals in the successor, and other nodes believe it', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const { keys } = junta.officers!;
    const next = generateKey().signer;
    const newKey = base64Encode(next.publicKey);
    const oldKey = base64Encode(keys[0]!.signer.publicKey);
    const signature = signKeyReplacement(junta.origin, 'president', newKey, keys[0]!.signer);
    await junta.write('OfficerKeyReplaced', { office: 'president', oldKey, newKey, signature });
    const { size, root } = (await a.node.book(junta.origin))!.head;
    assert.equal((await startSuccessor(a.node, junta.origin, { size, root })).kind, 'succeeded');
    const successor = new Body(a, 'junta~2');
    const index = (await successor.state()).enrolment!.act;
    successor.officers = { index, keys: [{ office: 'president', signer: next }, keys[1]!] };
    await successor.elect('b.example/asamblea', [memberName(3)]);
    const server = await serveBooks(() => a.node);
    try {
      const { origin } = successor;
      await addMirror(b.node, {
        origin,
        key: await successor.key(),
        source: `${server.books}${origin.replace('/', '%2F')}`,
      });
      const outcome = await pullMirror(b.node, origin);
      assert.equal(outcome.kind, 'pulled', JSON.stringify(outcome));
    } finally {
      await server.close();
    }
  });
});
