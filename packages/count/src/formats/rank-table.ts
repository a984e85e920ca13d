import { BallotBox } from '../ballot-box.ts';
import { type Election, electionOf, OVERVOTE, SKIPPED } from '../election.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { FormatProblem, quoted } from './problem.ts';
import { type Cell, cellsOf } from './separated.ts';
import { type Chunks, type Line, linesOf } from './source.ts';
import { columnsOf, type TableColumns } from './table-columns.ts';
import { once, weightIn } from './weight.ts';

const empty = new Set(['', 'undervote', '$undervote', 'skipped', 'skippedrank', 'blank']);
const over = new Set(['overvote', '$overvote']);

/**
 * Ranks in columns, as RCTab and cast-vote-record exports have them, or candidates in columns with each one's rank in the
 * cells. A header says which columns are ranks and how often a ballot occurs; without one the first column is that
 * number, if it is a number, and all others are ranks. `|` between names marks several at one rank.
 */
export function readRankTable(chunks: Chunks): Election {
  const reader = new RankTable();
  for (const line of linesOf(chunks)) if (line.text.trim() !== '') reader.line(line);
  return reader.finish();
}

class RankTable {
  private readonly candidates = new CandidateList();
  private readonly box = new BallotBox();
  private readonly marks = new Marks();
  private first: Line | null = null;
  private columns: TableColumns | null = null;

  line(line: Line): void {
    const { columns, first } = this;
    if (columns !== null) this.ballot(cellsOf(line, ','), line.number, columns);
    // What the first line is shows in the second: names above numbers are candidates with their ranks.
    else if (first === null) this.first = line;
    else this.begin(first, line);
  }

  finish(): Election {
    if (this.columns === null && this.first !== null) this.begin(this.first, null);
    return electionOf({ style: 'ranked', candidates: this.candidates.found, ballots: this.box.finish() });
  }

  private begin(first: Line, second: Line | null): void {
    const head = cellsOf(first, ',');
    const next = second === null ? null : cellsOf(second, ',');
    const columns = columnsOf(head, next, first.number);
    this.columns = columns;
    for (const at of columns.names) {
      const { text, column } = head[at] as Cell;
      this.candidates.declare(text.trim(), { line: first.number, column });
    }
    if (!columns.hasHeader) this.ballot(head, first.number, columns);
    if (second !== null && next !== null) this.ballot(next, second.number, columns);
  }

  private ballot(cells: readonly Cell[], line: number, { names, ranks, count, hasHeader }: TableColumns): void {
    const [first] = cells;
    const counted = !hasHeader && first !== undefined && /^\d+(\.\d+)?$/.test(first.text) && cells.length > 1;
    const number = counted ? first : count === null ? undefined : cells[count];
    this.marks.clear();
    if (names.length > 0) this.ranksIn(cells, names, line);
    else {
      const chosen = ranks?.flatMap((at) => cells[at] ?? []) ?? (counted ? cells.slice(1) : cells);
      for (const cell of chosen) this.rank(cell, line);
    }
    const { marks } = this;
    // What is left empty after the last rank is no skipped rank.
    while (marks.length > 0 && marks.entries[marks.length - 1] === SKIPPED) marks.length -= 1;
    const weight = number === undefined ? once : weightIn(number.text, { line, column: number.column });
    if (weight.units > 0n) this.box.addWeighted(marks.entries, marks.length, weight);
  }

  private rank({ text, column }: Cell, line: number): void {
    const word = text.trim().toLowerCase();
    if (empty.has(word)) this.marks.push(SKIPPED);
    else if (over.has(word)) this.marks.push(OVERVOTE);
    else {
      text.split('|').forEach((name, at) => {
        const entry = this.candidates.placeOf(name.trim(), { line, column }) << 1;
        this.marks.push(at === 0 ? entry : entry | 1);
      });
    }
  }

  /** One cell for each candidate: the rank that the ballot gives, or nothing. */
  private ranksIn(cells: readonly Cell[], names: readonly number[], line: number): void {
    const given = names.flatMap((at, candidate) => {
      const { text, column } = cells[at] ?? { text: '', column: 1 };
      const rank = text.trim();
      if (rank === '') return [];
      if (/^[1-9]\d{0,3}$/.test(rank)) return [{ rank: Number(rank), candidate }];
      throw new FormatProblem(
        { line, column },
        { es: `${quoted(rank)} no es un rango.`, en: `${quoted(rank)} is no rank.` },
      );
    });
    given.sort((a, b) => a.rank - b.rank || a.candidate - b.candidate);
    let last = 0;
    for (const { rank, candidate } of given) {
      // A missing number is a rank left empty; more than there are candidates in a row say no more than that many.
      for (let skipped = Math.max(last + 1, rank - names.length); skipped < rank; skipped++) this.marks.push(SKIPPED);
      this.marks.push((candidate << 1) | (rank === last ? 1 : 0));
      last = rank;
    }
  }
}
