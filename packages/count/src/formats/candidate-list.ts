import type { Candidate } from '../election.ts';
import { FormatProblem, quoted } from './problem.ts';

/** More names than anybody can read out are no election. */
const MOST = 1_000_000;

type Place = { readonly line: number; readonly column: number };

/** Candidates by the word with which ballots name them, in the order in which a file first does. */
export class CandidateList {
  readonly found: Candidate[] = [];
  /** Whether a word that was not declared is a mistake. */
  closed = false;
  private readonly places = new Map<string, number>();

  declare(id: string, place: Place, more: Partial<Candidate> = {}): number {
    if (this.places.has(id)) {
      throw new FormatProblem(place, { es: `${quoted(id)} está dos veces.`, en: `${quoted(id)} is there twice.` });
    }
    if (id === '' || this.found.length >= MOST) {
      throw new FormatProblem(place, { es: 'Falta un nombre.', en: 'A name is missing.' });
    }
    this.places.set(id, this.found.length);
    this.found.push({ id, name: id, withdrawn: false, ...more });
    return this.found.length - 1;
  }

  /** The place of a candidate that a ballot names. */
  placeOf(id: string, place: Place): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    if (!this.closed) return this.declare(id, place);
    throw new FormatProblem(place, {
      es: `No hay ninguna candidatura ${quoted(id)}.`,
      en: `There is no candidate ${quoted(id)}.`,
    });
  }
}

/** The entries of one ballot while it is read; grows, and is used again for the next. */
export class Marks {
  entries = new Int32Array(64);
  scores = new Int32Array(64);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  push(entry: number, score = 0): void {
    if (this.length === this.entries.length) {
      const [entries, scores] = [new Int32Array(this.length * 2), new Int32Array(this.length * 2)];
      entries.set(this.entries);
      scores.set(this.scores);
      this.entries = entries;
      this.scores = scores;
    }
    this.entries[this.length] = entry;
    this.scores[this.length] = score;
    this.length += 1;
  }

  /** A candidate, at a rank of its own or sharing that of the one before. */
  rank(candidate: number, tied: boolean): void {
    this.push((candidate << 1) | (tied && this.length > 0 ? 1 : 0));
  }
}
