import { readFileSync } from 'node:fs';
import type { Spoken, Translation } from '@cabildo/core';

/** A text of the interface: in Spanish, in English, and where it is said (`packages/server/languages/write-sources.ts`). */
export interface Source {
  readonly source: string;
  readonly english: string;
  readonly places: readonly string[];
}

const folder = new URL('../../../languages/', import.meta.url);

export const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

let read: readonly Source[] | undefined;

export function sources(): readonly Source[] {
  read ??= readJson('sources.json') as readonly Source[];
  return read;
}

/** Only where nothing is left to say: these hold others together. */
const wordless = (source: string): boolean => !/\p{L}/u.test(source.replace(/\{\w+\}/g, ''));

/**
 * By place, as a client or a page looks them up; of those parts alone that begin with one of `parts`. A text that holds others
 * together comes along wherever something of that place is said.
 */
export function spokenAt(said: ReadonlyMap<string, Translation>, parts: readonly string[]): Spoken {
  const found: Record<string, Record<string, Translation>> = {};
  for (const { source, places } of sources()) {
    const translation = said.get(source);
    if (translation === undefined && !wordless(source)) continue;
    for (const place of places)
      if (parts.some((part) => place.startsWith(`${part}.`))) {
        found[place] ??= {};
        found[place][source] = translation ?? source;
      }
  }
  return found;
}

let words: ReadonlySet<string> | undefined;

/** What there is to translate. */
export function translatable(): ReadonlySet<string> {
  words ??= new Set(
    sources()
      .map(({ source }) => source)
      .filter((source) => !wordless(source)),
  );
  return words;
}
