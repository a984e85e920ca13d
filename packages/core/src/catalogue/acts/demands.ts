import { actsOf } from '../entry.ts';
import { choice, list, optional, positive, ref, text, yesNo } from '../fields.ts';

const demands = actsOf('demands', 'implemented');

export const DemandListAdopted = demands('DemandListAdopted', {
  by: ['vote', 'statute'],
  article: 'rules.ordinary',
  data: { vote: ref('VoteOpened'), resolution: ref('ResolutionAdopted'), demands: list(text(200), 64) },
  effect: 'Numbered demands, each with its state; dropping one is lifting. The whole text is that of the motion.',
});

export const DemandStateChanged = demands('DemandStateChanged', {
  by: ['vote', 'statute', 'officer', 'member', 'delegate'],
  article: 'ratification',
  data: {
    list: ref('DemandListAdopted'),
    number: positive,
    state: choice('open', 'offered', 'met', 'broken', 'dropped'),
    /** By an office, not by a vote. */
    reported: optional(yesNo),
    challenged: optional(yesNo),
  },
  discloses: { report: 'public' },
  effect:
    'The state of one demand has changed: by vote, by report of an office, or back to what it was because the report is challenged; after that only the bases call it met.',
});
