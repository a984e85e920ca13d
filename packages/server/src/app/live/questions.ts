import { type BodyState, type QuestionAsked, tableEntries, tableGet } from '@cabildo/core';
import type { Store } from '../../store/open-store.ts';
import { readPublicTexts } from '../../store/vault/disclosures.ts';
import type { BookCache } from '../book-cache.ts';
import { bodiesAbove } from '../correspondence/bodies-above.ts';
import { textOfQuestion } from '../correspondence/questions.ts';
import type { LoadedBook } from '../loaded-book.ts';

interface Tools {
  readonly store: Store;
  readonly books: BookCache;
}

/**
 * The questions from above that the notice of a sitting names by their texts, each with its words. A text that is not for everybody,
 * or not here, is typed by whoever has it on paper.
 */
export async function questionsAnnounced(
  { store, books }: Tools,
  { origin, folded: { state } }: LoadedBook,
  sitting: number,
): Promise<readonly QuestionAsked[]> {
  const announced = namedIn(state, sitting);
  if (announced.size === 0) return [];
  const found: QuestionAsked[] = [];
  const above = await bodiesAbove(
    { origin, state },
    (book) => books.get(book),
    (book) => book.folded.state,
  );
  for (const { origin: asker, folded } of above)
    for (const [key, consultation] of tableEntries(folded.state.consultations)) {
      const { closed, textHash, title } = consultation;
      const act = textOfQuestion(folded.state, consultation);
      if (closed !== null || act === null || !announced.has(textHash)) continue;
      const text = (await readPublicTexts(store, asker, [act])).get(act);
      if (text !== undefined) found.push({ consultation: { book: asker, index: Number(key) }, title, text, textHash });
    }
  return found;
}

const namedIn = (state: BodyState, sitting: number): ReadonlySet<string> =>
  new Set(
    (tableGet(state.sittings, sitting)?.notice ?? []).flatMap(({ matter, textHash }) =>
      matter === 'consultation' && textHash !== undefined ? [textHash] : [],
    ),
  );
