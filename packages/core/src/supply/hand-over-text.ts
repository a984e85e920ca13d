import { canonicalText } from '../canonical.ts';
import type { InputFor } from '../catalogue/commands.ts';
import type { NeedOf } from '../facts.ts';
import type { HandOverLine } from './fields.ts';
import type { HandOver } from './state.ts';

/** What giver and receiver say, both the same. */
export type HandOverSaid = Omit<InputFor<'RecordHandOver'>, 'giver' | 'receiver'>;

/**
 * What both sign (decision 0017): canonical JSON (RFC 8785) below a line that says what it is, so that no signature over
 * anything else can pass for it. UTF-8, no line feed at the end.
 */
export const handOverText = (book: string, { id, kind, from, to, lines, trip, madeAt }: HandOverSaid): string =>
  `cabildo/hand-over/v1\n${canonicalText({ book, id, kind, from, to, lines, madeAt, ...(trip === undefined ? {} : { trip }) })}`;

/** The same for other amounts; the number keeps an earlier correction from being brought once more. */
export const correctionText = (
  book: string,
  { id, number, lines }: { readonly id: string; readonly number: number; readonly lines: readonly HandOverLine[] },
): string => `cabildo/hand-over-correction/v1\n${canonicalText({ book, id, number, lines })}`;

/** What was first signed, of a hand-over that stands, in the numbers of the book that it was signed for. */
const saidIn = ({ id, kind, madeAt, ...stands }: HandOver): HandOverSaid => {
  const { from, to, trip, lines } = stands.written ?? { ...stands, lines: stands.signed };
  return { id, kind, from, to, lines, madeAt, ...(trip === null ? {} : { trip }) };
};

/** The text of a hand-over that stands: of this book, or of the one that it was taken over from. */
export const standingText = (book: string, stands: HandOver): string =>
  handOverText(stands.written?.book ?? book, saidIn(stands));

export const textCheck = (key: string, signature: string, text: string): NeedOf<'signature-check'> => ({
  fact: 'signature-check',
  key,
  signature,
  over: { text },
});
