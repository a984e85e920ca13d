import type { Matter } from '../statute/fields.ts';

/** The same matters in whatever order are the same demand. */
export const demandName = (matters: readonly Matter[]): string => [...new Set(matters)].toSorted().join(' ');
