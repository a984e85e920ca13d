import type { Withheld } from '../measure/fields.ts';
import { withheldBy } from '../measure/place.ts';
import type { Proposal } from '../motion/proposal.ts';
import type { BodyState, Motion } from '../state.ts';
import { tableGet } from '../table.ts';
import { holds, same } from './check.ts';

type Found = ReturnType<typeof same>;

/** The motion behind a vote, and whether that vote carried. */
export function decided(state: BodyState, vote: number): { readonly motion: Motion; readonly outcome: string } | null {
  const carried = tableGet(state.motions, vote);
  // What was carried in the book before, and taken over with its proposal.
  if (carried !== undefined && carried.vote === vote) return { motion: carried, outcome: 'carried' };
  const found = tableGet(state.votes, vote);
  const motion = found === undefined ? undefined : tableGet(state.motions, found.motion);
  return motion === undefined ? null : { motion, outcome: found?.closed?.outcome ?? 'open' };
}

/** The act says what the proposal of the carried motion said. */
export function asProposed(state: BodyState, vote: number, kind: Proposal['kind'], says: object): readonly Found[] {
  const found = decided(state, vote);
  if (found === null) return [holds(false, 'effect', vote, 'a vote of this book')];
  const { proposal } = found.motion;
  const proposed = proposal as unknown as Readonly<Record<string, unknown>>;
  const expected = Object.fromEntries(Object.keys(says).map((name) => [name, proposed[name]]));
  return [
    same('outcome', found.outcome, 'carried'),
    same('effect', proposal.kind, kind),
    proposal.kind === kind ? same('effect', says, expected) : null,
  ];
}

/** What waits for the bases has no effect before they have ratified it (invariant 6). */
export function inForce(state: BodyState, resolution: number): Found {
  const status = tableGet(state.resolutions, resolution)?.status ?? 'unknown';
  return same('suspension', status === 'conditional' ? 'in-force' : status, 'in-force');
}

export function proposalBehind(state: BodyState, resolution: number): Proposal | null {
  const motion = tableGet(state.resolutions, resolution)?.motion ?? null;
  return motion === null ? null : (tableGet(state.motions, motion)?.proposal ?? null);
}

/** Where the place lies that the motion behind it committed to; of a motion without one, nothing. */
export function placeKeptBehind(state: BodyState, resolution: number): Withheld | undefined {
  const motion = tableGet(state.resolutions, resolution)?.motion ?? null;
  const kept = motion === null ? undefined : tableGet(state.motions, motion)?.withheld;
  return kept === undefined || motion === null ? undefined : withheldBy(state, kept, motion);
}
