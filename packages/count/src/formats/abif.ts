import { BallotBox } from '../ballot-box.ts';
import { type BallotStyle, type Election, electionOf } from '../election.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { FormatProblem, quoted } from './problem.ts';
import { type Chunks, type Line, linesOf } from './source.ts';
import { once, weightIn } from './weight.ts';

type Mark = { readonly at: number; readonly tied: boolean; readonly score: number | null };
type Reading = {
  readonly names: Map<string, string>;
  readonly candidates: CandidateList;
  readonly box: BallotBox;
  readonly marks: Marks;
  style: BallotStyle;
  title: string;
};

/** ABIF: `27:A>B=C`, with names in brackets where they are no plain words, and scores as `A/5`. */
export function readAbif(chunks: Chunks): Election {
  const reading: Reading = {
    names: new Map(),
    candidates: new CandidateList(),
    box: new BallotBox(),
    marks: new Marks(),
    style: 'ranked',
    title: '',
  };
  for (const line of linesOf(chunks)) readLine(line, reading);
  const { candidates, names, box, style, title } = reading;
  const found = candidates.found.map((one) => ({ ...one, name: names.get(one.id) ?? one.id }));
  return electionOf({ title, style, candidates: found, ballots: box.finish() });
}

function readLine({ text, number }: Line, reading: Reading): void {
  const said = text.trim();
  if (said === '' || said.startsWith('#')) return;
  const title = /^\{\s*"?title"?\s*:\s*"(?<title>[^"]*)"\s*\}$/.exec(said)?.groups?.title;
  if (title !== undefined) reading.title = title;
  if (said.startsWith('{')) return;
  const place = { line: number, column: 1 };
  const named = /^=\s*(?<token>[^:]+?)\s*:\s*\[?(?<name>[^\]]*)\]?\s*$/.exec(said)?.groups;
  if (named !== undefined) {
    const id = plainToken(named.token ?? '');
    reading.names.set(id, named.name ?? id);
    reading.candidates.placeOf(id, place);
    return;
  }
  ballot(text, number, reading);
}

const plainToken = (token: string): string => token.replace(/^\[(.*)\]$|^"(.*)"$/, '$1$2').trim();

function ballot(text: string, number: number, reading: Reading): void {
  const head = /^\s*(?:(?<weight>[\d.]+)\s*[:*])?\s*/.exec(text);
  const weight = head?.groups?.weight;
  const found = marksIn(text, head?.[0].length ?? 0, number, reading.candidates);
  const scored = found.filter(({ score }) => score !== null).length;
  if (scored > 0) reading.style = 'scores';
  // Where everybody has a score, the scores are the ranking; commas say no order.
  const sorted = scored === found.length && scored > 0 ? byScore(found) : found;
  reading.marks.clear();
  for (const { at, tied, score } of sorted) {
    reading.marks.push((at << 1) | (tied && reading.marks.length > 0 ? 1 : 0), score ?? 0);
  }
  const { entries, scores, length } = reading.marks;
  const count = weight === undefined ? once : weightIn(weight, { line: number, column: 1 });
  if (count.units > 0n) reading.box.addWeighted(entries, length, count, reading.style === 'scores' ? scores : null);
}

function byScore(marks: readonly Mark[]): Mark[] {
  const falling = [...marks].sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.at - b.at);
  return falling.map((mark, place) => ({ ...mark, tied: place > 0 && falling[place - 1]?.score === mark.score }));
}

const item =
  /\s*(?:\[(?<bracketed>[^\]]*)\]|"(?<quoted>[^"]*)"|(?<bare>[^\s>=,:/#"[\]]+))\s*(?:\/\s*(?<score>-?\d+))?\s*/y;

function marksIn(text: string, from: number, line: number, candidates: CandidateList): Mark[] {
  const marks: Mark[] = [];
  let [at, tied] = [from, false];
  while (at < text.length && text[at] !== '#') {
    const place = { line, column: at + 1 };
    item.lastIndex = at;
    const { bracketed, quoted: inQuotes, bare, score } = item.exec(text)?.groups ?? {};
    const id = bracketed ?? inQuotes ?? bare;
    if (id === undefined) throw unreadable(text.slice(at), place);
    if (score !== undefined && score.length > 6) throw unreadable(score, place);
    marks.push({ at: candidates.placeOf(id.trim(), place), tied, score: score === undefined ? null : Number(score) });
    at = item.lastIndex;
    const sign = text[at];
    if (sign === undefined || sign === '#') break;
    if (!['>', '=', ','].includes(sign)) throw unreadable(text.slice(at), { line, column: at + 1 });
    tied = sign !== '>';
    at += 1;
  }
  return marks;
}

function unreadable(text: string, place: { line: number; column: number }): FormatProblem {
  return new FormatProblem(place, {
    es: `Aquí no se entiende ${quoted(text)}.`,
    en: `${quoted(text)} cannot be understood here.`,
  });
}
