import { authority } from '../authority.ts';
import { accept, type Context } from '../decision.ts';
import { actKey } from '../delegation/seat-key.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { quorateSitting } from '../sitting/find.ts';
import type { Sitting } from '../state.ts';
import type { Matter } from '../statute/fields.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet, tableHas } from '../table.ts';
import { proposalNeeds, proposalRefusal } from './check.ts';

export const tableMotion: Handler<'TableMotion'> = {
  needs: (ask, { text, proposal }) => [textNeed(text), ...proposalNeeds(ask, proposal)],
  decide(context, input) {
    const { state, evidence } = context;
    const found = quorateSitting(state, input.sitting);
    if (!found.ok) return found;
    const rules = statuteOf(state);
    if (rules === null) return refuse('body-not-founded', 'founding');
    const { sitting, matter, title, text, proposal, from } = input;
    if (matterRule(rules, matter) === undefined) return refuse('matter-not-in-statute', 'rules', { needed: matter });
    const textHash = findingFor(evidence, textNeed(text)).found?.hash ?? '';
    const refused =
      proposalRefusal(context, rules, matter, proposal) ??
      noticeRefusal(found.value, matter, textHash) ??
      receivedRefusal(context, from, textHash);
    if (refused !== null) return refused;
    return accept([
      {
        act: 'MotionTabled',
        by: authority(context, 'convening'),
        data: { sitting, matter, title, textHash, proposal, ...(from === undefined ? {} : { from }) },
        disclose: { text },
      },
    ]);
  },
};

/** Matters that are not ordinary only on a text that was in the notice (DESIGN section 6, Notice). */
function noticeRefusal(sitting: Sitting, matter: Matter, textHash: string): Refused | null {
  if (matter === 'ordinary') return null;
  const items = sitting.notice.filter((item) => item.matter === matter);
  if (items.length === 0) return refuse('not-in-notice', 'notice', { needed: matter });
  const open = items.some((item) => item.textHash === undefined || item.textHash === textHash);
  return open
    ? null
    : refuse('text-differs-from-notice', 'notice', { needed: items[0]?.textHash ?? '', present: textHash });
}

function receivedRefusal({ state }: Context, from: number | undefined, textHash: string): Refused | null {
  if (from === undefined) return null;
  const received = tableGet(state.received, from);
  if (received === undefined) return refuse('not-found', 'convening', { needed: `MotionReceived ${from}` });
  return received.textHash === textHash
    ? null
    : refuse('text-changed', 'convening', { needed: received.textHash, present: textHash });
}

export const receiveMotion: Handler<'ReceiveMotion'> = {
  needs: ({ state }, { from }) => [{ fact: 'forwarded', book: from.book, index: from.index, to: state.origin }],
  decide(context, { from }) {
    const { state, evidence } = context;
    if (tableGet(state.affiliates, from.book) === undefined)
      return refuse('not-affiliated', 'rules.affiliation', { needed: from.book });
    if (tableHas(state.receivedFrom, actKey(from.book, from.index)))
      return refuse('already-received', 'convening', { present: `${from.book}#${from.index}` });
    const need = { fact: 'forwarded', book: from.book, index: from.index, to: state.origin } as const;
    const finding = findingFor(evidence, need);
    if (finding.found === null)
      return refuse('evidence-missing', 'convening', { needed: `${from.book}#${from.index}` });
    const { title, textHash } = finding.found;
    return accept([
      {
        act: 'MotionReceived',
        by: authority(context, 'convening'),
        data: { from, title, textHash },
        cites: finding.cites,
      },
    ]);
  },
};

const textNeed = (text: string): NeedOf<'sha256'> => ({ fact: 'sha256', text });
