import type { Problem } from '../answers.ts';

/** What came of asking the node. `unreachable` says nothing about what the node did: the request may have arrived. */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unreachable' };

export interface Request {
  readonly token?: string;
  readonly body?: unknown;
  /** Makes sending the same again harmless. */
  readonly key?: string;
  /** Other header fields. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer is text of its own kind, not JSON. */
  readonly text?: boolean;
}

const PATIENCE_MS = 10_000;

/** After which what the network did not bring is asked for again; phones that missed it together ask apart. */
export const pauseMs = (): number => 2_000 * (1 + Math.random());

export async function ask<T>(path: string, { token, body, key, headers, text }: Request = {}): Promise<Reply<T>> {
  // What the page is in: a refusal is then said in it too.
  const fields: Record<string, string> = { 'accept-language': document.documentElement.lang, ...headers };
  if (token !== undefined) fields.authorization = `Bearer ${token}`;
  if (key !== undefined) fields['idempotency-key'] = key;
  if (body !== undefined) fields['content-type'] = 'application/json';
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: fields,
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A proxy without its node, or a node that asks to be tried again, is the same to whoever waits.
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    // The page of a network that wants a login is no answer of the node, whatever its status says.
    if (text !== true && !isJson(response)) return { kind: 'unreachable' };
    if (response.ok) return { kind: 'ok', value: (text === true ? await response.text() : await response.json()) as T };
    return { kind: 'problem', problem: (await response.json()) as Problem };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Asked until the node answers, or until nobody wants to know any more (`over`): what is shown of it then comes by itself. */
export async function answered<T>(asked: () => Promise<Reply<T>>, over: () => boolean): Promise<Reply<T>> {
  for (;;) {
    const reply = await asked();
    if (reply.kind !== 'unreachable' || over()) return reply;
    await new Promise((resolve) => setTimeout(resolve, pauseMs()));
    if (over()) return reply;
  }
}

const isJson = (response: Response): boolean => response.headers.get('content-type')?.includes('json') === true;

export const bodyPath = (body: string): string => `/api/bodies/${encodeURIComponent(body)}`;

/** Random bytes in base64url. */
export function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
