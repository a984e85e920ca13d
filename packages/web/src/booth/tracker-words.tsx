import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Language } from './tongue.ts';
import { trackerWords, wordList } from './tracker.ts';

/** Without a network there are none: the characters say the same. */
export function TrackerWords(props: { readonly tracker: string; readonly language: Language }): JSX.Element {
  const { tracker, language } = props;
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    wordList(language).then(
      (list) => setWords(trackerWords(tracker, list)),
      () => setWords([]),
    );
  }, [tracker, language]);
  return <p class="tracker-words">{words.join(' ')}</p>;
}
