import type { Sent } from '../shell/sent.ts';
import type { Session } from '../shell/session.ts';
import { useSession } from '../shell/watching.ts';

/** What came of something sent, while it says anything: what waited and was taken since does not wait, and what was refused then the frame says. */
export function useStanding(session: Session, sent: Sent | null): Sent | null {
  const { entries } = useSession(session);
  if (sent?.kind !== 'waiting') return sent;
  return entries.some(({ order, refused }) => order === sent.entry.order && refused === null) ? sent : null;
}
