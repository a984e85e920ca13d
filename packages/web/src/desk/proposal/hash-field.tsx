import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ActAnswer } from '../../answers.ts';
import { bodyPath } from '../../shell/asking.ts';
import { hashOf } from '../announced.ts';
import { TextField } from '../fields.tsx';
import type { DeskProps } from '../props.ts';
import { useAnswer } from './known.ts';

/** An act of another book, as far as it is said. */
export interface There {
  readonly book: string;
  readonly index: number | null;
}

interface HashProps {
  readonly label: string;
  readonly value: string;
  /** The act of another book whose text it is, if it is of one. */
  readonly of: There | undefined;
  readonly words: DeskProps['words'];
  readonly onChange: (hash: string) => void;
}

/** The hash of a text: read in the book that has it, else of the words that are typed. Nobody types a hash. */
export function HashField({ label, value, of, words, onChange }: HashProps): JSX.Element {
  const [title, setTitle] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { book = '', index = null } = of ?? {};
  useAnswer<ActAnswer>(book === '' || index === null ? null : `${bodyPath(book)}/acts/${index}`, (answer) => {
    const { title: said = '', textHash } =
      (answer?.entry as { readonly data: Readonly<Record<string, unknown>> } | undefined)?.data ?? {};
    const isText = typeof textHash === 'string';
    setTitle(isText ? String(said) : null);
    if (isText) onChange(textHash);
  });
  if (title !== null && value !== '') return <p class="soft">{words.fields.theirText(title)}</p>;
  return (
    <TextField
      label={label}
      most={20_000}
      lines={4}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(typed.trim() === '' ? '' : hashOf(typed));
      }}
    />
  );
}
