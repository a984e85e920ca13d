import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('office/', import.meta.url));
const instead = fileURLToPath(new URL('src/office/instead/', import.meta.url));

/** What of the shell is the phone's alone (where it stands, the words of its first screen, its worker) the office has of its own. */
const replaced = /^\.\.?\/(?:shell\/)?(root|first-words|area-styles|version)\.ts$/;

/** The office, on the shell of the phone, built apart from it into the folder `office`: a phone in the hall carries none of it. */
export default defineConfig({
  root,
  base: '/office/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: [{ find: replaced, replacement: `${instead}$1.ts` }] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: { index: `${root}index.html` } },
  },
});
