import { type Finding, isSign, isWord, type Source, targetOf } from '../source.ts';
import type { Token } from '../tokens.ts';

/** The pure packages, and what each may import from outside itself. */
export const purePackages: Record<string, string[]> = {
  count: [],
  book: ['@scure/bip39'],
  ballot: [],
  supply: [],
  core: ['@cabildo/count'],
};

/** Names that reach a clock, chance, the machine or the outside, wherever they stand. */
const neverWords = new Set(
  [
    'getRandomValues randomUUID',
    // Answers that depend on the machine's language or time zone.
    'Intl toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase localeCompare',
    'getTimezoneOffset getFullYear getMonth getDate getDay getHours getMinutes getSeconds',
    // Answers that depend on when memory is collected.
    'WeakRef FinalizationRegistry',
  ]
    .join(' ')
    .split(' '),
);

/** Global names; as a property, a key or a parameter of that name they are somebody else's. */
const neverGlobals = new Set(
  [
    'process console globalThis performance fetch navigator localStorage sessionStorage indexedDB',
    'setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame',
    'Buffer require eval XMLHttpRequest WebSocket EventSource Worker Deno Bun',
  ]
    .join(' ')
    .split(' '),
);

/** Globals that every JavaScript has, that only compute, and that the language's own library does not declare. */
const harmlessGlobals = new Set(['TextEncoder', 'TextDecoder']);

/** Pure packages: no clock, no chance, no input or output, nothing from outside but what is listed. */
export function purity(sources: Source[]): Finding[] {
  return sources.flatMap((source) => {
    const name = /^packages\/([^/]+)\/src\//.exec(source.path)?.[1];
    const allowed = name === undefined ? undefined : purePackages[name];
    return allowed === undefined
      ? []
      : [...foreignImports(source, `packages/${name}/src/`, allowed), ...impurities(source)];
  });
}

function foreignImports(source: Source, home: string, allowed: string[]): Finding[] {
  return source.imports
    .filter((entry) => {
      const target = targetOf(source, entry);
      if (target !== undefined) return !target.startsWith(home);
      return !allowed.some((name) => entry.from === name || entry.from.startsWith(`${name}/`));
    })
    .map(({ from, line }) => finding(source, line, `a pure package must not import ${from}`));
}

function impurities(source: Source): Finding[] {
  return source.tokens.flatMap((token, at) => {
    if (token.kind !== 'word') return [];
    const what = impurityAt(source.tokens, at);
    return what === undefined ? [] : [finding(source, token.line, `a pure package must not use ${what}`)];
  });
}

function impurityAt(tokens: Token[], at: number): string | undefined {
  const [before, token, next, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token === undefined) return undefined;
  if (neverWords.has(token.text)) return token.text;

  const isMember = isSign(before, '.') || isSign(before, '?.');
  if (isMember) return undefined;
  if (neverGlobals.has(token.text) && !isKey(next, second)) return token.text;
  if (token.text === 'Date') return clockAt(before, next, second);
  if (token.text === 'Math' && isSign(next, '.') && isWord(second, 'random')) return 'Math.random';
  if (token.text === 'import' && isSign(next, '.')) return 'import.meta';
  if (token.text === 'Function' && isWord(before, 'new')) return 'new Function';
  if (token.text === 'declare' && next?.kind === 'word' && !harmlessGlobals.has(second?.text ?? '')) return 'declare';
  return undefined;
}

/** `new Date(text)` only reads a text; `Date.now()`, `new Date()` and `Date()` read the clock. */
function clockAt(before: Token | undefined, next: Token | undefined, second: Token | undefined): string | undefined {
  if (isSign(next, '.') && isWord(second, 'now')) return 'Date.now';
  if (isWord(before, 'new')) return isSign(next, '(') && !isSign(second, ')') ? undefined : 'new Date()';
  return isSign(next, '(') ? 'Date()' : undefined;
}

function isKey(next: Token | undefined, second: Token | undefined): boolean {
  return isSign(next, ':') || (isSign(next, '?') && isSign(second, ':'));
}

function finding({ path }: Source, line: number, message: string): Finding {
  return { path, line, rule: 'purity', message };
}
