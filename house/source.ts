import { posix } from 'node:path';
import { type Token, tokenize } from './tokens.ts';

/** One name that a file takes from another; `*` stands for everything. */
export type ImportedName = { name: string; as: string; typeOnly: boolean };

export type Import = {
  /** As written: `./roll.ts`, `@cabildo/book`, `node:fs`. */
  from: string;
  names: ImportedName[];
  /** The names are passed on to whoever imports this file. */
  reExport: boolean;
  line: number;
};

export type Export = { name: string; line: number; typeOnly: boolean };

export type Source = { path: string; text: string; tokens: Token[]; imports: Import[]; exports: Export[] };

export type Finding = { path: string; line: number; rule: string; message: string };

export function readSource(path: string, text: string): Source {
  const tokens = tokenize(text);
  const source: Source = { path, text, tokens, imports: [], exports: [] };
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'sign' && '{(['.includes(token.text)) depth += 1;
    if (token.kind === 'sign' && '})]'.includes(token.text)) depth -= 1;
    if (token.kind !== 'word') continue;
    if (token.text === 'import') readImport(source, at, depth);
    if (token.text === 'export' && depth === 0) readExport(source, at);
  }
  return source;
}

/** Where a relative import leads, as a path from the repository's root. */
export function targetOf(source: Source, { from }: Import): string | undefined {
  return from.startsWith('.') ? posix.join(posix.dirname(source.path), from) : undefined;
}

function readImport(source: Source, at: number, depth: number): void {
  const { tokens } = source;
  const line = tokens[at]?.line ?? 0;
  const next = tokens[at + 1];
  const everything: ImportedName = { name: '*', as: '*', typeOnly: false };
  if (isSign(next, '(')) {
    const from = tokens[at + 2];
    if (from?.kind !== 'string') return;
    source.imports.push({ from: unquote(from), names: [everything], reExport: false, line });
    return;
  }
  if (depth > 0 || isSign(next, '.')) return;
  if (next?.kind === 'string') {
    source.imports.push({ from: unquote(next), names: [], reExport: false, line });
    return;
  }
  const end = tokens.findIndex(
    (token, index) => index > at && isWord(token, 'from') && tokens[index + 1]?.kind === 'string',
  );
  const from = tokens[end + 1];
  if (end === -1 || from === undefined) return;
  source.imports.push({ from: unquote(from), names: namesIn(tokens.slice(at + 1, end)), reExport: false, line });
}

function readExport(source: Source, at: number): void {
  const { tokens } = source;
  const line = tokens[at]?.line ?? 0;
  let next = at + 1;
  const typeOnly = isWord(tokens[next], 'type') && (isSign(tokens[next + 1], '{') || isSign(tokens[next + 1], '*'));
  if (typeOnly) next += 1;
  if (isSign(tokens[next], '{') || isSign(tokens[next], '*')) {
    readExportList(source, next, typeOnly, line);
    return;
  }
  const isType = isWord(tokens[next], 'type') || isWord(tokens[next], 'interface');
  while (modifiers.has(tokens[next]?.text ?? '') || isSign(tokens[next], '*')) next += 1;
  const name = tokens[next];
  if (isWord(tokens[at + 1], 'default')) source.exports.push({ name: 'default', line, typeOnly: false });
  else if (name !== undefined) source.exports.push({ name: name.text, line, typeOnly: isType });
}

const modifiers = new Set(
  'declare abstract async const let var function class interface type enum namespace'.split(' '),
);

function readExportList(source: Source, start: number, typeOnly: boolean, line: number): void {
  const { tokens } = source;
  let end = start;
  if (isSign(tokens[start], '{')) while (end < tokens.length && !isSign(tokens[end], '}')) end += 1;
  else if (isWord(tokens[start + 1], 'as')) end += 2;
  const from = isWord(tokens[end + 1], 'from') ? tokens[end + 2] : undefined;
  const names = namesIn(tokens.slice(start, end + 1)).map((name) => ({ ...name, typeOnly: name.typeOnly || typeOnly }));
  if (from?.kind === 'string') source.imports.push({ from: unquote(from), names, reExport: true, line });
  else for (const { as, typeOnly: isType } of names) source.exports.push({ name: as, line, typeOnly: isType });
}

/** The names in `Plain, * as all, { one, two as three, type Four }`. */
function namesIn(tokens: Token[]): ImportedName[] {
  const names: ImportedName[] = [];
  const allTypes = isWord(tokens[0], 'type') && !isSign(tokens[1], ',');
  let inList = false;
  for (let at = allTypes ? 1 : 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isSign(token, '{')) inList = true;
    if (isSign(token, '*')) {
      names.push({ name: '*', as: tokens[at + 2]?.text ?? '*', typeOnly: allTypes });
      at += 2;
      continue;
    }
    if (token.kind !== 'word') continue;
    const typeOnly = isWord(token, 'type') && (tokens[at + 1]?.kind === 'word' || false);
    if (typeOnly) at += 1;
    const name = tokens[at]?.text ?? '';
    const renamed = isWord(tokens[at + 1], 'as');
    names.push({
      name: inList ? name : 'default',
      as: renamed ? (tokens[at + 2]?.text ?? '') : name,
      typeOnly: typeOnly || allTypes,
    });
    if (renamed) at += 2;
  }
  return names;
}

export function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text;
}

export function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

function unquote(token: Token): string {
  return token.text.slice(1, -1);
}
