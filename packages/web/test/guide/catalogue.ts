// Every word that a screen, or a page of the node, can say in one language, by the place where it stands in its catalogue.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Language = 'es' | 'en';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** What stands for a part that is known only while it is shown. */
const ANY = '…';

/** Where there are parts of the moment the sentence has “…” in their place. */
export async function catalogueIn(language: Language): Promise<ReadonlyMap<string, string>> {
  const files = globSync(
    [
      `packages/web/src/**/{words,areas,first}-${language}.ts`,
      `packages/server/src/pages/words/*.ts`,
      'packages/core/src/motion/proposal-words.ts',
    ],
    { cwd: root },
  ).sort();
  const found = new Map<string, string>();
  for (const file of files) {
    const module = (await import(`${root}/${file}`)) as Readonly<Record<string, unknown>>;
    for (const [name, value] of Object.entries(module))
      if (name === language || name.endsWith(language === 'es' ? 'Es' : 'En') || file.includes('/core/'))
        collect(value, { at: placeOf(file, name), language }, found);
  }
  return found;
}

/** The same for the two languages. */
const placeOf = (file: string, name: string): string =>
  `${file.replace(/\b(es|en)\.ts$/, '')} ${name.replace(/^(es|en)$|(Es|En)$/, '')}`;

interface Place {
  readonly at: string;
  readonly language: Language;
}

function collect(value: unknown, { at, language }: Place, found: Map<string, string>): void {
  if (typeof value === 'string') found.set(at, value);
  else if (typeof value === 'function') {
    const said = saidBy(value as (...parts: unknown[]) => unknown);
    if (said !== null) found.set(at, said);
  } else if (typeof value === 'object' && value !== null)
    // What the core says has both languages in one place.
    for (const [name, inner] of Object.entries(value))
      if (name === language) collect(inner, { at, language }, found);
      else if (name !== 'es' && name !== 'en') collect(inner, { at: `${at}.${name}`, language }, found);
}

/** Null where a sentence follows from more than words. */
function saidBy(sentence: (...parts: unknown[]) => unknown): string | null {
  try {
    const said = sentence(...Array.from({ length: sentence.length }, () => ANY));
    return typeof said === 'string' ? said : null;
  } catch {
    return null;
  }
}

/** Where that name stands; a name of the moment, such as “Person 1”, where the sentence with its “…” stands. */
export function placesOf(catalogue: ReadonlyMap<string, string>, name: string): readonly string[] {
  return [...catalogue].filter(([, said]) => said === name || madeBy(said, name)).map(([at]) => at);
}

const special = /[.*+?^${}()|[\]\\]/g;

function madeBy(said: string, name: string): boolean {
  const parts = said.split(ANY);
  if (parts.length === 1 || parts.join('').replaceAll(/[^\p{L}]/gu, '').length < 3) return false;
  return new RegExp(`^${parts.map((part) => part.replaceAll(special, '\\$&')).join('.+')}$`, 'u').test(name);
}
