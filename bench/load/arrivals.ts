// Many people doing one thing, each at a moment of their own: how long each waited, counted from that moment and not from
// when the measuring program got round to it.
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../measure.ts';

export interface Arrivals {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  /** From the first moment to the last answer, in seconds. */
  readonly took: number;
  readonly failures: readonly string[];
}

/** Spreads `people` evenly over so many milliseconds, in an order that has nothing to do with the roll's. */
export async function arrive<T>(
  people: readonly T[],
  overMs: number,
  work: (person: T, i: number) => Promise<void>,
): Promise<Arrivals> {
  const waits: number[] = [];
  const failures: string[] = [];
  const started = performance.now();
  await Promise.all(
    shuffled(people).map(async (person, i) => {
      const due = started + (i * overMs) / people.length;
      if (overMs > 0) await pause(Math.max(0, due - performance.now()));
      try {
        await work(person, i);
        waits.push(performance.now() - due);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
    }),
  );
  const at = (part: number): number => percentile(waits, part);
  const took = (performance.now() - started) / 1_000;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1), took, failures };
}

/** The same order in every run. */
function shuffled<T>(list: readonly T[]): T[] {
  let seed = 2005;
  const random = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** Asks again and again until `stop` is called: how long each answer took. */
export function keepAsking(everyMs: number, work: () => Promise<void>): { stop(): Promise<readonly number[]> } {
  const waits: number[] = [];
  let going = true;
  const asking = (async () => {
    while (going) {
      const started = performance.now();
      await work();
      waits.push(performance.now() - started);
      await pause(everyMs);
    }
  })();
  return {
    async stop() {
      going = false;
      await asking;
      return waits;
    },
  };
}
