import type { Rounds, RoundsAsked } from './make-rounds.ts';

/** In a thread of its own: looking for rounds takes seconds, and the page stays at hand. Null where it does not come, or failed. */
export function roundsApart(asked: RoundsAsked, signal: AbortSignal): Promise<Rounds | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./rounds-worker.ts', import.meta.url), { type: 'module' });
    const end = (made: Rounds | null): void => {
      worker.terminate();
      resolve(made);
    };
    worker.onmessage = ({ data }: MessageEvent<Rounds>) => end(data);
    worker.onerror = () => end(null);
    signal.addEventListener('abort', () => end(null));
    worker.postMessage(asked);
  });
}
