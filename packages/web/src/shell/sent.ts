import type { Done, Problem } from '../answers.ts';

/** What came of something that a person sent. */
export type Sent =
  | { readonly kind: 'done'; readonly done: Done }
  /** By a rule, with its sentences. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It is kept on this phone and sent when the node can be reached: it does NOT count yet. */
  | {
      readonly kind: 'waiting';
      readonly entry: Entry;
      /** Once the node has taken it; of what is refused then, never: the frame says that. */
      readonly later: Promise<Sent>;
    };

/** Something that was sent and is not known to have arrived, or arrived later and was refused. */
export interface Entry {
  /** Where it stands in the queue. */
  readonly order: number;
  readonly person: string;
  readonly body: string;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** The idempotency key, made before the first try. */
  readonly key: string;
  readonly madeAt: string;
  /** By this phone's key, over book, command, input, key and the moment it was made; null for a session without a key. */
  readonly signature: string | null;
  /** Refused after it had waited: kept until it was read. */
  readonly refused: Problem | null;
}
