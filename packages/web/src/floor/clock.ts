import { useEffect, useState } from 'preact/hooks';
import type { Live } from '../live-answer.ts';
import type { LiveTurn } from '../live-floor.ts';

/** How long a turn has lasted, and what is left of it; less than nothing once it is over. */
export function clockOf(turn: Pick<LiveTurn, 'seconds' | 'since' | 'allowed'>, now: number): Clock {
  const running = turn.since === null ? 0 : Math.max(0, Math.floor((now - Date.parse(turn.since)) / 1000));
  const spoken = turn.seconds + running;
  return { spoken, left: turn.allowed === null ? null : turn.allowed - spoken };
}

export interface Clock {
  readonly spoken: number;
  readonly left: number | null;
}

/** The node's time in milliseconds, each second: a phone whose clock is wrong shows the hall's. */
export function useNodeTime({ now }: Pick<Live, 'now'>): number {
  const [ahead, setAhead] = useState(() => Date.parse(now) - Date.now());
  const [time, setTime] = useState(() => Date.parse(now));
  useEffect(() => setAhead(Date.parse(now) - Date.now()), [now]);
  useEffect(() => {
    const tick = (): void => setTime(Date.now() + ahead);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [ahead]);
  return time;
}
