import { count, record, yesNo } from '../catalogue/fields.ts';

/** How many were needed, how many were there, and whether that is a quorum. */
export const quorum = record({ needed: count, present: count, met: yesNo });
