import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../shell/session.ts';
import type { Shell } from '../shell/shell.ts';

/**
 * What this teller has on this phone: the number at the door as far as it was counted, and which counts were given. A page that
 * is closed in the middle of a count goes on where it was; nothing of it is shown to anybody else.
 */
export function useKept<T>(shell: Shell, session: Session, name: string, empty: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(empty);
  const person = session.person?.id ?? '';
  const path = `/teller/${name}`;
  useEffect(() => {
    let gone = false;
    setValue(empty);
    shell.storage
      .get('known', [person, path])
      .then((known) => {
        if (!gone && known !== undefined) setValue(known.value as T);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [person, path]);
  const keep = (next: T): void => {
    setValue(next);
    void shell.storage.put('known', { person, path, value: next, at: Date.now() }).catch(() => undefined);
  };
  return [value, keep];
}

/** Count → the last round in which this phone has given its number. */
export type Given = Readonly<Record<string, number>>;
