import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { hashOf } from '../announced.ts';
import { Field } from '../fields.tsx';
import type { DeskProps } from '../props.ts';
import type { MapFile } from './values.ts';

/** In bytes: far above any statute, plan or map that a motion takes. Of a larger file nothing is read. */
const LARGEST = 5_000_000;

interface FileProps<T> {
  readonly label: string;
  readonly words: DeskProps['words'];
  readonly onChange: (value: T | null) => void;
}

/** A file of JSON from this device: a whole statute is written with other tools than a thumb. */
export function DataField({ label, words, onChange }: FileProps<unknown>): JSX.Element {
  return <File label={label} words={words} taken={(data) => onChange(data)} />;
}

/** A file that an act names by its hash alone. */
export function HashOfFile({ label, words, onChange }: FileProps<string>): JSX.Element {
  return <File label={label} words={words} taken={(data, text) => onChange(data === null ? null : hashOf(text))} />;
}

/** A map, named in the motion by its hash and size. */
export function MapField({ label, words, onChange }: FileProps<MapFile>): JSX.Element {
  const taken = (data: unknown, text: string): void => {
    const bytes = new TextEncoder().encode(text).length;
    onChange(
      data === null ? null : { text, about: { sha256: hashOf(text), bytes, mediaType: 'application/geo+json' } },
    );
  };
  return <File label={label} words={words} taken={taken} />;
}

interface FileInputProps extends Pick<FileProps<unknown>, 'label' | 'words'> {
  readonly taken: (data: unknown, text: string) => void;
}

function File({ label, words, taken }: FileInputProps): JSX.Element {
  const [wrong, setWrong] = useState(false);
  const read = async (file: Blob | undefined): Promise<void> => {
    const text = file === undefined || file.size > LARGEST ? '' : await file.text();
    let data: unknown = null;
    try {
      data = JSON.parse(text);
    } catch {
      // Said below; what was chosen before is no longer meant.
    }
    setWrong(data === null);
    taken(data, text);
  };
  return (
    <>
      <Field label={label}>
        <input
          type="file"
          accept=".json,.geojson,application/json"
          required
          onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
        />
      </Field>
      {wrong ? (
        <p class="refusal" role="alert">
          {words.fields.notData}
        </p>
      ) : null}
    </>
  );
}
