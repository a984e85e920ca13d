import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** With its headers one packet carries this much anyway. */
const WORTH_IT = 700;
const compressible = /^(text\/(html|css|javascript)|application\/(json|manifest\+json|xml)|image\/svg\+xml)/;
/** Of which most are asked for once before they change. */
const isPage = /^text\/html/;

/** Text goes compressed to whoever can read it so: most people here are on a phone's data. Streams are left alone. */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(bytes) || !compressible.test(String(reply.getHeader('content-type')))) return payload;
    const varying = reply.getHeader('vary');
    reply.header('vary', varying === undefined ? 'accept-encoding' : `${String(varying)}, accept-encoding`);
    if (reply.hasHeader('content-encoding')) return payload;
    const encoding = encodingFor(request.headers['accept-encoding']);
    if (bytes.length < WORTH_IT || encoding === null) return payload;
    const tag = reply.getHeader('etag');
    // The same content in other bytes: no longer the same to the letter.
    if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
    reply.header('content-encoding', encoding).removeHeader('content-length');
    return compressed(bytes, encoding, isPage.test(String(reply.getHeader('content-type'))));
  });
}

export type Encoding = 'br' | 'gzip';

interface Packed {
  readonly work: Promise<Buffer>;
  /** Small enough to be kept. */
  readonly isSmall: boolean;
}

/** What is sent again and again is compressed once, as long as the buffer itself is kept. */
const made = new WeakMap<Buffer, Map<Encoding, Packed>>();

/** `isQuick`: packed well only once it is asked for again. */
function compressed(bytes: Buffer, encoding: Encoding, isQuick: boolean): Promise<Buffer> {
  const known = made.get(bytes) ?? new Map<Encoding, Packed>();
  made.set(bytes, known);
  const before = known.get(encoding);
  if (before?.isSmall === true) return before.work;
  const isSmall = before !== undefined || !isQuick;
  const work = compress(bytes, encoding, isSmall);
  known.set(encoding, { work, isSmall });
  return work;
}

/** A megabyte that is another one after the next act is not worth a second of work for its last tenth. */
const LONG = 300_000;
/** Packed in less time than it takes to hand it to another thread, and to wait until that has its turn on a busy machine. */
const SHORT = 16_000;

async function compress(bytes: Buffer, encoding: Encoding, isSmall: boolean): Promise<Buffer> {
  const isShort = bytes.length <= SHORT;
  if (encoding === 'gzip') return isShort ? gzipSync(bytes) : zip(bytes, bytes.length > LONG ? { level: 1 } : {});
  const options = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > LONG ? 2 : isSmall ? 5 : 3,
      // A page needs no window of megabytes, and its memory is most of what compressing it costs.
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(10, Math.ceil(Math.log2(bytes.length + 16)))),
    },
  };
  return isShort ? brotliCompressSync(bytes, options) : brotli(bytes, options);
}

/** What the asker can read, the smaller first. */
export function encodingFor(accepted: string | string[] | undefined): Encoding | null {
  const text = String(accepted ?? '').replace(/\s/g, '');
  for (const name of ['br', 'gzip'] as const)
    if (new RegExp(`(^|,)${name}(;q=(?!0(\\.0*)?(,|$))[^,]*)?(,|$)`).test(text)) return name;
  return null;
}
