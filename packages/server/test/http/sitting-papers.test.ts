// What is written before and after a sitting: minutes in their order, one calendar entry, the poster, and what the rules would say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusMinutes } from '@cabildo/core';
import { found, hall, type Person, withServer } from './http-fixture.ts';

const parts = [
  'when',
  'convocation',
  'attendance',
  'presidium',
  'agenda',
  'previous',
  'interventions',
  'motions',
  'objections',
  'resolutions',
];

test('minutes stand in the order that statutes want, each act in its part, in the language that was asked for', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta');
    const { sitting, members } = await hall(server, body, 4);
    const motion = {
      sitting,
      matter: 'ordinary',
      title: 'The tank',
      text: 'We mend it.',
      proposal: { kind: 'resolution' },
    };
    const tabled = (await server.done(body, 'TableMotion', motion)).json.acts[0].index;
    const vote = (await server.done(body, 'OpenVote', { motion: tabled, method: 'devices' })).json.acts[0].index;
    for (const member of members) await server.done(member, 'CastVote', { vote, choice: 'yes' });
    await server.done(body, 'CloseVote', { vote });
    const answered = await server.get(`/api/bodies/junta/sittings/${sitting}/minutes?lang=en`);
    assert.equal(answered.status, 200, answered.text);
    const { json } = answered;
    assert.deepEqual(
      json.parts.map(({ part }: { part: string }) => part),
      parts,
    );
    const linesOf = (part: string): { act: number; said: string; text: string | null }[] =>
      json.parts.find((one: { part: string }) => one.part === part).lines;
    assert.equal(linesOf('convocation')[0]?.act, sitting);
    assert.equal(linesOf('motions').find(({ act }) => act === tabled)?.text, 'We mend it.');
    assert.match(linesOf('motions').at(-1)?.said ?? '', /4 yes, 0 no/);
    assert.match(linesOf('resolutions')[0]?.said ?? '', /The tank/);
    assert.deepEqual([json.closed, json.approval, json.approvedBy], [false, 'officers', null]);
    const spanish = await server.get(`/api/bodies/junta/sittings/${sitting}/minutes?lang=es`);
    assert.equal(spanish.json.parts[0].title, 'Lugar, fecha y hora');
    assert.equal((await server.get('/api/bodies/junta/sittings/9999/minutes')).status, 404);
  });
});

test('how often and how long was spoken stands under what was said, also on the page that is printed', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta');
    const { sitting } = await hall(server, body, 3);
    await server.done(body, 'AskForFloor', { sitting, kind: 'speech', label: 'Row 3' });
    await server.done(body, 'GiveFloor', { sitting, number: 1 });
    server.pass(90_000);
    await server.done(body, 'EndSpeech', { sitting, number: 1 });
    const ended = (await server.done(body, 'CloseDebate', { sitting })).json.acts[0].index;
    const { json } = await server.get(`/api/bodies/junta/sittings/${sitting}/minutes?lang=en`);
    const said = json.parts.find((one: { part: string }) => one.part === 'interventions');
    assert.deepEqual(
      said.lines.map(({ act }: { act: number }) => act),
      [ended],
    );
    const page = (await server.get(`/b/junta/sittings/${sitting}/minutes?lang=en`)).text;
    const section = page.slice(page.indexOf('What was said'), page.indexOf('Motions and votes'));
    assert.match(section, /1:30/);
    assert.doesNotMatch(page, /Row 3/, 'and nobody is named');
  });
});

test('a poster has both calls with their numbers and a code for a camera; the calendar entry is that of the body', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta');
    const startsAt = plusMinutes(server.node.now(), 60);
    const notice = [{ matter: 'ordinary', title: 'Water & light' }];
    const convened = { kind: 'founding', place: 'School', startsAt, notice };
    const sitting = (await server.done(body, 'ConveneSitting', convened)).json.acts[0].index;
    const poster = (await server.get(`/b/junta/sittings/${sitting}/poster?lang=en`)).text;
    assert.match(poster, /Water &amp; light/);
    assert.match(poster, /First call: .*It begins with 1 of 1 present/);
    assert.match(poster, /Second call: /);
    assert.equal(poster.split('<svg class="qr"').length, 3);
    const one = (await server.get(`/api/bodies/junta/sittings/${sitting}/calendar.ics?lang=en`)).text;
    const all = (await server.get('/api/bodies/junta/calendar.ics?lang=en')).text;
    const entry = /BEGIN:VEVENT[\s\S]*?END:VEVENT/.exec(one)?.[0];
    assert.ok(entry !== undefined && all.includes(entry), 'the same entry, so that a calendar has it once');
    assert.equal((await server.get('/b/junta/sittings/9999/poster')).status, 404);
    assert.equal((await server.get('/api/bodies/junta/sittings/9999/calendar.ics')).status, 404);
  });
});

test('a trial says what would be written or refused, and writes nothing', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta');
    await hall(server, body, 4);
    const size = async (): Promise<number> => (await server.get('/api/bodies/junta')).json.size;
    const before = await size();
    const late = {
      heldAt: plusMinutes(server.node.now(), -60),
      place: 'School',
      kind: 'ordinary',
      call: 'first',
      notice: [],
      decisions: [{ matter: 'ordinary', title: 'Tank', text: 'Tank', yes: 3, no: 0, abstain: 0 }],
    };
    const ask = (who: { token: string | null }, name: string, input: object) =>
      server.post(`/api/bodies/junta/trials/${name}`, input, who.token === null ? {} : { token: who.token });
    const sooner = await ask(body, 'ConveneSitting', {
      kind: 'ordinary',
      place: 'School',
      startsAt: server.node.now(),
      notice: [],
    });
    assert.equal(sooner.status, 403, 'a convener convenes the founding alone');
    const refused = await ask({ token: null }, 'EnterLateSitting', late);
    assert.equal(refused.status, 403);
    assert.equal(refused.json.code, 'not-allowed');
    assert.ok(refused.json.sentences.es.length > 0);
    assert.equal((await ask(body, 'EnterLateSitting', { ...late, call: 'third' })).status, 400);
    assert.equal((await ask(body, 'CloseVote', { vote: 1 })).status, 404, 'only what is long to write is tried');
    assert.equal(await size(), before);
  });
});

test('minutes that nobody has approved are due for whoever approves them, from the close on, wherever they look', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'junta');
    const { sitting, members } = await hall(server, body, 3);
    const due = async (person: Person): Promise<readonly number[]> => {
      const { json } = await server.get('/api/bodies/junta/me', person);
      return json.minutesDue.map((one: { sitting: number }) => one.sitting);
    };
    assert.deepEqual(await due(body), []);
    await server.done(body, 'CloseSitting', { sitting });
    assert.deepEqual(await due(body), [sitting]);
    assert.deepEqual(await due(members[1] ?? assert.fail()), [], 'a member without an office approves none');
    await server.done(body, 'ApproveMinutes', { sitting, text: 'As it was.' });
    assert.deepEqual(await due(body), []);
  });
});
