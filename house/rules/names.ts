import type { Finding, Source } from '../source.ts';

const sayNothing = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'misc', 'common', 'stuff']);

/** A file is named for what it is about, and what it exports has a name. */
export function names(sources: Source[]): Finding[] {
  return sources.flatMap(({ path, exports }) => {
    const findings: Finding[] = [];
    const empty = path.split(/[/.-]/).find((word) => sayNothing.has(word));
    if (empty !== undefined) {
      findings.push({ path, line: 1, rule: 'names', message: `"${empty}" says nothing about what is in it` });
    }
    const unnamed = exports.find(({ name }) => name === 'default');
    // Tools read their settings from a default export; nothing else needs one.
    if (unnamed !== undefined && !path.endsWith('.config.ts')) {
      findings.push({
        path,
        line: unnamed.line,
        rule: 'names',
        message: 'a default export has no name; export a named one',
      });
    }
    return findings;
  });
}
