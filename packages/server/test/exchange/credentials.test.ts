import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode, encodeCredential, verifyCredential } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { askWitnesses } from '../../src/app/exchange/ask-witnesses.ts';
import { credentialFor } from '../../src/app/exchange/credentials.ts';
import { startLoggingHeads } from '../../src/app/exchange/heads.ts';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { trustLog, witnessKey } from '../../src/app/exchange/witness.ts';
import { type Body, makeBody, memberName, serveBooks, withNodes } from './fixture.ts';

/** Bodies from the top down to a base, each but the base on `upper`, with seat 1 in each. */
async function tiers(count: number, upper: { node: Body['node'] }, lower: { node: Body['node'] }): Promise<Body[]> {
  const bodies: Body[] = [];
  for (let tier = 0; tier < count; tier++) {
    const base = tier === count - 1;
    bodies.push(await makeBody(base ? lower : upper, `tier-${tier}`, base ? 'base' : 'delegate'));
  }
  for (let tier = 0; tier < count - 1; tier++) {
    const [above, below] = [bodies[tier]!, bodies[tier + 1]!];
    await above.admit(below);
    const next = bodies[tier + 2];
    await below.elect(above.origin, next === undefined ? [memberName(1), memberName(2)] : [`${next.origin}#1`]);
  }
  return bodies;
}

for (const count of [2, 3, 5]) {
  test(`a credential through ${count} tiers is verified from the file and one key`, async () => {
    await withNodes(['a.example', 'b.example'], async (a, b) => {
      const bodies = await tiers(count, b, a);
      const base = bodies.at(-1)!;
      const [top, second] = bodies as [Body, Body];
      const server = await serveBooks(() => a.node);
      try {
        await addMirror(b.node, { origin: base.origin, key: await base.key(), source: `${server.books}${base.name}` });
        await pullMirror(b.node, base.origin);
        const outcome = await credentialFor(b.node, { above: top.origin, below: second.origin, seat: 1 });
        assert.ok(outcome.ok, JSON.stringify(outcome));
        const text = encodeCredential(outcome.credential);
        const result = verifyCredential(text, await top.key(), nodeCrypto, { at: b.node.now() });
        assert.ok(result.ok);
        assert.equal(result.holder, count === 2 ? memberName(1) : `${bodies[2]!.origin}#1`);
        assert.equal(outcome.credential.links.length, count - 1);
        assert.ok(!result.caveats.some((caveat) => caveat.startsWith('officers-unattested')));
        const late = verifyCredential(text, await top.key(), nodeCrypto, { at: '2100-01-01T00:00:00Z' });
        assert.ok(!late.ok);
      } finally {
        await server.close();
      }
    });
  });
}

test('what breaks the chain is named', async () => {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const [top, base] = (await tiers(2, b, a)) as [Body, Body];
    const seat = (below: Body, number = 1) => ({ above: top.origin, below: below.origin, seat: number });
    const reason = async (below: Body, number = 1) => {
      const outcome = await credentialFor(a.node, seat(below, number));
      return outcome.ok ? 'ok' : outcome.reason;
    };
    assert.equal(await reason(base), 'book-not-held');
    const server = await serveBooks(() => b.node);
    try {
      await addMirror(a.node, { origin: top.origin, key: await top.key(), source: `${server.books}${top.name}` });
      const pull = () => pullMirror(a.node, top.origin);
      await pull();
      assert.equal(await reason(base), 'ok');
      assert.equal(await reason(base, 2), 'ok');
      assert.equal(await reason(base, 3), 'beyond-entitlement');

      const stranger = await makeBody(a, 'stranger');
      assert.equal(await reason(stranger), 'not-affiliated');
      await top.admit(stranger);
      await pull();
      assert.equal(await reason(stranger), 'not-elected');
      const unsealed = await stranger.elect(top.origin, [memberName(1)], false);
      assert.equal(await reason(stranger), 'not-sealed');
      await stranger.sealWith(unsealed, { index: 0, keys: [{ office: 'convener', signer: stranger.convener }] });
      assert.equal(await reason(stranger), 'sealed-by-convener');

      const election = await base.elect(top.origin, [memberName(1), memberName(2)]);
      await base.recall(top.origin, election, 1, memberName(1));
      assert.equal(await reason(base), 'recalled');
      assert.equal(await reason(base, 2), 'ok');
    } finally {
      await server.close();
    }
  });
});

test('later officers are shown to have their office from those before them', async () => {
  await withNodes(['a.example'], async (a) => {
    const [top, base] = (await tiers(2, a, a)) as [Body, Body];
    await base.electOfficers();
    await base.electOfficers();
    await base.elect(top.origin, [memberName(3)]);
    const outcome = await credentialFor(a.node, { above: top.origin, below: base.origin, seat: 1 });
    assert.ok(outcome.ok, JSON.stringify(outcome));
    const result = verifyCredential(outcome.credential, await top.key(), nodeCrypto, { at: a.node.now() });
    assert.ok(result.ok && !result.caveats.some((caveat) => caveat.startsWith('officers-unattested')));

    // Where one of them took office unsealed, the credential stands on the node's word and says so.
    await base.electOfficers(false);
    await base.elect(top.origin, [memberName(4)]);
    const unattested = await credentialFor(a.node, { above: top.origin, below: base.origin, seat: 1 });
    assert.ok(unattested.ok, JSON.stringify(unattested));
    const caveats = verifyCredential(unattested.credential, await top.key(), nodeCrypto, { at: a.node.now() }).caveats;
    assert.ok(caveats.some((caveat) => caveat.startsWith('officers-unattested')));
  });
});

test('heads that an outside witness has seen are shown with it', async () => {
  await withNodes(['a.example', 'b.example', 'w.example'], async (a, b, w) => {
    const [top, base] = (await tiers(2, b, a)) as [Body, Body];
    await top.write('WitnessAppointed', { name: 'W', key: witnessKey(w.node) });
    const [serverA, serverW] = [await serveBooks(() => a.node), await serveBooks(() => w.node)];
    const logs = [await startLoggingHeads(a.node), await startLoggingHeads(b.node)];
    try {
      for (const { node } of [a, b]) {
        const heads = (await node.book('heads'))!;
        assert.equal((await trustLog(w.node, { origin: heads.origin, vkey: heads.vkey })).kind, 'trusted');
        const [asked] = await askWitnesses(node, [{ url: serverW.witness, key: witnessKey(w.node) }]);
        assert.equal(asked!.kind, 'cosigned', JSON.stringify(asked));
      }
      const heads = (await a.node.book('heads'))!;
      await addMirror(b.node, { origin: heads.origin, key: heads.vkey, source: `${serverA.books}heads` });
      await addMirror(b.node, { origin: base.origin, key: await base.key(), source: `${serverA.books}${base.name}` });
      for (const origin of [heads.origin, base.origin]) assert.equal((await pullMirror(b.node, origin)).kind, 'pulled');
      const shown = async () => {
        const outcome = await credentialFor(b.node, { above: top.origin, below: base.origin, seat: 1 });
        assert.ok(outcome.ok, JSON.stringify(outcome));
        const result = verifyCredential(outcome.credential, await top.key(), nodeCrypto, { at: b.node.now() });
        assert.ok(result.ok);
        return Object.fromEntries(result.heads.map(({ book, ageBy }) => [book, ageBy]));
      };
      assert.deepEqual(await shown(), { [top.origin]: 'witnessed', [base.origin]: 'witnessed' });

      // What came later is not needed for this proof, until it is.
      await top.sitting();
      await logs[1]!.flush();
      assert.equal((await shown())[top.origin], 'witnessed');
      await top.fill(1);
      await logs[1]!.flush();
      assert.equal((await shown())[top.origin], 'self-declared');
    } finally {
      for (const log of logs) await log.stop();
      await serverA.close();
      await serverW.close();
    }
  });
});

test('officers whom two other bodies attest are shown with what those bodies sealed, and nobody is believed on one’s word alone', async () => {
  await withNodes(['a.example'], async (a) => {
    const [top, base] = (await tiers(2, a, a)) as [Body, Body];
    const neighbour = await makeBody(a, 'neighbour');
    await base.seal(await base.write('AffiliationRequested', { vote: 0, to: top.origin, toKey: await top.key() }));
    const witnesses = [{ book: neighbour.origin, index: 0 }];
    await base.write('BodyProven', { minutes: 0, witnesses });
    const election = await base.electOfficers(false);
    const leaf = base64Encode((await a.node.act(base.origin, election))!.leaf);
    const bodies = [];
    for (const [body, known] of [
      [top, 'above'],
      [neighbour, 'neighbour'],
    ] as const) {
      const data = { election: { book: base.origin, index: election }, leaf, signatures: 40 };
      const index = await body.write('ElectionAttested', data);
      await body.seal(index);
      bodies.push({ book: body.origin, index, known, key: await body.key(), signatures: 40 });
    }
    await base.elect(top.origin, [memberName(3)]);
    const caveatsNow = async () => {
      const outcome = await credentialFor(a.node, { above: top.origin, below: base.origin, seat: 1 });
      assert.ok(outcome.ok, JSON.stringify(outcome));
      const result = verifyCredential(outcome.credential, await top.key(), nodeCrypto, { at: a.node.now() });
      assert.ok(result.ok);
      return result.caveats.map((caveat) => caveat.slice(0, caveat.indexOf(':')));
    };
    const claimed = { election, objectors: 2, due: '2099-01-01T00:00:00Z' };
    const early = await base.write('RecoveryClaimed', { ...claimed, bodies });
    assert.ok((await caveatsNow()).includes('officers-unattested'), 'there is time to object');
    await base.write('RecoveryObjected', { claim: early, office: 'president', key: leaf, signature: '' });
    await base.write('RecoveryClaimed', { ...claimed, due: a.node.now(), bodies });
    const codes = await caveatsNow();
    assert.ok(codes.includes('officers-recovered') && !codes.includes('officers-unattested'), codes.join(' '));
  });
});
