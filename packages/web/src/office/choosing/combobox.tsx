import './choosing.css';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';
import { type Find, useFound } from './use-found.ts';
import { choosingWords } from './words.ts';
import type { ChoosingWords } from './words-es.ts';

interface Props<T> {
  readonly id: string;
  readonly label: string;
  readonly chosen: T | null;
  readonly keyOf: (one: T) => string;
  readonly nameOf: (one: T) => string;
  /** What is said of one beside its name. */
  readonly beside: (one: T, words: ChoosingWords) => ComponentChildren;
  readonly find: Find<T>;
  readonly onChange: (one: T | null) => void;
  readonly formats: Formats;
}

/**
 * One out of thousands, by a part of its name: the combobox with a list of the ARIA Authoring Practices (1.2). The keys stay in the
 * field; the list is the node's, a page of it.
 */
export function Combobox<T>(props: Props<T>): JSX.Element {
  const { id, label, chosen, keyOf, nameOf, beside, find, onChange, formats } = props;
  const words = useWords(choosingWords, formats);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  // By its key, so that an answer that comes later and has it too does not take it away from under the next press.
  const [marked, setMarked] = useState<string | null>(null);
  const { found, state } = useFound(find, isOpen ? typed : null);
  const rows = found?.rows ?? [];
  const at = rows.findIndex((one) => keyOf(one) === marked);
  const current = isOpen ? rows[at] : undefined;
  const take = (one: T): void => {
    setTyped('');
    setMarked(null);
    setOpen(false);
    onChange(one);
  };
  const pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = rows[at < 0 && step < 0 ? rows.length - 1 : (at + step + rows.length) % rows.length];
      if (isOpen && next !== undefined) setMarked(keyOf(next));
      setOpen(true);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (current !== undefined) take(current);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
    }
  };
  return (
    <div class="field combobox">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={200}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
        aria-describedby={`${id}-how`}
        value={isOpen || chosen === null ? typed : nameOf(chosen)}
        onFocus={() => chosen === null && setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={pressed}
        onInput={({ currentTarget: { value } }) => {
          if (chosen !== null) onChange(null);
          setTyped(value);
          setMarked(null);
          setOpen(true);
        }}
      />
      <Options
        {...{ id, label, rows, at, keyOf, nameOf, take }}
        shown={isOpen}
        beside={(one) => words && beside(one, words)}
      />
      <p id={`${id}-how`} class="soft" role="status">
        {words === null ? '' : saidOf(words, { isOpen, state, shown: rows.length, all: found?.all ?? null }, formats)}
      </p>
      {chosen === null || isOpen || words === null ? null : <div class="chosen">{beside(chosen, words)}</div>}
    </div>
  );
}

interface OptionsProps<T> extends Pick<Props<T>, 'id' | 'label' | 'keyOf' | 'nameOf'> {
  readonly rows: readonly T[];
  /** Which of them the keys are at. */
  readonly at: number;
  readonly shown: boolean;
  readonly beside: (one: T) => ComponentChildren;
  readonly take: (one: T) => void;
}

/** Chosen by a press or, from the field, by a key: the focus never comes here. */
function Options<T>({ id, label, rows, at, shown, keyOf, nameOf, beside, take }: OptionsProps<T>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    <div id={`${id}-list`} ref={list} role="listbox" aria-label={label} hidden={!shown || rows.length === 0}>
      {rows.map((one, place) => (
        <div
          key={keyOf(one)}
          id={`${id}-${place}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === at}
          // A press would take the focus out of the field, and with it the list away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(one)}
          onKeyDown={(event) => event.key === 'Enter' && take(one)}
        >
          <span>{nameOf(one)}</span>
          {beside(one)}
        </div>
      ))}
    </div>
  );
}

interface Standing {
  readonly isOpen: boolean;
  readonly state: 'seeking' | 'here' | 'lost';
  readonly shown: number;
  readonly all: number | null;
}

function saidOf(words: ChoosingWords, { isOpen, state, shown, all }: Standing, { number }: Formats): string {
  if (!isOpen) return words.how;
  if (state === 'lost') return words.lost;
  if (state === 'seeking' || all === null) return words.seeking;
  if (all === 0) return words.none;
  return all > shown ? words.first(number(shown), number(all)) : words.found(number(all));
}
