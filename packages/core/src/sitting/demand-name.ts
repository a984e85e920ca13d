import { type Refused, refuse } from '../refusal.ts';
import type { Matter } from '../statute/fields.ts';
import { type AskedText, namesText } from './notice.ts';

/** What a sitting is asked for: matters, and, where whoever asks has them, texts. */
export interface Asked {
  readonly matters: readonly Matter[];
  readonly texts?: readonly AskedText[] | undefined;
}

/** The same matters and texts in whatever order are the same demand; on another text it is another one. */
export const demandName = (matters: readonly Matter[], texts: readonly AskedText[] = []): string =>
  [...new Set([...matters, ...texts.map(nameOfText)])].toSorted().join(' ');

const nameOfText = ({ matter, textHash }: AskedText): string => `${matter}:${textHash}`;

/** Each matter and text once. */
export function asAsked({ matters, texts = [] }: Asked) {
  const each = [...new Map(texts.map((text) => [nameOfText(text), text])).values()];
  return { matters: [...new Set(matters)], ...(each.length === 0 ? {} : { texts: each }) };
}

/** A text is of a matter that is asked for, and that is decided on a text of the notice. */
export function textsRefusal({ matters, texts = [] }: Asked): Refused | null {
  const odd = texts.find(({ matter }) => !matters.includes(matter) || !namesText(matter));
  return odd === undefined ? null : refuse('text-not-wanted', 'notice', { present: odd.matter });
}
