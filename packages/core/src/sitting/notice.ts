import { hash, optional, record, type TypeOf, text } from '../catalogue/fields.ts';
import { matter } from '../statute/fields.ts';

/** One line of a convocation. With a text hash, only that text can be voted under it. */
export const noticeItem = record({ matter, title: text(200), textHash: optional(hash) });

export type NoticeItem = TypeOf<typeof noticeItem>;
