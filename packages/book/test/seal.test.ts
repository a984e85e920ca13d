import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  base64Encode,
  commitTo,
  decodeDisclosureFile,
  EMPTY_RING,
  encodeDisclosureFile,
  evolveKeyRing,
  type Json,
  type KeyRing,
  keyReplacementText,
  type Leaf,
  signKeyReplacement,
  utf8Encode,
  verifyDisclosure,
  verifySeal,
} from '../src/index.ts';
import { ringAt } from '../src/key-ring.ts';
import {
  append,
  bytesOf,
  CONVENER,
  crypto,
  emptyBook,
  found,
  officerData,
  PRESIDENT,
  SECRETARY,
  seal,
  signer,
  type TestBook,
} from './fixtures.ts';

function ringAfter(book: TestBook, upTo = book.leaves.length): KeyRing {
  return book.leaves.slice(0, upTo).reduce((ring: KeyRing, leaf) => {
    const evolved = evolveKeyRing(ring, leaf, crypto);
    assert.ok(evolved.ok, `${leaf.index} ${leaf.act}`);
    return evolved.ring;
  }, EMPTY_RING);
}

/** The outcome of sealing act `index` now. */
function outcome(book: TestBook, index: number, officers: number, ...by: (typeof PRESIDENT)[]): string {
  const at = seal(book, index, officers, ...by);
  const verified = verifySeal(book.leaves[at]!, book.hashes[index], ringAfter(book, at), crypto);
  return verified.ok ? 'ok' : verified.reason;
}

function foundedBook(): TestBook {
  const book = emptyBook('n.example/b');
  found(book, 'base');
  append(book, 'MinutesApproved', {});
  return book;
}

test('a seal needs enough signatures by distinct enrolled keys of distinct offices', () => {
  const book = foundedBook();
  assert.equal(outcome(book, 3, 1, PRESIDENT, SECRETARY), 'ok');
  assert.equal(outcome(book, 3, 1, PRESIDENT), 'too-few-signatures');
  assert.equal(outcome(book, 3, 1, PRESIDENT, PRESIDENT), 'too-few-signatures');
  assert.equal(outcome(book, 3, 1), 'too-few-signatures');
  assert.equal(outcome(book, 3, 1, PRESIDENT, { ...SECRETARY, signer: PRESIDENT.signer }), 'key-not-enrolled');
  assert.equal(outcome(book, 3, 1, PRESIDENT, { office: 'secretary', signer: signer('stranger') }), 'key-not-enrolled');
  assert.equal(outcome(book, 3, 0, CONVENER), 'keys-not-in-force');
  assert.equal(outcome(book, 3, 2, PRESIDENT, SECRETARY), 'keys-not-in-force');
});

test('one person with two offices does not seal alone', () => {
  const book = emptyBook('n.example/b');
  const both = [PRESIDENT, { office: 'secretary', signer: PRESIDENT.signer }];
  append(book, 'OfficersElected', { officers: officerData(...both), signaturesNeeded: 2 });
  append(book, 'MinutesApproved', {});
  assert.equal(outcome(book, 1, 0, ...both), 'too-few-signatures');
});

test('a seal over another act, a later act, another leaf or with a broken signature does not hold', () => {
  const book = foundedBook();
  const at = seal(book, 3, 1, PRESIDENT, SECRETARY);
  const leaf = book.leaves[at]!;
  const ring = ringAfter(book);
  const reason = (data: { [name: string]: Json }, hash = book.hashes[3]) => {
    const verified = verifySeal({ ...leaf, data: { ...leaf.data, ...data } } as Leaf, hash, ring, crypto);
    return verified.ok ? 'ok' : verified.reason;
  };
  assert.equal(reason({}), 'ok');
  assert.equal(reason({}, book.hashes[2]), 'other-leaf');
  assert.equal(reason({}, new Uint8Array(0)), 'other-leaf');
  assert.equal(reason({ index: at }), 'seals-later-act');
  assert.equal(reason({ index: 2, leaf: base64Encode(book.hashes[2]!) }, book.hashes[2]), 'bad-seal-signature');
  assert.equal(reason({ signatures: 'none' }), 'malformed-seal');
  assert.equal(reason({ signatures: [null] }), 'malformed-seal');
  assert.equal(reason({ leaf: 'short' }), 'malformed-seal');
  assert.equal(reason({ officers: -1 }), 'malformed-seal');
});

test('an election replaces all keys; those before it may seal that election and nothing more', () => {
  const book = foundedBook();
  const [p2, s2] = [
    { office: 'presidium', signer: signer('p2') },
    { office: 'secretary', signer: signer('s2') },
  ];
  const election = append(book, 'OfficersElected', { officers: officerData(p2, s2), signaturesNeeded: 2 });
  assert.equal(outcome(book, election, 1, PRESIDENT, SECRETARY), 'ok');
  assert.equal(outcome(book, 3, 1, PRESIDENT, SECRETARY), 'keys-not-in-force');
  assert.equal(outcome(book, 3, election, p2, s2), 'ok');
  assert.equal(outcome(book, election, election, p2, s2), 'ok');
});

test('a replaced key is replaced only with the old key’s signature, and only one that is enrolled', () => {
  const book = foundedBook();
  const fresh = { office: 'secretary', signer: signer('fresh') };
  const [oldKey, newKey] = [base64Encode(SECRETARY.signer.publicKey), base64Encode(fresh.signer.publicKey)];
  const signature = signKeyReplacement(book.origin, 'secretary', newKey, SECRETARY.signer);
  const data = { office: 'secretary', oldKey, newKey, signature };
  const ring = ringAfter(book);
  const reason = (change: object) => {
    const evolved = evolveKeyRing(
      ring,
      { ...book.leaves[3]!, act: 'OfficerKeyReplaced', data: { ...data, ...change } },
      crypto,
    );
    return evolved.ok ? 'ok' : evolved.reason;
  };
  assert.equal(reason({}), 'ok');
  assert.equal(reason({ office: 'presidium' }), 'key-not-enrolled');
  assert.equal(reason({ oldKey: newKey }), 'key-not-enrolled');
  assert.equal(reason({ newKey: oldKey }), 'bad-replacement-signature');
  assert.equal(reason({ signature: base64Encode(new Uint8Array(64)) }), 'bad-replacement-signature');
  assert.equal(reason({ newKey: 'x' }), 'malformed-enrolment');
  append(book, 'OfficerKeyReplaced', data);
  assert.equal(outcome(book, 3, 1, PRESIDENT, SECRETARY), 'key-not-enrolled');
  assert.equal(outcome(book, 3, 1, PRESIDENT, fresh), 'ok');
});

test('a lost key is restored by as many of the other offices as make a seal, and by nobody else', () => {
  const book = foundedBook();
  const fresh = { office: 'secretary', signer: signer('fresh') };
  const [oldKey, newKey] = [base64Encode(SECRETARY.signer.publicKey), base64Encode(fresh.signer.publicKey)];
  const signs = (signer: typeof PRESIDENT.signer, office = 'presidium') => {
    const text = utf8Encode(keyReplacementText(book.origin, 'secretary', oldKey, newKey));
    return { key: base64Encode(signer.publicKey), office, signature: base64Encode(signer.sign(text)) };
  };
  const data = { office: 'secretary', oldKey, newKey, signatures: [signs(PRESIDENT.signer)] };
  const ring = ringAfter(book);
  const reason = (change: object) => {
    const leaf = { ...book.leaves[3]!, act: 'OfficerKeyRestored', data: { ...data, ...change } };
    const evolved = evolveKeyRing(ring, leaf as Leaf, crypto);
    return evolved.ok ? 'ok' : evolved.reason;
  };
  const others = (ring.current?.keys.length ?? 0) - 1;
  assert.equal(reason({}), others > 1 ? 'too-few-signatures' : 'ok');
  assert.equal(reason({ signatures: [] }), 'too-few-signatures');
  assert.equal(reason({ signatures: [signs(SECRETARY.signer, 'secretary')] }), 'key-not-enrolled');
  assert.equal(reason({ signatures: [signs(fresh.signer)] }), 'key-not-enrolled');
  const [forged] = [{ ...signs(PRESIDENT.signer), signature: base64Encode(new Uint8Array(64)) }];
  assert.equal(reason({ signatures: [forged] }), 'bad-replacement-signature');
  assert.equal(reason({ oldKey: newKey }), 'key-not-enrolled');
  assert.equal(reason({ signatures: 1 }), 'malformed-enrolment');
});

test('recalled before the term begins an officer’s key never signs, and the keys in force stay', () => {
  const book = foundedBook();
  const ring = ringAfter(book);
  const [p2, s2] = [
    { office: 'presidium', signer: signer('p2') },
    { office: 'secretary', signer: signer('s2') },
  ];
  const first = book.leaves[0]!;
  const evolved = (from: typeof ring, act: string, data: object, at = first.at) => {
    const next = evolveKeyRing(from, { ...first, act, at, data: data as Leaf['data'] }, crypto);
    assert.ok(next.ok);
    return next.ring;
  };
  const later = '2099-01-01T00:00:00Z';
  const elected = { officers: officerData(p2, s2), signaturesNeeded: 2, from: later };
  const waiting = evolved(ring, 'OfficersElected', elected);
  const recalled = evolved(waiting, 'OfficerRecalled', { office: 'secretary', later: true });
  const offices = (one: typeof ring) => one.current?.keys.map(({ office }) => office);
  assert.deepEqual(offices(recalled), offices(ring));
  assert.deepEqual(offices(ringAt(recalled, later)), ['presidium']);
  const nobody = evolved(recalled, 'OfficerRecalled', { office: 'presidium', later: true });
  assert.deepEqual(offices(ringAt(nobody, later)), offices(ring));
  const serving = evolved(waiting, 'OfficerRecalled', { office: 'secretary' });
  assert.deepEqual(offices(ringAt(serving, later)), ['presidium', 'secretary']);
});

test('a second founding and malformed enrolments enrol nobody', () => {
  const book = foundedBook();
  const ring = ringAfter(book);
  const reason = (act: string, data: object, from = ring) => {
    const evolved = evolveKeyRing(from, { ...book.leaves[0]!, act, data: data as Leaf['data'] }, crypto);
    return evolved.ok ? 'ok' : evolved.reason;
  };
  assert.equal(reason('BodyFounded', book.leaves[0]!.data), 'founded-twice');
  assert.equal(reason('BodyFounded', { convener: 'me' }, EMPTY_RING), 'malformed-enrolment');
  assert.equal(reason('OfficersElected', { officers: [], signaturesNeeded: 0 }), 'malformed-enrolment');
  assert.equal(reason('OfficersElected', { officers: [1], signaturesNeeded: 1 }), 'malformed-enrolment');
  assert.equal(
    reason('OfficersElected', { officers: [{ office: 'a', holder: 'b', key: 'c' }], signaturesNeeded: 1 }),
    'malformed-enrolment',
  );
});

test('a disclosure is bound to book, act, slot, salt and content', () => {
  const place = { origin: 'n.example/b', index: 7, slot: 'names' };
  const salt = bytesOf('salt', 32);
  const disclosure = { names: ['Ñusta', 'b'] };
  const commit = commitTo(place, salt, disclosure, crypto);
  const open = { salt: base64Encode(salt), disclosure };
  assert.ok(verifyDisclosure(place, commit, open, crypto));
  assert.ok(!verifyDisclosure({ ...place, origin: 'n.example/c' }, commit, open, crypto));
  assert.ok(!verifyDisclosure({ ...place, index: 8 }, commit, open, crypto));
  assert.ok(!verifyDisclosure({ ...place, slot: 'name' }, commit, open, crypto));
  assert.ok(!verifyDisclosure(place, commit, { ...open, salt: base64Encode(bytesOf('other', 32)) }, crypto));
  assert.ok(!verifyDisclosure(place, commit, { ...open, salt: 'short' }, crypto));
  assert.ok(!verifyDisclosure(place, commit, { ...open, disclosure: { names: ['b', 'Ñusta'] } }, crypto));
  assert.throws(() => commitTo({ ...place, slot: 'a\nb' }, salt, disclosure, crypto), RangeError);
});

test('a disclosure file is canonical or refused', () => {
  const file = { index: 7, slots: { a: { salt: base64Encode(bytesOf('s', 32)), disclosure: null } } };
  const bytes = encodeDisclosureFile(file);
  assert.deepEqual(decodeDisclosureFile(bytes), file);
  for (const other of [
    { index: 7 },
    { ...file, x: 1 },
    { index: '7', slots: {} },
    { index: 7, slots: [] },
    { index: 7, slots: { a: {} } },
    { index: 7, slots: { a: { salt: 'x', disclosure: 1 } } },
    [],
  ]) {
    assert.equal(decodeDisclosureFile(utf8Encode(JSON.stringify(other))), undefined);
  }
  assert.equal(decodeDisclosureFile(utf8Encode(JSON.stringify(file, null, 1))), undefined);
});
