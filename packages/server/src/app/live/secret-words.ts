import { base64Decode, keyWords } from '@cabildo/book';
import type { StepLink } from './answer.ts';

/** Said by the node, because nothing of it is in the book: the client shows it as it comes. */
export interface Sentences {
  readonly es: string;
  readonly en: string;
}

const listed = (seats: readonly number[], language: string): string =>
  new Intl.ListFormat(language).format(seats.map(String));

/** Of a key that was made: the words that its trustee reads aloud from their own page, before the key is named in the book. */
function inWords(key: string | undefined, language: 'es' | 'en'): string {
  const hash = key === undefined ? undefined : base64Decode(key);
  return hash === undefined ? '' : ` · ${keyWords(hash, language).join(' ')}`;
}

/** What a step of a secret vote waits for. */
export const awaited = {
  keys: (seats: readonly number[]): Sentences => ({
    es: `Cada custodio abre su enlace y hace su llave. Faltan: ${listed(seats, 'es')}.`,
    en: `Each trustee opens their link and makes their key. Missing: ${listed(seats, 'en')}.`,
  }),
  trial: (seats: readonly number[]): Sentences => ({
    es: `Cada custodio abre la prueba con su llave. Faltan: ${listed(seats, 'es')}.`,
    en: `Each trustee opens the trial with their key. Missing: ${listed(seats, 'en')}.`,
  }),
  halves: (): Sentences => ({
    es: 'Cada escrutador abre su enlace, hace sus mitades y las imprime.',
    en: 'Each teller opens their link, makes their halves and prints them.',
  }),
  leftOver: (): Sentences => ({
    es: 'Cuando todos sacaron su sobre, un escrutador anota los que sobraron.',
    en: 'Once everybody has drawn a slip, a teller enters those left over.',
  }),
  shares: (done: number, needed: number): Sentences => ({
    es: `Los custodios abren la urna, cada cual con su llave: ${done} de ${needed}.`,
    en: `The trustees open the box, each with their key: ${done} of ${needed}.`,
  }),
} as const;

/** Where it is done: small pages that know nobody. What follows `#` no server sees. */
export const linkTo = {
  trustee: (election: string, seat: number, { code, key }: { code: string; key: string | undefined }): StepLink => ({
    said: { es: `Custodio ${seat}${inWords(key, 'es')}`, en: `Trustee ${seat}${inWords(key, 'en')}` },
    path: `/ballot/t/${election}#${seat}-${code}`,
  }),
  slips: (election: string, teller: number, code: string): StepLink => ({
    said: { es: `Sobres, mitad ${teller}`, en: `Slips, half ${teller}` },
    path: `/ballot/h/${election}#${teller}-${code}`,
  }),
  voters: (election: string): StepLink => ({ said: { es: 'Votar', en: 'Vote' }, path: `/ballot/v/${election}` }),
  check: (election: string): StepLink => ({
    said: { es: 'Comprobar que mi voto está', en: 'Check that my vote is there' },
    path: `/ballot/c/${election}`,
  }),
  candidates: (body: string, motion: number): StepLink => ({
    said: { es: 'Lista de candidaturas, para imprimir', en: 'List of candidates, to print' },
    path: `/b/${encodeURIComponent(body)}/candidates/${motion}`,
  }),
} as const;
