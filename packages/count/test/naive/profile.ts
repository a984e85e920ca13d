// Profiles as plain lists, for counting a second time without any of the package's own structures.
import fc from 'fast-check';
import type { Election } from '../../src/election.ts';
import { readElection } from '../../src/formats/read.ts';

export type NaiveBallot = { readonly ranks: readonly (readonly number[])[]; readonly weight: number };
export type NaiveProfile = {
  readonly candidates: number;
  readonly seats: number;
  readonly ballots: readonly NaiveBallot[];
};

/** Strict orders, complete or not; few candidates, so that ties and circles are frequent. */
export const profiles = (ties = false): fc.Arbitrary<NaiveProfile> =>
  fc.integer({ min: 2, max: 5 }).chain((candidates) => {
    const order = fc.shuffledSubarray(
      Array.from({ length: candidates }, (_, at) => at),
      { minLength: 1 },
    );
    const joined = fc.array(fc.boolean(), { minLength: candidates, maxLength: candidates });
    const ballot = fc
      .record({ order, joined, weight: fc.integer({ min: 1, max: 9 }) })
      .map(({ order: names, joined: with_, weight }) => {
        const ranks: number[][] = [];
        names.forEach((name, at) => {
          if (ties && at > 0 && with_[at] === true) ranks.at(-1)?.push(name);
          else ranks.push([name]);
        });
        return { ranks, weight };
      });
    return fc.record({
      candidates: fc.constant(candidates),
      seats: fc.integer({ min: 1, max: Math.max(1, candidates - 1) }),
      ballots: fc.array(ballot, { minLength: 1, maxLength: 12 }),
    });
  });

export function bltOf({ candidates, seats, ballots }: NaiveProfile): string {
  const lines = ballots.map(
    ({ ranks, weight }) => `${weight} ${ranks.map((rank) => rank.map((at) => at + 1).join('=')).join(' ')} 0`,
  );
  const names = Array.from({ length: candidates }, (_, at) => `"C${at + 1}"`);
  return [`${candidates} ${seats}`, ...lines, '0', ...names, '"generated"', ''].join('\n');
}

export function electionOf(profile: NaiveProfile): Election {
  return read('blt', bltOf(profile));
}

export function read(extension: string, text: string): Election {
  const reading = readElection(extension, [new TextEncoder().encode(text)]);
  if (!reading.ok)
    throw new Error(`${reading.problem.line}:${reading.problem.column} ${reading.problem.text.en}\n${text}`);
  return reading.election;
}
