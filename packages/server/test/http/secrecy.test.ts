import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvents } from './event-reader.ts';
import {
  type FoundedBody,
  found,
  type Hall,
  hall,
  type Person,
  type TestServer,
  voteOn,
  withServer,
} from './http-fixture.ts';

/** Everything that a node says about a body to one person, as one text. */
async function allThatIsSaid(server: TestServer, who: Person): Promise<string> {
  const { body, token } = who;
  const book = await server.node.book(body);
  const size = book?.size ?? 0;
  const paths = [
    '/api/bodies',
    `/api/bodies/${body}`,
    `/api/bodies/${body}/acts?limit=500`,
    `/api/bodies/${body}/me`,
    ...Array.from({ length: size }, (_, i) => `/api/bodies/${body}/acts/${i}`),
    ...Array.from({ length: size }, (_, i) => `/api/bodies/${body}/votes/${i}`),
    `/api/bodies/${body}/popolo.json`,
    `/api/bodies/${body}/calendar.ics`,
    `/books/${body}/checkpoint`,
    `/books/${body}/tile/entries/000.p/${size}`,
    ...Array.from({ length: size }, (_, i) => `/books/${body}/disclosures/${i}.json`),
    '/',
    `/b/${body}`,
    `/b/${body}/book`,
    ...Array.from({ length: size }, (_, i) => `/b/${body}/acts/${i}`),
    ...Array.from({ length: size }, (_, i) => `/b/${body}/sittings/${i}`),
    ...Array.from({ length: size }, (_, i) => `/b/${body}/sittings/${i}/minutes`),
    ...Array.from({ length: size }, (_, i) => `/b/${body}/resolutions/${i}`),
  ];
  const answers = await Promise.all(paths.map((path) => server.get(path, { token })));
  for (const [i, { status }] of answers.entries()) assert.ok([200, 404].includes(status), `${paths[i]}: ${status}`);
  const reader = await readEvents(`${server.base}/api/bodies/${body}/events?from=0`);
  await reader.take(size);
  reader.cut();
  // That somebody was heard is told (`live`, see live.test.ts for what it does not say); acts stay the same.
  const acts = reader.raw().replaceAll(/event: live\ndata: .*\n\n/g, '');
  return [...answers.map(({ text }) => text), acts].join('\n');
}

async function started(server: TestServer, method: 'devices' | 'hands') {
  const convener: FoundedBody = await found(server, 'villa-ingenio');
  const { sitting, members }: Hall = await hall(server, convener, 8);
  return { convener, members, sitting, vote: await voteOn(server, convener, sitting, method) };
}

const onlookers = (server: TestServer, convener: FoundedBody, members: readonly Required<Person>[]): Person[] => [
  { body: convener.body, token: null },
  { body: convener.body, token: server.node.operatorToken },
  convener,
  ...members.slice(0, 3),
];

test('while a vote by phone is open nothing that anybody is told changes with the votes', async () => {
  await withServer(async (server) => {
    const { convener, members, vote } = await started(server, 'devices');
    const people = onlookers(server, convener, members.slice(4));
    const before = await Promise.all(people.map((who) => allThatIsSaid(server, who)));
    for (const [i, member] of members.slice(0, 4).entries()) {
      const cast = await server.done(member, 'CastVote', { vote, choice: i < 3 ? 'yes' : 'no' });
      assert.deepEqual(cast.json.acts, []);
      assert.doesNotMatch(cast.text, /tall|yes":|no":/);
    }
    const after = await Promise.all(people.map((who) => allThatIsSaid(server, who)));
    assert.deepEqual(after, before);

    const open = await server.get(`/api/bodies/villa-ingenio/votes/${vote}`, { token: members[0]!.token });
    assert.deepEqual([open.json.open, open.json.result, open.json.receipt], [true, null, undefined]);
    const me = await server.get('/api/bodies/villa-ingenio/me', { token: members[0]!.token });
    assert.deepEqual([me.json.openVotes[0].voted, me.json.votes], [true, [{ vote, closed: false }]]);
    assert.doesNotMatch(me.text, /\byes\b/);

    await server.done(convener, 'CloseVote', { vote });
    const closed = await server.get(`/api/bodies/villa-ingenio/votes/${vote}`);
    assert.deepEqual(closed.json.result.tallies, [{ yes: 3, no: 1, abstain: 0 }]);
    assert.equal(closed.json.receipt, undefined);
    const mine = await server.get(`/api/bodies/villa-ingenio/votes/${vote}`, { token: members[0]!.token });
    assert.deepEqual([mine.json.receipt.counted, mine.json.receipt.ballot.choice], [true, 'yes']);
    assert.equal(mine.headers.get('cache-control'), 'no-store');
    // Who did not vote has no receipt, and nobody else's ballot is to be had.
    const none = await server.get(`/api/bodies/villa-ingenio/votes/${vote}`, { token: members[5]!.token });
    assert.equal(none.json.receipt, undefined);
  });
});

test('a vote by phone and on paper at once tells nobody anything before the close, and a phone’s receipt holds', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 6, 1);
    const vote = await voteOn(server, convener, sitting, 'mixed');
    const people = onlookers(server, convener, members.slice(3));
    const told = () => Promise.all(people.map((who) => allThatIsSaid(server, who)));
    const before = await told();
    for (const phone of members.slice(0, 2)) await server.done(phone, 'CastVote', { vote, choice: 'yes' });
    const papers = { vote, round: 1, papers: 1, yes: 0, no: 1, abstain: 0, blank: 0, spoilt: 0 };
    const many = await server.command(members[0]!, 'CountUrn', { ...papers, papers: 2, no: 2 });
    assert.equal(many.json.code, 'more-hands-than-people');
    for (const teller of members.slice(0, 2)) await server.done(teller, 'CountUrn', papers);
    assert.deepEqual(await told(), before);
    await server.done(convener, 'CloseVote', { vote });
    const mine = await server.get(`/api/bodies/villa-ingenio/votes/${vote}`, { token: members[0]!.token });
    assert.deepEqual(mine.json.result.tallies, [{ yes: 2, no: 1, abstain: 0 }]);
    assert.deepEqual([mine.json.receipt.counted, mine.json.receipt.size], [true, 2]);
  });
});

test('no number of a block is told to anybody before the vote is closed', async () => {
  await withServer(async (server) => {
    const { convener, members, sitting, vote } = await started(server, 'hands');
    const people = onlookers(server, convener, members);
    const told = () => Promise.all(people.map((who) => allThatIsSaid(server, who)));
    const before = await told();
    const counted = { vote, block: 'left', round: 1, yes: 5, no: 2, abstain: 1 };
    const first = await server.done(members[0]!, 'CountBlock', counted);
    assert.deepEqual([first.json.acts, first.json.answer], [[], { waiting: 'the other teller' }]);
    const again = await server.command(members[0]!, 'CountBlock', { ...counted, yes: 4 });
    assert.equal(again.status, 409);
    assert.doesNotMatch(again.text, /5/);
    const second = await server.done(members[1]!, 'CountBlock', { ...counted, yes: 4 });
    assert.deepEqual([second.json.acts, second.json.answer], [[], { agreed: false, final: false, round: 1 }]);
    assert.deepEqual(await told(), before);
    const early = await server.command(convener, 'CloseVote', { vote });
    assert.deepEqual([early.json.code, early.json.detail], ['counts-differ', { block: 'left' }]);
    const same = await server.command(members[0]!, 'CountBlock', { ...counted, round: 2 });
    assert.deepEqual([same.status, same.json.code], [409, 'recount-by-others']);

    const others = members.slice(2, 4);
    await server.done(convener, 'AppointTellers', { sitting, tellers: others.map(({ member }) => member) });
    const recounting = await told();
    // Both at one moment: the second finds the first, in one batch or in two.
    await Promise.all(others.map((teller) => server.done(teller, 'CountBlock', { ...counted, round: 2 })));
    assert.deepEqual(await told(), recounting);

    const closed = await server.done(convener, 'CloseVote', { vote });
    const names = closed.json.acts.map(({ act }: { act: string }) => act);
    assert.deepEqual(names, ['BlockCounted', 'VoteClosed', 'ResolutionAdopted']);
    const { json } = await server.get(`/api/bodies/villa-ingenio/votes/${vote}`);
    assert.deepEqual(json.result.tallies, [{ yes: 5, no: 2, abstain: 1 }]);
  });
});

test('names are said by no route, to nobody', async () => {
  await withServer(async (server) => {
    const { convener, members } = await started(server, 'devices');
    const said = await Promise.all(onlookers(server, convener, members).map((who) => allThatIsSaid(server, who)));
    for (const text of said) assert.doesNotMatch(text, /Person \d|Felipa|Quispe/);
  });
});

test('a member who holds no office is in no public answer, however much they took part', async () => {
  await withServer(async (server) => {
    const { convener, members, vote } = await started(server, 'devices');
    for (const member of members) await server.done(member, 'CastVote', { vote, choice: 'yes' });
    await server.done(convener, 'CloseVote', { vote });
    const said = await allThatIsSaid(server, { body: convener.body, token: null });
    // The tellers are named as tellers, and who founded the body as its convener.
    for (const { member } of members.slice(2)) assert.ok(!said.includes(member));
    for (const { member } of [convener, ...members.slice(0, 2)]) assert.ok(said.includes(member));
    const popolo = await server.get('/api/bodies/villa-ingenio/popolo.json');
    assert.deepEqual([popolo.status, popolo.json.persons], [200, []], 'a teller of one sitting holds no post');
    assert.deepEqual(popolo.json.vote_events[0].counts[0], { option: 'yes', value: 8 });
    const calendar = await server.get('/api/bodies/villa-ingenio/calendar.ics?lang=en');
    assert.equal(calendar.headers.get('content-type'), 'text/calendar; charset=utf-8');
    assert.match(calendar.text, /SUMMARY:Founding/);
  });
});
