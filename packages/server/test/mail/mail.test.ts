// Who is written to, about what, how often, and what is kept of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '@cabildo/core';
import { backupNode } from '../../src/app/exchange/backup.ts';
import { openNode } from '../../src/app/index.ts';
import { confirmAddress, isStoppable, ownMailbox, stopMail, withdrawAddress } from '../../src/app/mail/mailbox.ts';
import { digestOf } from '../../src/app/mail/plan.ts';
import { sendMail } from '../../src/app/mail/sending.ts';
import { mailHere } from '../../src/app/mail/server-of-body.ts';
import { keepMailing } from '../../src/keep-mailing.ts';
import { addMessages, claimMessages } from '../../src/store/outbox.ts';
import { speaks, zirgal } from '../app/added-language.ts';
import { ask, done } from '../app/node-fixture.ts';
import { base, codeIn, type Mailed, withMail } from './mail-fixture.ts';

const office = async ({ node, body, book }: Mailed) =>
  (await mailHere(node, await book(), body.founder)).office ?? assert.fail('no officer');

const subjects = (mailed: Mailed): (string | undefined)[] => mailed.news().map((one) => one.header('subject'));

/** All that the database holds outside the acts, as text. */
async function rowsOf({ node }: Mailed): Promise<string> {
  const rows = [];
  for (const table of ['mail_people', 'mail_messages', 'mail_servers'] as const)
    rows.push(await node.store.db.selectFrom(table).selectAll().execute());
  return JSON.stringify(rows, (_key, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  );
}

test('given an address, when its letter’s code is entered, then it is confirmed, once and within a day', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    assert.equal(await mailed.give(juana), 'given');
    assert.equal(await mailed.give(juana), 'given', 'the same again makes no second letter');
    await mailed.round();
    await mailed.round();
    const letters = mailed.news();
    assert.equal(letters.length, 1);
    const [letter] = letters;
    assert.deepEqual(letter?.to, ['juana@example.org']);
    assert.match(letter?.text ?? '', new RegExp(`${base}/mail/confirm\\?lang=es#`));
    assert.doesNotMatch(letter?.raw ?? '', /Choque|villa-ingenio/i);
    const code = codeIn(letter);
    assert.equal(await confirmAddress(mailed.node, code.replace(/^./, code[0] === 'A' ? 'B' : 'A')), 'unknown');
    for (const nonsense of ['', 'x', '../..', 'A'.repeat(1_000), code.slice(1)])
      assert.equal(await confirmAddress(mailed.node, nonsense), 'unknown');
    assert.equal(await confirmAddress(mailed.node, ` ${code.toLowerCase()} `), 'confirmed');
    assert.equal(await confirmAddress(mailed.node, code), 'unknown', 'a code is good once');
    assert.equal((await ownMailbox(mailed.node, await mailed.book(), juana))?.confirmed, true);

    const pedro = await mailed.member('Pedro');
    await mailed.give(pedro, { address: 'pedro@example.org' });
    await mailed.round();
    mailed.pass(24 * 60);
    assert.equal(
      await confirmAddress(mailed.node, codeIn(mailed.news()[0])),
      'unknown',
      'after a day it is good no more',
    );
  });
});

test('given nobody but members and seats, a body without a server, or addresses by the dozen, then it is refused', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    for (const actor of [{ kind: 'anyone' }, { kind: 'operator' }, { kind: 'slip', sitting: 1, number: 2 }] as const)
      assert.equal(await mailed.give(actor), 'not-for-mail');
    assert.equal(await mailed.give(juana, { address: 'juana' }), 'not-an-address');
    for (let i = 0; i < 5; i++) {
      assert.equal(await mailed.give(juana, { address: `j${i}@example.org` }), 'given');
      if (i === 2) await withdrawAddress(mailed.node, await mailed.book(), juana);
    }
    assert.equal(await mailed.give(juana, { address: 'j6@example.org' }), 'too-many-addresses');
    await mailed.round();
    assert.deepEqual(
      mailed.news().map(({ to }) => to),
      [['j4@example.org']],
      'of those given before nobody hears',
    );
    mailed.pass(24 * 60);
    assert.equal(await mailed.give(juana, { address: 'j6@example.org' }), 'given');
  });
});

test('given a sitting that is convened, then whoever wants to know is told once, and nobody is named', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    const pedro = await mailed.member('Pedro Mamani');
    const rosa = await mailed.member('Rosa Quispe');
    await mailed.confirmed(juana);
    await mailed.confirmed(pedro, { address: 'pedro@example.org', open: true, language: 'en' });
    await mailed.confirmed(rosa, { address: 'rosa@example.org', urgent: false });
    await mailed.round();
    assert.deepEqual(mailed.news(), [], 'nothing waits, nothing is sent');
    await mailed.convene(48);
    await mailed.round();
    await mailed.round();
    mailed.pass(60);
    await mailed.round();
    const letters = mailed.news();
    assert.deepEqual(letters.map(({ to }) => to).sort(), [['juana@example.org'], ['pedro@example.org']]);
    const [quiet] = letters.filter(({ to }) => to[0] === 'juana@example.org');
    assert.equal(quiet?.header('subject'), 'Cabildo: algo le espera');
    assert.match(quiet?.text ?? '', /https:\/\/junta\.example\/office\/waiting\/villa-ingenio/);
    assert.doesNotMatch(quiet?.text ?? '', /sesión|Agua|junio/i);
    const [open] = letters.filter(({ to }) => to[0] === 'pedro@example.org');
    assert.match(open?.header('subject') ?? '', /^Cabildo: Sitting convened for Friday.* 19 June/);
    assert.match(open?.text ?? '', /Junta villa-ingenio/);
    for (const letter of letters) {
      assert.doesNotMatch(letter.raw, /Juana|Pedro|Rosa|Felipa|Agua|Sede/);
      assert.doesNotMatch(letter.html, /<img|<script|<link|src=|style=/);
      const stop = /<(https:\/\/junta\.example\/mail\/stop\/[\w-]+)>/.exec(
        letter.header('list-unsubscribe') ?? '',
      )?.[1];
      assert.ok(stop !== undefined && letter.text.includes(stop));
      assert.equal(letter.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    }
  });
});

test('given a language that was added, then letters are in it, with its numbers and what it has no words for in Spanish', async () => {
  await withMail(async (mailed) => {
    await speaks(
      mailed.node,
      {
        'Cabildo: confirme esta dirección': 'Cabildo: nu zirga <b>',
        'Sesión convocada para el {when}': '{when}: zirgo nu',
        'Véalo en su página:': 'Zirga & nu:',
      },
      { ...zirgal, like: 'de' },
    );
    const juana = await mailed.member('Juana Choque');
    assert.equal(await mailed.give(juana, { language: 'qaa', open: true }), 'given');
    await mailed.round();
    const [asked] = mailed.news();
    assert.equal(asked?.header('subject'), 'Cabildo: nu zirga <b>');
    assert.match(asked?.text ?? '', /\/mail\/confirm\?lang=qaa#/);
    assert.match(asked?.text ?? '', /Si no fue usted, no haga nada/, 'the rest is Spanish');
    assert.match(asked?.html ?? '', /<html lang="qaa" dir="ltr">.*<title>Cabildo: nu zirga &lt;b&gt;<\/title>/);
    const code = /#([0-9A-Z-]+)/.exec(asked?.text ?? '')?.[1] ?? '';
    assert.equal(await confirmAddress(mailed.node, code), 'confirmed');
    await mailed.convene(48);
    await mailed.round();
    const [told] = mailed.news();
    assert.match(
      told?.header('subject') ?? '',
      /^Cabildo: Freitag, 19\. Juni.*: zirgo nu$/,
      'a day as the language has it',
    );
    assert.match(told?.text ?? '', /Zirga & nu:/);

    await mailed.give(juana, { language: 'qab', open: true });
    await mailed.convene(72);
    await mailed.round();
    const [spanish] = mailed.news();
    assert.match(spanish?.html ?? '', /<html lang="es" dir="ltr">/, 'of a language that is not here Spanish is left');
  });
});

test('given a reason that ended before the letter was sent, then it is not sent', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana);
    mailed.office.answers.to = () => 450;
    const sitting = await mailed.convene(48);
    await mailed.round();
    assert.equal((await office(mailed)).messages.waiting, 1);
    const calledOff = { act: 'SittingCalledOff', data: { sitting }, by: { office: 'test', article: 'test' } };
    assert.equal((await mailed.node.record(mailed.body.origin, [calledOff as never])).kind, 'done');
    delete mailed.office.answers.to;
    mailed.pass(5);
    await mailed.round();
    assert.deepEqual(mailed.news(), []);
    const { waiting, sent, failed } = (await office(mailed)).messages;
    assert.deepEqual([waiting, sent, failed], [0, 1, []], 'sent was what asked for the code');
  });
});

test('given a petition for recall, then whoever has signed is not reminded, and no subject says whom it is about', async () => {
  await withMail(
    async (mailed) => {
      const { node, body } = mailed;
      const people = [];
      for (let i = 0; i < 8; i++) people.push(await mailed.member(`Person ${i}`));
      const [juana, pedro] = [people[0]!, people[1]!];
      await mailed.confirmed(juana, { open: true });
      await mailed.confirmed(pedro, { address: 'pedro@example.org', open: true });
      const term = { from: '2005-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
      const officer = { office: 'president', holder: people[7]!.member, key: `${'A'.repeat(43)}=` };
      const data = { vote: 0, officers: [officer], ...term, signaturesNeeded: 1 };
      const by = { office: 'test', article: 'test' };
      await node.record(body.origin, [{ act: 'OfficersElected', data, by } as never]);
      const opened = await done(node, body, 'OpenPetition', { against: 'officer', target: 'president' }, pedro);
      await done(node, body, 'SignPetition', { petition: opened.acts[0]?.index }, pedro);
      await mailed.round();
      const letters = mailed.news();
      assert.deepEqual(
        letters.map(({ to }) => to),
        [['juana@example.org']],
      );
      assert.match(letters[0]?.header('subject') ?? '', /Un pedido de revocatoria, hasta el /);
      assert.doesNotMatch(letters[0]?.raw ?? '', /president/);
    },
    { recall: { monthsBefore: 0, petition: { num: 1, den: 2 }, days: 15 } },
  );
});

test('given who wants it every day or every week, then all that waits comes in one letter, at its hour, once', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana, { urgent: false, digest: 'daily' });
    await mailed.round();
    assert.deepEqual(mailed.news(), [], 'nothing waits');
    await mailed.convene(200);
    await mailed.convene(220);
    for (let hour = 0; hour < 48; hour += 6) {
      await mailed.round();
      mailed.pass(6 * 60);
    }
    assert.deepEqual(subjects(mailed), ['Cabildo: algo le espera', 'Cabildo: algo le espera']);
  });
  const on = (time: string, digest: 'daily' | 'weekly' | 'none', offset = -240) => digestOf({ digest }, time, offset);
  assert.equal(on('2026-06-17T10:59:59Z', 'daily'), 'daily 2026-06-16', 'before seven in La Paz it is yesterday’s');
  assert.equal(on('2026-06-17T11:00:00Z', 'daily'), 'daily 2026-06-17');
  assert.equal(on('2026-06-17T11:00:00Z', 'weekly'), 'weekly 2026-06-15');
  assert.equal(on('2026-06-21T23:00:00Z', 'weekly'), 'weekly 2026-06-15');
  assert.equal(on('2026-06-22T10:00:00Z', 'weekly'), 'weekly 2026-06-15');
  assert.equal(on('2026-06-22T11:00:00Z', 'weekly'), 'weekly 2026-06-22');
  assert.equal(on('2026-06-22T11:00:00Z', 'none'), null);
});

test('given a server that fails, then it is tried again ever later, told to officers in totals, and given up; commands go on', async () => {
  await withMail(async (mailed) => {
    const people = [await mailed.member('Juana'), await mailed.member('Pedro')];
    await mailed.confirmed(people[0]!);
    await mailed.confirmed(people[1]!, { address: 'pedro@example.org' });
    await mailed.convene(24 * 30);
    mailed.office.answers.from = 550;
    await mailed.round();
    const first = await office(mailed);
    assert.deepEqual([first.trouble, first.messages.waiting, first.messages.failed], ['sender-refused', 2, []]);
    assert.equal((await ask(mailed.node, mailed.body, 'EnrolMember', { name: 'Rosa' })).kind, 'done');
    for (let i = 0; i < 40; i++) {
      mailed.pass(180);
      await mailed.round();
    }
    const { messages } = await office(mailed);
    assert.deepEqual([messages.waiting, messages.failed], [0, [{ reason: 'sender-refused', messages: 2 }]]);
    delete mailed.office.answers.from;
    mailed.pass(24 * 60);
    await mailed.convene(24 * 31);
    await mailed.round();
    assert.equal(mailed.news().length, 2, 'what was given up stays so; what is new goes');
    assert.equal((await office(mailed)).trouble, null);
  });
});

test('given an address that the server does not know, then nothing more goes there until it is given again', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana);
    mailed.office.answers.to = () => 550;
    await mailed.convene(48);
    await mailed.round();
    assert.deepEqual((await office(mailed)).messages.failed, [{ reason: 'recipient-refused', messages: 1 }]);
    assert.equal((await mailHere(mailed.node, await mailed.book(), juana)).mine?.refused, true);
    delete mailed.office.answers.to;
    await mailed.convene(72);
    mailed.pass(60);
    await mailed.round();
    assert.deepEqual(mailed.news(), []);
    assert.equal((await office(mailed)).trouble, null, 'that is one person’s, not the server’s');
  });
});

test('given another server, then nobody is written to through it who has not agreed to it', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana);
    assert.equal(await mailed.enter({ host: '127.0.0.1' }), 'entered');
    assert.equal((await mailHere(mailed.node, await mailed.book(), juana)).mine?.agreed, false);
    assert.deepEqual((await office(mailed)).people, { confirmed: 1, notAgreed: 1 });
    await mailed.convene(48);
    await mailed.round();
    assert.deepEqual(mailed.news(), []);
    assert.equal(await mailed.give(juana), 'given', 'without a second code');
    await mailed.round();
    assert.equal(mailed.news().length, 1);
  });
});

test('given a password that is kept, then it goes to no other server, and is told to nobody', async () => {
  await withMail(async (mailed) => {
    assert.equal(await mailed.enter({ password: undefined, sender: 'otra@example.org' }), 'entered');
    for (const other of [{ host: '127.0.0.1' }, { port: 2525 }, { tls: 'tls' }, { user: 'otro' }])
      assert.equal(await mailed.enter({ ...other, password: null }), 'mail-password-needed', JSON.stringify(other));
    assert.deepEqual((await office(mailed)).server, {
      ...{ host: 'localhost', port: mailed.office.port, tls: 'starttls', user: 'junta' },
      ...{ sender: 'otra@example.org', hasPassword: true },
    });
    assert.equal(await mailed.enter({ host: 'database.inside' }), 'host-not-allowed');
    assert.equal(await mailed.enter({ host: 'a b' }), 'not-a-mail-host');
    assert.equal(await mailed.enter({ sender: 'a@b' }), 'not-an-address');
    const juana = await mailed.member('Juana Choque');
    assert.equal((await mailHere(mailed.node, await mailed.book(), juana)).office, null);
  });
});

test('given an address that is withdrawn, or stopped by its letter, or of somebody who left the roll, then nothing of it is left', async () => {
  await withMail(async (mailed) => {
    const { node, body } = mailed;
    const book = await mailed.book();
    const [juana, pedro, rosa] = [await mailed.member('J'), await mailed.member('P'), await mailed.member('R')];
    await mailed.confirmed(juana);
    await mailed.confirmed(pedro, { address: 'pedro@example.org' });
    await mailed.confirmed(rosa, { address: 'rosa@example.org' });
    await mailed.convene(48);
    await mailed.round();
    const letter = mailed.news().find(({ to }) => to[0] === 'pedro@example.org');
    const token = /mail\/stop\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? assert.fail('no way to stop');
    assert.equal(await isStoppable(node, token), true);
    await stopMail(node, token);
    await stopMail(node, token);
    assert.equal(await isStoppable(node, token), false);
    await withdrawAddress(node, book, juana);
    await node.store.db.deleteFrom('members').where('member', '=', rosa.member).execute();
    for (const one of [juana, pedro, rosa]) assert.equal((await ownMailbox(node, book, one))?.mailbox ?? null, null);
    const rows = await node.store.db.selectFrom('mail_messages').selectAll().execute();
    assert.deepEqual(rows, []);
    const left = await node.store.db.selectFrom('mail_people').selectAll().where('entry', 'is not', null).execute();
    assert.deepEqual(left, []);
    mailed.pass(48 * 60);
    await mailed.convene(48);
    await mailed.round();
    assert.deepEqual(mailed.news(), []);
    assert.deepEqual(await node.store.db.selectFrom('mail_people').selectAll().execute(), [], 'not even an empty row');
    assert.equal((await office(mailed)).people.confirmed, 0);
    assert.equal(body.name, 'villa-ingenio');
  });
});

test('given a seat that somebody else takes, then what the one before gave is deleted, and tells the next one nothing', async () => {
  await withMail(async (mailed) => {
    const { node, body } = mailed;
    const sitting = await mailed.convene(480);
    const below = 'el-alto.example/alto-lima';
    const seated = async (holder: string): Promise<Actor> => {
      const election = { book: below, index: 1 };
      const data = { sitting, below, seat: 1, holder, until: '2099-01-01T00:00:00Z', election };
      const accredited = { act: 'SeatAccredited', data, by: { office: 'test', article: 'test' } };
      assert.equal((await node.record(body.origin, [accredited as never])).kind, 'done');
      return { kind: 'seat', below, seat: 1, holder };
    };
    const before = await seated('m-1111111111111111');
    await mailed.confirmed(before);
    const next = await seated('m-2222222222222222');
    assert.equal((await mailHere(node, await mailed.book(), next)).mine, null);
    await mailed.round();
    assert.deepEqual(mailed.news(), []);
    const held = await node.store.db.selectFrom('mail_people').selectAll().where('entry', 'is not', null).execute();
    assert.deepEqual(held, []);
  });
});

test('no address stands in the clear in a table, nor at all in a backup', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana);
    await mailed.convene(48);
    await mailed.round();
    assert.doesNotMatch(await rowsOf(mailed), /juana@|palo santo|avisos@|localhost|junta\.example/);
    const file = `${mailed.dataDir}/backup.jsonl`;
    const { rows } = await backupNode(mailed.node, file);
    assert.deepEqual([rows.mail_people, rows.mail_messages, rows.mail_servers], [undefined, undefined, 1]);
  });
});

test('given a process that ended while it was sending, then its letter goes after a while', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana);
    const sitting = String(await mailed.convene(48));
    const key = { body: mailed.body.origin, holder: juana.member, kind: 'sitting', thing: sitting };
    const at = mailed.node.now();
    await addMessages(mailed.node.store, [key], at);
    const lease = new Date(Date.parse(at) + 300_000).toISOString().replace('.000', '');
    const claimed = await claimMessages(mailed.node.store, { body: key.body, at, lease });
    assert.equal(claimed.length, 1);
    await mailed.reopen();
    await mailed.round();
    assert.deepEqual(mailed.news(), [], 'it may still be under way');
    mailed.pass(6);
    await mailed.round();
    await mailed.round();
    assert.equal(mailed.news().length, 1);
  });
});

test('given two processes on one database that send at the same moment, then each letter goes once', async () => {
  await withMail(async (mailed) => {
    for (let i = 0; i < 6; i++) {
      const one = await mailed.member(`Person ${i}`);
      await mailed.confirmed(one, { address: `p${i}@example.org` });
    }
    await mailed.convene(48);
    await mailed.convene(72);
    const other = await openNode({
      ...{ databaseUrl: mailed.url, dataDir: mailed.dataDir, name: 'el-alto.example', share: true },
      env: { CABILDO_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'), CABILDO_MAIL_HOSTS: 'localhost' },
      ...(mailed.node.mailing.ca === undefined ? {} : { mailCa: mailed.node.mailing.ca }),
      clock: () => Date.parse(mailed.node.now()),
    });
    try {
      await Promise.all([mailed.round(), mailed.round(), mailed.round()]);
      await Promise.all([sendMail(other), sendMail(mailed.node), sendMail(other)]);
      const letters = mailed.news();
      assert.deepEqual(
        letters.map(({ to }) => to[0]).sort(),
        Array.from({ length: 6 }, (_, i) => `p${i}@example.org`),
        'both sittings in one letter, to each one letter',
      );
      assert.equal(new Set(letters.map((one) => one.header('message-id'))).size, 6);
    } finally {
      await other.close();
    }
  });
});

test('given a server that holds a letter back, then commands are answered meanwhile, and the round ends with the node', async () => {
  await withMail(async (mailed) => {
    const juana = await mailed.member('Juana Choque');
    await mailed.confirmed(juana);
    const [reached, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    mailed.office.answers.before = () => {
      reached.resolve();
      return held.promise;
    };
    await mailed.convene(48);
    const log: string[] = [];
    const mailing = keepMailing(mailed.node, 3_600_000, (line) => log.push(line));
    await reached.promise;
    for (let i = 0; i < 5; i++)
      assert.equal((await ask(mailed.node, mailed.body, 'EnrolMember', { name: `Person ${i}` })).kind, 'done');
    assert.equal(mailed.news().length, 0);
    held.resolve();
    await mailing.stop();
    assert.equal(mailed.news().length, 1);
    assert.deepEqual(log, []);
  });
});
