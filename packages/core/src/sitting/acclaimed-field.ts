import { choice, count, record, type TypeOf } from '../catalogue/fields.ts';

/** Decided without a count, as the paper has it: how often objections were asked for, and how many there were. */
export const acclaimedField = record({ method: choice('acclamation', 'consensus'), asked: count, objections: count });

export type AcclaimedOnPaper = TypeOf<typeof acclaimedField>;
