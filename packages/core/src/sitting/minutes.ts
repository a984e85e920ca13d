import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import { tableGet } from '../table.ts';

export const approveMinutes: Handler<'ApproveMinutes'> = {
  needs: (_ask, { text }) => [{ fact: 'sha256', text }],
  decide(context, { sitting: index, text }) {
    const { state, evidence } = context;
    const sitting = tableGet(state.sittings, index);
    if (sitting === undefined) return refuse('not-found', 'minutes', { needed: `SittingConvened ${index}` });
    if (sitting.closedAt === null) return refuse('sitting-still-open', 'minutes', { needed: 'SittingClosed' });
    if (sitting.minutes !== null) return refuse('minutes-already-approved', 'minutes', { present: sitting.minutes });
    const hash = findingFor(evidence, { fact: 'sha256', text }).found?.hash ?? '';
    return accept([
      {
        act: 'MinutesApproved',
        by: authority(context, 'minutes'),
        data: { sitting: index, firstAct: index, lastAct: state.size - 1, text: hash },
        disclose: { text },
      },
    ]);
  },
};
