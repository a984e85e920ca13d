// Methods that look at marks only: votes, points, grades; a paper at a time.
import type { NaiveProfile, Verdict } from './profile.ts';

const places = (size: number): number[] => Array.from({ length: size }, (_, at) => at);

/** The first `seats` by value; a tie where the last seat falls on equals. */
export function best(values: readonly number[], seats: number, among = places(values.length)): Verdict {
  const order = [...among].sort((a, b) => values[b]! - values[a]!);
  const [last, next] = [order[seats - 1], order[seats]];
  if (last !== undefined && next !== undefined && values[last] === values[next]) return 'tie';
  return order.slice(0, seats);
}

/** Votes where a paper's first `most` ranks count; a rank that does not fit as a whole spoils the paper. */
export function naiveMarks({ candidates, ballots }: NaiveProfile, most: number): number[] {
  const votes = places(candidates).map(() => 0);
  for (const { ranks, weight } of ballots) {
    const marked: number[] = [];
    let spoilt = false;
    for (const rank of ranks) {
      if (marked.length >= most) break;
      marked.push(...rank);
      if (marked.length > most) spoilt = true;
    }
    if (!spoilt) for (const at of marked) votes[at]! += weight;
  }
  return votes;
}

export const naivePlurality = (profile: NaiveProfile): Verdict => best(naiveMarks(profile, 1), profile.seats);
export const naiveBlock = (profile: NaiveProfile, votes = profile.seats): Verdict =>
  best(naiveMarks(profile, votes), profile.seats);
export const naiveLimited = (profile: NaiveProfile): Verdict => naiveBlock(profile, Math.max(1, profile.seats - 1));
export const naiveApproval = (profile: NaiveProfile): Verdict =>
  best(naiveMarks(profile, Number.POSITIVE_INFINITY), profile.seats);

/** Who goes on to the second round, or who has won in the first. */
export function naiveFirstRound(profile: NaiveProfile): { winner: number | null; pair: Verdict } {
  const votes = naiveMarks(profile, 1);
  const valid = votes.reduce((a, b) => a + b);
  const winner = valid === 0 ? -1 : votes.findIndex((own) => own * 2 > valid);
  return { winner: winner < 0 ? null : winner, pair: best(votes, 2) };
}

export function naiveTwoRound(profile: NaiveProfile): Verdict {
  if (naiveMarks(profile, 1).every((votes) => votes === 0)) return [];
  const { winner, pair } = naiveFirstRound(profile);
  if (winner !== null) return [winner];
  if (pair === 'tie') return 'tie';
  const again = places(profile.candidates).map(() => 0);
  for (const { ranks, weight } of profile.ballots) {
    const first = ranks.find((rank) => rank.some((at) => pair.includes(at)))?.filter((at) => pair.includes(at)) ?? [];
    if (first.length === 1) again[first[0]!]! += weight;
  }
  return best(again, 1, [...pair]);
}

export type BordaRule = {
  readonly points?: 'from-zero' | 'from-one';
  readonly unranked?: 'average' | 'zero' | 'modified';
};

/** Points as fractions would be halves at most, so all are doubled: the places that a rank takes up, added and averaged. */
export function naiveBorda(
  profile: NaiveProfile,
  { points = 'from-zero', unranked = 'average' }: BordaRule = {},
): Verdict {
  const sums = places(profile.candidates).map(() => 0);
  const last = points === 'from-zero' ? 0 : 1;
  for (const { ranks, weight } of profile.ballots) {
    const named = ranks.flat().length;
    const others = places(profile.candidates).filter((at) => !ranks.flat().includes(at));
    const full = unranked === 'average' && others.length > 0 ? [...ranks, others] : ranks;
    let next = (unranked === 'modified' ? named : profile.candidates) - 1 + last;
    for (const rank of full) {
      const worth = rank.map((_, at) => next - at).reduce((a, b) => a + b, 0);
      for (const at of rank) sums[at]! += (2 * worth * weight) / rank.length;
      next -= rank.length;
    }
  }
  return best(sums, profile.seats);
}

/** Each row is a paper, each column a candidate. */
export type Table = readonly (readonly number[])[];

export const naiveScore = (rows: Table, seats: number): Verdict =>
  best(
    rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0)),
    seats,
  );

export function naiveStar(rows: Table): Verdict {
  const sums = rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));
  const lead = (a: number, b: number) => rows.reduce((sum, row) => sum + Math.sign(row[a]! - row[b]!), 0);
  if (sums.length === 1) return [0];
  const second = [...sums].sort((a, b) => b - a)[1]!;
  const sure = places(sums.length).filter((at) => sums[at]! > second);
  let tied = places(sums.length).filter((at) => sums[at] === second);
  const missing = 2 - sure.length;
  if (tied.length > missing) {
    const wins = tied.map((a) => tied.filter((b) => lead(a, b) > 0).length);
    tied = tied.filter((_, at) => wins[at] === Math.max(...wins));
    if (tied.length !== missing) return 'tie';
  }
  const [a = 0, b = 0] = [...sure, ...tied];
  const difference = lead(a, b) || sums[a]! - sums[b]!;
  return difference === 0 ? 'tie' : [difference > 0 ? a : b];
}

/** The grades of one candidate from the middle outwards: the lower middle one is taken away each time. */
function majorityValue(grades: readonly number[]): number[] {
  const rest = [...grades].sort((a, b) => a - b);
  const value: number[] = [];
  while (rest.length > 0) value.push(...rest.splice(Math.ceil(rest.length / 2) - 1, 1));
  return value;
}

export function naiveMajorityJudgment(rows: Table, seats: number): Verdict {
  const values = rows[0]!.map((_, at) => majorityValue(rows.map((row) => row[at]!)));
  const later = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((grade, place) => grade !== b[place]);
    return at < 0 ? 0 : a[at]! - b[at]!;
  };
  const height = values.map((value) => values.filter((other) => later(value, other) > 0).length);
  return best(height, seats);
}
