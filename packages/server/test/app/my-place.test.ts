// What a phone is told: the sittings that are called, open votes, and what a delegate's base has decided.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import type { Actor } from '@cabildo/core';
import { makeBody, memberName, withNodes } from '../exchange/fixture.ts';
import { atDoor, done, found, hallThatVotes, withNode } from './node-fixture.ts';
import { electOfficers, signWith } from './officers.ts';

const hash = (n: number): string => base64Encode(new Uint8Array(32).fill(n));

test('a delegate is told the mandate once it is sealed, and to ask again on another text', async () => {
  await withNodes(['el-alto.example'], async (place) => {
    const { node } = place;
    const base = await makeBody(place, 'rio-seco');
    const assembly = await makeBody(place, 'asamblea', 'delegate');
    const sitting = await assembly.sitting();
    const holder = memberName(7);
    const election = await base.elect(assembly.origin, [holder]);
    const seat = { sitting, below: base.origin, seat: 1, holder, until: '2099-01-01T00:00:00Z' };
    await assembly.write('SeatAccredited', { ...seat, election: { book: base.origin, index: election } });
    const motion = await assembly.motion(sitting, 'Gas to hospitals first');
    const rule = { num: 1, den: 2, strict: true, of: 'cast' };
    const electorate = { count: 1, root: hash(1) };
    await assembly.write('VoteOpened', { sitting, motion, method: 'devices', rule, present: 1, roll: 2, electorate });
    const delegate: Actor = { kind: 'seat', below: base.origin, seat: 1, holder };
    const mandate = async (actor: Actor = delegate): Promise<unknown> =>
      (await node.me(actor, assembly.name))?.openVotes[0]?.mandate;
    assert.equal(await mandate(), null);
    const on = { book: assembly.origin, index: motion };
    const given = await base.write('MandateGiven', { vote: 0, on, textHash: hash(0), instruction: 'no' });
    assert.equal(await mandate(), null);
    await base.seal(given);
    assert.equal(await mandate(), 'no');
    assert.equal(await mandate({ kind: 'member', member: holder }), null);
    const again = await base.write('MandateGiven', { vote: 0, on, textHash: hash(2), instruction: 'yes' });
    await base.seal(again);
    assert.equal(await mandate(), 'come-back-and-ask');
  });
});

test('a member is told which sitting is called and whether they have checked in', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const at = {
      kind: 'founding',
      place: 'School',
      startsAt: node.now(),
      notice: [{ matter: 'ordinary', title: 'Water' }],
    };
    const sitting = (await done(node, body, 'ConveneSitting', at)).acts[0]!.index;
    const before = await node.me(body.founder, body.name);
    assert.equal(before?.title, 'Junta villa-ingenio');
    assert.equal(before?.size, sitting + 1);
    const expected = {
      sitting,
      kind: 'founding',
      place: 'School',
      opened: false,
      present: null,
      needed: null,
      roll: 1,
    };
    assert.deepEqual(before?.sittings, [{ ...expected, startsAt: at.startsAt, checkIn: 'hall', checkedIn: false }]);
    await done(node, body, 'CheckIn', await atDoor(node, body, sitting));
    assert.equal((await node.me(body.founder, body.name))?.sittings[0]?.checkedIn, true);
    assert.deepEqual((await node.me({ kind: 'anyone' }, body.name))?.sittings[0]?.checkedIn, false);
  });
});

test('whoever checks in after a vote has opened is told that its list is frozen, and is on the next one', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const enrol = async (): Promise<Actor & { readonly member: string }> => {
      const { answer } = await done(node, body, 'EnrolMember', { name: 'Juana Choque' });
      return { kind: 'member', member: String(answer.member) };
    };
    const [first, second] = [await enrol(), await enrol()];
    const notice = [{ matter: 'ordinary', title: 'Water' }];
    const called = { kind: 'founding', place: 'School', startsAt: node.now(), notice };
    const sitting = (await done(node, body, 'ConveneSitting', called)).acts[0]!.index;
    await done(node, body, 'AppointTellers', { sitting, tellers: [first.member, second.member] });
    for (const teller of [first, second])
      await done(node, body, 'CountPresence', { sitting, round: 1, present: 2 }, teller);
    await done(node, body, 'OpenSitting', { sitting, call: 'first' });
    const openVote = async (title: string): Promise<void> => {
      const motion = { sitting, matter: 'ordinary', title, text: title, proposal: { kind: 'resolution' } };
      const tabled = (await done(node, body, 'TableMotion', motion)).acts[0]!.index;
      await done(node, body, 'OpenVote', { motion: tabled, method: 'devices' });
    };
    const mayVote = async (actor: Actor): Promise<unknown> =>
      (await node.me(actor, body.name))?.openVotes.map((vote) => [vote.sitting === sitting, vote.mayVote]);
    await done(node, body, 'CheckIn', await atDoor(node, body, sitting), first);
    await openVote('Tank');
    await done(node, body, 'CheckIn', await atDoor(node, body, sitting), second);
    assert.deepEqual(await mayVote(first), [[true, true]]);
    assert.deepEqual(await mayVote(second), [[true, false]]);
    await openVote('Pipe');
    assert.deepEqual(await mayVote(second), [
      [true, false],
      [true, true],
    ]);
    assert.deepEqual(await mayVote(body.founder), [
      [true, false],
      [true, false],
    ]);
  });
});

const convener = { es: 'quien convoca', en: 'convener' };
const presidency = { es: 'presidencia', en: 'president' };

test('an officer is told which acts wait for a signature, and what each has so far', async () => {
  await withNode(async ({ node }) => {
    const body = await found(node, 'villa-ingenio');
    const hall = await hallThatVotes(node, body, 3);
    const [president, secretary, neighbour] = hall.members as [Actor, Actor, Actor];
    const keys = [generateKey().signer, generateKey().signer] as const;
    const [one, two] = keys.map(({ publicKey }) => base64Encode(publicKey)) as [string, string];
    const mine = async (actor: Actor) => {
      const me = await node.me(actor, body.name);
      return { officeKey: me?.officeKey, toSeal: me?.toSeal };
    };
    assert.deepEqual((await mine(body.founder)).officeKey, {
      office: 'convener',
      called: convener,
      key: base64Encode(body.signer.publicKey),
    });

    const election = await electOfficers(node, body, hall, [one, two]);
    const key = base64Encode(body.signer.publicKey);
    const handover = { index: election, act: 'OfficersElected', office: 'convener', called: convener, key };
    const waits = { ...handover, signed: false, signatures: 0, needed: 1 };
    assert.deepEqual(await mine(body.founder), { officeKey: null, toSeal: [waits] });
    assert.deepEqual(await mine(president), {
      officeKey: { office: 'president', called: presidency, key: one },
      toSeal: [],
    });
    assert.equal((await signWith(node, body, election, { signer: body.signer, actor: body.founder })).kind, 'done');
    assert.deepEqual(await mine(body.founder), { officeKey: null, toSeal: [] });

    await done(node, body, 'CloseVote', { vote: hall.vote }, president);
    await done(node, body, 'CloseSitting', { sitting: hall.sitting }, president);
    const approved = await done(node, body, 'ApproveMinutes', { sitting: hall.sitting, text: 'Minutes' }, secretary);
    const index = approved.acts[0]!.index;
    const minutes = { index, act: 'MinutesApproved', needed: 2 };
    const asPresident = { ...minutes, office: 'president', called: presidency, key: one };
    const asSecretary = { ...minutes, office: 'secretary', called: { es: 'secretaría', en: 'secretary' }, key: two };
    assert.deepEqual((await mine(president)).toSeal, [{ ...asPresident, signed: false, signatures: 0 }]);
    assert.deepEqual((await mine(neighbour)).toSeal, []);
    assert.equal((await signWith(node, body, index, { signer: keys[1], actor: president })).kind, 'refused');
    assert.equal((await signWith(node, body, index, { signer: keys[0], actor: president })).kind, 'done');
    assert.deepEqual((await mine(president)).toSeal, [{ ...asPresident, signed: true, signatures: 1 }]);
    assert.deepEqual((await mine(secretary)).toSeal, [{ ...asSecretary, signed: false, signatures: 1 }]);
    assert.equal((await signWith(node, body, index, { signer: keys[1], actor: secretary })).kind, 'done');
    assert.deepEqual((await mine(president)).toSeal, []);
  });
});
