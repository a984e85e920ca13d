// `npm run docs`: writes docs/openapi.json from the routes that the server really has.
import { writeFile } from 'node:fs/promises';
import { openApiDocument } from './src/http/openapi-document.ts';

const path = new URL('../../docs/openapi.json', import.meta.url);
await writeFile(path, await openApiDocument());
process.stdout.write('docs/openapi.json written\n');
