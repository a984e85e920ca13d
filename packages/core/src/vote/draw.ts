/** Sides of an election that carried as often as not. */
export const tiedSides = ['no', 'yes'] as const;

/** What is hashed, for anyone to hash again: a lot of another vote or book from the same source is another one. */
export const lotText = (origin: string, vote: number, seed: string): string =>
  `cabildo/lot/v1\n${origin}\n${vote}\n${seed}\n`;

/**
 * One of them, each as likely as the others: of the digest's eight numbers of 32 bits, big-endian, the first that is below
 * the greatest multiple of how many there are, modulo that many.
 */
export function drawnFrom(among: readonly string[], digest: string): string {
  const limit = 2 ** 32 - (2 ** 32 % among.length);
  const number = wordsOf(digest).find((word) => word < limit);
  const drawn = number === undefined ? undefined : among[number % among.length];
  if (drawn === undefined) throw new Error('a digest that nothing can be drawn from');
  return drawn;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function wordsOf(digest: string): readonly number[] {
  const bits = [...digest.replace(/=+$/, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(6, '0'));
  const words = bits.join('').match(/.{32}/g) ?? [];
  return words.map((word) => Number.parseInt(word, 2));
}
