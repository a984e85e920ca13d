/** Asking the node without anything that says who asks: no cookie, no referrer, nothing kept. */
import type { Sentences } from '../answers.ts';
import type { Status } from './status.ts';

export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: string; readonly sentences: Sentences | null }
  /** Says nothing about what the node did: the request may have arrived. */
  | { readonly kind: 'unreachable' };

export interface Sending {
  readonly method?: 'POST' | 'PUT';
  readonly body?: string;
  /** Of a trustee or a teller, for one place in one election. */
  readonly code?: string;
}

const PATIENCE_MS = 20_000;

export interface NodeAddress {
  /** Empty: the node that the page came from. */
  readonly origin: string;
  readonly election: string;
}

async function answerOf<T>(
  { origin, election }: NodeAddress,
  path: string,
  read: (response: Response) => Promise<T>,
  { method, body, code }: Sending = {},
): Promise<Reply<T>> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (code !== undefined) headers['ballot-code'] = code;
  try {
    const response = await fetch(`${origin}/ballot/api/${election}${path}`, {
      method: method ?? 'GET',
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body }),
    });
    // A proxy without its node, or a node that asks to be tried again, is the same to whoever waits.
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    if (response.ok) return { kind: 'ok', value: await read(response) };
    const problem = (await response.json()) as { readonly code?: string; readonly sentences?: Sentences };
    // A page of a network that wants a login is no answer of the node.
    if (problem.code === undefined) return { kind: 'unreachable' };
    return { kind: 'refused', code: problem.code, sentences: problem.sentences ?? null };
  } catch {
    return { kind: 'unreachable' };
  }
}

export const askJson = <T>(node: NodeAddress, path: string, sending?: Sending): Promise<Reply<T>> =>
  answerOf(node, path, (response) => response.json() as Promise<T>, sending);

export const askText = (node: NodeAddress, path: string): Promise<Reply<string>> =>
  answerOf(node, path, (response) => response.text());

export const askBytes = (node: NodeAddress, path: string): Promise<Reply<Blob>> =>
  answerOf(node, path, (response) => response.blob());

export const askStatus = (node: NodeAddress): Promise<Reply<Status>> => askJson<Status>(node, '');
