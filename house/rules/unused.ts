import { type Export, type Finding, type Source, targetOf } from '../source.ts';

/** Exports that nothing here uses, and why they are there all the same: `path#name`, or `path#*`. */
export type Allowed = Record<string, string>;

/** What each package's names lead to, e.g. `@cabildo/book/node` → `packages/book/node/crypto.ts`. */
export type Entries = Record<string, string>;

/**
 * Every export of a package's source is used by another file. A test is a use of what the source itself uses too;
 * what only a test uses is not part of the product. Passing a name on through an index is no use of it. A type may be
 * exported for being part of what is exported beside it.
 */
export function unused(sources: Source[], entries: Entries, allowed: Allowed): Finding[] {
  const uses = collectUses(sources, entries);
  return sources.filter(isProduct).flatMap((source) =>
    offered(source)
      .filter((offer) => !isUsed(source, offer, uses))
      .filter(({ name }) => !(`${source.path}#${name}` in allowed) && !(`${source.path}#*` in allowed))
      .map(({ name, line }) => ({
        path: source.path,
        line,
        rule: 'unused',
        message: `${name} is exported but not used by any other file`,
      })),
  );
}

type Offer = Export & { passedOn: boolean };

/** What a file exports: its own names, and the values it passes on (types are judged where they are declared). */
function offered({ exports, imports }: Source): Offer[] {
  const passedOn = imports
    .filter(({ reExport }) => reExport)
    .flatMap(({ names, line }) => names.map(({ as, typeOnly }) => ({ name: as, line, typeOnly, passedOn: true })))
    .filter(({ name, typeOnly }) => name !== '*' && !typeOnly);
  return [...exports.map((own) => ({ ...own, passedOn: false })), ...passedOn];
}

/** Allowances for what is used by now, or no longer there, are to be struck out. */
export function staleAllowances(sources: Source[], entries: Entries, allowed: Allowed): string[] {
  const needed = unused(sources, entries, {});
  return Object.keys(allowed).filter((key) => {
    const [path, name] = key.split('#');
    return !needed.some((found) => found.path === path && (name === '*' || found.message.startsWith(`${name} `)));
  });
}

type Uses = { bySource: Set<string>; byTest: Set<string> };

function collectUses(sources: Source[], entries: Entries): Uses {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const uses: Uses = { bySource: new Set(), byTest: new Set() };
  for (const source of sources) {
    const marks = isProduct(source) || !source.path.includes('/test/') ? uses.bySource : uses.byTest;
    for (const entry of source.imports) {
      if (entry.reExport) continue;
      const target = targetOf(source, entry) ?? entries[entry.from];
      for (const { name } of entry.names) if (target !== undefined) mark(target, name, marks);
    }
  }
  return uses;

  /** Marks a name in the file that is imported, and in the file that one has it from. */
  function mark(path: string, name: string, marks: Set<string>): void {
    const key = `${path}#${name}`;
    if (marks.has(key)) return;
    marks.add(key);
    const source = byPath.get(path);
    for (const entry of source?.imports.filter(({ reExport }) => reExport) ?? []) {
      const target = targetOf({ ...entryless, path }, entry) ?? entries[entry.from];
      if (target === undefined) continue;
      for (const passed of entry.names) {
        if (passed.as === name || name === '*') mark(target, passed.name, marks);
        else if (passed.as === '*') mark(target, name, marks);
      }
    }
  }
}

const entryless: Source = { path: '', text: '', tokens: [], imports: [], exports: [] };

function isUsed(source: Source, { name, typeOnly, passedOn }: Offer, { bySource, byTest }: Uses): boolean {
  const has = (marks: Set<string>) => marks.has(`${source.path}#${name}`) || marks.has(`${source.path}#*`);
  if (has(bySource)) return true;
  // Where a name is only passed on, a test's use is enough: the file that it comes from is judged by itself.
  if (passedOn) return has(byTest);
  return (typeOnly || has(byTest)) && usedAtHome(source, name);
}

/** Used in its own file besides where it is declared, or passed on there. */
function usedAtHome({ tokens }: Source, name: string): boolean {
  return tokens.filter(({ kind, text }) => kind === 'word' && text === name).length > 1;
}

function isProduct({ path }: Source): boolean {
  return /^packages\/[^/]+\/(?:src|node|look)\//.test(path);
}
