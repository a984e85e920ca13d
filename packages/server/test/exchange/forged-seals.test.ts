import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode, signKeyReplacement } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { addMirror, pullMirror } from '../../src/app/exchange/mirrors.ts';
import { type Body, makeBody, memberName, type Place, serveBooks, withNodes } from './fixture.ts';

/** A junta on A, whose node writes what it likes, and its mirror on B, pulled once. */
async function withMirror(work: (b: Place, junta: Body) => Promise<void>): Promise<void> {
  await withNodes(['a.example', 'b.example'], async (a, b) => {
    const junta = await makeBody(a, 'junta');
    const server = await serveBooks(() => a.node);
    try {
      await addMirror(b.node, { origin: junta.origin, key: await junta.key(), source: `${server.books}junta` });
      assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
      await work(b, junta);
    } finally {
      await server.close();
    }
  });
}

test('a seal that the officers have not signed is not taken from another node', async () => {
  await withMirror(async (b, junta) => {
    const before = await junta.size();
    const election = await junta.elect('b.example/asamblea', [memberName(3)], false);
    const { index, keys } = junta.officers!;
    const leaf = (await junta.node.act(junta.origin, election))!.leaf;
    const signatures = keys.map(({ office, signer }) => ({
      office,
      key: base64Encode(signer.publicKey),
      signature: base64Encode(new Uint8Array(64)),
    }));
    await junta.write('ActSealed', { index: election, leaf: base64Encode(leaf), officers: index, signatures });
    const outcome = await pullMirror(b.node, junta.origin);
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'seal-refused', JSON.stringify(outcome));
    assert.equal((await b.node.book(junta.origin))!.size, before);
  });
});

test('keys that another node put in an officer’s place do not seal', async () => {
  await withMirror(async (b, junta) => {
    const { keys } = junta.officers!;
    const stranger = generateKey().signer;
    const [{ signer: president }] = keys as [(typeof keys)[0]];
    const newKey = base64Encode(stranger.publicKey);
    const oldKey = base64Encode(president.publicKey);
    const signature = base64Encode(new Uint8Array(64));
    await junta.write('OfficerKeyReplaced', { office: 'president', oldKey, newKey, signature });
    const outcome = await pullMirror(b.node, junta.origin);
    assert.equal(outcome.kind === 'refused' && outcome.reason, 'seal-refused', JSON.stringify(outcome));
  });
});

test('a seal of an act pulled before, and one after a change of keys, is taken', async () => {
  await withMirror(async (b, junta) => {
    const election = await junta.elect('b.example/asamblea', [memberName(3)], false);
    assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
    const { index, keys } = junta.officers!;
    const next = generateKey().signer;
    const newKey = base64Encode(next.publicKey);
    const signature = signKeyReplacement(junta.origin, 'president', newKey, keys[0]!.signer);
    const replaced = await junta.node.command({
      body: junta.origin,
      command: 'ReplaceOfficerKey',
      input: { office: 'president', newKey, signature },
      actor: { kind: 'member', member: memberName(0) },
      key: 'replace',
    });
    assert.equal(replaced.kind, 'done', JSON.stringify(replaced));
    const others = keys.filter(({ office }) => office !== 'president');
    junta.officers = { index, keys: [{ office: 'president', signer: next }, ...others] };
    await junta.seal(election);
    assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
    await junta.electOfficers();
    await junta.seal(election);
    assert.equal((await pullMirror(b.node, junta.origin)).kind, 'pulled');
  });
});

test('an act whose data is not what the catalogue says is not taken, even if it is sealed', async () => {
  await withMirror(async (b, junta) => {
    const from = '2005-01-01T00:00:00Z';
    const seats = [{ seat: 1, holder: memberName(3) }];
    const election = { vote: 0, to: 'b.example/asamblea', from, until: 'never', seats };
    await junta.seal(await junta.write('DelegatesElected', election));
    const outcome = await pullMirror(b.node, junta.origin);
    assert.ok(outcome.kind === 'refused' && outcome.reason === 'leaf-malformed', JSON.stringify(outcome));
    assert.match(outcome.detail, /DelegatesElected: \/until/);
  });
});
