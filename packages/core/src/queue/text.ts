/** What a card's commitment is the SHA-256 of: from the 80 random bits on the paper, so that nobody finds one by trying. */
export const householdCardText = (book: string, code: string): string =>
  `cabildo/household-card/v1\n${book}\n${code}\n`;

/**
 * What a card leaves in the book when it is served: another mark in each queue, so that nobody who reads the book sees that one
 * household was served here and not there (DESIGN section 5, invariant 12).
 */
export const servedText = (book: string, queue: number, code: string): string =>
  `cabildo/served/v1\n${book}\n${queue}\n${code}\n`;

/** A card's lot. */
const turnText = (book: string, queue: number, seed: string, card: number): string =>
  `cabildo/turn/v1\n${book}\n${queue}\n${seed}\n${card}\n`;

interface Drawn {
  readonly book: string;
  readonly queue: number;
  /** What the announced source gave. */
  readonly seed: string;
  /** The cards that take part, by number. */
  readonly cards: readonly number[];
}

/**
 * The order in which cards are called: that of their lots, which are SHA-256 in hexadecimal digits. Anybody makes it again with
 * `sha256sum` and `sort`, and it is the same in whatever order the cards are named.
 */
export function turnOrder({ book, queue, seed, cards }: Drawn, hexOf: (text: string) => string): readonly number[] {
  const lots = cards.map((card) => ({ card, lot: hexOf(turnText(book, queue, seed, card)) }));
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.card - b.card)).map(({ card }) => card);
}
