import type { ActData, ActName } from './catalogue/acts.ts';
import type { BallotFileEntry } from './election/state.ts';
import type { CardEntry, Channel, Choice, Citation, Evidence, UrnEntry } from './facts.ts';
import type { FloorEvent } from './floor/state.ts';
import type { PetitionEntry } from './petition/state.ts';
import type { Refused } from './refusal.ts';
import type { BodyState } from './state.ts';
import type { StockEntry } from './supply/state.ts';
import type { Time } from './time.ts';

/** Who asks, as the node has recognised them. What they may do follows from the book, not from here. */
export type Actor =
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'seat'; readonly below: string; readonly seat: number; readonly holder: string }
  /** Whoever holds that slip of an open cabildo: one person, on no roll. */
  | { readonly kind: 'slip'; readonly sitting: number; readonly number: number }
  | { readonly kind: 'operator' }
  | { readonly kind: 'anyone' };

export interface Context {
  readonly state: BodyState;
  /** max(now, time of the previous act). */
  readonly at: Time;
  readonly actor: Actor;
  readonly evidence: Evidence;
  /** Randomness and keys come in as data: `FoundBody` and `EnrolMember` take the new member's identifier from here, a list as many. */
  readonly fresh: { readonly member: string; readonly members?: readonly string[] };
  /** The office that the sitting at hand has given to the one who asks. */
  readonly inSitting?: string;
}

/** An act as decided; the shell adds index, time, blind, salts and hashes. */
export type DraftAct = { readonly [N in ActName]: Draft<N> }[ActName];

export interface Draft<N extends ActName> {
  readonly act: N;
  readonly data: ActData<N>;
  readonly by: { readonly office: string; readonly article: string };
  /** slot → what is committed to and kept beside the book. */
  readonly disclose?: Readonly<Record<string, unknown>>;
  /** Member of `data` → content kept beside the book, named there by hash, size and media type. */
  readonly attach?: Readonly<Record<string, { readonly mediaType: string; readonly content: string }>>;
  readonly cites?: readonly Citation[];
}

/** A row for the vault. */
export type VaultRecord =
  | { readonly record: 'member'; readonly member: string; readonly name: string; readonly household?: string }
  | { readonly record: 'card'; readonly holder: CardHolder }
  | {
      readonly record: 'attendance';
      readonly sitting: number;
      readonly holder: string;
      readonly channel: Channel;
    }
  /** A slip whose holder votes by phone: the shell makes its code. */
  | { readonly record: 'slip'; readonly sitting: number; readonly number: number }
  /** Its code and its session are over. */
  | { readonly record: 'slip-voided'; readonly sitting: number; readonly number: number }
  | {
      readonly record: 'presence-count';
      readonly sitting: number;
      readonly round: number;
      readonly teller: string;
      readonly present: number;
    }
  | {
      readonly record: 'block-count';
      readonly vote: number;
      readonly block: string;
      readonly round: number;
      readonly teller: string;
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
      readonly people?: number;
    }
  | ({ readonly record: 'card-count'; readonly vote: number } & CardEntry)
  | ({ readonly record: 'urn-count'; readonly vote: number } & UrnEntry)
  | ({ readonly record: 'ballot-file'; readonly vote: number } & BallotFileEntry)
  | ({ readonly record: 'stock-count'; readonly site: number; readonly item: number } & StockEntry)
  | ({ readonly record: 'petition-count'; readonly petition: number } & PetitionEntry)
  | {
      readonly record: 'ballot';
      readonly vote: number;
      readonly voter: string;
      readonly holder: string;
      readonly choice: Choice;
      readonly mandate?: { readonly instruction: string; readonly cites: readonly Citation[] };
    }
  /** What happens on a sitting’s lists of speakers. */
  | { readonly record: 'floor'; readonly sitting: number; readonly entry: FloorEvent }
  /** One person's support for a sitting on these matters, counted since that act. */
  | { readonly record: 'demand'; readonly demand: string; readonly since: number; readonly holder: string }
  /** The share is reached: who supported it is deleted. */
  | { readonly record: 'demand-reached'; readonly demand: string; readonly since: number }
  /** The challenge period is over: who was there is deleted, with the named lists behind these roots. */
  | { readonly record: 'attendance-erased'; readonly sitting: number; readonly lists: readonly string[] }
  /** Delete what was disclosed in that slot. */
  | { readonly record: 'erasure'; readonly index: number; readonly slot: string }
  | {
      readonly record: 'signature';
      readonly index: number;
      readonly office: string;
      readonly key: string;
      readonly signature: string;
    };

export type CardHolder =
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'seat'; readonly below: string; readonly seat: number; readonly holder: string };

export interface Accepted {
  readonly ok: true;
  readonly acts: readonly DraftAct[];
  readonly records: readonly VaultRecord[];
  /** What the one who asked is told beside the acts, such as whether a vote agrees with its mandate. */
  readonly answer: Readonly<Record<string, unknown>>;
}

export type Decision = Accepted | Refused;

export const accept = (
  acts: readonly DraftAct[],
  records: readonly VaultRecord[] = [],
  answer: Readonly<Record<string, unknown>> = {},
): Accepted => ({ ok: true, acts, records, answer });
