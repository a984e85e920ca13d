import { choice } from '../catalogue/fields.ts';

/** A delegation’s card; `divided` as its mandate divides it. */
export const raisedCard = choice('yes', 'no', 'abstain', 'divided');
