import { count, record, type TypeOf, text } from '../catalogue/fields.ts';
import type { Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { NoticeItem } from './notice.ts';

/** The words of an item: the book has their hash, everybody may read them until they are withdrawn. */
export const announcedText = record({ item: count, text: text(20_000) });

export type AnnouncedText = TypeOf<typeof announcedText>;

/** So many fit into one request, whatever letters they are written in. */
export const mostAnnounced = 8;

export const announcedNeeds = (texts: readonly AnnouncedText[]): readonly NeedOf<'sha256'>[] =>
  texts.map(({ text: words }) => ({ fact: 'sha256', text: words }));

/** Whoever reads the notice reads what will be voted: words under another hash would announce something else. */
export function announcedRefusal(
  { evidence }: Context,
  notice: readonly NoticeItem[],
  texts: readonly AnnouncedText[],
): Refused | null {
  for (const { item, text: words } of texts) {
    const announced = notice[item];
    if (announced === undefined) return refuse('not-found', 'notice', { needed: item });
    const hash = findingFor(evidence, { fact: 'sha256', text: words }).found?.hash ?? '';
    if (announced.textHash !== hash)
      return refuse('text-differs-from-notice', 'notice', {
        needed: announced.textHash ?? announced.matter,
        present: hash,
      });
  }
  return null;
}
