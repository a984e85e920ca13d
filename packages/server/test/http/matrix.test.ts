import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { allCommands, type DraftAct, objectSchema, plusMinutes, type Role } from '@cabildo/core';
import {
  type Answered,
  enrol,
  type FoundedBody,
  found,
  foundOpen,
  hall,
  type Person,
  type TestServer,
  withServer,
} from './http-fixture.ts';
import { minimalInput } from './inputs.ts';

interface Standing {
  readonly who: Person;
  /** What the body's book makes of them. */
  readonly roles: readonly Role[];
}

const always = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
const lapsed = { from: '2005-01-01T00:00:00Z', until: '2007-01-01T00:00:00Z' };

const write = async (server: TestServer, body: FoundedBody, act: string, data: object): Promise<void> => {
  const draft = { act, data, by: { office: 'statute', article: 'test' } } as unknown as DraftAct;
  const outcome = await server.node.record(body.origin, [draft]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
};

const elect = (server: TestServer, body: FoundedBody, holders: Record<string, string>, term: typeof always) =>
  write(server, body, 'OfficersElected', {
    vote: 0,
    officers: Object.entries(holders).map(([office, holder]) => ({
      office,
      holder,
      key: base64Encode(generateKey().signer.publicKey),
    })),
    ...term,
    signaturesNeeded: 2,
  });

/** Somebody in every role, in bodies that are as small as that role allows. */
async function everybody(server: TestServer): Promise<Standing[]> {
  const young = await found(server, 'villa-young');
  const member = await enrol(server, young);

  const settled = await found(server, 'villa-settled');
  const { members } = await hall(server, settled, 6);
  const [first, , president, secretary, watch] = members as Required<Person>[] & { 0: Required<Person> };
  const offices = { president: president!.member, secretary: secretary!.member, watch: watch!.member };
  await elect(server, settled, offices, always);

  const lapsedBody = await found(server, 'villa-lapsed');
  const former = await enrol(server, lapsedBody);
  await elect(server, lapsedBody, { president: former.member }, lapsed);

  const handing = await found(server, 'villa-handing');
  const [outgoing, incoming] = [await enrol(server, handing), await enrol(server, handing)];
  await elect(server, handing, { president: outgoing.member }, always);
  await elect(server, handing, { president: incoming.member }, always);

  return [
    { who: young, roles: ['anyone', 'convener', 'member'] },
    { who: member, roles: ['anyone', 'member'] },
    { who: { body: young.body, token: null }, roles: ['anyone'] },
    { who: { body: young.body, token: server.node.operatorToken }, roles: ['anyone', 'operator'] },
    { who: first, roles: ['anyone', 'member', 'teller'] },
    { who: president!, roles: ['anyone', 'member', 'officer', 'presidium'] },
    { who: secretary!, roles: ['anyone', 'member', 'officer', 'secretary'] },
    { who: watch!, roles: ['anyone', 'member', 'officer'] },
    { who: former, roles: ['anyone', 'former-officer', 'member'] },
    { who: outgoing, roles: ['anyone', 'member', 'outgoing-officer'] },
    await delegate(server),
    await walkIn(server),
  ];
}

/** Somebody on no roll, with a slip of an open cabildo. */
async function walkIn(server: TestServer): Promise<Standing> {
  const open = await foundOpen(server, 'villa-open');
  const { sitting, members } = await hall(server, open, 3);
  for (const teller of members.slice(0, 2))
    await server.done(teller, 'CountPresence', { sitting, round: 2, present: 5 });
  const { slips } = (await server.done(open, 'IssueSlips', { sitting, count: 1 })).json.answer;
  const token = await server.signIn(open.body, slips[0].code);
  return { who: { body: open.body, token }, roles: ['anyone', 'slip'] };
}

async function delegate(server: TestServer): Promise<Standing> {
  const above = await found(server, 'asamblea', 'delegate');
  const below = 'el-alto.example/villa-settled';
  const key = (await server.node.book('villa-settled'))!.vkey;
  await write(server, above, 'AffiliationAdmitted', { below, key, title: 'Villa', entitlement: 1 });
  const convened = await server.done(above, 'ConveneSitting', {
    kind: 'founding',
    place: 'School',
    startsAt: plusMinutes(server.node.now(), 1),
    notice: [{ matter: 'election', title: 'Officers' }],
  });
  await write(server, above, 'SeatAccredited', {
    sitting: convened.json.acts[0].index,
    below,
    seat: 1,
    holder: above.member,
    until: always.until,
    election: { book: below, index: 1 },
  });
  const { card } = (await server.done(above, 'IssueSeatCard', { below, seat: 1 })).json.answer;
  const token = await server.signIn(above.body, card.code);
  return { who: { body: above.body, token }, roles: ['anyone', 'delegate'] };
}

/** A rule may also refuse somebody of the right role: to enrol people in a delegate assembly, to do more than hold the election. */
const refusedForRole = ({ status, json }: Answered, by: readonly Role[]): boolean =>
  status === 403 && json.needed === by.join(' | ');

/** Whoever gives the seat up is no delegate any more, so that is asked last. */
const asksLast = ({ name }: { readonly name: string }): number => (name === 'VacateSeat' ? 1 : 0);

const bodyCommands = allCommands
  .filter(({ name }) => name !== 'FoundBody')
  .toSorted((a, b) => asksLast(a) - asksLast(b))
  .map(({ name, by, input }) => ({ name, by, input: minimalInput(objectSchema(input)) }));

test('a command is open to the roles that the catalogue names, and to nobody else', async () => {
  await withServer(async (server) => {
    const standings = await everybody(server);
    const seen = new Set<Role>();
    for (const { who, roles } of standings) {
      const me = await server.get(`/api/bodies/${who.body}/me`, { token: who.token });
      assert.deepEqual(me.json.roles, roles);
      for (const role of roles) seen.add(role);
      for (const entry of bodyCommands) {
        const answered = await server.command(who, entry.name, entry.input);
        const allowed = entry.by.some((role) => roles.includes(role));
        const said = `${entry.name} by ${roles.join(', ')}: ${answered.text}`;
        assert.equal(refusedForRole(answered, entry.by), !allowed, said);
        assert.ok(answered.status < 500 && answered.status !== 400 && answered.status !== 401, said);
      }
    }
    const named = new Set(allCommands.flatMap(({ by }) => by));
    assert.deepEqual(
      [...named].filter((role) => !seen.has(role)),
      [],
      'every role of the catalogue was somebody',
    );
  });
});

test('nobody is taken for anyone else by a token that is not known', async () => {
  await withServer(async (server) => {
    const { body } = await found(server, 'villa-young');
    for (const { name, input } of bodyCommands) {
      const answered = await server.command({ body, token: 'A'.repeat(43) }, name, input);
      assert.deepEqual([answered.status, answered.json.code], [401, 'unknown-bearer'], name);
    }
  });
});
