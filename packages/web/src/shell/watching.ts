import { useEffect, useState } from 'preact/hooks';
import { type LiveView, nothingKnown } from './lives.ts';
import type { Session, SessionState } from './session.ts';
import type { Shell, ShellState } from './shell.ts';

interface Watchable<S> {
  readonly state: S;
  watch(listener: () => void): () => void;
}

export function useWatched<S>(watched: Watchable<S>): S {
  const [state, setState] = useState(watched.state);
  useEffect(() => {
    setState(watched.state);
    return watched.watch(() => setState(watched.state));
  }, [watched]);
  return state;
}

export const useShell = (shell: Shell): ShellState => useWatched(shell);

/** Where a person stands: `me`, what waits, whether the node is heard. */
export const useSession = (session: Session): SessionState => useWatched(session);

/** A sitting as it stands (of none: nothing), and whether that is what was last known only. */
export function useLive(session: Session, sitting: number | null): LiveView {
  const [view, setView] = useState<LiveView>(nothingKnown);
  useEffect(() => {
    setView(nothingKnown);
    return sitting === null ? undefined : session.live(sitting, setView);
  }, [session, sitting]);
  return view;
}
