import type { Sentences } from '../answers.ts';
import type { Sent } from '../shell/sent.ts';
import type { Session, SessionState } from '../shell/session.ts';
import type { CheckedAct } from './act-check.ts';
import { signText } from './device-key.ts';
import type { KeptKey } from './key-store.ts';

export type SignOutcome =
  | { readonly kind: 'sealed'; readonly by: number }
  | { readonly kind: 'signed'; readonly signatures: number; readonly needed: number }
  | { readonly kind: 'refused'; readonly sentences: Sentences }
  /** It lies in the queue, and may have arrived: what is sent again is the very same request. */
  | { readonly kind: 'waiting' };

/** By the queue, as everything else: some browsers never sign the same text with the same bytes twice, and the queue keeps them. */
export async function signAct(session: Session, key: KeptKey, act: CheckedAct): Promise<SignOutcome> {
  const signature = await signText(key, act.seal);
  return outcomeOf(await session.send('SignAct', { index: act.leaf.index, signature }));
}

function outcomeOf(sent: Sent): SignOutcome {
  if (sent.kind === 'waiting') return { kind: 'waiting' };
  if (sent.kind === 'refused') return { kind: 'refused', sentences: sent.problem.sentences };
  const { acts, answer } = sent.done;
  const sealed = acts.find((done) => done.act === 'ActSealed');
  if (sealed !== undefined) return { kind: 'sealed', by: sealed.index };
  return { kind: 'signed', signatures: Number(answer.signatures), needed: Number(answer.needed) };
}

/** A signature of that act waits on this phone for the network. */
export const isUnsent = ({ entries }: SessionState, index: number): boolean =>
  entries.some(({ command, input, refused }) => command === 'SignAct' && input.index === index && refused === null);
