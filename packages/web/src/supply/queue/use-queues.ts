import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';
import { useSession } from '../../shell/watching.ts';
import type { Queues } from './queue-answer.ts';

export interface KnownQueues {
  readonly queues: Queues;
  /** When the node said so, in milliseconds of this device's clock. */
  readonly at: number;
  readonly stale: boolean;
}

const PATH = '/queues.json';
/** Another phone serves too: what it has brought is heard without pressing anything. */
const PAUSE_MS = 4_000;

export function useQueues(shell: Shell, session: Session): KnownQueues | null {
  const [known, setKnown] = useState<KnownQueues | null>(null);
  const size = useSession(session).me?.size ?? null;
  useEffect(() => {
    const person = session.person?.id ?? '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const reply = await session.ask<Queues>(PATH);
      if (over) return;
      if (reply.kind === 'ok') {
        const at = Date.now();
        setKnown({ queues: reply.value, at, stale: false });
        void shell.storage.put('known', { person, path: PATH, value: reply.value, at }).catch(() => undefined);
      } else setKnown((before) => (before === null ? null : { ...before, stale: true }));
      timer = setTimeout(() => void look(), PAUSE_MS);
    };
    const begin = async (): Promise<void> => {
      const kept = await shell.storage.get('known', [person, PATH]).catch(() => undefined);
      if (over) return;
      if (kept !== undefined)
        setKnown((before) => before ?? { queues: kept.value as Queues, at: kept.at, stale: true });
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
