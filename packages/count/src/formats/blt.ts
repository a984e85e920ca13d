import { BallotBox } from '../ballot-box.ts';
import { type Candidate, type Election, electionOf, SKIPPED } from '../election.ts';
import { type Decimal, parseDecimal } from '../exact/decimal.ts';
import { namesOf } from './blt-names.ts';
import { FormatProblem, quoted } from './problem.ts';
import { ByteSource, type Chunks, decodeUtf8 } from './source.ts';

/** More candidates than anybody can read out is a header that lies. */
const MAX_CANDIDATES = 1_000_000;
const LONGEST_TOKEN = 4_000;
const MAX_NAMES = 64_000_000;

const [NEWLINE, SPACE, HASH, SLASH, STAR, OPEN, CLOSE] = [0x0a, 0x20, 0x23, 0x2f, 0x2a, 0x5b, 0x5d];
const [PAREN, EQUALS, MINUS, ZERO, NINE, QUOTE, COMMA] = [0x28, 0x3d, 0x2d, 0x30, 0x39, 0x22, 0x2c];

/**
 * BLT as OpenSTV, Droop, stv-rs and the Scottish returning officers write it: withdrawn candidates as negative numbers
 * or `[withdrawn …]`, `[tie …]`, `[nick …]`, `=` for equal ranks, `-` for a skipped one, ballot numbers in brackets,
 * comments, names with quotes or without, and the commas that a spreadsheet puts between or after the numbers.
 */
export function readBlt(chunks: Chunks): Election {
  return new BltReader(chunks).read();
}

class BltReader {
  private readonly source: ByteSource;
  private readonly box = new BallotBox();
  private entries = new Int32Array(64);
  private length = 0;
  private readonly withdrawn = new Set<number>();
  private readonly nicks = new Map<string, number>();
  private tieOrder: number[] | null = null;
  private candidates = 0;
  /** Digits already read that turned out to begin something longer. */
  private pending = '';
  /** Where the token that was read last began. */
  private place = { line: 1, column: 1 };

  constructor(chunks: Chunks) {
    this.source = new ByteSource(chunks);
  }

  read(): Election {
    this.candidates = this.header('candidatos', 'candidates', MAX_CANDIDATES);
    const seats = this.header('puestos', 'seats', MAX_CANDIDATES);
    while (this.readItem());
    const ballots = this.box.finish();
    const { names, title } = this.readNames();
    const candidates = names.map((name, at): Candidate => {
      return { id: String(at + 1), name, withdrawn: this.withdrawn.has(at) };
    });
    return electionOf({ title, style: 'ranked', candidates, seats, ballots, tieOrder: this.tieOrder });
  }

  private header(es: string, en: string, most: number): number {
    this.skipBlanks();
    const token = this.token();
    const value = /^\d{1,9}$/.test(token) ? Number(token) : 0;
    if (value < 1 || value > most) {
      throw this.wrong(
        `El encabezado debe decir cuántos ${es} hay; dice ${quoted(token)}.`,
        `The header must say how many ${en} there are; it says ${quoted(token)}.`,
      );
    }
    return value;
  }

  /** One ballot, directive or withdrawal; false at the zero that ends the ballots. */
  private readItem(): boolean {
    this.skipBlanks();
    const byte = this.source.peek();
    if (byte === OPEN) this.directive();
    else if (byte === MINUS) this.withdrawals();
    else if (byte === PAREN) {
      this.until(0x29);
      this.ranks();
      this.box.add(this.entries, this.length, 1);
    } else if (byte === -1) {
      this.mark();
      throw this.wrong('Falta el 0 que cierra las papeletas.', 'The 0 that ends the ballots is missing.');
    } else return this.ballot();
    return true;
  }

  private ballot(): boolean {
    if (this.plainBallot()) return true;
    const weight = this.number();
    if (weight !== null) {
      if (weight === 0) return false;
      this.ranks();
      this.box.add(this.entries, this.length, weight);
      return true;
    }
    const token = this.token();
    const exact = parseDecimal(token);
    if (exact === null || exact.units < 0n) {
      throw this.wrong(`Un peso de papeleta no puede ser ${quoted(token)}.`, `${quoted(token)} is no ballot's weight.`);
    }
    if (exact.units === 0n && !token.includes('.')) return false;
    this.ranks();
    if (exact.units > 0n) this.box.addWeighted(this.entries, this.length, exact as Decimal);
    return true;
  }

  /** Nearly every line of a large file: a whole weight, candidates' numbers, the 0. */
  private plainBallot(): boolean {
    const length = this.source.plainNumbers(this.entries, this.candidates);
    for (let at = 0; at < length; at++) this.entries[at] = ((this.entries[at] as number) - 1) << 1;
    if (length >= 0) this.box.add(this.entries, length, this.source.first);
    return length >= 0;
  }

  /** The ranks up to the 0 that ends them. */
  private ranks(): void {
    this.length = 0;
    let tied = 0;
    for (;;) {
      this.skipBlanks();
      const { source } = this;
      const byte = source.peek();
      if (byte === EQUALS) {
        this.mark();
        source.skip();
        if (this.length === 0 || tied === 1) throw this.wrong('Un «=» sobra aquí.', 'There is a stray “=” here.');
        tied = 1;
        continue;
      }
      const number = byte === MINUS ? this.skippedRank() : (this.number() ?? this.candidateCalled(this.token()));
      if (number === 0) break;
      if (number > this.candidates) throw this.noCandidate(String(number));
      if (this.length === this.entries.length) this.lengthen();
      this.entries[this.length] = number < 0 ? SKIPPED : ((number - 1) << 1) | tied;
      this.length += 1;
      tied = 0;
    }
    if (tied === 1) throw this.wrong('Después de «=» falta un candidato.', 'A candidate is missing after “=”.');
  }

  private skippedRank(): number {
    this.mark();
    this.source.skip();
    return SKIPPED;
  }

  /** A plain whole number of up to nine digits followed by a blank or `=`; null where something else stands there. */
  private number(): number | null {
    const { source } = this;
    this.mark();
    let [value, digits] = [0, 0];
    let byte = source.peek();
    while (byte >= ZERO && byte <= NINE && digits < 9) {
      value = value * 10 + (byte - ZERO);
      digits += 1;
      source.skip();
      byte = source.peek();
    }
    const ended = byte <= SPACE || byte === EQUALS || byte === HASH || byte === COMMA;
    if (digits === 0 || !ended) {
      this.pending = digits === 0 ? '' : String(value).padStart(digits, '0');
      return null;
    }
    return value;
  }

  private candidateCalled(token: string): number {
    const number = /^\d+$/.test(token) ? Number(token) : (this.nicks.get(token) ?? -1) + 1;
    if (token === '0') return 0;
    if (number < 1 || number > this.candidates) throw this.noCandidate(token);
    return number;
  }

  private noCandidate(token: string): FormatProblem {
    if (token === '') return this.wrong('La papeleta no termina en 0.', 'The ballot does not end with 0.');
    return this.wrong(
      `No hay candidato ${quoted(token)}: son ${this.candidates}.`,
      `There is no candidate ${quoted(token)}: there are ${this.candidates}.`,
    );
  }

  private withdrawals(): void {
    const token = this.token();
    const number = /^-\d{1,9}$/.test(token) ? -Number(token) : 0;
    if (number < 1 || number > this.candidates) throw this.noCandidate(token);
    this.withdrawn.add(number - 1);
  }

  private directive(): void {
    this.mark();
    const { place } = this;
    const [name = '', ...words] = this.until(CLOSE).slice(1).trim().split(/\s+/);
    this.place = place;
    if (name === 'nick') {
      if (words.length !== this.candidates) {
        throw this.wrong(
          `[nick …] nombra ${words.length}; los candidatos son ${this.candidates}.`,
          `[nick …] names ${words.length}; there are ${this.candidates} candidates.`,
        );
      }
      words.forEach((word, at) => void this.nicks.set(word, at));
    } else if (name === 'tie') this.tieOrder = words.map((word) => this.candidateCalled(word) - 1);
    else if (name === 'withdrawn') for (const word of words) this.withdrawn.add(this.candidateCalled(word) - 1);
    else if (name !== 'droop') {
      throw this.wrong(`No se conoce la indicación ${quoted(name)}.`, `The directive ${quoted(name)} is not known.`);
    }
  }

  private readNames(): { names: string[]; title: string } {
    const { source } = this;
    const bytes: number[] = [];
    const line = source.line;
    for (let byte = source.peek(); byte >= 0; byte = source.peek()) {
      bytes.push(byte);
      source.skip();
      if (bytes.length > MAX_NAMES) throw this.wrong('Los nombres no terminan.', 'The names do not end.');
    }
    return namesOf(decodeUtf8(Uint8Array.from(bytes), line), line, this.candidates);
  }

  private lengthen(): void {
    const longer = new Int32Array(this.entries.length * 2);
    longer.set(this.entries);
    this.entries = longer;
  }

  private skipBlanks(): void {
    const { source } = this;
    for (let byte = source.peek(); ; byte = source.peek()) {
      if (byte === HASH) while (![NEWLINE, -1].includes(source.peek())) source.skip();
      else if (byte === SLASH) this.skipComment();
      else if (byte < 0 || (byte > SPACE && byte !== COMMA)) return;
      else source.skip();
    }
  }

  private skipComment(): void {
    this.mark();
    this.source.skip();
    if (this.source.peek() !== STAR) throw this.wrong('Una «/» sobra aquí.', 'There is a stray “/” here.');
    for (let before = 0; before !== STAR || this.source.peek() !== SLASH; ) {
      before = this.source.peek();
      if (before < 0) throw this.wrong('El comentario no termina.', 'The comment does not end.');
      this.source.skip();
    }
    this.source.skip();
  }

  private token(): string {
    const { source } = this;
    const codes: number[] = [];
    if (this.pending === '') this.mark();
    for (let byte = source.peek(); byte > SPACE && ![EQUALS, QUOTE, COMMA].includes(byte); byte = source.peek()) {
      codes.push(byte);
      source.skip();
      if (codes.length > LONGEST_TOKEN) throw this.wrong('Una palabra no termina.', 'A word does not end.');
    }
    const text = this.pending + decodeUtf8(Uint8Array.from(codes), this.place.line);
    this.pending = '';
    return text;
  }

  /** Everything up to a closing mark, which is stepped over. */
  private until(end: number): string {
    const { source } = this;
    this.mark();
    const codes: number[] = [];
    for (let byte = source.peek(); byte !== end; byte = source.peek()) {
      if (byte < 0 || codes.length > MAX_NAMES) throw this.wrong('Falta el cierre.', 'The closing mark is missing.');
      codes.push(byte);
      source.skip();
    }
    source.skip();
    return decodeUtf8(Uint8Array.from(codes), this.place.line);
  }

  private mark(): void {
    this.place = { line: this.source.line, column: this.source.column };
  }

  private wrong(es: string, en: string): FormatProblem {
    return new FormatProblem(this.place, { es, en });
  }
}
