/** A running node, over HTTP. */
import type { BookReader } from '@cabildo/book';
import type { Language, Text } from '../language.ts';
import { Stop } from '../stop.ts';

export interface NodeClient {
  readonly url: string;
  /** Undefined for 404. Without a bearer it is what everybody reads. */
  get<T>(path: string, bearer?: string): Promise<T | undefined>;
  /** `key`: of idempotency, where the address wants one. An empty bearer is none. */
  post<T>(path: string, body: unknown, bearer: string, key?: string): Promise<Answer<T>>;
  /** What may be long, piece by piece; undefined for 404. */
  download(path: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** The static files of a book, by the body's name or the book's origin. */
  book(body: string): BookReader;
}

export type Answer<T> = { readonly ok: true; readonly body: T } | { readonly ok: false; readonly problem: NodeProblem };

/** What a node says when it does not do something. */
export interface NodeProblem {
  readonly status: number;
  readonly title: string;
  readonly code?: string;
  readonly sentences?: Text;
  readonly article?: string;
  readonly needed?: number | string;
  readonly present?: number | string;
  readonly detail?: string | { readonly reason?: string; readonly detail?: string };
}

/** What the node says, in the language of whoever asked. */
export const problemInWords = ({ title, sentences }: NodeProblem, language: Language): string =>
  sentences?.[language] ?? title;

const TIMEOUT_MS = 30_000;
const DOWNLOAD_TIMEOUT_MS = 3_600_000;

export function nodeAt(given: string): NodeClient {
  const url = baseUrl(given);

  async function ask(path: string, init: RequestInit = {}, within = TIMEOUT_MS): Promise<Response> {
    try {
      return await fetch(url + path, { ...init, redirect: 'follow', signal: AbortSignal.timeout(within) });
    } catch (error) {
      throw unreachable(url, error);
    }
  }

  return {
    url,
    async get(path, bearer) {
      const response = await ask(path, bearer === undefined ? {} : { headers: { authorization: `Bearer ${bearer}` } });
      if (response.status === 404) return undefined;
      if (!response.ok) throw await refusedBy(url + path, response);
      return (await jsonOf(url, response)) as never;
    },
    async post(path, body, bearer, key) {
      const response = await ask(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
      });
      const answered = await jsonOf(url, response);
      if (response.ok) return { ok: true, body: answered as never };
      const title = titleOf(answered) ?? `HTTP ${response.status}`;
      return { ok: false, problem: { ...(answered as object), title, status: response.status } };
    },
    async download(path) {
      const response = await ask(path, {}, DOWNLOAD_TIMEOUT_MS);
      if (response.status === 404) return undefined;
      if (!response.ok || response.body === null) throw await refusedBy(url + path, response);
      return piecesOf(url, response.body);
    },
    book: (body) => ({
      async read(path) {
        const response = await ask(`/books/${encodeURIComponent(body)}/${path}`);
        if (response.status === 404) return undefined;
        if (!response.ok) throw await refusedBy(`${url}/books/${body}/${path}`, response);
        try {
          return new Uint8Array(await response.arrayBuffer());
        } catch (error) {
          throw unreachable(url, error);
        }
      },
    }),
  };
}

async function* piecesOf(url: string, body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body) yield piece;
  } catch (error) {
    throw unreachable(url, error);
  }
}

function baseUrl(given: string): string {
  const parsed = URL.parse(/^[a-z]+:\/\//i.test(given) ? given : `http://${given}`);
  if (parsed !== null && /^https?:$/.test(parsed.protocol))
    return (parsed.origin + parsed.pathname).replace(/\/+$/, '');
  throw new Stop(
    'usage',
    { es: `--node ${given} no es la dirección de un nodo.`, en: `--node ${given} is not the address of a node.` },
    { es: 'Por ejemplo: --node http://127.0.0.1:8080', en: 'For example: --node http://127.0.0.1:8080' },
  );
}

function unreachable(url: string, cause: unknown): Stop {
  const { name, cause: inner } = cause as { name?: string; cause?: { code?: string; message?: string } };
  const why = name === 'TimeoutError' ? `${TIMEOUT_MS / 1_000} s` : (inner?.code ?? inner?.message ?? String(cause));
  return new Stop(
    'unreachable',
    { es: `El nodo ${url} no responde (${why}).`, en: `The node ${url} does not answer (${why}).` },
    { es: '¿Está en marcha? Vea: cabildo serve --help', en: 'Is it running? See: cabildo serve --help' },
    cause,
  );
}

async function refusedBy(url: string, response: Response): Promise<Stop> {
  const title = titleOf(await response.json().catch(() => undefined));
  const said = `HTTP ${response.status}${title === undefined ? '' : `, ${title}`}`;
  return new Stop('refused', { es: `${url} respondió: ${said}.`, en: `${url} answered: ${said}.` });
}

async function jsonOf(url: string, response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Stop(
      'not-a-node',
      { es: `En ${url} responde algo que no es un nodo de Cabildo.`, en: `What answers at ${url} is no Cabildo node.` },
      undefined,
      error,
    );
  }
}

function titleOf(answered: unknown): string | undefined {
  const { title } = (answered ?? {}) as { title?: unknown };
  return typeof title === 'string' ? title : undefined;
}
