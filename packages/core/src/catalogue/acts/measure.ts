import { exemptionLimits } from '../../measure/essential.ts';
import { withheld } from '../../measure/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, elsewhere, list, optional, ref, text, time } from '../fields.ts';

const measure = actsOf('measure', 'implemented');

export const MeasureDeclared = measure('MeasureDeclared', {
  version: 2,
  by: ['vote', 'statute'],
  article: 'rules.measure',
  data: {
    vote: ref('VoteOpened'),
    resolution: ref('ResolutionAdopted'),
    what: text(120),
    /** Absent: for members, beside the motion that `withheld` names. In the first version it was always here. */
    place: optional(text(160)),
    area: optional(text(160)),
    withheld: optional(withheld),
    from: time,
    exempt: optional(list(text(120), 16)),
  },
  effect:
    'The measure begins then, and only those who decided it can lift it. What the statute calls essential passes.',
  reversedBy: 'MeasureLifted',
});

export const MeasureLifted = measure('MeasureLifted', {
  version: 2,
  by: ['vote', 'statute'],
  article: 'ratification',
  data: {
    measure: ref('MeasureDeclared'),
    resolution: ref('ResolutionAdopted'),
    how: choice('end', 'suspend', 'narrow', 'move'),
    to: optional(text(160)),
    area: optional(text(160)),
    withheld: optional(withheld),
  },
  effect: 'The measure is ended, suspended, narrowed or moved, as those who decided it have ratified.',
});

export const MeasureJoined = measure('MeasureJoined', {
  by: ['vote'],
  article: 'rules.measure',
  data: { vote: ref('VoteOpened'), measure: elsewhere, how: choice('joined', 'withdrawn') },
  cites: ['MeasureDeclared'],
  sealed: true,
  effect: 'This body joins the measure, or withdraws its own people from it at once; the general call stays as it is.',
});

export const EssentialServiceExempted = measure('EssentialServiceExempted', {
  by: ['vote'],
  article: 'essential',
  data: {
    vote: ref('VoteOpened'),
    measure: ref('MeasureDeclared'),
    resolution: ref('ResolutionAdopted'),
    service: text(120),
    limits: exemptionLimits,
  },
  effect:
    'The measure does not touch this essential service, within these limits: at once, because life passes. Whoever calls it lifting may challenge it.',
});
