import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { piecesAskedPlainly } from './pieces-plainly.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What one page needs to start, found from the page: its files, and what they import outright. */
function filesOf(entry: Chunk, all: Readonly<Record<string, Chunk>>): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    // A piece that was put into others is still said to be imported.
    if (found.has(name) || all[name] === undefined) return;
    found.add(name);
    for (const other of all[name]?.imports ?? []) add(other);
  };
  add(entry.fileName);
  return [...found].sort();
}

interface Chunk {
  readonly fileName: string;
  readonly imports: readonly string[];
}

/** Builds the worker with the page: the names of the page's files are known only once they are written. */
function serviceWorker(): Plugin {
  return {
    name: 'cabildo-worker',
    apply: 'build',
    // After pieces that hold nothing but styles are gone.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const byName = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, chunk as unknown as Chunk]));
        const page = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('.html'));
        const worker = chunks.find(({ name }) => name === 'worker');
        if (page === undefined || worker === undefined) throw new Error('the page and its worker are built together');
        const start = filesOf(page as unknown as Chunk, byName);
        const later = chunks.filter(({ name }) => keptFromTheStart.has(name));
        const styles = Object.keys(bundle).filter((name) => name.endsWith('.css'));
        const scripts = later.flatMap((chunk) => filesOf(chunk as unknown as Chunk, byName));
        const files = [...new Set([...start, ...styles, ...scripts])];
        const version = createHash('sha256')
          .update(Object.keys(bundle).sort().join('\n'))
          .digest('base64url')
          .slice(0, 12);
        worker.code = worker.code
          .replaceAll('APP_VERSION', JSON.stringify(version))
          .replaceAll('APP_FILES', JSON.stringify(files.map((name) => `/${name}`)));
      },
    },
  };
}

/**
 * Styles come as two files: the page's, and those of everything else (`area-styles.css`), which is asked for in one place. Where
 * each piece named its own, each would carry the list of them, and the page what reads the lists.
 */
function stylesApart(): Plugin {
  return {
    name: 'cabildo-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(`${root}src/`) || id.endsWith('/main.ts')) return null;
      return code.replace(/^import '[^']+\.css';$/gm, '');
    },
  };
}

/** What of a module each piece that has several would fetch from one more file: a look at names that are not set yet. */
function namespacesInPlace(): Plugin {
  return {
    name: 'cabildo-namespaces',
    apply: 'build',
    enforce: 'pre',
    generateBundle(_options, bundle) {
      const runtime = fileOf(bundle, 'rolldown-runtime');
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(
            new RegExp(`import(?:\\{(\\w+) as (\\w+)\\}from)?"\\./${runtime.slice('assets/'.length)}";`),
            (_, _name, own) =>
              own === undefined
                ? ''
                : `var ${own}=(a,n,o={})=>{for(n in a)Object.defineProperty(o,n,{get:a[n]});return o};`,
          );
      delete bundle[runtime];
    },
  };
}

/** Parts that are loaded later but must be there without a network. */
const keptFromTheStart: ReadonlySet<string> = new Set(['screens', 'first-es', 'first-en', 'later']);

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
 * Few pieces, since each costs its headers and a beginning without a past: what every screen draws with, and the member's own;
 * what a member comes to after the first vote, or has to do in an office; codes; forms; what hashes and signs where the browser does not; all areas; their words. None needs one that stands below it.
 */
const pieces = [
  { name: 'small-ed25519', test: /sha2\.ts|small-ed25519/ },
  {
    name: 'later',
    test: /member\/(re(sult|ceipt)|duties)|web\/src\/(scan\/(scan|qr-reader)\.|form\/|voice\/(listen\.|recordings|words\.)|sha256|book-of-body|changes\/.*tsx?|shell\/(people|sign-in-screen|found-field)|floor\/(ask|clock|wish|words-))|book\/src\/(?!encoding|jcs|seal|act-code)/,
  },
  {
    name: 'screens',
    test: /preact|look\/icons|web\/src\/(screens|(shell\/)?area-styles|member\/(?!words).*tsx?|shell\/(parts|later|scan-later|watching|frame|focused|queue-notes|formats-for|person-name)\.tsx?|voice\/listen-later|read-aloud\/.*tsx?)/,
  },
  ...['es', 'en'].map((language) => ({
    name: `area-words-${language}`,
    test: new RegExp(
      `web/src/(areas-|(desk|teller|floor|hall-screen|late|minutes|meeting|paper|roll|seals)/(desk-words|words|terms)-)${language}\\.ts`,
    ),
  })),
  {
    name: 'areas',
    test: /web\/src\/(area-screens|areas-words|(desk|teller|hall-screen|floor|voice|late|minutes|meeting|paper|roll|seals)\/(?!.*(words|terms)-e))|lean-qr|src\/qr\/|book\/src\/(seal|act-code)/,
  },
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: {
    APP_PAGE: '"/phone"',
    APP_ASSETS: '"/assets/"',
    APP_KEPT: '"cabildo-app "',
    APP_HAS_REST: 'false',
    APP_SELDOM: '[]',
  },
  plugins: [stylesApart(), namespacesInPlace(), piecesAskedPlainly(), serviceWorker(), preloads()],
  build: {
    // What the page asks of a browser anyway (`AbortSignal.timeout`, `at`) is younger than this.
    target: 'es2022',
    // The page's policy forbids inline scripts, styles and data: addresses.
    assetsInlineLimit: 0,
    // One for the page; what is asked for by its address stays apart.
    cssCodeSplit: false,
    // What a piece needs it names itself, and what must not wait for that the page does (`preloads`).
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // Nothing of ours does anything when it is read.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      input: { index: `${root}index.html`, worker: `${root}src/worker/worker.ts` },
      // The worker's address stays the same, so that the browser finds the next one.
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'phone-worker.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: pieces, includeDependenciesRecursively: false },
      },
    },
  },
});
