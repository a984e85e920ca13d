import { createSecretKey, randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8Decode, utf8Encode } from '@cabildo/book';
import { signerFromSeed } from '@cabildo/book/node';
import { fromEpoch } from '@cabildo/core';
import { listBooks } from '../store/books.ts';
import { forgetAnswersBefore } from '../store/idempotency.ts';
import { hasNodeKey, nodeKey } from '../store/node-keys.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { DatabaseProblem } from '../store/postgres/problem.ts';
import { pooledRandom } from '../store/random.ts';
import { secretFile, vaultKey } from '../store/vault-key.ts';
import { createAllBooks } from './all-books.ts';
import { type BallotsPart, ballotsPart } from './ballot/ballots.ts';
import { createCodes } from './ballot/codes.ts';
import { createThreads } from './ballot/threads.ts';
import { findWays } from './ballot/ways-in.ts';
import type { WriterTools } from './batch-writer.ts';
import { createBookCache } from './book-cache.ts';
import { createBookFacts } from './book-facts.ts';
import { BookNames } from './book-names.ts';
import { createCards } from './cards.ts';
import { doorPart } from './door-part.ts';
import { createDoors } from './doors.ts';
import { createFollowers } from './followers.ts';
import { HallsAttended } from './halls-attended.ts';
import { createHeard } from './heard.ts';
import { createIdentity } from './identity.ts';
import { invitationsPart } from './invitations.ts';
import { Languages } from './languages/languages.ts';
import { livingPart } from './live/living-part.ts';
import type { LoadedBook } from './loaded-book.ts';
import { createMailing } from './mail/mailing.ts';
import type { Node } from './node.ts';
import type { NodeOptions } from './node-options.ts';
import { phonesHeard } from './phones-heard.ts';
import { Projector } from './projector.ts';
import { readingPart } from './reading-part.ts';
import { rollPart } from './roll-part.ts';
import { writingPart } from './writing-part.ts';

/** More than a city has bodies: a node that answers for all of them in turn must not replay each every time. */
const BOOKS_IN_MEMORY = 1_024;
const OPERATOR_TOKEN = 'operator-token';
const DAY_MS = 86_400_000;
const ANSWERS_KEPT_DAYS = 30;

/** The node's name in origins: what its books are called by everywhere, for ever. */
const NAME = /^[a-z0-9][a-z0-9.:-]{0,99}$/;

class NodeNameProblem extends Error {
  override readonly name = 'NodeNameProblem';
}

/** Opens the database, makes what a first start needs, and puts the parts of a node together. */
export async function openNode(options: NodeOptions): Promise<Node> {
  const { name, dataDir, env = {}, log = () => undefined } = options;
  if (!NAME.test(name)) throw new NodeNameProblem(`${JSON.stringify(name)} cannot be the name of a node`);
  const store = await openStore({ ...options, vaultKey: (isWritten) => vaultKey(dataDir, env, log, isWritten), log });
  try {
    return await assemble(options, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function assemble(options: NodeOptions, store: Store): Promise<Node> {
  const { name, dataDir, clock = Date.now, random = pooledRandom, log = () => undefined } = options;
  await keepName(store, name, dataDir);
  const { cardKey, witness, codes, mailKey } = await ownKeys(store, random);
  const operatorToken = await secretFile(join(dataDir, OPERATOR_TOKEN), () => randomBytes(32).toString('base64url'));
  const now = () => fromEpoch(clock());

  const { projector, allBooks, books, followers } = booksIn(store, options, log);
  const cards = createCards(cardKey, random);
  const [doors, heard] = [createDoors(cardKey), createHeard(clock)];
  const attended = new HallsAttended(store);
  const identity = createIdentity({ store, cards, key: cardKey, operatorToken: operatorToken.text, now });
  const names = new BookNames(name, await listBooks(store));
  const facts = createBookFacts(store, books);
  const phones = phonesHeard({ store, books, attended, heard, now });
  const threads = createThreads();
  const asking = { store, books, names, codes, threads, random, now, log };
  const living = livingPart(names, { ...asking, facts, doors, attended, heard, phones, ways: findWays(asking) });
  const tools: WriterTools = {
    store,
    cipher: store.cipher,
    cards,
    random,
    books,
    facts,
    doors,
    threads,
    attended,
    now,
    log,
    ...afterCommits({ books, attended, identity, projector, names, followers, living }),
  };
  const secret = ballotsPart({ ...tools, names, codes, touched: living.touched });
  const writing = writingPart(names, name, options.share === true, tools, secret.around);
  const stopSweeping = sweep({ store, clock, log, secret }, options.share === true);
  if (options.share !== true) await projector.resume();
  return {
    name,
    store,
    operatorToken: operatorToken.text,
    witness,
    now,
    ...writing.methods,
    ...living.methods,
    ...(await invitedParts({ store, operatorToken: operatorToken.text, random, now })),
    ...readingPart(names, { store, books, identity, attended, heard, now }),
    ...allBooks.methods(),
    ballots: secret.ballots,
    mailing: createMailing(mailKey, random, options),
    ...rollPart(names, { store, books, now }),
    ...doorPart(names, { store, books, cards, doors, attended, heard, now, touched: living.touched }),
    noted: living.touched,
    subscribe: followers.subscribe,
    onHead: followers.onHead,
    rebuildProjections: () => projector.rebuild(),
    projected: () => projector.settled(),
    async close() {
      stopSweeping();
      living.stop();
      await writing.stop();
      await secret.stop();
      await projector.stop();
      await store.close();
    },
  };
}

/** What people do who hold an invitation: they found a body, or translate. */
const invitedParts = async (tools: Parameters<typeof invitationsPart>[0]) => ({
  languages: await Languages.open(tools),
  ...invitationsPart(tools),
});

function booksIn(store: Store, { booksInMemory, share }: NodeOptions, log: (line: string) => void) {
  const projector = new Projector(store, log);
  const allBooks = createAllBooks(store, share !== true, () => projector.settled());
  const books = createBookCache(store, booksInMemory ?? BOOKS_IN_MEMORY, allBooks.changed);
  return { projector, allBooks, books, followers: createFollowers(store, books.sizeOf, log) };
}

async function ownKeys(store: Store, random: (bytes: number) => Uint8Array) {
  const keyFor = (purpose: string): Promise<Buffer> => nodeKey(store, purpose, () => random(32));
  return {
    cardKey: createSecretKey(await keyFor('card')),
    witness: signerFromSeed(await keyFor('witness')),
    codes: createCodes(createSecretKey(await keyFor('ballot'))),
    mailKey: createSecretKey(await keyFor('mail')),
  };
}

interface Followed {
  readonly books: ReturnType<typeof createBookCache>;
  readonly attended: HallsAttended;
  readonly identity: ReturnType<typeof createIdentity>;
  readonly projector: Projector;
  readonly names: BookNames;
  readonly followers: ReturnType<typeof createFollowers>;
  readonly living: ReturnType<typeof livingPart>;
}

/** Who has to know what a commit has changed. */
function afterCommits(followed: Followed): Pick<WriterTools, 'committed' | 'committedUnseen'> {
  const { books, attended, identity, projector, names, followers, living } = followed;
  const seen = (book: LoadedBook | null): void => {
    if (book === null) return;
    projector.follow(book, book);
    names.begun({ ...book, size: book.head.size });
    followers.missed(book.head);
  };
  return {
    committed({ before, after, acts, newCardsFor, cameIn = [], attendanceErased = [] }) {
      identity.ended(after.origin, newCardsFor);
      attended.cameIn(after.origin, cameIn);
      for (const sitting of attendanceErased) attended.forget(after.origin, sitting);
      projector.follow(before, after);
      if (before.head.size === 0) names.begun({ ...after, size: after.head.size });
      followers.publish(after.head, acts);
      living.touched(after.origin);
    },
    committedUnseen(origin) {
      identity.doubtful(origin);
      attended.forget(origin);
      // Asked for before the next batch asks: what that one commits is told after this.
      books.get(origin).then(seen, () => undefined);
      living.touched(origin);
    },
  };
}

/**
 * A database belongs to one name: under another, its books would be called by origins that nobody knows. And a folder whose
 * node has run belongs to a database: in an empty one its books would begin again under other keys.
 */
async function keepName(store: Store, name: string, dataDir: string): Promise<void> {
  const hasRun = await access(join(dataDir, OPERATOR_TOKEN)).then(
    () => true,
    () => false,
  );
  if (hasRun && !(await hasNodeKey(store, 'name'))) {
    throw new DatabaseProblem(
      'elsewhere',
      `the node of ${dataDir} has run before, and this database is empty: it is not the one that belongs to it. Bring that ` +
        `one back, or read a backup into an empty folder with \`cabildo restore\`; to begin anew, delete ${dataDir}.`,
    );
  }
  const kept = utf8Decode(await nodeKey(store, 'name', () => utf8Encode(name)));
  if (kept !== name) throw new NodeNameProblem(`this database is that of the node ${kept}, not of ${name}`);
}

interface Sweeping {
  readonly store: Store;
  readonly clock: () => number;
  readonly secret: BallotsPart;
  log(line: string): void;
}

/** Answers to commands, and what was said on the way to secret votes, have a last day. */
function sweep({ store, clock, secret, log }: Sweeping, shared: boolean): () => void {
  if (shared) return () => undefined;
  const now = (): void => {
    forgetAnswersBefore(store, fromEpoch(clock() - ANSWERS_KEPT_DAYS * DAY_MS)).catch((error: Error) =>
      log(`old answers: ${error.message}`),
    );
    secret.ballots.forgetOld().catch((error: Error) => log(`old secret votes: ${error.message}`));
  };
  const timer = setInterval(now, DAY_MS / 4);
  timer.unref();
  return () => clearInterval(timer);
}
