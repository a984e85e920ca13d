import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('office/', import.meta.url));
const instead = fileURLToPath(new URL('src/office/instead/', import.meta.url));

/** What of the shell is the phone's alone (where it stands, the words of its first screen) the office has of its own. */
const replaced = /^\.\.?\/(?:shell\/)?(root|first-words|area-styles)\.ts$/;

interface Chunk {
  readonly fileName: string;
  readonly name: string;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/** An area is loaded when it is opened: `areas.ts` asks for these, each a folder with one entry. */
const isArea = ({ facadeModuleId }: Chunk): boolean => /\/src\/office\/[^/]+\/[^/]+\.tsx$/.test(facadeModuleId ?? '');

/** A piece with all that it may ever ask for, other areas left out. */
function reached(from: Chunk, all: ReadonlyMap<string, Chunk>, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(from.fileName)) return found;
  found.add(from.fileName);
  for (const style of from.viteMetadata?.importedCss ?? []) found.add(style);
  const later = from.dynamicImports.filter((name) => {
    const chunk = all.get(name);
    return chunk !== undefined && !isArea(chunk);
  });
  for (const name of [...from.imports, ...later]) {
    const chunk = all.get(name);
    if (chunk !== undefined) reached(chunk, all, found);
  }
  return found;
}

/** The desk of credentials must open without a network by itself (decision 0013); everything else is kept as the line allows. */
const keptFromTheStart: ReadonlySet<string> = new Set(['index', 'accreditation']);

function officeWorker(): Plugin {
  return {
    name: 'cabildo-office-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const worker = chunks.find(({ name }) => name === 'worker');
        if (worker === undefined) throw new Error('the office and its worker are built together');
        const all = new Map(chunks.map((chunk) => [chunk.fileName, chunk as unknown as Chunk]));
        const starts = [...all.values()].filter(({ name }) => keptFromTheStart.has(name));
        if (starts.length !== keptFromTheStart.size) throw new Error('the desk of credentials is not there');
        const first = new Set(starts.flatMap((chunk) => [...reached(chunk, all)]));
        const files = Object.keys(bundle)
          .filter((name) => /\.(?:js|css)$/.test(name) && name !== worker.fileName)
          .sort();
        const version = createHash('sha256').update(files.join('\n')).digest('base64url').slice(0, 12);
        const paths = (names: readonly string[]): string => JSON.stringify(names.map((name) => `/office/${name}`));
        worker.code = worker.code
          .replaceAll('APP_VERSION', JSON.stringify(version))
          .replaceAll('APP_FILES', paths(files.filter((name) => first.has(name))))
          .replaceAll('APP_REST', paths(files.filter((name) => !first.has(name))));
      },
    },
  };
}

/** The office, on the shell of the phone, built apart from it into the folder `office`: a phone in the hall carries none of it. */
export default defineConfig({
  root,
  base: '/office/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: [{ find: replaced, replacement: `${instead}$1.ts` }] },
  define: {
    APP_PAGE: '"/office"',
    APP_ASSETS: '"/office/assets/"',
    APP_KEPT: '"cabildo-office "',
    APP_HAS_REST: 'true',
  },
  plugins: [officeWorker()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: `${root}index.html`, worker: fileURLToPath(new URL('src/worker/worker.ts', import.meta.url)) },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'office-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
