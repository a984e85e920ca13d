import { base64Decode, decodeLeaf } from '@cabildo/book';
import {
  answerAsked,
  type BaseBelow,
  type Consultation,
  type Finding,
  firstBook,
  type HeldAnswer,
  isLater,
  type Need,
  spellAt,
  tableGet,
} from '@cabildo/core';
import { readActsAt } from '../store/acts.ts';
import { type AnswerRow, answersTo } from '../store/answers.ts';
import type { Store } from '../store/open-store.ts';
import { findAttachment } from '../store/vault/disclosures.ts';
import { type AskedBelow, ask, basesBelow } from './bases-below.ts';

type Path = BaseBelow['path'];

const AT_ONCE = 8;

/**
 * What the books held here answer, without what the book has received already. It starts from the acts that answer, by an
 * index, and opens the books of those alone that say something new: a base that is silent, or was heard, costs nothing.
 */
export async function heldAnswers(
  asked: AskedBelow,
  { consultation: index, before }: Extract<Need, { fact: 'held-answers' }>,
): Promise<HeldAnswer[]> {
  const { state, store } = asked;
  const consultation = tableGet(state.consultations, index);
  if (consultation === undefined) return [];
  const names = [{ book: state.origin, index }, ...(consultation.names ?? [])];
  const rows = await Promise.all(names.map((name) => answersTo(store, name.book, name.index)));
  const news = unheard(consultation, rows.flat());
  if (news.length === 0) return [];
  const paths = consultation.throughTiers ? await pathsDown(asked, index, before) : new Map<string, Path>();
  const find = async (base: string): Promise<HeldAnswer | null> => {
    const path = spellAt(state, base, index) !== undefined ? [] : paths.get(firstBook(base));
    if (path === undefined) return null;
    const said = await ask<'answer'>(asked.books, answerAsked(state, base, index, consultation));
    if (said.found === null) return null;
    const way = await admissions(asked, base, path, before);
    return way === null ? null : { base, path, answer: said.found, cites: [...said.cites, ...way] };
  };
  const held: HeldAnswer[] = [];
  // Some books at a time: the database reads one while another is replayed.
  for (let from = 0; from < news.length; from += AT_ONCE) {
    const found = await Promise.all(news.slice(from, from + AT_ONCE).map(find));
    held.push(...found.filter((one) => one !== null));
  }
  return held;
}

/** Books with an answer that is later than what was received from that base. */
function unheard({ answers }: Consultation, rows: readonly AnswerRow[]): readonly string[] {
  const books = rows
    .filter(({ origin, index }) => {
      const known = tableGet(answers, firstBook(origin))?.from;
      return known === undefined || isLater({ book: origin, index }, known);
    })
    .map(({ origin }) => origin);
  return [...new Set(books)].sort();
}

/** The ways down to all bases that were asked, as the list that was frozen at the issue has them. */
async function pathsDown(asked: AskedBelow, index: number, before: string): Promise<ReadonlyMap<string, Path>> {
  const list =
    (await frozenList(asked.store, asked.state.origin, index)) ?? (await basesBelow(asked, { acts: index, before }));
  return new Map(list.map(({ base, path }) => [firstBook(base), path]));
}

/** Null if the list itself is not here: it is not in the book, only its hash is. */
async function frozenList(store: Store, origin: string, index: number): Promise<readonly BaseBelow[] | null> {
  const [act] = await readActsAt(store, origin, [index]);
  const decoded = act === undefined ? null : decodeLeaf(act.entry);
  if (!decoded?.ok) return null;
  const { list } = decoded.leaf.data as { readonly list?: { readonly sha256: string } };
  const sha256 = list === undefined ? undefined : base64Decode(list.sha256, 32);
  const attached = sha256 === undefined ? undefined : await findAttachment(store, origin, sha256);
  return attached === undefined ? null : (JSON.parse(attached.content.toString('utf8')) as BaseBelow[]);
}

/** Citations of the admissions on the way as it was then, or null where one is not here, or its book does not know who is below it. */
async function admissions(
  { books }: AskedBelow,
  base: string,
  path: Path,
  before: string,
): Promise<Finding['cites'] | null> {
  const steps: Finding<'admission'>[] = [];
  for (const [step, { book }] of path.entries()) {
    const below = path[step + 1]?.book ?? base;
    steps.push(await ask<'admission'>(books, { fact: 'admission', book, below, before, asItWas: true }));
  }
  return steps.some(({ found }) => found?.vouched !== true) ? null : steps.flatMap(({ cites }) => cites);
}
