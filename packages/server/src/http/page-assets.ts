import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { PageFiles } from '../pages/layout.ts';
import { caching, sendContent } from './caching.ts';
import { aboutAssets, forDocuments } from './routes/assets.ts';

const look = fileURLToPath(import.meta.resolve('@cabildo/web/look/look.css'));
const own = fileURLToPath(new URL('../pages/pages.css', import.meta.url));

/** The shared look and what only pages need, as one file whose name changes with its content. */
const stylesheet = stylesheetOf(readFileSync(look, 'utf8') + readFileSync(own, 'utf8'));

function stylesheetOf(css: string): { readonly path: string; readonly css: string } {
  const small = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<!:) ?([{};,]) ?/g, '$1');
  return { path: `/assets/pages.${hash('sha256', small, 'hex').slice(0, 12)}.css`, css: small };
}

const live = scriptAt('live', '../pages/consultation-live.js');
const confirm = scriptAt('confirm', '../pages/mail-confirm.js');
const translate = scriptAt('translate', '../pages/translate.js');

function scriptAt(name: string, file: string): { readonly path: string; readonly script: string } {
  const script = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8');
  return { path: `/assets/${name}.${hash('sha256', script, 'hex').slice(0, 12)}.js`, script };
}

export const pageFiles: PageFiles = {
  css: stylesheet.path,
  scripts: { live: live.path, confirm: confirm.path, translate: translate.path },
};

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#26377f"/><path fill="#a81e2c" d="M0 9h32v4H0z"/><path fill="#d98a1f" d="M0 13h32v3H0z"/><path fill="#1d6a3b" d="M0 16h32v4H0z"/><path fill="#fbf8f1" d="M0 20h32v2H0z"/></svg>';

export function registerPageAssets(app: FastifyInstance): void {
  serve(app, stylesheet.path, 'text/css; charset=utf-8', stylesheet.css, caching.forever);
  for (const { path, script } of [live, confirm, translate])
    serve(app, path, 'text/javascript; charset=utf-8', script, caching.forever);
  serve(app, '/assets/icon.svg', 'image/svg+xml', mark, caching.hour);
}

function serve(app: FastifyInstance, path: string, type: string, bytes: string, cache: string): void {
  app.get(path, { config: { about: aboutAssets } }, (request, reply) => {
    for (const header of forDocuments) reply.removeHeader(header);
    return sendContent(request, reply, { type, cache, bytes });
  });
}
