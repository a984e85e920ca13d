import { commandEntry } from '@cabildo/core';
import { append, NotAppended } from '../store/append.ts';
import { findBook, setReadOnly } from '../store/books.ts';
import { isDatabaseTrouble } from '../store/trouble.ts';
import { AttendanceCache } from './attendance-cache.ts';
import type { BallotsPart } from './ballot/ballots.ts';
import type { WriterTools } from './batch-writer.ts';
import type { BookNames } from './book-names.ts';
import { askedOf } from './command-batch.ts';
import { BookDraft } from './draft.ts';
import { extendBook } from './extend.ts';
import { foundBody, newBook } from './founding.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { NewBook, Node } from './node.ts';
import { type CommandOutcome, problem } from './outcome.ts';
import { tryCommand } from './trial.ts';
import { VaultView } from './vault-view.ts';
import { type BookWriter, createWriter } from './writer.ts';

type Writing = Pick<
  Node,
  'command' | 'foundBody' | 'trial' | 'addBook' | 'extend' | 'record' | 'setReadOnly' | 'forget' | 'signerOf'
>;

export function writingPart(
  names: BookNames,
  nodeName: string,
  shared: boolean,
  tools: WriterTools,
  around: BallotsPart['around'],
): { methods: Writing; stop(): Promise<void> } {
  const writers = new Map<string, BookWriter>();
  // Two foundings at once of one name: the second sees the first.
  let founding: Promise<unknown> = Promise.resolve();
  let stopping = false;

  const writerOf = (origin: string): BookWriter => {
    const known = writers.get(origin);
    if (known !== undefined) return known;
    const writer = createWriter(origin, tools);
    writers.set(origin, writer);
    return writer;
  };
  const closed = () =>
    shared ? problem('book-read-only', 'another process keeps this node') : stopping ? problem('try-again') : null;

  const methods: Writing = {
    async command(request) {
      const refused = closed();
      if (refused !== null) return refused;
      if (request.command === 'FoundBody' || commandEntry(request.command) === undefined) {
        return problem('unknown-command', request.command);
      }
      const origin = names.write(request.body);
      if (!writers.has(origin)) {
        const book = await orTrouble(tools.books.get(origin));
        if (book === 'trouble') return problem('try-again');
        if (book === null) return problem('unknown-body', origin);
      }
      return around(request, () => writerOf(origin).submit(askedOf(request)));
    },
    async foundBody(request) {
      const refused = closed();
      if (refused !== null) return refused;
      const found = (): ReturnType<Writing['foundBody']> => foundBody(nodeName, request, tools);
      const turn = founding.then(found, found);
      founding = turn.catch(() => undefined);
      const outcome = await orTrouble(turn);
      return outcome === 'trouble' ? problem('try-again') : outcome;
    },
    async trial(request) {
      const book = await orTrouble(tools.books.get(names.write(request.body)));
      if (book === 'trouble') return problem('try-again');
      if (book === null) return problem('unknown-body', request.body);
      const tried = await orTrouble(tryCommand(request, book, tools));
      return tried === 'trouble' ? problem('try-again') : tried;
    },
    addBook: (book) => addBook(nodeName, book, tools),
    extend: (origin, extension) => writerOf(origin).between((book) => extendBook(book, extension, tools)),
    record: (origin, acts) => writerOf(origin).between((book) => recordActs(book, acts, tools)),
    setReadOnly: (origin, reason) =>
      writerOf(origin).between(async () => {
        await setReadOnly(tools.store, origin, reason);
        tools.books.drop(origin);
      }),
    forget: (origin) => {
      tools.books.drop(origin);
      tools.attended.forget(origin);
    },
    signerOf: async (origin) => (await tools.books.get(origin))?.signer ?? null,
  };

  return {
    methods,
    /** Everything that was taken up is finished first. */
    async stop() {
      stopping = true;
      await founding;
      await Promise.allSettled([...writers.values()].map((writer) => writer.between(() => Promise.resolve())));
    },
  };
}

/** A database that is away for a moment is told apart from a bug. */
async function orTrouble<T>(work: Promise<T>): Promise<T | 'trouble'> {
  try {
    return await work;
  } catch (error) {
    if (isDatabaseTrouble(error)) return 'trouble';
    throw error;
  }
}

const UNIQUE_VIOLATION = '23505';

async function addBook(nodeName: string, wanted: NewBook, tools: WriterTools): Promise<'added' | 'exists'> {
  const { origin, mirror } = wanted;
  const prefix = `${nodeName}/`;
  if ((mirror === undefined) !== origin.startsWith(prefix)) {
    throw new Error(`${origin}: a book of this node's own begins with ${prefix}, and only such a one does`);
  }
  if ((await findBook(tools.store, origin)) !== undefined) return 'exists';
  const name = mirror === undefined ? origin.slice(prefix.length) : origin;
  const { row } = newBook(wanted, name, tools.now(), tools);
  try {
    await append(tools.store, { origin, fromSize: 0, head: null, rows: {}, newBook: row });
  } catch (error) {
    const cause = error instanceof NotAppended ? error.cause : undefined;
    if (cause instanceof Error && 'code' in cause && cause.code === UNIQUE_VIOLATION) return 'exists';
    throw error;
  }
  tools.books.drop(origin);
  return 'added';
}

async function recordActs(
  book: LoadedBook,
  acts: Parameters<Node['record']>[1],
  tools: WriterTools,
): Promise<CommandOutcome> {
  if (book.remote || book.kind !== 'body') return problem('not-here');
  if (book.readOnly !== null) return problem('book-read-only', book.readOnly);
  const draft = new BookDraft(book, new VaultView(tools.store, book.origin, new AttendanceCache()), tools.now(), tools);
  const outcome = await draft.accept({ ok: true, acts, records: [], answer: {} }, new Map());
  if (outcome.kind !== 'done') return outcome;
  const { append: rows, after } = draft.finish();
  await append(tools.store, rows);
  tools.books.put(after);
  tools.committed({ before: book, after, acts: draft.acts, newCardsFor: [] });
  return outcome;
}
