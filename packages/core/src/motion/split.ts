import { authority } from '../authority.ts';
import { accept, type DraftAct } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { quorateSitting } from '../sitting/find.ts';
import { tableGet } from '../table.ts';
import { openRefusal, waitingAmendments } from './amendment.ts';
import { noticeRefusal } from './notice.ts';

const titleMost = 200;

/**
 * The parts, put one after the other, are the motion's text, so nothing is slipped in or left out. Only a plain resolution
 * is split: what other motions do is one thing. A mandate on the whole is none on a part: it reads “come back and ask”.
 */
export const splitMotion: Handler<'SplitMotion'> = {
  needs: (_ask, { parts }) => [...new Set([parts.join(''), ...parts])].map(textNeed),
  decide(context, { motion: index, parts }) {
    const { state, evidence } = context;
    const motion = tableGet(state.motions, index);
    if (motion === undefined) return refuse('not-found', 'motions', { needed: `MotionTabled ${index}` });
    const found = quorateSitting(state, motion.sitting);
    if (!found.ok) return found;
    if (motion.proposal.kind !== 'resolution' || motion.proposal.tasks !== undefined)
      return refuse('not-divisible', 'motions', { needed: 'resolution', present: motion.proposal.kind });
    const [waiting] = waitingAmendments(state, motion);
    if (waiting !== undefined) return refuse('amendment-waiting', 'motions', { needed: waiting });
    const hashes = parts.map((text) => findingFor(evidence, textNeed(text)).found?.hash ?? '');
    const whole = findingFor(evidence, textNeed(parts.join(''))).found?.hash ?? '';
    if (parts.length < 2 || whole !== motion.textHash)
      return refuse('parts-are-not-the-text', 'motions', { needed: motion.textHash, present: whole });
    const refused = openRefusal(motion) ?? noticeRefusal(found.value, motion.matter, [hashes[0] ?? '']);
    if (refused !== null) return refused;
    const by = authority(context, 'motions');
    const { sitting, matter, proposal, from, mover, title } = motion;
    const tabled = parts.map((text, position): DraftAct => {
      const number = position + 1;
      const mark = ` (${number}/${parts.length})`;
      return {
        act: 'MotionTabled',
        by,
        data: {
          sitting,
          matter,
          title: `${title.slice(0, titleMost - mark.length)}${mark}`,
          textHash: hashes[position] ?? '',
          proposal,
          part: { of: index, number },
          ...(from === null ? {} : { from }),
          ...(mover === null ? {} : { mover }),
        },
        disclose: { text },
      };
    });
    return accept([{ act: 'MotionSplit', by, data: { motion: index, parts: hashes } }, ...tabled]);
  },
};

const textNeed = (text: string): NeedOf<'sha256'> => ({ fact: 'sha256', text });
