import { actsOf } from '../entry.ts';
import { count, list, optional, origin, record, ref, text } from '../fields.ts';

const sitting = actsOf('sitting', 'implemented');

/** Turns and the seconds spoken in them. */
const spoken = { speeches: count, seconds: count };

export const DebateEnded = sitting('DebateEnded', {
  by: ['convener', 'presidium', 'secretary', 'former-officer'],
  article: 'speaking',
  data: {
    sitting: ref('SittingConvened'),
    /** Absent: what the sitting talked about beside its motions. */
    motion: optional(ref('MotionTabled')),
    ...spoken,
    /** Who were on the list and did not speak. */
    unheard: count,
    /** Where the statute times bodies or sectors. */
    groups: optional(list(record({ body: optional(origin), sector: optional(text(60)), ...spoken }), 64)),
    /** Of those for which the act has no room. */
    others: optional(record(spoken)),
  },
  effect: 'The debate on an item is over, with how often and how long was spoken, and never by whom.',
});
