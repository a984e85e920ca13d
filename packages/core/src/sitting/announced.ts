import type { Context } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { AnnouncedText, NoticeItem } from './notice.ts';

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
