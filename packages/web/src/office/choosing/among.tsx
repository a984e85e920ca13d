import type { JSX } from 'preact';
import { SelectField } from '../../form/fields.tsx';
import type { Formats } from '../../shell/formats.ts';
import { Combobox } from './combobox.tsx';
import { A_PAGE } from './paged.tsx';
import type { Find } from './use-found.ts';

interface Props<T> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly all: readonly T[];
  readonly chosen: T | null;
  readonly keyOf: (one: T) => string;
  readonly nameOf: (one: T) => string;
  readonly onChange: (one: T | null) => void;
  readonly formats: Formats;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** One of what is here already: a list where they are few, else by a part of the name as everywhere. */
export function Among<T>({ all, ...props }: Props<T>): JSX.Element {
  const { chosen, keyOf, nameOf, onChange, formats, ...field } = props;
  if (all.length <= A_PAGE)
    return (
      <SelectField
        {...field}
        value={chosen === null ? '' : keyOf(chosen)}
        choices={all.map((one) => ({ value: keyOf(one), words: nameOf(one) }))}
        onChange={(key) => onChange(all.find((one) => keyOf(one) === key) ?? null)}
      />
    );
  const find: Find<T> = async (q, from) => {
    const parts = plain(q).split(/\s+/);
    const rows = all.filter((one) => parts.every((part) => plain(nameOf(one)).includes(part)));
    return { rows: rows.slice(from, from + A_PAGE), all: rows.length };
  };
  return <Combobox {...field} {...{ chosen, keyOf, nameOf, find, onChange, formats }} beside={() => null} />;
}
