import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Manifest } from './rules/dependencies.ts';
import type { Page } from './rules/links.ts';
import type { Entries } from './rules/unused.ts';
import { readSource, type Source } from './source.ts';

/** The repository as the rules see it. */
export type Repository = { root: string; sources: Source[]; manifests: Manifest[]; pages: Page[]; entries: Entries };

export function readRepository(): Repository {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
  const code = [
    'packages/*/{src,node,look,test,bin}/**/*.{ts,tsx,js}',
    'packages/*/*.ts',
    'bench/**/*.ts',
    'simulate/**/*.ts',
    'house/**/*.{ts,js}',
  ];
  const manifests = find(root, ['package.json', 'packages/*/package.json']).map((path) => {
    const text = read(path);
    return { ...JSON.parse(text), path, text } as Manifest & NamedManifest;
  });
  return {
    root,
    sources: find(root, code).map((path) => readSource(path, read(path))),
    manifests,
    pages: find(root, ['*.md', 'docs/**/*.md', 'packages/**/*.md', 'samples/**/*.md', 'vectors/**/*.md']).map(
      (path) => ({
        path,
        text: read(path),
      }),
    ),
    entries: Object.fromEntries(manifests.flatMap(entriesOf)),
  };
}

type NamedManifest = { name: string; exports?: Record<string, string> };

function entriesOf({ name, path, exports = {} }: Manifest & NamedManifest): [string, string][] {
  const folder = path.replace(/package\.json$/, '');
  return Object.entries(exports).map(([key, file]) => [name + key.slice(1), folder + file.slice(2)]);
}

function find(root: string, patterns: string[]): string[] {
  const skip = (path: string) => /(^|\/)(node_modules|dist)(\/|$)/.test(path);
  return globSync(patterns, { cwd: root, exclude: skip })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
