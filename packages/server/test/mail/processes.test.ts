// Processes of their own on one database: what two send at once goes once, and whoever is killed while it sends loses no letter.
// What SMTP itself cannot tell is whether a letter that was given and not yet acknowledged was taken (RFC 5321, 4.5.3.2 and 6.1):
// that one letter goes again, under the same Message-ID, and no other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Mailed, withMail } from './mail-fixture.ts';
import type { Received } from './post-office.ts';
import { SenderProcess } from './sender-process.ts';

const env = { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'), CABILDO_MAIL_HOSTS: 'localhost,127.0.0.1' };

const sender = (mailed: Mailed): Promise<SenderProcess> =>
  SenderProcess.open({
    ...{ now: Date.parse(mailed.node.now()), databaseUrl: mailed.url, dataDir: mailed.dataDir, env },
    ca: mailed.node.mailing.ca ?? assert.fail('no certificate'),
  });

const addressOf = (person: number): string => `p${person}@example.org`;

/** So many have confirmed an address, and a sitting is convened of which each of them is to be told. */
async function toBeTold(mailed: Mailed, people: number): Promise<readonly string[]> {
  for (let person = 0; person < people; person++)
    await mailed.confirmed(await mailed.member(`Person ${person}`), { address: addressOf(person) });
  mailed.news();
  await mailed.convene(48);
  return Array.from({ length: people }, (_, person) => addressOf(person));
}

const idsTo = (letters: readonly Received[], address: string): readonly (string | undefined)[] =>
  letters.filter(({ to }) => to[0] === address).map((one) => one.header('message-id'));

test('given two processes that send at the same moment, then each letter goes once', async () => {
  await withMail(async (mailed) => {
    const told = await toBeTold(mailed, 8);
    const both = await Promise.all([sender(mailed), sender(mailed)]);
    // The first letter of all is held until another is under way: so both do send at the same moment.
    const second = Promise.withResolvers<void>();
    let under = 0;
    mailed.office.answers.before = () => {
      under += 1;
      if (under === 2) second.resolve();
      return second.promise;
    };
    const before = mailed.office.letters.length;
    for (const one of both) one.send();
    await mailed.office.arrived(before + told.length);
    await Promise.all(both.map((one) => one.stop()));
    await mailed.round();
    const letters = mailed.news();
    assert.deepEqual(letters.map(({ to }) => to[0]).sort(), told);
    assert.equal(new Set(letters.map((one) => one.header('message-id'))).size, told.length);
  });
});

/** Where in the conversation about one letter the sender is killed. */
type Moment = 'before the letter is given' | 'when it is given and not acknowledged' | 'when it is acknowledged';

/** Starts a sender and kills it at that moment; what it has sent meanwhile is at the post office. */
async function killedAt(mailed: Mailed, moment: Moment): Promise<void> {
  const { answers } = mailed.office;
  const one = await sender(mailed);
  const kill = (): void => one.kill();
  if (moment === 'before the letter is given')
    answers.to = () => {
      kill();
      return undefined;
    };
  // The post office takes the letter all the same: it was whole, and only the answer finds nobody any more.
  if (moment === 'when it is given and not acknowledged')
    answers.before = async () => {
      kill();
      await one.gone;
    };
  const acknowledged = mailed.office.arrived(mailed.office.letters.length + 1);
  if (moment === 'when it is acknowledged') void acknowledged.then(kill);
  one.send();
  await one.gone;
  if (moment !== 'before the letter is given') await acknowledged;
  Object.assign(answers, { to: undefined, before: undefined });
}

test('given a process that is killed in the middle of sending, then every letter goes, and at most the one that it was at goes again', async () => {
  await withMail(async (mailed) => {
    const told = await toBeTold(mailed, 8);
    const doubled: string[] = [];
    for (const moment of [
      'before the letter is given',
      'when it is given and not acknowledged',
      'when it is acknowledged',
      'when it is given and not acknowledged',
    ] as const) {
      const before = mailed.office.letters.length;
      await killedAt(mailed, moment);
      const [last] = mailed.office.letters.slice(before).slice(-1);
      if (moment === 'before the letter is given') assert.equal(last, undefined, moment);
      else doubled.push(last?.to[0] ?? assert.fail(moment));
      // What was claimed is nobody else's for five minutes.
      mailed.pass(6);
    }
    await mailed.round();
    mailed.pass(6);
    await mailed.round();
    const letters = mailed.news();
    for (const address of told) {
      const ids = idsTo(letters, address);
      const most = 1 + doubled.filter((one) => one === address).length;
      assert.ok(ids.length >= 1 && ids.length <= most, `${address}: ${ids.length} letters, at most ${most}`);
      assert.equal(new Set(ids).size, 1, `${address}: a letter that goes again is the same letter`);
    }
    assert.ok(letters.length > told.length, 'what the post office took without an answer went again');
    const rows = await mailed.node.store.db.selectFrom('mail_messages').select('state').distinct().execute();
    assert.deepEqual(rows, [{ state: 'sent' }]);
  });
});
