import { finished } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from './problem.ts';

/** Deeper than any input of the catalogue; what is deeper is nonsense and need not be walked. */
const MAX_DEPTH = 32;

/** JSON as UTF-8 and nothing else; prototype keys, lone surrogates and NUL are refused before any rule sees them. */
export function parseInputs(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      done(new HttpProblem('malformed-json', 'not UTF-8'));
      return;
    }
    void parseJson(request, text, (error, value) => {
      if (error === null) done(null, value);
      else done(new HttpProblem('malformed-json'));
    });
  });
  app.addHook('onRequest', readToItsEnd);
  app.addHook('preValidation', async (request) => {
    checkTexts(request.body);
    readIntegers(request);
  });
}

/**
 * A connection that closes while somebody is still sending takes the answer with it: what is too large is read to its end and
 * dropped, piece by piece, so that whoever sent it is told. The time that a request may take bounds it.
 */
async function readToItsEnd({ headers, raw, routeOptions }: FastifyRequest): Promise<void> {
  const length = decimal(headers['content-length'] ?? '0') ?? 0;
  if (length <= (routeOptions.bodyLimit ?? length)) return;
  raw.resume();
  await finished(raw, { writable: false }).catch(() => undefined);
  throw new HttpProblem('too-large');
}

function checkTexts(body: unknown): void {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0')))
      throw new HttpProblem('invalid-input', 'a text holds NUL or half of a surrogate pair');
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue;
    if (depth >= MAX_DEPTH) throw new HttpProblem('invalid-input', 'nested too deeply');
    for (const child of Object.values(value)) stack.push({ value: child, depth: depth + 1 });
  }
}

/** Queries are text. Where the schema says integer, a plain decimal becomes a number; all else stays text and is refused. */
function readIntegers(request: FastifyRequest): void {
  const schema = request.routeOptions.schema?.querystring as
    | { properties?: Record<string, { type?: string }> }
    | undefined;
  const query = request.query as Record<string, unknown>;
  for (const [name, { type }] of Object.entries(schema?.properties ?? {})) {
    const text = query[name];
    if (type === 'integer' && typeof text === 'string') query[name] = decimal(text) ?? text;
  }
}

/** A whole number from 0 in its one way of writing it; undefined for anything else. */
export function decimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
