// Secret votes over HTTP: from the codes of trustees and tellers to a result that other people's program verifies.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { extendsArchive, fingerprint, publishKey, writeExcluded } from '@cabildo/ballot';
import { nodeMachine } from '@cabildo/ballot/node';
import { belenios, scratch, skipWithoutBelenios } from '../../../ballot/test/tool.ts';
import { found, hall, type TestServer, withServer } from './http-fixture.ts';
import {
  type Answer,
  ballotMaker,
  ballotPath,
  castBallot,
  download,
  makeHalves,
  openResult,
  openSecretVote,
  partOf,
  prepare,
  secretArticles,
  sendText,
  statusOf,
  tableMotion,
  verified,
  workshop,
} from './secret-vote.ts';

const skip = skipWithoutBelenios();

function acceptedByOthers(election: string, archive: Uint8Array): void {
  const folder = scratch();
  writeFileSync(join(folder, `${election}.bel`), archive);
  assert.match(belenios(folder, ['election', 'verify']).said, /all checks passed/);
}

const inMemory = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (at: number, length: number) => bytes.slice(at, at + length),
});

const extend = async (old: Uint8Array, now: Uint8Array): Promise<void> =>
  assert.ok((await extendsArchive(inMemory(old), inMemory(now), nodeMachine)).ok);

async function withHall(
  trustees: number,
  threshold: number,
  people: number,
  work: (server: TestServer, scene: Awaited<ReturnType<typeof setTheScene>>) => Promise<void>,
): Promise<void> {
  await withServer(async (server) => work(server, await setTheScene(server, trustees, threshold, people)));
}

async function setTheScene(server: TestServer, trustees: number, threshold: number, people: number) {
  const body = await found(server, 'junta', 'base', secretArticles(trustees, threshold));
  return { body, ...(await hall(server, body, people)) };
}

test('given three trustees of whom two suffice, when twelve vote and one again, then anybody verifies what the book says', {
  skip,
}, async () => {
  await withHall(3, 2, 13, async (server, { body, sitting, members }) => {
    const vote = await openSecretVote(server, body, { sitting, members }, { threshold: 2, slips: 13, leftOver: [4] });
    const { election, voters } = vote;
    const ballot = await ballotMaker(server, election);
    const empty = await download(server, election);
    acceptedByOthers(election, empty);
    const answers: readonly Answer[] = [
      'yes',
      'no',
      'yes',
      'yes',
      'blank',
      'no',
      'yes',
      'yes',
      'no',
      'yes',
      'yes',
      'no',
    ];
    const ballots = voters.map((voter, at) => ballot(voter, answers[at] ?? 'blank'));
    for (const one of ballots.slice(0, 9)) assert.equal((await castBallot(server, election, one)).status, 202);
    await server.node.ballots.settled();
    assert.equal((await statusOf(server, election)).ballots, 0, 'nine would be too few to hide among');
    for (const one of ballots.slice(9)) assert.equal((await castBallot(server, election, one)).status, 202);
    await server.node.ballots.settled();
    const open = await download(server, election);
    const report = await verified(open);
    assert.deepEqual([report.findings, report.stage], [[], 'voting']);
    assert.ok(report.cast >= 10);
    await extend(empty, open);
    const proposed = async (): Promise<string> => {
      const path = `/api/bodies/${body.body}/sittings/${sitting}/steps`;
      const { steps, proposed: at } = (await server.get(path, { token: body.token })).json;
      return steps[at].command;
    };
    assert.equal(await proposed(), 'AnchorBallotBox', 'so many ballots have come that the head is due');
    await server.done(body, 'AnchorBallotBox', { vote: vote.vote });
    assert.notEqual(await proposed(), 'AnchorBallotBox');
    // The second voter thinks again.
    assert.equal((await castBallot(server, election, ballot(voters[1] ?? 0n, 'yes'))).status, 202);
    await server.done(body, 'CloseBallotBox', { vote: vote.vote });
    await server.node.ballots.settled();
    const closed = await download(server, election);
    await extend(open, closed);
    acceptedByOthers(election, closed);
    assert.equal((await statusOf(server, election)).stage, 'closed');
    await openResult(server, vote, vote.trustees.slice(1));
    await server.node.ballots.settled();
    const whole = await download(server, election);
    await extend(closed, whole);
    acceptedByOthers(election, whole);
    const last = await verified(whole);
    assert.deepEqual([last.findings, last.stage, last.cast, last.voters], [[], 'complete', 13, 12]);
    const told = await statusOf(server, election);
    assert.deepEqual([told.stage, told.result], ['opened', { yes: 8, no: 3, abstain: 1 }]);
    const trackers = (await server.get(`/ballot/api/${election}/trackers`)).text.trim().split('\n');
    assert.equal(new Set(trackers).size, 13);
    const done = await server.done(body, 'CloseVote', { vote: vote.vote });
    assert.ok(done.json.acts.some(({ act }: { act: string }) => act === 'SecretVoteClosed'));
    const handedOver = Buffer.from(await (await fetch(`${server.base}/api/bodies/junta/archive.tar`)).arrayBuffer());
    assert.ok(handedOver.includes(`ballots/${election}.bel`) && handedOver.includes(Buffer.from(whole)));
  });
});

test('given a page that runs from a file, when it asks beforehand, then it may send a code, and nothing else of the node', async () => {
  await withServer(async ({ base }) => {
    const preflight = await fetch(`${base}/ballot/api/NwCLjPBvfL7iB8/trustees/1/key`, { method: 'OPTIONS' });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /ballot-code/);
    const unknown = await fetch(`${base}/ballot/api/NwCLjPBvfL7iB8`);
    assert.deepEqual([unknown.status, unknown.headers.get('access-control-allow-origin')], [404, '*']);
    const other = await fetch(`${base}/api/bodies`, { method: 'OPTIONS' });
    assert.equal(other.headers.get('access-control-allow-origin'), null);
  });
});

test('given a box that is open, when ballots come, then only sound ones are taken, each once, and nothing says whose they are', async () => {
  await withHall(2, 2, 4, async (server, { body, sitting, members }) => {
    const vote = await openSecretVote(server, body, { sitting, members }, { threshold: 2, slips: 4 });
    const { election, voters } = vote;
    const ballot = await ballotMaker(server, election);
    const good = ballot(voters[0] ?? 0n, 'yes');
    const nonsense = { cookie: 'session=1', authorization: 'Bearer nobody-that-this-node-knows' };
    const first = await sendText(server, 'POST', `${election}/box`, good, nonsense);
    assert.deepEqual([first.status, first.headers.get('set-cookie')], [202, null]);
    assert.equal(first.json.tracker, fingerprint(good, nodeMachine));
    const again = await castBallot(server, election, good);
    assert.deepEqual([again.status, again.json], [200, first.json]);
    const refusedWith = async (text: string): Promise<string> => {
      const { status, json } = await castBallot(server, election, text);
      return `${status} ${json.code} ${json.detail ?? ''}`.trim();
    };
    assert.equal(await refusedWith('{}'), '409 ballot-not-valid malformed');
    assert.equal(await refusedWith(` ${good}`), '409 ballot-not-valid not-canonical');
    assert.equal(await refusedWith(ballot(12_345n, 'no')), '409 ballot-not-valid unknown-credential');
    const signed = ballot(voters[1] ?? 0n, 'no');
    const other = JSON.parse(signed);
    other.signature = JSON.parse(ballot(voters[1] ?? 0n, 'yes')).signature;
    assert.equal(await refusedWith(JSON.stringify(other)), '409 ballot-not-valid signed-hash');
    assert.equal(await refusedWith(''), '400 malformed-request');
    const tooLarge = await castBallot(server, election, ' '.repeat(300_000));
    assert.equal(tooLarge.status, 413);
    await server.node.ballots.settled();
    assert.equal((await statusOf(server, election)).ballots, 0);
    const early = await server.command(body, 'CloseVote', { vote: vote.vote });
    assert.equal(early.json.code, 'box-still-open');
    await server.done(body, 'CloseBallotBox', { vote: vote.vote });
    await server.node.ballots.settled();
    assert.equal(await refusedWith(signed), '409 box-not-open');
    assert.equal((await castBallot(server, election, good)).status, 200, 'what was taken is known for ever');
    assert.equal((await statusOf(server, election)).ballots, 1);
    for (const word of [election, first.json.tracker, '127.0.0.1']) assert.ok(!server.log.join('\n').includes(word));
  });
});

test('given trustees of whom all are needed, when one sends a wrong part, then it is named and left out until a right one comes', async (t) => {
  await withHall(2, 2, 4, async (server, { body, sitting, members }) => {
    const vote = await openSecretVote(server, body, { sitting, members }, { threshold: 2, slips: 4 });
    const { election, voters, trustees } = vote;
    const ballot = await ballotMaker(server, election);
    for (const voter of voters) await castBallot(server, election, ballot(voter, 'no'));
    const [one, other] = [trustees[0] ?? assert.fail(), trustees[1] ?? assert.fail()];
    const say = (seat: number, code: string, part: string) =>
      sendText(server, 'PUT', `${election}/trustees/${seat}/share`, part, { 'ballot-code': code });
    const soon = await say(1, one.code, '{}');
    assert.deepEqual([soon.status, soon.json.code], [409, 'step-not-due']);
    await server.done(body, 'CloseBallotBox', { vote: vote.vote });
    await server.node.ballots.settled();
    const archive = await download(server, election);
    const parts = [await partOf(archive, one), await partOf(archive, other)] as const;
    assert.equal((await say(1, 'not the code', parts[0])).json.code, 'wrong-ballot-code');
    assert.equal((await say(1, other.code, parts[0])).json.code, 'wrong-ballot-code');
    assert.equal((await say(1, one.code, parts[1])).json.code, 'message-not-valid');
    assert.equal((await say(1, one.code, parts[0])).status, 201);
    assert.equal((await say(1, one.code, parts[0])).status, 200);
    assert.equal((await say(1, one.code, await partOf(archive, one))).json.code, 'already-sent');
    await server.node.ballots.settled();
    assert.equal((await statusOf(server, election)).stage, 'closed');
    assert.equal((await server.command(body, 'CloseVote', { vote: vote.vote })).json.code, 'archive-not-shown');
    assert.equal((await say(2, other.code, parts[1])).status, 201);
    await server.node.ballots.settled();
    assert.deepEqual((await statusOf(server, election)).result, { yes: 0, no: 4, abstain: 0 });
    if (skip === false) acceptedByOthers(election, await download(server, election));
    else t.diagnostic(skip);
  });
});

test('given an election in preparation, when it is prepared anew, then the old codes open nothing, and only who presides may', async () => {
  await withHall(2, 2, 4, async (server, { body, sitting, members }) => {
    const motion = await tableMotion(server, body, sitting);
    const first = await prepare(server, body, motion);
    assert.deepEqual(await prepare(server, body, motion), first, 'asked again it is the same');
    const path = ballotPath('junta', motion);
    const outsider = await server.post(path, {}, { token: members[2]?.token ?? null });
    assert.deepEqual([outsider.status, outsider.json.code], [403, 'not-presiding']);
    const teller = await server.get(path, { token: members[1]?.token ?? null });
    assert.deepEqual(teller.json, { election: first.election, teller: 2, code: first.tellers[1]?.code });
    assert.equal((await server.get(path, { token: members[2]?.token ?? null })).status, 403);
    assert.deepEqual((await server.get(path, { token: body.token })).json, { election: first.election });
    const soon = await server.post(`${path}/setup`, {}, { token: body.token });
    assert.deepEqual([soon.status, soon.json.code], [409, 'ballot-not-ready']);
    const [{ code } = assert.fail()] = first.trustees;
    const key = JSON.stringify(publishKey(workshop, 12_345_678_901_234_567_890n));
    const say = (election: string, step: string, message: string) =>
      sendText(server, 'PUT', `${election}/trustees/1/${step}`, message, { 'ballot-code': code });
    assert.equal((await say(first.election, 'certificate', key)).json.code, 'step-not-due');
    assert.equal((await say(first.election, 'key', key.replace('1', '2'))).json.code, 'message-not-valid');
    assert.equal((await say(first.election, 'key', key)).status, 201);
    const copied = await sendText(server, 'PUT', `${first.election}/trustees/2/key`, key, {
      'ballot-code': first.trustees[1]?.code ?? '',
    });
    assert.equal(copied.json.code, 'message-not-valid', 'whoever copies a key holds none');
    const second = await prepare(server, body, motion, true);
    assert.notEqual(second.election, first.election);
    assert.equal((await say(first.election, 'key', key)).json.code, 'no-such-election');
    assert.equal((await say(second.election, 'key', key)).json.code, 'wrong-ballot-code');
  });
});

test('given halves that are in the book, when a teller sends others, then they are refused; before that they take the place', async () => {
  await withHall(2, 2, 4, async (server, { body, sitting, members }) => {
    const motion = await tableMotion(server, body, sitting);
    const prepared = await prepare(server, body, motion);
    const { election, tellers } = prepared;
    const { files: before } = await makeHalves(server, prepared, 2);
    const { files } = await makeHalves(server, prepared, 3);
    assert.notDeepEqual(files, before);
    const [, own = assert.fail()] = members;
    const unknown = await server.command(own, 'EnterCredentialHalves', { motion, list: 'roja', file: before[1] });
    assert.equal(unknown.json.code, 'archive-not-shown');
    await server.done(own, 'EnterCredentialHalves', { motion, list: 'roja', file: files[1] });
    const { halves } = await statusOf(server, election);
    assert.deepEqual(
      halves.map(({ teller, halves: count, inBook }: Record<string, unknown>) => [teller, count, inBook]),
      [
        [1, 3, false],
        [2, 3, true],
      ],
    );
    const kept = (await server.get(`/ballot/api/${election}/halves/2`)).text;
    const send = (path: string, text: string, code = tellers[1]?.code ?? '') =>
      sendText(server, 'PUT', `${election}/${path}`, text, { 'ballot-code': code });
    assert.equal((await send('halves/2', kept)).status, 200, 'the same again is the same');
    assert.equal((await send('halves/2', `${kept} `)).json.code, 'halves-in-book');
    assert.equal((await send('halves/1', kept)).json.code, 'wrong-ballot-code');
    assert.equal((await send('halves/1', kept, tellers[0]?.code)).json.code, 'file-not-valid');
    assert.equal((await send('excluded', writeExcluded({ election, left: [4] }))).json.code, 'file-not-valid');
    assert.equal(
      (await send('excluded', writeExcluded({ election: 'another', left: [] }))).json.code,
      'file-not-valid',
    );
    const out = await send('excluded', writeExcluded({ election, left: [1, 3] }));
    assert.deepEqual([out.status, out.json.left], [200, 2]);
  });
});

test('given a secret vote whose challenge period is over, when the node sweeps, then messages are gone and the archive is not', async () => {
  await withHall(2, 2, 4, async (server, { body, sitting, members }) => {
    const vote = await openSecretVote(server, body, { sitting, members }, { threshold: 2, slips: 4 });
    const messages = async (): Promise<number> =>
      (await server.get(`/ballot/api/${vote.election}/trustees`)).json.length;
    assert.equal(await messages(), 4);
    const ballot = await ballotMaker(server, vote.election);
    await castBallot(server, vote.election, ballot(vote.voters[0] ?? 0n, 'yes'));
    await server.node.ballots.forgetOld();
    assert.equal(await messages(), 4);
    server.pass(400 * 86_400_000);
    await server.node.ballots.forgetOld();
    assert.equal(await messages(), 0);
    const { findings, cast } = await verified(await download(server, vote.election));
    assert.deepEqual([findings, cast], [[], 0]);
    assert.equal((await server.get(`/ballot/api/${vote.election}`)).json.trustees.length, 2);
  });
});
