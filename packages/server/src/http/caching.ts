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

/** Content that is costly to make: its tag says what it follows from, so that whoever has it costs nothing. */
interface LazyContent extends Omit<Content, 'bytes'> {
  /** The same only for the same content. */
  readonly tag: string;
  /** The same buffer each time is compressed once. */
  readonly make: () => Buffer;
}

/** Sends content with a validator, or 304 to whoever has it already. */
export function sendContent(request: FastifyRequest, reply: FastifyReply, content: Content): FastifyReply {
  const { bytes } = content;
  if (isKnown(request, reply, { ...content, tag: tagOf(bytes) })) return reply.code(304).send();
  return reply.type(content.type).send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
}

/** The same for content that is not made, hashed or compressed where that can be spared. */
export function sendLazily(request: FastifyRequest, reply: FastifyReply, content: LazyContent): FastifyReply {
  if (isKnown(request, reply, { ...content, tag: tagOf(content.tag) })) return reply.code(304).send();
  return reply.type(content.type).send(content.make());
}

const tagOf = (content: Uint8Array | string): string => `"${hash('sha256', content, 'base64url').slice(0, 22)}"`;

function isKnown(request: FastifyRequest, reply: FastifyReply, { tag, cache }: Pick<LazyContent, 'tag' | 'cache'>) {
  reply.header('etag', tag).header('cache-control', cache);
  return knows(request.headers['if-none-match'], tag);
}

function knows(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === tag);
}
