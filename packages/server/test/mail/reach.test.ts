// Where a node may connect to for a body's mail: without limits it would be a way into the network behind it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isHostName, isMailAddress } from '../../src/app/mail/addresses.ts';
import { addressOf, faultOfServer, mailLimits } from '../../src/app/mail/reach.ts';

const server = {
  host: 'mail.example.org',
  port: 587,
  tls: 'starttls',
  user: 'junta',
  sender: 'a@example.org',
} as const;
const open = mailLimits(undefined);

test('given a node without limits, then only public servers at ports of e-mail, and encrypted', () => {
  assert.equal(faultOfServer(server, open), null);
  assert.equal(faultOfServer({ ...server, port: 5432 }, open), 'port-not-allowed');
  assert.equal(faultOfServer({ ...server, tls: 'none' }, open), 'needs-tls');
  assert.equal(faultOfServer({ ...server, tls: 'none', user: null }, open), 'needs-tls');
  assert.equal(faultOfServer({ ...server, host: '198.41.0.4' }, open), null);
  assert.equal(faultOfServer({ ...server, host: '2001:500:2::c' }, open), null);
  for (const host of [
    ...['localhost', 'database', '127.0.0.1', '10.1.2.3', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...['255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::'],
  ])
    assert.equal(faultOfServer({ ...server, host }, open), 'host-not-allowed', host);
});

test('no address inside is reached, however it is written', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const inside = fc.oneof(
    fc.tuple(fc.constantFrom('10', '127', '0'), byte, byte, byte),
    fc.tuple(fc.constant('192'), fc.constant(168), byte, byte),
    fc.tuple(fc.constant('172'), fc.integer({ min: 16, max: 31 }), byte, byte),
  );
  fc.assert(
    fc.property(inside, fc.constantFrom('', '::ffff:', '64:ff9b::'), (parts, prefix) => {
      assert.equal(faultOfServer({ ...server, host: `${prefix}${parts.join('.')}` }, open), 'host-not-allowed');
    }),
  );
});

test('given a name that leads inside, then it is refused when it is looked up', async () => {
  const found = await addressOf({ ...server, host: 'localhost.localdomain' }, open);
  assert.ok('fault' in found, JSON.stringify(found));
});

test('given servers that the operator has named, then those alone, also inside', async () => {
  const listed = mailLimits(' Mail.Example.org:465, localhost ');
  assert.equal(faultOfServer({ ...server, port: 465 }, listed), null);
  assert.equal(faultOfServer(server, listed), 'host-not-allowed');
  assert.equal(faultOfServer({ ...server, host: 'localhost', port: 1025, tls: 'none' }, listed), null);
  const plain = { ...server, port: 465, tls: 'none' } as const;
  assert.equal(faultOfServer(plain, listed), 'needs-tls', 'a password never goes in the clear to another machine');
  assert.equal(faultOfServer({ ...plain, user: null }, listed), null);
  assert.deepEqual(await addressOf({ ...server, host: '127.0.0.1' }, mailLimits('127.0.0.1')), {
    address: '127.0.0.1',
  });
  assert.equal(faultOfServer(server, mailLimits('none')), 'host-not-allowed');
});

test('an address is one that every server takes, and nothing in it ends a line', () => {
  for (const good of ['juana@example.org', 'j.quispe+avisos@correo.example.bo', "o'neill@a-b.example"])
    assert.ok(isMailAddress(good), good);
  for (const bad of [
    ...['juana', 'juana@', '@example.org', 'juana@example', 'a b@example.org', 'juana@exam ple.org', 'a@b@example.org'],
    ...['juana@example.org\r\nBcc: x@y.org', '"a"@example.org', 'juana@-a.org', 'ñ@example.org', '<a@example.org>'],
    ...['a..b@example.org', `${'a'.repeat(65)}@example.org`, `a@${'b.'.repeat(140)}org`, 'a@example.org,b@example.org'],
  ])
    assert.ok(!isMailAddress(bad), bad);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      if (isMailAddress(text)) assert.doesNotMatch(text, /[\s<>,;:"\\]|[^\x20-\x7e]/);
    }),
  );
});

test('a host is a name of DNS or an address, in small letters', () => {
  for (const good of ['mail.example.org', 'localhost', '10.0.0.1', '2001:db8::1']) assert.ok(isHostName(good), good);
  for (const bad of ['Mail.example.org', 'a b', 'a/b', 'a@b', '-a.org', 'a..b', '', 'a\r\nb', '[::1]', 'a:25'])
    assert.ok(!isHostName(bad), bad);
});
