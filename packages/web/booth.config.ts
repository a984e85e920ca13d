import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('booth/', import.meta.url));

const shared =
  /src\/booth\/(half-slip|with-status|tracker|tracker-words|copy-button|camera|asking|place)\.|sha2|src\/qr\/.*tsx?|qr-reader|scan\.tsx|lean-qr|ballot\/src\/(credential|base58|random|arithmetic|encoding)\.ts/;

/** The ballot's own pages, built apart from the app into its folder `ballot`: the hash over them goes into the book. */
export default defineConfig({
  root,
  base: '/ballot/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  // The page itself is sent as it is: its lines are for whoever writes it.
  plugins: [
    { name: 'cabildo-one-line', transformIndexHtml: { order: 'post', handler: (page) => page.replace(/\n\s*/g, '') } },
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // What a voter needs is imported outright; lists of what else could be asked for beforehand would weigh more than they save.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (page, files, { hostType }) =>
        hostType === 'html' ? files.filter((file) => file !== page) : [],
    },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: `${root}index.html` },
      // What a voter and somebody who checks both load is one piece: each piece costs its beginning without a past.
      output: { codeSplitting: { groups: [{ name: 'shared', test: shared }], includeDependenciesRecursively: false } },
    },
  },
});
