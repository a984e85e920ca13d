/** Degrees of WGS 84: longitude, latitude. */
export type Position = readonly [lon: number, lat: number];

const said = /^lon (-?\d{1,3}(?:\.\d{1,7})?) lat (-?\d{1,2}(?:\.\d{1,7})?)(?:; ([\s\S]*))?$/;

/** A place as it lies beside the book: a position, words, or both; so that people read it and a map finds it. */
export function placeText(position: Position | null, words: string): string | undefined {
  const at = position === null ? '' : `lon ${position[0]} lat ${position[1]}`;
  const all = [at, words.trim()].filter((part) => part !== '').join('; ');
  return all === '' ? undefined : all;
}

/** Where a place that was written so is; null of words alone. */
export function positionIn(text: string | null): Position | null {
  const found = said.exec(text ?? '');
  return found === null ? null : [Number(found[1]), Number(found[2])];
}
