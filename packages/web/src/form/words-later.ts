import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../shell/formats.ts';

/** The words of an area in each language: a phone loads those of the language that it speaks. */
export type WordsOf<T> = Readonly<Record<Language, () => Promise<T>>>;

/** Null until they are there. Where the other language cannot be loaded, without a network, the area goes on in the one it has. */
export function useWords<T>(all: WordsOf<T>, language: Language): T | null {
  const [words, setWords] = useState<T | null>(null);
  useEffect(() => {
    let stale = false;
    all[language]().then(
      (loaded) => {
        if (!stale) setWords(() => loaded);
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [all, language]);
  return words;
}
