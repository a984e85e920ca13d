import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long an answer may be kept by whoever passes it on. */
export const caching = {
  /** Content that its address names: it never changes. */
  forever: 'public, max-age=31536000, immutable',
  /** A partial tile is true for ever but superseded soon. */
  hour: 'public, max-age=3600',
  /** Kept, but asked about each time. */
  ask: 'public, no-cache',
  /** For one person's eyes. */
  never: 'no-store',
} as const;

interface Content {
  readonly type: string;
  readonly cache: string;
  readonly bytes: Uint8Array | string;
}

/** Sends content with a validator, or 304 to whoever has it already. */
export function sendContent(request: FastifyRequest, reply: FastifyReply, content: Content): FastifyReply {
  const tag = `"${hash('sha256', content.bytes, 'base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', content.cache);
  if (knows(request.headers['if-none-match'], tag)) return reply.code(304).send();
  const body = typeof content.bytes === 'string' ? content.bytes : Buffer.from(content.bytes);
  return reply.type(content.type).send(body);
}

function knows(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === tag);
}
