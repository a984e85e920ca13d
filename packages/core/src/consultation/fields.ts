import { choice, optional, positive, record, yesNo } from '../catalogue/fields.ts';

/** What part of the bases has to agree, and what it means that one is silent. */
export const consultationRule = record({
  num: positive,
  den: positive,
  strict: yesNo,
  of: choice('answered', 'bases'),
  silence: optional(choice('neither', 'yes', 'no')),
});
