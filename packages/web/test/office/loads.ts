// What each page of a client that is built apart (office, supply) loads, found in what was built: outright, and what it may ask for later.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Files = ReadonlyMap<string, Buffer>;
export type Encoding = 'br' | 'gz';
export type Language = 'es' | 'en';

const text = (files: Files, name: string): string =>
  (files.get(name) ?? assert.fail(`${name} is not there`)).toString();

const imported = (script: string): string[] =>
  [...script.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, name]) => name ?? '');

/** A file and what it imports outright. */
export function closure(files: Files, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  if (name.endsWith('.js')) for (const other of imported(text(files, name))) closure(files, other, found);
  return found;
}

/** What a piece asks for when it is needed, each with the styles that are asked for with it. */
export function askedLater(files: Files, name: string): ReadonlyMap<string, readonly string[]> {
  const script = text(files, name);
  const listed = /__vite__mapDeps=.*?\[((?:"[^"]*",?)*)\]/.exec(script)?.[1] ?? '';
  const deps = [...listed.matchAll(/"assets\/([^"]+)"/g)].map(([, dep]) => dep ?? '');
  const calls = script.matchAll(
    /import\(["'`]\.\/([^"'`]+)["'`]\)(?:(?!import\().)*?(?:__vite__mapDeps\(\[([\d,]*)\]\)|\[\])/gs,
  );
  return new Map(
    [...calls].map(([, piece = '', numbers = '']) => {
      const wanted = numbers.split(',').map((number) => deps[Number(number)] ?? '');
      return [piece, numbers === '' ? [] : wanted.filter((dep) => dep.endsWith('.css'))];
    }),
  );
}

/** Of each area the file that is asked for when it is opened: called as its entry is. */
const entries = globSync('{office,supply}/*/*.tsx', { cwd: fileURLToPath(new URL('../../src', import.meta.url)) }).map(
  (path) => basename(path, '.tsx'),
);

/** Lays a language that people have added to the node over Spanish: loaded with it alone. */
export const forAddedLanguages = /^added-/;

const isOther = (language: Language, name: string): boolean =>
  forAddedLanguages.test(name) || new RegExp(`(?:^|-)${language === 'es' ? 'en' : 'es'}-`).test(name);

/** The page, what it names, and the words of its language. */
export function opening(files: Files, language: Language): ReadonlySet<string> {
  const named = [...text(files, 'index.html').matchAll(/"\/\w+\/assets\/([^"]+\.(?:js|css))"/g)].map(
    ([, name]) => name ?? '',
  );
  const words = [...files.keys()].filter((name) => name.startsWith(`first-${language}-`) && name.endsWith('.js'));
  assert.equal(words.length, 1);
  return new Set(['index.html', ...named.flatMap((name) => [...closure(files, name)]), ...words]);
}

const index = (files: Files): string =>
  [...files.keys()].find((name) => /^index-.*\.js$/.test(name)) ?? assert.fail('no index');

/**
 * Everything that whoever opens that area could come to load there, without going to another: with the reader of codes where it has
 * one, and with the whole of the client's home. By its entry's name.
 */
export function loadsOfAreas(files: Files, language: Language): ReadonlyMap<string, ReadonlySet<string>> {
  const start = index(files);
  const first = opening(files, language);
  const asked = askedLater(files, start);
  const home = [...asked].filter(([name]) => !isEntry(name) && !isOther(language, name));
  return new Map([
    ['home', reachedFrom(files, language, first, home)],
    ...[...asked]
      .filter(([name]) => isEntry(name))
      .map(([name, styles]) => [nameOf(name), reachedFrom(files, language, first, [[name, styles]])] as const),
  ]);
}

const nameOf = (file: string): string => file.replace(/-[\w-]{8}\.js$/, '');
const isEntry = (file: string): boolean => entries.includes(nameOf(file)) && nameOf(file) !== 'people';

function reachedFrom(
  files: Files,
  language: Language,
  first: ReadonlySet<string>,
  from: Iterable<readonly [string, readonly string[]]>,
): ReadonlySet<string> {
  const all = new Set(first);
  const start = index(files);
  const take = (piece: string, styles: readonly string[]): void => {
    for (const style of styles) all.add(style);
    for (const name of closure(files, piece)) {
      all.add(name);
      if (name === start || !name.endsWith('.js')) continue;
      for (const [later, more] of askedLater(files, name))
        if (!isOther(language, later) && !all.has(later)) take(later, more);
    }
  };
  for (const [piece, styles] of from) take(piece, styles);
  return all;
}

/** What goes over the line. */
export const sent = (files: Files, name: string, encoding: Encoding): number =>
  (files.get(`${name}.${encoding}`) ?? files.get(name) ?? assert.fail(name)).length;
