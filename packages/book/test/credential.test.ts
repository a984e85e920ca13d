import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  base64Encode,
  type Credential,
  encodeCredential,
  type ProvenAct,
  signKeyReplacement,
  successorOrigin,
  type VerifiedCredential,
  verifyCredential,
} from '../src/index.ts';
import { credentialOf, federation, headProof, proven, SEEN_AT } from './credential-fixtures.ts';
import {
  append,
  checkpointOf,
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

// biome-ignore lint/suspicious/noExplicitAny: these tests take credentials apart in every way
type Loose = any;

const AT = '2005-07-02T00:00:00Z';
const FED = federation(5);
const ROOT = FED.books[0]!.vkey;
const GOOD = credentialOf(FED);

const TOP = 'node0.example/tier-0';

const verify = (credential: unknown, root = ROOT, at = AT) => verifyCredential(credential, root, crypto, { at });
const failed = (report: VerifiedCredential) => report.checks.filter(({ ok }) => !ok).map(({ name }) => name);
const copy = (): Loose => structuredClone(GOOD);
/** The checks that fail once `change` has been made to a good credential. */
function failing(change: (credential: Loose) => void, at = AT): string[] {
  const credential = copy();
  change(credential);
  const report = verify(credential, ROOT, at);
  assert.equal(report.ok, failed(report).length === 0);
  return failed(report);
}

function replaceAt(root: Loose, path: readonly string[], make: (old: Loose) => unknown): unknown {
  if (path.length === 0) return make(root);
  const target = path.slice(0, -1).reduce((inner, key) => inner[key], root);
  const key = path.at(-1)!;
  const value = make(target[key]);
  if (value === undefined) delete target[key];
  else target[key] = value;
  return root;
}

/** An act of a book as a credential has it. */
function provenText(book: TestBook, index: number): Loose {
  const { entry, proof } = proven(book, index);
  return { index, leaf: new TextDecoder().decode(entry), proof: proof.map(base64Encode) };
}

const set = (credential: Loose, path: readonly string[], value: unknown) => replaceAt(credential, path, () => value);

function setSeat(credential: Loose, seat: number): void {
  set(credential, ['seat', 'seat'], seat);
  set(credential, ['links', '0', 'seat'], seat);
}

test('a credential of five tiers', () => {
  const report = verify(encodeCredential(GOOD));
  assert.deepEqual(failed(report), []);
  assert.ok(report.ok);
  assert.deepEqual(report.seat, { above: 'node0.example/tier-0', below: 'node1.example/tier-1', seat: 2 });
  assert.equal(report.holder, 'node0.example/tier-2#2');
  assert.equal(report.alternate, 'm-cccccccccccccccc');
  assert.deepEqual(report.term, { from: '2005-06-08T00:00:00Z', until: '2006-06-08T00:00:00Z' });
  assert.equal(report.heads.length, 5);
  for (const head of report.heads) {
    assert.equal(head.ageBy, 'witnessed');
    assert.equal(head.age, 86_400);
    assert.deepEqual(head.witnesses, [{ name: 'witness.example/w1', time: SEEN_AT }]);
  }
  assert.deepEqual(
    report.caveats.map((caveat) => caveat.split(':')[0]),
    ['no-later-acts', 'book-not-hall'],
  );
  assert.deepEqual(verify(GOOD), report);
});

test('one tier, without witnesses and without the hand-over: it holds, and says what it does not show', () => {
  const fed = federation(2);
  const report = verify(credentialOf(fed, { witnessed: false, handover: false }), fed.books[0]!.vkey);
  assert.deepEqual(failed(report), []);
  assert.equal(report.holder, 'm-bbbbbbbbbbbbbbbb');
  assert.deepEqual(
    report.heads.map(({ ageBy }) => ageBy),
    ['self-declared', 'self-declared'],
  );
  // Age by the last act shown of the book: act 4, the seal, 14:04.
  assert.equal(report.heads[1]!.age, Date.parse(AT) / 1000 - Date.parse('2005-06-08T14:04:00Z') / 1000);
  const codes = report.caveats.map((caveat) => caveat.split(':')[0]);
  assert.ok(codes.includes('officers-unattested') && codes.includes('self-declared-age'));
});

test('another root key, another time', () => {
  assert.deepEqual(failed(verify(GOOD, FED.books[1]!.vkey)), ['root-key']);
  assert.deepEqual(failed(verify(GOOD, 'nonsense')), ['root-key']);
  const stranger = federation(2).books[0]!;
  assert.equal(stranger.vkey, ROOT);
  assert.deepEqual(
    failing(() => {}, '2005-06-07T23:59:59Z'),
    ['1.term', '2.term', '3.term', '4.term'],
  );
  assert.deepEqual(
    failing(() => {}, '2006-06-08T00:00:00Z'),
    ['1.term', '2.term', '3.term', '4.term'],
  );
  assert.deepEqual(
    failing(() => {}, '2006-06-07T23:59:59Z'),
    [],
  );
  assert.throws(() => verify(GOOD, ROOT, 'yesterday'), RangeError);
  const early = verify(GOOD, ROOT, '2005-06-09T00:00:00Z');
  assert.ok(early.caveats.some((caveat) => caveat.startsWith('head-from-later')));
});

test('every kind of change is named', () => {
  const proofless = (act: Loose) => {
    act.proof[0] = base64Encode(new Uint8Array(32));
  };
  assert.deepEqual(failing((c) => proofless(c.links[0].acts.affiliation)).slice(0, 3), [
    '1.affiliation',
    '1.lower-key',
    '1.entitlement',
  ]);
  assert.deepEqual(
    failing((c) => proofless(c.links[3].acts.founded)),
    ['4.founded'],
  );
  assert.deepEqual(
    failing((c) => proofless(c.links[3].acts.officers)),
    ['4.officers'],
  );
  assert.deepEqual(
    failing((c) => proofless(c.links[3].acts.election)),
    ['4.election'],
  );
  assert.deepEqual(
    failing((c) => proofless(c.links[3].acts.seal)),
    ['4.seal'],
  );
  assert.deepEqual(
    failing((c) => proofless(c.links[3].acts.handover[0])),
    ['4.handover.1'],
  );
  assert.deepEqual(
    failing((c) => proofless(c.witnesses[0])),
    ['witness.1'],
  );
  assert.deepEqual(
    failing((c) => set(c, ['seat', 'seat'], 1)),
    ['chain'],
  );
  assert.deepEqual(
    failing((c) => setSeat(c, 1)),
    ['1.next-seat'],
  );
  assert.deepEqual(
    failing((c) => setSeat(c, 3)),
    ['1.holder'],
  );
  assert.deepEqual(
    failing((c) => setSeat(c, 4)),
    ['1.entitlement', '1.holder'],
  );
  assert.deepEqual(
    failing((c) => setSeat(c, 0)),
    ['1.entitlement', '1.holder'],
  );
  assert.deepEqual(
    failing((c) => c.links.pop()),
    ['3.next-seat'],
  );
  assert.deepEqual(
    failing((c) => c.links.shift()),
    ['chain'],
  );
  assert.deepEqual(
    failing((c) => c.links.splice(1, 1)),
    ['chain'],
  );
  assert.deepEqual(
    failing((c) => c.links.push(c.links[0])),
    ['chain'],
  );
  assert.ok(failing((c) => delete c.books['node0.example/tier-4']).includes('book:node0.example/tier-4'));
  assert.deepEqual(
    failing((c) => set(c, ['links', '0', 'acts', 'seal'], c.links[0].acts.election)),
    ['1.seal'],
  );
  assert.deepEqual(
    failing((c) => set(c, ['links', '0', 'acts', 'founded'], c.links[1].acts.founded)),
    ['1.founded'],
  );
  assert.deepEqual(
    failing((c) => set(c, ['books', TOP, 'head', 'index'], 0)),
    ['head:node0.example/tier-0'],
  );
  assert.deepEqual(
    failing((c) => set(c, ['books', TOP, 'head'], c.books['node0.example/tier-2'].head)),
    ['head:node0.example/tier-0'],
  );
  // Another node's log of heads proves nothing.
  assert.deepEqual(
    failing((c) => set(c, ['books', TOP, 'head'], c.books['node1.example/tier-1'].head)),
    ['head:node0.example/tier-0'],
  );
});

test('a leaf with another content, even a well-formed one, is not in the book', () => {
  for (const [what, from, to] of [
    ['election', '"seat":2', '"seat":3'],
    ['affiliation', '"entitlement":3', '"entitlement":9'],
    ['officers', '"signaturesNeeded":2', '"signaturesNeeded":1'],
  ] as const) {
    const names = failing((c) => {
      const act = c.links[0].acts[what];
      assert.ok(act.leaf.includes(from));
      act.leaf = act.leaf.replace(from, to);
    });
    assert.ok(names.includes(`1.${what}`), names.join());
  }
});

test('seals that do not hold', () => {
  const build = (
    write: (fed: ReturnType<typeof federation>) => { election?: number; seal: number; officers?: number },
  ) => {
    const fed = federation(2);
    const below = fed.books[1]!;
    const { election = fed.elections[0]!.election, seal, officers = 1 } = write(fed);
    const credential: Loose = structuredClone(credentialOf({ ...fed, elections: [{ election, seal }] }));
    const link = credential.links[0];
    link.acts.officers = plain(below, officers);
    return { names: failed(verify(credential, fed.books[0]!.vkey)), report: verify(credential, fed.books[0]!.vkey) };
  };
  const plain = (book: Loose, index: number): ProvenAct => {
    const { entry, proof, ...act } = proven(book, index);
    return { ...act, leaf: new TextDecoder().decode(entry), proof: proof.map(base64Encode) };
  };
  assert.deepEqual(build((fed) => ({ seal: seal(fed.books[1]!, fed.elections[0]!.election, 1, PRESIDENT) })).names, [
    '1.sealed',
    '1.sealed-by-officers',
  ]);
  const forged = { office: 'secretary', signer: { ...SECRETARY.signer, sign: () => new Uint8Array(64) } };
  assert.deepEqual(
    build((fed) => ({ seal: seal(fed.books[1]!, fed.elections[0]!.election, 1, PRESIDENT, forged) })).names,
    ['1.sealed', '1.sealed-by-officers'],
  );
  assert.deepEqual(build((fed) => ({ seal: seal(fed.books[1]!, 0, 1, PRESIDENT, SECRETARY) })).names, [
    '1.sealed',
    '1.sealed-by-officers',
  ]);
  // Officers whom nobody but the node elected: their own seal holds, and the credential says that nothing attests them.
  const invented = build((fed) => {
    const below = fed.books[1]!;
    const two = [
      { office: 'presidium', signer: signer('i1') },
      { office: 'secretary', signer: signer('i2') },
    ];
    const officers = append(below, 'OfficersElected', { officers: officerData(...two), signaturesNeeded: 2 });
    return { officers, seal: seal(below, fed.elections[0]!.election, officers, ...two) };
  });
  // The hand-over shown is of the first election, which is not shown: it attests nothing.
  assert.deepEqual(invented.names, ['1.handover-seal']);
  assert.ok(invented.report.caveats.some((caveat) => caveat.startsWith('officers-unattested')));
  const lapsed = build((fed) => {
    const below = fed.books[1]!;
    const officers = append(below, 'OfficersElected', {
      officers: officerData(PRESIDENT, SECRETARY),
      signaturesNeeded: 2,
      until: '2005-06-08T14:00:00Z',
    });
    return { officers, seal: seal(below, fed.elections[0]!.election, officers, PRESIDENT, SECRETARY) };
  });
  assert.ok(lapsed.names.includes('1.officers-term'));
});

test('a base whose book goes on from another: the founding is act 1, after the act that says so', () => {
  const fed = federation(3, 2, true);
  const good = credentialOf(fed);
  const report = verify(encodeCredential(good), fed.books[0]!.vkey);
  assert.deepEqual(failed(report), []);
  assert.ok(report.caveats.some((caveat) => caveat.startsWith('successor: node0.example/tier-2~2 goes on from')));
  const failing = (change: (acts: Loose) => void): string[] => {
    const credential: Loose = structuredClone(good);
    change(credential.links[1].acts);
    return failed(verify(credential, fed.books[0]!.vkey));
  };
  assert.deepEqual(
    failing((acts) => delete acts.succeeded),
    ['2.founding-first'],
  );
  assert.deepEqual(
    failing((acts) => {
      acts.succeeded = acts.founded;
    }),
    ['2.succeeded', '2.founding-first'],
  );
  assert.deepEqual(
    failing((acts) => {
      acts.succeeded = 7;
    }),
    ['format'],
  );
});

test('a book of that name alone goes on from nothing: what its first act says must be the book before it', () => {
  const failing = (origin: string, data: Loose): string[] => {
    const fed = federation(2);
    const [top, base] = [fed.books[0]!, emptyBook(origin)];
    append(base, 'BookSucceeded', data);
    found(base, 'base');
    const seats = [{ seat: 2, holder: 'm-bbbbbbbbbbbbbbbb' }];
    const term = { from: '2005-06-08T00:00:00Z', until: '2006-06-08T00:00:00Z' };
    const election = append(base, 'DelegatesElected', { to: top.origin, ...term, seats });
    const sealed = seal(base, election, 2, PRESIDENT, SECRETARY);
    const admitted = append(top, 'AffiliationAdmitted', { below: origin, key: base.vkey, entitlement: 2 });
    const credential: Loose = credentialOf(
      { ...fed, books: [top, base], elections: [{ election, seal: sealed }], affiliations: [admitted] },
      { witnessed: false },
    );
    const { acts } = credential.links[0];
    acts.succeeded = JSON.parse(JSON.stringify({ ...acts.founded, ...provenText(base, 0) }));
    acts.founded = { ...acts.founded, ...provenText(base, 1) };
    acts.officers = { ...acts.officers, ...provenText(base, 2) };
    delete acts.handover;
    return failed(verify(credential, top.vkey));
  };
  const root = base64Encode(new Uint8Array(32));
  const other = { predecessor: 'node1.example/other', size: 9, root };
  assert.deepEqual(failing('node1.example/tier-1~2', other), ['1.founding-first']);
  const own = { predecessor: 'node1.example/tier-1', size: 9, root };
  assert.deepEqual(failing('node1.example/tier-1', own), ['1.founding-first']);
  assert.deepEqual(failing('node1.example/tier-1~2', own), []);
});

test('delegates who were sent to a book are in the successor of that book', () => {
  const fed = federation(2);
  const [top, base] = [fed.books[0]!, fed.books[1]!];
  const next = emptyBook(successorOrigin(top.origin));
  append(next, 'BookSucceeded', { predecessor: top.origin, size: 9, root: base64Encode(new Uint8Array(32)) });
  found(next, 'delegate');
  const admitted = append(next, 'AffiliationAdmitted', { below: base.origin, key: base.vkey, entitlement: 3 });
  const report = verify(
    credentialOf({ ...fed, books: [next, base], affiliations: [admitted] }, { witnessed: false }),
    next.vkey,
  );
  assert.deepEqual(failed(report), []);
});

test('officers who were handed the office by those before them, and a replaced key', () => {
  const fed = federation(2);
  const [top, below] = fed.books as [Loose, Loose];
  const two = [
    { office: 'presidium', signer: signer('p2') },
    { office: 'secretary', signer: signer('s2') },
  ];
  const officers = append(below, 'OfficersElected', { officers: officerData(...two), signaturesNeeded: 2 });
  const handover = seal(below, officers, 1, PRESIDENT, SECRETARY);
  const fresh = { office: 'secretary', signer: signer('s3') };
  const [oldKey, newKey] = [base64Encode(two[1]!.signer.publicKey), base64Encode(fresh.signer.publicKey)];
  const signature = signKeyReplacement(below.origin, 'secretary', newKey, two[1]!.signer);
  const replaced = append(below, 'OfficerKeyReplaced', { office: 'secretary', oldKey, newKey, signature });
  const sealed = seal(below, fed.elections[0]!.election, officers, two[0]!, fresh);
  const credential: Loose = structuredClone(
    credentialOf({ ...fed, elections: [{ ...fed.elections[0]!, seal: sealed }] }),
  );
  const act = (index: number): ProvenAct => {
    const { entry, proof, ...rest } = proven(below, index);
    return { ...rest, leaf: new TextDecoder().decode(entry), proof: proof.map(base64Encode) };
  };
  credential.links[0].acts.officers = act(officers);
  credential.links[0].acts.handover = [act(1), act(2), act(handover)];
  credential.keyReplacements = [act(replaced)];
  const report = verify(credential, top.vkey);
  assert.deepEqual(failed(report), []);
  assert.ok(!report.caveats.some((caveat) => caveat.startsWith('officers-unattested')));
  const without = structuredClone(credential);
  delete without.keyReplacements;
  assert.deepEqual(failed(verify(without, top.vkey)), ['1.sealed', '1.sealed-by-officers']);
  const gap = structuredClone(credential);
  gap.links[0].acts.handover = [act(1), act(handover)];
  const unattested = verify(gap, top.vkey);
  assert.deepEqual(failed(unattested), []);
  assert.ok(unattested.caveats.some((caveat) => caveat.startsWith('officers-unattested')));
});

test('a node is not its own witness, and a witness that nobody appointed counts for nothing', () => {
  const fed = federation(2);
  const credential = credentialOf(fed);
  const none = verify({ ...credential, witnesses: [] }, fed.books[0]!.vkey);
  assert.ok(none.ok);
  assert.deepEqual(
    none.heads.map(({ ageBy }) => ageBy),
    ['self-declared', 'self-declared'],
  );
  const books: Loose = structuredClone(credential.books);
  const { index, hashes, heads } = headProof(fed.books[0]!, fed.books[0]!.signer);
  books['node0.example/tier-0'].head = { index, proof: hashes.map(base64Encode), heads };
  const own = verify({ ...credential, books }, fed.books[0]!.vkey);
  assert.equal(own.heads[0]!.ageBy, 'self-declared');
});

test('a head over another tree, signed by the right key', () => {
  const names = failing((c) => {
    const book = FED.books[4]!;
    c.books[book.origin] = { checkpoint: checkpointOf(book, book.entries.length - 1) };
  });
  assert.ok(names.includes('4.founded') && names.includes('4.election'));
});

test('hostile input is refused, never an error', () => {
  const text = encodeCredential(GOOD);
  for (const source of [
    '',
    'null',
    '[]',
    '{}',
    '{"format":"cabildo-credential/1"}',
    text.slice(0, -1),
    '['.repeat(10_000),
    null,
    undefined,
    7,
    [],
    () => 1,
    '"x"',
    'x'.repeat(5_000_000),
  ]) {
    assert.deepEqual(failed(verify(source)), ['format'], String(source).slice(0, 20));
  }
  assert.deepEqual(
    failing((c) => set(c, ['links'], Array(17).fill(c.links[0]))),
    ['format'],
  );
  assert.deepEqual(
    failing((c) => set(c, ['witnesses'], Array(65).fill(c.witnesses[0]))),
    ['format'],
  );
  assert.deepEqual(
    failing((c) => set(c, ['links', '0', 'acts', 'seal', 'leaf'], '\ud800')),
    ['format'],
  );
});

/** Every path to a value inside a credential. */
function* paths(value: unknown, at: string[] = []): Generator<string[]> {
  yield at;
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* paths(inner, [...at, key]);
  }
}

const PATHS = Array.from(paths(GOOD));

test('whatever is put anywhere in a credential, verification ends with a report', () => {
  const junk = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(undefined, '__proto__', '', -1, 1e308, {}, [], null, 'constructor', '\ud800'),
  );
  fc.assert(
    fc.property(fc.nat(PATHS.length - 1), junk, (which, value) => {
      const report = verify(replaceAt(copy(), PATHS[which]!, () => value));
      return report.ok === (failed(report).length === 0);
    }),
    { numRuns: 300 },
  );
});

test('one changed character of any string that matters is noticed', () => {
  const strings = PATHS.filter((path) => typeof path.reduce((inner: Loose, key) => inner[key], GOOD) === 'string');
  // The heads' own log signature and the name in it are not looked at: the cosignature covers the text.
  fc.assert(
    fc.property(fc.constantFrom(...strings), fc.nat(), (path, where) => {
      const credential = replaceAt(copy(), path, (text: string) => {
        const at = where % text.length;
        const code = text.charCodeAt(at);
        return text.slice(0, at) + String.fromCharCode(code === 0x2014 ? 0x2d : code ^ 1) + text.slice(at + 1);
      }) as Credential;
      const report = verify(credential);
      if (!report.ok) return true;
      // Cosignature lines may become those of somebody unknown: then the head is no longer witnessed.
      return path.at(-1) === 'heads';
    }),
    { numRuns: 300 },
  );
});
