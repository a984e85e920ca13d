/** So long after anybody last had to wait, memory counts for more than time again. */
const CALM_MS = 30_000;

/**
 * V8's memory saver (`bin/cabildo.js`) clears up after every few megabytes, which takes a third of the time of whoever makes pages
 * for many. So it rests while people wait for theirs. Call the answer whenever somebody does.
 */
export function memoryForTime(setFlag: (flag: string) => void, calmMs = CALM_MS): () => void {
  let resting: NodeJS.Timeout | null = null;
  return () => {
    if (resting === null) setFlag('--no-memory-saver-mode');
    else clearTimeout(resting);
    resting = setTimeout(() => {
      resting = null;
      setFlag('--memory-saver-mode');
    }, calmMs).unref();
  };
}
