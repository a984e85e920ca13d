// What the sections have in common: a figure with its unit, medians, time.

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Against what it is compared with in the same run. */
  readonly ratio?: number;
  readonly of?: string;
}

export interface Settings {
  /** Acts appended in each throughput measurement. */
  readonly appends: number;
  /** Acts of the book that is audited. */
  readonly acts: number;
  readonly rounds: number;
  /** Bases that a consultation asks. */
  readonly bases: number;
  /** Ballots of an election that is counted. */
  readonly ballots: number;
  /** Voters of the secret election that is verified. */
  readonly voters: number;
  /** Seconds from the end of the story to the look at memory. */
  readonly wait: number;
}

export type Section = (settings: Settings, say: (line: string) => void) => Promise<readonly Figure[]>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** Seconds, the median of `rounds`. */
export async function timed(rounds: number, work: () => unknown): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work();
    seconds.push((performance.now() - started) / 1_000);
  }
  return median(seconds);
}

export interface Spent {
  readonly seconds: number;
  /** Of this process alone: on a busy machine the clock counts what others do too. */
  readonly processor: number;
}

/** Seconds by the clock and by the processor, the median of each of `rounds`. */
export async function spent(rounds: number, work: () => unknown): Promise<Spent> {
  const processor: number[] = [];
  const seconds = await timed(rounds, async () => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1e6);
  });
  return { seconds, processor: median(processor) };
}
