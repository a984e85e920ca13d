import type { Count } from '@cabildo/count';
import type { ProposalKind } from '../motion/proposal-rule.ts';
import type { Body, Vote } from '../state.ts';
import type { Matter, Statute } from '../statute/fields.ts';
import type { Time } from '../time.ts';
import type { Hall } from '../vote/open.ts';

/** A vote and its sitting, as a book has them or as somebody imagines them: what rules other than its own can be held against. */
export interface TriedVote {
  readonly body: Pick<Body, 'kind' | 'charter'>;
  readonly matter: Matter;
  readonly proposal: { readonly kind: ProposalKind };
  readonly method: Vote['method'];
  readonly hall: Hall & { readonly opened: Opened };
  readonly openedAt: Time;
  /** People, or seats, who were there when it was opened. */
  readonly there: number;
  /** What a majority of those present, and one of the roll, is taken of; of cards in their weight. */
  readonly present: number;
  readonly roll: number;
  /** Of cards: what they weighed. */
  readonly weights?: 'seats' | 'members';
  readonly votes: CountedVotes | WithoutCount | AmongCandidates;
}

interface Opened {
  readonly call: 'first' | 'second';
  readonly at: Time;
  /** Those of the roll, or seats. */
  readonly present: number;
}

interface CountedVotes {
  readonly by: 'count';
  readonly counts: readonly Count[];
  /** Whether it is known on which side each delegation was. */
  readonly tellsBodies: boolean;
}

/** Acclaimed, or by consensus: nobody was counted, what the hall said stands. */
interface WithoutCount {
  readonly by: 'voices';
  readonly outcome: Outcome;
}

interface AmongCandidates {
  readonly by: 'papers';
  readonly outcome: Outcome;
  /** What they were counted by; null where the statute has been amended since. */
  readonly under: Pick<Statute, 'elections' | 'parity'> | null;
}

/** What was annulled is no outcome any more. */
export type Outcome = Exclude<NonNullable<Vote['closed']>['outcome'], 'annulled'>;
