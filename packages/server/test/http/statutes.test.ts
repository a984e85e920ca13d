// A statute that nobody has adopted: read, checked, compared and tried over HTTP, by anybody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statuteTemplates } from '@cabildo/core';
import { found, hall, lightStatute, type TestServer, voteOn, withServer } from './http-fixture.ts';

const template = (name: string) => statuteTemplates.find((one) => one.name === name)?.statutes.es;
const council = template('neighbourhood-council');

const ofBody = '/api/bodies/villa-ingenio/statute';
const alone = '/api/statutes/trial';

const imagined = {
  matter: 'pact',
  sitting: 'ordinary',
  call: 'first',
  roll: 90,
  present: 50,
  votes: { yes: 24, no: 20, abstain: 6 },
};

test('whoever writes a statute reads it, its contradictions and its changes, and tries a vote on it', async () => {
  await withServer(async (server) => {
    const calls = { ...council?.calls, second: { num: 2, den: 3, strict: false } };
    const spoilt = { ...council, calls };
    const { status, json } = await server.post(alone, { statute: spoilt, before: council, kind: 'base', imagined });
    assert.equal(status, 200);
    assert.deepEqual(
      json.problems.map(({ problem, article }: Record<string, string>) => [problem, article]),
      [['second-call-harder', 'calls.second']],
    );
    assert.match(json.problems[0].says, /pide más gente que la primera/);
    assert.deepEqual(
      json.changes.map(({ article }: Record<string, string>) => article),
      ['calls'],
    );
    const section = json.sections.find(({ article }: Record<string, string>) => article === 'calls');
    assert.match(section.sentences[1], /con al menos dos tercios/);
    // A pact of a neighbourhood takes half of those present.
    assert.deepEqual([json.imagined.draft.verdict, json.imagined.draft.article], ['rejected', 'rules.pact']);
    assert.equal(json.imagined.present.verdict, 'rejected');
    const more = { ...imagined, votes: { yes: 26, no: 20, abstain: 4 } };
    const passed = await server.post(alone, { statute: council, kind: 'base', imagined: more, language: 'en' });
    assert.equal(passed.json.imagined.draft.verdictSaid, 'would pass');
    assert.deepEqual([passed.json.changes, passed.json.imagined.present, passed.json.past], [null, null, undefined]);
  });
});

test('a body’s own votes are tried under the draft and under the rules in force', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 5);
    const vote = await voteOn(server, convener, sitting, 'devices');
    for (const [number, member] of members.entries())
      await server.done(member, 'CastVote', { vote, choice: number < 3 ? 'yes' : 'no' });
    const open = await server.post(`${ofBody}/trial`, { statute: lightStatute });
    assert.deepEqual(open.json.past, [], 'nothing is told of a vote that is open');
    await server.done(convener, 'CloseVote', { vote });
    const inForce = (await server.get(ofBody)).json;
    assert.deepEqual([inForce.kind, inForce.statute.title], ['base', lightStatute.title]);
    const stricter = {
      ...inForce.statute,
      rules: lightStatute.rules.map((rule) => ({ ...rule, rule: { num: 2, den: 3, strict: false, of: 'cast' } })),
    };
    const { json } = await server.post(`${ofBody}/trial`, { statute: stricter, language: 'en' });
    const [past] = json.past;
    assert.deepEqual([past.vote, past.title, past.outcome], [vote, 'Water', 'carried']);
    assert.deepEqual(
      [past.present.verdict, past.draft.verdict, past.draft.article],
      ['carried', 'rejected', 'rules.ordinary'],
    );
    assert.ok(
      past.draft.says.includes(
        'For yes, 3 of 5; what is asked for is at least two thirds of the votes for yes or no: not reached.',
      ),
    );
    const large = {
      ...inForce.statute,
      calls: { ...lightStatute.calls, first: { num: 1, den: 2, strict: true, min: 500 } },
    };
    const advised = await server.post(`${ofBody}/trial`, { statute: large });
    assert.deepEqual(
      advised.json.advice.map(({ problem }: Record<string, string>) => problem),
      ['more-than-this-roll', 'quorum-of-one'],
    );
    assert.equal((await server.post('/api/bodies/nowhere/statute/trial', { statute: stricter })).status, 404);
  });
});

const refused = async (server: TestServer, statute: unknown) => {
  const { status, json } = await server.post(alone, { statute });
  return [status, json.code, typeof json.detail === 'string' ? '' : (json.detail?.at ?? json.detail?.faults?.[0]?.at)];
};

test('what is no statute is refused with its place and what belongs there, and nothing hostile gets further', async () => {
  await withServer(async (server) => {
    const wrong = { ...council, calls: { ...council?.calls, second: { num: 0, den: 3, strict: false } } };
    assert.deepEqual(await refused(server, wrong), [400, 'not-a-statute', '/calls/second/num']);
    const { json } = await server.post(alone, { statute: wrong });
    assert.match(json.detail.es, /Artículo «quórum» \(\/calls\/second\/num\): aquí va un número entero desde 1\./);
    assert.match(json.detail.en, /here belongs a whole number from 1 on\./);
    const [rule] = council?.rules ?? [];
    assert.deepEqual(await refused(server, { ...council, rules: [{ ...rule, methods: ['shouting'] }] }), [
      400,
      'not-a-statute',
      '/rules/0/methods/0',
    ]);
    assert.deepEqual(await refused(server, { ...council, poder: 'todo' }), [400, 'not-a-statute', '/poder']);
    assert.deepEqual(await refused(server, {}), [400, 'not-a-statute', '/title']);
    assert.deepEqual(await refused(server, 'estatuto'), [400, 'invalid-input', 'body/statute']);
    assert.deepEqual(await refused(server, { ...council, title: 'x'.repeat(300_000) }), [413, 'too-large', undefined]);
    assert.deepEqual(await refused(server, { ...council, title: 'a\u0000b' }), [400, 'invalid-input', '']);
    const more = await server.post(alone, { statute: council, imagined: { ...imagined, present: 10 } });
    assert.match(more.json.imagined.refused, /solo puede haber 10/);
    const proto = await fetch(`${server.base}${alone}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"statute":{"__proto__":{}}}',
    });
    assert.equal(proto.status, 400);
  });
});
