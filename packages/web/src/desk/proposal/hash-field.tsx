import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActAnswer } from '../../answers.ts';
import { answered, ask, bodyPath } from '../../shell/asking.ts';
import { hashOf } from '../announced.ts';
import { TextField } from '../fields.tsx';
import type { DeskProps } from '../props.ts';

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
  // What is chosen beside it while the answer is on its way stays chosen.
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    setTitle(null);
    if (book === '' || index === null) return;
    let stale = false;
    void answered(
      () => ask<ActAnswer>(`${bodyPath(book)}/acts/${index}`),
      () => stale,
    ).then((reply) => {
      if (stale || reply.kind !== 'ok') return;
      const { data } = reply.value.entry as { readonly data: Readonly<Record<string, unknown>> };
      if (typeof data.textHash !== 'string') return;
      setTitle(typeof data.title === 'string' ? data.title : '');
      latest.current(data.textHash);
    });
    return () => {
      stale = true;
    };
  }, [book, index]);
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
