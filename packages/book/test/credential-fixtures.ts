/** A federation of any depth and the credential of its lowest base's delegate, or rather of the seat at the top. */
import {
  type ActWithProof,
  assembleCredential,
  base64Encode,
  type Credential,
  cosignatureLine,
  encodeHeadEntry,
  formatVkey,
  type HeadProof,
  hashesOfLeaves,
  inclusionProof,
  leafHash,
  lineage,
  signCheckpoint,
  successorOrigin,
  verifierKey,
} from '../src/index.ts';
import {
  append,
  bytesOf,
  checkpointOf,
  crypto,
  emptyBook,
  found,
  naiveRoot,
  PRESIDENT,
  SECRETARY,
  seal,
  signer,
  type TestBook,
} from './fixtures.ts';

export const WITNESS = signer('outside witness');
export const WITNESS_VKEY = formatVkey(verifierKey('witness.example/w1', 4, WITNESS.publicKey, crypto));
/** 2005-07-01T00:00:00Z */
export const SEEN_AT = 1_120_176_000;

export interface Federation {
  /** From the highest assembly down to the base. */
  readonly books: TestBook[];
  readonly elections: { readonly election: number; readonly seal: number }[];
  readonly affiliations: number[];
  readonly witness: number;
}

/**
 * `tiers` books, each affiliated to the one above; each lower one elects seat `seat` above. With `succeeded`, the base's is
 * the successor of another.
 */
export function federation(tiers: number, seat = 2, succeeded = false): Federation {
  const books = Array.from({ length: tiers }, (_, i) => {
    const origin = `node${i % 2}.example/tier-${i}`;
    return emptyBook(succeeded && i === tiers - 1 ? successorOrigin(origin) : origin);
  });
  const [top] = books as [TestBook];
  for (const [i, book] of books.entries()) {
    const predecessor = lineage(book.origin)[1];
    const root = base64Encode(bytesOf('last known root', 32));
    if (predecessor !== undefined) append(book, 'BookSucceeded', { predecessor, size: 40, root });
    found(book, i === tiers - 1 ? 'base' : 'delegate');
  }
  const witness = append(top, 'WitnessAppointed', { name: 'Neighbours', key: WITNESS_VKEY });
  const affiliations: number[] = [];
  const elections: { election: number; seal: number }[] = [];
  for (let i = 1; i < tiers; i++) {
    const [above, below] = [books[i - 1]!, books[i]!];
    affiliations.push(
      append(above, 'AffiliationAdmitted', {
        below: below.origin,
        key: below.vkey,
        title: `Tier ${i}`,
        entitlement: 3,
      }),
    );
    const next = books[i + 1];
    const election = append(below, 'DelegatesElected', {
      to: above.origin,
      from: '2005-06-08T00:00:00Z',
      until: '2006-06-08T00:00:00Z',
      seats: [
        { seat: 1, holder: 'm-aaaaaaaaaaaaaaaa' },
        {
          seat,
          holder: next === undefined ? 'm-bbbbbbbbbbbbbbbb' : `${next.origin}#${seat}`,
          alternate: 'm-cccccccccccccccc',
        },
      ],
    });
    elections.push({ election, seal: seal(below, election, foundedAt(below) + 1, PRESIDENT, SECRETARY) });
  }
  for (const book of books) for (let n = 0; n < 5; n++) append(book, 'SittingOpened', { n });
  return { books, elections, affiliations, witness };
}

/** After the act that says so, a successor begins as every book does. */
const foundedAt = (book: TestBook): number => lineage(book.origin).length - 1;

export function proven(book: TestBook, index: number): ActWithProof {
  const proof = inclusionProof(index, book.entries.length, hashesOfLeaves(book.hashes, crypto), crypto);
  return { book: book.origin, index, entry: book.entries[index]!, proof };
}

/** The head of a book in its node's log of heads, cosigned. */
export function headProof(book: TestBook, cosigner = WITNESS): HeadProof {
  const head = { origin: book.origin, size: book.entries.length, root: naiveRoot(book.hashes) };
  const hashes = [bytesOf('one', 9), encodeHeadEntry(head), bytesOf('two', 9)].map((entry) => leafHash(entry, crypto));
  const origin = `${book.origin.split('/')[0]}/heads`;
  const note = signCheckpoint({ origin, size: 3, root: naiveRoot(hashes) }, signer('node'), origin, crypto);
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const heads = note + cosignatureLine(text, 'witness.example/w1', cosigner, SEEN_AT, crypto);
  return { index: 1, hashes: inclusionProof(1, 3, hashesOfLeaves(hashes, crypto), crypto), heads };
}

export interface CredentialOptions {
  readonly witnessed?: boolean;
  readonly handover?: boolean;
}

export function credentialOf(
  fed: Federation,
  { witnessed = true, handover = true }: CredentialOptions = {},
): Credential {
  const books = fed.books.map((book) => [
    book.origin,
    { checkpoint: checkpointOf(book), ...(witnessed && { head: headProof(book) }) },
  ]);
  return assembleCredential({
    books: Object.fromEntries(books),
    links: fed.elections.map(({ election, seal }, i) => {
      const [above, below] = [fed.books[i]!, fed.books[i + 1]!];
      const first = foundedAt(below);
      return {
        above: above.origin,
        below: below.origin,
        seat: 2,
        acts: {
          affiliation: proven(above, fed.affiliations[i]!),
          ...(first > 0 && { succeeded: proven(below, 0) }),
          founded: proven(below, first),
          officers: proven(below, first + 1),
          election: proven(below, election),
          seal: proven(below, seal),
          ...(handover && { handover: [proven(below, first + 2)] }),
        },
      };
    }),
    witnesses: witnessed ? [proven(fed.books[0]!, fed.witness)] : [],
  });
}
