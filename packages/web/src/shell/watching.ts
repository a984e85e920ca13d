import { useEffect, useState } from 'preact/hooks';
import type { LiveView, Session, SessionState } from './session.ts';
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

/** A sitting as it stands, and whether that is what was last known only. */
export function useLive(session: Session, sitting: number): LiveView {
  const [view, setView] = useState<LiveView>({ live: null, at: null, fresh: false, problem: null });
  useEffect(() => session.live(sitting, setView), [session, sitting]);
  return view;
}
