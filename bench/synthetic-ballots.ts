// Ballots that look like an election's, from a seed: some candidates are strong, voters agree in part.
import { closeSync, openSync, writeSync } from 'node:fs';

export interface Profile {
  readonly ballots: number;
  readonly candidates: number;
  readonly seats: number;
  readonly seed: number;
  /** Whether everybody ranks all candidates; otherwise any number of them, from one to all. */
  readonly complete: boolean;
  /** Whether every order is as likely as any other: a close election, and of many candidates hardly two equal ballots. */
  readonly even: boolean;
}

/** Numbers from 0 to 1, the same ones for the same seed (Mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Calls `take` with each ballot: the candidates' numbers from 1, in a buffer that the next ballot overwrites. */
export function eachBallot(profile: Profile, take: (ranking: Uint8Array) => void): void {
  const { ballots, candidates, complete, even, seed } = profile;
  const next = numbersFrom(seed);
  const strengths = Float64Array.from({ length: candidates }, () => (even ? 1 : 0.2 + next() ** 2 * 4));
  const buffer = new Uint8Array(candidates);
  const left = new Float64Array(candidates);
  for (let ballot = 0; ballot < ballots; ballot++) {
    const length = complete ? candidates : 1 + Math.floor(next() * candidates);
    left.set(strengths);
    let sum = strengths.reduce((all, strength) => all + strength, 0);
    for (let rank = 0; rank < length; rank++) {
      let point = next() * sum;
      let chosen = -1;
      for (let at = 0; at < candidates; at++) {
        const strength = left[at] as number;
        if (strength === 0) continue;
        chosen = at;
        point -= strength;
        if (point < 0) break;
      }
      sum -= left[chosen] as number;
      left[chosen] = 0;
      buffer[rank] = chosen + 1;
    }
    take(buffer.subarray(0, length));
  }
}

const PIECE = 1 << 20;

/** Writes the ballots as a BLT file, one line each, as they come: equal ones are not put together. */
export function writeBallots(file: string, profile: Profile): void {
  const { candidates, seats, seed } = profile;
  const handle = openSync(file, 'w');
  const piece = Buffer.alloc(PIECE + 16 * (candidates + 2));
  let used = piece.write(`${candidates} ${seats}\n`);
  const flush = (): void => {
    for (let from = 0; from < used; ) from += writeSync(handle, piece, from, used - from);
    used = 0;
  };
  try {
    eachBallot(profile, (ranking) => {
      used += piece.write('1 ', used);
      for (const number of ranking) used += piece.write(numberWords[number] as string, used);
      used += piece.write('0\n', used);
      if (used >= PIECE) flush();
    });
    const names = Array.from({ length: candidates }, (_, at) => `"${nameOf(at + 1)}"\n`).join('');
    used += piece.write(`0\n${names}"Seed ${seed}"\n`, used);
    flush();
  } finally {
    closeSync(handle);
  }
}

const numberWords = Array.from({ length: 256 }, (_, number) => `${number} `);

export const nameOf = (number: number): string => `c${number}`;
