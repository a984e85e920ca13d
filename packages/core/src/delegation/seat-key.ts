/** The name of a seat: the body that sends (or, seen from below, the body it is in) and its number. */
export const seatKey = (book: string, seat: number): string => `${book}#${seat}`;

export function parseSeatKey(key: string): { readonly book: string; readonly seat: number } {
  const at = key.lastIndexOf('#');
  return { book: key.slice(0, at), seat: Number(key.slice(at + 1)) };
}

/** The name of an act of another book, as a table's key. */
export const actKey = (book: string, index: number): string => `${book}#${index}`;
