import { BallotBox } from '../ballot-box.ts';
import { type Election, electionOf } from '../election.ts';
import type { Decimal } from '../exact/decimal.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { FormatProblem, quoted } from './problem.ts';
import { type Chunks, type Line, linesOf } from './source.ts';
import { once, weightIn } from './weight.ts';

type Reading = {
  readonly candidates: CandidateList;
  readonly box: BallotBox;
  readonly marks: Marks;
  seats: number | null;
  implicitRanking: boolean;
  weights: boolean;
};

/** The Condorcet Election Format (`.cvotes`): `tag || A > B = C ^2 * 5`. */
export function readCef(chunks: Chunks): Election {
  const reading: Reading = {
    candidates: new CandidateList(),
    box: new BallotBox(),
    marks: new Marks(),
    seats: null,
    implicitRanking: true,
    weights: false,
  };
  for (const line of linesOf(chunks)) {
    if (line.text.startsWith('#/')) header(line, reading);
    else ballot(line, reading);
  }
  const { candidates, box, seats, implicitRanking } = reading;
  return electionOf({ style: 'ranked', candidates: candidates.found, seats, implicitRanking, ballots: box.finish() });
}

function header({ text, number }: Line, reading: Reading): void {
  const colon = text.indexOf(':');
  const key = text.slice(2, colon).trim().toLowerCase();
  const value = text.slice(colon + 1).trim();
  const place = { line: number, column: colon + 2 };
  if (key === 'candidates') {
    for (const name of value.split(';')) reading.candidates.declare(name.trim(), place);
    reading.candidates.closed = true;
  } else if (key === 'number of seats') {
    if (!/^[1-9]\d{0,5}$/.test(value)) {
      throw new FormatProblem(place, { es: `${quoted(value)} no son puestos.`, en: `${quoted(value)} is no number.` });
    }
    reading.seats = Number(value);
  } else if (key === 'implicit ranking') reading.implicitRanking = value.toLowerCase() === 'true';
  else if (key === 'weight allowed') reading.weights = value.toLowerCase() === 'true';
}

function ballot({ text, number }: Line, { candidates, box, marks, weights }: Reading): void {
  const said = text.split('#', 1)[0] ?? '';
  if (said.trim() === '') return;
  const start = said.indexOf('||');
  const tagless = start < 0 ? said : said.slice(start + 2);
  const [ranking = '', times] = split(tagless, '*');
  const [ranks = '', weight] = split(ranking, '^');
  const place = { line: number, column: start < 0 ? 1 : start + 3 };
  marks.clear();
  if (ranks.trim() !== '/EMPTY_RANKING/') {
    for (const rank of ranks.split('>')) {
      rank.split('=').forEach((name, at) => {
        const word = name.trim();
        marks.rank(candidates.placeOf(word, { line: number, column: text.indexOf(word) + 1 }), at > 0);
      });
    }
  }
  const count = times === undefined ? once : weightIn(times, place);
  const heavy = weight === undefined || !weights ? count : product(count, weightIn(weight, place));
  if (heavy.units > 0n) box.addWeighted(marks.entries, marks.length, heavy);
}

const product = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, digits: a.digits + b.digits });

function split(text: string, sign: string): [string, string | undefined] {
  const at = text.lastIndexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
