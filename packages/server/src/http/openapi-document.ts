import type { Node } from '../app/node.ts';
import { createServer } from './create-server.ts';

/** The OpenAPI document as a server answers with it, without a database behind it; for docs/openapi.json. */
export async function openApiDocument(): Promise<string> {
  const app = createServer({ node: { name: 'node.example' } as Node });
  const { body } = await app.inject({ method: 'GET', url: '/openapi.json' });
  await app.close();
  return `${JSON.stringify(JSON.parse(body), null, 1)}\n`;
}
