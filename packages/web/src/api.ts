import type { Problem } from './answers.ts';

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
}

const PATIENCE_MS = 12_000;

export async function ask<T>(path: string, { token, body, key }: Request = {}): Promise<Reply<T>> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (key !== undefined) headers['idempotency-key'] = key;
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return { kind: 'ok', value: await contentOf<T>(response) };
    // A proxy without its node, or a node that asks to be tried again, is the same to whoever waits.
    if (response.status >= 500) return { kind: 'unreachable' };
    return { kind: 'problem', problem: (await response.json()) as Problem };
  } catch {
    return { kind: 'unreachable' };
  }
}

const contentOf = async <T>(response: Response): Promise<T> =>
  (response.headers.get('content-type')?.includes('json') === true
    ? await response.json()
    : await response.text()) as T;

export const bodyPath = (body: string): string => `/api/bodies/${encodeURIComponent(body)}`;

/** Random bytes in base64url. */
export function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
