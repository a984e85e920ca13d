import { BallotBox } from '../ballot-box.ts';
import { type BallotStyle, type Election, electionOf } from '../election.ts';
import { parseRatio, type Ratio } from '../exact/ratio.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { FormatProblem, quoted } from './problem.ts';
import { type Cell, cellsOf } from './separated.ts';
import { type Chunks, type Line, linesOf } from './source.ts';

type Section = 'META' | 'PROJECTS' | 'VOTES';
type Place = { readonly line: number; readonly column: number };

/** Pabulib's `.pb`: a budget, projects with their costs, and ballots that approve, order or score them. */
export function readPabulib(chunks: Chunks): Election {
  const reader = new PabulibReader();
  for (const line of linesOf(chunks)) if (line.text.trim() !== '') reader.line(line);
  return reader.finish();
}

class PabulibReader {
  private readonly meta = new Map<string, string>();
  private readonly candidates = new CandidateList();
  private readonly box = new BallotBox();
  private readonly marks = new Marks();
  private section: Section | null = null;
  private columns: string[] | null = null;
  private last: Place = { line: 1, column: 1 };

  line(line: Line): void {
    const word = line.text.trim().toUpperCase();
    this.last = { line: line.number, column: 1 };
    if (word === 'META' || word === 'PROJECTS' || word === 'VOTES') {
      this.section = word;
      this.columns = null;
      this.candidates.closed = word === 'VOTES';
      return;
    }
    if (this.section === null) throw wrong(this.last, 'Debe empezar con META.', 'It must begin with META.');
    const cells = cellsOf(line, ';');
    if (this.columns === null) {
      this.columns = cells.map(({ text }) => text.toLowerCase());
      return;
    }
    if (this.section === 'META') this.meta.set(cells[0]?.text ?? '', cells[1]?.text ?? '');
    else if (this.section === 'PROJECTS') this.project(cells, line.number);
    else this.vote(cells, line.number);
  }

  finish(): Election {
    const budget = parseRatio((this.meta.get('budget') ?? '').replace(',', '.'));
    if (budget === null) throw wrong(this.last, 'Falta el presupuesto (budget).', 'The budget is missing.');
    return electionOf({
      title: this.meta.get('description') ?? '',
      style: this.style(),
      candidates: this.candidates.found,
      ballots: this.box.finish(),
      budget,
    });
  }

  private style(): BallotStyle {
    const type = this.meta.get('vote_type') ?? 'approval';
    return type === 'ordinal' ? 'ranked' : ['cumulative', 'scoring'].includes(type) ? 'scores' : 'approval';
  }

  private cell(cells: readonly Cell[], name: string): Cell {
    return cells[this.columns?.indexOf(name) ?? -1] ?? { text: '', column: 1 };
  }

  private project(cells: readonly Cell[], line: number): void {
    const price = this.cell(cells, 'cost');
    const cost: Ratio | null = parseRatio(price.text.replace(',', '.'));
    const place = { line, column: price.column };
    if (cost === null || cost.n < 0n) {
      throw wrong(place, `${quoted(price.text)} no es un costo.`, `${quoted(price.text)} is no cost.`);
    }
    const id = this.cell(cells, 'project_id').text;
    const name = this.cell(cells, 'name').text || id;
    this.candidates.declare(id, { line, column: 1 }, { name, cost });
  }

  private vote(cells: readonly Cell[], line: number): void {
    const style = this.style();
    const { text, column } = this.cell(cells, 'vote');
    const place = { line, column };
    const points = this.cell(cells, 'points').text.split(',');
    this.marks.clear();
    const words = text === '' ? [] : text.split(',');
    words.forEach((word, at) => {
      const candidate = this.candidates.placeOf(word.trim(), place);
      const score = style === 'scores' ? pointsIn(points[at] ?? '', place) : 0;
      this.marks.push((candidate << 1) | (style === 'approval' && at > 0 ? 1 : 0), score);
    });
    const { entries, scores, length } = this.marks;
    this.box.add(entries, length, 1, style === 'scores' ? scores : null);
  }
}

function pointsIn(text: string, place: Place): number {
  if (/^\d{1,6}$/.test(text.trim())) return Number(text);
  throw wrong(place, `${quoted(text)} no son puntos.`, `${quoted(text)} are no points.`);
}

const wrong = (place: Place, es: string, en: string): FormatProblem => new FormatProblem(place, { es, en });
