// A credential through any number of tiers, made of books that look like real ones.
import { createHash } from 'node:crypto';
import {
  type ActWithProof,
  assembleCredential,
  type Credential,
  cosignatureLine,
  encodeHeadEntry,
  formatVkey,
  hashesOfLeaves,
  inclusionProof,
  leafHash,
  rootFrom,
  seatHolder,
  signCheckpoint,
  verifierKey,
} from '@cabildo/book';
import { nodeCrypto, signerFromSeed } from '@cabildo/book/node';
import {
  append,
  checkpointOf,
  emptyBook,
  found,
  PRESIDENT,
  SECRETARY,
  seal,
  type TestBook,
} from '../../book/test/fixtures.ts';

export interface CredentialChain {
  readonly credential: Credential;
  readonly rootKey: string;
  /** A time at which it is valid; that is also when the witness saw the heads. */
  readonly at: string;
}

const NODE = 'el-alto.example';
const TERM = { from: '2005-06-08T00:00:00Z', until: '2006-06-08T00:00:00Z' };
const SEEN = Date.parse('2005-06-20T12:00:00Z') / 1_000;

/** From the base (`tier-0`) up; each book is filled to `size` acts. */
export function credentialChain(tiers: number, size = 300): CredentialChain {
  const books = Array.from({ length: tiers }, (_, tier) => emptyBook(`${NODE}/tier-${tier}`));
  const witness = signerFromSeed(createHash('sha256').update('witness').digest());
  const witnessKey = formatVkey(verifierKey('neighbour.example', 0x04, witness.publicKey, nodeCrypto));
  for (const [tier, book] of books.entries()) foundTier(books, book, tier);
  const top = books.at(-1)!;
  const appointed = append(top, 'WitnessAppointed', { name: 'neighbour.example', key: witnessKey });
  for (const book of books) while (book.entries.length < size) append(book, 'VoteClosed', { yes: 31, no: 4 });
  const heads = logOfHeads(books, witness);
  const links = books
    .slice(1)
    .map((above, i) => link(above, books[i]!))
    .reverse();
  const credential = assembleCredential({
    books: Object.fromEntries(
      books.map((book, index) => [book.origin, { checkpoint: checkpointOf(book), head: heads(index) }]),
    ),
    links,
    witnesses: [proven(top, appointed)],
  });
  return { credential, rootKey: top.vkey, at: '2005-06-21T12:00:00Z' };
}

/** Acts of every tier: 0 founding, 1 officers, 2 their seal, 3 admission of the tier below, 4 election, 5 its seal. */
function foundTier(books: readonly TestBook[], book: TestBook, tier: number): void {
  found(book, tier === 0 ? 'base' : 'delegate');
  const [below, above] = [books[tier - 1], books[tier + 1]];
  if (below === undefined) append(book, 'SittingConvened', { place: 'plaza' });
  else append(book, 'AffiliationAdmitted', { below: below.origin, key: below.vkey, entitlement: 3 });
  if (above === undefined) return;
  const holder = below === undefined ? 'm-0000000000000001' : seatHolder(below.origin, 2);
  const election = append(book, 'DelegatesElected', { to: above.origin, ...TERM, seats: [{ seat: 2, holder }] });
  seal(book, election, 1, PRESIDENT, SECRETARY);
}

function link(above: TestBook, below: TestBook) {
  return {
    above: above.origin,
    below: below.origin,
    seat: 2,
    acts: {
      affiliation: proven(above, 3),
      founded: proven(below, 0),
      officers: proven(below, 1),
      election: proven(below, 4),
      seal: proven(below, 5),
      handover: [proven(below, 2)],
    },
  };
}

function proven(book: TestBook, index: number): ActWithProof {
  const proof = inclusionProof(index, book.hashes.length, hashesOfLeaves(book.hashes, nodeCrypto), nodeCrypto);
  return { book: book.origin, index, entry: book.entries[index]!, proof };
}

/** The node's log of heads, cosigned by the witness. */
function logOfHeads(books: readonly TestBook[], witness: ReturnType<typeof signerFromSeed>) {
  const origin = `${NODE}/heads`;
  const log = emptyBook(origin);
  const leaves = books.map((book) => {
    const size = book.hashes.length;
    const root = rootFrom(size, hashesOfLeaves(book.hashes, nodeCrypto), nodeCrypto);
    return leafHash(encodeHeadEntry({ origin: book.origin, size, root }), nodeCrypto);
  });
  const hashAt = hashesOfLeaves(leaves, nodeCrypto);
  const head = { origin, size: leaves.length, root: rootFrom(leaves.length, hashAt, nodeCrypto) };
  const note = signCheckpoint(head, log.signer, origin, nodeCrypto);
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const cosigned = note + cosignatureLine(text, 'neighbour.example', witness, SEEN, nodeCrypto);
  return (index: number) => ({
    index,
    hashes: inclusionProof(index, leaves.length, hashAt, nodeCrypto),
    heads: cosigned,
  });
}
