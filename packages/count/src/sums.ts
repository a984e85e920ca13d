import { type Candidate, type Election, electionOf } from './election.ts';
import { methods } from './methods.ts';

/** What is known of ballots that nobody sees one by one: how many name each candidate, and how many nobody. */
export type Sums = {
  readonly ballots: number;
  readonly blank: number;
  /** Every candidate, also those whom no ballot could name. */
  readonly candidates: readonly (Pick<Candidate, 'id' | 'name' | 'withdrawn'> & { readonly votes: number })[];
};

/** Whether a method needs no more of the ballots than how many name each candidate. */
export const countsSums = (method: string): boolean =>
  Object.hasOwn(methods, method) && methods[method]?.marks !== undefined;

/** How many names a ballot may mark; null where the method looks at whole ballots, so that sums are not enough. */
export function marksOf(method: string, options: Readonly<Record<string, string>>, seats: number): number | null {
  const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
  return known?.marks?.(options.votes ?? '', seats) ?? null;
}

/** An election of these sums, and of the ballots beside them where there are any. */
export function withSums(beside: Election | null, { ballots, blank, candidates }: Sums): Election {
  const election =
    beside ?? electionOf({ style: 'approval', candidates: candidates.map(({ votes: _, ...candidate }) => candidate) });
  const unit = 10n ** BigInt(election.ballots.scale);
  const votes = new Map(candidates.map(({ id, votes: sum }) => [id, BigInt(sum) * unit]));
  return {
    ...election,
    candidates: election.candidates.map((one) => ({ ...one, votes: votes.get(one.id) ?? 0n })),
    ballots: {
      ...election.ballots,
      total: election.ballots.total + BigInt(ballots) * unit,
      blank: election.ballots.blank + BigInt(blank) * unit,
    },
  };
}
