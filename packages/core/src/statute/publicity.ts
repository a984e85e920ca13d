import type { Statute } from './fields.ts';

/**
 * What is published of votes in which it is known who voted what. Whoever lists roll calls among the ways of voting wants
 * the bases to see what their delegates do; a statute that does not says `totals`.
 */
export const votesPublished = (rules: Statute | null): 'totals' | 'roll-call' => rules?.publicity?.votes ?? 'roll-call';

/** How what could put people in danger is shown: shelters, contingents, stocks and closures in being. */
export const sensitiveShown = (rules: Statute | null): NonNullable<Statute['publicity']>['sensitive'] =>
  rules?.publicity?.sensitive ?? 'members';

/** So long after its end it is for everybody; undefined: it never is. */
export const hoursUntilPublic = (rules: Statute | null): number | undefined =>
  ['late', 'coarsened'].includes(sensitiveShown(rules)) ? rules?.publicity?.hoursLate : undefined;
