import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import type { DeskProps } from './desk-props.ts';

/** So many are looked through by eye; this area is too heavy for the lists that other areas have. */
const A_PAGE = 20;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Search<T> {
  readonly found: readonly T[];
  /** Null where there are few. */
  readonly field: JSX.Element | null;
  readonly more: JSX.Element | null;
}

/** Of many seats those with these parts of a name, without regard to accents: the first of them, and more when asked for. */
export function useSeatSearch<T extends { readonly said: string }>(
  id: string,
  rows: readonly T[],
  { words, formats: { number } }: Pick<DeskProps, 'words' | 'formats'>,
): Search<T> {
  const [q, setQ] = useState('');
  const [most, setMost] = useState(A_PAGE);
  if (rows.length <= A_PAGE) return { found: rows, field: null, more: null };
  const parts = plain(q).split(/\s+/);
  const all = rows.filter(({ said }) => parts.every((part) => plain(said).includes(part)));
  const found = all.slice(0, most);
  const left = all.length - found.length;
  const typed = (text: string): void => {
    setQ(text);
    setMost(A_PAGE);
  };
  const shown = words.find.shown(number(found.length), number(all.length));
  return {
    found,
    field: <TextField id={`${id}-q`} label={words.find.label} hint={shown} max={100} value={q} onChange={typed} />,
    more:
      left === 0 ? null : (
        <button type="button" class="small" onClick={() => setMost(most + A_PAGE)}>
          {words.find.more(number(Math.min(left, A_PAGE)))}
        </button>
      ),
  };
}
