import { authority } from '../authority.ts';
import type { ActData } from '../catalogue/acts.ts';
import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState, ReceivedMotion } from '../state.ts';
import { tableGet } from '../table.ts';

interface Fate {
  readonly fate: ActData<'MotionAnswered'>['fate'];
  /** The closing of the vote that says so. */
  readonly vote?: number;
}

/**
 * What became of a base's motion, from the book alone: as it was last voted (of a divided one, carried if a part was), else
 * referred if the hall referred it, else not taken. A tie decides nothing.
 */
export function fateOf(state: BodyState, { motions }: ReceivedMotion): Fate {
  const all = motions.flatMap((index) => tableGet(state.motions, index) ?? []);
  const closed = all.flatMap(({ vote }) => (vote === null ? [] : (tableGet(state.votes, vote)?.closed ?? [])));
  const carried = closed.findLast(({ outcome }) => outcome === 'carried');
  if (carried !== undefined) return { fate: 'carried', vote: carried.act };
  const rejected = closed.findLast(({ outcome }) => outcome === 'rejected');
  if (rejected !== undefined) return { fate: 'rejected', vote: rejected.act };
  return { fate: all.some(({ end }) => end?.how === 'referred') ? 'referred' : 'not-taken' };
}

/** The base is told what became of its motion; that it was not taken does not end that it is owed (`overdue.ts`). */
export const answerMotion: Handler<'AnswerMotion'> = {
  decide(context, { received: index, reasons }) {
    const { state } = context;
    const received = tableGet(state.received, index);
    if (received === undefined) return refuse('not-found', 'proposing', { needed: `MotionReceived ${index}` });
    const open = received.motions.find((motion) => isBeingVoted(state, motion));
    if (open !== undefined) return refuse('vote-still-open', 'rules', { present: open });
    const found = fateOf(state, received);
    const last = received.answers.at(-1);
    if (last !== undefined && last.fate === found.fate && last.vote === found.vote)
      return refuse('already-answered', 'proposing', { present: last.act });
    return accept([
      {
        act: 'MotionAnswered',
        by: authority(context, 'proposing'),
        data: { received: index, from: received.from, ...found },
        disclose: { reasons },
      },
    ]);
  },
};

function isBeingVoted(state: BodyState, motion: number): boolean {
  const vote = tableGet(state.motions, motion)?.vote ?? null;
  return vote !== null && tableGet(state.votes, vote)?.closed === null;
}

/** The answer comes back down to the book of the base, on proof and by anyone. */
export const receiveMotionAnswer: Handler<'ReceiveMotionAnswer'> = {
  needs: ({ state }, { forwarded }) => answerNeeds(state, forwarded),
  decide(context, { forwarded: index }) {
    const { state, evidence } = context;
    const forwarded = tableGet(state.forwarded, index);
    const [need] = answerNeeds(state, index);
    if (forwarded === undefined || need === undefined)
      return refuse('not-found', 'proposing', { needed: `MotionForwarded ${index}` });
    const finding = findingFor(evidence, need);
    if (finding.found === null) return refuse('no-answer-found', 'proposing', { needed: forwarded.to });
    const { index: act, fate } = finding.found;
    if (forwarded.answer?.act === act)
      return refuse('already-received', 'proposing', { present: `${forwarded.to}#${act}` });
    return accept([
      {
        act: 'MotionAnswerReceived',
        by: authority(context, 'proposing'),
        data: { forwarded: index, answer: { book: forwarded.to, index: act }, fate },
        cites: finding.cites,
      },
    ]);
  },
};

function answerNeeds(state: BodyState, index: number): readonly NeedOf<'motion-answer'>[] {
  const forwarded = tableGet(state.forwarded, index);
  return forwarded === undefined ? [] : [{ fact: 'motion-answer', book: forwarded.to, of: state.origin, index }];
}
