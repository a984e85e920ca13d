import { actsOf } from '../entry.ts';
import { choice, count, elsewhere, list, optional, origin, ref, time } from '../fields.ts';

const dispute = actsOf('dispute', 'implemented');

export const ClaimDisputed = dispute('ClaimDisputed', {
  by: ['presidium', 'secretary', 'delegate'],
  article: 'disputes',
  data: {
    over: choice('seat', 'name', 'congress'),
    /** What each of them claims it by, in its own book. */
    claimants: list(elsewhere, 8),
    meanwhile: choice('vacant', 'shared'),
    /** Seats that each of them has here meanwhile. Absent: no seat depends on it. */
    share: optional(count),
    /** By when a sitting that can settle it must be convened. */
    due: time,
  },
  cites: ['BodyFounded', 'AffiliationRequested', 'DelegatesElected', 'BodyProven', 'ActSealed'],
  effect: 'Two bodies claim one seat or name: both books stand, nothing is merged.',
  reversedBy: 'DisputeSettled',
});

export const DisputeSettled = dispute('DisputeSettled', {
  by: ['vote'],
  article: 'disputes',
  data: {
    dispute: ref('ClaimDisputed'),
    vote: ref('VoteOpened'),
    /** To whom it belongs. Absent: to none of them alone; each stands as before. */
    holder: optional(origin),
  },
  effect: 'The assembly above has settled the dispute.',
});
