// Officers whom other bodies attest: what a stranger verifies with the file and one key.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  base64Encode,
  isObjectionSigned,
  type Json,
  signRecoveryObjection,
  verifyBook,
  verifyCredential,
} from '../src/index.ts';
import { credentialOf, federation, proven } from './credential-fixtures.ts';
import {
  append,
  checkpointOf,
  crypto,
  emptyBook,
  exportBook,
  found,
  officerData,
  PRESIDENT,
  readerOf,
  SECRETARY,
  seal,
  signer,
  type TestBook,
} from './fixtures.ts';

const NEW = [
  { office: 'presidium', signer: signer('new president') },
  { office: 'secretary', signer: signer('new secretary') },
] as const;
const AT = '2005-07-20T00:00:00Z';
const DUE = '2005-07-10T00:00:00Z';

interface Play {
  readonly due?: string;
  /** What the second body attests by: the leaf of the election, or of another act. */
  readonly attests?: number;
  readonly sealed?: boolean;
}

/** A base whose officers before never signed; the assembly above and a neighbour attest the election, and it sends a delegate. */
function played({ due = DUE, attests, sealed = true }: Play = {}) {
  const fed = federation(2);
  const [above, below] = fed.books as [TestBook, TestBook];
  const neighbour = emptyBook('node2.example/neighbour');
  found(neighbour, 'base');
  const request = append(below, 'AffiliationRequested', { vote: 1, to: above.origin, toKey: above.vkey });
  const witnesses = [{ book: neighbour.origin, index: 3 }];
  const provenAct = append(below, 'BodyProven', { minutes: 1, witnesses });
  const officers = append(below, 'OfficersElected', { officers: officerData(...NEW), signaturesNeeded: 2 });
  const bodies = [above, neighbour].map((book, i) => {
    const leaf = base64Encode(below.hashes[i === 1 ? (attests ?? officers) : officers] as Uint8Array);
    const election = { book: below.origin, index: officers };
    const index = append(book, 'ElectionAttested', { election, leaf, signatures: 40 });
    const sealedBy = sealed || i === 0 ? seal(book, index, 1, PRESIDENT, SECRETARY) : 2;
    const known = i === 0 ? 'above' : 'neighbour';
    return { book, index, sealedBy, named: { book: book.origin, index, known, key: book.vkey, signatures: 40 } };
  });
  const data = { election: officers, bodies: bodies.map(({ named }) => named), objectors: 2, due };
  const claim = append(below, 'RecoveryClaimed', data as unknown as { [name: string]: Json });
  const election = append(below, 'DelegatesElected', below.leaves[fed.elections[0]?.election ?? 0]?.data ?? {});
  const by = seal(below, election, officers, ...NEW);
  const act = (index: number) => proven(below, index);
  const file = JSON.parse(JSON.stringify(shown()));
  return { fed, below, claim, officers, file, root: above.vkey, bodies };

  function shown() {
    const made = credentialOf(
      { ...fed, elections: [{ election, seal: by }] },
      { witnessed: false, handover: false },
    ) as unknown as { books: Record<string, unknown>; links: { acts: Record<string, unknown> }[] };
    made.books[neighbour.origin] = { checkpoint: checkpointOf(neighbour) };
    const acts = made.links[0]?.acts ?? {};
    acts.officers = entry(act(officers));
    acts.handover = [entry(act(1)), entry(act(2))];
    acts.recovery = {
      claim: entry(act(claim)),
      bodies: bodies.map(({ book, index, sealedBy }, i) => ({
        known: entry(act(i === 0 ? request : provenAct)),
        founded: entry(proven(book, 0)),
        officers: entry(proven(book, 1)),
        handover: [entry(proven(book, 2))],
        attested: entry(proven(book, index)),
        seal: entry(proven(book, sealedBy)),
      })),
    };
    return made;
  }
}

const entry = ({ book, index, entry: bytes, proof }: ReturnType<typeof proven>) => ({
  book,
  index,
  proof: proof.map(base64Encode),
  leaf: new TextDecoder().decode(bytes),
});

const failing = (file: unknown, root: string, at = AT): string[] =>
  verifyCredential(file, root, crypto, { at })
    .checks.filter(({ ok }) => !ok)
    .map(({ name }) => name);

test('officers whom two bodies attest are accepted, and the file says on whose word', () => {
  const { file, root } = played();
  const report = verifyCredential(file, root, crypto, { at: AT });
  assert.deepEqual(failing(file, root), []);
  assert.ok(report.ok);
  const codes = report.caveats.map((one) => one.slice(0, one.indexOf(':')));
  assert.ok(codes.includes('officers-recovered') && !codes.includes('officers-unattested'), codes.join(' '));
  const bare = structuredClone(file);
  delete bare.links[0].acts.recovery;
  const unattested = verifyCredential(bare, root, crypto, { at: AT }).caveats;
  assert.ok(unattested.some((one) => one.startsWith('officers-unattested:')));
});

test('one body is not enough, nor one that attests another act, has not sealed it, or speaks before the day', () => {
  const { file, root } = played();
  const alone = structuredClone(file);
  alone.links[0].acts.recovery.bodies.pop();
  assert.deepEqual(failing(alone, root), ['1.recovery-bodies']);
  const twice = structuredClone(file);
  twice.links[0].acts.recovery.bodies[1] = twice.links[0].acts.recovery.bodies[0];
  assert.deepEqual(failing(twice, root), ['1.recovery-bodies']);
  const other = played({ attests: 1 });
  assert.deepEqual(failing(other.file, other.root), ['1.recovery.2.election', '1.recovery-bodies']);
  const open = played({ sealed: false });
  assert.ok(failing(open.file, open.root).includes('1.recovery.2.sealed'));
  assert.deepEqual(failing(file, root, '2005-07-09T23:59:59Z'), ['1.recovery-due']);
});

test('a body that the book did not know, or knew under another key, attests nothing', () => {
  const { file, root } = played();
  const stranger = structuredClone(file);
  const [above, neighbour] = stranger.links[0].acts.recovery.bodies;
  neighbour.known = above.known;
  const names = failing(stranger, root);
  assert.ok(names.includes('1.recovery.2.known') && names.includes('1.recovery-bodies'), names.join(' '));
});

test('an objection verifies with the text, the claim’s leaf and the key; the audit of the book finds one that does not', async () => {
  const { below, claim } = played();
  const leaf = below.hashes[claim] as Uint8Array;
  const good = signRecoveryObjection(below.origin, claim, leaf, SECRETARY.signer);
  const key = base64Encode(SECRETARY.signer.publicKey);
  const first = append(below, 'RecoveryObjected', { claim, office: 'secretary', key, signature: good });
  assert.ok(isObjectionSigned(below.leaves[first] as never, leaf, crypto));
  assert.equal(isObjectionSigned(below.leaves[first] as never, below.hashes[0], crypto), false);
  const audit = async () => verifyBook(readerOf(exportBook(below)), below.vkey, crypto);
  assert.deepEqual(
    (await audit()).findings.map(({ code }) => code),
    [],
  );
  const bad = signRecoveryObjection(below.origin, claim, leaf, PRESIDENT.signer);
  append(below, 'RecoveryObjected', { claim, office: 'secretary', key, signature: bad });
  append(below, 'RecoveryClaimed', { election: 1, due: DUE, objectors: 0, bodies: [] });
  assert.deepEqual(
    (await audit()).findings.map(({ code }) => code),
    ['recovery-refused', 'recovery-refused'],
  );
});
