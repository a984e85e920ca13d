/** Acts after which this page may have something else to show. */
const telling: ReadonlySet<string> = new Set([
  'SittingConvened',
  'SittingOpened',
  'SittingClosed',
  'PresenceCounted',
  'SeatAccredited',
  'RecallPresented',
  'AlternateSeated',
  'MotionTabled',
  'VoteOpened',
  'VoteClosed',
  'MinutesApproved',
  'FoundingWitnessed',
  'OfficerKeyReplaced',
  'ActSealed',
]);

const POLL_MS = 5_000;
/** A proxy that swallows events lets the stream open and then says nothing: even then the book is asked for at times. */
const QUIET_MS = 60_000;

export interface Following {
  stop(): void;
}

/**
 * Calls `changed` when the body's book has grown by something that matters here. Events come by SSE, which resumes by
 * itself; while there is no stream, the book is asked about from time to time.
 */
export function follow(path: string, from: number, changed: () => void): Following {
  const events = new EventSource(`${path}/events?from=${from}`);
  let every = POLL_MS;
  let timer: number | undefined;
  const poll = (): void => {
    clearTimeout(timer);
    // Phones that were cut off together do not come back together.
    timer = setTimeout(
      () => {
        changed();
        poll();
      },
      every * (1 + Math.random() / 4),
    );
  };
  const pollEvery = (wait: number): void => {
    // A stream that fails again and again must not put the next question off again and again.
    if (wait === every) return;
    every = wait;
    poll();
  };
  poll();
  events.addEventListener('open', () => pollEvery(QUIET_MS));
  events.addEventListener('error', () => pollEvery(POLL_MS));
  events.addEventListener('act', (event) => {
    const { act } = JSON.parse((event as MessageEvent<string>).data) as { act: string };
    if (telling.has(act)) changed();
  });
  const seen = (): void => {
    if (document.visibilityState === 'visible') changed();
  };
  document.addEventListener('visibilitychange', seen);
  addEventListener('online', changed);
  return {
    stop() {
      events.close();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', changed);
    },
  };
}
