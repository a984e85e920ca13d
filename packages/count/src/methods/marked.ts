import { addLimb, type Ballots, type Election, OVERVOTE, SKIPPED, weightOf } from '../election.ts';
import { isTied } from '../ranked.ts';

/** Votes by candidate where each ballot gives one vote to each of a set, and the weight of ballots that are invalid. */
export type Marked = { readonly votes: bigint[]; readonly invalid: bigint };

/**
 * One vote for each candidate marked, whatever the rank. A ballot with more than `most` marks is invalid; of a ranked
 * ballot the first `most` ranks count. Withdrawn candidates are passed over as if the ballot did not name them.
 * Votes that came as sums are counted with them.
 */
export function markedVotes(election: Election, most: number, withdrawn: ReadonlySet<number>): Marked {
  const { ballots, candidates, style } = election;
  const votes = candidates.map((one) => one.votes ?? 0n);
  const seen = new Int32Array(candidates.length).fill(-1);
  const invalid = new Set<number>();
  ballots.limbs.forEach((limb, digit) => {
    const part = new Float64Array(candidates.length);
    seen.fill(-1);
    for (let group = 0; group < ballots.groups; group++) {
      const marks = marksOf(ballots, group, style === 'approval' ? Number.POSITIVE_INFINITY : most, withdrawn);
      const usable = marks !== null && (style !== 'approval' || distinct(marks) <= most) ? marks : null;
      if (usable === null) invalid.add(group);
      for (const at of usable ?? []) {
        if (seen[at] === group) continue;
        seen[at] = group;
        part[at] = (part[at] as number) + (limb[group] as number);
      }
    }
    addLimb(votes, part, digit);
  });
  return { votes, invalid: [...invalid].reduce((sum, group) => sum + weightOf(ballots, group), 0n) };
}

const distinct = (marks: readonly number[]): number => new Set(marks).size;

/** The candidates in the first `most` ranks; null where a rank has several and they do not all fit, or an over-vote. */
function marksOf(
  { entries, starts }: Ballots,
  group: number,
  most: number,
  withdrawn: ReadonlySet<number>,
): number[] | null {
  const marks: number[] = [];
  const end = starts[group + 1] as number;
  for (let at = starts[group] as number; at < end; at++) {
    const entry = entries[at] as number;
    if (!isTied(entry) && marks.length >= most) break;
    if (entry === SKIPPED || withdrawn.has(entry >> 1)) continue;
    if (entry === OVERVOTE || marks.length >= most) return null;
    marks.push(entry >> 1);
  }
  return marks;
}
