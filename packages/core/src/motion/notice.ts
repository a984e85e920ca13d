import { type Refused, refuse } from '../refusal.ts';
import type { Sitting } from '../state.ts';
import type { Matter } from '../statute/fields.ts';

/**
 * Matters that are not ordinary only on a text that was in the notice (DESIGN section 6, Notice). `texts`: the present
 * one, and those from which it differs in wording only.
 */
export function noticeRefusal(sitting: Sitting, matter: Matter, texts: readonly string[]): Refused | null {
  if (matter === 'ordinary') return null;
  const items = sitting.notice.filter((item) => item.matter === matter);
  if (items.length === 0) return refuse('not-in-notice', 'notice', { needed: matter });
  const fits = items.some(({ textHash }) => textHash === undefined || texts.includes(textHash));
  return fits
    ? null
    : refuse('text-differs-from-notice', 'notice', { needed: items[0]?.textHash ?? '', present: texts[0] ?? '' });
}
