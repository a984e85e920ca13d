import { readFile } from 'node:fs/promises';

/** `samples/el-alto/federation.json`: what is known of El Alto, and what was invented for the rest. */
export interface FullSample {
  readonly node: string;
  readonly neighbour: { readonly node: string; readonly title: string };
  readonly seed: string;
  /** Of all fourteen districts together. */
  readonly juntas: number;
  readonly federation: Named;
  readonly assembly: Named;
  readonly districts: readonly { readonly district: number; readonly population: number }[];
  readonly organisations: readonly Organisation[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

interface Named {
  readonly name: string;
  readonly title: string;
}

export interface Organisation extends Named {
  /** Name of the statute that it begins with. */
  readonly template: string;
  /** By which the Assembly gives it seats. */
  readonly class: string;
}

export async function readFullSample(): Promise<FullSample> {
  const file = new URL('../../../../../samples/el-alto/federation.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as FullSample;
}

/**
 * Juntas shared out among districts by population: largest remainder, and at least one each. What the smallest are raised
 * by is missing to those whose remainder is least.
 */
export function shareOut(total: number, populations: readonly number[]): readonly number[] {
  const people = populations.reduce((sum, one) => sum + one, 0);
  const shares = populations.map((one) => (one * total) / people);
  const counts = shares.map((share) => Math.max(1, Math.floor(share)));
  const rest = (place: number): number => (shares[place] ?? 0) - (counts[place] ?? 0);
  for (let left = total - sumOf(counts); left !== 0; left += left > 0 ? -1 : 1) {
    const places = counts.map((_, place) => place).filter((place) => left > 0 || (counts[place] ?? 0) > 1);
    places.sort((a, b) => (left > 0 ? rest(b) - rest(a) : rest(a) - rest(b)));
    const [place] = places;
    // Fewer juntas than districts: each has its one.
    if (place === undefined) break;
    counts[place] = (counts[place] ?? 0) + (left > 0 ? 1 : -1);
  }
  return counts;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
