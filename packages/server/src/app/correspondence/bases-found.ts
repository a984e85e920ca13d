import { firstBook, tableGet } from '@cabildo/core';
import { inOrder, plainText } from '../directory.ts';
import type { BookView, Node } from '../node.ts';
import { basesAsked } from './questions.ts';

export interface BaseFound {
  readonly base: string;
  readonly title: string;
  /** The bodies on the way down to it. */
  readonly through: readonly string[];
  /** It may answer again until the close: its last answer counts. */
  readonly answered: boolean;
}

interface Sought {
  readonly q: string;
  readonly from: number;
  readonly most: number;
}

/** Bases that a consultation asks, by parts of their names; first those that have not answered. Null where there is no such consultation. */
export async function basesFound(node: Node, book: BookView, index: number, { q, from, most }: Sought) {
  const consultation = tableGet(book.state.consultations, index);
  if (consultation === undefined) return null;
  const [asked, directory] = await Promise.all([basesAsked(node, book, index, consultation), node.directory()]);
  const parts = plainText(q).split(/\s+/).filter(Boolean);
  const found = (asked ?? [])
    .map(
      ({ base, path }): BaseFound => ({
        base,
        title: directory.get(base)?.book.title ?? tableGet(book.state.affiliates, base)?.title ?? base,
        through: path.map((step) => step.book),
        answered: tableGet(consultation.answers, firstBook(base)) !== undefined,
      }),
    )
    .filter(({ title, base }) => {
      const text = plainText(`${title} ${base}`);
      return parts.every((part) => text.includes(part));
    })
    .sort((a, b) => Number(a.answered) - Number(b.answered) || inOrder.compare(a.title, b.title));
  return { bases: found.slice(from, from + most), all: found.length };
}
