// `npm run docs`: writes sources.json, everything that the interface says in Spanish, with what English says and where it is seen.
import { writeFileSync } from 'node:fs';
import { readSources } from './read-sources.ts';

writeFileSync(new URL('sources.json', import.meta.url), `${JSON.stringify(await readSources(), null, 1)}\n`);
process.stdout.write('packages/server/languages/sources.json written\n');
