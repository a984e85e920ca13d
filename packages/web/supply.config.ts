import { defineConfig } from 'vite';
import { builtApart } from './built-apart.ts';

/** The supply committee at work (decision 0017). */
export default defineConfig(
  builtApart({
    name: 'supply',
    instead: { root: 'supply/instead', 'first-words': 'office/instead', 'area-styles': 'office/instead' },
    kept: ['hand-over', 'queue'],
    map: true,
  }),
);
