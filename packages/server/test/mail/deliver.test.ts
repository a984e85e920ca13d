// Letters to servers that behave and to servers that do not; each trouble has its name, and nothing is said to the wrong one.
import assert from 'node:assert/strict';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { type Delivered, deliver, type Letter } from '../../src/app/mail/deliver.ts';
import { mailLimits } from '../../src/app/mail/reach.ts';
import type { MailServer } from '../../src/store/vault/mail-servers.ts';
import { type Certificate, openPostOffice, type PostOffice, password, selfSigned } from './post-office.ts';

const letter: Letter = {
  to: 'juana@example.org',
  subject: 'Cabildo: algo le espera',
  text: 'Algo le espera en Cabildo, mañana.\n',
  html: '<p>Algo le espera en Cabildo, mañana.</p>',
  id: '00112233@el-alto.example',
  headers: { 'Auto-Submitted': 'auto-generated' },
  date: '2026-06-20T19:00:00Z',
};

const limits = mailLimits('localhost,127.0.0.1');
const options = { limits, name: 'el-alto.example', patience: 20_000 };

describe('a letter to a mail server', () => {
  let certificate: Certificate;
  let other: Certificate;
  const open: { close(): Promise<void> }[] = [];

  before(async () => {
    [certificate, other] = await Promise.all([selfSigned(), selfSigned()]);
  });
  after(async () => {
    for (const one of open) await one.close();
  });

  const office = async (how: { readonly secure?: boolean; readonly startTls?: boolean } = {}): Promise<PostOffice> => {
    const opened = await openPostOffice({ certificate, ...how });
    open.push(opened);
    return opened;
  };
  const serverAt = (port: number, more: Partial<MailServer> = {}): MailServer => ({
    host: 'localhost',
    port,
    tls: 'starttls',
    user: 'junta',
    password,
    sender: 'avisos@example.org',
    ...more,
  });
  const send = (server: MailServer, more: Partial<Letter> = {}, patience = 20_000): Promise<Delivered> =>
    deliver(server, { ...letter, ...more }, { ...options, patience, ca: certificate.cert });
  /** Something that listens and is no mail server. */
  const listener = async (meet: (socket: Socket) => void): Promise<number> => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      meet(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () =>
        new Promise((resolve) => {
          for (const socket of sockets) socket.destroy();
          server.close(() => resolve());
        }),
    });
    return (server.address() as AddressInfo).port;
  };
  const trouble = (delivered: Delivered) => (delivered.ok ? 'sent' : `${delivered.whose} ${delivered.trouble}`);

  test('given STARTTLS or TLS and a certificate that is believed, when it is sent, then it arrives whole, by a login', async () => {
    for (const [secure, tls] of [
      [false, 'starttls'],
      [true, 'tls'],
    ] as const)
      for (const host of ['localhost', '127.0.0.1']) {
        const there = await office({ secure });
        assert.deepEqual(await send(serverAt(there.port, { tls, host })), { ok: true }, `${tls} ${host}`);
        const [got] = there.letters;
        assert.ok(got);
        assert.deepEqual([got.from, got.to, got.user, got.secure], ['avisos@example.org', [letter.to], 'junta', true]);
        assert.equal(got.header('subject'), letter.subject);
        assert.equal(got.header('message-id'), `<${letter.id}>`);
        assert.equal(got.header('date'), 'Sat, 20 Jun 2026 19:00:00 +0000');
        assert.equal(got.header('auto-submitted'), 'auto-generated');
        assert.match(got.text, /mañana/);
        assert.match(got.html, /<p>Algo le espera en Cabildo, mañana\.<\/p>/);
        assert.equal(got.header('x-mailer'), undefined);
      }
  });

  test('given a certificate that nobody believes, when it is sent, then neither password nor letter goes there', async () => {
    for (const [secure, tls] of [
      [false, 'starttls'],
      [true, 'tls'],
    ] as const) {
      const there = await office({ secure });
      const delivered = await deliver(serverAt(there.port, { tls }), letter, { ...options, ca: other.cert });
      assert.equal(trouble(delivered), 'server certificate', tls);
      assert.deepEqual([there.logins, there.letters], [[], []]);
    }
  });

  test('given a server that offers no encryption, when it is sent, then neither password nor letter goes there', async () => {
    const there = await office({ startTls: false });
    assert.equal(trouble(await send(serverAt(there.port))), 'server no-tls');
    assert.equal(trouble(await send(serverAt(there.port, { tls: 'tls' }))), 'server no-tls');
    assert.deepEqual([there.logins, there.letters], [[], []]);
  });

  test('given no encryption on this machine itself, which the operator has named, then it is sent', async () => {
    const there = await office({ startTls: false });
    assert.deepEqual(await send(serverAt(there.port, { tls: 'none' })), { ok: true });
    assert.deepEqual(there.logins, ['junta']);
  });

  test('given a wrong password, then the login is refused and nothing is sent', async () => {
    const there = await office();
    assert.equal(trouble(await send(serverAt(there.port, { password: 'otra' }))), 'server login-refused');
    assert.deepEqual(there.letters, []);
  });

  test('given a server that says no, then what it says no to decides what is tried again', async () => {
    const there = await office();
    const says = async (answers: object): Promise<string> => {
      Object.assign(there.answers, { from: undefined, to: undefined, data: undefined, ...answers });
      return trouble(await send(serverAt(there.port)));
    };
    assert.equal(await says({ from: 550 }), 'server sender-refused');
    assert.equal(await says({ from: 451 }), 'server try-later');
    assert.equal(await says({ to: () => 550 }), 'person recipient-refused');
    assert.equal(await says({ to: () => 450 }), 'letter try-later');
    assert.equal(await says({ data: 552 }), 'letter letter-refused');
    assert.equal(await says({ data: 452 }), 'letter try-later');
    assert.equal(await says({}), 'sent');
  });

  test('given nobody who listens, then the connection is refused', async () => {
    const there = await office();
    await there.close();
    assert.equal(trouble(await send(serverAt(there.port))), 'server connection-refused');
  });

  test('given something that is no mail server, then nothing of what it says comes back', async () => {
    const port = await listener((socket) => socket.end('HTTP/1.1 400 the secret of the house\r\n\r\n'));
    const delivered = await send(serverAt(port));
    assert.deepEqual(delivered, { ok: false, trouble: 'greeting', whose: 'server' });
  });

  test('given a server that says nothing, or says it for ever, then it is left', async () => {
    const silent = await listener(() => undefined);
    assert.equal(trouble(await send(serverAt(silent), {}, 200)), 'server no-answer');
    const left = Promise.withResolvers<void>();
    const endless = await listener((socket) => {
      socket.on('close', () => left.resolve());
      const more = setInterval(() => socket.write('220-wait\r\n'), 10);
      socket.on('close', () => clearInterval(more));
    });
    assert.equal(trouble(await send(serverAt(endless), {}, 200)), 'server no-answer');
    await left.promise;
  });

  test('given line ends in whatever somebody has typed, then no header and no recipient is made of them', async () => {
    const there = await office();
    const typed = 'Cabildo\r\nBcc: other@example.org\r\n\r\nhello';
    assert.deepEqual(await send(serverAt(there.port), { subject: typed }), { ok: true });
    const [got] = there.letters;
    assert.deepEqual(got?.to, [letter.to]);
    assert.ok(!got?.fields.some((name) => /^bcc$/i.test(name)));
    assert.match(got?.header('subject') ?? '', /^Cabildo\s+Bcc:/);
  });
});
