import { BallotBox } from '../ballot-box.ts';
import { type Election, electionOf } from '../election.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { FormatProblem, quoted } from './problem.ts';
import { type Chunks, type Line, linesOf } from './source.ts';
import { weightIn } from './weight.ts';

type Reading = {
  readonly candidates: CandidateList;
  readonly box: BallotBox;
  readonly marks: Marks;
  title: string;
  /** In the older form: how many names are still to come, and whether the line of sums has come. */
  names: number | null;
  sums: boolean;
};

/** PrefLib's orders (soc, soi, toc, toi), with the header of 2022 (`# KEY: value`) or the one before it. */
export function readPrefLib(chunks: Chunks): Election {
  const reading: Reading = {
    candidates: new CandidateList(),
    box: new BallotBox(),
    marks: new Marks(),
    title: '',
    names: null,
    sums: false,
  };
  for (const line of linesOf(chunks)) readLine(line, reading);
  const { candidates, box, title } = reading;
  return electionOf({ title, style: 'ranked', candidates: candidates.found, ballots: box.finish() });
}

function readLine(line: Line, reading: Reading): void {
  const { text, number } = line;
  const said = text.trim();
  if (said === '') return;
  const place = { line: number, column: 1 };
  if (said.startsWith('#')) {
    const named = /^#\s*ALTERNATIVE NAME\s+(?<id>\d+)\s*:\s*(?<name>.*)$/i.exec(said)?.groups;
    if (named !== undefined) reading.candidates.declare(named.id ?? '', place, { name: named.name ?? '' });
    reading.title = /^#\s*TITLE\s*:\s*(?<title>.*)$/i.exec(said)?.groups?.title ?? reading.title;
    return;
  }
  const colon = said.indexOf(':');
  if (colon > 0) ballot(line, text.slice(0, text.indexOf(':')), text.indexOf(':') + 1, reading);
  else olderLine(line, said, reading);
}

/** The form before 2022: the number of alternatives, their names, a line of sums, then `count,1,2,{3,4}`. */
function olderLine(line: Line, said: string, reading: Reading): void {
  const comma = said.indexOf(',');
  if (comma < 0 && /^[1-9]\d{0,6}$/.test(said) && reading.candidates.found.length === 0) {
    reading.names = Number(said);
  } else if (reading.names !== null && reading.names > 0 && comma > 0) {
    const place = { line: line.number, column: 1 };
    reading.candidates.declare(said.slice(0, comma).trim(), place, { name: said.slice(comma + 1).trim() });
    reading.names -= 1;
  } else if (reading.names === 0 && !reading.sums) reading.sums = true;
  else if (comma > 0) ballot(line, line.text.slice(0, line.text.indexOf(',')), line.text.indexOf(',') + 1, reading);
  else throw unreadable(said, line.number, 1);
}

function ballot({ text, number }: Line, count: string, from: number, { candidates, box, marks }: Reading): void {
  const weight = weightIn(count, { line: number, column: 1 });
  candidates.closed = candidates.found.length > 0;
  marks.clear();
  let [inSet, first] = [false, true];
  const token = /\s*(?:(?<open>\{)|(?<close>\})|(?<comma>,)|(?<id>\d+))\s*/y;
  token.lastIndex = from;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const { open, close, id } = token.exec(text)?.groups ?? {};
    if (token.lastIndex === 0) throw unreadable(text.slice(at), number, at + 1);
    if (open !== undefined) [inSet, first] = [true, true];
    else if (close !== undefined) inSet = false;
    else if (id !== undefined) {
      marks.rank(candidates.placeOf(id, { line: number, column: at + 1 }), inSet && !first);
      first = false;
    }
  }
  if (inSet) throw unreadable('{', number, text.length);
  if (weight.units > 0n) box.addWeighted(marks.entries, marks.length, weight);
}

function unreadable(text: string, line: number, column: number): FormatProblem {
  return new FormatProblem(
    { line, column },
    { es: `Aquí no se entiende ${quoted(text)}.`, en: `${quoted(text)} cannot be understood here.` },
  );
}
