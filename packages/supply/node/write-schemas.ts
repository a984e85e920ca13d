// `npm run docs`: writes the schemas of what the supply commands read and print.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { supplySchemas } from '../src/schema/schemas.ts';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const schemas = supplySchemas();
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(docs + name, `${JSON.stringify(schema, null, 1)}\n`);
}
process.stdout.write(`written in docs/: ${Object.keys(schemas).join(', ')}\n`);
