/** Bringing a ballot to the box over a bad network: the same ballot again is no second vote, so it is sent until there is an answer. */
import { askJson, type NodeAddress, type Reply } from '../asking.ts';
import type { Encrypted } from './encrypt.ts';

type Refused = Extract<Reply<unknown>, { kind: 'refused' }>;

export type Cast =
  | { readonly kind: 'waiting'; readonly tries: number }
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly refused: Refused };

const FIRST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 20_000;

/** Tells how it stands whenever that changes, until it is taken or refused, or `signal` ends it. */
export async function cast(
  node: NodeAddress,
  { ballot, tracker }: Encrypted,
  { signal, tell, hurry }: { signal: AbortSignal; tell: (cast: Cast) => void; hurry: EventTarget },
): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    const reply = await askJson<{ readonly tracker: string }>(node, '/box', { method: 'POST', body: ballot });
    if (signal.aborted) return;
    // Whatever else the answer says, it is about another ballot.
    if (reply.kind === 'ok' && reply.value.tracker === tracker) return tell({ kind: 'taken' });
    if (reply.kind === 'refused') return tell({ kind: 'refused', refused: reply });
    tell({ kind: 'waiting', tries });
    await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)), signal, hurry);
  }
}

/** Over sooner when the network is back, or somebody presses. */
function pause(milliseconds: number, signal: AbortSignal, hurry: EventTarget): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      hurry.removeEventListener('now', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    hurry.addEventListener('now', done);
    signal.addEventListener('abort', done);
  });
}
