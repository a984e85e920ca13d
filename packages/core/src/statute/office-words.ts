type Language = 'es' | 'en';

type Pair = readonly [es: string, en: string];

/**
 * Offices as they are called, Spanish beside English: those of the templates, and what halls call the same. Where a name stands
 * twice, the first one answers. An office that a statute has invented is not here and keeps its own name.
 */
const offices: readonly Pair[] = [
  ['quien convoca', 'convener'],
  ['presidencia', 'chair'],
  ['presidencia', 'president'],
  ['vicepresidencia', 'vice-chair'],
  ['vicepresidencia', 'vice-president'],
  ['secretaría', 'secretary'],
  ['secretaría de actas', 'recording secretary'],
  ['secretaría general', 'general secretary'],
  ['secretaría ejecutiva', 'executive secretary'],
  ['secretaría de organización', 'organisation secretary'],
  ['secretaría de relaciones', 'relations secretary'],
  ['secretaría de conflictos', 'disputes secretary'],
  ['tesorería', 'treasurer'],
  ['secretaría de hacienda', 'treasurer'],
  ['vocalía', 'member at large'],
  ['coordinación', 'co-ordinator'],
  ['comisión de control', 'control commission'],
  ['juez de aguas', 'water warden'],
  ['alcaldía de campo', 'field warden'],
  ['presidencia del consejo', 'chair of the board'],
  ['vicepresidencia del consejo', 'vice-chair of the board'],
  ['consejo de vigilancia', 'supervisory board'],
  ['presidencia de mesa', 'presiding member'],
  ['presidencia de mesa', 'presiding delegate'],
];

/** Those that are known, in the order in which they are looked for. */
export const officeNames = offices;

/** As somebody writes it who has no accents at hand, or writes it as an identifier: `secretaria-de-actas`. */
const plain = (office: string): string =>
  office
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase();

const known: ReadonlyMap<string, Pair> = new Map(
  offices.toReversed().flatMap((pair) => pair.map((name) => [plain(name), pair] as const)),
);

/** Of an office that is known by that name; undefined of one that a statute has invented. */
export const knownOffice = (office: string): Pair | undefined => known.get(plain(office));

/** The same in both languages, for an answer that does not know who reads it. */
export const officeCalled = (office: string): Readonly<Record<Language, string>> => ({
  es: officeInWords(office, 'es'),
  en: officeInWords(office, 'en'),
});

/** What people call an office in that language; of an invented one its own name, without an identifier's hyphens. */
export function officeInWords(office: string, language: Language): string {
  const pair = knownOffice(office);
  if (pair !== undefined) return pair[language === 'es' ? 0 : 1];
  return office.includes(' ') ? office : office.replaceAll('-', ' ');
}
