import type { Statute } from '@cabildo/core';
import { makeKey, whyNoKeys } from '../../seals/device-key.ts';
import { keepKey } from '../../seals/key-store.ts';
import { ask, type Reply, randomText } from '../../shell/asking.ts';

export interface Draft {
  readonly title: string;
  readonly name: string;
  readonly kind: 'base' | 'delegate';
  readonly founder: string;
  /** Of the place, against UTC. */
  readonly offsetMinutes: number;
  readonly provisionalDays: number;
  /** GeoJSON. */
  readonly territory: string | null;
}

export interface Founded {
  readonly body: string;
  readonly origin: string;
  readonly member: string;
  readonly card: { readonly code: string; readonly words: { readonly es: string; readonly en: string } };
}

/** Null where this browser makes keys; otherwise a public key must be brought along. */
export const bringsKey = async (): Promise<boolean> => (await whyNoKeys()) !== null;

export const isPublicKey = (text: string): boolean => /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(text);

/**
 * Founds the body. The key is made and kept under the invitation's name first: where the answer is lost the same founding is sent
 * again with the same key, and the node answers it again. `brought`: a public key made elsewhere.
 */
export async function found(
  invitation: string,
  { title, name, kind, founder, provisionalDays, territory }: Draft,
  statute: Statute,
  brought: string | null,
): Promise<Reply<Founded>> {
  const [, id = ''] = invitation.split('.');
  const made = brought === null ? await makeKey(`founding ${id}`, '') : null;
  const key = made?.publicKey ?? brought;
  const place = territory === null ? {} : { territory };
  const body = { name, title, kind, founder: { name: founder, key }, statute, provisionalDays, ...place };
  const reply = await ask<Founded>('/api/bodies', { token: invitation, body, key: randomText(12) });
  if (reply.kind === 'ok' && made !== null)
    // Sent again after a lost answer, the key may stand there already.
    await keepKey({ ...made, body: reply.value.body, holder: reply.value.member }).catch(() => undefined);
  return reply;
}
