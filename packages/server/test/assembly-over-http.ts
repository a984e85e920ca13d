// A base assembly on a running node, founded over HTTP, whose convener can have acts written as fast as the node takes
// them: for tests and measurements that need real acts and do not care what they say.
import { readFileSync } from 'node:fs';

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly acts?: readonly { readonly index: number; readonly act: string; readonly code: string }[];
    readonly answer?: Readonly<Record<string, unknown>>;
    readonly code?: string;
    readonly detail?: unknown;
  };
}

export interface Convener {
  readonly url: string;
  readonly body: string;
  readonly origin: string;
  /** Verifier key of the book. */
  readonly key: string;
  readonly token: string;
  readonly member: string;
}

/** A statute that the project's own sample uses. */
export const baseStatute: unknown = JSON.parse(
  readFileSync(new URL('../../../samples/distrito-6/estatutos/junta.json', import.meta.url), 'utf8'),
);

/** Any 32 bytes are an Ed25519 key as far as enrolling it goes. */
const DEVICE_KEY = Buffer.alloc(32, 7).toString('base64');

export async function foundAssembly(url: string, operatorToken: string, body: string): Promise<Convener> {
  const input = {
    name: body,
    title: `Junta ${body}`,
    kind: 'base',
    founder: { name: 'Convocante', key: DEVICE_KEY },
    statute: baseStatute,
    provisionalDays: 60,
  };
  const founded = await post(`${url}/api/bodies`, input, operatorToken, `found-${body}`);
  const { origin, key, member, card } = founded.body as unknown as Record<'origin' | 'key' | 'member', string> & {
    readonly card: { readonly code: string };
  };
  if (founded.status !== 201) throw new Error(`${body} was not founded: ${JSON.stringify(founded)}`);
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  const signedIn = await post(`${url}/api/sign-in`, { body, card: card.code, token });
  if (signedIn.status !== 200) throw new Error(`nobody could sign in to ${body}: ${JSON.stringify(signedIn)}`);
  return { url, body, origin, key, token, member };
}

export function send(convener: Convener, command: string, input: object, key: string): Promise<Answer> {
  return post(`${convener.url}/api/bodies/${convener.body}/commands/${command}`, input, convener.token, key);
}

/** Calls a sitting on which irregularities can be recorded. Returns its index. */
export async function conveneSitting(convener: Convener, key: string): Promise<number> {
  const startsAt = `${new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 19)}Z`;
  const notice = [{ matter: 'election', title: 'Elección de la directiva' }];
  const input = { kind: 'founding', place: 'Sede social', startsAt, notice };
  const convened = await send(convener, 'ConveneSitting', input, key);
  const index = convened.body.acts?.[0]?.index;
  if (index === undefined) throw new Error(`no sitting was convened: ${JSON.stringify(convened)}`);
  return index;
}

/** One act, of about the size that acts have. */
export function recordIrregularity(convener: Convener, sitting: number, what: string, key: string): Promise<Answer> {
  return send(convener, 'RecordIrregularity', { sitting, what, irregularities: ['other'] }, key);
}

export async function post(url: string, content: object, token?: string, key?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(content),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
