// The door of a hall over HTTP: its code, slips, keys of phones, whom the desk hears, guesses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode, canonicalize, type Signer, utf8Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { GuessLimit } from '../../src/http/guess-limit.ts';
import {
  atDoor,
  enrol,
  type FoundedBody,
  foundOpen,
  freshToken,
  hall,
  type Person,
  type TestServer,
  voteOn,
  withServer,
} from './http-fixture.ts';

const door = (server: TestServer, who: Person, sitting: number) =>
  server.get(`/api/bodies/${who.body}/sittings/${sitting}/door`, who);

test('those who run the sitting or count at its door see its code; nobody else does, and no cache keeps it', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 3);
    const [teller, , member] = members as [Required<Person>, Required<Person>, Required<Person>];
    for (const who of [convener, teller]) {
      const seen = await door(server, who, sitting);
      assert.equal(seen.status, 200, seen.text);
      assert.equal(seen.headers.get('cache-control'), 'no-store');
      assert.equal(seen.json.qr, `/phone#body=villa-ingenio&sitting=${sitting}&door=${seen.json.code}`);
      assert.deepEqual(seen.json.slips, { mark: 'ink on the thumb', out: 0, issued: 0, voided: [], left: 0 });
    }
    for (const who of [member, { ...member, token: null }]) {
      const refused = await door(server, who, sitting);
      assert.deepEqual([refused.status, refused.json.code], [403, 'not-at-the-door']);
    }
    assert.equal((await door(server, convener, sitting + 1)).json.code, 'no-such-sitting');
    await server.done(convener, 'CloseSitting', { sitting });
    assert.equal((await door(server, convener, sitting)).status, 404);
  });
});

test('a member checks in with the code that stands there, and not with one of three minutes ago', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const late = await enrol(server, convener, 'Late');
    const { sitting } = await hall(server, convener, 3);
    const bare = await server.command(late, 'CheckIn', { sitting });
    assert.deepEqual([bare.status, bare.json.code], [409, 'door-code-missing']);
    const seen = await atDoor(server, convener, sitting);
    server.pass(180_000);
    const over = await server.command(late, 'CheckIn', seen);
    assert.deepEqual([over.status, over.json.code], [409, 'door-code-over']);
    await server.done(late, 'CheckIn', await atDoor(server, convener, sitting));
    const me = await server.get('/api/bodies/villa-ingenio/me', late);
    assert.deepEqual(
      me.json.sittings.map(({ checkIn, checkedIn }: { checkIn: string; checkedIn: boolean }) => [checkIn, checkedIn]),
      [['hall', true]],
    );
  });
});

test('at the door people are found by a part of their name or by their card, which is not used up by it', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const { member } = (await server.done(convener, 'EnrolMember', { name: 'Íñigo Choque Quispe' })).json.answer;
    const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
    const { sitting, members } = await hall(server, convener, 3);
    const [teller, , neighbour] = members as [Required<Person>, Required<Person>, Required<Person>];
    const who = (asker: Person, body: object) =>
      server.post(`/api/bodies/villa-ingenio/sittings/${sitting}/door/who`, body, asker);
    const expected = [{ member, name: 'Íñigo Choque Quispe', channel: null }];
    assert.deepEqual((await who(teller, { name: 'inigo  QUIS' })).json.people, expected);
    assert.deepEqual((await who(teller, { card: card.code })).json.people, expected);
    assert.deepEqual((await who(teller, { card: card.words.es })).json.people, expected);
    assert.deepEqual((await who(teller, { name: '  ' })).json.people, []);
    assert.equal((await who(teller, { card: '0123456789ABCDE0' })).json.code, 'unknown-card');
    for (const body of [{ name: 'inigo' }, { card: card.code }])
      assert.equal((await who(neighbour, body)).json.code, 'not-at-the-door');
    await server.done(teller, 'AdmitAtDoor', { sitting, member, channel: 'card' });
    assert.equal((await who(teller, { name: 'inigo' })).json.people[0].channel, 'card');
    await server.signIn('villa-ingenio', card.code);
  });
});

test('a slip signs one phone in, votes once as one person, and is nobody once it is void', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 5, 2);
    const [one, other] = members as [Required<Person>, Required<Person>];
    for (const teller of [one, other]) await server.done(teller, 'CountPresence', { sitting, round: 2, present: 9 });
    const issued = await server.done(one, 'IssueSlips', { sitting, count: 3 });
    const { slips, left } = issued.json.answer as { slips: { number: number; code: string }[]; left: number };
    assert.deepEqual([slips.map(({ number }) => number), left], [[1, 2, 3], 1]);
    const phones: Person[] = [];
    for (const { code } of slips)
      phones.push({ body: 'villa-ingenio', token: await server.signIn('villa-ingenio', code) });
    const [first, second, third] = phones as [Person, Person, Person];
    const again = await server.post('/api/sign-in', {
      body: 'villa-ingenio',
      card: slips[0]?.code,
      token: freshToken(),
    });
    assert.deepEqual([again.status, again.json.code], [409, 'card-used']);
    const me = await server.get('/api/bodies/villa-ingenio/me', first);
    assert.deepEqual([me.json.actor, me.json.roles], [{ kind: 'slip', sitting, number: 1 }, ['anyone', 'slip']]);
    const vote = await voteOn(server, convener, sitting, 'mixed');
    await server.done(first, 'CastVote', { vote, choice: 'yes' });
    await server.done(second, 'CastVote', { vote, choice: 'yes' });
    assert.equal((await server.command(first, 'CastVote', { vote, choice: 'no' })).json.code, 'already-voted');
    await server.done(other, 'VoidSlip', { sitting, number: 2, why: 'taken-twice' });
    assert.equal((await server.get('/api/bodies/villa-ingenio/me', second)).status, 401, 'its phone is signed out');
    const voided = await server.post('/api/sign-in', {
      body: 'villa-ingenio',
      card: slips[1]?.code,
      token: freshToken(),
    });
    assert.notEqual(voided.status, 200);
    for (const teller of [one, other]) {
      await server.done(teller, 'CountBlock', { vote, block: 'hall', round: 1, yes: 1, no: 0, abstain: 0 });
      await server.done(teller, 'CountUrn', {
        vote,
        round: 1,
        papers: 2,
        yes: 1,
        no: 1,
        abstain: 0,
        blank: 0,
        spoilt: 0,
      });
    }
    await server.done(convener, 'CloseVote', { vote });
    const { result } = (await server.get(`/api/bodies/villa-ingenio/votes/${vote}`)).json;
    assert.deepEqual([result.tallies, result.dropped], [[{ yes: 3, no: 1, abstain: 0 }], 1]);
    assert.equal((await server.get(`/api/bodies/villa-ingenio/votes/${vote}`, third)).status, 200);
    const receipt = (await server.get(`/api/bodies/villa-ingenio/votes/${vote}`, first)).json.receipt;
    assert.equal(receipt.counted, true);
    const page = await server.get(`/b/villa-ingenio/sittings/${sitting}`, { headers: { 'accept-language': 'en' } });
    assert.match(page.text, /3 slips/);
  });
});

interface Phone extends Person {
  readonly origin: string;
  readonly signer: Signer;
}

async function phoneWithKey(
  server: TestServer,
  convener: FoundedBody,
  name: string,
): Promise<Phone & { member: string }> {
  const { member } = (await server.done(convener, 'EnrolMember', { name })).json.answer;
  const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
  const { signer } = generateKey();
  const token = freshToken();
  const body = { body: convener.body, card: card.code, token, key: base64Encode(signer.publicKey) };
  const answered = await server.post('/api/sign-in', body);
  assert.equal(answered.status, 200, answered.text);
  return { body: convener.body, token, member, origin: answered.json.origin, signer };
}

let sent = 0;

function sendSigned(server: TestServer, phone: Phone, command: string, input: object, arrives = input) {
  const key = `signed-${++sent}`;
  const madeAt = '2026-11-21T20:15:03.250Z';
  const text = canonicalize({ book: phone.origin, command, input, key, madeAt });
  const signature = base64Encode(phone.signer.sign(utf8Encode(text)));
  const headers = { 'cabildo-signed': `${madeAt} ${signature}` };
  return server.post(`/api/bodies/${phone.body}/commands/${command}`, arrives, { token: phone.token, key, headers });
}

test('a phone with a key signs what is counted; what was changed on its way counts nothing', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const phone = await phoneWithKey(server, convener, 'Basilia');
    const other = await phoneWithKey(server, convener, 'Abel');
    const { sitting } = await hall(server, convener, 3);
    const seen = await atDoor(server, convener, sitting);
    // What need not be signed may come as it is, or signed; signed wrongly it may not.
    await server.done(phone, 'CheckIn', seen);
    assert.equal((await sendSigned(server, other, 'CheckIn', seen)).status, 200);
    const vote = await voteOn(server, convener, sitting, 'devices');
    const bare = await server.command(phone, 'CastVote', { vote, choice: 'yes' });
    assert.deepEqual([bare.status, bare.json.code], [401, 'command-unsigned']);
    const changed = await sendSigned(server, phone, 'CastVote', { vote, choice: 'yes' }, { vote, choice: 'no' });
    assert.deepEqual([changed.status, changed.json.code], [401, 'command-changed']);
    assert.ok(changed.json.sentences.es.length > 20);
    const stolen = await sendSigned(server, { ...phone, signer: other.signer }, 'CastVote', { vote, choice: 'no' });
    assert.equal(stolen.json.code, 'command-changed', 'a token alone casts no vote');
    assert.equal((await sendSigned(server, phone, 'CastVote', { vote, choice: 'yes' })).status, 200);
    const me = await server.get('/api/bodies/villa-ingenio/me', phone);
    assert.equal(me.json.openVotes[0].voted, true);
  });
});

test('the first key of a phone stays, also when its sign-in is repeated', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const { member } = (await server.done(convener, 'EnrolMember', { name: 'Basilia' })).json.answer;
    const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
    const { sitting } = await hall(server, convener, 3);
    const [mine, theirs] = [generateKey().signer, generateKey().signer];
    const token = freshToken();
    for (const { publicKey } of [mine, theirs]) {
      const body = { body: convener.body, card: card.code, token, key: base64Encode(publicKey) };
      assert.equal((await server.post('/api/sign-in', body)).status, 200);
    }
    const seen = await atDoor(server, convener, sitting);
    const phone = { body: convener.body, token, origin: convener.origin };
    assert.equal((await sendSigned(server, { ...phone, signer: theirs }, 'CheckIn', seen)).status, 401);
    assert.equal((await sendSigned(server, { ...phone, signer: mine }, 'CheckIn', seen)).status, 200);
  });
});

test('the desk knows how many of the phones in the hall are heard', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 5, 1);
    const phones = async (who: Person) =>
      (await server.get(`/api/bodies/villa-ingenio/sittings/${sitting}/live`, who)).json.phones;
    assert.deepEqual(await phones(convener), { here: 4, heard: 4 });
    assert.equal(await phones(members[4] as Person), null, 'it is told to those who run the sitting');
    server.pass(31_000);
    assert.deepEqual(await phones(convener), { here: 4, heard: 0 });
    const stop = new AbortController();
    const headers = { authorization: `Bearer ${members[0]?.token}` };
    const stream = await fetch(`${server.base}/api/bodies/villa-ingenio/events`, { headers, signal: stop.signal });
    assert.equal(stream.status, 200);
    server.pass(31_000);
    assert.deepEqual(await phones(convener), { here: 4, heard: 1 });
    stop.abort();
    const unknown = await fetch(`${server.base}/api/bodies/villa-ingenio/events`, {
      headers: { authorization: `Bearer ${freshToken()}` },
    });
    assert.equal(unknown.status, 401);
    await unknown.body?.cancel();
  });
});

test('a hall of a thousand behind one address signs in with slips while somebody guesses at them', async () => {
  await withServer(async (server) => {
    const convener = await foundOpen(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 3);
    const [one, other] = members as [Required<Person>, Required<Person>];
    for (const teller of [one, other])
      await server.done(teller, 'CountPresence', { sitting, round: 2, present: 1_003 });
    const codes: string[] = [];
    for (let more = 1_000; more > 0; more -= 50) {
      const { answer } = (await server.done(one, 'IssueSlips', { sitting, count: 50 })).json;
      codes.push(...answer.slips.map(({ code }: { code: string }) => code));
    }
    const signIn = (card: string): Promise<number> =>
      server.post('/api/sign-in', { body: 'villa-ingenio', card, token: freshToken() }).then(({ status }) => status);
    const guesses = Promise.all(Array.from({ length: 1_000 }, (_, i) => signIn(`${1 + (i % 20)}-AAAAA-AAAA0`)));
    const answers = await Promise.all(codes.map(signIn));
    assert.deepEqual(new Set(answers), new Set([200]));
    assert.deepEqual(new Set(await guesses), new Set([401]));
  });
});

test('guesses at one slip’s number form a line at that number and nowhere else', async () => {
  const limit = new GuessLimit({ now: () => 0, free: 3 });
  let under = 0;
  let most = 0;
  const attempt = (what: string) =>
    limit.attempt(what, async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setImmediate(resolve));
      under--;
      return { ok: false, reason: 'unknown-card' } as const;
    });
  await Promise.all(Array.from({ length: 6 }, () => attempt('villa slip 12')));
  most = 0;
  await Promise.all(Array.from({ length: 6 }, () => attempt('villa slip 12')));
  assert.equal(most, 1);
  most = 0;
  await Promise.all(Array.from({ length: 3 }, () => attempt('villa slip 13')));
  assert.equal(most, 3);
});
