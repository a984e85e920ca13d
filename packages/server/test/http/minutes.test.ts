// Minutes over HTTP, from the hall to the paper: read to the next sitting, amended, approved by its vote, sealed, corrected.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode, leafHash, type Signer, signSeal } from '@cabildo/book';
import { generateKey, nodeCrypto } from '@cabildo/book/node';
import { plusMinutes, plusMonths } from '@cabildo/core';
import { atDoor, type FoundedBody, founding, hall, type Person, type TestServer, withServer } from './http-fixture.ts';

type Member = Required<Person>;

const act = (answered: { readonly json: { acts: { act: string; index: number }[] } }, name: string): number => {
  const found = answered.json.acts.find((one) => one.act === name);
  assert.ok(found, `no ${name} among ${answered.json.acts.map((one) => one.act).join(', ')}`);
  return found.index;
};

async function foundByTheSitting(server: TestServer): Promise<FoundedBody> {
  const { signer } = generateKey();
  const input = founding('junta', 'base', signer);
  const statute = { ...input.statute, minutes: { refusals: false, approval: 'sitting' } };
  const ask = { token: server.node.operatorToken, key: 'founded' };
  const answered = await server.post('/api/bodies', { ...input, statute }, ask);
  assert.equal(answered.status, 201, answered.text);
  const { body, origin, key, member, card } = answered.json;
  return { body, origin, key, member, signer, token: await server.signIn(body, card.code) };
}

/** Everybody who is there votes yes by phone. */
async function decide(server: TestServer, chair: Person, voters: readonly Member[], motion: number) {
  const vote = act(await server.done(chair, 'OpenVote', { motion, method: 'devices' }), 'VoteOpened');
  for (const voter of voters) await server.done(voter, 'CastVote', { vote, choice: 'yes' });
  return server.done(chair, 'CloseVote', { vote });
}

async function elect(server: TestServer, convener: FoundedBody, sitting: number, members: readonly Member[]) {
  const signers = [generateKey().signer, generateKey().signer];
  const from = server.node.now();
  const officers = ['president', 'secretary'].map((office, i) => ({
    office,
    holder: members[i]?.member ?? '',
    key: base64Encode((signers[i] as Signer).publicKey),
  }));
  const proposal = { kind: 'elect-officers', officers, from, until: plusMonths(from, 12) };
  const motion = { sitting, matter: 'election', title: 'Officers', text: 'The officers.', proposal };
  await decide(server, convener, members, act(await server.done(convener, 'TableMotion', motion), 'MotionTabled'));
  return signers;
}

/** A sitting of the elected officers, open, with everybody there. */
async function sit(server: TestServer, chair: Person, members: readonly Member[]): Promise<number> {
  const startsAt = plusMinutes(server.node.now(), 1);
  const convened = { kind: 'ordinary', place: 'School', startsAt, notice: [] };
  const sitting = act(await server.done(chair, 'ConveneSitting', convened), 'SittingConvened');
  server.pass(60_000);
  const tellers = members.slice(2, 4);
  await server.done(chair, 'AppointTellers', { sitting, tellers: tellers.map(({ member }) => member) });
  for (const member of members) await server.done(member, 'CheckIn', await atDoor(server, chair, sitting));
  for (const teller of tellers)
    await server.done(teller, 'CountPresence', { sitting, round: 1, present: members.length });
  await server.done(chair, 'OpenSitting', { sitting, call: 'first' });
  return sitting;
}

const tabling = (server: TestServer, chair: Person, sitting: number) => async (text: string, proposal: object) => {
  const motion = { sitting, matter: 'ordinary', title: 'The minutes', text, proposal };
  return act(await server.done(chair, 'TableMotion', motion), 'MotionTabled');
};

async function seal(server: TestServer, body: FoundedBody, index: number, officers: readonly [Member, Signer][]) {
  for (const [officer, signer] of officers) {
    const row = await server.node.act(body.body, index);
    const leaf = leafHash(row?.entry ?? new Uint8Array(), nodeCrypto);
    const { signature } = signSeal(body.origin, index, leaf, '', signer);
    await server.done(officer, 'SignAct', { index, signature });
  }
}

test('minutes are read, amended and approved by the next sitting, sealed and corrected; the paper shows every text', async () => {
  await withServer(async (server) => {
    const body = await foundByTheSitting(server);
    const { sitting: first, members } = await hall(server, body, 5);
    const [president, secretary] = members as [Member, Member];
    const signers = await elect(server, body, first, members);
    await server.done(president, 'CloseSitting', { sitting: first });
    await server.done(secretary, 'ApproveMinutes', { sitting: first, text: 'Minutes of the founding' });

    const held = await sit(server, president, members);
    await server.done(president, 'CloseSitting', { sitting: held });
    const refused = await server.command(secretary, 'ApproveMinutes', { sitting: held, text: 'By myself' });
    assert.deepEqual([refused.status, refused.json.code], [409, 'minutes-by-vote']);
    const paper = async (): Promise<string> =>
      (await server.get(`/b/junta/sittings/${held}/minutes?lang=en`)).text.split('class="sheet"')[1] ?? '';
    assert.match(await paper(), /read to the next sitting, which corrects it and approves it by vote/);

    const next = await sit(server, president, members);
    const tabled = tabling(server, president, next);
    const reading = await tabled('Five were present.', { kind: 'approve-minutes', sitting: held });
    const amending = { kind: 'amend-motion', motion: reading, order: 1, substantive: true };
    await decide(server, president, members, await tabled('Four were present.', amending));
    const minutes = act(await decide(server, president, members, reading), 'MinutesApproved');
    assert.match(await paper(), /Approved; the officers have yet to seal them/);
    await seal(server, body, minutes, [
      [president, signers[0] as Signer],
      [secretary, signers[1] as Signer],
    ]);
    const approved = await paper();
    assert.match(approved, /Text as approved<\/h2>.*?Approved and sealed by the officers.*?Four were present\./s);
    assert.match(approved, /As it was read, before the amendments<\/h2>.*?Five were present\./s);
    assert.ok(approved.indexOf('Four were') < approved.indexOf('Five were'), 'what holds comes first');

    const corrected = await tabled('Three were present.', { kind: 'correct-minutes', minutes });
    act(await decide(server, president, members, corrected), 'MinutesCorrected');
    const all = await paper();
    const [now, before, read] = ['Three were', 'Four were', 'Five were'].map((text) => all.indexOf(text));
    assert.ok(0 < (now ?? 0) && (now ?? 0) < (before ?? 0) && (before ?? 0) < (read ?? 0), 'all three stand');
    assert.match(all, /As it was approved, before the correction/);
    assert.match(all, /both texts stay/);
    const page = (await server.get(`/b/junta/sittings/${held}?lang=en`)).text;
    for (const text of ['Three were', 'Four were', 'Five were']) assert.ok(page.includes(text), text);
    await server.done(president, 'CloseSitting', { sitting: next });
    const later = (await server.get(`/b/junta/sittings/${next}/minutes?lang=en`)).text;
    assert.match(
      later,
      /approves by vote the minutes/,
      'that it approved them is in the minutes of the sitting that did',
    );
  });
});
