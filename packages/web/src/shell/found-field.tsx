import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask, pauseMs } from './asking.ts';
import type { Formats } from './formats.ts';

export type Choice = readonly [value: string, said: string];

/** The first of what is there, and how many there are in all. */
export interface Found {
  readonly rows: readonly Choice[];
  readonly all: number;
}

/** Long enough that a word is typed without a question for every letter. */
const TYPING_MS = 250;

/**
 * What of it the node has with those words; asked again where no answer comes. Null before anything came, undefined while the node
 * cannot be reached.
 */
export function useFound<T>(path: string, q: string, foundIn: (answer: T) => Found): Found | null | undefined {
  const [found, setFound] = useState<Found | null | undefined>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null | undefined;
    const look = async (): Promise<void> => {
      const reply = await ask<T>(`${path}q=${encodeURIComponent(q)}`);
      if (timer === null) return;
      setFound(reply.kind === 'ok' ? foundIn(reply.value) : undefined);
      if (reply.kind === 'unreachable') timer = setTimeout(look, pauseMs());
    };
    timer = setTimeout(look, q === '' ? 0 : TYPING_MS);
    return () => {
      clearTimeout(timer ?? 0);
      timer = null;
    };
  }, [path, q]);
  return found;
}

interface Props {
  readonly id: string;
  readonly label: string;
  readonly found: Found | null | undefined;
  /** What can be chosen whatever is found. */
  readonly besides?: readonly Choice[];
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly formats: Formats;
}

/** One of a list, which a part of its words makes shorter where it is long. */
export function FoundField(props: Props): JSX.Element {
  const { id, label, found, besides = [], typed, onType, value, onChange, formats } = props;
  const { words, number } = formats;
  const { rows, all } = found ?? { rows: [['', words.loading] as const], all: 0 };
  const others = rows.filter(([one]) => !besides.some(([other]) => other === one));
  return (
    <>
      {typed !== '' || all > rows.length ? (
        <>
          <label for={`${id}-q`}>{words.find(number(rows.length), number(all))}</label>
          <input
            id={`${id}-q`}
            type="text"
            autocomplete="off"
            maxLength={100}
            value={typed}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
          />
        </>
      ) : null}
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {[...besides, ...others].map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </>
  );
}
