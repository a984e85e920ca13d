import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What one page needs to start, found from the page: its files, and what they import outright. */
function filesOf(entry: Chunk, all: Readonly<Record<string, Chunk>>): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const other of all[name]?.imports ?? []) add(other);
    for (const style of all[name]?.viteMetadata?.importedCss ?? []) found.add(style);
  };
  add(entry.fileName);
  return [...found].sort();
}

interface Chunk {
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

/** Builds the worker with the page: the names of the page's files are known only once they are written. */
function serviceWorker(): Plugin {
  return {
    name: 'cabildo-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const byName = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk as unknown as Chunk]));
      const page = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('.html'));
      const worker = chunks.find(({ name }) => name === 'worker');
      if (page === undefined || worker === undefined) throw new Error('the page and its worker are built together');
      const start = filesOf(page as unknown as Chunk, byName);
      const later = chunks.filter(({ name }) => keptFromTheStart.has(name));
      const files = [...new Set([...start, ...later.flatMap((chunk) => filesOf(chunk as unknown as Chunk, byName))])];
      const version = createHash('sha256')
        .update(Object.keys(bundle).sort().join('\n'))
        .digest('base64url')
        .slice(0, 12);
      worker.code = worker.code
        .replaceAll('APP_VERSION', JSON.stringify(version))
        .replaceAll('APP_FILES', JSON.stringify(files.map((name) => `/${name}`)));
    },
  };
}

/** Parts that are loaded later but must be there without a network. */
const keptFromTheStart: ReadonlySet<string> = new Set([
  'first-es',
  'first-en',
  'result',
  'receipt',
  'people',
  'ask-floor',
]);

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [serviceWorker()],
  build: {
    // What the page asks of a browser anyway (`AbortSignal.timeout`, `at`) is younger than this.
    target: 'es2022',
    // The page's policy forbids inline scripts, styles and data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: `${root}index.html`, worker: `${root}src/worker/worker.ts` },
      // The worker's address stays the same, so that the browser finds the next one.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'phone-worker.js' : 'assets/[name]-[hash].js'),
        // What every area shares is needed at once: one file, since each costs its headers and a beginning without a past.
        codeSplitting: { groups: [{ name: 'shared', test: /preact|look\/icons|shell\/parts\.tsx/ }] },
      },
    },
  },
});
