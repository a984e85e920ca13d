import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import { useSession } from '../../shell/watching.ts';
import type { Supply } from './supply-answer.ts';

export interface KnownSupply {
  readonly supply: Supply;
  /** When the node said so, in milliseconds of this device's clock. */
  readonly at: number;
  /** The node did not answer the last question: this is what was last known. */
  readonly stale: boolean;
}

const PATH = '/supply';
/** Between two questions while the page is looked at: an act of somebody else's is seen without pressing anything. */
const PAUSE_MS = 5_000;

/** The committee's state of supply: what was last known, then what the node says; kept on this device for where there is no network. */
export function useSupply(shell: Shell, session: Session): KnownSupply | null {
  const [known, setKnown] = useState<KnownSupply | null>(null);
  const size = useSession(session).me?.size ?? null;
  useEffect(() => {
    const person = session.person?.id;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      if (document.visibilityState === 'visible') {
        const reply = await session.ask<Supply>(PATH);
        if (over) return;
        if (reply.kind === 'ok') {
          const at = Date.now();
          setKnown({ supply: reply.value, at, stale: false });
          if (person !== undefined)
            void shell.storage.put('known', { person, path: PATH, value: reply.value, at }).catch(() => undefined);
        } else {
          setKnown((before) => (before === null ? null : { ...before, stale: true }));
          // The frame says that the node is not heard, and how old what is shown is.
          if (reply.kind === 'unreachable') void session.refresh();
        }
      }
      timer = setTimeout(() => void look(), PAUSE_MS);
    };
    const begin = async (): Promise<void> => {
      if (person !== undefined) {
        const kept = await shell.storage.get('known', [person, PATH]).catch(() => undefined);
        if (over) return;
        if (kept !== undefined)
          setKnown((before) => before ?? { supply: kept.value as Supply, at: kept.at, stale: true });
      }
      await look();
    };
    void begin();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [shell, session, size]);
  return known;
}
