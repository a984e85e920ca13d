import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { piecesAskedPlainly } from './pieces-plainly.ts';

const root = fileURLToPath(new URL('pass/', import.meta.url));

/** All of it is kept from the start, but what reads codes where the browser has nothing for it. */
const keptWhenUsed = /read-picture/;

function blockWorker(): Plugin {
  return {
    name: 'cabildo-block-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'worker');
        if (worker === undefined || worker.type !== 'chunk')
          throw new Error('the block’s page and its worker are built together');
        const files = Object.keys(bundle)
          .filter((name) => /\.(?:js|css)$/.test(name) && name !== worker.fileName)
          .sort();
        const version = createHash('sha256').update(files.join('\n')).digest('base64url').slice(0, 12);
        const [rest, first] = [true, false].map((later) => files.filter((name) => keptWhenUsed.test(name) === later));
        const paths = (names: readonly string[] = []): string => JSON.stringify(names.map((name) => `/pass/${name}`));
        worker.code = worker.code
          .replaceAll('APP_VERSION', JSON.stringify(version))
          .replaceAll('APP_FILES', paths(first))
          .replaceAll('APP_REST', paths(rest));
      },
    },
  };
}

/** The page of a road block, apart from all else: a phone there needs nothing but this and a key list (docs/passes.md). */
export default defineConfig({
  root,
  base: '/pass/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: {
    APP_PAGE: '"/pass"',
    APP_ASSETS: '"/pass/assets/"',
    APP_KEPT: '"cabildo-pass "',
    APP_HAS_REST: 'true',
    APP_SELDOM: '[]',
  },
  plugins: [piecesAskedPlainly(), blockWorker()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: `${root}index.html`, worker: fileURLToPath(new URL('src/worker/worker.ts', import.meta.url)) },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'pass-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
