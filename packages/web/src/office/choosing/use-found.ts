import { useEffect, useRef, useState } from 'preact/hooks';
import { pauseMs } from '../../shell/asking.ts';

export interface Found<T> {
  readonly rows: readonly T[];
  readonly all: number;
}

/** Null: no answer. What is not wanted any more is cut off by the signal. */
export type Find<T> = (q: string, from: number, signal: AbortSignal) => Promise<Found<T> | null>;

/** Long enough that a word is typed without a question for every letter. */
const TYPING_MS = 250;
const PATIENCE_MS = 10_000;

export interface Looking<T> {
  /** What was found last, also while something else is looked for. */
  readonly found: Found<T> | null;
  readonly state: 'seeking' | 'here' | 'lost';
}

/**
 * What is found for that text, asked for once the typing pauses; a question that was overtaken is cut off, so that a thin line
 * carries the last one alone. `q` null: nothing is looked for. `again`: whatever makes an answer old.
 */
export function useFound<T>(find: Find<T>, q: string | null, from = 0, again: unknown = null): Looking<T> {
  const [tries, setTries] = useState(0);
  const [looking, setLooking] = useState<Looking<T>>({ found: null, state: 'seeking' });
  const latest = useRef(find);
  latest.current = find;
  const typed = useRef(false);
  useEffect(() => {
    if (q === null) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stale = false;
    const look = async (): Promise<void> => {
      const patience = setTimeout(() => controller.abort(), PATIENCE_MS);
      const found = await latest.current(q, from, controller.signal).catch(() => null);
      clearTimeout(patience);
      if (stale) return;
      setLooking((before) => ({ found: found ?? before.found, state: found === null ? 'lost' : 'here' }));
      if (found === null) timer = setTimeout(() => setTries((times) => times + 1), pauseMs());
    };
    setLooking(({ found }) => ({ found, state: 'seeking' }));
    timer = setTimeout(() => void look(), typed.current ? TYPING_MS : 0);
    typed.current = true;
    return () => {
      stale = true;
      clearTimeout(timer);
      controller.abort();
    };
  }, [q, from, again, tries]);
  return looking;
}

/** As it is answered; anything but an answer is none. */
export async function askFor<T>(path: string, signal: AbortSignal): Promise<T | null> {
  try {
    const response = await fetch(path, { cache: 'no-store', referrerPolicy: 'no-referrer', signal });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
