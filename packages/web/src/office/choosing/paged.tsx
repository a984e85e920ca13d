import './choosing.css';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { useWords } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';
import { type Find, useFound } from './use-found.ts';
import { choosingWords } from './words.ts';
import type { ChoosingWords } from './words-es.ts';

export const A_PAGE = 20;

interface Props<T> {
  readonly id: string;
  /** Pages of `A_PAGE`. */
  readonly find: Find<T>;
  readonly keyOf: (one: T) => string;
  readonly row: (one: T, words: ChoosingWords) => ComponentChildren;
  readonly formats: Formats;
  /** Whatever makes the pages old. */
  readonly again?: unknown;
}

/** A list that the node has, a page at a time, and what is looked for in it. */
export function Paged<T>({ id, find, keyOf, row, formats, again = null }: Props<T>): JSX.Element {
  const words = useWords(choosingWords, formats);
  const [q, setQ] = useState('');
  const [from, setFrom] = useState(0);
  const { found, state } = useFound(find, q, from, again);
  const { number } = formats;
  if (words === null || (found === null && state !== 'lost')) return <p role="status">{formats.words.loading}</p>;
  const { rows, all } = found ?? { rows: [], all: 0 };
  const isLong = all > A_PAGE || q !== '';
  return (
    <div class="paged">
      {isLong ? (
        <TextField
          id={`${id}-q`}
          label={words.find}
          max={100}
          value={q}
          onChange={(typed) => {
            setFrom(0);
            setQ(typed);
          }}
        />
      ) : null}
      <p role="status" class="soft">
        {state === 'lost'
          ? words.lost
          : all === 0
            ? q === ''
              ? ''
              : words.none
            : isLong
              ? words.page(number(from + 1), number(from + rows.length), number(all))
              : ''}
      </p>
      <ul id={id}>
        {rows.map((one) => (
          <li key={keyOf(one)}>{row(one, words)}</li>
        ))}
      </ul>
      {all > A_PAGE ? (
        <div class="small-row">
          <button
            type="button"
            class="small"
            aria-disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - A_PAGE))}
          >
            {words.before}
          </button>
          <button
            type="button"
            class="small"
            aria-disabled={from + A_PAGE >= all}
            onClick={() => (from + A_PAGE < all ? setFrom(from + A_PAGE) : undefined)}
          >
            {words.after}
          </button>
        </div>
      ) : null}
    </div>
  );
}

interface SomeProps<T> {
  readonly all: readonly T[];
  readonly row: (one: T) => ComponentChildren;
  readonly formats: Formats;
}

/** The first of what is here already, and more of them when asked for. */
export function Some<T>({ all, row, formats }: SomeProps<T>): JSX.Element {
  const words = useWords(choosingWords, formats);
  const [shown, setShown] = useState(A_PAGE);
  const left = all.length - shown;
  return (
    <>
      {all.slice(0, shown).map(row)}
      {left > 0 && words !== null ? (
        <button type="button" class="small" onClick={() => setShown(shown + A_PAGE)}>
          {words.more(formats.number(Math.min(left, A_PAGE)))}
        </button>
      ) : null}
    </>
  );
}
