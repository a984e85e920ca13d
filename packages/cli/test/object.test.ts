// An officer before objects, from the command line, to a claim that other bodies attest an election.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { tableGet } from '@cabildo/core';
import type { Node } from '../../server/src/app/index.ts';
import { createServer } from '../../server/src/http/create-server.ts';
import { Body, makeBody, memberName, withNodes } from '../../server/test/exchange/fixture.ts';
import { publicKeyOf } from '../src/device-key.ts';
import { cabildo, scratch } from './cabildo.ts';

const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };

interface Claimed {
  readonly body: Body;
  readonly claim: number;
  /** Of the secretary before, and of nobody. */
  readonly own: string;
  readonly other: string;
  object(claim: number, key: string, ...more: string[]): ReturnType<typeof cabildo>;
}

async function pemIn(folder: string, name: string): Promise<{ readonly file: string; readonly publicKey: string }> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const file = join(folder, `${name}.pem`);
  await writeFile(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  return { file, publicKey: publicKeyOf(privateKey) };
}

/** Two bodies above say that they have seen that election on paper. */
async function claimed(body: Body, election: number, objectors: number): Promise<number> {
  const attesting = { index: 4, known: 'above', key: await body.key(), signatures: 40 };
  const bodies = ['b.example/una', 'b.example/otra'].map((book) => ({ book, ...attesting }));
  return body.write('RecoveryClaimed', { election, bodies, objectors, due: term.until });
}

/** Officers whose hand-over is sealed, then others whom only two other bodies attest. */
async function withClaim(work: (claimed: Claimed) => Promise<void>): Promise<void> {
  const folder = await scratch();
  await withNodes(['a.example'], async (place) => {
    const body = await makeBody(place, 'junta');
    const [own, other] = [await pemIn(folder, 'actas'), await pemIn(folder, 'nadie')];
    const held = body.officers!;
    const officers = [
      { office: 'president', holder: memberName(0), key: base64Encode(held.keys[0]!.signer.publicKey) },
      { office: 'secretary', holder: memberName(1), key: own.publicKey },
    ];
    const before = await body.write('OfficersElected', { vote: 0, officers, ...term, signaturesNeeded: 2 });
    await body.sealWith(before, held);
    const election = await body.electOfficers(false);
    const claim = await claimed(body, election, 2);
    await served(place.node, (object) => work({ body, claim, own: own.file, other: other.file, object }));
  });
}

async function served(node: Node, work: (object: Claimed['object']) => Promise<void>): Promise<void> {
  const app = createServer({ node });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  try {
    await work((index, file, ...more) =>
      cabildo(['object', 'junta', `${index}`, '--key', file, '--node', url, ...more]),
    );
  } finally {
    app.server.closeAllConnections();
    await app.close();
  }
}

test('whoever held an office before objects with the own key, without a card; sent again it is the same objection', async () => {
  await withClaim(async ({ body, claim, own, object }) => {
    const ran = await object(claim, own, '--json');
    assert.equal(ran.code, 0, ran.err + ran.out);
    const { office, objection, book } = JSON.parse(ran.out);
    assert.deepEqual([office, book], ['secretary', body.origin]);
    const { recoveries } = await body.state();
    assert.equal(tableGet(recoveries, claim)?.objected, objection);
    const again = await object(claim, own, '--json');
    assert.deepEqual([again.code, JSON.parse(again.out).objection], [0, objection]);
    assert.equal(await body.size(), objection + 1);
  });
});

test('what objects to nothing says why: another key, an act that is no claim, one that is not there', async () => {
  await withClaim(async ({ body, claim, own, other, object }) => {
    const size = await body.size();
    for (const [index, file, said] of [
      [claim, other, /nobody held an office/],
      [claim - 1, own, /does not say that other bodies attest/],
      [claim + 5, own, /has no act/],
    ] as const) {
      const ran = await object(index, file);
      assert.equal(ran.code, 2, ran.out);
      assert.match(ran.err, said);
      assert.doesNotMatch(ran.err, /\n\s+at |This should not happen/);
    }
    assert.equal(await body.size(), size);
  });
});

test('when somebody has objected already a rule says no: exit code 1', async () => {
  await withClaim(async ({ body, claim, own, object }) => {
    await body.write('RecoveryObjected', { claim, office: 'president', key: '', signature: '' });
    const ran = await object(claim, own, '--json');
    assert.deepEqual([ran.code, JSON.parse(ran.out).code], [1, 'already-so']);
  });
});

test('in a book that goes on whoever was in office before those whom nobody attested objects with the key of then', async () => {
  const folder = await scratch();
  const own = await pemIn(folder, 'actas');
  await withNodes(['a.example'], async (place) => {
    const old = await makeBody(place, 'junta');
    const { body: founded, statute } = await old.state();
    const { name, title, kind, convener, provisionalUntil } = founded!;
    const next = new Body(place, 'junta~2');
    await place.node.addBook({ origin: next.origin, kind: 'body', title, predecessor: old.origin });
    const { size, root } = (await place.node.book(old.origin))!.head;
    await next.write('BookSucceeded', { predecessor: old.origin, size, root });
    await next.write('BodyFounded', { name, title, kind, convener, provisionalUntil });
    await next.write('StatuteAdopted', { statute: statute!.rules, sha256: root });
    await next.electOfficers(false);
    const keys = [{ office: 'secretary', key: own.publicKey, until: term.until }];
    const what = { kind: 'officers-before', at: term.from, keys, known: [] };
    await next.write('DecisionCarried', { from: { book: old.origin, index: 2 }, what });
    const election = await next.electOfficers(false);
    const claim = await claimed(next, election, 1);
    await served(place.node, async (object) => {
      const ran = await object(claim, own.file, '--json');
      assert.equal(ran.code, 0, ran.err + ran.out);
      assert.equal(JSON.parse(ran.out).office, 'secretary');
      assert.notEqual(tableGet((await next.state()).recoveries, claim)?.objected, null);
    });
  });
});
