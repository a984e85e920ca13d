import { useEffect, useState } from 'preact/hooks';

/** Which question of a meeting is on the screen. */
export interface View {
  readonly at: 'list' | 'new' | 'hall' | 'count' | 'decision' | 'task' | 'objection' | 'details' | 'paper';
  readonly meeting?: string;
  readonly item?: string;
  /** The decision, task or objection that is changed; a new one where nothing is said. */
  readonly of?: string;
}

const KEY = 'meetingView';

const viewIn = (state: unknown): View =>
  (typeof state === 'object' && state !== null ? (state as { readonly [KEY]?: View })[KEY] : undefined) ?? {
    at: 'list',
  };

/** In the history, not in the address: the phone’s own “back” works, a reload stays, and no address names a meeting. */
export function useView(): readonly [View, (next: View) => void] {
  const [view, setView] = useState(() => viewIn(history.state));
  useEffect(() => {
    const shown = (event: PopStateEvent): void => setView(viewIn(event.state));
    addEventListener('popstate', shown);
    return () => removeEventListener('popstate', shown);
  }, []);
  const go = (next: View): void => {
    history.pushState({ ...(history.state as object | null), [KEY]: next }, '');
    setView(next);
  };
  return [view, go];
}
