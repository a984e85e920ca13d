/** More bytes than any statute has; of a larger file nothing is read. */
export const LARGEST_STATUTE_FILE = 200_000;

/** The fullest statute has six levels. What goes far deeper cannot even be written out again to be sent. */
const MOST_LEVELS = 32;

/**
 * What may be a statute: an object, as the editor of statutes saves it, or inside the answer of `cabildo statute read --json`.
 * Null for anything else. Whether it is one the node says, with the place.
 */
export function statuteInFile(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const inside = isObject(value) && 'statute' in value ? value.statute : value;
    return isObject(inside) && !goesDeeper(inside, MOST_LEVELS) ? inside : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const goesDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => goesDeeper(part, levels - 1)));
