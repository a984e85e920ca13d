import type { Motion } from '../state.ts';

/**
 * The texts that count as the motion's own: the present one, and those before it up to the last substantive amendment.
 * What a base said of any of them holds; what it said of an older one reads “come back and ask”.
 */
export function textsOf({ textHash, amended }: Pick<Motion, 'textHash' | 'amended'>): readonly string[] {
  const lastSubstantive = amended.findLastIndex(({ substantive }) => substantive);
  return [textHash, ...amended.slice(lastSubstantive + 1).map(({ before }) => before)];
}

export const sameText = (motion: Pick<Motion, 'textHash' | 'amended'>, hash: string): boolean =>
  textsOf(motion).includes(hash);
