// `npm run docs`: writes the pages and schemas in docs/ that are made from the catalogue.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actsPage } from '../src/catalogue/documentation.ts';
import { actsSchema, commandsSchema } from '../src/catalogue/json-schema.ts';
import { statuteSchema } from '../src/statute/schema.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));

const made = {
  'acts.md': actsPage(),
  'acts.schema.json': `${JSON.stringify(actsSchema(), null, 1)}\n`,
  'commands.schema.json': `${JSON.stringify(commandsSchema(), null, 1)}\n`,
  'statute.schema.json': `${JSON.stringify(statuteSchema(), null, 1)}\n`,
};

for (const [name, content] of Object.entries(made)) writeFileSync(docs + name, content);
process.stdout.write(`written in docs/: ${Object.keys(made).join(', ')}\n`);
