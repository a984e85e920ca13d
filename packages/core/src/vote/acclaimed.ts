import type { ActData } from '../catalogue/acts.ts';
import type { Vote } from '../state.ts';
import { emptyTable } from '../table.ts';
import type { Time } from '../time.ts';

/** What nobody has counted yet. */
export const uncounted = {
  blocks: emptyTable<never>(),
  cards: emptyTable<never>(),
  urn: null,
  lot: null,
} as const;

export const nothingCounted = { tallies: [], turnout: 0, dropped: 0 } as const;

/** A decision without a count, as the closed vote that it stands for: what a motion does needs no second way of doing it. */
export function acclaimedVote(data: ActData<'AcclamationRecorded'>, act: number, at: Time): Vote {
  const { sitting, motion, method, rule, present, roll, carried } = data;
  return {
    sitting,
    motion,
    method,
    rule,
    present,
    roll,
    electorate: { count: present, root: '' },
    openedAt: at,
    ...uncounted,
    closed: { ...nothingCounted, outcome: carried ? 'carried' : 'rejected', act, at },
  };
}
