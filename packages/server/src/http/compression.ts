import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** One packet carries this much anyway. */
const WORTH_IT = 1_200;
const compressible = /^(text\/(html|css|javascript)|application\/(json|manifest\+json)|image\/svg\+xml)/;

/** Text goes compressed to whoever can read it so: most people here are on a phone's data. Streams are left alone. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(bytes) || !compressible.test(String(reply.getHeader('content-type')))) return payload;
    const varying = reply.getHeader('vary');
    reply.header('vary', varying === undefined ? 'accept-encoding' : `${String(varying)}, accept-encoding`);
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (bytes.length < WORTH_IT || encoding === null) return payload;
    const tag = reply.getHeader('etag');
    // The same content in other bytes: no longer the same to the letter.
    if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
    reply.header('content-encoding', encoding).removeHeader('content-length');
    if (encoding === 'gzip') return zip(bytes);
    return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  });
}

function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | null {
  const text = String(accepted ?? '').replace(/\s/g, '');
  for (const name of ['br', 'gzip'] as const)
    if (new RegExp(`(^|,)${name}(;q=(?!0(\\.0*)?(,|$))[^,]*)?(,|$)`).test(text)) return name;
  return null;
}
