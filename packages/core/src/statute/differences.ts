import type { Language } from '../sentences/words.ts';
import type { Statute } from './fields.ts';
import { readStatute, type Section } from './reading.ts';

/** One article that an amendment changed: what it said, and what it says instead. */
export interface ArticleChange {
  readonly article: Section['article'];
  readonly title: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Which articles differ between two versions of a statute, in words. Empty if they say the same. */
export function statuteDifferences(before: Statute, after: Statute, language: Language): readonly ArticleChange[] {
  const old = new Map(readStatute(before, language).map((section) => [section.article, section.sentences]));
  return readStatute(after, language).flatMap(({ article, title, sentences }) => {
    const said = old.get(article) ?? [];
    if (said.join('\n') === sentences.join('\n')) return [];
    const gone = said.filter((sentence) => !sentences.includes(sentence));
    const come = sentences.filter((sentence) => !said.includes(sentence));
    // Only the order is another: both are shown whole.
    return [
      gone.length + come.length === 0
        ? { article, title, gone: said, come: sentences }
        : { article, title, gone, come },
    ];
  });
}
