import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('office/', import.meta.url));
const instead = fileURLToPath(new URL('src/office/instead/', import.meta.url));

/** What of the shell is the phone's alone (where it stands, the words of its first screen) the office has of its own. */
const replaced = /^\.\.?\/(?:shell\/)?(root|first-words|area-styles)\.ts$/;

/** A desk may be anywhere when it is opened without a network: its worker keeps all of the office, in both languages. */
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
        const files = Object.keys(bundle)
          .filter((name) => /\.(?:js|css)$/.test(name) && name !== worker.fileName)
          .sort();
        const version = createHash('sha256').update(files.join('\n')).digest('base64url').slice(0, 12);
        worker.code = worker.code
          .replaceAll('APP_VERSION', JSON.stringify(version))
          .replaceAll('APP_FILES', JSON.stringify(files.map((name) => `/office/${name}`)));
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
  define: { APP_PAGE: '"/office"', APP_ASSETS: '"/office/assets/"', APP_KEPT: '"cabildo-office "' },
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
