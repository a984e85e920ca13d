import { type Cipher, placeOf } from './cipher.ts';
import type { Row } from './insert.ts';
import type { Store } from './open-store.ts';

/** Who asked for what under which key. */
export interface KeyedRequest {
  readonly principal: string;
  readonly key: string;
  readonly request: Uint8Array;
}

export interface KeptAnswer {
  readonly request: Uint8Array;
  readonly answer: string;
}

const placeOfKey = (origin: string, principal: string, key: string): string =>
  placeOf('idempotency', origin, principal, key);

export function idempotencyRow(cipher: Cipher, origin: string, asked: KeyedRequest, answer: string, at: string): Row {
  const { principal, key, request } = asked;
  return [origin, principal, key, request, cipher.seal(placeOfKey(origin, principal, key), answer), at];
}

/** In the order of `asked`; undefined for a key that was not used before. */
export async function keptAnswers(
  store: Store,
  origin: string,
  asked: readonly Pick<KeyedRequest, 'principal' | 'key'>[],
): Promise<(KeptAnswer | undefined)[]> {
  const principals = asked.map(({ principal }) => principal);
  const keys = asked.map(({ key }) => key);
  const { rows } = await store.reads.query<{ number: number; request: Buffer; answer: Buffer }>({
    name: 'kept answers',
    text: `select a.number::integer as number, i.request, i.answer
      from unnest($2::text[], $3::text[]) with ordinality as a (principal, key, number)
      join idempotency i on i.origin = $1 and i.principal = a.principal and i.key = a.key`,
    values: [origin, principals, keys],
  });
  const found: (KeptAnswer | undefined)[] = new Array(asked.length).fill(undefined);
  for (const row of rows) {
    const { principal, key } = asked[row.number - 1] as KeyedRequest;
    const answer = store.cipher.open(placeOfKey(origin, principal, key), row.answer).toString('utf8');
    found[row.number - 1] = { request: row.request, answer };
  }
  return found;
}

/** A key is remembered for a month: long past any retry, and answers that hold card secrets do not stay for ever. */
export async function forgetAnswersBefore(store: Store, at: string): Promise<void> {
  await store.db.deleteFrom('idempotency').where('at', '<', at).execute();
}

/** Whether an append failed because one of its keys was used before. */
export const isKnownKey = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'idempotency_pkey';
