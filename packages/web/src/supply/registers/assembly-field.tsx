import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BodyField, type OneBody } from '../../office/choosing/body-field.tsx';
import type { Formats } from '../../shell/formats.ts';
import type { Supply } from '../known/supply-answer.ts';

interface AssemblyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** The whole name of its book, or nothing. */
  readonly value: string;
  readonly supply: Supply;
  readonly formats: Formats;
  readonly onChange: (book: string) => void;
}

/** The assembly that answers for a site, by a part of its name out of all that the node knows. */
export function AssemblyField({ value, hint, supply, onChange, ...field }: AssemblyFieldProps): JSX.Element {
  const [found, setFound] = useState<OneBody | null>(null);
  // Of a book that was chosen before its whole name is known, and nothing more.
  const before = { origin: value, title: value, key: '', standing: null };
  const chosen = value === '' ? null : found?.origin === value ? found : before;
  return (
    <>
      <BodyField
        {...field}
        chosen={chosen}
        without={supply.origin}
        onChange={(body) => {
          setFound(body);
          onChange(body?.origin ?? '');
        }}
      />
      <p class="soft">{hint}</p>
    </>
  );
}
