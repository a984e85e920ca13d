import { defineConfig } from 'vite';
import { builtApart } from './built-apart.ts';

const instead = 'office/instead';

/** What is done at a table. The desk of credentials must open without a network by itself (decision 0013). */
export default defineConfig(
  builtApart({
    name: 'office',
    instead: { root: instead, 'first-words': instead, 'area-styles': instead },
    kept: ['accreditation'],
  }),
);
