import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply } from 'fastify';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The shared look and what only pages need, as one file whose name changes with its content. */
export const stylesheet = stylesheetOf(read('../../../web/look/look.css') + read('./pages.css'));

function stylesheetOf(css: string): { readonly path: string; readonly css: string } {
  const small = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1');
  return { path: `/assets/pages.${hash('sha256', small, 'hex').slice(0, 12)}.css`, css: small };
}

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#26377f"/><path fill="#a81e2c" d="M0 9h32v4H0z"/><path fill="#d98a1f" d="M0 13h32v3H0z"/><path fill="#1d6a3b" d="M0 16h32v4H0z"/><path fill="#fbf8f1" d="M0 20h32v2H0z"/></svg>';

export function registerAssets(app: FastifyInstance): void {
  serve(app, stylesheet.path, 'text/css; charset=utf-8', stylesheet.css, 'public, max-age=31536000, immutable');
  serve(app, '/assets/icon.svg', 'image/svg+xml', mark, 'public, max-age=86400');
}

function serve(app: FastifyInstance, path: string, type: string, content: string, cache: string): void {
  app.get(
    path,
    { config: { about: aboutAsset(path, type) } },
    async (_request, reply): Promise<FastifyReply> =>
      reply.type(type).header('cache-control', cache).header('x-content-type-options', 'nosniff').send(content),
  );
}

const aboutAsset = (path: string, type: string) => ({
  operation: `asset${path.replace(/^\/assets\/(\w+).*/, '_$1')}`,
  summary: 'A file that pages use',
  tag: 'pages' as const,
  answers: { 200: { says: 'The file', content: { [type]: { type: 'string' } } } },
});
