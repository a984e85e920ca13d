import { BallotBox } from '../ballot-box.ts';
import { type Election, electionOf, OVERVOTE, SKIPPED } from '../election.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { type Cell, cellsOf } from './separated.ts';
import { type Chunks, linesOf } from './source.ts';
import { once, weightIn } from './weight.ts';

const empty = new Set(['', 'undervote', '$undervote', 'skipped', 'blank']);
const over = new Set(['overvote', '$overvote']);

/**
 * Ranks in columns, as RCTab and cast-vote-record exports have them: a first column with how often the ballot occurs, if
 * it is a number, then one column a rank. `|` between names marks several at one rank; a header line is passed over.
 */
export function readRankTable(chunks: Chunks): Election {
  const [candidates, box, marks] = [new CandidateList(), new BallotBox(), new Marks()];
  let header: boolean | null = null;
  for (const line of linesOf(chunks)) {
    if (line.text.trim() === '') continue;
    const cells = cellsOf(line, ',');
    if (header === null) {
      header = isHeader(cells);
      if (header) continue;
    }
    const [first] = cells;
    const counted = first !== undefined && /^\d+(\.\d+)?$/.test(first.text) && cells.length > 1;
    marks.clear();
    for (const cell of counted ? cells.slice(1) : cells) rank(cell, line.number, candidates, marks);
    // What is left empty after the last rank is no skipped rank.
    while (marks.length > 0 && marks.entries[marks.length - 1] === SKIPPED) marks.length -= 1;
    const weight = counted ? weightIn(first.text, { line: line.number, column: 1 }) : once;
    if (weight.units > 0n) box.addWeighted(marks.entries, marks.length, weight);
  }
  return electionOf({ style: 'ranked', candidates: candidates.found, ballots: box.finish() });
}

const isHeader = (cells: readonly Cell[]): boolean =>
  cells.some(({ text }) => /^(?:count|rank ?_?\d+|choice ?_?\d+|\d+(?:st|nd|rd|th) choice|weight)$/i.test(text));

function rank({ text, column }: Cell, line: number, candidates: CandidateList, marks: Marks): void {
  const word = text.toLowerCase();
  if (empty.has(word)) marks.push(SKIPPED);
  else if (over.has(word)) marks.push(OVERVOTE);
  else {
    text.split('|').forEach((name, at) => {
      const entry = candidates.placeOf(name.trim(), { line, column }) << 1;
      marks.push(at === 0 ? entry : entry | 1);
    });
  }
}
