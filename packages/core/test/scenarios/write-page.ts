// Part of `npm run docs`.
import { writeFileSync } from 'node:fs';
import { scenariosPage } from './page.ts';

writeFileSync(new URL('../../../../docs/scenarios.md', import.meta.url), scenariosPage());
process.stdout.write('written in docs/: scenarios.md\n');
