import { base64Encode, ED25519, EMPTY_RANGE, emptyRoot, formatVkey, type Signer, verifierKey } from '@cabildo/book';
import { nodeCrypto, signerFromSeed } from '@cabildo/book/node';
import { type Command, decide, emptyState, needs, type Time } from '@cabildo/core';
import { append, type NewBookRow, NotAppended, settled } from '../store/append.ts';
import { findBook } from '../store/books.ts';
import { keptAnswers } from '../store/idempotency.ts';
import { sealSigningKey } from '../store/node-keys.ts';
import type { Store } from '../store/open-store.ts';
import { isDatabaseTrouble } from '../store/trouble.ts';
import { AttendanceCache } from './attendance-cache.ts';
import type { WriterTools } from './batch-writer.ts';
import { memberName } from './cards.ts';
import { type Asked, answerAgain, askedOf } from './command-batch.ts';
import { BookDraft } from './draft.ts';
import type { LoadedBook } from './loaded-book.ts';
import type { CardSecret, FoundBodyRequest, Founded, NewBook } from './node.ts';
import { gather } from './node-facts.ts';
import { type Problem, problem, type Refused } from './outcome.ts';
import { VaultView } from './vault-view.ts';

/** Names that are addresses of something else. */
const reserved: ReadonlySet<string> = new Set(['heads']);

/** Founds a body: its book, its key, its first two acts, its founder's member row and card, in one transaction. */
export async function foundBody(
  nodeName: string,
  request: FoundBodyRequest,
  tools: WriterTools,
): Promise<Founded | Refused | Problem> {
  const asked = askedOf({ ...request, command: 'FoundBody' });
  const { name, title } = request.input as { name: string; title: string };
  const origin = `${nodeName}/${name}`;
  const [kept] = await keptAnswers(tools.store, '', [asked]);
  if (kept !== undefined) return answerAgain(asked, kept) as Founded | Refused | Problem;
  if (reserved.has(name) || (await findBook(tools.store, origin)) !== undefined) {
    return { kind: 'refused', refusal: { code: 'body-exists', article: 'founding', present: origin } };
  }
  const { book, row } = newBook({ origin, kind: 'body', title }, name, tools.now(), tools);
  const draft = new BookDraft(book, new VaultView(tools.store, origin, new AttendanceCache()), tools.now(), tools);
  const outcome = await founding(asked, draft, tools);
  if (outcome.kind !== 'founded') return outcome;
  draft.remember(asked, outcome, '');
  const { append: rows, after } = draft.finish();
  try {
    await append(tools.store, { ...rows, newBook: row });
  } catch (error) {
    return afterFailure(error, asked, origin, tools);
  }
  tools.books.put(after);
  tools.committed({ before: book, after, acts: draft.acts, newCardsFor: [] });
  return outcome;
}

async function founding(asked: Asked, draft: BookDraft, tools: WriterTools): Promise<Founded | Refused | Problem> {
  const { command, actor } = asked;
  const { state, at, book } = draft;
  const sources = {
    books: tools.facts,
    store: tools.store,
    vault: draft.vault,
    doors: tools.doors,
    threads: tools.threads,
    state,
    at,
    random: tools.random,
    leafOf: () => Promise.resolve(null),
    freeze: () => undefined,
  };
  const evidence = await gather(needs(state, command, actor, at), sources);
  const member = memberName(tools.random);
  const decision = decide({ state, at, actor, evidence, fresh: { member } }, command as Command);
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal };
  const outcome = await draft.accept(decision, new Map());
  if (outcome.kind !== 'done') return outcome;
  const card = outcome.answer.card as CardSecret;
  return { kind: 'founded', body: book.name, origin: book.origin, key: book.vkey, member, card };
}

async function afterFailure(
  error: unknown,
  asked: Asked,
  origin: string,
  tools: WriterTools,
): Promise<Founded | Problem> {
  const cause = error instanceof NotAppended ? error.cause : error;
  if (error instanceof NotAppended && cause !== undefined && !isDatabaseTrouble(cause)) throw error;
  try {
    await settled(tools.store, origin);
    const [kept] = await keptAnswers(tools.store, '', [asked]);
    if (kept !== undefined) return answerAgain(asked, kept) as Founded | Problem;
  } catch (again) {
    tools.log(`founding of ${origin}: ${again instanceof Error ? again.message : String(again)}`);
  }
  return problem('try-again');
}

/** An empty book: of this node's own with a fresh key, or the mirror of another's. */
export function newBook(
  wanted: NewBook,
  name: string,
  now: Time,
  tools: { readonly store: Store; readonly random: (bytes: number) => Uint8Array },
): { book: LoadedBook; row: NewBookRow } {
  const { origin, kind, title, mirror } = wanted;
  const seed = mirror === undefined ? tools.random(32) : null;
  const signer = seed === null ? null : signerFromSeed(seed);
  const root = emptyRoot(nodeCrypto);
  const common = {
    name,
    kind,
    remote: mirror !== undefined,
    title,
    vkey: mirror?.vkey ?? vkeyOf(origin, signer as Signer),
    source: mirror?.source ?? null,
    predecessor: wanted.predecessor ?? null,
  };
  const signingKey = seed === null ? null : sealSigningKey(tools.store.cipher, origin, seed);
  const row: NewBookRow = { ...common, signingKey, root, createdAt: now };
  const state = emptyState(origin);
  const book: LoadedBook = {
    ...common,
    origin,
    signer,
    range: EMPTY_RANGE,
    lastAt: state.at,
    head: { origin, size: 0, root: base64Encode(root), checkpoint: null },
    folded: { state, stuck: null },
    readOnly: null,
  };
  return { book, row };
}

const vkeyOf = (origin: string, signer: Signer): string =>
  formatVkey(verifierKey(origin, ED25519, signer.publicKey, nodeCrypto));
