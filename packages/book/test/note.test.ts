import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  base64Encode,
  cosignatureLine,
  formatCheckpoint,
  formatNote,
  formatVkey,
  openCheckpoint,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVkey,
  signatureLine,
  signNote,
  utf8Encode,
  verifierKey,
} from '../src/index.ts';
import { bytesOf, crypto, signer } from './fixtures.ts';

const NAME = 'el-alto.example/villa-ingenio';
const KEY = signer('log');
const KEY_OF = verifierKey(NAME, 1, KEY.publicKey, crypto);
const WITNESS = signer('witness');
const WITNESS_KEY = verifierKey('witness.example/w1', 4, WITNESS.publicKey, crypto);
const ROOT = bytesOf('root', 32);
const TEXT = formatCheckpoint({ origin: NAME, size: 7, root: ROOT });

// Published in https://c2sp.org/signed-note as an example.
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE_NOTE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

test('the example of the specification', () => {
  const key = parseVkey(EXAMPLE_KEY, crypto);
  assert.ok(key.ok);
  assert.equal(formatVkey(key.key), EXAMPLE_KEY);
  const opened = openNote(EXAMPLE_NOTE, [key.key], crypto);
  assert.ok(opened.ok);
  assert.equal(opened.note.text, 'This is an example message.\n');
  assert.equal(formatNote(opened.note), EXAMPLE_NOTE);
});

test('every changed byte of a signed note is refused', () => {
  const key = parseVkey(EXAMPLE_KEY, crypto);
  assert.ok(key.ok);
  const bytes = utf8Encode(EXAMPLE_NOTE);
  for (let i = 0; i < bytes.length; i++) {
    for (const bit of [1, 0x20, 0x80]) {
      const changed = bytes.slice();
      changed[i]! ^= bit;
      assert.equal(openNote(changed, [key.key], crypto).ok, false, `byte ${i}`);
    }
  }
});

test('unknown keys and types are passed over; a bad signature by a known key refuses the note', () => {
  const other = signatureLine(TEXT, NAME, signer('stranger'), crypto);
  const unknownType = `— ${NAME} ${base64Encode(bytesOf('type 6', 2432))}\n`;
  const note = `${TEXT}\n${other}${unknownType}${signatureLine(TEXT, NAME, KEY, crypto)}`;
  const opened = openNote(note, [KEY_OF], crypto);
  assert.ok(opened.ok);
  assert.equal(opened.unknown.length, 2);
  const forged = signNote(TEXT, NAME, { publicKey: KEY.publicKey, sign: () => new Uint8Array(64) }, crypto);
  assert.deepEqual(openNote(forged, [KEY_OF], crypto), { ok: false, reason: 'bad-signature', name: NAME });
  assert.deepEqual(openNote(`${TEXT}\n${other}`, [KEY_OF], crypto), { ok: false, reason: 'no-known-signature' });
});

test('sixteen signatures and more are read', () => {
  const lines = Array.from({ length: 32 }, (_, i) => signatureLine(TEXT, `n${i}.example`, signer(`${i}`), crypto));
  const opened = openNote(`${TEXT}\n${lines.join('')}${signatureLine(TEXT, NAME, KEY, crypto)}`, [KEY_OF], crypto);
  assert.ok(opened.ok && opened.unknown.length === 32);
});

test('malformed notes', () => {
  const line = signatureLine(TEXT, NAME, KEY, crypto);
  for (const note of [
    '',
    '\n',
    TEXT,
    `${TEXT}\n`,
    `${TEXT}\n${line.trimEnd()}`,
    `${TEXT}\n${line}x`,
    `${TEXT}\n${line}\n`,
    `a\tb\n\n${line}`,
    `a\r\n\n${line}`,
    `${TEXT}\n${line.replace('—', '-')}`,
    `${TEXT}\n— a b AAAA\n`,
    `${TEXT}\n— a+b AAAAAAA=\n`,
    `${TEXT}\n— a AAAA\n`,
    `${TEXT}\n— a AAAAAAA\n`,
    `${TEXT}\n${line.repeat(101)}`,
  ]) {
    assert.equal(parseNote(note).ok, false, JSON.stringify(note));
  }
  assert.equal(parseNote(Uint8Array.of(0xff, 10, 10)).ok, false);
  // The last empty line separates: a text may have empty lines of its own.
  const parsed = parseNote(`a\n\nb\n\n${line}`);
  assert.ok(parsed.ok);
  assert.equal(parsed.note.text, 'a\n\nb\n');
});

test('verifier keys that cannot be used', () => {
  const [name, id, material] = EXAMPLE_KEY.split('+') as [string, string, string];
  const reason = (text: string) => {
    const parsed = parseVkey(text, crypto);
    return parsed.ok ? 'ok' : parsed.reason;
  };
  assert.equal(reason(`${name}+${id.replace('5', '6')}+${material}`), 'key-id-mismatch');
  assert.equal(reason(`${name}x+${id}+${material}`), 'key-id-mismatch');
  assert.equal(reason(`${name}+${id.toUpperCase()}+${material}`), 'malformed-key');
  assert.equal(reason(`${name}+${id}+Af${material.slice(2)}`), 'key-id-mismatch');
  assert.equal(reason(`${name}+${id}+Bu${material.slice(2)}`), 'unknown-key-type');
  for (const text of [
    '',
    '+',
    '++',
    `${name}+${id}`,
    `${name}+${id}+`,
    `${name}+${id}+A`,
    `a b+${id}+${material}`,
    ` ${EXAMPLE_KEY}`,
  ]) {
    assert.equal(reason(text), 'malformed-key', text);
  }
});

test('a cosignature attests to text and time', () => {
  const log = signNote(TEXT, NAME, KEY, crypto);
  const line = cosignatureLine(TEXT, WITNESS_KEY.name, WITNESS, 1_679_315_147, crypto);
  const opened = openCheckpoint(log + line, KEY_OF, crypto, { witnesses: [WITNESS_KEY] });
  assert.ok(opened.ok);
  assert.deepEqual(
    opened.cosignatures.map(({ name, time }) => ({ name, time })),
    [{ name: 'witness.example/w1', time: 1_679_315_147 }],
  );
  const [head, blob] = [
    line.slice(0, line.lastIndexOf(' ') + 1),
    Buffer.from(line.slice(line.lastIndexOf(' ') + 1), 'base64'),
  ];
  blob[11]! ^= 1;
  const changed = openCheckpoint(`${log}${head}${blob.toString('base64')}\n`, KEY_OF, crypto, {
    witnesses: [WITNESS_KEY],
  });
  assert.deepEqual(changed, { ok: false, reason: 'bad-signature' });
  // A cosignature alone is not the log's signature, and a cosigner's key is no log key.
  assert.equal(openCheckpoint(`${TEXT}\n${line}`, KEY_OF, crypto, { witnesses: [WITNESS_KEY] }).ok, false);
  assert.equal(openCheckpoint(`${TEXT}\n${line}`, WITNESS_KEY, crypto, { origin: NAME }).ok, false);
  assert.throws(() => cosignatureLine(TEXT, WITNESS_KEY.name, WITNESS, 0, crypto), RangeError);
});

test('checkpoints', () => {
  assert.deepEqual(parseCheckpoint(TEXT), { origin: NAME, size: 7, root: ROOT, extensions: [] });
  assert.deepEqual(parseCheckpoint(`${TEXT}more\nlines\n`)?.extensions, ['more', 'lines']);
  const root = base64Encode(ROOT);
  for (const text of [
    '',
    '\n',
    `${NAME}\n`,
    `${NAME}\n7\n`,
    `${NAME}\n07\n${root}\n`,
    `${NAME}\n-1\n${root}\n`,
    `${NAME}\n7\n${root.slice(0, -1)}\n`,
    `\n7\n${root}\n`,
    `${NAME}\n7\n${root}\n\n`,
    `${NAME}\n7\n${root}`,
    `${NAME}\n9007199254740993\n${root}\n`,
    `${NAME}\n7\nAAAA\n`,
  ]) {
    assert.equal(parseCheckpoint(text), undefined, JSON.stringify(text));
  }
  assert.throws(() => formatCheckpoint({ origin: 'a\nb', size: 1, root: ROOT }), RangeError);
  assert.throws(() => formatCheckpoint({ origin: 'a', size: -1, root: ROOT }), RangeError);
  const note = signNote(TEXT, NAME, KEY, crypto);
  assert.deepEqual(openCheckpoint(note, KEY_OF, crypto, { origin: 'other' }), { ok: false, reason: 'other-origin' });
  assert.deepEqual(openCheckpoint(signNote('no checkpoint\n', NAME, KEY, crypto), KEY_OF, crypto), {
    ok: false,
    reason: 'malformed-checkpoint',
  });
});
