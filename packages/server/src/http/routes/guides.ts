import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { guideFiles } from '../../pages/guide/shelf.ts';
import { caching, sendContent } from '../caching.ts';
import { guidePath } from '../guide-files.ts';
import { HttpProblem } from '../problem.ts';
import { bytes } from '../route.ts';

const pictureName = /^[a-z0-9-]{1,80}\.webp$/;

/** What the guides show and give to copy, from the disk of this node; their pages are among the public pages. */
export function registerGuides(app: FastifyInstance): void {
  app.get<{ Params: { language: string; name: string } }>(
    '/guide/images/:language/:name',
    {
      config: {
        about: {
          operation: 'readGuidePicture',
          summary: 'A picture of a screen, in a guide of that language',
          tag: 'pages',
          answers: {
            200: { says: 'The picture', content: bytes('image/webp') },
            404: { says: 'No such picture', content: bytes('text/html') },
          },
        },
      },
    },
    async (request, reply) => {
      const { language, name } = request.params;
      if (!['es', 'en'].includes(language) || !pictureName.test(name)) throw new HttpProblem('no-such-page');
      const picture = await readFile(guidePath(`images/${language}/${name}`)).catch(() => null);
      if (picture === null) throw new HttpProblem('no-such-page');
      return sendContent(request, reply, { type: 'image/webp', cache: caching.hour, bytes: picture });
    },
  );
  app.get<{ Params: { name: string } }>(
    '/guide/files/:name',
    {
      config: {
        about: {
          operation: 'readGuideFile',
          summary: 'A file of settings that the guide for a node gives to copy',
          tag: 'pages',
          answers: {
            200: { says: 'The file', content: { 'text/plain': { type: 'string' } } },
            404: { says: 'No such file', content: bytes('text/html') },
          },
        },
      },
    },
    async (request, reply) => {
      const name = guideFiles.find((one) => one === request.params.name);
      if (name === undefined) throw new HttpProblem('no-such-page');
      const file = await readFile(guidePath(`files/${name}`), 'utf8');
      return sendContent(request, reply, { type: 'text/plain; charset=utf-8', cache: caching.ask, bytes: file });
    },
  );
}
