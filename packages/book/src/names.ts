/** The names that tie leaves, seals and files together (docs/decisions/0002-the-book.md, "Names"). */

const MAX_ORIGIN = 200;

/**
 * A book's name, `<node name>/<body>`: 1 to 200 characters without white space, control characters, `+` (note key
 * names bar it) and `#` (it sets off a seat).
 */
export function isOrigin(text: string): boolean {
  return text.length <= MAX_ORIGIN && text.isWellFormed() && /^[^\p{White_Space}\p{Cc}+#]+$/u.test(text);
}

/** The name of a disclosure slot. No newline can stand in it, so the bytes that a commitment hashes are unambiguous. */
export function isSlot(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text);
}

/** The name of an act's type, `DelegatesElected`. */
export function isActType(text: string): boolean {
  return /^[A-Z][A-Za-z0-9]{0,63}$/.test(text);
}

/** A holder who is a seat of the body below: `<origin>#<seat number>`. */
export function seatHolder(origin: string, seat: number): string {
  return `${origin}#${seat}`;
}

/** The log of heads of the node that keeps `origin`: `<node name>/heads`. */
export function headsOrigin(origin: string): string {
  return `${origin.slice(0, Math.max(0, origin.lastIndexOf('/')))}/heads`;
}

/** The book that continues `origin` after a restore that fell behind: `<origin>~2`, then `~3`. */
export function successorOrigin(origin: string): string {
  const parts = /^(.+)~([1-9]\d{0,8})$/.exec(origin);
  return parts === null ? `${origin}~2` : `${parts[1]}~${Number(parts[2]) + 1}`;
}

/** Longer than any book goes on: what a name says must not make work without end. */
const MAX_SUCCESSIONS = 32;

/** A book and those that it goes on from, the last one first: `x~3`, `x~2`, `x`. */
export function lineage(origin: string): readonly string[] {
  const parts = /^(.+)~([1-9]\d?)$/.exec(origin);
  const number = Number(parts?.[2] ?? 1);
  if (parts === null || number < 2 || number > MAX_SUCCESSIONS) return [origin];
  return Array.from({ length: number }, (_, i) =>
    i === number - 1 ? (parts[1] as string) : `${parts[1]}~${number - i}`,
  );
}
