/** Degrees of WGS 84: longitude, latitude. */
export type Position = readonly [lon: number, lat: number];

const degrees = String.raw`lon (-?\d{1,3}(?:\.\d{1,7})?) lat (-?\d{1,2}(?:\.\d{1,7})?)`;
const said = new RegExp(`^${degrees}(?:; ${degrees})?(?:; ([\\s\\S]*))?$`);

const written = ([lon, lat]: Position): string => `lon ${lon} lat ${lat}`;

/** A place as it lies beside the book: a position, or a piece of road between two, words, or both; so that people read it and a map finds it. */
export function placeText(positions: readonly Position[], words: string): string | undefined {
  const all = [...positions.slice(0, 2).map(written), words.trim()].filter((part) => part !== '').join('; ');
  return all === '' ? undefined : all;
}

/** Where a place that was written so is: one position, or the two ends of a piece; none of words alone. */
export function positionsIn(text: string | null): readonly Position[] {
  const [, lon, lat, toLon, toLat] = said.exec(text ?? '') ?? [];
  if (lon === undefined) return [];
  const from: Position = [Number(lon), Number(lat)];
  return toLon === undefined ? [from] : [from, [Number(toLon), Number(toLat)]];
}

/** What of a place is words. */
export const wordsOf = (text: string | null): string => {
  const found = said.exec(text ?? '');
  return (found === null ? text : found[5]) ?? '';
};

export const positionIn = (text: string | null): Position | null => positionsIn(text)[0] ?? null;
