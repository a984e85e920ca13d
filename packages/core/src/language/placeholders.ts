const placeholder = /\{([A-Za-z]\w*)\}/g;

/** `{name}` as it stands in a text, each as often as it is there; `#` counts as one where it stands for a number. */
export const placeholdersOf = (text: string): readonly string[] => [
  ...[...text.matchAll(placeholder)].map(([, name]) => name ?? ''),
  ...[...text.matchAll(/(?<![\w&])#(?!\w)/g)].map(() => '#'),
];

/** How a text with placeholders looks once they are filled, and how many characters of it are its own. */
export function placeholderPattern(source: string): {
  readonly names: readonly string[];
  readonly form: RegExp;
  /** Its own words, in order. */
  readonly parts: readonly string[];
  readonly own: number;
} {
  const parts = source.split(placeholder);
  const names = parts.filter((_, at) => at % 2 === 1);
  const own = parts.filter((_, at) => at % 2 === 0);
  const form = parts.map((part, at) => (at % 2 === 1 ? '([\\s\\S]*?)' : literally(part))).join('');
  return {
    names,
    form: new RegExp(`^${form}$`),
    parts: own.filter((part) => part !== ''),
    own: own.join('').trim().length,
  };
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A number as it was written for people, with whatever parts its thousands; null where it is none. */
export function counted(written: string): number | null {
  const digits = written.replace(/[\s.,\u00a0\u202f’']/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : null;
}
