import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '../form/words-later.ts';
import type { Formats } from '../shell/formats.ts';
import { Alert } from '../shell/parts.tsx';
import { codesInPhotograph } from './read-photograph.ts';
import { photographWords } from './words.ts';
import type { PhotographWords } from './words-es.ts';

type Scanned = (text: string) => boolean | 'more';

/**
 * Where the browser lends the page no camera (in a hall without https none does): the phone's own camera app takes a picture of
 * the code, and the page reads that. Nothing of it leaves the phone or is kept.
 */
export function Photograph({
  words,
  scanned,
}: {
  readonly words: PhotographWords;
  readonly scanned: Scanned;
}): JSX.Element {
  const [says, setSays] = useState<keyof PhotographWords | null>(null);
  const take = async (file: Blob): Promise<void> => {
    setSays('reading');
    const read = await codesInPhotograph(file).catch(() => 'offline' as const);
    if (read === null || read === 'offline') return setSays(read ?? 'no');
    const [text] = read;
    if (text === undefined) return setSays('empty');
    // Of a sheet of cards nobody knows whose is meant.
    const good = read.every((other) => other === text) && scanned(text);
    setSays(good === true ? null : good === 'more' ? 'more' : 'other');
  };
  return (
    <div class="field">
      <label for="photograph">{words.label}</label>
      <input
        id="photograph"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      {says === null ? null : says === 'reading' || says === 'more' ? (
        <p role="status">{words[says]}</p>
      ) : (
        <Alert>{words[says]}</Alert>
      )}
    </div>
  );
}

export function PhotographLater({
  formats,
  scanned,
}: {
  readonly formats: Formats;
  readonly scanned: Scanned;
}): JSX.Element | null {
  const words = useWords(photographWords, formats);
  return words === null ? null : <Photograph words={words} scanned={scanned} />;
}
