import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { Small } from '../../form/press.tsx';
import type { Language } from '../../shell/formats.ts';
import { type LocalFileHere, MOST_BYTES } from './local-files.ts';

export interface LocalFileWords {
  readonly label: string;
  readonly how: string;
  readonly kept: (name: string) => string;
  readonly drop: string;
  readonly tooLarge: string;
  /** Before what is wrong with it, where something can be. */
  readonly flaw?: string;
}

interface LocalFileFieldProps {
  readonly id: string;
  readonly here: LocalFileHere;
  readonly words: LocalFileWords;
  readonly language: Language;
  /** What is wrong with it, or null; then it is not kept. */
  readonly flawOf: (text: string) => Sentences | null;
  readonly changed?: () => void;
}

/** A map of the committee's own, opened once and kept on this device until it is taken off or another comes. */
export function LocalFileField({ id, here, words, language, flawOf, changed }: LocalFileFieldProps): JSX.Element {
  const [wrong, setWrong] = useState<Sentences | 'too-large' | null>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) return setWrong('too-large');
    const text = await file.text();
    const flaw = flawOf(text);
    setWrong(flaw);
    if (flaw !== null) return;
    await here.keep({ name: file.name.slice(0, 80), text });
    changed?.();
  };
  return (
    <div class="field">
      <label for={id}>{words.label}</label>
      <input
        id={id}
        type="file"
        accept=".json,.geojson,application/geo+json,application/json"
        aria-describedby={`${id}-how`}
        onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
      />
      <p id={`${id}-how`} class="soft">
        {words.how}
      </p>
      {wrong === null ? null : (
        <p class="refusal" role="alert">
          {wrong === 'too-large' ? (
            <span>{words.tooLarge}</span>
          ) : (
            // What reads maps says where, in the two languages that it has.
            <span>
              {words.flaw} <span lang={language}>{wrong[language]}</span>
            </span>
          )}
        </p>
      )}
      {here.file == null ? null : (
        <>
          <p role="status">{words.kept(here.file.name)}</p>
          <Small mark="trash" onPress={() => void here.keep(null).then(changed)}>
            {words.drop}
          </Small>
        </>
      )}
    </div>
  );
}
