import type { DecisionRule, QuorumRule, Statute } from '../fields.ts';
import { officeInWords } from '../office-words.ts';
import { type Text, text } from './text.ts';
import { bases } from './values.ts';

/** What one article says, sentence by sentence. An article left out has a sentence too: what its absence means. */
export type Reading = (statute: Statute) => readonly Text[];

type Names<K extends string> = Readonly<Record<K, Text>>;

/** `1 día`, `2 días`. */
const counted =
  (es: readonly [one: string, many: string], en: readonly [one: string, many: string]) =>
  (count: number): Text =>
    text(`${count} ${es[count === 1 ? 0 : 1]}`, `${count} ${en[count === 1 ? 0 : 1]}`);

export const seconds = counted(['segundo', 'segundos'], ['second', 'seconds']);
export const minutes = counted(['minuto', 'minutos'], ['minute', 'minutes']);
export const hours = counted(['hora', 'horas'], ['hour', 'hours']);
export const days = counted(['día', 'días'], ['day', 'days']);
export const months = counted(['mes', 'meses'], ['month', 'months']);
const people = counted(['persona', 'personas'], ['person', 'people']);
export const members = counted(['miembro', 'miembros'], ['member', 'members']);
export const seats = counted(['puesto', 'puestos'], ['seat', 'seats']);
export const terms = counted(['gestión', 'gestiones'], ['term', 'terms']);
export const bodies = counted(['asamblea', 'asambleas'], ['body', 'bodies']);
export const signatures = counted(['firma', 'firmas'], ['signature', 'signatures']);
export const times = counted(['vez', 'veces'], ['time', 'times']);

const listed = (values: readonly string[], last: string): string =>
  values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} ${last} ${values.at(-1)}`;

/** Before a word that sounds like `i-`, Spanish says `e`, and before one that sounds like `o-`, `u`. */
const joined = (values: readonly string[], last: 'y' | 'o'): string => {
  const next = values.at(-1) ?? '';
  if (last === 'y') return listed(values, /^h?i(?![aeou])/i.test(next) ? 'e' : 'y');
  return listed(values, /^h?o/i.test(next) ? 'u' : 'o');
};

export const allOf = (texts: readonly Text[]): Text =>
  text(
    joined(
      texts.map(({ es }) => es),
      'y',
    ),
    listed(
      texts.map(({ en }) => en),
      'and',
    ),
  );

export const oneOf = (texts: readonly Text[]): Text =>
  text(
    joined(
      texts.map(({ es }) => es),
      'o',
    ),
    listed(
      texts.map(({ en }) => en),
      'or',
    ),
  );

/** Names that a statute gives itself are said as they stand there. */
export const quoted = (name: string): Text => text(`«${name}»`, `“${name}”`);

/** An office by the name that the statute has, since another name is another statute; beside it what the reader calls it. */
export function officeNamed(office: string): Text {
  const beside = (called: string): string => (called === office ? '' : ` (${called})`);
  const name = quoted(office);
  return text(name.es + beside(officeInWords(office, 'es')), name.en + beside(officeInWords(office, 'en')));
}

const fractions: Names<string> = {
  '1/1': text('la totalidad', 'all'),
  '1/2': text('la mitad', 'half'),
  '1/3': text('un tercio', 'a third'),
  '2/3': text('dos tercios', 'two thirds'),
  '1/4': text('un cuarto', 'a quarter'),
  '3/4': text('tres cuartos', 'three quarters'),
  '1/5': text('un quinto', 'a fifth'),
  '2/5': text('dos quintos', 'two fifths'),
  '3/5': text('tres quintos', 'three fifths'),
  '4/5': text('cuatro quintos', 'four fifths'),
  '1/10': text('un décimo', 'a tenth'),
};

interface Share {
  readonly num: number;
  readonly den: number;
}

/** As it stands in the statute: 2/4 is not said as a half, so that what is read is what is written. */
export function fraction({ num, den }: Share): Text {
  const known = fractions[`${num}/${den}`];
  if (known !== undefined) return known;
  return den === 100 ? text(`${num} %`, `${num}%`) : text(`${num}/${den}`, `${num}/${den}`);
}

export function above(rule: Share & { readonly strict: boolean }): Text {
  const { es, en } = fraction(rule);
  if (rule.strict) return text(`más de ${es}`, `more than ${en}`);
  return rule.num === rule.den ? text(es, en) : text(`al menos ${es}`, `at least ${en}`);
}

export function majority(rule: DecisionRule): Text {
  const [share, base] = [above(rule), bases[rule.of]];
  return text(`${share.es} ${base.es}`, `${share.en} ${base.en}`);
}

export function quorum(rule: QuorumRule): Text {
  const [share, base] = [above(rule), bases.roll];
  const least = rule.min === undefined ? null : people(rule.min);
  return text(
    `${share.es} ${base.es}${least === null ? '' : `, y nunca menos de ${least.es}`}`,
    `${share.en} ${base.en}${least === null ? '' : `, and never fewer than ${least.en}`}`,
  );
}

export const capital = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
