import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import { mapLibrary } from './map-library.ts';

interface Chunk {
  readonly fileName: string;
  readonly name: string;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/** A client on the shell of the phone, built apart from it into a folder of its name: a phone in the hall carries none of it. */
export interface ClientApart {
  /** Its folder here and in `src`, and the first part of its addresses. */
  readonly name: string;
  /** What of the shell is the phone's alone, and the folders of `src` that have it in its place. */
  readonly instead: Readonly<Record<'root' | 'first-words' | 'area-styles', string>>;
  /** Areas, by their entries, that must open without a network by themselves; everything else is kept as the line allows. */
  readonly kept: readonly string[];
  /** It has a map that can be moved. */
  readonly map?: true;
}

/** Large, and asked for by a press alone: kept when it was used (`APP_SELDOM` of the worker). */
const seldom = /\/maplibre-gl-/;

/** A piece with all that it may ever ask for, other areas left out. */
function reached(
  from: Chunk,
  all: ReadonlyMap<string, Chunk>,
  isArea: (chunk: Chunk) => boolean,
  found = new Set<string>(),
): ReadonlySet<string> {
  if (found.has(from.fileName)) return found;
  found.add(from.fileName);
  for (const style of from.viteMetadata?.importedCss ?? []) found.add(style);
  const later = from.dynamicImports.filter((name) => {
    const chunk = all.get(name);
    return chunk !== undefined && !isArea(chunk);
  });
  for (const name of [...from.imports, ...later]) {
    const chunk = all.get(name);
    if (chunk !== undefined) reached(chunk, all, isArea, found);
  }
  return found;
}

function workerOf({ name: client, kept }: ClientApart): Plugin {
  const keptFromTheStart: ReadonlySet<string> = new Set(['index', ...kept]);
  // An area is loaded when it is opened: `areas.ts` asks for these, each a folder with one entry.
  const entry = new RegExp(`/src/${client}/[^/]+/[^/]+\\.tsx$`);
  // What lays an added language over Spanish is kept by whoever speaks one, when it was used.
  const isArea = ({ facadeModuleId }: Chunk): boolean =>
    entry.test(facadeModuleId ?? '') || /\/src\/added\//.test(facadeModuleId ?? '');
  return {
    name: `cabildo-${client}-worker`,
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const worker = chunks.find(({ name }) => name === 'worker');
        if (worker === undefined) throw new Error(`${client} and its worker are built together`);
        const all = new Map(chunks.map((chunk) => [chunk.fileName, chunk as unknown as Chunk]));
        const starts = [...all.values()].filter(({ name }) => keptFromTheStart.has(name));
        if (starts.length !== keptFromTheStart.size)
          throw new Error(`what ${client} keeps from the start is not there`);
        const first = new Set(starts.flatMap((chunk) => [...reached(chunk, all, isArea)]));
        const files = Object.keys(bundle)
          .filter((name) => /\.(?:js|css)$/.test(name) && name !== worker.fileName && !seldom.test(name))
          .sort();
        const version = createHash('sha256').update(files.join('\n')).digest('base64url').slice(0, 12);
        const paths = (names: readonly string[]): string => JSON.stringify(names.map((name) => `/${client}/${name}`));
        worker.code = worker.code
          .replaceAll('APP_VERSION', JSON.stringify(version))
          .replaceAll('APP_FILES', paths(files.filter((name) => first.has(name))))
          .replaceAll('APP_REST', paths(files.filter((name) => !first.has(name))));
      },
    },
  };
}

export function builtApart(client: ClientApart): UserConfig {
  const { name, instead, map } = client;
  const root = fileURLToPath(new URL(`${name}/`, import.meta.url));
  return {
    root,
    base: `/${name}/`,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: {
      alias: Object.entries(instead).map(([file, folder]) => ({
        find: new RegExp(`^\\.\\.?/(?:shell/)?${file}\\.ts$`),
        replacement: fileURLToPath(new URL(`src/${folder}/${file}.ts`, import.meta.url)),
      })),
    },
    define: {
      APP_PAGE: `"/${name}"`,
      APP_ASSETS: `"/${name}/assets/"`,
      APP_KEPT: `"cabildo-${name} "`,
      APP_HAS_REST: 'true',
      ...(map === true ? {} : { APP_SELDOM: '[]' }),
    },
    worker: { format: 'es' },
    plugins: [workerOf(client), ...(map === true ? [mapLibrary(`/${name}/`)] : [])],
    build: {
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: `${root}index.html`, worker: fileURLToPath(new URL('src/worker/worker.ts', import.meta.url)) },
        output: {
          // Every page asks for all of it: one piece is smaller than a dozen, each with a beginning without a past. The look of all
          // screens is in it, because what the shell says of a button has to come after what the look says of its colour.
          codeSplitting: {
            groups: [
              {
                name: 'shell',
                test: /web\/(?:look\/look\.css|src\/shell\/(?!people|frame|scan-later|sign-in-screen|found-field|first-|words-))/,
              },
            ],
          },
          entryFileNames: ({ name: piece }) => (piece === 'worker' ? `${name}-worker.js` : 'assets/[name]-[hash].js'),
        },
      },
    },
  };
}
