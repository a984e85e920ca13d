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
]);

const POLL_MS = 5_000;
/** A proxy that swallows events lets the stream open and then says nothing; the first sign of life has this long. */
const OPENING_MS = 6_000;

export interface Following {
  stop(): void;
}

/**
 * Calls `changed` when the body's book has grown by something that matters here. Events come by SSE, which resumes by
 * itself; while there is no stream, the book is asked about from time to time.
 */
export function follow(path: string, from: number, changed: () => void): Following {
  const events = new EventSource(`${path}/events?from=${from}`);
  let timer: number | undefined;
  const poll = (after: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed();
      poll(POLL_MS);
    }, after);
  };
  const opening = OPENING_MS + Math.random() * 1_000;
  poll(opening);
  events.addEventListener('open', () => {
    clearTimeout(timer);
    // What happened while the stream was away comes through it; what hides behind a proxy is asked for now and then.
    poll(60_000 + Math.random() * 30_000);
  });
  events.addEventListener('error', () => poll(POLL_MS));
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
