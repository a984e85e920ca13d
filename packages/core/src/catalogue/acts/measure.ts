import { actsOf } from '../entry.ts';
import { choice, elsewhere, ref, text, time } from '../fields.ts';

const measure = actsOf('measure', 'implemented');
const measurePlanned = actsOf('measure', 'planned');

export const MeasureDeclared = measure('MeasureDeclared', {
  by: ['vote', 'statute'],
  article: 'rules.measure',
  data: {
    vote: ref('VoteOpened'),
    resolution: ref('ResolutionAdopted'),
    what: text(120),
    place: text(160),
    from: time,
  },
  effect: 'The measure begins then, and only those who decided it can lift it.',
  reversedBy: 'MeasureLifted',
});

export const MeasureLifted = measure('MeasureLifted', {
  by: ['vote', 'statute'],
  article: 'ratification',
  data: {
    measure: ref('MeasureDeclared'),
    resolution: ref('ResolutionAdopted'),
    how: choice('end', 'suspend', 'narrow', 'move'),
  },
  effect: 'The measure is ended, suspended, narrowed or moved, as those who decided it have ratified.',
});

export const MeasureJoined = measurePlanned('MeasureJoined', {
  by: ['vote'],
  article: 'rules.measure',
  data: { measure: elsewhere, how: choice('joined', 'withdrawn') },
  cites: ['MeasureDeclared'],
  effect: 'A body joins the measure, or withdraws its own people from it at once.',
});

export const EssentialServiceExempted = measurePlanned('EssentialServiceExempted', {
  by: ['vote'],
  article: 'rules.measure',
  data: { measure: ref('MeasureDeclared'), service: text(120) },
  effect: 'The measure does not touch this service.',
});
