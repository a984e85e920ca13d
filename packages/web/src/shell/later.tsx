import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { areaStyles } from './area-styles.ts';
import { pauseMs } from './asking.ts';
import type { Formats } from './formats.ts';
import { Action, Alert } from './parts.tsx';

interface LaterProps<P> {
  readonly load: () => Promise<ComponentType<P>>;
  readonly props: P;
  readonly formats: Formats;
}

/** A screen that is loaded when somebody opens it, not with the page. */
export function Later<P extends object>({ load, props, formats }: LaterProps<P>): JSX.Element {
  const [Screen, setScreen] = useState<ComponentType<P> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null | undefined;
    const attempt = (): Promise<void> =>
      Promise.all([load(), areaStyles()]).then(
        ([loaded]) => setScreen(() => loaded),
        () => {
          setFailed(true);
          if (timer !== null) timer = setTimeout(attempt, pauseMs());
        },
      );
    void attempt();
    return () => {
      clearTimeout(timer ?? 0);
      timer = null;
    };
  }, []);
  if (Screen !== null) return <Screen {...props} />;
  if (!failed)
    return (
      <p class="soft" role="status">
        {formats.words.loading}
      </p>
    );
  // Some browsers remember that a file could not be had: there only the page itself, loaded again, asks for it again.
  return (
    <>
      <Alert icon="offline">{formats.words.notLoaded}</Alert>
      <Action icon="back" tone="indigo" onClick={() => location.reload()}>
        {formats.words.again}
      </Action>
    </>
  );
}
