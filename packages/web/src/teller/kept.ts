import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../shell/session.ts';
import type { Shell } from '../shell/shell.ts';

/**
 * What this teller has on this phone: the number at the door as far as it was counted, and which counts were given. A page that
 * is closed in the middle of a count goes on where it was; nothing of it is shown to anybody else. Undefined until it was read:
 * nothing is offered to press before that, because what was kept would be lost, or the press.
 */
export function useKept<T>(
  shell: Shell,
  session: Session,
  name: string,
  empty: T,
): readonly [T | undefined, (change: (now: T) => T) => void] {
  const [, redraw] = useState({});
  const person = session.person?.id ?? '';
  const path = `/teller/${name}`;
  const key = `${person} ${path}`;
  const kept = useRef<{ readonly key: string; readonly value: T } | null>(null);
  const hold = (value: T): void => {
    kept.current = { key, value };
    redraw({});
  };
  useEffect(() => {
    let gone = false;
    const read = (known?: { readonly value: unknown }): void => {
      if (!gone) hold(known === undefined ? empty : (known.value as T));
    };
    shell.storage.get('known', [person, path]).then(read, () => read());
    return () => {
      gone = true;
    };
  }, [key]);
  const change = (next: (now: T) => T): void => {
    // Of another count, or not read yet: whoever pressed cannot have meant this one.
    if (kept.current?.key !== key) return;
    const value = next(kept.current.value);
    hold(value);
    void shell.storage.put('known', { person, path, value, at: Date.now() }).catch(() => undefined);
  };
  return [kept.current?.key === key ? kept.current.value : undefined, change];
}

/** Count → the last round in which this phone has given its number. */
export type Given = Readonly<Record<string, number>>;
