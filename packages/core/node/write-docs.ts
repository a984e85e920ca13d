// `npm run docs`: writes docs/acts.md and docs/statute.schema.json from the catalogue.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actsPage } from '../src/catalogue/documentation.ts';
import { statuteSchema } from '../src/catalogue/json-schema.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));

writeFileSync(`${docs}acts.md`, actsPage());
writeFileSync(`${docs}statute.schema.json`, `${JSON.stringify(statuteSchema(), null, 2)}\n`);
process.stdout.write('docs/acts.md and docs/statute.schema.json are written\n');
