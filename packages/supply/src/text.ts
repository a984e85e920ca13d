/** A sentence in the languages of the interface. */
export type Text = { readonly es: string; readonly en: string };
export type Language = keyof Text;

/** `A, B and C`. */
export function listed(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${language === 'es' ? 'y' : 'and'} ${names.at(-1)}`;
}

/** Ends of lines, signs that move a terminal's cursor, and those that turn the direction of reading. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** With a sign that nobody sees a name could pass for another line of an answer. */
export const isOnOneLine = (text: string): boolean => !UNSEEN.test(text);

export const onOneLine = (text: string): string => text.replaceAll(new RegExp(UNSEEN, 'gu'), ' ');
