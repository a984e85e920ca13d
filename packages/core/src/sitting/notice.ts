import { count, hash, optional, record, type TypeOf, text } from '../catalogue/fields.ts';
import { type Matter, matter } from '../statute/fields.ts';

/** One line of a convocation. With a text hash, only that text can be voted under it. */
export const noticeItem = record({ matter, title: text(200), textHash: optional(hash) });

export type NoticeItem = TypeOf<typeof noticeItem>;

/** The words of an item: the book has their hash, everybody may read them until they are withdrawn. */
export const announcedText = record({ item: count, text: text(20_000) });

export type AnnouncedText = TypeOf<typeof announcedText>;

/** So many fit into one request, whatever letters they are written in. */
export const mostAnnounced = 8;

/** A text that a sitting is asked for, by its hash. */
export const askedText = record({ matter, textHash: hash });

export type AskedText = TypeOf<typeof askedText>;

/**
 * Of these the notice names the text (DESIGN section 6, Notice). Of an election or a recall the matter is what people must
 * know: who stands, or is to go, is said in the hall.
 */
export const namesText = (of: Matter): boolean => of !== 'ordinary' && of !== 'election' && of !== 'recall';

/** An item on which nothing can be voted as long as nobody has named its text. */
export const isBare = ({ matter: of, textHash }: NoticeItem): boolean => namesText(of) && textHash === undefined;

export const hasText = (notice: readonly NoticeItem[], { matter: of, textHash }: AskedText): boolean =>
  notice.some((item) => item.matter === of && item.textHash === textHash);
