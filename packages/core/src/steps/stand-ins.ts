import type { BodyState } from '../state.ts';
import { tableValues } from '../table.ts';

// What stands for words and people while the rules are asked about everything else.

export const anyWords = '…';

/** SHA-256 of nothing that anybody wrote: 32 bytes of zero. */
export const anyHash = `${'A'.repeat(43)}=`;

/** Two who are known to the book. */
export function anyHolders(state: BodyState): readonly string[] {
  const known = new Set([...tableValues(state.officers)].map(({ holder }) => holder));
  return [...known].slice(0, 2);
}
