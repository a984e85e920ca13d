import { canAmend } from '../motion/amendment.ts';
import { pendingProcedure } from '../motion/pending.ts';
import type { RefusalCode } from '../refusal.ts';
import { openVoteIn } from '../sitting/find.ts';
import type { BodyState, Method, Motion, Sitting, Vote } from '../state.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { plusHours, type Time } from '../time.ts';
import { beside, type Candidate, step } from './candidate.ts';
import type { MotionTurn } from './order.ts';
import { openBox, secretly } from './secret.ts';
import { anyWords } from './stand-ins.ts';

/** A motion on how to proceed comes before what it is about. */
export function procedure(state: BodyState, index: number): readonly Candidate[] {
  const pending = pendingProcedure(state, index);
  if (pending === null) return [];
  const title = pending.motion === null ? undefined : tableGet(state.motions, pending.motion)?.title;
  const none = { yes: 0, no: 0, abstain: 0 };
  const byHands = step('DecideProcedure', { sitting: index, hands: none }, { missing: ['hands'], title });
  if (pending.kind !== 'order') return [byHands];
  return [step('DecideProcedure', { sitting: index, ruling: true }, { missing: ['ruling'], title }), byHands];
}

/**
 * That numbers are still to come, or differ. What else is wrong with them (more hands than people) would tell of the numbers
 * themselves: that is said to whoever closes the vote, not to whoever asks what comes next.
 */
const ofCounting: readonly RefusalCode[] = [
  'not-counted',
  'counts-differ',
  'box-still-open',
  'archive-not-shown',
  'quorum-challenged',
  'no-quorum',
  'not-allowed',
  'term-over',
  'body-dissolved',
  'provisional-over',
];

/** Of the vote that is open: its end. */
export function openVotes(state: BodyState, sitting: Sitting): readonly Candidate[] {
  const vote = openVoteIn(state, sitting);
  if (vote === null) return [];
  const title = titleOf(state, vote);
  const opened = tableGet(state.votes, vote);
  return [
    ...(opened === undefined ? [] : openBox(vote, opened, title)),
    step('CloseVote', { vote }, { told: ofCounting, title }),
    beside('AnnulVote', { vote, reason: anyWords }, { missing: ['reason'], title }),
  ];
}

/** Ties of elections in this sitting. */
export function lots(state: BodyState, sitting: Sitting, at: Time): readonly Candidate[] {
  return sitting.motions.flatMap((motion) => {
    const { matter, vote: index } = tableGet(state.motions, motion) ?? { matter: null, vote: null };
    const vote = index === null ? undefined : tableGet(state.votes, index);
    if (index === null || vote?.closed?.outcome !== 'tied' || matter !== 'election') return [];
    const title = titleOf(state, index);
    if (vote.lot === null) {
      const announced = { vote: index, source: anyWords, at: plusHours(at, 1) };
      return [step('AnnounceLot', announced, { missing: ['source', 'at'], title })];
    }
    return [step('DrawLot', { vote: index, seed: anyWords }, { missing: ['seed'], title })];
  });
}

const titleOf = (state: BodyState, vote: number): string | undefined =>
  tableGet(state.motions, tableGet(state.votes, vote)?.motion ?? -1)?.title;

/** Every way in which the statute has that matter decided; the one whose turn it is brings the sitting on. */
export function deciding(state: BodyState, turns: readonly MotionTurn[]): readonly Candidate[] {
  return turns.flatMap((turn) => {
    const motion = tableGet(state.motions, turn.motion);
    const rules = statuteOf(state);
    if (motion === undefined || rules === null || (turn.state !== 'ready' && turn.state !== 'waiting')) return [];
    const before = motion.vote === null ? undefined : tableGet(state.votes, motion.vote);
    const methods = matterRule(rules, motion.matter)?.methods ?? [];
    return methods.flatMap((method) =>
      method === 'secret' && before?.method !== method
        ? secretly(state, turn, motion)
        : decided(turn, motion, method, before),
    );
  });
}

type Way = Method | 'acclamation' | 'consensus';

function decided(
  turn: MotionTurn,
  { title, matter }: Motion,
  method: Way,
  before: Vote | undefined,
): readonly Candidate[] {
  const make = turn.state === 'ready' ? step : beside;
  if (method !== 'acclamation' && method !== 'consensus') {
    if (before?.method === method) return [];
    return [make('OpenVote', { motion: turn.motion, method }, { title })];
  }
  // Ordinary business alone is decided without a count.
  if (matter !== 'ordinary' || before !== undefined) return [];
  const heard = { asked: 3, objections: 0, countAsked: false };
  const missing = ['asked', 'objections', 'countAsked'];
  return [make('RecordAcclamation', { motion: turn.motion, method, ...heard }, { missing, title })];
}

const amending: readonly RefusalCode[] = ['nothing-amended', 'amendment-order-taken', 'text-differs-from-notice'];

/** What may be done with a motion that has not been put to the vote: amended, taken back, divided, put away. */
export function handling(state: BodyState, index: number, turns: readonly MotionTurn[]): readonly Candidate[] {
  return turns.flatMap((turn) => {
    const motion = tableGet(state.motions, turn.motion);
    if (motion === undefined || (turn.state !== 'ready' && turn.state !== 'waiting')) return [];
    const { title, matter } = motion;
    const about = { sitting: index, motion: turn.motion };
    return [
      ...(canAmend(motion)
        ? [
            beside(
              'TableMotion',
              {
                sitting: index,
                matter,
                title: anyWords,
                text: anyWords,
                proposal: { kind: 'amend-motion', motion: turn.motion, order: 1, substantive: false },
              },
              {
                missing: ['title', 'text', 'proposal.order', 'proposal.substantive'],
                aside: amending,
                title,
              },
            ),
          ]
        : []),
      beside('WithdrawMotion', { motion: turn.motion }, { title }),
      beside('SplitMotion', { motion: turn.motion, parts: [anyWords, anyWords] }, { ...splitting, title }),
      ...(['close-debate', 'refer', 'table'] as const).map((kind) =>
        beside('MoveProcedure', { ...about, kind }, { title }),
      ),
    ];
  });
}

const splitting = {
  missing: ['parts'],
  aside: ['parts-are-not-the-text', 'text-differs-from-notice'],
} as const satisfies { missing: readonly string[]; aside: readonly RefusalCode[] };
