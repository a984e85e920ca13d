import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { announcedNeeds, announcedRefusal } from './announced.ts';
import { convenedSitting } from './find.ts';
import { isBare } from './notice.ts';
import { textsDue } from './obligation.ts';

/**
 * Members and bases demand matters, so a sitting can be called before its text exists. The text is added, never changed,
 * and early enough that everybody has it as long as a notice; where the sitting was convened over the officers’ heads, by
 * whoever did that.
 */
export const nameNoticeText: Handler<'NameNoticeText'> = {
  needs: (_ask, { item, text }) => (text === undefined ? [] : announcedNeeds([{ item, text }])),
  decide(context, { sitting: index, item, textHash, text }) {
    const { state, at, inSitting } = context;
    const found = convenedSitting(state, index);
    if (!found.ok) return found;
    const { notice, chair } = found.value;
    if (chair !== null && inSitting === undefined)
      return refuse('not-allowed', 'convening', { needed: 'presidium', present: 'secretary' });
    const announced = notice[item];
    if (announced === undefined) return refuse('not-found', 'notice', { needed: item });
    const { matter, textHash: named } = announced;
    if (!isBare(announced)) return refuse('text-not-wanted', 'notice', { present: named ?? matter });
    const due = textsDue(state, found.value);
    if (at > due) return refuse('text-too-late', 'notice.hours', { needed: due, present: at });
    const given = text === undefined ? [] : [{ item: 0, text }];
    const differs = announcedRefusal(context, [{ ...announced, textHash }], given);
    if (differs !== null) return differs;
    return accept([
      {
        act: 'NoticeTextNamed',
        by: authority(context, 'notice'),
        data: { sitting: index, item, textHash },
        ...(text === undefined ? {} : { disclose: { text } }),
      },
    ]);
  },
};
