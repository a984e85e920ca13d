import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';

export interface ServedHere {
  readonly mark: string;
  readonly card: number;
  readonly serving: string;
  /** Until it is known what came of it. A card's code is a secret of whoever holds the card: it is kept no longer. */
  readonly open?: {
    readonly code: string;
    /** False: the node was asked, and this phone has not heard its answer. True: handed out without a network, and not yet on its way. */
    readonly given: boolean;
  };
}

/** Phones that do not hear each other share the order out: each serves its own part. */
export interface Tables {
  readonly of: number;
  /** From 1. */
  readonly mine: number;
}

/** What this phone has done in a queue; kept on it, so that a page that is closed forgets no portion. */
export interface Here {
  /** What it has handed out, or is about to: kept before anybody is asked, so that it knows its own serving again. */
  readonly served: readonly ServedHere[];
  /** Cards that were called, in their order, and were not there. */
  readonly missed: readonly number[];
  /** How many of its part of the order have been called. */
  readonly called: number;
  /** Absent: it serves whoever comes. */
  readonly tables?: Tables | undefined;
}

export type ChangeHere = (change: (here: Here) => Here) => Promise<void>;

const nothingHere: Here = { served: [], missed: [], called: 0 };

/** Kept before anything is said to be so. */
export function useHere(shell: Shell, session: Session, queue: number) {
  const [here, setHere] = useState<Here | null>(null);
  const latest = useRef(nothingHere);
  const person = session.person?.id ?? '';
  const path = `here:queue ${queue}`;
  useEffect(() => {
    let stale = false;
    void shell.storage
      .get('known', [person, path])
      .catch(() => undefined)
      .then((kept) => {
        if (stale) return;
        latest.current = (kept?.value as Here | undefined) ?? nothingHere;
        setHere(latest.current);
      });
    return () => {
      stale = true;
    };
  }, [shell, person, path]);
  const change: ChangeHere = async (next) => {
    const value = next(latest.current);
    latest.current = value;
    await shell.storage.put('known', { person, path, value, at: Date.now() }).catch(() => undefined);
    setHere(value);
  };
  return { here, change };
}

/** One serving, as it stands now; null: it did not take place. */
export const withServing = (here: Here, serving: string, one: ServedHere | null): Here => ({
  ...here,
  served: [...here.served.filter((other) => other.serving !== serving), ...(one === null ? [] : [one])],
});

export const settled = ({ open: _open, ...one }: ServedHere): ServedHere => one;
