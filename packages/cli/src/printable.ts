/** Control characters, and those that turn the direction of writing. */
const hidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A line of a report as a terminal may show it. Titles and names come out of the file that is judged: a line break or a terminal's
 * own commands in them could write a better verdict over the true one.
 */
export const printable = (line: string): string =>
  line.replace(hidden, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
