// E-mail over HTTP: what each may see and change, and the pages to which letters lead, with no script and no account.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planMail } from '../../src/app/mail/plan.ts';
import { sendMail } from '../../src/app/mail/sending.ts';
import { codeIn } from '../mail/mail-fixture.ts';
import { openPostOffice, type PostOffice, password, selfSigned } from '../mail/post-office.ts';
import { enrol, type FoundedBody, found, type Person, type TestServer, withServer } from './http-fixture.ts';

interface Written {
  readonly server: TestServer;
  readonly office: PostOffice;
  readonly convener: FoundedBody;
  readonly juana: Required<Person>;
  entered(more?: object): ReturnType<TestServer['post']>;
}

const path = '/api/bodies/villa-ingenio/mail';
const wish = { address: 'juana@example.org', language: 'en', urgent: true, digest: 'weekly', open: false } as const;

async function withOffice(work: (written: Written) => Promise<void>): Promise<void> {
  const certificate = await selfSigned();
  const office = await openPostOffice({ certificate });
  const settings = { mailCa: certificate.cert, env: { CABILDO_MAIL_HOSTS: 'localhost' } };
  try {
    await withServer(
      async (server) => {
        const convener = await found(server, 'villa-ingenio');
        const juana = await enrol(server, convener, 'Juana Choque');
        const own = { host: 'localhost', port: office.port, tls: 'starttls', user: 'junta', password };
        const entered = (more = {}) =>
          server.post(`${path}/server`, { server: { ...own, sender: 'avisos@example.org', ...more } }, convener);
        await work({ server, office, convener, juana, entered });
      },
      'el-alto.example',
      settings,
    );
  } finally {
    await office.close();
  }
}

const form = (server: TestServer, to: string, body: string): Promise<Response> =>
  fetch(server.base + to, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body,
  });

test('a member gives an address, confirms it by the form, and stops all by the link; officers see how many', async () => {
  await withOffice(async ({ server, office, convener, juana, entered }) => {
    const { status, json } = await server.post(`${path}/mine`, wish, juana);
    assert.deepEqual([status, json.code], [409, 'no-mail-server']);
    assert.equal((await entered()).status, 200);
    const given = await server.post(`${path}/mine`, wish, juana);
    const { address: _address, ...mine } = given.json.mine;
    assert.deepEqual(mine, {
      ...{ language: 'en', urgent: true, digest: 'weekly', open: false },
      ...{ confirmed: false, agreed: true, refused: false },
    });
    assert.deepEqual([given.json.server, given.json.office], [{ host: 'localhost' }, null]);
    assert.equal(given.headers.get('cache-control'), 'no-store');
    await sendMail(server.node);
    const [letter] = office.letters;
    assert.match(letter?.text ?? '', new RegExp(`${server.base}/mail/confirm\\?lang=en#`));
    const asks = await server.get('/mail/confirm?lang=en', { headers: { accept: 'text/html' } });
    assert.match(asks.text, /<form action="\/mail\/confirm\?lang=en" method="post">/);
    assert.equal(asks.headers.get('cache-control'), 'no-store');

    const wrong = await form(server, '/mail/confirm?lang=en', 'code=0000-0000-0000-0000');
    assert.equal(wrong.status, 400);
    assert.match(await wrong.text(), /That code is not good/);
    const confirmed = await form(server, '/mail/confirm?lang=en', `code=${codeIn(letter)}`);
    assert.deepEqual([confirmed.status, /Address confirmed/.test(await confirmed.text())], [200, true]);
    assert.equal((await server.get(path, juana)).json.mine.confirmed, true);

    const seen = await server.get(path, convener);
    assert.deepEqual(seen.json.office.people, { confirmed: 1, notAgreed: 0 });
    assert.deepEqual(seen.json.office.messages, { waiting: 0, sent: 1, failed: [] });
    assert.deepEqual([seen.json.mine, seen.json.office.server.password], [null, undefined]);
    assert.doesNotMatch(seen.text, /juana|palo santo/);

    const startsAt = new Date(Date.parse(server.node.now()) + 86_400_000).toISOString().replace(/\.\d+/, '');
    const notice = [{ matter: 'election', title: 'Directiva' }];
    await server.done(convener, 'ConveneSitting', { kind: 'founding', place: 'Sede', notice, startsAt });
    await planMail(server.node);
    await sendMail(server.node);
    const told = office.letters[1];
    const stop = new URL(/https?:\S+\/mail\/stop\/\S+/.exec(told?.text ?? '')?.[0] ?? assert.fail('no link')).pathname;
    // Over http alone one click would be anybody's on the way (RFC 8058, section 3.1).
    assert.deepEqual(
      [told?.header('list-unsubscribe'), told?.header('list-unsubscribe-post')],
      [`<${server.base}${stop}>`, undefined],
    );
    const look = await server.get(`${stop}?lang=en`, { headers: { accept: 'text/html' } });
    assert.match(
      look.text,
      /<form action="\/mail\/stop\/[\w-]+\?lang=en" method="post"><button class="button">No more e-mail/,
    );
    assert.notEqual((await server.get(path, juana)).json.mine, null, 'to look at the page stops nothing');
    for (let again = 0; again < 2; again++) {
      const stopped = await form(server, stop, 'List-Unsubscribe=One-Click');
      assert.deepEqual([stopped.status, stopped.redirected], [200, false]);
    }
    assert.equal((await server.get(path, juana)).json.mine, null);
    assert.deepEqual(server.log, [], 'nothing of it is logged');
  });
});

test('one click as a program sends it, in several parts, stops it too', async () => {
  await withOffice(async ({ server, office, juana, entered }) => {
    await entered();
    await server.post(`${path}/mine`, wish, juana);
    await sendMail(server.node);
    await form(server, '/mail/confirm', `code=${codeIn(office.letters[0])}`);
    const { mailbox } = (await server.node.store.db.selectFrom('mail_people').selectAll().execute()).map((row) => ({
      mailbox: JSON.parse(
        server.node.store.cipher.open(['mail_people', row.body, row.holder].join('\n'), row.entry!).toString(),
      ),
    }))[0]!;
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    const stopped = await fetch(`${server.base}/mail/stop/${mailbox.stop}`, { method: 'POST', body });
    assert.equal(stopped.status, 200);
    assert.equal((await server.get(path, juana)).json.mine, null);
  });
});

test('officers try the server and are told in words what is wrong; nobody else enters or tries one', async () => {
  await withOffice(async ({ server, office, convener, juana, entered }) => {
    const trying = (who: Person) => server.post(`${path}/test`, { address: 'a@example.org', language: 'es' }, who);
    assert.equal((await trying(convener)).json.code, 'no-mail-server');
    assert.equal((await entered()).status, 200);
    assert.equal((await trying(convener)).status, 200);
    assert.equal(office.letters[0]?.header('subject'), 'Cabildo: prueba de correo');
    await entered({ password: 'otra' });
    const refused = await trying(convener);
    assert.deepEqual([refused.status, refused.json.code], [409, 'login-refused']);
    assert.equal(refused.json.sentences.es, 'El servidor no aceptó el usuario o la contraseña.');
    for (const who of [juana, { body: 'villa-ingenio', token: null }]) {
      assert.equal((await trying(who)).json.code, 'not-mail-officer');
      assert.equal((await server.post(`${path}/server`, { server: null }, who)).json.code, 'not-mail-officer');
      assert.equal((await server.get(path, who)).json.office, null);
    }
    assert.equal((await entered({ host: '169.254.169.254' })).json.code, 'host-not-allowed');
    assert.equal((await entered({ port: 0 })).status, 400);
    assert.equal((await entered({ tls: 'no' })).status, 400);
    const off = await server.post(`${path}/server`, { server: null }, convener);
    assert.deepEqual([off.status, off.json.server, off.json.office.server], [200, null, null]);
  });
});

test('what is no address, no form or no token gets a clear answer, which quotes nothing of it', async () => {
  await withOffice(async ({ server, juana, entered }) => {
    await entered();
    const typed = 'juana\r\nBcc: x@example.org';
    const bad = await server.post(`${path}/mine`, { ...wish, address: typed }, juana);
    assert.deepEqual([bad.status, bad.json.code], [400, 'not-an-address']);
    assert.doesNotMatch(bad.text, /juana|Bcc/);
    assert.equal((await server.post(`${path}/mine`, { ...wish, digest: 'hourly' }, juana)).status, 400);
    assert.equal((await server.post(`${path}/mine`, { ...wish, more: 1 }, juana)).status, 400);
    const anyone = await server.post(`${path}/mine`, wish, { token: null });
    assert.deepEqual([anyone.status, anyone.json.code], [403, 'not-for-mail']);
    assert.equal((await server.get('/api/bodies/nowhere/mail')).status, 404);
    for (const token of ['x', '..%2f..', '%00', 'a'.repeat(300)]) {
      const answered = await form(server, `/mail/stop/${token}`, '');
      assert.ok(answered.status < 500, token);
    }
    for (const body of ['', 'code=', `code=${'x'.repeat(5_000)}`, 'code=%ff%fe'])
      assert.equal((await form(server, '/mail/confirm', body)).status, 400, body.slice(0, 20));
    const json = await server.post('/mail/confirm', { code: 'x' });
    assert.ok(json.status < 500);
  });
});
