import { useEffect, useState } from 'preact/hooks';
import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import { useSession } from '../shell/watching.ts';

/**
 * What came of something sent, as it stands now: what waited and was taken since is done, with what the node said to it; and what
 * was refused then the frame says, so it says nothing any more.
 */
export function useStanding(session: Session, sent: Sent | null): Sent | null {
  const { entries } = useSession(session);
  const [later, setLater] = useState<Sent | null>(null);
  const waits = sent?.kind === 'waiting';
  useEffect(() => {
    let stale = false;
    setLater(null);
    if (waits)
      void sent.later.then((taken) => {
        if (!stale) setLater(taken);
      });
    return () => {
      stale = true;
    };
  }, [sent]);
  if (!waits) return sent;
  return entries.some(({ order, refused }) => order === sent.entry.order && refused === null) ? sent : later;
}
