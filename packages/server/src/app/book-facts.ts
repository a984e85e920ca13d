import { base64Encode, lineage } from '@cabildo/book';
import { answerNeed, type BookNeed, type Citation, type Finding, type Standing, standingOf } from '@cabildo/core';
import { readActsAt } from '../store/acts.ts';
import type { Store } from '../store/open-store.ts';
import type { BookCache } from './book-cache.ts';
import { carriesFaithfully } from './carried-acts.ts';
import type { LoadedBook } from './loaded-book.ts';

/** What the last committed state of a book says to another body's need, with the acts to cite. */
export interface BookFactFinder {
  find(need: BookNeed): Promise<Finding>;
}

interface KnownAct {
  readonly leaf: string;
  readonly receivedAt: string;
}

const KNOWN_LIMIT = 20_000;

const nothing: Standing = { proven: false, attested: false };

export function createBookFacts(store: Store, books: BookCache): BookFactFinder {
  // Acts never change, so what is known of one is known for good.
  const known = new Map<string, KnownAct>();

  async function lookUp(book: LoadedBook, indexes: ReadonlySet<number>): Promise<ReadonlyMap<number, KnownAct>> {
    const found = new Map<number, KnownAct>();
    const missing: number[] = [];
    for (const index of indexes) {
      const act = known.get(`${book.origin}#${index}`);
      if (act === undefined) missing.push(index);
      else found.set(index, act);
    }
    if (missing.length === 0) return found;
    if (known.size > KNOWN_LIMIT) known.clear();
    for (const row of await readActsAt(store, book.origin, missing)) {
      // A book of this node's own was "received" when it was written.
      const act = { leaf: base64Encode(row.leaf), receivedAt: book.remote ? row.received_at : row.at };
      known.set(`${book.origin}#${row.index}`, act);
      found.set(row.index, act);
    }
    return found;
  }

  // What was taken over stands at the beginning of the book and does not change.
  const faithful = new Set<string>();

  /**
   * What a successor may take over: what its predecessor proves, if this node holds the whole of that book, up to the
   * very head that the successor names, and finds there what the successor says.
   */
  async function before({ origin, folded }: LoadedBook): Promise<Standing> {
    const { predecessor } = folded.state;
    // Books go back in time only, by their names too: nothing goes round in circles.
    const book =
      predecessor === null || lineage(origin)[1] !== predecessor.book ? null : await books.get(predecessor.book);
    if (book === null || book.folded.stuck !== null) return nothing;
    if (book.head.size !== predecessor?.size || book.head.root !== predecessor.root) return nothing;
    if (!faithful.has(origin) && !(await carriesFaithfully(store, folded.state, book.folded.state))) return nothing;
    faithful.add(origin);
    return standingOf(book.folded.state, await before(book));
  }

  return {
    async find(need) {
      const book = await books.get(need.book);
      const unknown = { need, found: null, cites: [], bookKey: book?.vkey ?? null } as Finding;
      // A state that stands before an act it cannot read may be wrong about anything since.
      if (book === null || book.folded.stuck !== null) return unknown;
      const { answer, acts } = await answered(book, need, await before(book), (missing) => lookUp(book, missing));
      if (answer === null) return unknown;
      const { size, root } = book.head;
      const cites = answer.acts.map(
        (index): Citation => ({ book: book.origin, index, leaf: acts.get(index)?.leaf ?? '', size, root }),
      );
      return { need, found: answer.found, cites, bookKey: book.vkey } as Finding;
    },
  };
}

/**
 * What is not known yet of an act is asked for, and the need is answered anew: an answer that was received too late leads on
 * to the one before it, and that is an act that nobody has looked up.
 */
async function answered(
  { origin, folded }: LoadedBook,
  need: BookNeed,
  standing: Standing,
  lookUp: (missing: ReadonlySet<number>) => Promise<ReadonlyMap<number, KnownAct>>,
) {
  const acts = new Map<number, KnownAct>();
  for (;;) {
    const missing = new Set<number>();
    const act = (index: number): KnownAct => {
      const row = acts.get(index);
      if (row === undefined) missing.add(index);
      return row ?? { leaf: '', receivedAt: '' };
    };
    const answer = answerNeed(
      folded.state,
      need,
      (index) => act(index).receivedAt,
      (index) => act(index).leaf,
      standing,
    );
    for (const index of answer?.acts ?? []) act(index);
    if (missing.size === 0) return { answer, acts };
    const found = await lookUp(missing);
    for (const index of missing) {
      const row = found.get(index);
      if (row === undefined) throw new Error(`act ${index} of ${origin} is not in the database`);
      acts.set(index, row);
    }
  }
}
