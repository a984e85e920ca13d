import { base64Encode } from '@cabildo/book';
import type { Done, Sentences } from '../answers.ts';
import { randomText } from '../shell/asking.ts';
import type { Session } from '../shell/session.ts';
import type { CheckedAct } from './act-check.ts';
import { signText } from './device-key.ts';
import { type Attempt, dropAttempt, type KeptKey, keepAttempt, keptAttempt } from './key-store.ts';

export type SignOutcome =
  | { readonly kind: 'sealed'; readonly by: number }
  | { readonly kind: 'signed'; readonly signatures: number; readonly needed: number }
  | { readonly kind: 'refused'; readonly sentences: Sentences }
  /** It may have arrived: what is sent again is the very same request. */
  | { readonly kind: 'unreachable' };

export async function signAct(session: Session, key: KeptKey, act: CheckedAct): Promise<SignOutcome> {
  const { index } = act.leaf;
  const attempt = await attemptFor(key, act);
  const body = { index, signature: attempt.signature };
  const reply = await session.ask<Done>('/commands/SignAct', { body, key: attempt.key });
  if (reply.kind === 'unreachable') return { kind: 'unreachable' };
  await dropAttempt(key.body, key.holder, index);
  if (reply.kind === 'problem') return { kind: 'refused', sentences: reply.problem.sentences };
  const { acts, answer } = reply.value;
  const sealed = acts.find((done) => done.act === 'ActSealed');
  if (sealed !== undefined) return { kind: 'sealed', by: sealed.index };
  return { kind: 'signed', signatures: Number(answer.signatures), needed: Number(answer.needed) };
}

/** Some browsers never sign the same text with the same bytes twice, so the signature is kept before it is sent. */
async function attemptFor(key: KeptKey, { leaf, hash, seal }: CheckedAct): Promise<Attempt> {
  const { body, holder, publicKey } = key;
  const own = { body, holder, publicKey, index: leaf.index, leaf: base64Encode(hash) };
  const kept = await keptAttempt(body, holder, leaf.index);
  if (kept !== undefined && kept.leaf === own.leaf && kept.publicKey === publicKey) return kept;
  const attempt = { ...own, signature: await signText(key, seal), key: `sign-${leaf.index}-${randomText(16)}` };
  await keepAttempt(attempt);
  return attempt;
}
