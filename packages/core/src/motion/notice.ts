import { type Refused, refuse } from '../refusal.ts';
import { resolutionKey } from '../resolution/state.ts';
import { namesText } from '../sitting/notice.ts';
import type { BodyState, Sitting } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { tableGet } from '../table.ts';
import type { Proposal } from './proposal.ts';

/**
 * Matters that are not ordinary only on a text that was in the notice (DESIGN section 6, Notice). `texts`: the present
 * one, those from which it differs in wording only, and what the proposal is about.
 */
export function noticeRefusal(sitting: Sitting, matter: Matter, texts: readonly string[]): Refused | null {
  if (matter === 'ordinary') return null;
  const items = sitting.notice.filter((item) => item.matter === matter);
  const [first] = items;
  if (first === undefined) return refuse('not-in-notice', 'notice', { needed: matter });
  if (items.some(({ textHash }) => (textHash === undefined ? !namesText(matter) : texts.includes(textHash))))
    return null;
  const named = items.find(({ textHash }) => textHash !== undefined)?.textHash;
  return named === undefined
    ? refuse('text-not-in-notice', 'notice', { needed: matter, present: first.title })
    : refuse('text-differs-from-notice', 'notice', { needed: named, present: texts[0] ?? '' });
}

/**
 * A motion may have words of its own about a text that exists already: the motion that a mandate is on, the question that is
 * answered, the resolution that is taken back or whose matter is settled, what was voted and is voted anew. A notice that
 * names that text has said what it is about.
 */
export function textsCited(state: BodyState, proposal: Proposal): readonly string[] {
  if (proposal.kind === 'mandate' || proposal.kind === 'answer') return [proposal.textHash];
  if (proposal.kind === 'annul-vote') {
    const voted = tableGet(state.motions, tableGet(state.votes, proposal.vote)?.motion ?? -1);
    return voted === undefined ? [] : [voted.textHash];
  }
  if (proposal.kind !== 'revoke' && proposal.kind !== 'settle') return [];
  const { resolution, decision } = proposal;
  const found = tableGet(
    state.resolutions,
    resolutionKey({ resolution, ...(decision === undefined ? {} : { decision }) }),
  );
  return found === undefined ? [] : [found.textHash];
}
