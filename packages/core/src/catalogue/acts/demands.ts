import { actsOf } from '../entry.ts';
import { choice, list, positive, ref, text } from '../fields.ts';

const demands = actsOf('demands', 'planned');

export const DemandListAdopted = demands('DemandListAdopted', {
  by: ['vote'],
  article: 'rules.ordinary',
  data: { vote: ref('VoteClosed'), demands: list(text(200), 64) },
  discloses: { text: 'public' },
  effect: 'Numbered demands, each with its state; dropping one is lifting.',
});

export const DemandStateChanged = demands('DemandStateChanged', {
  by: ['vote', 'officer'],
  article: 'ratification',
  data: {
    list: ref('DemandListAdopted'),
    number: positive,
    state: choice('open', 'offered', 'met', 'broken', 'dropped'),
  },
  effect: 'The state of one demand has changed.',
});
