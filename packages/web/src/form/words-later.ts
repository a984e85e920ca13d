import { useEffect, useState } from 'preact/hooks';
import type { Formats, Language } from '../shell/formats.ts';

/** The words of an area in each language: a phone loads those of the language that it speaks. */
export type WordsOf<T> = Readonly<Record<Language, () => Promise<T>>> & {
  /** Where they stand among all texts that are translated (`packages/server/languages/sources.json`). */
  readonly place: string;
};

/** Of a language that lies over Spanish what it says, and the rest as it is. */
export const laidOver = <T>(words: T, place: string, { over }: Pick<Formats, 'over'>): T =>
  over?.(words, place) ?? words;

/** Null until they are there. Where the other language cannot be loaded, without a network, the area goes on in the one it has. */
export function useWords<T>(all: WordsOf<T>, formats: Formats): T | null {
  const [words, setWords] = useState<T | null>(null);
  useEffect(() => {
    let stale = false;
    all[formats.language]().then(
      (loaded) => {
        if (!stale) setWords(() => laidOver(loaded, all.place, formats));
      },
      () => undefined,
    );
    return () => {
      stale = true;
    };
  }, [all, formats]);
  return words;
}
