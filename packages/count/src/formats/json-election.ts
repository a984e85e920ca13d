import { BallotBox } from '../ballot-box.ts';
import { type BallotStyle, type Candidate, type Election, electionOf } from '../election.ts';
import { parseDecimal } from '../exact/decimal.ts';
import { parseRatio, type Ratio } from '../exact/ratio.ts';
import { CandidateList, Marks } from './candidate-list.ts';
import { fieldOf, itemsIn, type Json, parseJson, textIn, wholeIn } from './json.ts';
import { FormatProblem } from './problem.ts';
import { type Chunks, linesOf } from './source.ts';
import { once, weightIn } from './weight.ts';

const LARGEST = 64_000_000;

/**
 * JSON for what no older format holds: lists with their votes, scored and approval ballots, projects with costs, pools.
 * docs/counting.md shows each.
 */
export function readJson(chunks: Chunks): Election {
  const lines: string[] = [];
  let size = 0;
  for (const { text, number } of linesOf(chunks)) {
    size += text.length;
    if (size > LARGEST)
      throw wrong({ line: number, column: 1 }, 'El archivo es demasiado grande.', 'The file is too large.');
    lines.push(text);
  }
  const json = parseJson(lines.join('\n'));
  const seats = fieldOf(json, 'seats') ?? fieldOf(json, 'committeesize');
  const parts = partsOf(json);
  return {
    ...parts,
    title: textIn(fieldOf(json, 'title') ?? fieldOf(json, 'id')) ?? '',
    seats: seats === undefined ? parts.seats : wholeIn(seats, 1_000_000),
    threshold: ratioAt(fieldOf(json, 'threshold')),
  };
}

function partsOf(json: Json): Election {
  const [parties, pool, ballots] = [fieldOf(json, 'parties'), fieldOf(json, 'pool'), fieldOf(json, 'ballots')];
  const votes = fieldOf(json, 'votes');
  if (parties !== undefined) return partiesIn(parties, votes);
  if (pool !== undefined) return poolIn(json, pool);
  if (ballots !== undefined) return ballotsIn(json, ballots);
  if (votes !== undefined) return partiesIn(votes, undefined);
  throw wrong(json, 'Falta «parties», «ballots» o «pool».', 'There is no “parties”, “ballots” or “pool”.');
}

/** `{"A": 123}`, `[{"name": "A", "votes": 123}]`, or names and votes as two lists. */
function partiesIn(parties: Json, votes: Json | undefined): Election {
  const list = new CandidateList();
  if (parties.kind === 'object') {
    for (const [name, value] of parties.fields) list.declare(name, value, { votes: votesAt(value) });
  } else {
    const counts = votes === undefined ? null : itemsIn(votes);
    itemsIn(parties).forEach((item, at) => {
      const name = textIn(fieldOf(item, 'name')) ?? (item.kind === 'text' ? item.text : String(at + 1));
      const value = counts?.[at] ?? fieldOf(item, 'votes') ?? item;
      const taken = list.found.some(({ id }) => id === name);
      list.declare(taken ? `${name} (${at + 1})` : name, item, { name, votes: votesAt(value) });
    });
  }
  return electionOf({ style: 'none', candidates: list.found });
}

function votesAt(json: Json): bigint {
  const value = parseDecimal(textIn(json) ?? '');
  if (value !== null && value.digits === 0 && value.units >= 0n) return value.units;
  throw wrong(json, 'Aquí va un número de votos.', 'A number of votes is expected here.');
}

function ratioAt(json: Json | undefined): Ratio | null {
  if (json === undefined || (json.kind === 'word' && json.text === 'null')) return null;
  const value = parseRatio(textIn(json) ?? '');
  if (value !== null && value.n >= 0n) return value;
  throw wrong(json, 'Aquí va un número como 0.04.', 'A number such as 0.04 is expected here.');
}

function poolIn(json: Json, pool: Json): Election {
  const list = new CandidateList();
  for (const item of itemsIn(pool)) declare(item, list);
  const seed = textIn(fieldOf(json, 'seed') ?? fieldOf(json, 'key')) ?? null;
  return electionOf({ style: 'none', candidates: list.found, seed });
}

/** A candidate as a word or as an object with an id. */
function declare(item: Json, list: CandidateList, more: Partial<Candidate> = {}): void {
  const id = textIn(item) ?? textIn(fieldOf(item, 'id')) ?? textIn(fieldOf(item, 'name')) ?? '';
  const groups = fieldOf(item, 'groups');
  const cost = ratioAt(fieldOf(item, 'cost'));
  list.declare(id, item, {
    name: textIn(fieldOf(item, 'name')) ?? id,
    withdrawn: textIn(fieldOf(item, 'withdrawn')) === 'true',
    ...(cost !== null && { cost }),
    ...(groups?.kind === 'object' && {
      groups: Object.fromEntries([...groups.fields].map(([key, value]) => [key, textIn(value) ?? ''])),
    }),
    ...more,
  });
}

function ballotsIn(json: Json, ballots: Json): Election {
  const list = new CandidateList();
  const budget = ratioAt(fieldOf(json, 'budget'));
  const [projects, candidates] = [fieldOf(json, 'projects'), fieldOf(json, 'candidates')];
  if (projects?.kind === 'object') {
    for (const [id, value] of projects.fields) {
      const cost = ratioAt(fieldOf(value, 'cost') ?? value);
      list.declare(id, value, { name: textIn(fieldOf(value, 'name')) ?? id, ...(cost !== null && { cost }) });
    }
  } else if (candidates?.kind === 'number') {
    for (let at = 0; at < wholeIn(candidates, 100_000); at++) list.declare(String(at), candidates);
  } else for (const item of itemsIn(projects ?? candidates ?? noCandidates(json))) declare(item, list);
  list.closed = true;
  const [box, marks] = [new BallotBox(), new Marks()];
  const styles = new Set(itemsIn(ballots).map((ballot) => readBallot(ballot, list, marks, box)));
  if (styles.size > 1)
    throw wrong(ballots, 'Las papeletas son de clases distintas.', 'The ballots are of different kinds.');
  const style = [...styles][0] ?? 'approval';
  return electionOf({ style, candidates: list.found, ballots: box.finish(), budget });
}

function noCandidates(json: Json): never {
  throw wrong(json, 'Falta «candidates».', 'There are no “candidates”.');
}

/** `[…]` approves; `{"count", "approves" | "ranks" | "scores"}` says what it does and how often it occurs. */
function readBallot(ballot: Json, list: CandidateList, marks: Marks, box: BallotBox): BallotStyle {
  marks.clear();
  const count = fieldOf(ballot, 'count') ?? fieldOf(ballot, 'weight');
  const weight = count === undefined ? once : weightIn(textIn(count) ?? '', count);
  const [ranks, scores] = [fieldOf(ballot, 'ranks'), fieldOf(ballot, 'scores')];
  if (ranks !== undefined) {
    for (const rank of itemsIn(ranks)) {
      const together = rank.kind === 'list' ? rank.items : [rank];
      together.forEach((item, at) => void marks.rank(placeIn(item, list), at > 0));
    }
  } else if (scores?.kind === 'object') {
    const rows = [...scores.fields].map(([id, value]) => ({
      at: list.placeOf(id, value),
      score: wholeIn(value, 1_000_000),
    }));
    rows.sort((a, b) => b.score - a.score || a.at - b.at);
    rows.forEach(({ at, score }, place) => {
      marks.push((at << 1) | (rows[place - 1]?.score === score ? 1 : 0), score);
    });
  } else {
    itemsIn(fieldOf(ballot, 'approves') ?? ballot).forEach((item, at) => void marks.rank(placeIn(item, list), at > 0));
  }
  const scored = scores?.kind === 'object';
  if (weight.units > 0n) box.addWeighted(marks.entries, marks.length, weight, scored ? marks.scores : null);
  return ranks !== undefined ? 'ranked' : scored ? 'scores' : 'approval';
}

const placeIn = (item: Json, list: CandidateList): number => list.placeOf(textIn(item) ?? '', item);

const wrong = (place: { line: number; column: number }, es: string, en: string): FormatProblem =>
  new FormatProblem({ line: place.line, column: place.column }, { es, en });
