// A whole list of people enrolled at once: all of it or nobody, a card for each, and the roll for those who keep it alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enrol, found, withServer } from './http-fixture.ts';

interface OnRoll {
  readonly member: string;
  readonly name: string;
  readonly household: string | null;
}

const people = [
  { name: 'Felipa Quispe' },
  { name: 'Basilia Mamani', household: 0 },
  { name: 'Álvaro Choque' },
  { name: 'Hilaria Mamani', household: 1 },
];

test('given a list with households, when it is enrolled, then each signs in with their own card, and households are one', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'villa-ingenio');
    const { answer } = (await server.done(body, 'EnrolMembers', { people })).json;
    assert.deepEqual([answer.members.length, answer.cards.length, new Set(answer.members).size], [4, 4, 4]);
    for (const [place, { code }] of answer.cards.entries()) {
      const token = await server.signIn(body.body, code);
      const me = await server.get(`/api/bodies/${body.body}/me`, { token });
      assert.equal(me.json.actor.member, answer.members[place]);
    }
    const roll: OnRoll[] = (await server.get(`/api/bodies/${body.body}/roll`, body)).json.people;
    const [felipa, basilia, , hilaria] = answer.members.map((member: string) =>
      roll.find((one) => one.member === member),
    );
    assert.deepEqual([basilia.household, hilaria.household], [felipa.member, felipa.member]);
    assert.equal(felipa.household, null);
    const named = roll.map(({ name }) => name).filter((name) => people.some((one) => one.name === name));
    assert.deepEqual(named, ['Álvaro Choque', 'Basilia Mamani', 'Felipa Quispe', 'Hilaria Mamani']);
  });
});

test('given a list with one line that cannot be, when it is enrolled, then nobody of it is', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'villa-ingenio');
    const roll = async () => (await server.get(`/api/bodies/${body.body}/roll`, body)).json.people.length;
    const before = await roll();
    for (const household of [2, 3, 7]) {
      const list = [{ name: 'Felipa' }, { name: 'Basilia' }, { name: 'Hilaria', household }];
      const answered = await server.command(body, 'EnrolMembers', { people: list });
      assert.deepEqual([answered.status, answered.json.code, answered.json.needed], [409, 'not-on-roll', household]);
    }
    const blank = await server.command(body, 'EnrolMembers', { people: [{ name: 'Felipa' }, { name: '  ' }] });
    assert.equal(blank.status, 400);
    assert.doesNotMatch(blank.text, /Felipa/);
    assert.equal(await roll(), before);
  });
});

test('given the same list sent twice under one key, when the first answer was lost, then nobody is enrolled twice', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'villa-ingenio');
    const [one, two] = [
      await server.command(body, 'EnrolMembers', { people }, 'list'),
      await server.command(body, 'EnrolMembers', { people }, 'list'),
    ];
    assert.deepEqual(two.json, one.json);
    const roll = await server.get(`/api/bodies/${body.body}/roll`, body);
    assert.equal(roll.json.people.length, people.length + 1);
  });
});

test('a member, or somebody from the street, neither reads the roll nor adds to it', async () => {
  await withServer(async (server) => {
    const body = await found(server, 'villa-ingenio');
    const member = await enrol(server, body);
    for (const who of [member, { body: body.body, token: null }]) {
      const read = await server.get(`/api/bodies/${body.body}/roll`, who);
      assert.deepEqual([read.status, read.json.code], [403, 'not-keeping-the-roll']);
      assert.equal((await server.command(who, 'EnrolMembers', { people })).status, 403);
    }
  });
});
