import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { pauseMs } from '../shell/asking.ts';

interface Asking {
  /** How often it was asked for, and up to which of these what is shown answers. */
  wanted: number;
  shown: number;
  busy: boolean;
  over: boolean;
  waiting: readonly { readonly turn: number; readonly told: () => void }[];
}

/**
 * A list that the node has, null until it is there, and the way to ask for it anew: over once an answer is shown that was asked for
 * from then on. Without a network it stays as it was last known, and is asked for again until it comes. `look`: null is no answer.
 */
export function useListed<T>(look: () => Promise<T | null>): readonly [T | null, () => Promise<void>] {
  const [known, setKnown] = useState<T | null>(null);
  // Whatever was asked for by another `look` is not waited for.
  const asking = useMemo((): Asking => ({ wanted: 0, shown: 0, busy: false, over: false, waiting: [] }), [look]);
  const ask = useCallback(
    () =>
      new Promise<void>((told) => {
        asking.wanted += 1;
        asking.waiting = [...asking.waiting, { turn: asking.wanted, told }];
        void untilShown(asking, look, setKnown);
      }),
    [asking, look],
  );
  useEffect(() => {
    asking.over = false;
    void ask();
    return () => {
      asking.over = true;
    };
  }, [asking, ask]);
  return [known, ask];
}

async function untilShown<T>(asking: Asking, look: () => Promise<T | null>, show: (known: T) => void): Promise<void> {
  if (asking.busy) return;
  asking.busy = true;
  while (asking.shown < asking.wanted && !asking.over) {
    const turn = asking.wanted;
    const known = await look();
    if (asking.over) break;
    if (known === null) await new Promise((resolve) => setTimeout(resolve, pauseMs()));
    else {
      show(known);
      asking.shown = turn;
      for (const one of asking.waiting) if (one.turn <= turn) one.told();
      asking.waiting = asking.waiting.filter((one) => one.turn > turn);
    }
  }
  asking.busy = false;
}
