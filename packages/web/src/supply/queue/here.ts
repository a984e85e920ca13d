import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';

/** What this phone has done in a queue; kept on it, so that a page that is closed forgets no portion. */
export interface Here {
  /** What it has handed out: no card that it has served is served again, though the node has not heard of it yet. */
  readonly served: readonly { readonly mark: string; readonly card: number; readonly serving: string }[];
  /** Cards that were called, in their order, and were not there. */
  readonly missed: readonly number[];
  /** How many of the order have been called. */
  readonly called: number;
}

const nothingHere: Here = { served: [], missed: [], called: 0 };

/** Kept before anything is said to be so. */
export function useHere(shell: Shell, session: Session, queue: number) {
  const [here, setHere] = useState<Here | null>(null);
  const person = session.person?.id ?? '';
  const path = `here:queue ${queue}`;
  useEffect(() => {
    let stale = false;
    void shell.storage
      .get('known', [person, path])
      .catch(() => undefined)
      .then((kept) => {
        if (!stale) setHere((kept?.value as Here | undefined) ?? nothingHere);
      });
    return () => {
      stale = true;
    };
  }, [shell, person, path]);
  const change = async (next: Here): Promise<void> => {
    await shell.storage.put('known', { person, path, value: next, at: Date.now() }).catch(() => undefined);
    setHere(next);
  };
  return { here, change };
}
