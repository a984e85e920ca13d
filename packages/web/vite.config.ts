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
  'screens',
  'first-es',
  'first-en',
  'result',
  'receipt',
  'people',
  'ask-floor',
]);

/** What the script asks for as soon as it runs, the words of the page's language among it, is asked for with it. */
function preloads(): Plugin {
  return {
    name: 'cabildo-preloads',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page, { bundle = {} }) {
        const chunks = bundle as unknown as Readonly<Record<string, Chunk>>;
        const wanted = ['screens', 'first-es'].flatMap((name) => {
          const chunk = chunks[fileOf(bundle, name)];
          return chunk === undefined ? [] : filesOf(chunk, chunks).filter((file) => file.endsWith('.js'));
        });
        const tags = [...new Set(wanted)]
          .filter((file) => !page.includes(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          }));
        // A browser thinks little of a script that may come at any time; here everything waits for it.
        return { html: page.replace('<script async', '<script async fetchpriority="high"'), tags };
      },
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('there is no page');
        const english = String(page.source)
          .replace(fileOf(bundle, 'first-es'), fileOf(bundle, 'first-en'))
          .replace('<html lang="es">', '<html lang="en">');
        this.emitFile({ type: 'asset', fileName: 'index.en.html', source: english });
      },
    },
  };
}

function fileOf(bundle: Readonly<Record<string, { readonly name?: string | undefined }>>, wanted: string): string {
  const [found] = Object.entries(bundle).filter(([, { name }]) => name === wanted);
  if (found === undefined) throw new Error(`nothing is called ${wanted}`);
  return found[0];
}

/**
 * Few pieces, since each costs its headers and a beginning without a past: what every screen draws with; what a member comes
 * to after the first vote; codes; forms; what those need who run a sitting in the hall; what becomes paper; the words of
 * both. None needs one that stands below it.
 */
const pieces = [
  {
    name: 'shared',
    test: /preact|rolldown|look\/icons|shell\/(parts|later|scan-later|watching)\.tsx?|voice\/listen-later|read-aloud\/.*tsx?|person-name/,
  },
  // A phone without https signs with it from the first moment, and must not wait for what comes later.
  { name: 'sha2', test: /web\/src\/sha2\.ts/ },
  {
    name: 'later',
    test: /member\/re(sult|ceipt)|web\/src\/(sha256|book-of-body|changes\/.*tsx?|shell\/people|floor\/(ask|clock|wish|words-))|book\/src\/(?!encoding|jcs|seal|act-code)/,
  },
  { name: 'qr', test: /lean-qr|qr-rows|hall-screen\/qr/ },
  { name: 'camera', test: /web\/src\/(qr|scan)\/.*ts/ },
  { name: 'form', test: /web\/src\/(form|voice\/(listen|recordings|words\.))/ },
  { name: 'areas', test: /web\/src\/(?!shell|member|read-aloud).*\.css/ },
  ...['es', 'en'].flatMap((language) => [
    { name: `hall-words-${language}`, test: wordsOf('desk|teller|floor|hall-screen', language) },
    { name: `paper-words-${language}`, test: wordsOf('late|minutes|meeting|seals', language) },
  ]),
  { name: 'hall', test: /web\/src\/(desk|teller|hall-screen|floor|voice)\/(?!.*words-e)/ },
  // Whoever has a key on this phone has https.
  { name: 'signing', test: /seals\/(objections|sign-a)/ },
  { name: 'papers', test: /web\/src\/(late|minutes|meeting|paper|seals)|book\/src\/(seal|act-code)/ },
];

function wordsOf(areas: string, language: string): RegExp {
  return new RegExp(`web/src/(${areas})/(desk-words|words|terms)-${language}\\.ts`);
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [serviceWorker(), preloads()],
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
        codeSplitting: { groups: pieces, includeDependenciesRecursively: false },
      },
    },
  },
});
