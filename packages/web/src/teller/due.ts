import type { Live, LiveCount, LiveVote } from '../live-answer.ts';

/** One thing that a teller counts. */
export type Count =
  | { readonly of: 'door' }
  | { readonly of: 'block'; readonly vote: number; readonly block: string }
  | { readonly of: 'urn'; readonly vote: number }
  | { readonly of: 'papers'; readonly vote: number; readonly contest: number }
  | { readonly of: 'cards'; readonly vote: number; readonly below: string };

/** How a count is called in what this phone keeps of its own entries. */
export function countName(count: Count): string {
  switch (count.of) {
    case 'door':
      return 'door';
    case 'block':
      return `block ${count.vote} ${count.block}`;
    case 'urn':
      return `urn ${count.vote}`;
    case 'papers':
      return `papers ${count.vote} ${count.contest}`;
    case 'cards':
      return `cards ${count.vote} ${count.below}`;
  }
}

/** The round in which the next entry is: after two that differ, and while the statute has recounts left, the one after. */
export const roundDue = ({ round, entered, recount }: LiveCount): number =>
  entered === 2 && recount ? round + 1 : round;

/**
 * Where a count stands for one teller, who never learns more of the other's than that it is there.
 * `first`: nobody has entered. `second`: the other has. `given`: I have, and the other has not. `recount`: both differ, and
 * others count again. `stands`: both agree, or differ for good.
 */
export type Standing = 'first' | 'second' | 'given' | 'recount' | 'agree' | 'differ';

/** `mine`: the round in which this phone has last entered that count; 0 if it has not. */
export function standingOf(count: LiveCount, mine: number): Standing {
  const { entered, agree, recount, round } = count;
  if (entered === 2) return recount ? 'recount' : agree === true ? 'agree' : 'differ';
  if (mine >= round) return 'given';
  return entered === 1 ? 'second' : 'first';
}

/** May this phone enter now? Whoever entered before leaves the recount to others. */
export const mayEnter = (standing: Standing, mine: number): boolean =>
  standing === 'first' || standing === 'second' || (standing === 'recount' && mine === 0);

/** Must the door be counted: before the opening, after a recess, where the quorum is doubted, or where two numbers differ. */
export function doorIsDue({ door, delegates, quorum, phase, present }: Live): boolean {
  if (delegates) return quorum.challenged;
  if (phase === 'closed' || phase === 'called-off') return false;
  return quorum.challenged || present === null || door.entered === 1 || door.recount;
}

/** What a teller has to do with the way in which this vote is taken. */
export const needsHands = ({ method, channels }: LiveVote): boolean =>
  method === 'hands' || (method === 'mixed' && (channels?.hands ?? 0) > 0);
