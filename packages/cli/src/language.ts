/** The two languages that the command speaks. */
export type Language = 'es' | 'en';

/** One text in both. */
export interface Text {
  readonly es: string;
  readonly en: string;
}

/** What `--lang` says, else the environment in the order in which POSIX reads it, else English. */
export function languageFrom(option: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  const setting =
    option ?? [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return setting?.toLowerCase().startsWith('es') === true ? 'es' : 'en';
}
