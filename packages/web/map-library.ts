import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * maplibre-gl as its makers packed it, the library and its worker, unchanged: put through the builder again both would only take
 * longer, and nobody could hold them against what the registry has. Each under a name that follows from its content.
 */
const parts = ['maplibre-gl', 'maplibre-gl-worker'] as const;

interface Packed {
  readonly fileName: string;
  readonly source: Buffer;
}

/** Null where it is not installed: then the client is built without it, and draws its maps by itself. */
function packed(): readonly Packed[] | null {
  const { resolve } = createRequire(import.meta.url);
  try {
    const folder = join(dirname(resolve('maplibre-gl/package.json')), 'dist');
    return parts.map((name) => {
      const source = readFileSync(join(folder, `${name}.mjs`));
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      return { fileName: `assets/${name}-${hash}.js`, source };
    });
  } catch {
    process.stderr.write('maplibre-gl is not installed: maps are drawn without it. `npm ci` brings it.\n');
    return null;
  }
}

/** What moves a map: kept by the worker of the client when it was used, and never asked for before. */
export function mapLibrary(base: string): Plugin {
  const files = packed();
  const addresses = JSON.stringify(files?.map(({ fileName }) => base + fileName) ?? null);
  return {
    name: 'cabildo-map-library',
    apply: 'build',
    config: () => ({ define: { MAP_LIBRARY: addresses, APP_SELDOM: files === null ? '[]' : addresses } }),
    buildStart() {
      for (const { fileName, source } of files ?? []) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
