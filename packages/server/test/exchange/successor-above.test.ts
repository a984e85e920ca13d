import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { base64Encode, encodeCredential, verifyCredential } from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { type Actor, auditRules, tableGet, tableHas } from '@cabildo/core';
import { backupNode } from '../../src/app/exchange/backup.ts';
import { credentialFor } from '../../src/app/exchange/credentials.ts';
import { headsOf, startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { compareWithOutside } from '../../src/app/exchange/outside.ts';
import { restoreNode } from '../../src/app/exchange/restore.ts';
import { startSuccessor } from '../../src/app/exchange/successor.ts';
import { type Node, openNode } from '../../src/app/index.ts';
import { freshKey, lightStatute } from '../app/node-fixture.ts';
import { freshDatabase } from '../database.ts';
import { Body, makeBody, memberName, type Place, serveBooks, vaultKey, withFolder, withNodes } from './fixture.ts';

/** An assembly of delegates on a node, with its founder as convener. */
class Assembly {
  readonly node: Node;
  readonly origin: string;
  readonly actor: Actor;

  private constructor(node: Node, origin: string, actor: Actor) {
    this.node = node;
    this.origin = origin;
    this.actor = actor;
  }

  static async found(node: Node): Promise<Assembly> {
    const founder = { name: 'Felipa', key: base64Encode(generateKey().signer.publicKey) };
    const statute = lightStatute({ seals: { signatures: 2, handover: 'require' } });
    const input = { name: 'asamblea', title: 'Asamblea', kind: 'delegate', founder, statute, provisionalDays: 60 };
    const made = await node.foundBody({ input, actor: { kind: 'operator' }, key: freshKey() });
    assert.equal(made.kind, 'founded', JSON.stringify(made));
    if (made.kind !== 'founded') throw new Error('unreachable');
    return new Assembly(node, made.origin, { kind: 'member', member: made.member });
  }

  ask(command: string, input: unknown) {
    return this.node.command({ body: this.origin, command, input, actor: this.actor, key: freshKey() });
  }

  /** Does it and gives the index of its first act. */
  async must(command: string, input: unknown): Promise<number> {
    const outcome = await this.ask(command, input);
    if (outcome.kind !== 'done') throw new Error(`${command}: ${JSON.stringify(outcome)}`);
    return outcome.acts[0]?.index ?? -1;
  }

  sitting(): Promise<number> {
    const notice = [{ matter: 'election', title: 'Mesa' }];
    return this.must('ConveneSitting', { kind: 'founding', place: 'Sede', startsAt: this.node.now(), notice });
  }

  admit = (below: string, key: string): Promise<number> =>
    this.must('AdmitAffiliate', { below, key, title: 'Junta', entitlement: 2 });

  async refusal(command: string, input: unknown): Promise<string> {
    const outcome = await this.ask(command, input);
    return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
  }

  state = async () => (await this.node.book(this.origin))!.state;
}

const root = base64Encode(new Uint8Array(32));

/** A base that is proven and has asked to belong to `above` and sent it two delegates, all sealed. */
async function provenBase(place: Place, above: Assembly): Promise<Body> {
  const junta = await makeBody(place, 'junta');
  const sitting = await junta.sitting();
  const minutes = await junta.write('MinutesApproved', { sitting, firstAct: 0, lastAct: sitting, text: root });
  await junta.seal(minutes);
  const witnesses = ['n1.example/junta', 'n2.example/junta'].map((book) => ({ book, index: 9 }));
  await junta.write('BodyProven', { minutes, witnesses });
  const toKey = (await above.node.book(above.origin))!.vkey;
  await junta.seal(await junta.write('AffiliationRequested', { vote: 0, to: above.origin, toKey }));
  await junta.elect(above.origin, [memberName(1), memberName(2)]);
  return junta;
}

/** The body in the book in which it goes on, with the devices of its officers. */
async function successorOf(node: Node, old: Body): Promise<Body> {
  const next = new Body({ node }, `${old.name}~2`);
  next.officers = { index: (await next.state()).enrolment!.act, keys: old.officers!.keys };
  return next;
}

async function mirror(to: Node, source: Body, books: string): Promise<void> {
  const { origin } = source;
  await addMirror(to, { origin, key: await source.key(), source: `${books}${encodeURIComponent(origin)}` });
  const pulled = await pullMirror(to, origin);
  assert.ok(pulled.kind === 'pulled' || pulled.kind === 'current', JSON.stringify(pulled));
}

test('a base restored behind its witnesses elects in the successor, is accredited above and shows a credential', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const above = await Assembly.found(b.node);
    const old = await provenBase(a, above);
    const log = await startLoggingHeads(a.node);
    const [servedA, servedB] = [await serveBooks(() => a.node), await serveBooks(() => b.node)];
    try {
      await mirror(b.node, old, servedA.books);
      await above.admit(old.origin, await old.key());
      const first = await above.sitting();
      await above.must('AccreditSeat', { sitting: first, below: old.origin, seat: 1 });
      await withFolder(async (dir) => {
        const file = join(dir, 'backup.jsonl');
        await log.flush();
        await backupNode(a.node, file);
        await old.fill(3);
        await log.flush();
        await pullMirror(b.node, old.origin);
        const heads = headsOf(a.node);
        await addMirror(b.node, {
          origin: heads,
          key: (await a.node.book(heads))!.vkey,
          source: `${servedA.books}heads`,
        });
        await pullMirror(b.node, heads);
        const outside = [old.origin, heads].map((origin) => ({
          origin,
          source: `${servedB.books}${encodeURIComponent(origin)}`,
        }));
        const database = await freshDatabase();
        const env = { CABILDO_VAULT_KEY: vaultKey };
        const restored = await restoreNode({ databaseUrl: database.url, dataDir: dir, file, env });
        assert.equal(restored.kind, 'restored');
        const node = await openNode({ databaseUrl: database.url, dataDir: dir, name: 'a.example', env });
        const served = await serveBooks(() => node);
        try {
          await compareWithOutside(node, { mirrors: outside });
          await goesOn(node, old, above, served.books);
        } finally {
          await served.close();
          await node.close();
          await database.drop();
        }
      });
    } finally {
      await log.stop();
      await servedA.close();
      await servedB.close();
    }
  });
});

async function goesOn(node: Node, old: Body, above: Assembly, books: string): Promise<void> {
  const next = await successorOf(node, old);
  const state = await next.state();
  // What the officers seal anew stands again: the request, and the delegates in their term.
  const carried = tableGet(state.seatsAbove, `${above.origin}#2`)![0]!;
  await mirror(above.node, next, books);
  const admission = { below: next.origin, key: await next.key(), title: 'Junta', entitlement: 2 };
  assert.equal(await above.refusal('AdmitAffiliate', admission), 'affiliation-not-requested');
  await next.seal(tableGet(state.requests, above.origin)!);
  await next.seal(carried);
  const seats = [{ seat: 1, holder: memberName(7) }];
  const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
  const election = await next.write('DelegatesElected', { vote: 0, to: above.origin, ...term, seats });
  await next.seal(election);
  await pullMirror(above.node, next.origin);
  const waiting = await above.sitting();
  await above.admit(next.origin, await next.key());

  // The body is in once, by the book in which it goes on.
  const { affiliates } = await above.state();
  const before = tableGet(affiliates, old.origin)!;
  assert.deepEqual([before.entitlement, before.succeededBy], [0, next.origin]);
  assert.equal(tableGet(affiliates, next.origin)!.since, before.act);
  const again = { below: old.origin, key: await old.key(), title: 'Junta', entitlement: 2 };
  assert.equal(await above.refusal('AdmitAffiliate', again), 'already-affiliated');
  assert.equal(await above.refusal('AccreditSeat', { sitting: waiting, below: next.origin, seat: 1 }), 'waiting-time');
  const sitting = await above.sitting();
  assert.equal(await above.refusal('AccreditSeat', { sitting, below: old.origin, seat: 1 }), 'entitlement-exceeded');
  await above.must('AccreditSeat', { sitting, below: next.origin, seat: 1 });
  await above.must('AccreditSeat', { sitting, below: next.origin, seat: 2 });
  const seated = (await above.state()).seats;
  assert.equal(tableGet(seated, `${next.origin}#1`)!.holder, memberName(7));
  assert.equal(tableGet(seated, `${next.origin}#2`)!.holder, memberName(2));

  for (const [seat, holder] of [
    [1, memberName(7)],
    [2, memberName(2)],
  ] as const) {
    const outcome = await credentialFor(above.node, { above: above.origin, below: next.origin, seat });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const { vkey } = (await above.node.book(above.origin))!;
    const file = encodeCredential(outcome.credential);
    const verified = verifyCredential(file, vkey, nodeCrypto, { at: node.now() });
    assert.ok(verified.ok, JSON.stringify(verified.checks.filter(({ ok }) => !ok)));
    assert.equal(verified.holder, holder);
    assert.ok(verified.caveats.some((caveat) => caveat.startsWith('successor: ')));
  }
  const past = await credentialFor(above.node, { above: above.origin, below: old.origin, seat: 1 });
  assert.equal(!past.ok && past.reason, 'not-affiliated');

  // A recall of whom the old book sent is presented where that seat is.
  const recall = { vote: 0, election: carried, to: above.origin, seat: 1, holder: memberName(1) };
  await next.seal(await next.write('DelegateRecalled', recall));
  await pullMirror(above.node, next.origin);
  await above.must('PresentRecall', { below: old.origin, seat: 1 });
  assert.equal(tableGet((await above.state()).seats, `${old.origin}#1`)!.vacant, true);

  const acts = (await node.acts(next.origin, 0, 20)).map(({ entry }) =>
    JSON.parse(Buffer.from(entry).toString('utf8')),
  );
  const { differences } = auditRules(next.origin, acts.slice(0, carried + 1));
  assert.deepEqual(differences, []);
}

test('a successor that says more than the book before it takes nothing over from there', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const above = await Assembly.found(b.node);
    const old = await provenBase(a, above);
    const { size, root: lastRoot } = (await a.node.book(old.origin))!.head;
    const served = await serveBooks(() => a.node);
    try {
      await startSuccessor(a.node, old.origin, { size, root: lastRoot });
      const next = await successorOf(a.node, old);
      const state = await next.state();
      await next.seal(tableGet(state.requests, above.origin)!);
      await next.seal(tableGet(state.seatsAbove, `${above.origin}#1`)![0]!);
      await mirror(b.node, next, served.books);
      await above.admit(next.origin, await next.key());
      const sitting = await above.sitting();
      const seat = { sitting, below: next.origin, seat: 1 };
      // The book before it is not here, so nobody here can know.
      assert.equal(await above.refusal('AccreditSeat', seat), 'body-unproven');
      await mirror(b.node, old, served.books);
      await above.must('AccreditSeat', seat);
    } finally {
      await served.close();
    }
  });
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const above = await Assembly.found(b.node);
    const old = await provenBase(a, above);
    const served = await serveBooks(() => a.node);
    try {
      await mirror(b.node, old, served.books);
      const { size, root: lastRoot } = (await a.node.book(old.origin))!.head;
      const forged = await makeForged(a, old, { size, root: lastRoot }, above);
      await mirror(b.node, forged, served.books);
      await above.admit(forged.origin, await forged.key());
      const sitting = await above.sitting();
      const code = await above.refusal('AccreditSeat', { sitting, below: forged.origin, seat: 1 });
      assert.equal(code, 'body-unproven');
      assert.ok(tableHas((await forged.state()).attested, forged.officers!.index));
    } finally {
      await served.close();
    }
  });
});

test('the last sealed mandate on each motion above is taken over, also a divided one; what nobody has sealed is not', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const above = await Assembly.found(b.node);
    const old = await provenBase(a, above);
    const on = (index: number) => ({ vote: 0, on: { book: above.origin, index }, textHash: root });
    const given = await old.write('MandateGiven', { ...on(7), instruction: 'yes' });
    await old.seal(given);
    await old.write('MandateGiven', { ...on(7), instruction: 'no' });
    await old.seal(await old.write('MandateDivided', { ...on(8), yes: 70, no: 30, abstain: 0 }));
    await old.write('MandateGiven', { ...on(9), instruction: 'yes' });
    const { size, root: lastRoot } = (await a.node.book(old.origin))!.head;
    await startSuccessor(a.node, old.origin, { size, root: lastRoot });
    const next = await successorOf(a.node, old);
    const mandate = async (index: number) => tableGet((await next.state()).mandates, `${above.origin}#${index}`);
    assert.equal((await mandate(7))?.instruction, 'yes');
    assert.deepEqual((await mandate(8))?.divided, { yes: 70, no: 30, abstain: 0 });
    assert.equal(await mandate(9), undefined);
    // The officers seal it anew, with the same devices.
    await next.seal((await mandate(8))!.act);
  });
});

/** A book that says to go on from `old`, with officers whom nobody elected. */
async function makeForged(
  a: Place,
  old: Body,
  last: { readonly size: number; readonly root: string },
  above: Assembly,
): Promise<Body> {
  const forged = new Body(a, 'junta~2');
  await a.node.addBook({ origin: forged.origin, kind: 'body', title: 'junta', predecessor: old.origin });
  await forged.write('BookSucceeded', { predecessor: old.origin, ...last });
  const { body } = await old.state();
  const { name, title, kind, convener, provisionalUntil } = body!;
  await forged.write('BodyFounded', { name, title, kind, convener, provisionalUntil });
  await forged.electOfficers(false);
  const witnesses = ['n1.example/junta', 'n2.example/junta'].map((book) => ({ book, index: 9 }));
  await forged.write('BodyProven', { minutes: 6, witnesses });
  const toKey = (await above.node.book(above.origin))!.vkey;
  await forged.seal(await forged.write('AffiliationRequested', { vote: 0, to: above.origin, toKey }));
  await forged.elect(above.origin, [memberName(9)]);
  return forged;
}
