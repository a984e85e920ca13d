/** A sentence in the languages of the interface. */
export type Text = { readonly es: string; readonly en: string };
export type Language = keyof Text;

/** `A, B and C`. */
export function listed(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${language === 'es' ? 'y' : 'and'} ${names.at(-1)}`;
}
