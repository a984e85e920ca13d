import { randomBytes } from 'node:crypto';
import { commandEntry, expectedAt, inputMisfit } from '@cabildo/core';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { isDatabaseTrouble } from '../app/index.ts';
import type { HttpContext, Log } from './context.ts';
import { sendErrorPage, wantsPage } from './page-reply.ts';
import { HttpProblem, type HttpProblemCode, httpProblem, type ProblemDetail, sendProblem } from './problem.ts';

/** Every error becomes a problem; what nobody foresaw gets a number, and the log gets the place without any data. */
export function answerErrors(app: FastifyInstance, { node, log }: Pick<HttpContext, 'node' | 'log'>): void {
  app.setErrorHandler<FastifyError | HttpProblem>((error, request, reply) => {
    const known = error instanceof HttpProblem ? error : foreseen(error, request);
    const id = known === null ? logUnexpected(error, request, log) : '';
    const problem = known === null ? httpProblem('unexpected', { id }) : httpProblem(known.code, known.detail);
    if (!wantsPage(request)) return sendProblem(reply, problem);
    try {
      return sendErrorPage(node, request, reply, problem.status);
    } catch (again) {
      // What is thrown in here Fastify would answer itself, in the error's own words.
      logUnexpected(again as FastifyError, request, log);
      return sendProblem(reply, problem);
    }
  });
}

type Foreseen = { readonly code: HttpProblemCode; readonly detail?: ProblemDetail };

const byFastifyCode: Readonly<Record<string, HttpProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_INVALID_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'no-such-page',
};

function foreseen(error: FastifyError, request: FastifyRequest): Foreseen | null {
  if (error.validation !== undefined) return invalid(error, request);
  if (isDatabaseTrouble(error)) return { code: 'try-again' };
  const code = byFastifyCode[error.code];
  if (code !== undefined) return { code };
  return error.statusCode !== undefined && error.statusCode < 500 ? { code: 'malformed-request' } : null;
}

function invalid(error: FastifyError, request: FastifyRequest): Foreseen {
  if (error.validationContext === 'headers') return { code: 'idempotency-key-missing' };
  const found = error.validation ?? [];
  const meant = found.some(({ schemaPath }) => schemaPath.includes('/oneOf')) ? faultOfKind(request) : null;
  if (meant !== null) return { code: 'invalid-input', detail: { faults: [meant] } };
  // A body that was not sent has no type either, and "must be object" says less than the truth.
  const faults = found.map(({ instancePath, keyword, message }) => ({
    at: `${error.validationContext ?? ''}${instancePath}`,
    rule: keyword,
    message: message ?? '',
  }));
  return { code: 'invalid-input', detail: { faults: faults.slice(0, 8) } };
}

/** Where something is one of many kinds, a validator tells what is wrong with it as each of them; people meant one. */
function faultOfKind({ routeOptions, body }: FastifyRequest): ProblemFault | null {
  const [, name = ''] = /\/commands\/([A-Za-z]+)$/.exec(routeOptions.url ?? '') ?? [];
  const entry = commandEntry(name);
  const place = entry === undefined ? null : inputMisfit(entry, body);
  if (entry === undefined || place === null) return null;
  return { at: `body${place}`, rule: 'oneOf', message: `expected ${expectedAt(entry.input, body, place)}` };
}

interface ProblemFault {
  readonly at: string;
  readonly rule: string;
  readonly message: string;
}

/** An error's message may quote what somebody sent, so only its kind and the places in our code are written down. */
function logUnexpected(error: FastifyError, request: FastifyRequest, log: Log): string {
  const id = randomBytes(4).toString('hex');
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const kind = [error.name, error.code].filter((part) => part !== undefined).join(' ');
  const route = `${request.method} ${request.routeOptions.url ?? '(no route)'}`;
  log(`error ${id}: ${kind} in ${route}\n${places.slice(0, 8).join('\n')}`);
  return id;
}
