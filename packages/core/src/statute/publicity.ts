import type { Statute } from './fields.ts';

/**
 * What is published of votes in which it is known who voted what. Whoever lists roll calls among the ways of voting wants
 * the bases to see what their delegates do; a statute that does not says `totals`.
 */
export const votesPublished = (rules: Statute | null): 'totals' | 'roll-call' => rules?.publicity?.votes ?? 'roll-call';
