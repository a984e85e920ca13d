import { utf8Decode } from '@cabildo/book';
import { type Actor, type Role, rolesFor } from '@cabildo/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PulseText } from '../../app/live/pulses.ts';
import type { ActRow, Node } from '../../app/node.ts';
import type { HttpContext } from '../context.ts';
import type { EventStream } from '../event-streams.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

const PAGE = 256;

export function registerEvents(app: FastifyInstance, { node, streams, turns, log }: HttpContext): void {
  app.get<{ Params: { body: string }; Querystring: { from?: number } }>(
    '/api/bodies/:body/events',
    {
      exposeHeadRoute: false,
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            from: { type: 'integer', minimum: 0, description: 'First act wanted; without it, those to come.' },
          },
        },
      },
      config: {
        about: {
          operation: 'followBody',
          summary:
            'Acts as they are written, each once and in order, resumed by Last-Event-ID or `from`; and how its sittings stand',
          tag: 'bodies',
          bearer: 'optional',
          answers: {
            200: {
              says: 'Events `act`, whose `id` is the index; and `live`: what changes of the sittings between acts (`Pulse`)',
              content: { 'text/event-stream': { type: 'string' } },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = await actorOf(node, request, request.params.body);
      const from = resumeAt(request) ?? request.query.from ?? book.size;
      if (streams.full) throw new HttpProblem('closing');
      reply.hijack();
      const headers = { ...reply.getHeaders(), ...streamHeaders };
      reply.raw.writeHead(200, headers as Record<string, string>);
      const stream = streams.start(reply.raw);
      turns.over(request);
      // The desk is told how many phones are heard: a stream that is open is one.
      stream.onEnd(node.listening(actor, book.name));
      stream.send('retry: 2000\n\n');
      await follow(node, { origin: book.origin, from, stream, actor }).catch(() => {
        // The reader is told nothing wrong: its stream ends and it asks again from the last act that it has.
        log('error: an event stream ended because its book could not be read');
        stream.end();
      });
    },
  );
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies of the nginx family would hold events back.
  'x-accel-buffering': 'no',
} as const;

/** A browser that lost the line sends the last index that it saw. */
function resumeAt(request: FastifyRequest): number | undefined {
  const header = request.headers['last-event-id'];
  const last = typeof header === 'string' ? decimal(header) : undefined;
  return last === undefined ? undefined : last + 1;
}

/** From the book while the reader is behind, live while it keeps up: a slow reader costs a page of acts, never a heap. */
interface Following {
  readonly origin: string;
  readonly from: number;
  readonly stream: EventStream;
  readonly actor: Actor;
}

async function follow(node: Node, { origin, from, stream, actor }: Following): Promise<void> {
  let next = from;
  while (stream.open) {
    next = await catchUp(node, origin, next, stream);
    next = await listen(node, { origin, from: next, stream, actor });
  }
}

async function catchUp(node: Node, origin: string, from: number, stream: EventStream): Promise<number> {
  let next = from;
  while (stream.open) {
    const rows = await node.acts(origin, next, PAGE);
    for (const row of rows) {
      stream.send(eventOf(row));
      next = row.index + 1;
      if (stream.congested) await stream.drained();
    }
    if (rows.length < PAGE) break;
  }
  await stream.drained();
  return next;
}

/** Until the stream ends, or its reader falls behind. Whoever begins is told how the sittings stand. */
async function listen(node: Node, { origin, from, stream, actor }: Following): Promise<number> {
  let runs = await runsASitting(node, origin, actor);
  return new Promise((resolve) => {
    let next = from;
    let done = !stream.open;
    let stop: () => void = () => undefined;
    const tell = ({ all, running }: PulseText) => {
      if (done) return;
      stream.send(runs ? running : all);
      if (stream.congested) finish();
    };
    let deaf = node.onPulse(origin, tell, runs);
    const isNowRunning = (now: boolean): void => {
      if (done || now === runs) return;
      runs = now;
      deaf();
      deaf = node.onPulse(origin, tell, runs);
    };
    const finish = () => {
      done = true;
      deaf();
      stop();
      resolve(next);
    };
    node.pulse(origin).then(
      (pulse) => pulse === null || tell(pulse),
      () => undefined,
    );
    stop = node.subscribe(origin, from, (row) => {
      if (done) return;
      stream.send(eventOf(row));
      next = row.index + 1;
      if (givesRoles.has(row.act)) void runsASitting(node, origin, actor).then(isNowRunning, () => undefined);
      if (stream.congested) finish();
    });
    if (done) finish();
    else stream.onEnd(finish);
  });
}

/** After these somebody else may run a sitting. */
const givesRoles: ReadonlySet<string> = new Set([
  'TellersAppointed',
  'PresidiumElected',
  'OfficersElected',
  'SittingConvened',
]);

const running: readonly Role[] = ['convener', 'presidium', 'secretary', 'teller', 'former-officer'];

/** Those who run a sitting are told how many phones are heard; nobody else is. */
async function runsASitting(node: Node, origin: string, actor: Actor): Promise<boolean> {
  if (actor.kind === 'anyone') return false;
  const book = await node.book(origin);
  if (book === null) return false;
  const asking = { state: book.state, actor, at: node.now() };
  return book.state.activeSittings.some((sitting) => {
    const roles = rolesFor(asking, { sitting });
    return running.some((role) => roles.has(role));
  });
}

/** The same row goes to every reader of a book. */
const events = new WeakMap<ActRow, string>();

function eventOf(row: ActRow): string {
  const known = events.get(row);
  if (known !== undefined) return known;
  const { index, act, at, code } = row;
  const head = JSON.stringify({ index, act, at, code, leaf: Buffer.from(row.leaf).toString('base64') });
  // The leaf is canonical JSON, so it has no line breaks and needs no second reading.
  const event = `id: ${index}\nevent: act\ndata: ${head.slice(0, -1)},"entry":${utf8Decode(row.entry) ?? 'null'}}\n\n`;
  events.set(row, event);
  return event;
}
