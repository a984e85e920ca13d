import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { tableGet } from '../table.ts';

/**
 * Officers whose term has run out can do one thing: convene the election (invariant 5). That includes running the
 * sitting in which it is held, until there are new officers; nothing but the election is put to a vote there.
 */
export function caretakerRefusal(state: BodyState, input: object): Refused | null {
  const vote = indexIn(input, 'vote');
  const motion = vote === null ? indexIn(input, 'motion') : (tableGet(state.votes, vote)?.motion ?? null);
  const matter = motion === null ? 'election' : tableGet(state.motions, motion)?.matter;
  const sitting = motion === null ? indexIn(input, 'sitting') : (tableGet(state.motions, motion)?.sitting ?? null);
  const candidates = sitting === null ? state.activeSittings : [sitting];
  const allowed = matter === 'election' && candidates.some((index) => isElectionOnly(tableGet(state.sittings, index)));
  return allowed ? null : refuse('term-over', 'terms.officersMonths', { needed: 'election' });
}

const isElectionOnly = (sitting: Sitting | undefined): boolean =>
  sitting !== undefined && sitting.notice.length > 0 && sitting.notice.every(({ matter }) => matter === 'election');

function indexIn(input: object, name: string): number | null {
  const value = (input as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' ? value : null;
}
