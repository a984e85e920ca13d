import { type Language, proposalForms, statuteSchema } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { caching, sendContent } from '../caching.ts';
import { bytes } from '../route.ts';

/** What a statute must look like, for editors and for programs that somebody else wrote. */
export function registerSchemas(app: FastifyInstance): void {
  serveStatuteSchema(app, '/schema/statute.json', 'en');
  serveStatuteSchema(app, '/schema/statute.es.json', 'es');
  serveProposalForms(app, '/schema/proposals.json', 'en');
  serveProposalForms(app, '/schema/proposals.es.json', 'es');
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

/** Every kind of proposal with its fields in words: what a desk draws its forms from. */
function serveProposalForms(app: FastifyInstance, path: string, language: Language): void {
  const about = {
    operation: language === 'en' ? 'readProposalForms' : 'readProposalFormsInSpanish',
    summary: `Kinds of proposal, under which matters each is tabled, and what its form asks for, in ${language === 'en' ? 'English' : 'Spanish'}`,
    tag: 'node',
    answers: { 200: { says: 'The forms', content: { 'application/json': { type: 'object' } } } },
  } as const;
  const content = JSON.stringify({ forms: proposalForms(language) });
  app.get(path, { config: { about } }, (request, reply) =>
    sendContent(request, reply, { type: 'application/json', cache: caching.hour, bytes: content }),
  );
}
