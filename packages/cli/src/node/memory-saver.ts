/** So long after many last asked, memory counts for more than time again. */
const CALM_MS = 30_000;
/** So many within a second are many. */
const MANY = 20;
const SECOND_MS = 1_000;

/**
 * V8's memory saver (`bin/cabildo.js`) clears up after every few megabytes, which takes a third of the time of whoever makes pages
 * or takes votes for many, and keeps all of them waiting each time. So it rests while many ask. Call the answer whenever somebody
 * does.
 */
export function memoryForTime(setFlag: (flag: string) => void, calmMs = CALM_MS): () => void {
  let resting: NodeJS.Timeout | null = null;
  let [since, asked] = [0, 0];
  return () => {
    const now = Date.now();
    if (Math.abs(now - since) >= SECOND_MS) [since, asked] = [now, 0];
    asked += 1;
    // Once in each such second.
    if (asked !== MANY) return;
    if (resting === null) setFlag('--no-memory-saver-mode');
    else clearTimeout(resting);
    resting = setTimeout(() => {
      resting = null;
      setFlag('--memory-saver-mode');
    }, calmMs).unref();
  };
}
