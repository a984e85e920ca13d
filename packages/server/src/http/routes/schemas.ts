import { type Language, statuteSchema } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { bytes } from '../route.ts';

/** What a statute must look like, for editors and for programs that somebody else wrote. */
export function registerSchemas(app: FastifyInstance): void {
  serveStatuteSchema(app, '/schema/statute.json', 'en');
  serveStatuteSchema(app, '/schema/statute.es.json', 'es');
}

function serveStatuteSchema(app: FastifyInstance, path: string, language: Language): void {
  const about = {
    operation: language === 'en' ? 'readStatuteSchema' : 'readStatuteSchemaInSpanish',
    summary: `JSON Schema (2020-12) of a statute, each article and field described in ${language === 'en' ? 'English' : 'Spanish'}`,
    tag: 'node',
    answers: { 200: { says: 'The schema', content: bytes('application/schema+json') } },
  } as const;
  const content = JSON.stringify(statuteSchema(language));
  app.get(path, { config: { about } }, (request, reply) =>
    sendContent(request, reply, { type: 'application/schema+json', cache: caching.hour, bytes: content }),
  );
}
