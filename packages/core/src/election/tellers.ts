import { isFounding } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { candidatesIn, contestsIn } from './contests.ts';

/**
 * Whom a vote on that motion would put into an office or a seat: candidates who stand, or those on the list. The list of a
 * founding is left out: there is nobody yet who was chosen to count.
 */
export function candidatesOf(state: BodyState, index: number): ReadonlySet<string> {
  const motion = tableGet(state.motions, index);
  if (motion === undefined) return new Set();
  const { proposal } = motion;
  if (proposal.kind === 'elect-officers')
    return new Set(isFounding(state) ? [] : proposal.officers.map(({ holder }) => holder));
  const listed: readonly Named[] = proposal.kind === 'elect-delegates' ? proposal.seats : [];
  const standing = contestsIn(state, motion)
    .flatMap(({ number }): readonly (Named & { readonly withdrawn: boolean })[] => candidatesIn(state, index, number))
    .filter(({ withdrawn }) => !withdrawn);
  return new Set(
    [...listed, ...standing].flatMap(({ holder, alternate }) => [holder, ...(alternate ? [alternate] : [])]),
  );
}

interface Named {
  readonly holder: string;
  readonly alternate?: string | null | undefined;
}

/**
 * Nobody counts the votes on themselves. Where the statute allows it (`tellers.candidates`) they do, if the hall has not two
 * others left who have not counted: that is for halls of a handful, not for those who would rather count themselves.
 */
export function candidateRefusal(
  state: BodyState,
  { sitting: index, motion }: Pick<Vote, 'sitting' | 'motion'>,
  { teller, round }: { readonly teller: string; readonly round: number },
): Refused | null {
  const candidates = candidatesOf(state, motion);
  if (!candidates.has(teller)) return null;
  const sitting = tableGet(state.sittings, index);
  const others = Math.max(0, (sitting?.present ?? sitting?.roll ?? 0) - candidates.size);
  const needed = 2 * round;
  const allowed = statuteOf(state)?.tellers.candidates === true && others < needed;
  return allowed ? null : refuse('candidate-counts', 'tellers.candidates', { needed, present: others });
}

/** What the closing says of it. */
export function countedByCandidates(
  state: BodyState,
  { motion }: Pick<Vote, 'motion'>,
  entries: readonly { readonly teller: string }[],
): { readonly candidatesCounted?: true } {
  const candidates = candidatesOf(state, motion);
  return entries.some(({ teller }) => candidates.has(teller)) ? { candidatesCounted: true } : {};
}
