import {
  type Language,
  proposalForms,
  sensitiveShown,
  statuteForm,
  statuteSchema,
  statuteTemplates,
} from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import { readJson } from '../../app/languages/sources.ts';
import { formsIn } from '../../app/languages/spoken-forms.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { bytes } from '../route.ts';
import { bodyAt } from '../who-asks.ts';

/** What a statute must look like, for editors and for programs that somebody else wrote. */
export function registerSchemas(app: FastifyInstance, context: HttpContext): void {
  serveStatuteSchema(app, '/schema/statute.json', 'en');
  serveStatuteSchema(app, '/schema/statute.es.json', 'es');
  serveProposalForms(app, '/schema/proposals.json', 'en');
  serveProposalForms(app, '/schema/proposals.es.json', 'es');
  serveStatuteForm(app, '/schema/statute-form.json', 'en');
  serveStatuteForm(app, '/schema/statute-form.es.json', 'es');
  serveFormsOfBody(app, context);
  serveLanguageSchema(app);
}

function serveLanguageSchema(app: FastifyInstance): void {
  const about = {
    operation: 'readLanguageSchema',
    summary: 'JSON Schema (2020-12) of a language’s file',
    tag: 'node',
    answers: { 200: { says: 'The schema', content: bytes('application/schema+json') } },
  } as const;
  const content = JSON.stringify(readJson('language.schema.json'));
  app.get('/schema/language.json', { config: { about } }, (request, reply) =>
    sendContent(request, reply, { type: 'application/schema+json', cache: caching.hour, bytes: content }),
  );
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

/** What an editor of statutes draws its fields from, and the statutes to begin with. */
function serveStatuteForm(app: FastifyInstance, path: string, language: Language): void {
  const about = {
    operation: language === 'en' ? 'readStatuteForm' : 'readStatuteFormInSpanish',
    summary: `The articles as fields of a form, in words, and the templates, in ${language === 'en' ? 'English' : 'Spanish'}`,
    tag: 'node',
    answers: { 200: { says: 'The form', content: { 'application/json': { type: 'object' } } } },
  } as const;
  const templates = statuteTemplates.map(({ name, kind, title, statutes }) => ({
    name,
    kind,
    title: title[language],
    statute: statutes[language],
  }));
  const content = JSON.stringify({ articles: statuteForm(language), templates });
  app.get(path, { config: { about } }, (request, reply) =>
    sendContent(request, reply, { type: 'application/json', cache: caching.hour, bytes: content }),
  );
}

/** What its statute publishes of where a measure stands decides what a form asks, and what it tells beforehand. */
function serveFormsOfBody(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; language: string } }>(
    '/api/bodies/:body/forms/:language',
    {
      schema: {
        params: {
          type: 'object',
          properties: { body: { type: 'string' }, language: { type: 'string', maxLength: 50 } },
        },
      },
      config: {
        about: {
          operation: 'readFormsOfBody',
          summary:
            'Kinds of proposal and what the form of each asks for, as the statute of this body has it; in a language that the node does not speak, in Spanish',
          tag: 'bodies',
          answers: {
            200: { says: 'The forms', content: { 'application/json': { type: 'object' } } },
            404: { says: 'Unknown body' },
          },
        },
      },
    },
    async (request, reply) => {
      const { body, language } = request.params;
      const { state } = await bodyAt(node, body);
      const shown = sensitiveShown(state.statute?.rules ?? null);
      const [tag = '', trial = ''] = language.split('-x-');
      const said = node.languages.at(tag)?.said(node.languages.invitations.isTrial(tag, trial));
      const forms = said === undefined ? proposalForms(language === 'en' ? 'en' : 'es', shown) : formsIn(shown, said);
      return sendContent(request, reply, {
        type: 'application/json',
        cache: caching.ask,
        bytes: JSON.stringify({ forms }),
      });
    },
  );
}
