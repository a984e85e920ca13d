import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GuessLimit } from '../../src/http/guess-limit.ts';
import { enrol, found, freshToken, withServer } from './http-fixture.ts';

test('a card signs one phone in, again if the answer was lost, and no other', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { member } = (await server.done(convener, 'EnrolMember', { name: 'Nicanor Mamani' })).json.answer;
    const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
    const mine = { body: 'villa-ingenio', card: card.words.es, token: freshToken() };
    const first = await server.post('/api/sign-in', mine);
    assert.deepEqual([first.status, first.json.actor], [200, { kind: 'member', member }]);
    assert.equal(first.headers.get('cache-control'), 'no-store');
    assert.equal(first.headers.get('set-cookie'), null);
    const again = await server.post('/api/sign-in', { ...mine, card: card.code });
    assert.deepEqual([again.status, again.json], [200, first.json]);
    const other = await server.post('/api/sign-in', { ...mine, token: freshToken() });
    assert.deepEqual([other.status, other.json.code], [409, 'card-used']);
    const me = await server.get('/api/bodies/villa-ingenio/me', { token: mine.token });
    assert.deepEqual(me.json.roles, ['anyone', 'member']);
    const both = await server.post('/api/sign-in', { ...mine, me: true });
    assert.deepEqual([both.status, both.json], [200, { ...first.json, me: me.json }]);
  });
});

test('a phone that is signed in as somebody uses up nobody else’s card', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const cardOf = async (name: string): Promise<string> => {
      const { member } = (await server.done(convener, 'EnrolMember', { name })).json.answer;
      return (await server.done(convener, 'IssueCard', { member })).json.answer.card.code;
    };
    const [first, second] = [await cardOf('Basilia Quispe'), await cardOf('Abel Condori')];
    const token = freshToken();
    assert.equal((await server.post('/api/sign-in', { body: 'villa-ingenio', card: first, token })).status, 200);
    const mixed = await server.post('/api/sign-in', { body: 'villa-ingenio', card: second, token });
    assert.deepEqual([mixed.status, mixed.json.code], [409, 'card-used']);
    const own = await server.post('/api/sign-in', { body: 'villa-ingenio', card: second, token: freshToken() });
    assert.equal(own.status, 200);
  });
});

test('unknown cards, bodies and tokens are told apart, in words', async () => {
  await withServer(async (server) => {
    await found(server, 'villa-ingenio');
    await found(server, 'senkata');
    const token = freshToken();
    const tries: [object, number, string][] = [
      [{ body: 'villa-ingenio', card: '0123456789ABCDE0', token }, 401, 'unknown-card'],
      [{ body: 'villa-ingenio', card: 'no such words at all here now', token }, 400, 'malformed-card'],
      [{ body: 'nowhere', card: '0123456789ABCDE0', token }, 404, 'unknown-body'],
      [{ body: '../../etc', card: '0123456789ABCDE0', token }, 404, 'unknown-body'],
      [{ body: 'villa-ingenio', card: '0123456789ABCDE0', token: 'short' }, 400, 'invalid-input'],
      [{ body: 'villa-ingenio', card: '0123456789ABCDE0' }, 400, 'invalid-input'],
    ];
    for (const [body, status, code] of tries) {
      const answered = await server.post('/api/sign-in', body);
      assert.deepEqual([answered.status, answered.json.code], [status, code]);
      assert.ok(answered.json.sentences.es.length > 10);
    }
  });
});

test('a token is good in its own body only', async () => {
  await withServer(async (server) => {
    const one = await found(server, 'villa-ingenio');
    await found(server, 'senkata');
    assert.equal((await server.get('/api/bodies/senkata/me', { token: one.token })).status, 401);
    const refused = await server.command({ ...one, body: 'senkata' }, 'EnrolMember', { name: 'x' });
    assert.deepEqual([refused.status, refused.headers.get('www-authenticate')], [401, 'Bearer']);
  });
});

test('of two phones that show one card at the same moment one gets in; one that shows it twice gets in twice', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    for (let round = 0; round < 5; round++) {
      const { member } = (await server.done(convener, 'EnrolMember', { name: `Person ${round}` })).json.answer;
      const { card } = (await server.done(convener, 'IssueCard', { member })).json.answer;
      const [one, other] = [freshToken(), freshToken()];
      const show = async (token: string): Promise<{ token: string; status: number }> => {
        const { status } = await server.post('/api/sign-in', { body: 'villa-ingenio', card: card.code, token });
        return { token, status };
      };
      const all = await Promise.all([one, other, one, other].map(show));
      const inside = new Set(all.flatMap(({ token, status }) => (status === 200 ? [token] : [])));
      assert.equal(inside.size, 1);
      for (const { token, status } of all) assert.equal(status, inside.has(token) ? 200 : 409);
    }
  });
});

test('a new card ends the session of the old one, also of one that came in a moment ago', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { member } = (await server.done(convener, 'EnrolMember', { name: 'Nicanor Mamani' })).json.answer;
    const newCard = async (): Promise<string> =>
      (await server.done(convener, 'IssueCard', { member })).json.answer.card.code;
    const before = await server.signIn('villa-ingenio', await newCard());
    const asked = () => server.get('/api/bodies/villa-ingenio/me', { token: before });
    assert.equal((await asked()).status, 200);
    await newCard();
    assert.equal((await asked()).status, 401);
  });
});

test('a thousand people sign in at once, while somebody guesses', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const cards: string[] = [];
    const people = Array.from({ length: 1_000 }, (_, i) => i);
    await Promise.all(
      people.map(async (i) => {
        const { member } = (await server.done(convener, 'EnrolMember', { name: `Person ${i}` })).json.answer;
        cards.push((await server.done(convener, 'IssueCard', { member })).json.answer.card.code);
      }),
    );
    const guess = (): Promise<number> => {
      const body = { body: 'villa-ingenio', card: '0123456789ABCDE0', token: freshToken() };
      return server.post('/api/sign-in', body).then(({ status }) => status);
    };
    const guesses = Promise.all(Array.from({ length: 1_000 }, guess));
    const answers = await Promise.all(
      cards.map((card) => server.post('/api/sign-in', { body: 'villa-ingenio', card, token: freshToken() })),
    );
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.deepEqual(new Set(await guesses), new Set([401]));
    // Everybody still gets in after so many wrong cards.
    await enrol(server, convener);
  });
});

test('after too many wrong cards a body’s attempts go one by one, and a right card passes', async () => {
  let now = 0;
  let under = 0;
  let most = 0;
  const limit = new GuessLimit({ now: () => now, free: 5 });
  const attempt = (body: string, ok: boolean) =>
    limit.attempt(body, async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setImmediate(resolve));
      under--;
      return ok ? { ok: true, origin: 'x/y', actor: { kind: 'anyone' } } : { ok: false, reason: 'unknown-card' };
    });
  await Promise.all(Array.from({ length: 8 }, () => attempt('one', false)));
  assert.equal(most, 8);
  most = 0;
  const later = await Promise.all(Array.from({ length: 20 }, (_, i) => attempt('one', i === 19)));
  assert.equal(most, 1);
  assert.deepEqual(later.at(-1), { ok: true, origin: 'x/y', actor: { kind: 'anyone' } });
  most = 0;
  await Promise.all(Array.from({ length: 4 }, () => attempt('two', true)));
  assert.equal(most, 4, 'another body notices nothing');
  now += 3_600_000;
  most = 0;
  await Promise.all(Array.from({ length: 4 }, () => attempt('one', true)));
  assert.equal(most, 4, 'it is forgotten after a while');
});

test('a line that is too long turns people away, for the moment', async () => {
  const limit = new GuessLimit({ free: 0 });
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const attempt = () =>
    limit.attempt('one', async () => {
      await gate;
      return { ok: false, reason: 'unknown-card' } as const;
    });
  const waiting = Array.from({ length: 5_000 }, attempt);
  assert.equal(await attempt(), 'too-many');
  open();
  assert.deepEqual(new Set((await Promise.all(waiting)).map((one) => one !== 'too-many')), new Set([true]));
});
