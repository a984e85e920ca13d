import { type Ballots, OVERVOTE, SKIPPED } from './election.ts';
import { isTied, type ReadingRules } from './ranked.ts';

/** The ballots up to where the rules exhaust them, for a method that looks at whole ballots. */
export function cutBallots(ballots: Ballots, rules: ReadingRules): Ballots {
  const { overvote, skipped, duplicates } = rules;
  if (overvote !== 'exhaust' && skipped === Number.POSITIVE_INFINITY && duplicates === 'skip') return ballots;
  const ends = new Uint32Array(ballots.groups);
  let length = 0;
  for (let group = 0; group < ballots.groups; group++) {
    ends[group] = endOf(ballots, group, rules);
    length += (ends[group] as number) - (ballots.starts[group] as number);
  }
  if (length === ballots.entries.length) return ballots;
  const [starts, entries] = [new Uint32Array(ballots.groups + 1), new Int32Array(length)];
  let used = 0;
  for (let group = 0; group < ballots.groups; group++) {
    const part = ballots.entries.subarray(ballots.starts[group], ends[group]);
    entries.set(part, used);
    used += part.length;
    starts[group + 1] = used;
  }
  return { ...ballots, starts, entries, scores: null };
}

function endOf({ entries, starts }: Ballots, group: number, rules: ReadingRules): number {
  const [start, end] = [starts[group] as number, starts[group + 1] as number];
  const seen = new Set<number>();
  let empty = 0;
  for (let at = start; at < end; at++) {
    const entry = entries[at] as number;
    if (entry === OVERVOTE && rules.overvote === 'exhaust') return at;
    if (entry === SKIPPED) empty += 1;
    else if (empty > rules.skipped) return at;
    else if (!isTied(entry)) empty = 0;
    if (entry < 0) continue;
    if (rules.duplicates === 'exhaust' && seen.has(entry >> 1))
      return isTied(entry) ? rankStart(entries, at, start) : at;
    seen.add(entry >> 1);
  }
  return end;
}

/** A shared rank is read as a whole or not at all. */
function rankStart(entries: Int32Array, at: number, start: number): number {
  let first = at;
  while (first > start && isTied(entries[first] as number)) first -= 1;
  return first;
}
