import { type Finding, type Source, targetOf } from '../source.ts';

/** No two files need each other, directly or through others; types count, for a reader has to follow them too. */
export function cycles(sources: Source[]): Finding[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const finished = new Set<string>();
  const findings: Finding[] = [];

  function visit(source: Source, trail: string[]): void {
    if (finished.has(source.path)) return;
    const here = [...trail, source.path];
    for (const entry of source.imports) {
      const target = byPath.get(targetOf(source, entry) ?? '');
      if (target === undefined || target === source) continue;
      const start = here.indexOf(target.path);
      if (start === -1) visit(target, here);
      else findings.push(closed(source.path, entry.line, [...here.slice(start), target.path]));
    }
    finished.add(source.path);
  }

  for (const source of sources) visit(source, []);
  return findings;
}

function closed(path: string, line: number, round: string[]): Finding {
  return { path, line, rule: 'cycles', message: `files that need each other: ${round.join(' → ')}` };
}
