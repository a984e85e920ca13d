import type { FastifyInstance } from 'fastify';
import type { Language } from '../../app/languages/language.ts';
import { spokenAt, translatable } from '../../app/languages/sources.ts';
import { caching, sendContent } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { bytes } from '../route.ts';

/** What a client says: its own words, those of the shell that all of them stand on, and what offices are called. */
const parts = {
  phone: ['phone', 'offices'],
  office: ['phone', 'office', 'offices'],
  supply: ['phone', 'supply', 'offices'],
} as const;

const json = { 'application/json': { type: 'object' } } as const;

export const aboutLanguage = ({ head, version, reviewedCount, entries }: Language) => {
  const drafts = [...entries.values()].filter(({ draft }) => draft !== null).length;
  return { ...head, version, texts: translatable().size, reviewed: reviewedCount, drafts };
};

/** Languages that people have added, as data: for clients, and for whoever takes one to another node (decision 0016). */
export function registerLanguages(app: FastifyInstance, { node }: HttpContext): void {
  app.get(
    '/api/languages',
    {
      config: {
        about: {
          operation: 'listLanguages',
          summary: 'The languages beside Spanish and English, and how far each has come',
          tag: 'node',
          answers: { 200: { says: 'The languages', content: json } },
        },
      },
    },
    async (request, reply) => {
      const languages = node.languages.all().map(aboutLanguage);
      return sendContent(request, reply, {
        type: 'application/json',
        cache: caching.ask,
        bytes: JSON.stringify({ languages }),
      });
    },
  );
  registerWords(app, node);
  registerFile(app, node);
  registerHearing(app, node);
}

function registerWords(app: FastifyInstance, node: HttpContext['node']): void {
  app.get<{ Params: { tag: string; client: keyof typeof parts }; Querystring: { trial?: string } }>(
    '/api/languages/:tag/words/:client',
    {
      schema: {
        params: { type: 'object', properties: { tag: { type: 'string' }, client: { enum: Object.keys(parts) } } },
        querystring: { type: 'object', properties: { trial: { type: 'string', maxLength: 8 } } },
      },
      config: {
        about: {
          operation: 'readWords',
          summary:
            'What a client says in a language: texts by place. With a trial’s code also what nobody has reviewed',
          tag: 'node',
          answers: { 200: { says: 'The words', content: json }, 404: { says: 'No such language' } },
        },
      },
    },
    async (request, reply) => {
      const { tag, client } = request.params;
      const language = node.languages.at(tag);
      if (language === undefined) throw new HttpProblem('no-such-language');
      const trial = node.languages.invitations.isTrial(tag, request.query.trial ?? '');
      const spoken = spokenAt(language.said(trial), parts[client]);
      const content = JSON.stringify({ ...language.head, spoken, heard: heard(language, trial) });
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: content });
    },
  );
}

const heard = ({ voices }: Language, trial: boolean): readonly string[] =>
  [...voices].filter(([, { reviewed }]) => reviewed || trial).map(([source]) => source);

function registerFile(app: FastifyInstance, node: HttpContext['node']): void {
  app.get<{ Params: { tag: string } }>(
    '/api/languages/:tag/file',
    {
      config: {
        about: {
          operation: 'readLanguageFile',
          summary: 'A language as a file: every text with who says so and who reviewed it (/schema/language.json)',
          tag: 'node',
          answers: { 200: { says: 'The file', content: json }, 404: { says: 'No such language' } },
        },
      },
    },
    async (request, reply) => {
      const language = node.languages.at(request.params.tag);
      if (language === undefined) throw new HttpProblem('no-such-language');
      // What nobody has reviewed is for those who work on it.
      const strings = language.strings().filter(({ reviewedBy }) => reviewedBy !== null);
      const content = `${JSON.stringify({ ...language.head, strings }, null, 1)}\n`;
      return sendContent(request, reply, { type: 'application/json', cache: caching.ask, bytes: content });
    },
  );
}

function registerHearing(app: FastifyInstance, node: HttpContext['node']): void {
  app.post<{ Params: { tag: string }; Body: { source: string; trial?: string } }>(
    '/api/languages/:tag/heard',
    {
      schema: {
        body: {
          type: 'object',
          additionalProperties: false,
          required: ['source'],
          properties: { source: { type: 'string', maxLength: 2000 }, trial: { type: 'string', maxLength: 8 } },
        },
      },
      config: {
        about: {
          operation: 'hearText',
          summary: 'A text read aloud in a language',
          tag: 'node',
          answers: { 200: { says: 'The recording', content: bytes('audio/*') }, 404: { says: 'There is none' } },
        },
      },
    },
    async (request, reply) => {
      const { tag } = request.params;
      const { source, trial = '' } = request.body;
      const voice = node.languages.at(tag)?.voices.get(source);
      const content = await node.languages.voice(tag, source);
      if (
        voice === undefined ||
        content === null ||
        !(voice.reviewed || node.languages.invitations.isTrial(tag, trial))
      )
        throw new HttpProblem('no-such-recording');
      return reply.header('cache-control', caching.never).type(voice.mediaType).send(Buffer.from(content));
    },
  );
}
