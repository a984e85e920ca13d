// Profiles as plain lists, for counting a second time without any of the package's own structures.
import fc from 'fast-check';
import type { Election } from '../../src/election.ts';
import { readElection } from '../../src/formats/read.ts';

/** Who is elected, by place, or that a lot is needed. */
export type Verdict = readonly number[] | 'tie';

/** Ranks from the first on; an empty one was skipped, one with several is shared. */
export type NaiveBallot = { readonly ranks: readonly (readonly number[])[]; readonly weight: number };
export type NaiveProfile = {
  readonly candidates: number;
  readonly seats: number;
  readonly ballots: readonly NaiveBallot[];
  /** Grades by ballot and candidate, where the ballots are scored. */
  readonly scores?: readonly (readonly number[])[];
  /** What each candidate costs, where the candidates are projects. */
  readonly costs?: readonly number[];
  readonly budget?: number;
};

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);
const sizes = fc.integer({ min: 2, max: 5 });
const seatsBelow = (candidates: number) => fc.integer({ min: 1, max: Math.max(1, candidates - 1) });

/** Strict orders, complete or not; few candidates, so that ties and circles are frequent. */
export const profiles = (ties = false): fc.Arbitrary<NaiveProfile> =>
  sizes.chain((candidates) => {
    const order = fc.shuffledSubarray(places(candidates), { minLength: 1 });
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
      seats: seatsBelow(candidates),
      ballots: fc.array(ballot, { minLength: 1, maxLength: 12 }),
    });
  });

/** Ballots as people really fill them in: ranks left empty, somebody ranked twice, two at one rank. */
export const roughProfiles: fc.Arbitrary<NaiveProfile> = sizes.chain((candidates) => {
  const one = fc.integer({ min: 0, max: candidates - 1 });
  const rank = fc.oneof(
    { weight: 8, arbitrary: one.map((at) => [at]) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.shuffledSubarray(places(candidates), { minLength: 2, maxLength: 2 }) },
  );
  const ranks = fc.array(rank, { minLength: 1, maxLength: 5 });
  return fc.record({
    candidates: fc.constant(candidates),
    seats: seatsBelow(candidates),
    ballots: fc.array(fc.record({ ranks, weight: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 12 }),
  });
});

/** One set of candidates a ballot. */
export const approvals: fc.Arbitrary<NaiveProfile> = sizes.chain((candidates) =>
  fc.record({
    candidates: fc.constant(candidates),
    seats: fc.integer({ min: 1, max: candidates }),
    ballots: fc.array(
      fc.subarray(places(candidates), { minLength: 1 }).map((set) => ({ ranks: [set], weight: 1 })),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

export const budgets: fc.Arbitrary<NaiveProfile> = approvals.chain((profile) =>
  fc
    .record({
      costs: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: profile.candidates, maxLength: profile.candidates }),
      budget: fc.integer({ min: 1, max: 20 }),
    })
    .map((money) => ({ ...profile, ...money })),
);

/** One grade for each candidate on every ballot. */
export const graded: fc.Arbitrary<NaiveProfile> = sizes.chain((candidates) => {
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: candidates, maxLength: candidates });
  return fc
    .record({ seats: seatsBelow(candidates), scores: fc.array(row, { minLength: 1, maxLength: 9 }) })
    .map(({ seats, scores }) => ({ candidates, seats, scores, ballots: scores.map(() => ({ ranks: [], weight: 1 })) }));
});

/** Votes for lists, as so many ballots with one name. */
export const lists: fc.Arbitrary<NaiveProfile> = fc
  .record({
    votes: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 }),
    seats: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ votes, seats }) => ({
    candidates: votes.length,
    seats,
    ballots: votes.map((weight, at) => ({ ranks: [[at]], weight })),
  }));

export function bltOf({ candidates, seats, ballots }: NaiveProfile): string {
  const rankText = (rank: readonly number[]) => (rank.length === 0 ? '-' : rank.map((at) => at + 1).join('='));
  const lines = ballots.map(({ ranks, weight }) => `${weight} ${ranks.map(rankText).join(' ')} 0`);
  const names = Array.from({ length: candidates }, (_, at) => `"C${at + 1}"`);
  return [`${candidates} ${seats}`, ...lines, '0', ...names, '"generated"', ''].join('\n');
}

/** The profile as the package reads it; candidates are called 1, 2, 3 … in every format. */
export function electionOf(profile: NaiveProfile): Election {
  const { candidates, seats, ballots, scores, costs, budget } = profile;
  if (scores === undefined && costs === undefined) return read('blt', bltOf(profile));
  const id = (at: number) => String(at + 1);
  const rows = ballots.map(({ ranks, weight }, ballot) =>
    scores === undefined
      ? { count: weight, approves: ranks.flat().map(id) }
      : { count: weight, scores: Object.fromEntries(scores[ballot]!.map((grade, at) => [id(at), grade])) },
  );
  const projects = costs && Object.fromEntries(costs.map((cost, at) => [id(at), cost]));
  const document = { candidates: places(candidates).map(id), seats, projects, budget, ballots: rows };
  return read('json', JSON.stringify(document));
}

export function read(extension: string, text: string): Election {
  const reading = readElection(extension, [new TextEncoder().encode(text)]);
  if (!reading.ok)
    throw new Error(`${reading.problem.line}:${reading.problem.column} ${reading.problem.text.en}\n${text}`);
  return reading.election;
}

/** The profile without some candidates, and where each of the others stands now. */
export function without(profile: NaiveProfile, gone: readonly number[]): { left: NaiveProfile; names: number[] } {
  const names = places(profile.candidates).filter((at) => !gone.includes(at));
  const ballots = profile.ballots.map(({ ranks, weight }) => ({
    weight,
    ranks: ranks
      .map((rank) => rank.filter((at) => !gone.includes(at)).map((at) => names.indexOf(at)))
      .filter((rank) => rank.length > 0),
  }));
  const only = (values: readonly number[] | undefined) => values && names.map((at) => values[at]!);
  const scores = profile.scores?.map((row) => names.map((at) => row[at]!));
  const costs = only(profile.costs);
  return {
    names,
    left: { ...profile, candidates: names.length, ballots, ...(scores && { scores }), ...(costs && { costs }) },
  };
}
