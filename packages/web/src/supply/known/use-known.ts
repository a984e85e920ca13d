import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import { useSession } from '../../shell/watching.ts';

export interface Known<T> {
  readonly value: T;
  /** When the node said so, in milliseconds of this device's clock. */
  readonly at: number;
  /** The node did not answer the last question: this is what was last known. */
  readonly stale: boolean;
}

/** What a node says at a path of a body: what was last known, then what it says now and every `pauseMs` while the page is looked at; kept on this device for where there is no network. */
export function useKnown<T>(shell: Shell, session: Session, path: string, pauseMs: number): Known<T> | null {
  const [known, setKnown] = useState<Known<T> | null>(null);
  const size = useSession(session).me?.size ?? null;
  useEffect(() => {
    const person = session.person?.id ?? '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'visible') {
        const reply = await session.ask<T>(path);
        if (over) return;
        if (reply.kind === 'ok') {
          const at = Date.now();
          setKnown({ value: reply.value, at, stale: false });
          void shell.storage.put('known', { person, path, value: reply.value, at }).catch(() => undefined);
        } else {
          setKnown((before) => (before === null ? null : { ...before, stale: true }));
          // The frame says that the node is not heard, and how old what is shown is.
          if (reply.kind === 'unreachable') void session.refresh();
        }
      }
      timer = setTimeout(() => void look(), pauseMs);
    };
    const begin = async (): Promise<void> => {
      const kept = await shell.storage.get('known', [person, path]).catch(() => undefined);
      if (over) return;
      if (kept !== undefined) setKnown((before) => before ?? { value: kept.value as T, at: kept.at, stale: true });
      await look();
    };
    void begin();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [shell, session, path, pauseMs, size]);
  return known;
}
