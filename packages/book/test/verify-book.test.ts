import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openDirectory, writeBookFile, writeTiles } from '../node/crypto.ts';
import {
  actCode,
  type BookReport,
  base64Encode,
  buildFork,
  consistencyProof,
  cosignatureLine,
  encodeFork,
  encodeHeadEntry,
  encodeLeaf,
  formatTlogProof,
  formatVkey,
  hashesOfLeaves,
  inclusionProof,
  leafHash,
  parseVkey,
  rootOf,
  signCheckpoint,
  verifierKey,
  verifyBook,
  verifyBundle,
  verifySealSignatures,
} from '../src/index.ts';
import {
  append,
  attach,
  bytesOf,
  checkpointOf,
  crypto,
  emptyBook,
  exportBook,
  naiveRoot,
  PRESIDENT,
  push,
  readerOf,
  rememberingCrypto,
  SECRETARY,
  sampleBook,
  seal,
  signer,
  type TestBook,
} from './fixtures.ts';

type Files = Map<string, Uint8Array>;

const SMALL = sampleBook(24);
const SMALL_FILES = exportBook(SMALL);
// Two full tiles and a partial one: edge tiles at two levels.
const MIDDLE = sampleBook(600);
const MIDDLE_FILES = exportBook(MIDDLE);

const audit = (book: TestBook, files: Files, list = true) => verifyBook(readerOf(files, list), book.vkey, crypto);
const codes = (report: BookReport) => report.findings.map(({ code }) => code);

function changed(files: Files, path: string, change: (bytes: Uint8Array) => Uint8Array | undefined): Files {
  const copy = new Map(files);
  const bytes = change(new Uint8Array(copy.get(path)!));
  if (bytes === undefined) copy.delete(path);
  else copy.set(path, bytes);
  return copy;
}

const flip =
  (at: number, bit = 1) =>
  (bytes: Uint8Array) => {
    bytes[at]! ^= bit;
    return bytes;
  };

test('sound books of every size around tile borders', async () => {
  for (const size of [14, 24, 255, 256, 257, 511, 512, 513, 600]) {
    const book = sampleBook(size);
    for (const list of [true, false]) {
      const report = await audit(book, exportBook(book), list);
      assert.deepEqual([report.findings, report.notices], [[], []]);
      assert.ok(report.ok);
      assert.equal(report.size, size);
      assert.equal(report.origin, book.origin);
      assert.equal(report.lastAt, book.leaves.at(-1)!.at);
      const { sealed, signatures, disclosed, withdrawn, notHere, attachments } = report.counts;
      assert.deepEqual(
        { sealed, signatures, disclosed, withdrawn, notHere, attachments },
        {
          sealed: 2,
          signatures: 3,
          disclosed: 2,
          withdrawn: 1,
          notHere: 0,
          attachments: 1,
        },
      );
    }
  }
});

test('an empty book', async () => {
  const book = emptyBook('n.example/empty');
  const report = await audit(book, exportBook(book));
  assert.ok(report.ok);
  assert.equal(report.size, 0);
});

test('every single changed byte of an exported book is found, and the place named', async () => {
  const book = sampleBook(14);
  const files = exportBook(book);
  const remembering = rememberingCrypto();
  for (const [path, bytes] of files) {
    for (let at = 0; at < bytes.length; at++) {
      const broken = changed(files, path, flip(at, 1 << (at % 8)));
      const report = await verifyBook(readerOf(broken), book.vkey, remembering);
      const named = report.findings.some(({ place }) => place === path);
      assert.ok(named, `${path} byte ${at}: ${JSON.stringify(report.findings)}`);
    }
  }
});

test('any changed, added or removed byte in a larger book is found, with and without a list of files', async () => {
  const paths = Array.from(MIDDLE_FILES.keys());
  const remembering = rememberingCrypto();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('change', 'insert', 'remove', 'truncate'),
      fc.boolean(),
      async (path, where, mask, kind, list) => {
        const files = changed(MIDDLE_FILES, path, (bytes) => {
          const at = where % bytes.length;
          if (kind === 'change') return flip(at, mask)(bytes);
          const rest =
            kind === 'insert'
              ? [...bytes.subarray(0, at), mask, ...bytes.subarray(at)]
              : [...bytes.subarray(0, at), ...bytes.subarray(at + 1)];
          return Uint8Array.from(kind === 'truncate' ? bytes.subarray(0, at) : rest);
        });
        const report = await verifyBook(readerOf(files, list), MIDDLE.vkey, remembering);
        // The newline at the end of the key file is the one byte that means nothing.
        if (path === 'key.txt' && report.ok) return new TextDecoder().decode(files.get(path)) === MIDDLE.vkey;
        return report.findings.some(({ place }) => place === path);
      },
    ),
    { numRuns: 400 },
  );
});

test('a changed entry is told from a changed tile, and the act named', async () => {
  const path = 'tile/entries/001';
  const entry = MIDDLE.entries[300]!;
  const start = MIDDLE.entries.slice(256, 300).reduce((sum, one) => sum + 2 + one.length, 0) + 2;
  const at = start + entry.indexOf(0x79); // the y of "yes"
  const report = await audit(MIDDLE, changed(MIDDLE_FILES, path, flip(at)));
  assert.deepEqual(
    report.findings.map(({ message: _, ...finding }) => finding),
    [{ code: 'entry-differs', place: path, index: 300, act: 'VoteClosed', actCode: actCode(MIDDLE.hashes[300]!) }],
  );
  const tile = await audit(MIDDLE, changed(MIDDLE_FILES, 'tile/0/001', flip(44 * 32)));
  assert.deepEqual(
    tile.findings.map(({ code, place }) => [code, place]),
    [['tile-differs', 'tile/0/001']],
  );
  const edge = await audit(MIDDLE, changed(MIDDLE_FILES, 'tile/0/002.p/88', flip(5)));
  assert.deepEqual(
    edge.findings.map(({ code, place }) => [code, place]),
    [['tile-differs', 'tile/0/002.p/88']],
  );
  const upper = await audit(MIDDLE, changed(MIDDLE_FILES, 'tile/1/000.p/2', flip(40)));
  assert.deepEqual(
    upper.findings.map(({ code, place }) => [code, place]),
    [['tile-differs', 'tile/1/000.p/2']],
  );
});

test('several changes at once are all named', async () => {
  let files = changed(MIDDLE_FILES, 'tile/entries/000', flip(20));
  files = changed(files, 'tile/0/001', flip(9));
  files = changed(files, 'tile/1/000.p/2', flip(0));
  const report = await audit(MIDDLE, files);
  // With both tiles wrong, entry 256 and its hash contradict each other and nothing above decides.
  for (const place of ['tile/entries/000', 'tile/entries/001', 'tile/1/000.p/2']) {
    assert.ok(
      report.findings.some((finding) => finding.place === place),
      `${place}: ${JSON.stringify(report.findings)}`,
    );
  }
  assert.ok(report.findings.some(({ index }) => index === 0));
});

test('a broken length names the first act that cannot be matched', async () => {
  const at = MIDDLE.entries.slice(0, 7).reduce((sum, one) => sum + 2 + one.length, 0) + 1;
  const report = await audit(MIDDLE, changed(MIDDLE_FILES, 'tile/entries/000', flip(at)));
  assert.equal(report.findings.find(({ index }) => index !== undefined)?.index, 7);
  assert.ok(codes(report).includes('entries-damaged'));
});

test('missing, truncated and lengthened files', async () => {
  const cases: [string, (bytes: Uint8Array) => Uint8Array | undefined, string][] = [
    ['checkpoint', () => undefined, 'checkpoint-missing'],
    ['tile/entries/001', () => undefined, 'entries-missing'],
    ['tile/entries/002.p/88', (bytes) => bytes.subarray(0, -1), 'entries-damaged'],
    ['tile/entries/002.p/88', (bytes) => Uint8Array.from([...bytes, 0]), 'entries-damaged'],
    ['tile/entries/002.p/88', () => new Uint8Array(0), 'entries-damaged'],
    ['tile/0/001', () => undefined, 'tile-missing'],
    ['tile/0/002.p/88', () => undefined, 'tile-missing'],
    ['tile/1/000.p/2', () => undefined, 'tile-missing'],
    ['tile/1/000.p/2', (bytes) => bytes.subarray(0, 33), 'tile-length'],
    ['tile/0/001', (bytes) => Uint8Array.from([...bytes, 1]), 'tile-length'],
    ['checkpoint', (bytes) => bytes.subarray(0, -1), 'checkpoint-malformed'],
    ['checkpoint', (bytes) => flip(bytes.length - 20)(bytes), 'checkpoint-signature'],
  ];
  for (const [path, change, code] of cases) {
    const report = await audit(MIDDLE, changed(MIDDLE_FILES, path, change));
    assert.ok(
      report.findings.some((finding) => finding.code === code && finding.place === path),
      `${path} ${JSON.stringify(report.findings)}`,
    );
    assert.ok(!codes(report).includes('root-differs'));
    assert.equal(report.findings.length, 1, JSON.stringify(report.findings));
  }
});

test('a full tile stands in for a partial one that is gone', async () => {
  const files: Files = new Map(MIDDLE_FILES);
  const later = sampleBook(800);
  const laterFiles = exportBook(later);
  files.delete('tile/0/002.p/88');
  files.delete('tile/entries/002.p/88');
  files.set('tile/0/002', laterFiles.get('tile/0/002')!);
  files.set('tile/entries/002', laterFiles.get('tile/entries/002')!);
  const report = await audit(MIDDLE, files);
  assert.deepEqual(report.findings, []);
});

test('partial tiles of earlier heads must be beginnings', async () => {
  const files: Files = new Map(MIDDLE_FILES);
  const earlier = sampleBook(530);
  const old = Array.from(exportBook(earlier)).filter(([path]) => path.endsWith('.p/18'));
  assert.equal(old.length, 2);
  for (const [path, bytes] of old) files.set(path, bytes);
  assert.ok((await audit(MIDDLE, files)).ok);
  for (const [path, bytes] of old) {
    for (const change of [
      flip(3),
      (all: Uint8Array) => all.subarray(0, -1),
      (all: Uint8Array) => Uint8Array.from([...all, 0]),
    ]) {
      const broken = new Map(files).set(path, change(new Uint8Array(bytes)));
      assert.deepEqual(codes(await audit(MIDDLE, broken)), ['old-tile-differs']);
    }
  }
});

test('files that the book does not speak of are shown', async () => {
  const files: Files = new Map(SMALL_FILES);
  const strays = [
    'readme.txt',
    'disclosures/1.json',
    'disclosures/999.json',
    `attachments/${'0'.repeat(64)}`,
    'tile/0/001',
    'tile/5/000',
    'tile/entries/000.p/25',
  ];
  for (const path of strays) files.set(path, new Uint8Array(1));
  const report = await audit(SMALL, files);
  assert.ok(report.ok);
  assert.deepEqual(report.notices.map(({ place }) => place).sort(), strays.sort());
});

test('keys: another one, a malformed one, one that differs from the key file', async () => {
  const other = formatVkey(verifierKey(SMALL.origin, 1, signer('other').publicKey, crypto));
  const run = async (vkey: string) => codes(await verifyBook(readerOf(SMALL_FILES), vkey, crypto));
  assert.deepEqual(await run(other), ['key-file-differs', 'checkpoint-signature']);
  assert.deepEqual(await run('nonsense'), ['bad-key']);
  assert.deepEqual(await run(''), ['bad-key']);
  assert.deepEqual(await run(`${SMALL.vkey}\n`), []);
  const foreign = emptyBook('n.example/other');
  const files = new Map(SMALL_FILES).set(
    'checkpoint',
    Buffer.from(
      signCheckpoint({ origin: foreign.origin, size: 0, root: bytesOf('x', 32) }, SMALL.signer, SMALL.origin, crypto),
    ),
  );
  assert.deepEqual(codes(await audit(SMALL, files)), ['checkpoint-origin']);
});

test('a head over another tree', async () => {
  const head = { origin: MIDDLE.origin, size: 600, root: bytesOf('other tree', 32) };
  const note = signCheckpoint(head, MIDDLE.signer, MIDDLE.origin, crypto);
  const report = await audit(MIDDLE, new Map(MIDDLE_FILES).set('checkpoint', Buffer.from(note)));
  assert.deepEqual(codes(report), ['root-differs']);
});

/** A book whose tree is sound and whose acts are not. */
async function auditActs(write: (book: TestBook) => void): Promise<string[]> {
  const book = sampleBook(14);
  write(book);
  const report = await audit(book, exportBook(book));
  return report.findings.map(({ code, index, message }) => `${code} ${index} ${message}`);
}

test('acts that are no acts, though the tree vouches for them', async () => {
  const find = async (write: (book: TestBook) => void, expected: RegExp) => {
    const findings = await auditActs(write);
    assert.equal(findings.length, 1, JSON.stringify(findings));
    assert.match(findings[0]!, expected);
  };
  const good = sampleBook(14).leaves[13]!;
  await find((book) => push(book, Buffer.from('hello')), /^leaf-malformed 14 .*not-json/);
  await find(
    (book) => push(book, Buffer.from('{"act":"VoteClosed" }')),
    /^leaf-malformed 14 Act 14 \(VoteClosed\).*not-canonical/,
  );
  await find((book) => push(book, encodeLeaf({ ...good, index: 13 })), /^leaf-index 14/);
  await find((book) => push(book, encodeLeaf({ ...good, index: 14, book: 'n.example/other' })), /^leaf-book 14/);
  await find(
    (book) => push(book, encodeLeaf({ ...good, index: 14, at: '2005-06-08T13:59:59Z' })),
    /^time-backwards 14/,
  );
  await find((book) => append(book, 'OfficersElected', { officers: [] }), /^enrolment-refused 14/);
  await find((book) => append(book, 'BodyFounded', book.leaves[0]!.data), /^enrolment-refused 14/);
  await find((book) => append(book, 'ErasureRecorded', { index: 0, slot: 'mover' }), /^erasure-malformed 14/);
  await find((book) => append(book, 'ErasureRecorded', { index: 99, slot: 'mover' }), /^erasure-malformed 14/);
  await find((book) => append(book, 'ErasureRecorded', { index: 3, slot: 'note' }), /^disclosure-withdrawn 14/);
  await find((book) => seal(book, 4, 1, PRESIDENT), /^seal-refused 14 .*too-few-signatures/);
  await find((book) => seal(book, 4, 0, PRESIDENT, SECRETARY), /^seal-refused 14 .*keys-not-in-force/);
  await find(
    (book) => append(book, 'ActSealed', { ...book.leaves[5]!.data, leaf: base64Encode(bytesOf('x', 32)) }),
    /^seal-refused 14 .*other-leaf/,
  );
  const forged = {
    office: 'secretary',
    signer: { publicKey: SECRETARY.signer.publicKey, sign: () => new Uint8Array(64) },
  };
  await find((book) => seal(book, 4, 1, PRESIDENT, forged), /^seal-refused 14 .*bad-seal-signature/);
});

test('time that goes backwards across a tile border', async () => {
  const book = sampleBook(256);
  append(book, 'VoteClosed', {}, { at: '2005-06-08T00:00:00Z' });
  assert.deepEqual(
    (await audit(book, exportBook(book))).findings.map(({ code, index }) => [code, index]),
    [['time-backwards', 256]],
  );
});

test('leap days, and origins beyond ASCII, are read the slow way', async () => {
  const book = emptyBook('nodo.example/wiñay-marka');
  append(book, 'VoteClosed', {}, { at: '2004-02-29T00:00:00Z' });
  append(book, 'VoteClosed', {}, { at: '2008-02-29T00:00:00Z' });
  append(book, 'VoteClosed', {}, { at: '2008-02-28T00:00:00Z' });
  const report = await audit(book, exportBook(book));
  assert.deepEqual(
    report.findings.map(({ code, index }) => [code, index]),
    [['time-backwards', 2]],
  );
});

test('a damaged election of officers does not turn every later seal into a finding', async () => {
  const at = SMALL.entries[0]!.length + 2 + 30;
  const report = await audit(SMALL, changed(SMALL_FILES, 'tile/entries/000.p/24', flip(at)));
  assert.deepEqual(
    report.findings.map(({ code, index }) => [code, index]),
    [['entry-differs', 1]],
  );
  assert.equal(report.counts.sealsUnjudged, 1);
});

test('disclosures and attachments that are not what the acts say', async () => {
  const run = async (path: string, change: (bytes: Uint8Array) => Uint8Array | undefined) => {
    const report = await audit(SMALL, changed(SMALL_FILES, path, change));
    return [codes(report), report.counts.notHere, report.counts.attachmentsNotHere];
  };
  const text = (change: (text: string) => string) => (bytes: Uint8Array) =>
    Buffer.from(change(Buffer.from(bytes).toString()));
  assert.deepEqual(
    await run(
      'disclosures/3.json',
      text((all) => all.replace('one', 'two')),
    ),
    [['disclosure-differs'], 0, 0],
  );
  assert.deepEqual(
    await run(
      'disclosures/3.json',
      text((all) => all.replace('"note"', '"notf"')),
    ),
    [['disclosure-differs'], 1, 0],
  );
  assert.deepEqual(
    await run(
      'disclosures/3.json',
      text((all) => `${all}\n`),
    ),
    [['disclosure-malformed'], 0, 0],
  );
  assert.deepEqual(
    await run(
      'disclosures/3.json',
      text((all) => all.replace('"index":3', '"index":4')),
    ),
    [['disclosure-malformed'], 0, 0],
  );
  assert.deepEqual(await run('disclosures/3.json', () => undefined), [[], 2, 0]);
  const attachment = Array.from(SMALL_FILES.keys()).find((path) => path.startsWith('attachments/'))!;
  assert.deepEqual(await run(attachment, () => undefined), [[], 0, 1]);
  assert.deepEqual(await run(attachment, flip(0)), [['attachment-differs'], 0, 0]);
  assert.deepEqual(await run(attachment, (bytes) => Uint8Array.from([...bytes, 0])), [['attachment-differs'], 0, 0]);
});

test('forks that are kept as evidence are shown, and false evidence too', async () => {
  const key = parseVkey(SMALL.vkey, crypto);
  assert.ok(key.ok);
  const other = signCheckpoint(
    { origin: SMALL.origin, size: 24, root: bytesOf('other', 32) },
    SMALL.signer,
    SMALL.origin,
    crypto,
  );
  const fork = buildFork(checkpointOf(SMALL), other, key.key, crypto);
  assert.ok(fork.ok);
  const files = new Map(SMALL_FILES).set('forks/0.json', encodeFork(fork.evidence));
  assert.deepEqual(codes(await audit(SMALL, files, true)), ['fork']);
  assert.deepEqual(codes(await audit(SMALL, files, false)), ['fork']);
  const broken = changed(files, 'forks/0.json', flip(60));
  assert.deepEqual(codes(await audit(SMALL, broken)), ['fork-evidence-invalid']);
  assert.deepEqual(buildFork(checkpointOf(SMALL), checkpointOf(SMALL), key.key, crypto), {
    ok: false,
    reason: 'consistent',
  });
});

test('two heads of different sizes are a fork if the larger tree began otherwise', () => {
  const key = parseVkey(SMALL.vkey, crypto);
  assert.ok(key.ok);
  const hashAt = hashesOfLeaves(SMALL.hashes, crypto);
  const prefix = { root: naiveRoot(SMALL.hashes.slice(0, 9)), proof: consistencyProof(9, 24, hashAt, crypto) };
  const lie = signCheckpoint(
    { origin: SMALL.origin, size: 9, root: bytesOf('lie', 32) },
    SMALL.signer,
    SMALL.origin,
    crypto,
  );
  const fork = buildFork(checkpointOf(SMALL), lie, key.key, crypto, prefix);
  assert.ok(fork.ok && fork.evidence.notes[0] === lie);
  assert.deepEqual(buildFork(checkpointOf(SMALL), lie, key.key, crypto), { ok: false, reason: 'no-prefix-proof' });
  assert.deepEqual(buildFork(checkpointOf(SMALL), checkpointOf(SMALL, 9), key.key, crypto, prefix), {
    ok: false,
    reason: 'consistent',
  });
  const wrong = { ...prefix, root: bytesOf('y', 32) };
  assert.deepEqual(buildFork(checkpointOf(SMALL), lie, key.key, crypto, wrong), {
    ok: false,
    reason: 'bad-prefix-proof',
  });
  const stranger = signCheckpoint(
    { origin: SMALL.origin, size: 9, root: bytesOf('lie', 32) },
    signer('x'),
    SMALL.origin,
    crypto,
  );
  assert.deepEqual(buildFork(checkpointOf(SMALL), stranger, key.key, crypto, prefix), {
    ok: false,
    reason: 'no-known-signature',
  });
});

test('witnesses: appointed in the book or given, on the head or on the log of heads', async () => {
  const witness = signer('witness');
  const vkey = formatVkey(verifierKey('witness.example/w1', 4, witness.publicKey, crypto));
  const book = sampleBook(14);
  append(book, 'WitnessAppointed', { name: 'Neighbours', key: vkey });
  const note = checkpointOf(book);
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const files = exportBook(book).set(
    'checkpoint',
    Buffer.from(note + cosignatureLine(text, 'witness.example/w1', witness, 1_200_000_000, crypto)),
  );
  const heads = [
    bytesOf('another head', 60),
    encodeHeadEntry({ origin: book.origin, size: book.entries.length, root: naiveRoot(book.hashes) }),
  ];
  const hashes = heads.map((entry) => leafHash(entry, crypto));
  const headsNote = signCheckpoint(
    { origin: 'el-alto.example/heads', size: 2, root: naiveRoot(hashes) },
    signer('heads'),
    'el-alto.example/heads',
    crypto,
  );
  const cosigned =
    headsNote +
    cosignatureLine(
      headsNote.slice(0, headsNote.indexOf('\n\n') + 1),
      'witness.example/w1',
      witness,
      1_200_000_001,
      crypto,
    );
  const proof = {
    index: 1,
    hashes: inclusionProof(1, 2, hashesOfLeaves(hashes, crypto), crypto),
    checkpoint: cosigned,
  };
  files.set('heads.tlog-proof', Buffer.from(formatTlogProof(proof)));
  const report = await audit(book, files);
  assert.ok(report.ok, JSON.stringify(report.findings));
  assert.deepEqual(report.cosignatures, [
    { name: 'witness.example/w1', time: 1_200_000_000, on: 'checkpoint' },
    { name: 'witness.example/w1', time: 1_200_000_001, on: 'heads' },
  ]);
  assert.deepEqual(
    report.notices.map(({ code, place }) => [code, place]),
    [['unknown-signature', 'heads.tlog-proof']],
  );
  const wrongIndex = Buffer.from(formatTlogProof({ ...proof, index: 0 }));
  assert.deepEqual(codes(await audit(book, new Map(files).set('heads.tlog-proof', wrongIndex))), ['heads-proof-wrong']);
  const last = files.get('checkpoint')!.length - 20;
  assert.deepEqual(codes(await audit(book, changed(files, 'checkpoint', flip(last)))), ['cosignature-wrong']);
  // The same on a book that does not appoint it: unknown until somebody names it.
  const plain = sampleBook(14);
  const plainNote = checkpointOf(plain);
  const plainText = plainNote.slice(0, plainNote.indexOf('\n\n') + 1);
  const plainFiles = exportBook(plain).set(
    'checkpoint',
    Buffer.from(plainNote + cosignatureLine(plainText, 'witness.example/w1', witness, 5, crypto)),
  );
  assert.deepEqual(
    (await audit(plain, plainFiles)).notices.map(({ code }) => code),
    ['unknown-signature'],
  );
  const given = await verifyBook(readerOf(plainFiles), plain.vkey, crypto, { witnesses: [vkey] });
  assert.deepEqual(
    given.cosignatures.map(({ time }) => time),
    [5],
  );
  assert.deepEqual(codes(await verifyBook(readerOf(plainFiles), plain.vkey, crypto, { witnesses: ['x'] })), [
    'bad-key',
  ]);
});

test('a successor names its predecessor', async () => {
  const book = emptyBook('n.example/b~2');
  const data = { predecessor: 'n.example/b', size: 9, root: base64Encode(bytesOf('r', 32)) };
  append(book, 'BookSucceeded', data);
  const report = await audit(book, exportBook(book));
  assert.ok(report.ok);
  assert.deepEqual(report.predecessor, { origin: data.predecessor, size: 9, root: data.root });
});

test('work done elsewhere and ahead gives the same report', async () => {
  const progress: number[] = [];
  const files = changed(MIDDLE_FILES, 'tile/entries/001', flip(100));
  const alone = await audit(MIDDLE, files);
  const tasks: number[] = [];
  const split = await verifyBook(readerOf(files), MIDDLE.vkey, crypto, {
    ahead: 3,
    // What crosses to another thread is cloned.
    runBundle: async (task) => {
      tasks.push(task.index);
      const clone = structuredClone(task);
      await new Promise((resolve) => setTimeout(resolve, 5 - task.index));
      return structuredClone(verifyBundle(clone, crypto));
    },
    runSignatures: async (checks) => verifySealSignatures(structuredClone(checks), crypto),
    onProgress: ({ acts, of }) => progress.push(acts, of),
  });
  assert.deepEqual(split, alone);
  assert.deepEqual(tasks, [0, 1, 2]);
  assert.deepEqual(progress, [256, 600, 512, 600, 600, 600]);
});

test('no more findings than asked for', async () => {
  const files = new Map(MIDDLE_FILES);
  for (const path of files.keys())
    if (path.startsWith('tile/entries'))
      files.set(
        path,
        files.get(path)!.map((byte, i) => (i > 500 && i % 50 === 0 ? byte ^ 1 : byte)),
      );
  const report = await verifyBook(readerOf(files), MIDDLE.vkey, crypto, { maxFindings: 5 });
  assert.equal(report.findings.length, 6);
  assert.equal(report.findings.at(-1)?.code, 'too-many-findings');
});

const directory = mkdtempSync(join(tmpdir(), 'book-'));
after(() => rmSync(directory, { recursive: true }));

test('a book on disk, written by the adapter, is the one written naively', async () => {
  const range = await writeTiles(directory, MIDDLE.entries, crypto);
  assert.deepEqual(rootOf(range, crypto), naiveRoot(MIDDLE.hashes));
  for (const [path, bytes] of MIDDLE_FILES) if (!path.startsWith('tile/')) await writeBookFile(directory, path, bytes);
  const reader = openDirectory(directory);
  const paths: string[] = [];
  for await (const path of reader.list!()) paths.push(path);
  assert.deepEqual(paths.sort(), Array.from(MIDDLE_FILES.keys()).sort());
  for (const path of paths)
    assert.deepEqual(Buffer.from((await reader.read(path))!), Buffer.from(MIDDLE_FILES.get(path)!));
  assert.ok((await verifyBook(reader, MIDDLE.vkey, crypto)).ok);
  assert.equal(await reader.read('../package.json'), undefined);
  assert.equal(await reader.read('/etc/passwd'), undefined);
  assert.equal(await reader.read('tile'), undefined);
  assert.equal(await reader.read('checkpoint/x'), undefined);
});

test('attachments may lie deep in an act', async () => {
  const book = sampleBook(14);
  append(book, 'MotionTabled', { parts: [{ annex: [attach(book, 'deep')] }] });
  const files = exportBook(book);
  assert.equal((await audit(book, files)).counts.attachments, 2);
});
