// What a phone is told: the sittings that are called, open votes, and what a delegate's base has decided.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import type { Actor } from '@cabildo/core';
import { makeBody, memberName, withNodes } from '../exchange/fixture.ts';
import { done, found, withNode } from './node-fixture.ts';

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
    assert.deepEqual(before?.sittings, [{ ...expected, startsAt: at.startsAt, checkedIn: false }]);
    await done(node, body, 'CheckIn', { sitting });
    assert.equal((await node.me(body.founder, body.name))?.sittings[0]?.checkedIn, true);
    assert.deepEqual((await node.me({ kind: 'anyone' }, body.name))?.sittings[0]?.checkedIn, false);
  });
});
