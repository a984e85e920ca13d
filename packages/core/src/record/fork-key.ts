/** The same two heads, whichever of them was seen first. */
export const forkKey = (origin: string, heads: readonly string[]): string => `${origin} ${[...heads].sort().join(' ')}`;
