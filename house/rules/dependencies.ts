import type { Finding, Source } from '../source.ts';

export type Manifest = {
  path: string;
  text: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Every package names what its source imports, and every version is one version. */
export function dependencies(sources: Source[], manifests: Manifest[]): Finding[] {
  return [...undeclared(sources, manifests), ...inexact(manifests)];
}

function undeclared(sources: Source[], manifests: Manifest[]): Finding[] {
  const byFolder = new Map(manifests.map((manifest) => [manifest.path.replace(/package\.json$/, ''), manifest]));
  return sources.flatMap((source) => {
    const folder = /^packages\/[^/]+\/(?=(?:src|node|look)\/)/.exec(source.path)?.[0];
    const manifest = folder === undefined ? undefined : byFolder.get(folder);
    if (manifest === undefined) return [];
    return source.imports.flatMap(({ from, line }) => {
      const name = packageOf(from);
      if (name === undefined || manifest.dependencies?.[name] !== undefined) return [];
      return [{ path: source.path, line, rule: 'dependencies', message: `${name} is not in ${manifest.path}` }];
    });
  });
}

function inexact(manifests: Manifest[]): Finding[] {
  return manifests.flatMap((manifest) => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    return Object.entries(all).flatMap(([name, version]) => {
      if (exact.test(version)) return [];
      const line = manifest.text.slice(0, manifest.text.indexOf(`"${name}"`)).split('\n').length;
      const message = `${name} "${version}" is not one exact version`;
      return [{ path: manifest.path, line, rule: 'dependencies', message }];
    });
  });
}

function packageOf(from: string): string | undefined {
  if (from.startsWith('.') || from.startsWith('node:')) return undefined;
  return /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0];
}
