import { authority } from '../authority.ts';
import { accept } from '../decision.ts';
import { findingFor } from '../facts.ts';
import type { Handler } from '../handler.ts';
import type { ProposalRules } from '../motion/proposal-rule.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { challengeDays, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusDays } from '../time.ts';

/** Minutes that have been read, by the officers' own word: where the statute leaves it to them, and of a founding. */
export const approveMinutes: Handler<'ApproveMinutes'> = {
  needs: (_ask, { text }) => [{ fact: 'sha256', text }],
  decide(context, { sitting: index, text }) {
    const { state, evidence } = context;
    const refused = openMinutes(state, index) ?? byVoteAlone(state, index);
    if (refused !== null) return refused;
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

/** The sitting is over, and nobody has approved its minutes yet. */
function openMinutes(state: BodyState, index: number): Refused | null {
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return refuse('not-found', 'minutes', { needed: `SittingConvened ${index}` });
  if (sitting.closedAt === null) return refuse('sitting-still-open', 'minutes', { needed: 'SittingClosed' });
  return sitting.minutes === null ? null : refuse('minutes-already-approved', 'minutes', { present: sitting.minutes });
}

/**
 * Where the statute has the assembly approve its minutes, its officers do not. A founding is proven by the signatures and the
 * neighbours that its statute asks for, before there is a next sitting to ask.
 */
function byVoteAlone(state: BodyState, index: number): Refused | null {
  const isFounding = tableGet(state.sittings, index)?.kind === 'founding';
  if (statuteOf(state)?.minutes.approval !== 'sitting' || isFounding) return null;
  return refuse('minutes-by-vote', 'minutes.approval', { needed: 'approve-minutes' });
}

export const minutesProposals: ProposalRules<'approve-minutes' | 'correct-minutes'> = {
  /**
   * The motion's text is the minutes as they are read to the next sitting; what it wants otherwise is an amendment. An assembly may
   * always approve its own minutes, also where its officers could.
   */
  'approve-minutes': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: true,
    refuses: ({ state }, _rules, { sitting }) => openMinutes(state, sitting),
    effects({ vote, tabled, motion, resolution: next, by }, { sitting }) {
      const { textHash, amended } = motion;
      // Beside which act the text lies that was approved in the end.
      const read = amended.at(-1)?.amendment ?? tabled;
      const approved = { sitting, firstAct: sitting, lastAct: next - 1, text: textHash, vote, motion: read };
      return [{ act: 'MinutesApproved', by, data: approved }];
    },
  },

  /** The motion's text is the corrected one; both are shown. */
  'correct-minutes': {
    matters: ['ordinary'],
    carries: 'at-once',
    checkedAgain: true,
    refuses({ state, at }, rules, { minutes }) {
      const sitting = tableGet(state.sittings, tableGet(state.minutes, minutes) ?? -1);
      const approved = sitting?.minutesAt ?? null;
      if (approved === null) return refuse('not-found', 'minutes', { needed: `MinutesApproved ${minutes}` });
      const over = plusDays(approved, challengeDays(rules));
      return at < over ? null : refuse('challenge-period-over', 'challenge', { needed: over, present: at });
    },
    effects: ({ vote, tabled, motion, by }, { minutes }) => [
      { act: 'MinutesCorrected', by, data: { minutes, vote, motion: tabled, text: motion.textHash } },
    ],
  },
};
